//! The panes together: which tab is shown, what is at the centre, which pane has the keys.

use super::action::tabs;
use super::areas::Areas;
use super::edit::Edit;
use super::pane::{Pane, Subject};
use crate::atlas::Atlas;
use crate::graph::{ClaimId, EntityId};
use crate::model::date::Moment;
use crate::view::sources::Grounds;
use crate::view::{self, Address, Lens, View};

crate::vocabulary! {
    /// A place for a pane.
    pub enum Slot {
        /// The list of entities.
        List = "list",
        /// The dossier, or the view of the tab.
        Main = "main",
        /// The network of the dossier, or the dossier of what is selected.
        Side = "side",
        /// What the selected line rests on.
        Grounds = "grounds",
    }
}

/// The panes.
pub struct Workspace {
    /// The tab, by its place in [`tabs`].
    pub tab: u8,
    /// What is at the centre of every view.
    pub centre: Option<EntityId>,
    /// The second entity, for views of two.
    pub other: Option<EntityId>,
    /// What was at the centre when the second one was chosen.
    pub paired: Option<EntityId>,
    /// The second one of another centre, to be offered again.
    pub last: Option<EntityId>,
    /// The marked entities, in the order in which they were marked.
    pub marks: Vec<EntityId>,
    /// Whether views that can look at the whole atlas do, instead of at the centre.
    pub whole: bool,
    /// The as-of date of all panes.
    pub at: Option<Moment>,
    /// The known-by date of all panes.
    pub known_by: Option<Moment>,
    /// The lens of each tab, without focus and dates: its filters, depth, order.
    pub lenses: Vec<Lens>,
    /// The lens of the list.
    pub listing: Lens,
    /// The search that is being typed.
    pub search: Option<Edit>,
    /// What was at the centre before it began.
    pub before: Option<EntityId>,
    /// The pane that has the keys.
    pub focused: Slot,
    /// Whether it is shown alone.
    pub zoomed: bool,
    panes: [Pane; 4],
}

impl Workspace {
    /// The first tab, on what the dataset opens with.
    pub fn new(atlas: &Atlas) -> Self {
        let graph = &atlas.graph;
        let opens = graph.manifest().opens.as_ref().and_then(|id| graph.find(id));
        let best = graph.entity_ids().max_by_key(|&id| (graph.degree(id), std::cmp::Reverse(id)));
        let mut workspace = Self {
            tab: 0,
            centre: opens.or(best),
            other: None,
            paired: None,
            last: None,
            marks: Vec::new(),
            whole: false,
            at: None,
            known_by: None,
            lenses: vec![Lens::default(); tabs().count()],
            listing: Lens::default(),
            search: None,
            before: None,
            focused: if opens.is_some() { Slot::Main } else { Slot::List },
            zoomed: false,
            panes: Default::default(),
        };
        workspace.list(atlas);
        workspace
    }

    /// A pane.
    pub fn pane(&self, slot: Slot) -> &Pane {
        &self.panes[slot as usize]
    }

    /// A pane, to move in.
    pub fn pane_mut(&mut self, slot: Slot) -> &mut Pane {
        &mut self.panes[slot as usize]
    }

    /// The pane that has the keys.
    pub fn active(&self) -> &Pane {
        self.pane(self.focused)
    }

    /// The pane that has the keys, to move in.
    pub fn active_mut(&mut self) -> &mut Pane {
        self.pane_mut(self.focused)
    }

    /// Whether the first tab is shown.
    pub fn exploring(&self) -> bool {
        self.tab == 0
    }

