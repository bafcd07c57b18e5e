//! What can lie over the panes: one thing at a time.

use super::dialog::Dialog;
use super::edit::Edit;
use super::picker::Picker;
use crate::view::Opt;
use crate::view::phrase::capital;

/// A line that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The as-of date.
    AsOf,
    /// The known-by date.
    KnownBy,
    /// The value of an option of the view.
    Option(&'static Opt),
    /// The name under which the view is kept.
    Name,
}

impl Asked {
    /// What is asked, as a title.
    pub fn title(self) -> String {
        match self {
            Self::AsOf => "The as-of date".to_owned(),
            Self::KnownBy => "The known-by date".to_owned(),
            Self::Option(option) => capital(option.name),
            Self::Name => "Save this view as".to_owned(),
        }
    }

    /// The form of the answer.
    pub fn form(self) -> &'static str {
        match self {
            Self::AsOf | Self::KnownBy => "2015, 2015-06, 2015-06-30",
            Self::Option(option) => option.value,
            Self::Name => "a name",
        }
    }

    /// What an empty answer means, and more to know.
    pub fn help(self) -> &'static str {
        match self {
            Self::AsOf | Self::KnownBy => "empty: all dates. A year means its last day.",
            Self::Option(option) => option.doc,
            Self::Name => "A view of the same name is replaced.",
        }
    }

    /// What stands in the empty line.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::AsOf | Self::KnownBy => "all dates",
            Self::Option(_) => "as it comes",
            Self::Name => "a name",
        }
    }
}

/// A question with one line of answer.
pub struct Prompt {
    /// What is asked.
    pub asked: Asked,
    /// The answer so far.
    pub edit: Edit,
    /// What is wrong with it.
    pub problem: Option<String>,
}

/// Something over the panes.
pub enum Overlay {
    /// A list to choose from.
    Picker(Picker),
    /// The export dialog.
    Dialog(Box<Dialog>),
    /// A question.
    Prompt(Prompt),
}
