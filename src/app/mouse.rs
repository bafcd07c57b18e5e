//! What the mouse changes. It does nothing that a key could not do.

use super::action::Action;
use super::overlay::Overlay;
use super::picker::{Pick, Picker};
use super::workspace::Slot;
use super::{App, Effect, Notice};
use crate::figure::Body;
use crate::layout::area::Area;
use crate::typeset::scene::hit;

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The button went down.
    Press,
    /// It went down twice on the same cell.
    Double,
    /// The wheel was turned up.
    WheelUp,
    /// The wheel was turned down.
    WheelDown,
    /// The mouse was moved with the button down.
    Drag,
}

/// Something done with the mouse, and on which cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub gesture: Gesture,
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
}

/// So many lines the wheel moves.
const WHEEL: isize = 3;

impl App {
    /// Takes something done with the mouse.
    pub fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.notice = Notice::default();
        let effects = match (self.overlay.take(), mouse.gesture) {
            (Some(Overlay::Picker(picker)), gesture) => self.in_picker(picker, mouse, gesture),
            (Some(other), _) => {
                self.overlay = Some(other);
                Vec::new()
            }
            (None, Gesture::Press) => self.press(mouse.x, mouse.y),
            (None, Gesture::Double) => self.double(mouse.x, mouse.y),
            (None, Gesture::WheelUp) => self.wheel(mouse, -WHEEL),
            (None, Gesture::WheelDown) => self.wheel(mouse, WHEEL),
            (None, Gesture::Drag) => {
                let key = self.keymap.sign(Action::Mouse);
                self.notice =
                    Notice::say(format!("Shift-drag selects text; {key} leaves the mouse to the terminal"));
                Vec::new()
            }
        };
        self.settle();
        effects
    }

    fn press(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let areas = self.areas();
        if areas.tabs.contains(x, y) {
            let tab = self.tabs().into_iter().find(|tab| tab.span.contains(&x));
            return tab.map_or_else(Vec::new, |tab| self.run(Action::Show(tab.place)));
        }
        let (Some(slot), line) = (areas.at(x, y), areas.inside(Slot::List)) else { return Vec::new() };
        if slot == Slot::List && line.is_some_and(|line| y == line.y) {
            return if self.workspace.search.is_none() { self.run(Action::Search) } else { Vec::new() };
        }
        self.workspace.search = None;
        self.workspace.focused = slot;
        if let Some(item) = self.item(slot, x, y) {
            let inside = self.inside(slot).unwrap_or_default();
            let pane = self.workspace.pane_mut(slot);
            pane.cursor = item;
            pane.moved = true;
            pane.point(x, inside);
        }
        Vec::new()
    }

    /// The first press of the two has selected what the second opens.
    fn double(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let slot = self.areas().at(x, y);
        match slot.and_then(|slot| self.item(slot, x, y)) {
            Some(item) if item == self.workspace.active().cursor => self.run(Action::Open),
            _ => self.press(x, y),
        }
    }

    fn wheel(&mut self, mouse: Mouse, by: isize) -> Vec<Effect> {
        let Some(slot) = self.areas().at(mouse.x, mouse.y) else { return Vec::new() };
        let Some(inside) = self.inside(slot) else { return Vec::new() };
        let pane = self.workspace.pane_mut(slot);
        if slot == Slot::List {
            pane.step(by);
        } else {
            pane.scroll(by, inside);
        }
        Vec::new()
    }

    /// The inside of a pane, without what stands above the body of the list.
    fn inside(&self, slot: Slot) -> Option<Area> {
        let inside = self.areas().inside(slot)?;
        Some(if slot == Slot::List { inside.top(2).1 } else { inside })
    }

    /// The item of a pane at a cell.
    fn item(&self, slot: Slot, x: u16, y: u16) -> Option<usize> {
        let inside = self.inside(slot)?;
        let pane = self.workspace.pane(slot);
        if let Body::Scene(scene) = &pane.figure().body {
            return hit(scene, pane.body(inside), pane.camera, (x, y));
        }
        let body = pane.body(inside);
        if body.contains(x, y) { pane.item_at(usize::from(y - body.y)) } else { None }
    }

    fn in_picker(&mut self, mut picker: Picker, mouse: Mouse, gesture: Gesture) -> Vec<Effect> {
        let area = picker.area(self.size);
        let last = picker.shown().len().saturating_sub(1);
        match gesture {
            Gesture::WheelUp => picker.cursor = picker.cursor.saturating_sub(WHEEL as usize),
            Gesture::WheelDown => picker.cursor = (picker.cursor + WHEEL as usize).min(last),
            Gesture::Press | Gesture::Double if !area.contains(mouse.x, mouse.y) => return Vec::new(),
            Gesture::Press | Gesture::Double => {
                if let Some(entry) = picker.entry_at(area, mouse.y) {
                    picker.cursor = entry;
                    match picker.shown()[entry].pick.clone() {
                        Pick::Nothing => {}
                        pick => return self.picked(pick),
                    }
                }
            }
            Gesture::Drag => {}
        }
        self.overlay = Some(Overlay::Picker(picker));
        Vec::new()
    }
}
