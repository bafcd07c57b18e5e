//! How much two begin together, in periods of five years.

use crate::figure::Role;
use crate::graph::Shared;
use crate::graph::era::Seen;
use crate::model::date::Day;

/// Years of a period.
const YEARS: f64 = 5.0;
/// So many periods at most; what is older counts in the first.
const MOST: usize = 14;
/// Signs for little to much.
const SIGNS: &[char] = &['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Periods that end with the day from which one looks.
#[derive(Clone, Copy)]
pub(super) struct Periods {
    /// The end of the last one, in years.
    end: f64,
    /// How many there are.
    number: usize,
}

impl Periods {
    /// The periods from the first start on.
    pub(super) fn new<'s>(seen: Seen<'_>, shared: impl Iterator<Item = &'s Shared>) -> Self {
        let days: Vec<Day> = shared.filter_map(|shared| shared.when?.first()).collect();
        let today = seen.today().or_else(|| days.iter().max().copied());
        let end = today.map_or(0.0, Day::year);
        let first = days.iter().min().map_or(end, |day| day.year());
        let number = (((end - first) / YEARS).ceil().max(2.0) as usize).min(MOST);
        Self { end, number }
    }

    /// Where a day falls; `None` if it lies ahead.
    fn place(self, day: Day) -> Option<usize> {
        let back = (self.end - day.year()) / YEARS;
        (back >= 0.0).then(|| self.number - 1 - (back as usize).min(self.number - 1))
    }

    /// The year in which a period begins.
    fn start(self, place: usize) -> i64 {
        (self.end - YEARS * (self.number - place) as f64).ceil() as i64
    }

    /// The first year of a course and the last: "1957–2026".
    pub(super) fn years(self) -> String {
        format!("{}–{}", self.start(0), self.end as i64)
    }

    /// What a course covers, for the note.
    pub(super) fn told(self) -> Option<String> {
        (self.end > 0.0).then(|| format!("5-year course from {}", self.start(0)))
    }
}

/// How many ties began in each period.
pub(super) struct Course {
    periods: Periods,
    begun: Vec<usize>,
}

/// Whether more begins than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trend {
    /// More in the last five years than in the five before.
    Rising,
    /// As much.
    Steady,
    /// Less.
    Fading,
    /// Nothing in ten years.
    Quiet,
}

impl Course {
    /// Counts what began when.
    pub(super) fn new<'s>(periods: Periods, shared: impl Iterator<Item = &'s Shared>) -> Self {
        let mut begun = vec![0; periods.number];
        for place in shared.filter_map(|shared| periods.place(shared.when?.first()?)) {
            begun[place] += 1;
        }
        Self { periods, begun }
    }

    /// The counts as a line of signs; a blank where nothing began.
    pub(super) fn line(&self) -> String {
        let most = self.begun.iter().max().copied().unwrap_or(0).max(4);
        let sign = |&count: &usize| match count {
            0 => '·',
            some => SIGNS[(some * SIGNS.len()).div_ceil(most).clamp(1, SIGNS.len()) - 1],
        };
        self.begun.iter().map(sign).collect()
    }

    /// The counts in words: "1996–2001 2, 2016–2021 5".
    pub(super) fn told(&self) -> String {
        let told = self.begun.iter().enumerate().filter(|(_, count)| **count > 0).map(|(place, count)| {
            format!("{}–{}: {count}", self.periods.start(place), self.periods.start(place + 1) - 1)
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// The last five years against the five before.
    pub(super) fn trend(&self) -> Trend {
        match self.begun.as_slice() {
            [.., 0, 0] => Trend::Quiet,
            [.., before, last] if last > before => Trend::Rising,
            [.., before, last] if last < before => Trend::Fading,
            _ => Trend::Steady,
        }
    }
}

impl Trend {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Fading => "fading",
            Self::Quiet => "quiet",
        }
    }

    pub(super) const fn sign(self) -> char {
        match self {
            Self::Rising => '↗',
            Self::Steady => '→',
            Self::Fading => '↘',
            Self::Quiet => '·',
        }
    }

    pub(super) const fn role(self) -> Role {
        match self {
            Self::Rising => Role::Good,
            Self::Steady => Role::Text,
            Self::Fading => Role::Doubt,
            Self::Quiet => Role::Ended,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Phase, Way};

    fn course(dates: &[&str]) -> Course {
        let shared = |text: &&str| Shared {
            way: Way::Work,
            via: None,
            links: Vec::new(),
            rung: None,
            when: text.parse().ok(),
            phase: Phase::Active,
        };
        let all: Vec<Shared> = dates.iter().map(shared).collect();
        Course::new(Periods { end: 2025.0, number: 4 }, all.iter())
    }

    #[test]
    fn what_began_is_counted_by_period_and_gives_a_trend() {
        let rising = course(&["1980", "2012", "2021", "2022/..", "soon", "2030"]);
        assert_eq!((rising.line().as_str(), rising.trend()), ("▂▂·▄", Trend::Rising));
        assert_eq!(rising.told(), "2005–2009: 1, 2010–2014: 1, 2020–2024: 2");
        assert_eq!(course(&["2016", "2017", "2024"]).trend(), Trend::Fading);
        assert_eq!(course(&["2016", "2024"]).trend(), Trend::Steady);
        assert_eq!(course(&["2001"]).trend(), Trend::Quiet);
    }
}
