//! What somebody looks for: words, and filters.
//!
//! `chang kind:mission in:cn -status:cancelled with:esa from:2010`: a word with a colon behind letters
//! is a filter, everything else is left to [`super::Index::search`]. [`super::Key`] lists the filters.

use std::fmt;

use super::filter::{Filter, Test};
use super::index::Index;
use super::key::{Key, Sort};
use super::resolve::Unresolved;
use super::words::{Token, tokens};
use crate::dataset::spelling::{either, nearest};
use crate::graph::Graph;
use crate::model::date::DateError;

/// Words to find and filters to pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, as typed, with one blank between them.
    pub words: String,
    /// The filters, in the order in which they were typed.
    pub filters: Vec<Filter>,
}

/// Why a text is no query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// No filter has this key.
    Key {
        /// What stands in front of the colon.
        key: String,
        /// Keys that are spelt nearly like it.
        near: Vec<&'static str>,
    },
    /// Nothing stands behind the colon.
    NoValue {
        /// The key.
        key: Key,
    },
    /// The vocabulary of the key has no such value, or more than one that begins like it.
    Value {
        /// The key.
        key: Key,
        /// The value.
        value: String,
        /// What may have been meant.
        near: Vec<&'static str>,
        /// All values of the vocabulary.
        all: Vec<&'static str>,
    },
    /// The value names no entity, or several.
    Who {
        /// The key.
        key: Key,
        /// What was typed, and what may have been meant.
        error: Unresolved,
    },
    /// The value is no number, or one that nobody reaches.
    Number {
        /// The key.
        key: Key,
        /// The value.
        value: String,
    },
    /// The value is no date.
    Date {
        /// The key.
        key: Key,
        /// The value.
        value: String,
        /// What is wrong with it.
        error: DateError,
    },
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = || either(&Key::ALL.iter().map(|key| key.name()).collect::<Vec<_>>());
        match self {
            Self::Key { key, near } if near.is_empty() => {
                write!(f, "no filter \"{key}:\"; there are {}", names())
            }
            Self::Key { key, near } => write!(f, "no filter \"{key}:\"; did you mean {}?", either(near)),
            Self::NoValue { key } => write!(f, "\"{key}:\" wants {} behind it", key.value()),
            Self::Value { key, value, near, all } if near.is_empty() => {
                write!(f, "\"{value}\" is no value of \"{key}:\"; write {}", either(all))
            }
            Self::Value { key, value, near, .. } => {
                write!(f, "\"{value}\" is no value of \"{key}:\"; did you mean {}?", either(near))
            }
            Self::Who { key, error } => write!(f, "\"{key}:\": {error}"),
            Self::Number { key, value } => {
                write!(f, "\"{value}\" behind \"{key}:\" is no number; write 2 for two or more")
            }
            Self::Date { key, value, error } => {
                write!(f, "\"{value}\" behind \"{key}:\" is {error}; write 2014, 2014-12 or 2014-12-11")
            }
        }
    }
}

impl std::error::Error for QueryError {}

