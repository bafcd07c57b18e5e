//! Brackets, quotes and comments that do not match.

use super::diagnostic::{Diagnostic, Severity};
use super::location::Place;
use super::rule;

/// What keeps a text from being cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unbalanced {
    /// A bracket is opened here and never closed, or something else is closed first.
    Unclosed { at: usize, open: char, closed_by: Option<usize> },
    /// A bracket is closed here that nobody opened.
    Unopened { at: usize, close: char },
    /// A string starts here and does not end.
    Quote { at: usize },
    /// A comment starts here and does not end.
    Comment { at: usize },
    /// The file does not start with `[`.
    NoList { at: usize },
    /// Something stands after the closing `]`.
    Trailing { at: usize },
}

impl Unbalanced {
    /// The same fault in a text in which this one starts at a place.
    pub(super) fn after(self, start: usize) -> Self {
        match self {
            Self::Unclosed { at, open, closed_by } => {
                Self::Unclosed { at: at + start, open, closed_by: closed_by.map(|by| by + start) }
            }
            Self::Unopened { at, close } => Self::Unopened { at: at + start, close },
            Self::Quote { at } => Self::Quote { at: at + start },
            Self::Comment { at } => Self::Comment { at: at + start },
            Self::NoList { at } => Self::NoList { at: at + start },
            Self::Trailing { at } => Self::Trailing { at: at + start },
        }
    }

    /// The fault in words; `cost` says what is lost by it.
    pub(super) fn explain(&self, text: &str, file: u32, cost: &str) -> Diagnostic {
        let (at, message, help) = match *self {
            Self::Unclosed { at, open, closed_by } => {
                let closing = match open {
                    '(' => ')',
                    '[' => ']',
                    _ => '}',
                };
                let before = closed_by.map_or_else(
                    || "at the end".to_owned(),
                    |by| {
                        let line = text[..by].matches('\n').count() + 1;
                        format!("before the `{}` on line {line}", &text[by..=by])
                    },
                );
                (at, format!("`{open}` is opened here and not closed"), format!("add `{closing}` {before}"))
            }
            Self::Unopened { at, close } => {
                (at, format!("`{close}` closes a bracket that was not opened"), "take it out".to_owned())
            }
            Self::Quote { at } => (
                at,
                "a quote on this line is not closed".to_owned(),
                "add the closing `\"`; a quote inside a text is written `\\\"`".to_owned(),
            ),
            Self::Comment { at } => (at, "the comment is not closed".to_owned(), "add `*/`".to_owned()),
            Self::NoList { at } => (
                at,
                "the file is not a list of records".to_owned(),
                "write the records as [ (id: \"…\", …), (…), ]".to_owned(),
            ),
            Self::Trailing { at } => (
                at,
                "something stands after the end of the list".to_owned(),
                "move it inside the [ ], or take it out".to_owned(),
            ),
        };
        Diagnostic {
            rule: rule::SYNTAX,
            severity: Severity::Error,
            place: Some(Place { file, start: at as u32, end: at as u32 + 1 }),
            message,
            help: help + cost,
        }
    }
}
