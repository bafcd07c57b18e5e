//! What can lie over the panes: one thing at a time.

use super::dialog::Dialog;
use super::edit::Edit;
use super::picker::Picker;

crate::vocabulary! {
    /// A line that is asked for.
    pub enum Asked {
        /// The as-of date.
        AsOf = "as of",
        /// The known-by date.
        KnownBy = "known by",
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
