//! Narrowing down: the search, filters, dates and the order of the list.

use super::chord::{Chord, Key, Named};
use super::edit::Edit;
use super::overlay::{Asked, Overlay, Prompt};
use super::workspace::Slot;
use super::{App, Effect, Notice};
use crate::model::date::{Day, Moment};
use crate::search::Query;
use crate::view::saved::fault;
use crate::view::{Lens, Opt, Sort, View, option};

impl App {
    pub(super) fn search(&mut self) {
        if !self.workspace.exploring() {
            self.trail.leave(&mut self.workspace);
        }
        self.workspace.tab = 0;
        self.workspace.focused = Slot::List;
        self.workspace.before = self.workspace.centre;
        let words = self.workspace.listing.query.to_string();
        self.workspace.search = Some(Edit::over(words));
    }

    pub(super) fn search_key(&mut self, chord: Chord) -> Vec<Effect> {
        match chord.key {
            Key::Named(Named::Enter) => {
                let text = self.workspace.search.as_ref().map_or("", Edit::text);
                if let Err(error) = Query::parse(text, &self.atlas.graph, self.atlas.index()) {
                    self.notice = Notice::warn(error.to_string());
                    return Vec::new();
                }
                if self.workspace.pane(Slot::List).is_empty() {
                    self.notice = Notice::say("nothing is found: change the words, or esc leaves");
                } else {
                    self.workspace.search = None;
                    self.open();
                }
            }
            Key::Named(Named::Esc) => {
                let empty = self.workspace.search.as_ref().is_none_or(|edit| edit.text().is_empty());
                let centre = self.workspace.centre;
                self.workspace.listing.query = Query::default();
                self.workspace.search = (!empty).then(Edit::default);
                self.workspace.list(&self.atlas);
                centre.into_iter().for_each(|centre| self.workspace.point_list_at(centre));
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
    pub(super) fn search_changed(&mut self) {
        let Some(edit) = &self.workspace.search else { return };
        match Query::parse(edit.text(), &self.atlas.graph, self.atlas.index()) {
            Ok(query) => {
                self.workspace.listing.query = query;
                let list = self.workspace.pane_mut(Slot::List);
                (list.cursor, list.offset) = (0, 0);
            }
            Err(error) => self.notice = Notice::warn(error.to_string()),
        }
    }

    pub(super) fn clear_filters(&mut self) {
        if self.workspace.exploring() {
            self.workspace.listing.query = Query::default();
        }
        self.workspace.lens().query = Query::default();
        self.workspace.search = None;
        let set = self.settings_told();
        let still = if set.is_empty() { String::new() } else { format!("; still set: {}", set.join(", ")) };
        self.notice = Notice::say(format!("filters are off{still}"));
    }

    pub(super) fn add_filter(&mut self, text: &str) {
        let whole = format!("{} {text}", self.workspace.filtered_lens().query);
        match Query::parse(&whole, &self.atlas.graph, self.atlas.index()) {
            Ok(query) => self.workspace.filtered_lens().query = query,
            Err(error) => {
                self.notice = Notice::warn(error.to_string());
                return;
            }
        }
        if self.workspace.filters_list() {
            self.workspace.focused = Slot::List;
        }
    }

    /// Another order of what is seen: of the list, or of the view if it has several.
    pub(super) fn sort(&mut self) {
        if self.workspace.exploring() {
            let lens = &mut self.workspace.listing;
            lens.sort = next(Sort::LISTED, &lens.sort);
            self.notice = Notice::say(format!("the list is sorted by {}", lens.sort));
            return;
        }
        let Some(view) = self.workspace.main_view() else { return };
        let Some(option) = order_of(view) else {
            self.notice = Notice::say(format!("{} has no other order", view.name()));
            return;
        };
        let choices = view.orders(&self.atlas, self.workspace.lens());
        if choices.len() < 2 {
            self.notice = Notice::say("one order only: there is nothing to put in another");
            return;
        }
        // What comes first is what comes by itself, which no lens writes.
        let set = (option.write)(self.workspace.lens(), &self.atlas);
        let order = next(&choices, &set.as_deref().unwrap_or_default());
        self.notice = match self.set_option(option, order) {
            Ok(()) => match Sort::from_name(order).filter(|_| *option == option::SORT) {
                Some(sort) => Notice::say(format!("{}: {}", view.name(), sort.doc())),
                None => Notice::say(format!("{} is sorted by {order}", view.name())),
            },
            Err(problem) => Notice::warn(problem),
        };
    }

    pub(super) fn step_year(&mut self, by: i16) {
        let today = self.atlas.graph.as_of().unwrap_or(Day(0)).parts().0;
        let year = self.workspace.at.map_or(today, Moment::year);
        let next = year + by;
        self.workspace.at = if next >= today { None } else { format!("{next:04}").parse().ok() };
        self.say_dates();
    }

    pub(super) fn say_dates(&mut self) {
        let said = [
            self.workspace.at.map(|at| {
                let beyond = Lens { at: Some(at), ..Lens::default() }.beyond(&self.atlas.graph);
                format!("as of {at}: {}", beyond.as_deref().unwrap_or("what came later is out of sight"))
            }),
            self.workspace
                .known_by
                .map(|by| format!("known by {by}: what was published later is out of sight")),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        self.notice =
            Notice::say(if said.is_empty() { "all dates are shown".to_owned() } else { said.join("; ") });
    }

    pub(super) fn ask(&mut self, asked: Asked) {
        let set = match asked {
            Asked::AsOf => self.workspace.at,
            Asked::KnownBy => self.workspace.known_by,
            Asked::Option(_) | Asked::Name => None,
        };
        let edit = Edit::new(set.map_or(String::new(), |moment| moment.to_string()));
        self.overlay = Some(Overlay::Prompt(Prompt { asked, edit, problem: None }));
    }

    pub(super) fn prompt_key(&mut self, mut prompt: Prompt, chord: Chord) -> Vec<Effect> {
        match chord.key {
            Key::Named(Named::Esc) => return Vec::new(),
            Key::Char('c') if chord.ctrl => return Vec::new(),
            Key::Named(Named::Enter) => match self.answer(&prompt) {
                Ok(effects) => return effects,
                Err(problem) => prompt.problem = Some(problem),
            },
            _ => {
                prompt.edit.key(chord);
                prompt.problem = None;
            }
        }
        self.overlay = Some(Overlay::Prompt(prompt));
        Vec::new()
    }

    /// Does what an answer says, or tells what is wrong with it.
    fn answer(&mut self, prompt: &Prompt) -> Result<Vec<Effect>, String> {
        let text = prompt.edit.text().trim();
        match prompt.asked {
            Asked::AsOf | Asked::KnownBy => self.set_date(prompt.asked, text)?,
            Asked::Option(option) => self.set_option(option, text)?,
            Asked::Name => match fault(text) {
                Some(fault) => return Err(fault.to_owned()),
                None => return Ok(self.save_view(text)),
            },
        }
        Ok(Vec::new())
    }

    fn set_date(&mut self, asked: Asked, text: &str) -> Result<(), String> {
        let moment = if text.is_empty() || text == "today" {
            None
        } else {
            Some(
                text.parse::<Moment>()
                    .map_err(|error| format!("{error}; write 2015, 2015-06 or 2015-06-30"))?,
            )
        };
        if asked == Asked::AsOf {
            self.workspace.at = moment;
        } else {
            self.workspace.known_by = moment;
        }
        self.say_dates();
        Ok(())
    }
}

/// The option by which a view is put in order, if it has one.
pub(super) fn order_of(view: &dyn View) -> Option<&'static Opt> {
    view.options().iter().copied().find(|option| [&option::SORT, &option::ORDER].contains(option))
}

/// The member after this one, and after the last the first; what is no member stands for the first.
fn next<T: Copy + PartialEq>(all: &[T], now: &T) -> T {
    let place = all.iter().position(|member| member == now).unwrap_or(0);
    all[(place + 1) % all.len()]
}
