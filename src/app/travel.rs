//! Going about: the cursor, the panes, the tabs, and from one entity to another.

use super::action::tabs;
use super::workspace::Slot;
use super::{App, Notice};
use crate::figure::motion::Way;
use crate::graph::{ClaimId, EntityId};
use crate::search::Query;
use crate::view::{self, Address, Lens, Shift};

impl App {
    pub(super) fn go(&mut self, way: Way) {
        let slot = self.workspace.focused;
        if self.workspace.active().is_plane() {
            let inside = self.areas().inside(slot).unwrap_or_default();
            self.workspace.active_mut().go(way, inside);
            return;
        }
        match way {
            Way::Up => self.step(-1),
            Way::Down => self.step(1),
            Way::Left => self.sideways(-1),
            Way::Right => self.sideways(1),
        }
    }

    /// Along the row where its cells can be selected; else to the next pane.
    fn sideways(&mut self, by: isize) {
        let inside = self.areas().inside(self.workspace.focused).unwrap_or_default();
        if !self.workspace.active_mut().along(by, inside) {
            self.walk(by);
        }
    }

    /// One item on; where there are no items, one line.
    pub(super) fn step(&mut self, by: isize) {
        let slot = self.workspace.focused;
        if self.workspace.active().is_empty() {
            let inside = self.areas().inside(slot).unwrap_or_default();
            self.workspace.active_mut().scroll(by, inside);
        } else {
            self.workspace.active_mut().step(by);
        }
    }

    pub(super) fn page(&mut self, sign: isize, part: isize) {
        let slot = self.workspace.focused;
        let inside = self.areas().inside(slot).unwrap_or_default();
        let rows = isize::try_from(self.workspace.active().body(inside).height).unwrap_or(1);
        let by = sign * (rows / part).max(1);
        let pane = self.workspace.active_mut();
        if pane.lines().is_empty() { pane.step(by) } else { pane.scroll(by, inside) }
    }

    pub(super) fn walk(&mut self, by: isize) {
        let slots = self.workspace.slots();
        let here = slots.iter().position(|slot| *slot == self.workspace.focused).unwrap_or(0);
        let next = (here as isize + by).rem_euclid(slots.len() as isize) as usize;
        self.workspace.focused = slots[next];
    }

    pub(super) fn show(&mut self, tab: u8) {
        if self.workspace.tab == tab {
            return;
        }
        self.trail.leave(&mut self.workspace);
        self.workspace.tab = tab;
        self.workspace.lens().source = None;
        self.workspace.focused = Slot::Main;
        self.need_other();
    }

    pub(super) fn turn(&mut self, by: isize) {
        let count = tabs().count() as isize;
        let tab = (isize::from(self.workspace.tab) + by).rem_euclid(count);
        self.show(tab as u8);
    }

    /// Moves or scales what the main pane shows, if its view does that.
    pub(super) fn shift(&mut self, shift: Shift) {
        let Some(view) = self.workspace.main_view() else { return };
        let mut lens = self.workspace.main_lens(view);
        if shift == Shift::In {
            lens.window = self.workspace.pane(Slot::Main).aim().or(lens.window);
        }
        if view.shift(&self.atlas, &mut lens, shift) {
            self.workspace.set_main_lens(lens);
        } else {
            self.notice = Notice::say(format!("there is nothing to move or to scale in {}", view.name()));
        }
    }

    /// Shows or hides what lies behind the node under the cursor, if the view has nodes.
    pub(super) fn unfold(&mut self) {
        let (Some(view), Some(entity)) =
            (self.workspace.main_view(), self.workspace.active().target().entity)
        else {
            return;
        };
        let mut lens = self.workspace.main_lens(view);
        if view.unfold(&self.atlas, &mut lens, entity) {
            let before = self.workspace.pane(Slot::Main).len();
            self.workspace.set_main_lens(lens);
            self.settle();
            if self.workspace.pane(Slot::Main).len() == before {
                let name = self.atlas.graph.entity(entity).short();
                self.notice = Notice::say(format!("nothing more lies behind {name}"));
            }
        } else {
            self.notice = Notice::say(format!("nothing unfolds in {}", view.name()));
        }
    }

    pub(super) fn open(&mut self) {
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
        match (target.entity, target.with) {
            (Some(entity), Some(with)) => {
                self.meet(with, entity, matches!(target.claim, Some(ClaimId::Stance(_))));
            }
            (Some(entity), None) => self.follow(entity),
            (None, _) => self.notice = Notice::say("there is nothing to open on this line"),
        }
    }

    /// Goes to what two have in common, or to what one has said of the other, through the same filters. The
    /// marks give way; who comes back finds them.
    fn meet(&mut self, one: EntityId, other: EntityId, said: bool) {
        let Some(view) = view::find(if said { "stances" } else { "pair" }) else { return };
        let query = self.workspace.lens().query.clone();
        let (at, known_by) = (self.workspace.at, self.workspace.known_by);
        self.trail.leave_marks(&mut self.workspace);
        let lens = Lens { at, known_by, query, ..Lens::on([one, other]) };
        self.workspace.visit(Address { view, lens });
    }

    /// Goes to an entity: it becomes the centre, and where one was is kept.
    pub(super) fn follow(&mut self, entity: EntityId) {
        self.trail.leave(&mut self.workspace);
        if self.workspace.lens().source.is_some() {
            self.workspace.lens().source = None;
            self.workspace.tab = 0;
        }
        let alone = self.workspace.main_view().is_some_and(|view| self.workspace.focus_of(view).len() == 1);
        if !alone {
            self.workspace.tab = 0;
        }
        self.workspace.centre = Some(entity);
        // A map looks for what it shows then.
        self.workspace.lens().window = None;
        self.workspace.whole = false;
        if self.workspace.exploring() {
            self.workspace.point_list_at(entity);
        }
        self.workspace.focused = Slot::Main;
    }

    pub(super) fn back(&mut self) {
        match self.trail.back(&mut self.workspace) {
            Some(station) => self.arrive(&station),
            None => {
                if self.workspace.focused != Slot::List {
                    self.workspace.focused = Slot::Main;
                }
                self.notice = Notice::say("this is where you started");
            }
        }
    }

    pub(super) fn forward(&mut self) {
        match self.trail.forward(&mut self.workspace) {
            Some(station) => self.arrive(&station),
            None => self.notice = Notice::say("there is nothing ahead; Backspace goes back"),
        }
    }

    pub(super) fn arrive(&mut self, station: &super::trail::Station) {
        station.restore(&mut self.workspace);
        self.settle();
        station.restore_cursors(&mut self.workspace);
    }

    pub(super) fn cancel(&mut self) {
        if self.workspace.zoomed {
            self.workspace.zoomed = false;
        } else if self.workspace.focused == Slot::Grounds {
            self.workspace.focused = Slot::Main;
        } else if !self.workspace.listing.query.is_empty() && self.workspace.focused == Slot::List {
            self.workspace.listing.query = Query::default();
        } else if self.workspace.exploring() {
            self.workspace.focused = Slot::List;
        }
    }

    pub(super) fn watch_grounds(&mut self) {
        if self.workspace.focused == Slot::Grounds {
            self.workspace.focused = Slot::Main;
        } else {
            self.workspace.focused = Slot::Grounds;
        }
    }
}
