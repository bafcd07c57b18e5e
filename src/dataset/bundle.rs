//! The data that the program carries inside itself.

/// Path below `data/` and text of every bundled file, sorted by path.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/bundle.rs"));
