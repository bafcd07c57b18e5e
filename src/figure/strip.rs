//! Marks along a time axis: one strip a row, one axis a table.

use super::role::Role;

/// The stretch of time that all strips of a table share, in years with fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Left end.
    pub from: f64,
    /// Right end; greater than the left one.
    pub to: f64,
}

impl Axis {
    /// Place of a year on the axis: 0 at its left end, 1 at its right end.
    pub fn share(self, year: f64) -> f64 {
        (year - self.from) / (self.to - self.from)
    }
}

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A sign at one place; `from` and `to` are the stretch that the source's precision covers.
    Point(char),
    /// A bar from end to end: known to hold.
    Bar,
    /// A thinner bar: last known, not known to hold still.
    Fading,
    /// A bar of something over.
    Ended,
    /// A line that only guides the eye, as from the last date given to the next.
    Guide,
    /// A stroke through the whole height of the row, to tie it to its neighbours.
    Riser,
}

/// A mark on a strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Left end, in years with fractions.
    pub from: f64,
    /// Right end; the same as the left one for a day.
    pub to: f64,
    /// Whether the left end is not known, so that the bar starts open.
    pub open_start: bool,
    /// Whether the right end is not known, so that the bar ends open.
    pub open_end: bool,
    /// How it looks.
    pub form: Form,
    /// What it means.
    pub role: Role,
    /// A word beside it, or over it if it is a point: its number.
    pub label: Option<String>,
}

impl Mark {
    /// A sign over a stretch that a date covers.
    pub const fn point(from: f64, to: f64, sign: char, role: Role) -> Self {
        Self { from, to, open_start: false, open_end: false, form: Form::Point(sign), role, label: None }
    }

    /// A bar of a form.
    pub const fn bar(from: f64, to: f64, form: Form, role: Role) -> Self {
        Self { from, to, open_start: false, open_end: false, form, role, label: None }
    }

    /// The same mark with a word beside it.
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The middle.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.from, self.to)
    }
}
