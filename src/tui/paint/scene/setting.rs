//! Where everything in a scene is, in cells.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::Camera;
use crate::figure::{Node, Scene};
use crate::layout::label::{self, Place, Side, Strip, Wish};
use crate::layout::oval::{self, Item};
use crate::tui::paint::braille::Dot;

/// The cells of a scene in an area, counted from its corner.
pub(super) struct Setting {
    pub(super) places: Vec<Option<Place>>,
    /// Where the edges of a node meet, also for nodes that are out of the picture.
    pub(super) joints: Vec<Dot>,
    /// Half the width and the height of what is written for the focus, in dots, with air.
    pub(super) core: (f64, f64),
    /// How many edges end at the focus.
    pub(super) spokes: usize,
}

impl Setting {
    pub(super) fn new(scene: &Scene, area: Rect, camera: Camera) -> Self {
        let (width, height) = (f64::from(area.width), f64::from(area.height));
        let zoom = camera.zoom.clamp(1.0, Camera::NEAREST);
        let item = |node: &Node| Item {
            at: node.at,
            ring: node.ring,
            width: node.label.width() as u16,
            weight: node.weight,
        };
        let items: Vec<Item> = scene.nodes.iter().map(item).collect();
        let mut wishes = oval::wishes((width * zoom, height * zoom), &items);
        for wish in &mut wishes {
            wish.x += width * (1.0 - zoom) / 2.0 + camera.dx;
            wish.y += height * (1.0 - zoom) / 2.0 + camera.dy;
        }
        let places = label::place((area.width, area.height), width / 10.0, &wishes);
        Self {
            joints: wishes.iter().zip(&places).map(|(wish, place)| joint(wish, *place)).collect(),
            core: (f64::from(items.first().map_or(0, |item| item.width)) + 6.0, 7.0),
            spokes: scene.edges.iter().filter(|edge| edge.from == 0).count(),
            places,
        }
    }

    /// Makes room for the whole name of the node under the cursor; what is in the way is not drawn.
    pub(super) fn unfold(&mut self, scene: &Scene, cursor: usize, width: u16) {
        let (Some(Some(place)), Some(node)) = (self.places.get(cursor).copied(), scene.nodes.get(cursor))
        else {
            return;
        };
        let wanted = node.label.width() as u16;
        if wanted == 0 || place.label.is_some_and(|label| label.width >= wanted) {
            return;
        }
        let (x, y) = place.glyph;
        let right = place.label.is_none_or(|label| label.x > x);
        let label = match x.checked_sub(wanted + 1) {
            Some(start) if !right || x + 2 + wanted > width => Strip { x: start, y, width: wanted },
            _ => Strip { x: x + 2, y, width: wanted.min(width.saturating_sub(x + 2)) },
        };
        let open = Place { glyph: (x, y), label: (label.width > 0).then_some(label) };
        let strip = open.strip();
        for other in &mut self.places {
            let Some(place) = *other else { continue };
            let meets = |other: Strip| other.y == y && other.x <= strip.end() && strip.x <= other.end();
            if meets(place.strip()) {
                let alone = Place { label: None, ..place };
                *other = (!meets(alone.strip())).then_some(alone);
            }
        }
        self.places[cursor] = Some(open);
    }
}

/// Where the edges of a node meet: its sign, or the middle of all that is written for the focus.
fn joint(wish: &Wish, place: Option<Place>) -> Dot {
    let (x, y) = match place {
        Some(place) if wish.side == Side::Middle => {
            let strip = place.strip();
            (f64::from(strip.x) + f64::from(strip.width - 1) / 2.0, f64::from(strip.y))
        }
        Some(place) => (f64::from(place.glyph.0), f64::from(place.glyph.1)),
        None => (wish.x, wish.y),
    };
    ((2.0 * x).round() as i32, (4.0 * y).round() as i32 + 1)
}
