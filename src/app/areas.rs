//! Where the panes are on a screen of some size.

use super::workspace::{Slot, Workspace};
use crate::layout::area::Area;

/// The areas of a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// Line of tabs.
    pub tabs: Area,
    /// Line that says where one is.
    pub trail: Area,
    /// The panes that are seen, in the order in which Tab walks them.
    pub panes: Vec<(Slot, Area)>,
    /// Line of keys.
    pub keys: Area,
    /// Whether panes have frames.
    pub framed: bool,
    /// Everything.
    pub screen: Area,
}

/// Smallest screen that can show a pane.
pub const SMALLEST: (u16, u16) = (40, 10);

/// Height of the pane of sources where it stands under another.
const GROUNDS: u16 = 7;

impl Areas {
    /// The areas of a screen of a size.
    pub fn of(size: (u16, u16), workspace: &Workspace) -> Self {
        let screen = Area::new(0, 0, size.0, size.1);
        let (tabs, rest) = screen.top(1);
        let (trail, rest) = rest.top(1);
        let (body, keys) = rest.top(rest.height.saturating_sub(1));
        let framed = size.0 >= 60;
        let single = workspace.zoomed || size.0 < 60 || size.1 < 16;
        let panes = if single {
            vec![(workspace.focused, body)]
        } else if workspace.exploring() {
            explore(body, workspace.focused)
        } else {
            view(body, workspace.focused)
        };
        Self { tabs, trail, panes, keys, framed, screen }
    }

    /// The inside of a pane, if it is seen.
    pub fn inside(&self, slot: Slot) -> Option<Area> {
        let (_, area) = self.panes.iter().find(|(other, _)| *other == slot)?;
        Some(if self.framed { area.inside(1) } else { *area })
    }

    /// The pane at a cell.
    pub fn at(&self, x: u16, y: u16) -> Option<Slot> {
        self.panes.iter().find(|(_, area)| area.contains(x, y)).map(|(slot, _)| *slot)
    }
}

/// List, dossier, and where there is room network and sources.
fn explore(body: Area, focused: Slot) -> Vec<(Slot, Area)> {
    let (list, rest) = body.left(match body.width {
        ..100 => 29,
        100..130 => 34,
        130..180 => 42,
        _ => 54,
    });
    if body.width < 120 {
        let upper = if focused == Slot::Side { Slot::Side } else { Slot::Main };
        let (top, bottom) = above(rest, GROUNDS, focused == Slot::Grounds);
        return vec![(Slot::List, list), (upper, top), (Slot::Grounds, bottom)];
    }
    let (main, side) = rest.left(if body.width < 180 { rest.width * 11 / 20 } else { rest.width * 3 / 5 });
    let (network, grounds) = side.top(side.height * 11 / 20);
    vec![(Slot::List, list), (Slot::Main, main), (Slot::Side, network), (Slot::Grounds, grounds)]
}

/// One view, and beside it what is selected.
fn view(body: Area, focused: Slot) -> Vec<(Slot, Area)> {
    if body.width < 120 {
        let upper = if focused == Slot::Side { Slot::Side } else { Slot::Main };
        let (top, bottom) = above(body, GROUNDS, focused == Slot::Grounds);
        return vec![(upper, top), (Slot::Grounds, bottom)];
    }
    let (main, side) = body.left(body.width * 2 / 3);
    let (dossier, grounds) = side.top(side.height * 3 / 5);
    vec![(Slot::Main, main), (Slot::Side, dossier), (Slot::Grounds, grounds)]
}

/// A pane above the pane of sources, which grows when it is in focus.
fn above(area: Area, grounds: u16, grown: bool) -> (Area, Area) {
    let grounds = if grown { area.height / 2 } else { grounds.min(area.height / 3) };
    area.top(area.height - grounds)
}
