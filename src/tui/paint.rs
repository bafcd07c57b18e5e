//! Figures on cells: one painter a file. A painter is pure: the same figure, area and cursor give the
//! same cells.

mod braille;
pub mod scene;
