//! Why a command could not do what it was asked.

use std::fmt;
use std::io;

use super::Ending;
use crate::export::FORMATS;
use crate::search::{QueryError, Unresolved};
use crate::view::Misread;
use crate::view::address::Unreadable;

/// A reason, with its data.
#[derive(Debug)]
pub enum Fault {
    /// A name that is no entity's, or that of several.
    Unresolved(Unresolved),
    /// Filters that cannot be read.
    Query(QueryError),
    /// The value of an option.
    Misread(Misread),
    /// A view that got too few or too many entities.
    Focus {
        /// The view.
        view: &'static str,
        /// How many it takes, at least and at most.
        takes: (usize, usize),
        /// How many it got.
        got: usize,
    },
    /// No view is saved under this name; the names that are.
    Unsaved(String, Vec<String>),
    /// A saved view whose command cannot be read.
    Saved(String, Unreadable),
    /// The data has faults of this number, already listed.
    Data(usize),
    /// No format has files of this ending.
    Ending(String),
    /// A file was not written.
    Save(String),
    /// A rule of this name does not exist.
    Rule(String, Vec<&'static str>),
    /// Something in the keymap.
    Keymap(crate::app::keymap::KeymapError),
    /// The terminal cannot be used.
    Terminal(String),
    /// The reader of the results has gone.
    Pipe,
    /// The system refused.
    Io(io::Error),
}

impl Fault {
    /// The exit code that goes with it.
    pub fn ending(&self) -> Ending {
        match self {
            Self::Unresolved(Unresolved { candidates, .. })
            | Self::Misread(Misread::Name(Unresolved { candidates, .. }))
                if candidates.len() > 1 =>
            {
                Ending::Wrong
            }
            Self::Unresolved(_)
            | Self::Misread(Misread::Name(_) | Misread::Source(_))
            | Self::Unsaved(..) => Ending::Nothing,
            Self::Pipe => Ending::Fine,
            _ => Ending::Wrong,
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Pipe } else { Self::Io(error) }
    }
}

impl From<Unresolved> for Fault {
    fn from(error: Unresolved) -> Self {
        Self::Unresolved(error)
    }
}

impl From<QueryError> for Fault {
    fn from(error: QueryError) -> Self {
        Self::Query(error)
    }
}

impl From<crate::app::keymap::KeymapError> for Fault {
    fn from(error: crate::app::keymap::KeymapError) -> Self {
        Self::Keymap(error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unresolved(error) => error.fmt(f),
            Self::Query(error) => error.fmt(f),
            Self::Misread(error) => error.fmt(f),
            Self::Unsaved(name, known) if known.is_empty() => {
                write!(f, "no view is saved as \"{name}\"; none is saved yet")
            }
            Self::Unsaved(name, known) => {
                write!(f, "no view is saved as \"{name}\"; saved are {}", known.join(", "))
            }
            Self::Saved(name, error) => write!(f, "the view saved as \"{name}\" cannot be read: {error}"),
            Self::Focus { view, takes: (least, most), got } => {
                let wants = match (least, most) {
                    (0, 0) => "no entity".to_owned(),
                    (1, 1) => "one entity".to_owned(),
                    (0, most) => format!("up to {most} entities"),
                    (least, most) => format!("{least} to {most} entities"),
                };
                write!(f, "`{view}` takes {wants}, not {got}; for example `spacepact {view}")?;
                if *most > 0 {
                    f.write_str(" smile")?;
                }
                f.write_str("`")
            }
            Self::Ending(ending) => {
                let known: Vec<&str> = FORMATS.iter().map(|format| format.extension()).collect();
                write!(
                    f,
                    "no format writes .{ending} files; the endings are {}, and --format names one",
                    known.join(", ")
                )
            }
            Self::Data(1) => f.write_str("the data has a fault; nothing is answered from faulty data"),
            Self::Data(count) => {
                write!(f, "the data has {count} faults; nothing is answered from faulty data")
            }
            Self::Save(problem) | Self::Terminal(problem) => f.write_str(problem),
            Self::Rule(name, known) => {
                write!(f, "no rule is called \"{name}\"; the rules are {}", known.join(", "))
            }
            Self::Keymap(error) => error.fmt(f),
            Self::Pipe => Ok(()),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Fault {}
