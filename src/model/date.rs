//! Dates as far as they are known: EDTF (ISO 8601-2, level 1), the part of it that sources need.
//!
//! `2014`, `2014-12`, `2014-12-11`, `2014~` (about), `2014-12/2023-01`, `2014/..` (still running),
//! `../2014` (start unknown). A year covers its whole year; nothing pretends to more.

use std::fmt;
use std::str::FromStr;

/// A calendar day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A year, a month or a day, perhaps approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    year: i16,
    /// 1 to 12, or 0 where only the year is known.
    month: u8,
    /// 1 to 31, or 0 where only the month is known.
    day: u8,
    about: bool,
}

/// A moment or a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Date {
    /// A single moment.
    At(Moment),
    /// From one moment to another; `None` is an open end (`..`).
    Span {
        /// When it began; `None`: not known.
        from: Option<Moment>,
        /// When it ended; `None`: not over.
        to: Option<Moment>,
    },
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not of a form that is known here.
    Form,
    /// The form is right, but no calendar has such a month or day.
    Calendar,
    /// The end lies before the start.
    Order,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a date of a known form",
            Self::Calendar => "no such day in the calendar",
            Self::Order => "ends before it starts",
        })
    }
}

impl std::error::Error for DateError {}

impl Day {
    /// The day with these numbers, if the calendar has it.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let date = jiff::civil::Date::new(year, month.cast_signed(), day.cast_signed()).ok()?;
        let epoch = jiff::civil::date(1970, 1, 1);
        Some(Self(epoch.until(date).ok()?.get_days()))
    }

    /// Year, month and day.
    pub fn parts(self) -> (i16, u8, u8) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = yoe + era * 400 + i32::from(month <= 2);
        (year as i16, month as u8, day as u8)
    }

    /// The year as a number with a fraction, for drawing along an axis.
    pub fn year(self) -> f64 {
        let (year, ..) = self.parts();
        let start = Self::new(year, 1, 1).map_or(self.0, |day| day.0);
        let next = Self::new(year + 1, 1, 1).map_or(start + 365, |day| day.0);
        f64::from(year) + f64::from(self.0 - start) / f64::from(next - start)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        f.pad(&format!("{year:04}-{month:02}-{day:02}"))
    }
}

impl Moment {
    /// First day it can mean.
    pub fn first(self) -> Day {
        Day::new(self.year, self.month.max(1), self.day.max(1)).unwrap_or(Day(0))
    }

    /// Last day it can mean.
    pub fn last(self) -> Day {
        let after = match (self.month, self.day) {
            (0 | 12, 0) => Day::new(self.year + 1, 1, 1),
            (month, 0) => Day::new(self.year, month + 1, 1),
            _ => return self.first(),
        };
        Day(after.unwrap_or(Day(1)).0 - 1)
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Year, month and day as far as they are known.
    pub const fn parts(self) -> (i16, Option<u8>, Option<u8>) {
        const fn known(number: u8) -> Option<u8> {
            if number == 0 { None } else { Some(number) }
        }
        (self.year, known(self.month), known(self.day))
    }

    /// Whether both can be true: the one lies within the other, or it is only "about" then.
    pub fn agrees(self, other: Self) -> bool {
        let ((first, last), (from, to)) = ((self.first(), self.last()), (other.first(), other.last()));
        let loose = self.about || other.about;
        (first >= from && last <= to)
            || (from >= first && to <= last)
            || loose && self.year.abs_diff(other.year) <= 1
    }

    /// Whether the source says "about".
    pub const fn about(self) -> bool {
        self.about
    }

    /// Whether it names a single day.
    pub const fn exact(self) -> bool {
        self.day != 0
    }
}

impl From<Day> for Moment {
    fn from(value: Day) -> Self {
        let (year, month, day) = value.parts();
        Self { year, month, day, about: false }
    }
}

impl FromStr for Moment {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (digits, about) = match text.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = digits.split('-');
        let mut number = |width: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                    part.parse().map(Some).map_err(|_| DateError::Form)
                }
                Some(_) => Err(DateError::Form),
            }
        };
        let year = number(4)?.ok_or(DateError::Form)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let moment =
            Self { year: year as i16, month: month.unwrap_or(0) as u8, day: day.unwrap_or(0) as u8, about };
        let named = month != Some(0) && day != Some(0);
        if !named || Day::new(moment.year, moment.month.max(1), moment.day.max(1)).is_none() {
            return Err(DateError::Calendar);
        }
        Ok(moment)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = format!("{:04}", self.year);
        if self.month != 0 {
            text += &format!("-{:02}", self.month);
        }
        if self.day != 0 {
            text += &format!("-{:02}", self.day);
        }
        if self.about {
            text.push('~');
        }
        f.pad(&text)
    }
}

