//! Where everything in a scene is, in cells: what the painter draws, what the mouse hits and where the
//! keys go.

mod chosen;
mod pinned;

use unicode_width::UnicodeWidthStr;

use crate::figure::{Scene, Text};
use crate::layout::area::Area;
use crate::layout::label::{Place, Strip};

pub use pinned::sheet;

/// From where a scene is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// How many times larger than the pane the picture is, from 1 to [`Camera::NEAREST`].
    pub zoom: f64,
    /// By how many columns the picture is moved to the right.
    pub dx: f64,
    /// By how many rows it is moved down.
    pub dy: f64,
}

impl Camera {
    /// The largest zoom that is drawn.
    pub const NEAREST: f64 = 16.0;
}

impl Default for Camera {
    fn default() -> Self {
        Self { zoom: 1.0, dx: 0.0, dy: 0.0 }
    }
}

/// A dot of the finest raster: two a cell across, four down.
pub type Dot = (i32, i32);

/// The cells of a scene in an area, counted from its corner.
pub struct Setting {
    /// The cells of each node; `None`: not in the picture.
    pub places: Vec<Option<Place>>,
    /// Where the edges of a node meet, also for nodes that are out of the picture; `None`: it is left out, and
    /// its edges with it.
    pub joints: Vec<Option<Dot>>,
    /// Half the width and the height of what is written for the focus, in dots, with air.
    pub core: (f64, f64),
    /// How many edges end at the focus.
    pub spokes: usize,
    /// On a map, the node that is drawn where another one would be.
    pub hosts: Vec<Option<usize>>,
    /// On a map, the cells of the legend.
    pub legend: Option<Area>,
    /// Whether edges between two neighbours could not be followed.
    pub quiet: bool,
    /// Lines below the picture.
    pub foot: Vec<Text>,
}

impl Setting {
    fn empty(nodes: usize) -> Self {
        Self {
            places: vec![None; nodes],
            joints: vec![None; nodes],
            core: (0.0, 0.0),
            spokes: 0,
            hosts: vec![None; nodes],
            legend: None,
            quiet: false,
            foot: Vec::new(),
        }
    }

    /// Places a scene on so many columns and rows. A map has its own window and needs no camera.
    pub fn new(scene: &Scene, (columns, rows): (u16, u16), camera: Camera) -> Self {
        if let Some(window) = scene.window {
            return pinned::setting(scene, window, (columns, rows));
        }
        chosen::setting(scene, (columns, rows), camera)
    }

    /// Takes a node out of the picture, and its edges with it.
    fn hide(&mut self, number: usize) {
        self.places[number] = None;
        self.joints[number] = None;
    }

    /// Makes room for the whole name of the node under the cursor; what is in the way is not drawn.
    pub fn unfold(&mut self, scene: &Scene, cursor: usize, width: u16) {
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
                *other = None;
            }
        }
        self.places[cursor] = Some(open);
    }
}

/// The cell of each node's sign on the screen, or of the sign that hides it; `None`: not in the picture.
pub fn places(scene: &Scene, area: Area, camera: Camera) -> Vec<Option<(u16, u16)>> {
    let setting = Setting::new(scene, (area.width, area.height), camera);
    let on_screen = |place: Place| (area.x + place.glyph.0, area.y + place.glyph.1);
    let drawn = |(place, host): (&Option<Place>, &Option<usize>)| {
        place.or_else(|| host.and_then(|host| setting.places[host])).map(on_screen)
    };
    setting.places.iter().zip(&setting.hosts).map(drawn).collect()
}

/// The node whose sign or name is at this cell of the screen.
pub fn hit(scene: &Scene, area: Area, camera: Camera, (x, y): (u16, u16)) -> Option<usize> {
    let (x, y) = (x.checked_sub(area.x)?, y.checked_sub(area.y)?);
    let setting = Setting::new(scene, (area.width, area.height), camera);
    setting.places.iter().position(|place| place.is_some_and(|place| place.strip().holds(x, y)))
}
