//! Where one has been: back and forward, with filters, dates and cursors as they were.

use super::workspace::{Slot, Workspace};
use crate::graph::EntityId;
use crate::model::date::Moment;
use crate::view::Lens;

/// A place one can come back to.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// The tab.
    pub tab: u8,
    /// What was at the centre.
    pub centre: Option<EntityId>,
    other: Option<EntityId>,
    paired: Option<EntityId>,
    last: Option<EntityId>,
    whole: bool,
    at: Option<Moment>,
    known_by: Option<Moment>,
    lens: Lens,
    listing: Lens,
    focused: Slot,
    /// The marks, where going on took them away.
    marks: Option<Vec<EntityId>>,
    cursors: [(usize, usize, Option<usize>); 4],
}

/// Stations behind and ahead.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    past: Vec<Station>,
    future: Vec<Station>,
}

/// Stations that are kept.
const LONGEST: usize = 500;

impl Trail {
    /// Notes where one is before going on.
    pub fn leave(&mut self, workspace: &mut Workspace) {
        let here = Station::of(workspace);
        if self.past.last() != Some(&here) {
            self.past.push(here);
        }
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Notes where one is before going on to where the marks are others.
    pub fn leave_marks(&mut self, workspace: &mut Workspace) {
        self.leave(workspace);
        if let Some(here) = self.past.last_mut() {
            here.marks = Some(workspace.marks.clone());
        }
    }

    /// The station to go back to; where one is goes ahead.
    pub fn back(&mut self, workspace: &mut Workspace) -> Option<Station> {
        let station = self.past.pop()?;
        self.future.push(Station::of(workspace).beside(&station, workspace));
        Some(station)
    }

    /// The station to go forward to.
    pub fn forward(&mut self, workspace: &mut Workspace) -> Option<Station> {
        let station = self.future.pop()?;
        self.past.push(Station::of(workspace).beside(&station, workspace));
        Some(station)
    }

    /// The last centres before this one, oldest first, without repetition of neighbours.
    pub fn crumbs(&self, most: usize) -> Vec<EntityId> {
        let mut crumbs: Vec<EntityId> = self.past.iter().filter_map(|station| station.centre).collect();
        crumbs.dedup();
        crumbs.split_off(crumbs.len().saturating_sub(most))
    }

    /// How many stations lie behind and ahead.
    pub fn counts(&self) -> (usize, usize) {
        (self.past.len(), self.future.len())
    }
}

impl Station {
    fn of(workspace: &mut Workspace) -> Self {
        let cursors = [Slot::List, Slot::Main, Slot::Side, Slot::Grounds].map(|slot| {
            let pane = workspace.pane(slot);
            (pane.cursor, pane.offset, pane.column)
        });
        Self {
            tab: workspace.tab,
            centre: workspace.centre,
            other: workspace.other,
            paired: workspace.paired,
            last: workspace.last,
            whole: workspace.whole,
            at: workspace.at,
            known_by: workspace.known_by,
            lens: workspace.lens().clone(),
            listing: workspace.listing.clone(),
            focused: workspace.focused,
            marks: None,
            cursors,
        }
    }

    /// The same station, with its marks if those of the one at the other end of the way are kept.
    fn beside(mut self, other: &Self, workspace: &Workspace) -> Self {
        self.marks = other.marks.as_ref().map(|_| workspace.marks.clone());
        self
    }

    /// Puts the panes back: dates, filters, centre and the pane with the keys. The cursors follow by
    /// [`Self::restore_cursors`], when the figures are there again.
    pub fn restore(&self, workspace: &mut Workspace) {
        workspace.tab = self.tab;
        workspace.centre = self.centre;
        (workspace.other, workspace.paired, workspace.last) = (self.other, self.paired, self.last);
        workspace.whole = self.whole;
        workspace.at = self.at;
        workspace.known_by = self.known_by;
        *workspace.lens() = self.lens.clone();
        workspace.listing = self.listing.clone();
        // One comes back to what one looked at, not to what stood beside it.
        let beside = matches!(self.focused, Slot::Side | Slot::Grounds);
        workspace.focused = if beside { Slot::Main } else { self.focused };
        if let Some(marks) = &self.marks {
            workspace.marks.clone_from(marks);
        }
        workspace.search = None;
        let (cursor, offset, _) = self.cursors[Slot::List as usize];
        let list = workspace.pane_mut(Slot::List);
        (list.cursor, list.offset) = (cursor, offset);
    }

    /// Puts the cursors back.
    pub fn restore_cursors(&self, workspace: &mut Workspace) {
        for (&slot, &(cursor, offset, column)) in Slot::ALL.iter().zip(&self.cursors) {
            let pane = workspace.pane_mut(slot);
            pane.cursor = cursor.min(pane.len().saturating_sub(1));
            pane.offset = offset;
            pane.column = column;
            pane.moved = (cursor, offset) != (0, 0);
        }
    }
}
