//! Dates in prose: "on 11 December 2014", "in about 2014", "between October and December 2025",
//! "since 2020". Nothing sounds surer than its source.

use crate::model::date::{Date, Moment};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment: "11 December 2014", "December 2014", "about 2014".
pub fn moment(moment: Moment) -> String {
    let (year, month, day) = moment.parts();
    let month = month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    let said = match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        (None, _) => year.to_string(),
    };
    if moment.about() { format!("about {said}") } else { said }
}

/// When something happened: "on 11 December 2014", "in 2014", "in or before April 2026".
///
/// A stretch means that it happened once, somewhere within it.
pub fn happened(date: Date) -> String {
    match date {
        Date::At(only) => at(only),
        Date::Span { from: Some(from), to: Some(to) } => {
            format!("between {} and {}", without_year(from, to), moment(to))
        }
        Date::Span { from: Some(from), to: None } => format!("{} or later", at(from)),
        Date::Span { from: None, to: Some(to) } => format!("{} or before", at(to)),
        Date::Span { from: None, to: None } => String::new(),
    }
}

/// When something lasted: "from 2015 to 2018", "since 2020", "until 2014". A single moment is a start.
pub fn lasted(date: Date) -> String {
    match (date.start(), date.end()) {
        (Some(from), Some(to)) if from == to => at(from),
        (Some(from), Some(to)) => format!("from {} to {}", moment(from), moment(to)),
        (Some(from), None) => format!("since {}", moment(from)),
        (None, Some(to)) => format!("until {}", moment(to)),
        (None, None) => String::new(),
    }
}

/// A date in words as it is written in tables: "2026-05-19" for "19 May 2026".
pub fn iso(said: &str) -> Option<String> {
    let words: Vec<&str> = said.split(' ').collect();
    let (day, month, year) = match words[..] {
        [month, year] => (None, month, year),
        [day, month, year] => (Some(day.parse::<u8>().ok()?), month, year),
        _ => return None,
    };
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    let day = day.map_or(String::new(), |day| format!("-{day:02}"));
    let date: Moment = format!("{year}-{month:02}{day}").parse().ok()?;
    Some(date.to_string())
}

/// A moment with its preposition: "on 11 December 2014", "in December 2014".
pub fn at(only: Moment) -> String {
    let preposition = if only.exact() && !only.about() { "on" } else { "in" };
    match (only.exact(), only.about()) {
        (true, true) => moment(only).replacen("about", "on about", 1),
        _ => format!("{preposition} {}", moment(only)),
    }
}

/// The earlier end of a stretch, without the year if the later one says it.
fn without_year(from: Moment, to: Moment) -> String {
    let said = moment(from);
    let same = from.year() == to.year() && from.parts().1.is_some() && !from.about();
    if same { said.trim_end_matches(&format!(" {}", from.year())).to_owned() } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn events_are_said_as_exactly_as_they_are_known() {
        for (written, said) in [
            ("2014-12-11", "on 11 December 2014"),
            ("2014-12", "in December 2014"),
            ("2014", "in 2014"),
            ("2014~", "in about 2014"),
            ("2014-12-11~", "on about 11 December 2014"),
            ("2025-10/2025-12", "between October and December 2025"),
            ("2026-04-08/2026-05-07", "between 8 April and 7 May 2026"),
            ("2015/2016", "between 2015 and 2016"),
            ("2025-09/..", "in September 2025 or later"),
            ("../2026-04", "in April 2026 or before"),
        ] {
            assert_eq!(happened(date(written)), said);
        }
    }

    #[test]
    fn dates_in_words_are_written_as_others_are() {
        let iso = |said| iso(said).unwrap_or_default();
        assert_eq!(
            ["19 May 2026", "January 1992", "1999", "23, in a list"].map(iso),
            ["2026-05-19", "1992-01", "", ""]
        );
    }

    #[test]
    fn what_lasts_has_a_start_an_end_or_both() {
        for (written, said) in [
            ("2015/2018", "from 2015 to 2018"),
            ("2020/..", "since 2020"),
            ("2020", "since 2020"),
            ("../2014-03", "until March 2014"),
            ("2014~/2016", "from about 2014 to 2016"),
            ("2016-10-17/2016-10-17", "on 17 October 2016"),
        ] {
            assert_eq!(lasted(date(written)), said);
        }
    }
}
