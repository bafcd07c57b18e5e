//! A list to choose from by typing: commands, entities, filters, things to copy.

mod shape;

use super::action::Action;
use super::chord::{Chord, Key, Named};
use super::edit::Edit;
use super::value;
use crate::atlas::Atlas;
use crate::figure::{Role, Text};
use crate::graph::EntityId;
use crate::view::saved::Saved;
use crate::view::{Opt, phrase};

pub use shape::Line;

/// What choosing an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Runs a command.
    Run(Action),
    /// Goes to an entity.
    Go(EntityId),
    /// Adds a filter.
    Filter(String),
    /// Writes the beginning of a filter into the line, to be finished there.
    Write(String),
    /// Takes an entity as the second of a pair.
    Other(EntityId),
    /// Asks for the value of an option of the view.
    Set(&'static Opt),
    /// Sets an option of the view.
    Value(&'static Opt, String),
    /// Opens a saved view.
    Visit(Saved),
    /// Copies a text.
    Copy(String),
    /// Nothing; the entry is there to be read.
    Nothing,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is chosen.
    pub label: Text,
    /// What it means, or its value.
    pub note: String,
    /// Its key, or a count; at the right end.
    pub tail: String,
    /// The heading under which it stands; empty for none.
    pub section: &'static str,
    /// The letter that chooses it at once, in menus.
    pub letter: Option<char>,
    /// What it does.
    pub pick: Pick,
}

/// What a picker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Commands and entities.
    Palette,
    /// Commands, by section.
    Help,
    /// Filters to add.
    Filter,
    /// The second entity of a pair.
    Other,
    /// The value of an option.
    Value(&'static Opt),
    /// Things to read or to choose by one letter.
    Menu,
}

/// A list to choose from.
pub struct Picker {
    /// What it is for.
    pub purpose: Purpose,
    /// Its title.
    pub title: &'static str,
    /// What has been typed.
    pub edit: Edit,
    /// The place of the cursor among what is shown.
    pub cursor: usize,
    entries: Vec<Entry>,
    shown: Vec<Entry>,
}

/// So many entities are offered at once.
const ENTITIES: usize = 60;

/// What a key did to a picker.
pub enum Outcome {
    /// It is still open.
    Open,
    /// It is to be closed.
    Closed,
    /// An entry was chosen.
    Chosen(Pick),
    /// A letter that chooses nothing.
    Unknown(char),
}

impl Picker {
    /// A picker over entries.
    pub fn new(purpose: Purpose, title: &'static str, entries: Vec<Entry>, atlas: &Atlas) -> Self {
        let mut picker =
            Self { purpose, title, edit: Edit::default(), cursor: 0, entries, shown: Vec::new() };
        picker.narrow(atlas);
        picker
    }

    /// The same with a text in its line.
    pub fn typing(mut self, edit: Edit, atlas: &Atlas) -> Self {
        self.edit = edit;
        self.narrow(atlas);
        self
    }

    /// The entries that match what has been typed.
    pub fn shown(&self) -> &[Entry] {
        &self.shown
    }

    /// Takes a key.
    pub fn key(&mut self, chord: Chord, atlas: &Atlas, page: usize) -> Outcome {
        let last = self.shown.len().saturating_sub(1);
        match chord.key {
            Key::Named(Named::Esc) => return Outcome::Closed,
            Key::Char('c') if chord.ctrl => return Outcome::Closed,
            Key::Named(Named::Enter) => match self.choose() {
                Outcome::Chosen(Pick::Write(text)) => {
                    self.edit = Edit::new(text);
                    self.cursor = 0;
                    self.narrow(atlas);
                }
                outcome => return outcome,
            },
            Key::Named(Named::Up) => self.cursor = self.cursor.saturating_sub(1),
            Key::Named(Named::Down) => self.cursor = (self.cursor + 1).min(last),
            Key::Char('p') if chord.ctrl => self.cursor = self.cursor.saturating_sub(1),
            Key::Char('n') if chord.ctrl => self.cursor = (self.cursor + 1).min(last),
            Key::Named(Named::PageUp) => self.cursor = self.cursor.saturating_sub(page),
            Key::Named(Named::PageDown) => self.cursor = (self.cursor + page).min(last),
            _ if self.purpose == Purpose::Menu => return self.letter(chord),
            _ => {
                if self.edit.key(chord) {
                    self.cursor = 0;
                    self.narrow(atlas);
                }
            }
        }
        Outcome::Open
    }

    /// Puts text into its line.
    pub fn paste(&mut self, text: &str, atlas: &Atlas) {
        self.edit.insert(text);
        self.cursor = 0;
        self.narrow(atlas);
    }

    fn letter(&self, chord: Chord) -> Outcome {
        let typed = chord.typed();
        if typed == Some('q') && !self.shown.iter().any(|entry| entry.letter == Some('q')) {
            return Outcome::Closed;
        }
        let entry = self.shown.iter().find(|entry| typed.is_some() && entry.letter == typed);
        match (entry, typed) {
            (Some(entry), _) => Outcome::Chosen(entry.pick.clone()),
            (None, Some(letter)) => Outcome::Unknown(letter),
            (None, None) => Outcome::Open,
        }
    }

    /// Chooses what is under the cursor; where nothing is shown, a filter or a value is what has been typed.
    pub fn choose(&self) -> Outcome {
        let typed = self.edit.text().trim();
        match self.shown.get(self.cursor) {
            Some(Entry { pick: Pick::Nothing, .. }) => Outcome::Open,
            Some(entry) => Outcome::Chosen(entry.pick.clone()),
            None if self.purpose == Purpose::Filter && !typed.is_empty() => {
                Outcome::Chosen(Pick::Filter(typed.to_owned()))
            }
            None => match self.purpose {
                Purpose::Value(option) => Outcome::Chosen(Pick::Value(option, typed.to_owned())),
                _ => Outcome::Open,
            },
        }
    }

    fn narrow(&mut self, atlas: &Atlas) {
        let typed = self.edit.text().trim().to_lowercase();
        let mut ranked: Vec<(Fit, &Entry)> =
            self.entries.iter().filter_map(|entry| Some((entry.fit(&typed)?, entry))).collect();
        ranked.sort_by_key(|(fit, _)| *fit);
        let exact = ranked.first().is_some_and(|(fit, _)| *fit <= Fit::Called);
        self.shown = ranked.into_iter().map(|(_, entry)| entry.clone()).collect();
        if self.purpose == Purpose::Filter {
            self.complete(atlas);
        }
        if let (Purpose::Value(option), false) = (self.purpose, typed.is_empty())
            && value::names(option)
        {
            self.shown = value::candidates(option, self.edit.text().trim(), atlas);
        }
        if matches!(self.purpose, Purpose::Palette | Purpose::Other) && !typed.is_empty() {
            let hits = atlas.index().search(&atlas.graph, &typed, ENTITIES, &|_| true);
            // A name that is meant goes before a command that only contains the letters.
            let at = if exact { self.shown.len() } else { 0 };
            let pick = if self.purpose == Purpose::Other { Pick::Other } else { Pick::Go };
            let found = hits.iter().map(|hit| Entry::entity(atlas, hit.entity, pick(hit.entity)));
            if self.purpose == Purpose::Other {
                self.shown = found.collect();
            } else {
                self.shown.splice(at..at, found);
            }
        }
    }

    /// Offers what a filter that is being typed may become, with the counts of the view where it has them.
    fn complete(&mut self, atlas: &Atlas) {
        let found = atlas.index().complete(&atlas.graph, self.edit.text().trim_start());
        if found.is_empty() {
            return;
        }
        let counted = |pick: &Pick| self.entries.iter().find(|entry| entry.pick == *pick);
        let entries = found.into_iter().map(|completion| {
            let label = Text::of(completion.text.as_str(), Role::Text);
            let pick = Pick::Filter(completion.text);
            let tail = counted(&pick).map_or(String::new(), |entry| entry.tail.clone());
            Entry { label, note: completion.note, tail, section: "", letter: None, pick }
        });
        self.shown = entries.collect();
    }
}

/// How what is typed fits an entry, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is its name.
    Name,
    /// Its name begins so.
    Begins,
    /// People call it so.
    Called,
    /// Its name has it in the middle.
    Middle,
    /// What is said of it has all the words.
    Said,
}

