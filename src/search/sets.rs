//! Set algebra as it is typed: `"artemis accords" & ilrs`, `ceos - isecg`, `(a | b) & c`.
//!
//! - A set is named by an id or any other name. Words that stand side by side are one name; in double
//!   quotes it may hold signs.
//! - `&` is and, `|` is or, `-` is without. `&` binds first; `|` and `-` go from left to right.
//! - A hyphen between two letters or digits belongs to a name; anywhere else it means without. So
//!   `moon-agreement - ilrs` and `moon-agreement -ilrs` say the same.

mod token;

use std::fmt;

use super::index::Index;
use super::resolve::Unresolved;
use crate::graph::Graph;
use crate::graph::sets::Sets;
use token::{Sign, Token, What, tokens};

/// So many sets may be named, and so many brackets be open.
const MOST: usize = 64;

/// Why a text is no set, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetsError {
    /// The text.
    pub text: String,
    /// The letter at which reading stopped, from 1.
    pub at: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with a text that should name sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// This stands where a set should; nothing if the text ends there.
    NoSet(Option<String>),
    /// This follows a set with no sign between them.
    NoSign(String),
    /// A quote is opened here and not closed.
    Quote,
    /// A bracket is opened here and not closed.
    Opened,
    /// A bracket is closed that was not opened.
    Closed,
    /// More sets or more open brackets than anybody can mean.
    TooMany,
    /// A name that is no entity's, or that of several.
    Name(Unresolved),
}

/// What a set may begin with.
const SET: &str = "a name or \"(\"";

impl fmt::Display for SetsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { text, at, wrong } = self;
        if !matches!(wrong, Wrong::NoSet(None) | Wrong::Name(_)) {
            write!(f, "{text}: at letter {at} ")?;
        }
        match wrong {
            Wrong::NoSet(None) if text.trim().is_empty() => {
                f.write_str("no set is named; write \"artemis-accords & ilrs\" or \"ceos - isecg\"")
            }
            Wrong::NoSet(None) => write!(f, "{text}: {SET} should follow at the end"),
            Wrong::NoSet(Some(read)) => write!(f, "stands \"{read}\" where {SET} should"),
            Wrong::NoSign(read) => {
                write!(f, "follows \"{read}\"; write & (and), | (or) or - (without) before it")
            }
            Wrong::Quote => f.write_str("a quote is opened and not closed"),
            Wrong::Opened => f.write_str("a bracket is opened and not closed"),
            Wrong::Closed => f.write_str("a bracket is closed that was not opened"),
            Wrong::TooMany => write!(f, "it goes beyond {MOST} sets or open brackets"),
            Wrong::Name(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SetsError {}

/// Reads an expression. The entities are looked up at once, so that nothing fails later.
pub fn parse(text: &str, graph: &Graph, index: &Index) -> Result<Sets, SetsError> {
    let fail = |at, wrong| SetsError { text: text.to_owned(), at, wrong };
    let tokens = tokens(text).map_err(|at| fail(at, Wrong::Quote))?;
    if tokens.iter().filter(|token| matches!(token.what, What::Name { .. })).count() > MOST {
        return Err(fail(1, Wrong::TooMany));
    }
    let end = text.chars().count() + 1;
    let mut reader = Reader { tokens: &tokens, next: 0, open: 0, end, graph, index };
    let sets = reader.either().map_err(|(at, wrong)| fail(at, wrong))?;
    match reader.tokens.get(reader.next) {
        None => Ok(sets),
        Some(token) => Err(fail(
            token.at,
            match &token.what {
                What::Sign(Sign::Close) => Wrong::Closed,
                what => Wrong::NoSign(what.to_string()),
            },
        )),
    }
}

/// Reads tokens from left to right. A failure is a place and what is wrong there.
struct Reader<'t> {
    tokens: &'t [Token],
    next: usize,
    open: usize,
    end: usize,
    graph: &'t Graph,
    index: &'t Index,
}

type Read = Result<Sets, (usize, Wrong)>;

impl Reader<'_> {
    /// Sets with `|` and `-` between them.
    fn either(&mut self) -> Read {
        let mut sets = self.both()?;
        loop {
            if self.takes(Sign::Or) {
                sets = Sets::Or(sets.into(), self.both()?.into());
            } else if self.takes(Sign::Without) {
                sets = Sets::Without(sets.into(), self.both()?.into());
            } else {
                return Ok(sets);
            }
        }
    }

    /// Sets with `&` between them.
    fn both(&mut self) -> Read {
        let mut sets = self.one()?;
        while self.takes(Sign::And) {
            sets = Sets::And(sets.into(), self.one()?.into());
        }
        Ok(sets)
    }

    /// A name, or an expression in brackets.
    fn one(&mut self) -> Read {
        let Some(token) = self.tokens.get(self.next) else {
            return Err((self.end, Wrong::NoSet(None)));
        };
        self.next += 1;
        match &token.what {
            What::Name { words, .. } => self.name(token.at, words),
            What::Sign(Sign::Open) if self.open == MOST => Err((token.at, Wrong::TooMany)),
            What::Sign(Sign::Open) => {
                self.open += 1;
                let sets = self.either()?;
                self.open -= 1;
                if self.takes(Sign::Close) {
                    return Ok(sets);
                }
                match self.tokens.get(self.next) {
                    Some(other) => Err((other.at, Wrong::NoSign(other.what.to_string()))),
                    None => Err((token.at, Wrong::Opened)),
                }
            }
            sign @ What::Sign(_) => Err((token.at, Wrong::NoSet(Some(sign.to_string())))),
        }
    }

    fn takes(&mut self, sign: Sign) -> bool {
        let taken = self.tokens.get(self.next).is_some_and(|token| token.what == What::Sign(sign));
        self.next += usize::from(taken);
        taken
    }

    fn name(&self, at: usize, words: &[String]) -> Read {
        let resolve = |words: &[String]| self.index.resolve(self.graph, &words.join(" "));
        let error = match resolve(words) {
            Ok(entity) => return Ok(Sets::In(entity)),
            Err(error) => error,
        };
        // Two names side by side are rather two sets than one that nobody knows.
        let parted = (1..words.len().min(8)).find(|&cut| {
            let (one, other) = words.split_at(cut);
            resolve(one).is_ok() && resolve(other).is_ok()
        });
        match parted {
            Some(cut) => {
                let before = words[..cut].iter().map(|word| word.chars().count() + 1).sum::<usize>();
                Err((at + before, Wrong::NoSign(words[cut..].join(" "))))
            }
            None => Err((at, Wrong::Name(error))),
        }
    }
}

#[cfg(test)]
mod tests;
