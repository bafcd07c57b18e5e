//! Several at once: marked entities, the second of a pair, the whole atlas; and what can be set on a view.

use super::action::tabs;
use super::overlay::Overlay;
use super::picker::{Entry, Pick, Picker, Purpose};
use super::workspace::Slot;
use super::{App, Effect, Notice};
use crate::graph::EntityId;
use crate::model::kind::Kind;
use crate::view::saved::Saved;
use crate::view::{Address, Opt, option, phrase};

impl App {
    /// Marks what is under the cursor, or takes its mark off.
    pub(super) fn mark(&mut self) {
        let target = self.workspace.active().target();
        let Some(entity) = target.entity.or(self.workspace.centre) else { return };
        let marks = &mut self.workspace.marks;
        match marks.iter().position(|&mark| mark == entity) {
            Some(at) => drop(marks.remove(at)),
            None => marks.push(entity),
        }
        self.say_marks();
    }

    fn say_marks(&mut self) {
        let names = phrase::names(&self.atlas.graph, &self.workspace.marks);
        self.notice = match self.workspace.marks.len() {
            0 => Notice::say("nothing is marked"),
            1 => Notice::say(format!("marked: {names}; with what is at the centre it makes a pair")),
            _ => Notice::say(format!("marked: {names}; views now look at these")),
        };
    }

    /// Takes all marks off.
    pub(super) fn unmark(&mut self) {
        self.workspace.marks.clear();
        self.notice = Notice::say("nothing is marked");
    }

    /// Looks at the whole atlas instead of the centre, and back.
    pub(super) fn widen(&mut self) {
        let Some(view) = self.workspace.main_view() else { return };
        if *view.takes().start() > 0 {
            self.notice = Notice::say(format!("{} is always about somebody", view.name()));
            return;
        }
        self.trail.leave(&mut self.workspace);
        self.workspace.whole = !self.workspace.whole;
    }

