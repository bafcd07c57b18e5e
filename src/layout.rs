//! Pure geometry: numbers in, places out. The same input gives the same places on every machine: no
//! clock, no chance, and only arithmetic that IEEE 754 defines exactly.

pub mod area;
pub mod axis;
pub mod coast;
pub mod globe;
pub mod label;
pub mod oval;
pub mod radial;
pub mod sheet;

/// A point in a plane, y upward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Upward.
    pub y: f64,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}
