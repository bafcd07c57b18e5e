//! The only layer that knows ratatui and crossterm: the terminal is entered and left here, events become
//! keys, figures become cells, and what the state asks for is done.
//!
//! Nothing here decides anything about the atlas. The loop blocks until something [wakes](wake) it; there
//! is no tick, no timeout, and no query to which a terminal would have to answer.
//!
//! What terminals are known to do wrong, and what is done about it:
//!
//! - Under `NO_COLOR` crossterm turns every colour into a reset that takes bold and reversed with it. Our
//!   [`depth`] decides alone, and without colours styles name none.
//! - A terminal that goes away without a signal makes reading spin. [`wake`] waits for the hang-up.
//! - A popup over the second half of a wide letter loses its border. [`paint::clear`] blanks the letter.
//! - Terminals disagree on the width of combining scripts. Widths come from `unicode-width` alone, as
//!   ratatui and [`typeset`](crate::typeset) ask it; lists show Latin and CJK names, other scripts end
//!   their lines.
//! - The fuzzy matcher panics without its cache, and folds no accents. Only [`search`](crate::search)
//!   knows it, never changes the cache, and folds by itself.
//! - Asking a terminal for its colours or its keys takes seconds where nobody answers. It is not asked:
//!   only options and the environment are, see [`depth`].
//! - Clipboards say yes and hold nothing. [`clipboard`] says by which way a text went, and over SSH goes
//!   through the terminal.
//! - Windows reports the release of keys. [`event`] drops it.
//! - A frame that is drawn while it is written tears. [`output`] writes whole frames, each a synchronised
//!   update.

pub mod ansi;
pub mod browse;
pub mod clipboard;
pub mod depth;
pub mod event;
pub mod output;
pub mod paint;
pub mod path;
pub mod run;
pub mod screen;
pub mod seat;
pub mod state;
pub mod terminal;
pub mod wake;

pub use run::{Options, run};

/// Columns and rows of the terminal; 80 by 24 where none says.
pub fn size() -> (u16, u16) {
    crossterm::terminal::size().unwrap_or((80, 24))
}
