//! Ends and ticks of a time axis: round ones, so that a reader can name the place between two of them.

use crate::model::date::Day;

/// Months between two ticks, from the finest to the coarsest.
const STEPS: &[i32] = &[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/// Names of the months, as ticks inside a year are labelled.
const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The ends of an axis that holds everything from one year to another, moved outward to a round date:
/// a quarter, a half-year, a year or five, the longer the coarser. Never empty.
pub fn bounds(min: f64, max: f64) -> (f64, f64) {
    let span = max - min;
    let unit = match () {
        () if span < 1.0 => 3,
        () if span < 3.0 => 6,
        () if span < 40.0 => 12,
        () if span < 100.0 => 60,
        () => 120,
    };
    let from = month(min).div_euclid(unit) * unit;
    let last = month(max.max(min));
    let mut to = last.div_euclid(unit) * unit;
    if to == from || start(to) < max {
        to += unit;
    }
    (start(from), start(to))
}

/// Ticks from one year to another, at most so many, each with its label: a year, or inside a year the
/// month, the first of them with its year.
pub fn ticks(from: f64, to: f64, most: usize) -> Vec<(f64, String)> {
    let last = month(to);
    let first = |step: i32| {
        let before = month(from).div_euclid(step) * step;
        if start(before) < from { before + step } else { before }
    };
    let fits = |step: &i32| (last - first(*step)).div_euclid(*step) < most.max(1) as i32;
    let step = STEPS.iter().copied().find(fits).unwrap_or(1200);
    let places = (first(step)..=last).step_by(step as usize);
    places.enumerate().map(|(number, month)| (start(month), label(month, number == 0))).collect()
}

fn label(month: i32, first: bool) -> String {
    let (year, within) = (month.div_euclid(12), month.rem_euclid(12));
    match within {
        0 => format!("{year}"),
        _ if first => format!("{year}-{:02}", within + 1),
        _ => MONTHS[within as usize].to_owned(),
    }
}

/// The month in which a year with a fraction lies, counted from the year 0. No year has five digits.
fn month(year: f64) -> i32 {
    let guess = (year.clamp(-9999.0, 9999.0) * 12.0).floor() as i32;
    // Months differ in length, so a twelfth of a year may miss by one.
    (guess - 1..=guess + 1).rev().find(|&month| start(month) <= year).unwrap_or(guess)
}

/// The first day of a month as a year with a fraction.
fn start(month: i32) -> f64 {
    let day = i16::try_from(month.div_euclid(12)).ok();
    let day = day.and_then(|year| Day::new(year, month.rem_euclid(12) as u8 + 1, 1));
    day.map_or(f64::from(month) / 12.0, Day::year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(from: f64, to: f64, most: usize) -> String {
        ticks(from, to, most).into_iter().map(|(_, label)| label).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_as_fine_as_the_room_allows() {
        assert_eq!(labels(1957.0, 2027.0, 8), "1960 1970 1980 1990 2000 2010 2020");
        assert_eq!(labels(2003.0, 2027.0, 5), "2005 2010 2015 2020 2025");
        assert_eq!(labels(2013.0, 2021.0, 5), "2014 2016 2018 2020");
        assert_eq!(labels(2020.0, 2024.0, 5), "2020 2021 2022 2023 2024");
        assert_eq!(labels(2025.0, 2027.0, 5), "2025 Jul 2026 Jul 2027");
        assert_eq!(labels(2020.0, 2026.0, 5), "2020 2022 2024 2026");
        assert_eq!(labels(2025.0, 2026.0, 6), "2025 Apr Jul Oct 2026");
        assert_eq!(labels(start(2026 * 12 + 3), start(2026 * 12 + 7), 5), "2026-04 May Jun Jul Aug");
        assert_eq!(labels(2026.0, 2026.5, 0), "2026");
    }

    #[test]
    fn a_tick_stands_on_the_first_day_of_its_month() {
        let april = Day::new(2026, 4, 1).map(Day::year);
        assert_eq!(ticks(2026.1, 2026.6, 4).first().map(|(year, _)| *year), april);
        for month in 0..24_000 {
            assert_eq!(super::month(start(month)), month);
        }
    }

    #[test]
    fn bounds_are_round_and_hold_what_is_shown() {
        assert_eq!(bounds(2014.9, 2026.4), (2014.0, 2027.0));
        assert_eq!(bounds(2014.0, 2024.0), (2014.0, 2024.0));
        assert_eq!(bounds(1957.8, 2035.0), (1955.0, 2035.0));
        assert_eq!(bounds(1700.0, 2026.0), (1700.0, 2030.0));
        assert_eq!(bounds(2024.2, 2025.6), (2024.0, 2026.0));
        assert_eq!(bounds(f64::INFINITY, f64::NEG_INFINITY), bounds(9999.0, 9999.0));
        let (from, to) = bounds(2026.38, 2026.38);
        assert_eq!((from, to), (start(2026 * 12 + 3), start(2026 * 12 + 6)));
    }
}
