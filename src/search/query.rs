//! What somebody looks for: words, and filters.
//!
//! `chang kind:mission in:cn -status:cancelled with:esa from:2010`: a word with a colon behind letters
//! is a filter, everything else is left to [`super::Index::search`]. [`super::Key`] lists the filters.

use std::fmt;

use super::filter::{Filter, Test};
use super::index::Index;
use super::key::Key;
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
            let list = if key.alternatives() { &[','][..] } else { &[] };
            let mut values = values.split(list).map(str::trim).filter(|value| !value.is_empty()).peekable();
            if values.peek().is_none() {
                return Err(QueryError::NoValue { key });
            }
            for value in values {
                let test = Test::parse(key, value, graph, index)?;
                query.filters.push(Filter { exclude: token.minus, test });
            }
        }
        Ok(query)
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }

    fn add_word(&mut self, token: &Token) {
        let (minus, quote) = (if token.minus { "-" } else { "" }, if token.quoted { "\"" } else { "" });
        if token.text.is_empty() {
            return;
        }
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
            let blank = if number == 0 && self.words.is_empty() { "" } else { " " };
            write!(f, "{blank}{filter}")?;
        }
        Ok(())
    }
}
