//! The terminal: the only layer that knows ratatui and crossterm.

pub mod paint;
