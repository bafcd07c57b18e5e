//! Stretches of years: "1992..2007", "2024..".

use std::fmt;

use crate::model::date::{Date, Moment};

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its first day, month or year; `None`: from the beginning.
    pub from: Option<Moment>,
    /// Its last one; `None`: until today.
    pub to: Option<Moment>,
}

impl Period {
    /// All of time.
    pub const ALWAYS: Self = Self { from: None, to: None };

    /// Reads `1992..2007`, `2024..`, `..1991` or a single year.
    pub fn parse(text: &str) -> Option<Self> {
        let moment = |text: &str| match text.trim() {
            "" => Some(None),
            text => text.parse::<Moment>().ok().map(Some),
        };
        let (from, to) = match text.split_once("..") {
            Some((from, to)) => (moment(from)?, moment(to)?),
            None => (moment(text)?, moment(text)?),
        };
        let empty = from.is_none() && to.is_none();
        let backward = from.zip(to).is_some_and(|(from, to)| from.first() > to.last());
        (!empty && !backward).then_some(Self { from, to })
    }

    /// As it is typed.
    pub fn typed(&self) -> String {
        let moment = |moment: Option<Moment>| moment.map_or(String::new(), |moment| moment.to_string());
        format!("{}..{}", moment(self.from), moment(self.to))
    }

    /// How many days lie in both; the less above nothing, the farther apart they are.
    pub fn shared_days(&self, other: Self) -> i64 {
        /// Farther back and ahead than anything that is told, in days.
        const FAR: i64 = 1 << 22;
        let from = |period: &Self| period.from.map_or(-FAR, |from| from.first().0.into());
        let to = |period: &Self| period.to.map_or(FAR, |to| to.last().0.into());
        to(self).min(to(&other)) - from(self).max(from(&other))
    }

    /// Whether a date falls into it, or lasts into it.
    pub fn touches(&self, date: Date) -> bool {
        date.touches(self.from.map(Moment::first), self.to.map(Moment::last))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) => write!(f, "{from}–{to}"),
            (Some(from), None) => write!(f, "since {from}"),
            (None, Some(to)) => write!(f, "until {to}"),
            (None, None) => f.write_str("all years"),
        }
    }
}