    /// The panes of this tab, in the order in which Tab walks them.
    pub fn slots(&self) -> &'static [Slot] {
        if self.exploring() { Slot::ALL } else { &[Slot::Main, Slot::Side, Slot::Grounds] }
    }

    /// The lens of the tab.
    pub fn lens(&mut self) -> &mut Lens {
        let tab = usize::from(self.tab);
        &mut self.lenses[tab]
    }

    /// Whether filters are those of the list: in the first tab, unless the dossier is shown alone.
    pub fn filters_list(&self) -> bool {
        self.exploring() && !(self.zoomed && self.focused == Slot::Main)
    }

    /// The lens that filters change.
    pub fn filtered_lens(&mut self) -> &mut Lens {
        if self.filters_list() { &mut self.listing } else { self.lens() }
    }

    /// Lets go of a second entity that was chosen for another centre.
    pub fn part(&mut self) {
        if self.paired != self.centre {
            self.last = self.other.take().or(self.last);
        }
    }

    /// Takes a second entity for the centre.
    pub fn pair(&mut self, other: EntityId) {
        (self.other, self.paired) = (Some(other), self.centre);
    }

    /// The view of the main pane.
    pub fn main_view(&self) -> Option<&'static dyn View> {
        if self.exploring() { view::find("entity") } else { tabs().nth(self.tab.into()).and_then(view::find) }
    }

    /// The view and lens of the pane with the keys; of the main pane if that one has no address.
    pub fn address(&self) -> Option<Address> {
        let subject = |slot| match self.pane(slot).subject() {
            Subject::View(view, lens) => Some(Address { view: *view, lens: (**lens).clone() }),
            Subject::Grounds(_) => None,
        };
        subject(self.focused).or_else(|| subject(Slot::Main))
    }

    /// Puts the list's cursor on an entity, if the list has it.
    pub fn point_list_at(&mut self, entity: EntityId) {
        let targets = self.pane(Slot::List).figure().targets();
        if let Some(place) = targets.iter().position(|target| target.entity == Some(entity)) {
            self.pane_mut(Slot::List).cursor = place;
        }
    }

    /// Brings every pane in step: list, centre, main view, side view, sources.
    pub fn settle(&mut self, atlas: &Atlas, areas: &Areas) {
        if self.exploring() {
            self.list(atlas);
            if self.focused == Slot::List {
                // What is typed and found nowhere leaves no other at the centre.
                let before = if self.search.is_some() { self.before } else { None };
                self.centre = self.pane(Slot::List).target().entity.or(before).or(self.centre);
            }
        }
        if let Some(view) = self.main_view() {
            let lens = self.main_lens(view);
            self.pane_mut(Slot::Main).set(atlas, Subject::View(view, Box::new(lens)));
        }
        self.side(atlas);
        let watched = match self.focused {
            Slot::Grounds | Slot::Side if !self.exploring() => Slot::Main,
            Slot::Grounds => Slot::Main,
            other => other,
        };
        let pane = self.pane(watched);
        let target = pane.target();
        let subject = match (target.source, view::find("sources")) {
            // What rests on a source that is selected.
            (Some(source), Some(view)) => {
                let lens = Lens { source: Some(source), ..Lens::default() };
                Subject::View(view, Box::new(self.with_dates(&lens, Vec::new())))
            }
            // Nothing is selected in a page that was just opened: then it is about its entity.
            _ => {
                let about = self.looked_at().map(ClaimId::Entity);
                let (claim, item) =
                    if pane.is_still() { (about, None) } else { (target.claim, Some(pane.cursor)) };
                Subject::Grounds(claim.map(|claim| Grounds::new(&atlas.graph, claim, pane.figure(), item)))
            }
        };
        self.pane_mut(Slot::Grounds).set(atlas, subject);
        for &slot in Slot::ALL {
            if let Some(inside) = areas.inside(slot) {
                let inside = if slot == Slot::List { inside.top(2).1 } else { inside };
                self.pane_mut(slot).fit(inside);
            }
        }
    }

    /// Brings the list in step.
    pub(super) fn list(&mut self, atlas: &Atlas) {
        if let Some(view) = view::find("list") {
            let lens = self.with_dates(&self.listing, Vec::new());
            let (before, first) = (self.pane(Slot::List).target().entity, self.pane(Slot::List).cursor == 0);
            let renewed = self.pane_mut(Slot::List).set(atlas, Subject::View(view, Box::new(lens)));
            // Another order or another date leaves the cursor on its entity; a search starts at the top.
            if let Some(entity) = before.filter(|_| renewed && !first && self.search.is_none()) {
                self.point_list_at(entity);
            }
        }
    }

    /// The network of the centre, or the dossier of what is selected.
    fn side(&mut self, atlas: &Atlas) {
        let name = if self.exploring() { "network" } else { "entity" };
        let selected = if self.exploring() { self.centre } else { self.pane(Slot::Main).target().entity };
        let Some(view) = view::find(name) else { return };
        if self.focused == Slot::Side && !self.exploring() {
            return;
        }
        let lens = self.with_dates(&Lens::default(), selected.or(self.centre).into_iter().collect());
        self.pane_mut(Slot::Side).set(atlas, Subject::View(view, Box::new(lens)));
    }

    /// The entity that the tab is about; none where it looks at the whole atlas.
    fn looked_at(&self) -> Option<EntityId> {
        match self.main_view() {
            Some(view) if !self.exploring() => self.focus_of(view).first().copied(),
            _ => self.centre,
        }
    }

    /// The lens of the main pane: that of the tab, on what is looked at, from the dates.
    pub fn main_lens(&self, view: &dyn View) -> Lens {
        self.with_dates(&self.lenses[usize::from(self.tab)], self.focus_of(view))
    }

    /// Keeps a lens of the main pane for the tab, which has neither focus nor dates of its own.
    pub fn set_main_lens(&mut self, lens: Lens) {
        *self.lens() = Lens { focus: Vec::new(), at: None, known_by: None, ..lens };
    }

    fn with_dates(&self, lens: &Lens, focus: Vec<EntityId>) -> Lens {
        Lens { focus, at: self.at, known_by: self.known_by, ..lens.clone() }
    }

    /// What the view of a tab looks at: the marked entities, else the centre, with a second one if it takes two.
    pub fn focus_of(&self, view: &dyn View) -> Vec<EntityId> {
        let (least, most) = (*view.takes().start(), *view.takes().end());
        let whole = self.lenses[usize::from(self.tab)].source.is_some() || (self.whole && least == 0);
        if most == 0 || whole {
            return Vec::new();
        }
        let mut focus: Vec<EntityId> = Vec::new();
        let marked = most > 1 && self.marks.len() > 1;
        if !marked {
            focus.extend(self.centre);
        }
        if most > 1 {
            focus.extend(self.marks.iter().filter(|mark| Some(**mark) != self.centre || marked));
        }
        if focus.len() < least {
            focus.extend(self.other.filter(|other| !focus.contains(other)));
        }
        focus.truncate(most);
        focus
    }

    /// Goes to a view with all that its lens says.
    pub fn visit(&mut self, address: Address) {
        let Address { view, mut lens } = address;
        (self.at, self.known_by) = (lens.at.take(), lens.known_by.take());
        let focus = std::mem::take(&mut lens.focus);
        let tab = tabs().position(|name| name == view.name());
        self.tab = tab.unwrap_or(0) as u8;
        if view.name() == "list" {
            self.listing = lens;
        } else {
            *self.lens() = lens;
        }
        self.marks.clear();
        self.whole = focus.is_empty() && *view.takes().end() > 0;
        self.focused = if view.name() == "list" { Slot::List } else { Slot::Main };
        match focus[..] {
            [] => {}
            [one] => self.centre = Some(one),
            [one, other] if *view.takes().start() == 2 => {
                self.centre = Some(one);
                self.pair(other);
            }
            _ => self.marks = focus,
        }
    }
}