impl Query {
    /// Reads a query. Entities are looked up at once, so that a filter never fails later.
    pub fn parse(text: &str, graph: &Graph, index: &Index) -> Result<Self, QueryError> {
        let mut query = Self::default();
        for token in tokens(text) {
            let Some((key, values)) = split(&token) else {
                query.add_word(&token);
                continue;
            };
            let Some(key) = Key::from_name(&key.to_lowercase()) else {
                let near = nearest(key, Key::ALL.iter().map(|key| key.name()));
                return Err(QueryError::Key { key: key.to_owned(), near });
            };
            let list = if key.lists() { &[','][..] } else { &[] };
            let mut values = values.split(list).map(str::trim).filter(|value| !value.is_empty()).peekable();
            if values.peek().is_none() {
                return Err(QueryError::NoValue { key });
            }
            for (place, value) in values.enumerate() {
                let test = Test::parse(key, value, graph, index)?;
                query.filters.push(Filter { exclude: token.minus, test, or: place > 0 });
            }
        }
        Ok(query)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    /// The filters, those with a comma between their values together.
    pub(super) fn groups(&self) -> impl Iterator<Item = &[Filter]> {
        self.filters.chunk_by(|_, next| next.or)
    }

    /// The same without the filters of a key.
    #[must_use]
    pub fn beside(&self, key: Key) -> Self {
        let filters = self.filters.iter().filter(|filter| filter.test.key() != key).cloned().collect();
        Self { words: self.words.clone(), filters }
    }

    /// The filters that say nothing about a sort of thing, without the words.
    #[must_use]
    pub fn silent(&self, sort: Sort) -> Self {
        let silent = |filter: &&Filter| !filter.test.key().judges().contains(&sort);
        Self { words: String::new(), filters: self.filters.iter().filter(silent).cloned().collect() }
    }

    /// What may help where nothing passes: that filters of one key must hold together, if there are such.
    pub fn both(&self) -> Option<String> {
        let strict = |group: &&[Filter]| !group[0].exclude && !group[0].test.key().alternatives();
        let groups: Vec<&[Filter]> = self.groups().filter(strict).collect();
        let named =
            |group: &[Filter]| group.iter().map(|filter| filter.test.value()).collect::<Vec<_>>().join(",");
        groups.iter().enumerate().find_map(|(place, first)| {
            let key = first[0].test.key();
            let second =
                groups[place + 1..].iter().find(|group| group[0].test.key() == key && key.lists())?;
            let (first, second) = (named(first), named(second));
            Some(format!(
                "{key}:{first} and {key}:{second} must both hold; {key}:{first},{second} means either."
            ))
        })
    }

    fn add_word(&mut self, token: &Token) {
        if token.text.is_empty() {
            return;
        }
        let minus = if token.minus { "-" } else { "" };
        let quote = if token.quoted || token.text.contains(char::is_whitespace) { "\"" } else { "" };
        if !self.words.is_empty() {
            self.words.push(' ');
        }
        self.words += &format!("{minus}{quote}{}{quote}", token.text);
    }
}

/// Key and value of a filter; `None` for a word.
fn split(token: &Token) -> Option<(&str, &str)> {
    let (key, value) = token.text.split_once(':').filter(|_| !token.quoted)?;
    let letters = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters.then_some((key, value))
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)?;
        for (number, filter) in self.filters.iter().enumerate() {
            let first = number == 0 && self.words.is_empty();
            let blank = if first || filter.or { "" } else { " " };
            write!(f, "{blank}{filter}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let graph = graph();
        let index = Index::build(&graph);
        let query = Query::parse(text, &graph, &index).map_err(|error| error.to_string())?;
        let again = Query::parse(&query.to_string(), &graph, &index).map_err(|error| error.to_string())?;
        assert_eq!(query, again, "{text:?} as {query}");
        Ok(query.to_string())
    }

    #[test]
    fn a_query_is_written_in_one_way_and_reads_back_the_same() {
        for (text, written) in [
            ("", ""),
            ("  chang   kind:Missions ", "chang kind:mission"),
            ("with:ESA,cnsa -by:esa,CNSA with:esa", "with:esa,cnsa -by:esa,cnsa with:esa"),
            ("phase:act,undated", "phase:active,undated"),
            ("in:China with:ESA -status:canc e6", "e6 in:cn with:esa -status:cancelled"),
            ("kind:mission,topic", "kind:mission,topic"),
            ("with:\"chang’e 6\"", "with:change-6"),
            ("about:moon-base topic:moon", "about:topic-moon topic:topic-moon"),
            ("by:国家航天局 of:\"european space\"", "by:cnsa of:esa"),
            ("status:\"in force\" status:in_development", "status:in-force status:in-development"),
            ("from:2010 to:2020-06~ -from:2015-01-31", "from:2010 to:2020-06~ -from:2015-01-31"),
            ("position:declines confidence:h", "position:declines confidence:high"),
            ("\"exact phrase\" -\"not this\" -nor", "\"exact phrase\" -\"not this\" -nor"),
            ("\"kind:mission\" half\" kind:x", "\"kind:mission\" \"half kind:x\""),
            ("- -- \"\" --x 12:30 :x", "- -- --x 12:30 :x"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(written), "{text:?}");
        }
    }

    #[test]
    fn whatever_signs_are_typed_a_query_reads_back_the_same() {
        const SIGNS: [&str; 6] = [" ", "\"", "-", ":", "a", "kind:mission"];
        let graph = graph();
        let index = Index::build(&graph);
        for number in 0..SIGNS.len().pow(5) {
            let places = (0..5).map(|place| SIGNS[number / SIGNS.len().pow(place) % SIGNS.len()]);
            let text: String = places.collect();
            if let Ok(query) = Query::parse(&text, &graph, &index) {
                assert_eq!(Query::parse(&query.to_string(), &graph, &index), Ok(query), "{text:?}");
            }
        }
    }

    #[test]
    fn a_bad_query_says_what_would_be_right() {
        for (text, words) in [
            ("knid:mission", "no filter \"knid:\"; did you mean \"kind\"?"),
            ("kind:", "\"kind:\" wants a kind of entity behind it"),
            (
                "kind:misions",
                "\"misions\" is no value of \"kind:\"; did you mean \"missions\" or \"mission\"?",
            ),
            (
                "status:in",
                "\"in\" is no value of \"status:\"; did you mean \"in development\" or \"in force\"?",
            ),
            (
                "with:aschbahcer",
                "\"with:\": nothing here is called \"aschbahcer\"; did you mean josef-aschbacher (Josef Aschbacher)?",
            ),
            ("in:esa", "\"in:\": nothing here is called \"esa\"; try another spelling or an id"),
            (
                "from:soon",
                "\"soon\" behind \"from:\" is not a date of a known form; write 2014, 2014-12 or 2014-12-11",
            ),
            (
                "to:2014-13",
                "\"2014-13\" behind \"to:\" is no such day in the calendar; write 2014, 2014-12 or 2014-12-11",
            ),
        ] {
            assert_eq!(read(text), Err(words.to_owned()), "{text:?}");
        }
    }
}
