//! What each key and each command changes: one line a command, the work done by the noun that owns it.

use std::path::PathBuf;

use super::action::{Action, tabs};
use super::chord::{Chord, Key, Named};
use super::dialog::{self, Dialog};
use super::edit::Edit;
use super::overlay::{Asked, Overlay, Prompt};
use super::picker::{Entry, Outcome, Pick, Picker, Purpose};
use super::workspace::Slot;
use super::{App, Effect, Notice};
use crate::figure::motion::Way;
use crate::figure::{Role, Text};
use crate::graph::EntityId;
use crate::model::date::{Day, Moment};
use crate::search::{Query, key};
use crate::view::Sort;

impl App {
    /// Takes a key.
    pub fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.notice = Notice::default();
        let effects = if self.overlay.is_some() {
            self.overlay_key(chord)
        } else if self.workspace.search.is_some() {
            self.search_key(chord)
        } else {
            match self.keymap.action(chord) {
                Some(action) => self.run(action),
                None => {
                    let list = self.keymap.sign(Action::Palette);
                    self.notice =
                        Notice::say(format!("{} does nothing here; {list} lists all commands", chord.sign()));
                    Vec::new()
                }
            }
        };
        self.settle();
        effects
    }

    /// Takes pasted text: into the line that is being typed, else into a new search.
    pub fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.paste(text, &self.atlas),
            Some(Overlay::Prompt(prompt)) => prompt.edit.insert(text),
            Some(Overlay::Dialog(dialog)) if dialog.naming => dialog.file.insert(text),
            Some(Overlay::Dialog(_)) => {}
            None => {
                self.search();
                if let Some(edit) = &mut self.workspace.search {
                    edit.insert(text);
                }
                self.search_changed();
            }
        }
        self.settle();
    }

    /// Runs a command.
    pub fn run(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Up => self.go(Way::Up),
            Action::Down => self.go(Way::Down),
            Action::Left => self.go(Way::Left),
            Action::Right => self.go(Way::Right),
            Action::PageUp => self.page(-1, 1),
            Action::PageDown => self.page(1, 1),
            Action::HalfUp => self.page(-1, 2),
            Action::HalfDown => self.page(1, 2),
            Action::First => self.workspace.active_mut().step(isize::MIN),
            Action::Last => self.workspace.active_mut().step(isize::MAX),
            Action::NextPane => self.walk(1),
            Action::PreviousPane => self.walk(-1),
            Action::Search => self.search(),
            Action::Filter => self.pick_filter(),
            Action::ClearFilters => self.clear_filters(),
            Action::Sort => self.sort(),
            Action::AsOf => self.ask(Asked::AsOf),
            Action::KnownBy => self.ask(Asked::KnownBy),
            Action::YearBack => self.step_year(-1),
            Action::YearOn => self.step_year(1),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::NextTab => self.turn(1),
            Action::PreviousTab => self.turn(-1),
            Action::Zoom => self.workspace.zoomed = !self.workspace.zoomed,
            Action::Deeper => self.deepen(1),
            Action::Shallower => self.deepen(-1),
            Action::Theme => self.next_theme(),
            Action::Source => return self.browse(),
            Action::Grounds => self.to_grounds(),
            Action::Copy => self.pick_copy(),
            Action::Export => self.open_dialog(),
            Action::Palette => self.open_palette(),
            Action::Help => self.open_help(),
            Action::Problems => self.list_problems(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Cancel => self.cancel(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Show(tab) => self.show(tab),
        }
        Vec::new()
    }

    fn go(&mut self, way: Way) {
        let slot = self.workspace.focused;
        if self.workspace.active().is_plane() {
            let inside = self.areas().inside(slot).unwrap_or_default();
            let places = self.places(slot, inside);
            self.workspace.active_mut().go(way, &places);
            return;
        }
        match way {
            Way::Up => self.step(-1),
            Way::Down => self.step(1),
            Way::Left => self.walk(-1),
            Way::Right => self.walk(1),
        }
    }

    /// One item on; where there are no items, one line.
    fn step(&mut self, by: isize) {
        let slot = self.workspace.focused;
        if self.workspace.active().is_empty() {
            let inside = self.areas().inside(slot).unwrap_or_default();
            self.workspace.active_mut().scroll(by, inside);
        } else {
            self.workspace.active_mut().step(by);
        }
    }

    fn page(&mut self, sign: isize, part: isize) {
        let slot = self.workspace.focused;
        let inside = self.areas().inside(slot).unwrap_or_default();
        let rows = isize::try_from(self.workspace.active().body(inside).height).unwrap_or(1);
        let by = sign * (rows / part).max(1);
        let pane = self.workspace.active_mut();
        if pane.lines().is_empty() { pane.step(by) } else { pane.scroll(by, inside) }
    }

    fn walk(&mut self, by: isize) {
        let slots = self.workspace.slots();
        let here = slots.iter().position(|slot| *slot == self.workspace.focused).unwrap_or(0);
        let next = (here as isize + by).rem_euclid(slots.len() as isize) as usize;
        self.workspace.focused = slots[next];
    }

    fn show(&mut self, tab: u8) {
        if self.workspace.tab == tab {
            return;
        }
        self.trail.leave(&mut self.workspace);
        // The selection becomes the centre of the view that is turned to.
        if let Some(entity) = self.workspace.active().target().entity
            && self.workspace.focused != Slot::Grounds
            && self.workspace.exploring()
        {
            self.workspace.centre = Some(entity);
        }
        self.workspace.tab = tab;
        self.workspace.lens().source = None;
        self.workspace.focused = Slot::Main;
    }

    fn turn(&mut self, by: isize) {
        let count = tabs().count() as isize;
        let tab = (isize::from(self.workspace.tab) + by).rem_euclid(count);
        self.show(tab as u8);
    }

    fn deepen(&mut self, by: i8) {
        if self.is_network() {
            let lens = self.workspace.lens();
            lens.depth = lens.depth.saturating_add_signed(by).clamp(1, 3);
        } else {
            self.notice = Notice::say("steps belong to the network");
        }
    }

    fn open(&mut self) {
        let target = self.workspace.active().target();
        if let Some(source) = target.source {
            self.trail.leave(&mut self.workspace);
            if let Some(tab) = tabs().position(|name| name == "sources") {
                self.workspace.tab = tab as u8;
                self.workspace.lens().source = Some(source);
                self.workspace.focused = Slot::Main;
            }
            return;
        }
        match target.entity {
            Some(entity) => self.follow(entity),
            None => self.notice = Notice::say("there is nothing to open on this line"),
        }
    }

    /// Goes to an entity: it becomes the centre, and where one was is kept.
    pub(super) fn follow(&mut self, entity: EntityId) {
        self.trail.leave(&mut self.workspace);
        if self.workspace.lens().source.is_some() {
            self.workspace.lens().source = None;
            self.workspace.tab = 0;
        }
        self.workspace.centre = Some(entity);
        if self.workspace.exploring() {
            self.workspace.point_list_at(entity);
        }
        self.workspace.focused = Slot::Main;
    }

    fn back(&mut self) {
        match self.trail.back(&mut self.workspace) {
            Some(station) => self.arrive(&station),
            None => self.notice = Notice::say("this is where you started"),
        }
    }

    fn forward(&mut self) {
        match self.trail.forward(&mut self.workspace) {
            Some(station) => self.arrive(&station),
            None => self.notice = Notice::say("there is nothing ahead; Backspace goes back"),
        }
    }

    fn arrive(&mut self, station: &super::trail::Station) {
        station.restore(&mut self.workspace);
        self.settle();
        station.restore_cursors(&mut self.workspace);
    }

    fn search(&mut self) {
        self.workspace.tab = 0;
        self.workspace.focused = Slot::List;
        let words = self.workspace.listing.query.to_string();
        self.workspace.search = Some(Edit::new(words));
    }

    fn search_key(&mut self, chord: Chord) -> Vec<Effect> {
        match chord.key {
            Key::Named(Named::Enter) => {
                self.workspace.search = None;
                if self.workspace.pane(Slot::List).is_empty() {
                    self.notice = Notice::say("nothing is found; / changes the search");
                } else {
                    self.open();
                }
            }
            Key::Named(Named::Esc) => {
                let empty = self.workspace.search.as_ref().is_none_or(|edit| edit.text().is_empty());
                self.workspace.listing.query = Query::default();
                self.workspace.search = (!empty).then(Edit::default);
            }
            Key::Named(Named::Tab) => {
                self.workspace.search = None;
                self.walk(1);
            }
            Key::Named(Named::Up) => self.workspace.pane_mut(Slot::List).step(-1),
            Key::Named(Named::Down) => self.workspace.pane_mut(Slot::List).step(1),
            Key::Char('p') if chord.ctrl => self.workspace.pane_mut(Slot::List).step(-1),
            Key::Char('n') if chord.ctrl => self.workspace.pane_mut(Slot::List).step(1),
            Key::Char('c') if chord.ctrl => return vec![Effect::Quit],
            Key::Named(Named::PageUp) => self.page(-1, 1),
            Key::Named(Named::PageDown) => self.page(1, 1),
            _ => {
                if self.workspace.search.as_mut().is_some_and(|edit| edit.key(chord)) {
                    self.search_changed();
                }
            }
        }
        Vec::new()
    }

    /// The search text is another: the list follows, unless a filter is not finished yet.
    fn search_changed(&mut self) {
        let Some(edit) = &self.workspace.search else { return };
        match Query::parse(edit.text(), &self.atlas.graph, &self.atlas.index) {
            Ok(query) => {
                self.workspace.listing.query = query;
                let list = self.workspace.pane_mut(Slot::List);
                (list.cursor, list.offset) = (0, 0);
            }
            Err(error) => self.notice = Notice::warn(error.to_string()),
        }
    }

    fn clear_filters(&mut self) {
        self.workspace.active_lens().query = Query::default();
        self.workspace.search = None;
        self.notice = Notice::say("filters are off");
    }

    fn add_filter(&mut self, text: &str) {
        let lens = self.workspace.active_lens();
        let whole = format!("{} {text}", lens.query);
        match Query::parse(&whole, &self.atlas.graph, &self.atlas.index) {
            Ok(query) => self.workspace.active_lens().query = query,
            Err(error) => self.notice = Notice::warn(error.to_string()),
        }
    }

    fn sort(&mut self) {
        let lens = &mut self.workspace.listing;
        lens.sort = match lens.sort {
            Sort::Links => Sort::Name,
            Sort::Name => Sort::Date,
            Sort::Date => Sort::Links,
        };
        self.notice = Notice::say(format!("the list is sorted by {}", lens.sort));
    }

    fn step_year(&mut self, by: i16) {
        let today = self.atlas.graph.as_of().unwrap_or(Day(0)).parts().0;
        let year = self.workspace.at.map_or(today, Moment::year);
        let next = year + by;
        self.workspace.at = if next >= today { None } else { format!("{next:04}").parse().ok() };
        self.say_dates();
    }

    fn say_dates(&mut self) {
        self.notice = Notice::say(match self.workspace.at {
            Some(at) => {
                format!("as of {at}: what came later is out of sight; t with nothing shows all dates")
            }
            None => "all dates are shown".to_owned(),
        });
    }

    fn ask(&mut self, asked: Asked) {
        let set = match asked {
            Asked::AsOf => self.workspace.at,
            Asked::KnownBy => self.workspace.known_by,
        };
        let edit = Edit::new(set.map_or(String::new(), |moment| moment.to_string()));
        self.overlay = Some(Overlay::Prompt(Prompt { asked, edit, problem: None }));
    }

    fn next_theme(&mut self) {
        let here = self.themes.iter().position(|theme| theme.name == self.theme().name).unwrap_or(0);
        let next = (here + 1) % self.themes.len();
        self.settings.theme = self.themes[next].name.clone();
        self.notice = Notice::say(format!("theme {}", self.settings.theme));
    }

    fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.settings.mouse = !self.settings.mouse;
        let what = if self.settings.mouse {
            "the mouse works here; Shift-drag selects text"
        } else {
            "the mouse is the terminal's"
        };
        self.notice = Notice::say(what);
        vec![Effect::Mouse(self.settings.mouse)]
    }

    fn cancel(&mut self) {
        if self.workspace.zoomed {
            self.workspace.zoomed = false;
        } else if !self.workspace.listing.query.is_empty() && self.workspace.focused == Slot::List {
            self.workspace.listing.query = Query::default();
        } else if self.workspace.exploring() {
            self.workspace.focused = Slot::List;
        }
    }

    /// The address of the source under the cursor, or of the first source of the claim.
    fn source_url(&self) -> Option<String> {
        let graph = &self.atlas.graph;
        let target = self.workspace.active().target();
        let cited =
            target.claim.into_iter().flat_map(|claim| graph.claim(claim).sources().collect::<Vec<_>>());
        target
            .source
            .into_iter()
            .chain(cited)
            .find_map(|id| graph.source(id).record.url.as_ref().map(ToString::to_string))
    }

    fn browse(&mut self) -> Vec<Effect> {
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

    fn to_grounds(&mut self) {
        if self.workspace.focused == Slot::Grounds {
            self.workspace.focused = Slot::Main;
        } else {
            self.workspace.focused = Slot::Grounds;
        }
    }

    fn open_palette(&mut self) {
        let entries =
            Action::every().map(|action| Entry::command(action, self.keymap.signs(action))).collect();
        let picker = Picker::new(Purpose::Palette, "Commands and entities", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    fn open_help(&mut self) {
        let mut entries: Vec<Entry> =
            Action::every().map(|action| Entry::command(action, self.keymap.signs(action))).collect();
        entries.sort_by_key(|entry| super::action::Section::from_name(entry.section));
        let picker = Picker::new(Purpose::Help, "Help", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    fn pick_filter(&mut self) {
        let choices = self.workspace.active().figure().choices.iter().map(|choice| Entry {
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
            pick: Pick::Nothing,
        });
        let entries = choices.chain(keys).collect();
        let picker = Picker::new(Purpose::Filter, "Filter this view", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    fn pick_copy(&mut self) {
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

    fn list_problems(&mut self) {
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
            self.notice = Notice::say("no faults were found in the data");
            return;
        }
        let picker = Picker::new(Purpose::Help, "Faults in the data", entries, &self.atlas);
        self.overlay = Some(Overlay::Picker(picker));
    }

    fn open_dialog(&mut self) {
        let Some(address) = self.workspace.address() else { return };
        let figure = address.view.figure(&self.atlas, &address.lens);
        let dialog = Dialog::new(address, &figure, &self.atlas, self.theme());
        self.overlay = Some(Overlay::Dialog(dialog));
    }

    fn overlay_key(&mut self, chord: Chord) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Picker(picker)) => self.picker_key(picker, chord),
            Some(Overlay::Dialog(dialog)) => self.dialog_key(dialog, chord),
            Some(Overlay::Prompt(prompt)) => {
                self.prompt_key(prompt, chord);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn picker_key(&mut self, mut picker: Picker, chord: Chord) -> Vec<Effect> {
        let page = usize::from(self.size.1 / 2);
        match picker.key(chord, &self.atlas, page) {
            Outcome::Open => self.overlay = Some(Overlay::Picker(picker)),
            Outcome::Closed => {}
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
            Pick::Copy(text) => return vec![Effect::Copy(text)],
            Pick::Open(url) => return vec![Effect::Open(url)],
            Pick::Nothing => {}
        }
        Vec::new()
    }

    fn prompt_key(&mut self, mut prompt: Prompt, chord: Chord) {
        match chord.key {
            Key::Named(Named::Esc) => return,
            Key::Char('c') if chord.ctrl => return,
            Key::Named(Named::Enter) => match self.answer(&prompt) {
                Ok(()) => return,
                Err(problem) => prompt.problem = Some(problem),
            },
            _ => {
                prompt.edit.key(chord);
                prompt.problem = None;
            }
        }
        self.overlay = Some(Overlay::Prompt(prompt));
    }

    fn answer(&mut self, prompt: &Prompt) -> Result<(), String> {
        let text = prompt.edit.text().trim();
        let moment = if text.is_empty() || text == "today" {
            None
        } else {
            Some(
                text.parse::<Moment>()
                    .map_err(|error| format!("{error}; write 2015, 2015-06 or 2015-06-30"))?,
            )
        };
        match prompt.asked {
            Asked::AsOf => self.workspace.at = moment,
            Asked::KnownBy => self.workspace.known_by = moment,
        }
        self.say_dates();
        Ok(())
    }

    fn dialog_key(&mut self, mut dialog: Dialog, chord: Chord) -> Vec<Effect> {
        let figure = dialog.address.view.figure(&self.atlas, &dialog.address.lens);
        let theme = self.theme().clone();
        let outcome = dialog.key(chord, &figure, &self.atlas, &theme);
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
}

/// Why a file was not written.
pub struct Unsaved {
    /// In words.
    pub problem: String,
    /// Whether it is because the file exists.
    pub exists: bool,
}
