//! The keys that do something here and now, for the last line.

use super::App;
use super::action::Action;
use super::asking::order_of;
use super::chord::spelt;
use super::overlay::{Asked, Overlay};
use super::picker::Purpose;
use super::workspace::Slot;

/// A key and what it does, in a word or two.
pub type Hint = (String, &'static str);

impl App {
    /// The hints, the most useful first; the line shows as many as fit.
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints = self.signed_hints();
        if self.settings.ascii {
            hints.iter_mut().for_each(|(key, _)| *key = spelt(key));
        }
        hints
    }

    fn signed_hints(&self) -> Vec<Hint> {
        match &self.overlay {
            Some(Overlay::Picker(picker)) => picking(picker.purpose),
            Some(Overlay::Dialog(dialog)) => exporting(dialog.naming, dialog.exists),
            Some(Overlay::Prompt(prompt)) => match prompt.asked {
                Asked::Name => fixed(&[("type", "a name"), ("⏎", "save"), ("esc", "cancel")]),
                asked => fixed(&[("⏎", "set"), ("empty ⏎", asked.hint()), ("esc", "cancel")]),
            },
            None if self.workspace.search.is_some() => fixed(&[
                ("↑↓", "move"),
                ("⏎", "open"),
                ("esc", "clear, leave"),
                ("kind: in: with: by: about:", "filters"),
            ]),
            None => self.pane_hints(),
        }
    }

    fn pane_hints(&self) -> Vec<Hint> {
        let workspace = &self.workspace;
        let pane = workspace.active();
        let target = pane.target();
        let mut hints: Vec<Hint> = Vec::new();
        hints.push((
            if pane.is_plane() || pane.row().is_some_and(|row| !row.spots.is_empty()) {
                "↑↓←→"
            } else {
                "↑↓"
            }
            .to_owned(),
            "move",
        ));
        let mut add = |action: Action, word: &'static str, useful: bool| {
            hints.extend(self.hint(action, word, useful));
        };
        let main = workspace.main_view().filter(|_| !workspace.exploring());
        let settable = main.is_some_and(|view| !view.options().is_empty());
        let sortable = main.is_some_and(|view| order_of(view).is_some());
        let main = main.map_or("", |view| view.name());
        add(Action::Open, "open", target.entity.is_some() || target.source.is_some());
        add(Action::Set, "settings", settable);
        add(Action::Search, "search", true);
        add(Action::NextPane, "pane", true);
        add(Action::Back, "back", self.trail.counts().0 > 0);
        add(Action::Grounds, "sources", target.claim.is_some() && workspace.focused != Slot::Grounds);
        add(Action::Source, "browser", target.source.is_some() || workspace.focused == Slot::Grounds);
        let nearer = match main {
            "network" => Some("hops"),
            "timeline" | "map" => Some("zoom"),
            _ => None,
        };
        let [closer, farther] = [Action::ZoomIn, Action::ZoomOut].map(|action| self.keymap.sign(action));
        hints.extend(nearer.map(|word| (closer + &farther, word)));
        let mut add = |action: Action, word: &'static str, useful: bool| {
            hints.extend(self.hint(action, word, useful));
        };
        add(Action::Unfold, "unfold", main == "network");
        add(Action::AsOf, "as of", true);
        add(Action::Filter, "filter", true);
        add(Action::Export, "export", true);
        add(Action::Copy, "copy", true);
        add(Action::Sort, "sort", workspace.focused == Slot::List || sortable);
        add(Action::Zoom, "zoom", true);
        add(Action::Help, "help", true);
        add(Action::Quit, "quit", true);
        hints
    }

    fn hint(&self, action: Action, word: &'static str, useful: bool) -> Option<Hint> {
        let sign = self.keymap.sign(action);
        (useful && !sign.is_empty()).then_some((sign, word))
    }
}

fn fixed(hints: &[(&str, &'static str)]) -> Vec<Hint> {
    hints.iter().map(|(key, word)| ((*key).to_owned(), *word)).collect()
}

fn picking(purpose: Purpose) -> Vec<Hint> {
    match purpose {
        Purpose::Menu => fixed(&[("letter, ⏎", "choose"), ("↑↓", "move"), ("esc", "close")]),
        Purpose::Filter => {
            fixed(&[("type", "narrow, or a filter"), ("↑↓", "move"), ("⏎", "add"), ("esc", "close")])
        }
        Purpose::Value(_) => {
            fixed(&[("type", "narrow, or a value"), ("↑↓", "move"), ("⏎", "set"), ("esc", "close")])
        }
        Purpose::Help => {
            fixed(&[("type", "narrow"), ("↑↓", "move"), ("⏎", "run the command"), ("esc", "close")])
        }
        Purpose::Other => fixed(&[("type", "a name"), ("↑↓", "move"), ("⏎", "choose"), ("esc", "close")]),
        Purpose::Palette => {
            fixed(&[("type", "a command or a name"), ("↑↓", "move"), ("⏎", "go"), ("esc", "close")])
        }
    }
}

fn exporting(naming: bool, exists: bool) -> Vec<Hint> {
    if naming {
        return fixed(&[("type", "the file"), ("⏎", "write"), ("⇥", "formats"), ("esc", "formats")]);
    }
    let mut hints = fixed(&[
        ("↑↓", "format"),
        ("⏎", "write"),
        ("n", "name the file"),
        ("y", "copy instead"),
        ("PgDn", "preview"),
    ]);
    if exists {
        hints.insert(0, ("o".to_owned(), "overwrite"));
    }
    hints.extend(fixed(&[("esc", "cancel")]));
    hints
}
