//! Choosing from a list: the palette, the help, filters, the copy menu, faults.

use super::action::{Action, Section};
use super::chord::{Chord, spelt};
use super::keymap::Keys;
use super::legend;
use super::overlay::Overlay;
use super::picker::{Entry, Outcome, Pick, Picker, Purpose};
use super::workspace::Slot;
use super::{App, Effect, Notice};
use crate::figure::{Role, Text};
use crate::search::key;

impl App {
    /// The keys of a command, as this terminal can show them.
    fn signs(&self, action: Action) -> String {
        let signs = self.keymap.signs(action);
        if self.settings.ascii { spelt(&signs) } else { signs }
    }

    pub(super) fn open_palette(&mut self) {
        let commands = Action::every().map(|action| Entry::command(action, self.signs(action)));
        let entries = commands.chain(self.settings.shelf.views().map(Entry::saved)).collect();
        let picker = Picker::new(Purpose::Palette, "Commands and entities", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// The commands that begin with a key: the next key chooses one.
    pub(super) fn open_menu(&mut self, chord: Chord) {
        let entries = self.keymap.menu(chord).filter_map(|(then, action)| {
            let digit =
                self.keymap.keys(action).find(|keys| keys.then.is_none()).map_or(String::new(), Keys::sign);
            let entry = Entry::lettered(then.typed()?, action.name(), action.doc(), Pick::Run(action));
            Some(Entry { tail: digit, ..entry })
        });
        let picker = Picker::new(Purpose::Menu, "Views", entries.collect(), &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn open_help(&mut self) {
        let mut entries: Vec<Entry> =
            Action::every().map(|action| Entry::command(action, self.signs(action))).collect();
        entries.sort_by_key(|entry| Section::from_name(entry.section));
        entries.extend(legend::entries(&self.keymap));
        let picker = Picker::new(Purpose::Help, "Help", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn pick_filter(&mut self) {
        let (slot, title) = match self.workspace.filters_list() {
            true => (Slot::List, "Filter the list"),
            false => (Slot::Main, "Filter this view"),
        };
        let choices = self.workspace.pane(slot).figure().choices.iter().map(|choice| Entry {
            label: Text::of(choice.filter.as_str(), Role::Text),
            note: choice.label.clone(),
            tail: choice.count.to_string(),
            section: "",
            letter: None,
            pick: Pick::Filter(choice.filter.clone()),
        });
        let keys = key::Key::ALL.iter().map(|key| Entry {
            label: Text::of(format!("{}:…", key.name()), Role::Muted),
            note: key.doc().to_owned(),
            tail: key.value().to_owned(),
            section: "",
            letter: None,
            pick: Pick::Write(format!("{}:", key.name())),
        });
        let entries = choices.chain(keys).collect();
        let picker = Picker::new(Purpose::Filter, title, entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn pick_copy(&mut self) {
        let graph = &self.atlas.graph;
        let target = self.workspace.active().target();
        let mut entries = Vec::new();
        let mut add = |letter, label, text: Option<String>| {
            entries.extend(text.map(|text| Entry::lettered(letter, label, text.clone(), Pick::Copy(text))));
        };
        let entity = target.entity.or(self.workspace.centre).map(|id| graph.entity(id));
        add('n', "name", entity.map(|entity| entity.name().to_owned()));
        add('i', "id", entity.map(|entity| entity.id().to_owned()));
        let sources: Vec<_> = match (target.source, target.claim) {
            (Some(source), _) => vec![source],
            (None, Some(claim)) => graph.claim(claim).sources().collect(),
            _ => Vec::new(),
        };
        let cited = sources.first().map(|&id| {
            let source = graph.source(id);
            let url = source.record.url.as_ref().map_or(String::new(), |url| format!(", {url}"));
            format!("{}{url}", source.reference())
        });
        add('c', "citation", cited);
        add('u', "source address", self.source_url());
        if let Some(address) = self.workspace.address() {
            add('v', "command of this view", Some(address.command(&self.atlas)));
        }
        let picker = Picker::new(Purpose::Menu, "Copy", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn list_problems(&mut self) {
        let faults = self.settings.problems.iter().zip(&self.settings.problem_lines);
        let entries: Vec<Entry> = faults
            .map(|(fault, line)| Entry {
                label: Text::of(line.as_str(), Role::Bad),
                note: fault.help.clone(),
                tail: fault.rule.to_owned(),
                section: "",
                letter: None,
                pick: Pick::Copy(line.clone()),
            })
            .collect();
        if entries.is_empty() {
            self.notice = Notice::say("nothing is wrong with what was read; `spacepact check` looks closer");
            return;
        }
        let picker = Picker::new(Purpose::Help, "Faults in the data", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    pub(super) fn picker_key(&mut self, mut picker: Picker, chord: Chord) -> Vec<Effect> {
        let page = usize::from(self.size.1 / 2);
        match picker.key(chord, &self.atlas, page) {
            Outcome::Open => self.overlay = Some(Overlay::Picker(picker)),
            Outcome::Closed => {}
            Outcome::Unknown(letter) => {
                self.notice =
                    Notice::say(format!("{letter} chooses nothing here: a letter of the list does"));
                self.overlay = Some(Overlay::Picker(picker));
            }
            // A value that cannot be is typed again.
            Outcome::Chosen(Pick::Value(option, value)) => {
                if let Err(problem) = self.set_option(option, &value) {
                    self.notice = Notice::warn(problem);
                    self.overlay = Some(Overlay::Picker(picker));
                }
            }
            Outcome::Chosen(pick) => return self.picked(pick),
        }
        Vec::new()
    }

    /// Does what an entry of a picker stands for.
    pub(super) fn picked(&mut self, pick: Pick) -> Vec<Effect> {
        match pick {
            Pick::Run(action) => return self.run(action),
            Pick::Go(entity) => self.follow(entity),
            Pick::Filter(filter) => self.add_filter(&filter),
            Pick::Other(entity) => self.pair_with(entity),
            Pick::Set(option) => self.ask_option(option),
            Pick::Value(option, value) => {
                if let Err(problem) = self.set_option(option, &value) {
                    self.notice = Notice::warn(problem);
                }
            }
            Pick::Visit(saved) => self.open_saved(&saved),
            Pick::Copy(text) => return vec![Effect::Copy(text)],
            Pick::Nothing | Pick::Write(_) => {}
        }
        Vec::new()
    }
}
