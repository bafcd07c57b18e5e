//! Dates on an axis: what a date covers in years with fractions, and the axis that holds what is shown.

use crate::figure::Axis;
use crate::layout::axis;
use crate::model::date::{Date, Day, Moment};
use crate::search::Query;
use crate::search::filter::Test;

/// A month, and a little: dates that cover more are only roughly known.
const MONTH: f64 = 0.09;

/// A day in years.
pub const DAY: f64 = 1.0 / 365.25;

/// What a date may mean, in years with fractions; `None` where an end is not known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// The start of its first day.
    pub from: Option<f64>,
    /// The end of its last day.
    pub to: Option<f64>,
}

impl Stretch {
    /// The stretch of a date: a year covers its whole year.
    pub fn of(date: Date) -> Self {
        Self { from: date.first().map(Day::year), to: date.last().map(after) }
    }

    /// The stretch of a moment.
    pub fn at(moment: Moment) -> Self {
        Self::of(Date::At(moment))
    }

    /// The stretch of what is known of a date: of "from 2025-09", September.
    pub fn known(date: Date) -> Self {
        match (date.start(), date.end()) {
            (Some(only), None) | (None, Some(only)) => Self::at(only),
            _ => Self::of(date),
        }
    }

    /// Both ends; where one is not known, the other one stands for both.
    pub fn ends(self) -> (f64, f64) {
        let known = self.from.or(self.to).unwrap_or_default();
        (self.from.unwrap_or(known), self.to.unwrap_or(known))
    }

    /// The middle, or the end that is known.
    pub fn middle(self) -> f64 {
        let (from, to) = self.ends();
        f64::midpoint(from, to)
    }

    /// Whether it covers more than a month, or has an open end.
    pub fn coarse(self) -> bool {
        let (from, to) = self.ends();
        to - from > MONTH || self.from.is_none() || self.to.is_none()
    }

    /// Whether all its days are also those of the other.
    pub fn within(self, other: Self) -> bool {
        let from = other.from.is_none_or(|outer| self.from.is_some_and(|inner| inner >= outer));
        let to = other.to.is_none_or(|outer| self.to.is_some_and(|inner| inner <= outer));
        from && to
    }

    /// Whether both may mean the same day.
    pub fn meets(self, other: Self) -> bool {
        let before =
            |to: Option<f64>, from: Option<f64>| matches!((to, from), (Some(to), Some(from)) if to <= from);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// The day by which a date is put in order: its first day. What happened "by April" comes before what
/// is dated within April.
pub fn begins(date: Date) -> Option<Day> {
    date.first().or_else(|| date.end().map(Moment::first))
}

/// The end of a day.
fn after(day: Day) -> f64 {
    Day(day.0 + 1).year()
}

/// The end of a day, as a year with a fraction: where "until today" ends.
pub fn until(day: Option<Day>) -> Option<f64> {
    day.map(after)
}

/// The axis that holds everything from one year to another, narrowed by `from:` and `to:`.
pub fn axis(query: &Query, min: f64, max: f64) -> Axis {
    let tests = || query.filters.iter().filter(|filter| !filter.exclude).map(|filter| &filter.test);
    let from = tests()
        .filter_map(|test| if let Test::From(moment) = test { Some(moment.first().year()) } else { None });
    let to = tests()
        .filter_map(|test| if let Test::To(moment) = test { Some(after(moment.last())) } else { None });
    let min = from.fold(min, f64::max);
    let max = to.fold(max, f64::min);
    let (from, to) = axis::bounds(min, max.max(min));
    Axis { from, to }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(text: &str) -> Stretch {
        Stretch::of(text.parse().unwrap())
    }

    #[test]
    fn a_date_covers_what_its_source_says() {
        assert_eq!(stretch("2014").ends(), (2014.0, 2015.0));
        assert_eq!(stretch("2025-10/2025-12").to, Some(2026.0));
        assert!(stretch("2014").coarse() && stretch("2025-09/..").coarse());
        assert!(!stretch("2014-12").coarse() && !stretch("2026-04-09").coarse());
        assert!((stretch("2014").middle() - 2014.5).abs() < 1e-9);
        assert_eq!(Stretch::known("2025/..".parse().unwrap()).ends(), (2025.0, 2026.0));
        assert_eq!(Stretch::known("../2025".parse().unwrap()).ends(), (2025.0, 2026.0));
    }

    #[test]
    fn dates_meet_where_they_may_be_the_same_day() {
        assert!(stretch("2025").meets(stretch("2025-04")));
        assert!(stretch("2025-09/..").meets(stretch("2026")));
        assert!(!stretch("2025").meets(stretch("2026")));
        assert!(!stretch("2024-11").meets(stretch("2025-04")));
    }
}
