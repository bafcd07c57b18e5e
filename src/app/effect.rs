//! What the world must do: asked for here, done by the terminal.

use std::path::PathBuf;

use crate::view::saved::Saved;

/// A deed that the state cannot do by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell lets us go on.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Report the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Put text on the clipboard.
    Copy(String),
    /// Open an address in the browser.
    Open(String),
    /// Keep a view in the state folder.
    Keep(Saved),
    /// Write a file.
    Save {
        /// Where.
        path: PathBuf,
        /// What.
        bytes: Vec<u8>,
        /// Whether an existing file may be replaced.
        force: bool,
    },
}