    /// Asks for the second entity of a pair or a path.
    pub(super) fn choose_other(&mut self) {
        let workspace = &self.workspace;
        let (marking, last) = (self.takes_marks(), workspace.other.or(workspace.last));
        let first = last.filter(|_| !marking).into_iter().chain(workspace.marks.iter().copied());
        let mut all: Vec<EntityId> = Vec::new();
        for id in first.chain(self.likely()) {
            if Some(id) != workspace.centre && !all.contains(&id) {
                all.push(id);
            }
        }
        let entries = all.into_iter().map(|id| Entry::entity(&self.atlas, id, Pick::Other(id))).collect();
        let title = if marking { "Mark whom, to look at together?" } else { "With whom?" };
        let picker = Picker::new(Purpose::Other, title, entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// The agencies that are tied best: to be offered before anything is typed.
    pub(super) fn likely(&self) -> Vec<EntityId> {
        let graph = &self.atlas.graph;
        let agency = |&id: &EntityId| graph.entity(id).kind == Kind::Agency;
        let mut likely: Vec<EntityId> = graph.entity_ids().filter(agency).collect();
        likely.sort_by_key(|&id| (std::cmp::Reverse(graph.degree(id)), id));
        likely.truncate(LIKELY);
        likely
    }

    /// Asks for the second entity if the view needs one and has none that was chosen for this centre.
    pub(super) fn need_other(&mut self) {
        let Some(view) = self.workspace.main_view() else { return };
        let least = *view.takes().start();
        if least < 2 {
            return;
        }
        self.workspace.part();
        if self.workspace.focus_of(view).len() < least && self.workspace.centre.is_some() {
            self.choose_other();
        }
    }

    pub(super) fn pair_with(&mut self, other: EntityId) {
        self.trail.leave(&mut self.workspace);
        self.workspace.focused = Slot::Main;
        if self.takes_marks() {
            self.join(other);
            return;
        }
        self.workspace.pair(other);
        if self.workspace.main_view().is_none_or(|view| *view.takes().start() < 2) {
            self.workspace.tab = tabs().position(|name| name == "pair").unwrap_or(0) as u8;
        }
    }

    /// Whether the view looks at what is marked, rather than at a pair.
    fn takes_marks(&self) -> bool {
        self.workspace.main_view().is_some_and(|view| {
            let (least, most) = view.takes().into_inner();
            most > 1 && (least < 2 || most > 2)
        })
    }

    /// Marks one more, or takes the mark off again. Several marks stand instead of the centre, so the centre is marked with them.
    fn join(&mut self, other: EntityId) {
        let (centre, marks) = (self.workspace.centre, &mut self.workspace.marks);
        if let Some(marked) = marks.iter().position(|mark| *mark == other) {
            marks.remove(marked);
        } else {
            if let (1, Some(centre)) = (marks.len(), centre.filter(|centre| !marks.contains(centre))) {
                marks.insert(0, centre);
            }
            marks.push(other);
        }
        self.workspace.whole = false;
        self.say_marks();
    }

    /// What is set on the view of the main pane beside dates and filters: "without iss". The part of a map that
    /// is seen and what is unfolded in a network are seen anyway.
    pub fn settings_told(&self) -> Vec<String> {
        let Some(view) = self.workspace.main_view() else { return Vec::new() };
        let lens = &self.workspace.lenses[usize::from(self.workspace.tab)];
        let hidden = [&option::WINDOW, &option::EXPAND, &option::COLLAPSE, &option::DEPTH, &option::SETS];
        let told = view.options().iter().filter(|option| !hidden.contains(option));
        told.filter_map(|option| Some(format!("{} {}", option.name, (option.write)(lens, &self.atlas)?)))
            .collect()
    }

    /// What can be set on the view of the main pane.
    pub(super) fn pick_option(&mut self) {
        let Some(view) = self.workspace.main_view() else { return };
        if view.options().is_empty() {
            self.notice = Notice::say(format!("{} has nothing to set but dates and filters", view.name()));
            return;
        }
        let lens = self.workspace.lens().clone();
        let entries = view.options().iter().zip('a'..).map(|(option, letter)| {
            let entry = Entry::lettered(letter, option.name, option.doc, Pick::Set(option));
            Entry { tail: (option.write)(&lens, &self.atlas).unwrap_or_default(), ..entry }
        });
        let picker = Picker::new(Purpose::Menu, "Set on this view", entries.collect(), &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// Sets an option of the view, or says what is wrong with the value.
    pub(super) fn set_option(&mut self, option: &Opt, value: &str) -> Result<(), String> {
        let mut lens = self.workspace.lens().clone();
        let read = (option.read)(value.trim(), &self.atlas, &mut lens).and_then(|()| lens.check());
        read.map_err(|error| error.to_string())?;
        self.trail.leave(&mut self.workspace);
        *self.workspace.lens() = lens;
        Ok(())
    }

    /// Keeps the view under a name. It is on the list of saved views once it is written.
    pub(super) fn save_view(&mut self, name: &str) -> Vec<Effect> {
        let Some(address) = self.workspace.address() else { return Vec::new() };
        let saved = Saved { name: name.trim().to_owned(), command: address.command(&self.atlas) };
        vec![Effect::Keep(saved)]
    }

    /// Lists the saved views.
    pub(super) fn pick_saved(&mut self) {
        let entries: Vec<Entry> = self.settings.shelf.views().map(Entry::saved).collect();
        if entries.is_empty() {
            let key = self.keymap.sign(super::Action::Save);
            self.notice = Notice::say(format!("no view is saved yet; {key} saves the one you see"));
            return;
        }
        let picker = Picker::new(Purpose::Help, "Saved views", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    /// Goes to the view that a command prints.
    pub(super) fn open_saved(&mut self, saved: &Saved) {
        match saved.address(&self.atlas) {
            Ok(address) => self.visit(address),
            Err(error) => self.notice = Notice::warn(format!("\"{}\" cannot be opened: {error}", saved.name)),
        }
    }

    /// Begins at a view instead of the first one: there is nothing to go back to.
    pub fn begin(&mut self, address: Address) {
        self.visit(address);
        self.trail = super::Trail::default();
    }

    /// Goes to a view, with all that its lens says.
    pub fn visit(&mut self, address: Address) {
        self.trail.leave(&mut self.workspace);
        self.workspace.visit(address);
        self.settle();
        if let (true, Some(centre)) = (self.workspace.exploring(), self.workspace.centre) {
            self.workspace.point_list_at(centre);
        }
        self.settle();
    }
}

/// So many likely others are offered before anything is typed.
const LIKELY: usize = 40;
