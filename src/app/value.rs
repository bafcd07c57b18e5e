//! The value of an option: chosen from a list that is narrowed by typing, or typed where nothing is offered.

use super::App;
use super::edit::Edit;
use super::overlay::{Asked, Overlay, Prompt};
use super::picker::{Entry, Pick, Picker, Purpose};
use crate::atlas::Atlas;
use crate::figure::{Role, Text};
use crate::graph::EntityId;
use crate::view::{Opt, option};

/// So many entities are offered for what is typed.
const MOST: usize = 60;

impl App {
    /// Asks for the value of an option.
    pub(super) fn ask_option(&mut self, option: &'static Opt) {
        let value = (option.write)(self.workspace.lens(), &self.atlas).unwrap_or_default();
        let Some(mut entries) = self.values(option, &value) else {
            let asked = Asked::Option(option);
            self.overlay = Some(Overlay::Prompt(Prompt { asked, edit: Edit::new(value), problem: None }));
            return;
        };
        let off = entry(option, "as it comes", "nothing is set", String::new());
        let picker = if names(option) {
            entries.insert(0, off);
            Picker::new(Purpose::Value(option), option.name, entries, &self.atlas)
                .typing(Edit::over(value), &self.atlas)
        } else {
            entries.push(off);
            Picker::new(Purpose::Value(option), option.name, entries, &self.atlas)
        };
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// What an option offers before anything is typed; nothing if its values cannot be foreseen.
    fn values(&self, option: &'static Opt, value: &str) -> Option<Vec<Entry>> {
        let now = |name: &str, doc: &'static str| if name == value { "as it is now" } else { doc };
        let choices = (option.choices)();
        let entries = if !choices.is_empty() {
            choices
                .into_iter()
                .map(|(name, doc)| entry(option, name, now(name, doc), name.to_owned()))
                .collect()
        } else if names(option) {
            let marks = self.workspace.marks.iter().copied().chain(self.likely());
            marks.map(|id| of_entity(option, "", &self.atlas, id)).collect()
        } else if *option == option::SINCE {
            let last = entry(option, "last", "the release before this data", "last".to_owned());
            let versions = self.atlas.releases.iter().rev().map(|release| &*release.version);
            let versions =
                versions.map(|version| entry(option, version, now(version, ""), version.to_owned()));
            std::iter::once(last).chain(versions).collect()
        } else {
            return None;
        };
        Some(entries)
    }
}

/// Whether the value of an option is an entity, or several with commas between them.
pub(super) fn names(option: &Opt) -> bool {
    matches!(option.value, "ENTITY" | "ENTITIES")
}

/// The entities that a typed value may mean, the last of several; nothing where nothing is typed of it.
pub(super) fn candidates(option: &'static Opt, typed: &str, atlas: &Atlas) -> Vec<Entry> {
    let several = option.value == "ENTITIES";
    let (known, partial) = typed.rsplit_once([',', '|']).filter(|_| several).unwrap_or(("", typed));
    let index = atlas.index();
    let exact = index.resolve(&atlas.graph, partial).ok();
    let hits = index.search(&atlas.graph, partial, MOST, &|id| Some(id) != exact);
    let found = exact.into_iter().chain(hits.into_iter().map(|hit| hit.entity));
    found.map(|id| of_entity(option, known, atlas, id)).collect()
}

fn of_entity(option: &'static Opt, known: &str, atlas: &Atlas, id: EntityId) -> Entry {
    let comma = if known.is_empty() { "" } else { "," };
    let value = format!("{known}{comma}{}", atlas.graph.entity(id).id());
    Entry::entity(atlas, id, Pick::Value(option, value))
}

fn entry(option: &'static Opt, label: &str, note: &str, value: String) -> Entry {
    Entry {
        label: Text::of(label, Role::Text),
        note: note.to_owned(),
        tail: String::new(),
        section: "",
        letter: None,
        pick: Pick::Value(option, value),
    }
}
