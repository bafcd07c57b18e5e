//! `spacepact keys`: what keys do.

use super::{Console, Ending, Fault};
use crate::app::action::{Action, Section};
use crate::app::keymap::Keymap;

/// Prints the keymap, part by part.
pub(super) fn run(console: &mut Console<'_>) -> Result<Ending, Fault> {
    let keymap = Keymap::bundled()?;
    for section in Section::ALL {
        writeln!(console.out, "{section}")?;
        for action in Action::every().filter(|action| action.section() == *section) {
            let keys: Vec<String> = keymap.keys(action).map(|chord| chord.to_string()).collect();
            writeln!(console.out, "  {:<24} {:<16} {}", keys.join("  "), action.name(), action.doc())?;
        }
        writeln!(console.out)?;
    }
    Ok(Ending::Fine)
}