impl Date {
    /// First day it can mean; `None` where the start is not known.
    pub fn first(self) -> Option<Day> {
        match self {
            Self::At(moment) => Some(moment.first()),
            Self::Span { from, .. } => from.map(Moment::first),
        }
    }

    /// Last day it can mean; `None` where it is not over.
    pub fn last(self) -> Option<Day> {
        match self {
            Self::At(moment) => Some(moment.last()),
            Self::Span { to, .. } => to.map(Moment::last),
        }
    }

    /// The moment at which it starts.
    pub const fn start(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            Self::Span { from, .. } => from,
        }
    }

    /// The moment at which it ends; `None` also for a single moment.
    pub const fn end(self) -> Option<Moment> {
        match self {
            Self::At(_) => None,
            Self::Span { to, .. } => to,
        }
    }

    /// Whether some day of it lies in the stretch from one day to another, both included.
    pub fn touches(self, from: Option<Day>, to: Option<Day>) -> bool {
        let begins_in_time = match (self.first(), to) {
            (Some(first), Some(to)) => first <= to,
            _ => true,
        };
        let ends_in_time = match (self.last(), from) {
            (Some(last), Some(from)) => last >= from,
            _ => true,
        };
        begins_in_time && ends_in_time
    }

    /// Whether two dates of the same thing that lasts can both be true. A date without an end says
    /// nothing about the end.
    pub fn agrees(self, other: Self) -> bool {
        let fits = |ours: Option<Moment>, theirs: Option<Moment>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => ours.agrees(theirs),
            _ => true,
        };
        fits(self.start(), other.start()) && fits(self.end(), other.end())
    }

    /// The forms a date may have, for messages.
    pub const FORMS: &str = "2014, 2014-12, 2014-12-11, 2014~, 2014-12/2023-01, 2014/.. or ../2014";
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let Some((from, to)) = text.split_once('/') else {
            return text.parse().map(Self::At);
        };
        let end = |text: &str| match text {
            ".." => Ok(None),
            _ => text.parse::<Moment>().map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        match (from, to) {
            (None, None) => Err(DateError::Form),
            (Some(from), Some(to)) if to.last() < from.first() => Err(DateError::Order),
            _ => Ok(Self::Span { from, to }),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Span { from, to } => {
                let end = |moment: &Option<Moment>| match moment {
                    Some(moment) => moment.to_string(),
                    None => "..".to_owned(),
                };
                f.pad(&format!("{}/{}", end(from), end(to)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_forms_are_read_and_written_back() {
        for text in [
            "2014",
            "2014-12",
            "2014-12-11",
            "2014~",
            "2014-12~",
            "2014-12-11~",
            "2014/2023",
            "2014-12/2023-01",
            "2014-12-11/2023-01-23",
            "2014/..",
            "../2014",
            "2014~/2016~",
        ] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_year_covers_its_year_and_a_month_its_month() {
        let year: Moment = "2016".parse().unwrap();
        assert_eq!(
            (year.first().to_string(), year.last().to_string()),
            ("2016-01-01".into(), "2016-12-31".into())
        );
        let month: Moment = "2016-02".parse().unwrap();
        assert_eq!(month.last().to_string(), "2016-02-29");
        assert_eq!("1969-12-31".parse::<Moment>().unwrap().first(), Day(-1));
    }

    #[test]
    fn bad_dates_say_what_is_wrong() {
        for (text, error) in [
            ("", DateError::Form),
            ("14", DateError::Form),
            ("2014-1", DateError::Form),
            ("2014-12-11-09", DateError::Form),
            ("soon", DateError::Form),
            ("../..", DateError::Form),
            ("2014-13", DateError::Calendar),
            ("2014-00", DateError::Calendar),
            ("2015-02-29", DateError::Calendar),
            ("2023/2014", DateError::Order),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text:?}");
        }
    }

    #[test]
    fn dates_agree_if_one_only_says_it_more_exactly() {
        let agree = |one: &str, other: &str| {
            one.parse::<Date>().unwrap().agrees(other.parse().unwrap())
                && other.parse::<Date>().unwrap().agrees(one.parse().unwrap())
        };
        assert!(agree("2014", "2014-12-11") && agree("2014-12-11", "2014/..") && agree("2014~", "2015"));
        assert!(agree("2003/2007", "2003-12-29/2007-10-14") && agree("2003/..", "2003/2007"));
        assert!(!agree("2014-12-11", "2014-12-12") && !agree("2014", "2015"));
        assert!(!agree("2003/2007", "2003/2008"));
    }

    #[test]
    fn open_ends_touch_everything_on_their_side() {
        let running: Date = "2014/..".parse().unwrap();
        assert!(running.touches(Day::new(2050, 1, 1), None));
        assert!(!running.touches(None, Day::new(2013, 12, 31)));
    }
}
