//! Figures, bars and overlays → cells. Painters read; they never change anything.

pub mod bars;
mod braille;
pub mod clear;
pub mod dialog;
pub mod flow;
pub mod frame;
pub mod picker;
pub mod scene;
pub mod text;
