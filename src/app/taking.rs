//! Taking things away: the browser, the export dialog, what has been written.

use std::path::PathBuf;

use super::chord::Chord;
use super::dialog::{self, Dialog};
use super::overlay::Overlay;
use super::{App, Effect, Notice};
use crate::graph::ClaimId;

impl App {
    /// The address of the source under the cursor, or of the first source of the claim.
    pub(super) fn source_url(&self) -> Option<String> {
        let graph = &self.atlas.graph;
        let mut target = self.workspace.active().target();
        if self.workspace.active().is_still() {
            target.claim = self.workspace.centre.map(ClaimId::Entity);
        }
        let cited =
            target.claim.into_iter().flat_map(|claim| graph.claim(claim).sources().collect::<Vec<_>>());
        target
            .source
            .into_iter()
            .chain(cited)
            .find_map(|id| graph.source(id).record.url.as_ref().map(ToString::to_string))
    }

    pub(super) fn browse(&mut self) -> Vec<Effect> {
        match self.source_url() {
            Some(url) => {
                self.notice = Notice::say(url.clone());
                vec![Effect::Open(url)]
            }
            None => {
                self.notice = Notice::say("no source of this line has an address");
                Vec::new()
            }
        }
    }

    pub(super) fn open_dialog(&mut self) {
        let Some(address) = self.workspace.address() else { return };
        let dialog = Box::new(Dialog::new(address, &self.atlas, self.theme()));
        self.overlay = Some(Overlay::Dialog(dialog));
    }

    pub(super) fn dialog_key(&mut self, mut dialog: Box<Dialog>, chord: Chord) -> Vec<Effect> {
        let outcome = dialog.key(chord, &self.atlas, self.theme());
        let mut effects = Vec::new();
        match outcome {
            dialog::Outcome::Open => {}
            dialog::Outcome::Closed => return effects,
            dialog::Outcome::Copy => {
                effects.push(Effect::Copy(String::from_utf8_lossy(&dialog.bytes).into_owned()));
                return effects;
            }
            dialog::Outcome::Write { force } => effects.push(Effect::Save {
                path: PathBuf::from(dialog.file.text()),
                bytes: dialog.bytes.clone(),
                force,
            }),
        }
        self.overlay = Some(Overlay::Dialog(dialog));
        effects
    }

    /// A file was written, or not; the dialog closes if it was.
    pub fn saved(&mut self, result: Result<String, Unsaved>) {
        match (result, &mut self.overlay) {
            (Ok(said), overlay) => {
                *overlay = None;
                self.notice = Notice::say(said);
            }
            (Err(unsaved), Some(Overlay::Dialog(dialog))) => {
                dialog.exists = unsaved.exists;
                dialog.naming = dialog.naming && !unsaved.exists;
                dialog.problem = Some(unsaved.problem);
            }
            (Err(unsaved), _) => self.notice = Notice::warn(unsaved.problem),
        }
    }

    pub(super) fn next_theme(&mut self) {
        let here = self.themes.iter().position(|theme| theme.name == self.theme().name).unwrap_or(0);
        let next = (here + 1) % self.themes.len();
        self.settings.theme = self.themes[next].name.clone();
        self.notice = Notice::say(format!("theme {}", self.settings.theme));
    }

    pub(super) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.settings.mouse = !self.settings.mouse;
        let what = if self.settings.mouse {
            "the mouse works here; Shift-drag selects text"
        } else {
            "the mouse is the terminal's"
        };
        self.notice = Notice::say(what);
        vec![Effect::Mouse(self.settings.mouse)]
    }
}

/// Why a file was not written.
pub struct Unsaved {
    /// In words.
    pub problem: String,
    /// Whether it is because the file exists.
    pub exists: bool,
}