impl Entry {
    /// How what is typed, in small letters, fits the entry, if it does.
    fn fit(&self, typed: &str) -> Option<Fit> {
        let label = self.label.plain().to_lowercase();
        let also = if let Pick::Run(action) = self.pick { action.also() } else { &[] };
        let text = [&label, &self.note.to_lowercase(), &self.section.to_lowercase(), &also.join(" ")]
            .map(String::as_str)
            .join(" ");
        let all = typed.split_whitespace().all(|word| text.contains(word));
        all.then(|| match () {
            () if label.trim_end_matches(":…") == typed => Fit::Name,
            () if label.starts_with(typed) => Fit::Begins,
            () if also.iter().any(|name| name.starts_with(typed)) => Fit::Called,
            () if label.contains(typed) => Fit::Middle,
            () => Fit::Said,
        })
    }

    /// An entity, by its name and what it is.
    pub fn entity(atlas: &Atlas, id: EntityId, pick: Pick) -> Self {
        let entity = atlas.graph.entity(id);
        let full = if entity.short() == entity.name() { entity.summary() } else { entity.name() };
        Self {
            label: phrase::short(&atlas.graph, id),
            note: full.to_owned(),
            tail: match entity.country.filter(|&country| country != id) {
                Some(country) => format!("{}, {}", entity.kind.name(), atlas.graph.entity(country).short()),
                None => entity.kind.name().to_owned(),
            },
            section: "",
            letter: None,
            pick,
        }
    }

    /// A saved view, by its name and its command.
    pub fn saved(saved: Saved) -> Self {
        Self {
            label: Text::of(saved.name.as_str(), Role::Text),
            note: saved.command.clone(),
            tail: "saved".to_owned(),
            section: "Saved",
            letter: None,
            pick: Pick::Visit(saved),
        }
    }

    /// A command with its keys.
    pub fn command(action: Action, keys: String) -> Self {
        Self {
            label: Text::of(action.name(), Role::Text),
            note: action.doc().to_owned(),
            tail: keys,
            section: action.section().name(),
            letter: None,
            pick: Pick::Run(action),
        }
    }

    /// An entry of a menu, chosen by a letter.
    pub fn lettered(letter: char, label: &str, note: impl Into<String>, pick: Pick) -> Self {
        Self {
            label: Text::of(label, Role::Text),
            note: note.into(),
            tail: String::new(),
            section: "",
            letter: Some(letter),
            pick,
        }
    }
}
