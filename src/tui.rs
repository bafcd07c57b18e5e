//! The only layer that knows ratatui and crossterm.

pub mod depth;
pub mod paint;
pub mod screen;
