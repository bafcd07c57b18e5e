//! Where everything on a map is, in cells: signs at their places, names beside them.
//!
//! Where two signs fall on one cell, or a sign has no room for its name, the one that matters less is not
//! drawn; it is remembered who hides it, so that its number can be told and the cursor can get there.

use super::{Dot, Setting};
use crate::figure::{Node, Scene};
use crate::layout::area::Area;
use crate::layout::globe::Window;
use crate::layout::label::{self, Pin, Place, Strip};
use crate::layout::sheet::Sheet;
use unicode_width::UnicodeWidthStr;

/// Cells for each name that chooses before all signs have a place.
const FIRST: usize = 300;
/// Cells for each name that is drawn, and the fewest that are …
const CELLS: usize = 80;
/// … however small the map is.
const FEW: usize = 12;
/// South of this latitude there is room for the legend of a world map.
const FREE: f64 = -56.0;
/// A map of so many rows gives one to the legend.
const LOW: u16 = 10;

/// The sheet of dots of a map on so many columns and rows.
pub fn sheet(window: Window, (columns, rows): (u16, u16)) -> Sheet {
    Sheet::new(window, (2.0 * f64::from(columns), 4.0 * f64::from(rows)))
}

/// Places the nodes of a map.
pub(super) fn setting(scene: &Scene, window: Window, size: (u16, u16)) -> Setting {
    let sheet = sheet(window, size);
    let spots: Vec<_> = scene.nodes.iter().map(|node| sheet.place(node.at)).collect();
    let joints: Vec<Dot> = spots.iter().map(|spot| (spot.x.floor() as i32, spot.y.floor() as i32)).collect();
    let seen: Vec<usize> = (0..spots.len()).filter(|&number| sheet.holds(spots[number])).collect();
    let pin = |&number: &usize| pin(&scene.nodes[number], joints[number]);
    let pins: Vec<Pin> = seen.iter().map(pin).collect();
    let legend = corner(scene, window, &sheet, size);
    let strip = |y: u16| legend.map(|area| Strip { x: area.x, y, width: area.width });
    let taken: Vec<Strip> =
        legend.iter().flat_map(|area| area.y..area.y + area.height).filter_map(strip).collect();
    let first = (usize::from(size.0) * usize::from(size.1) / FIRST).max(3);
    let mut setting = Setting {
        joints: joints.into_iter().map(Some).collect(),
        legend,
        ..Setting::empty(scene.nodes.len())
    };
    let mut placed = label::pin(size, &taken, first, &pins);
    thin(&mut placed, &pins, (usize::from(size.0) * usize::from(size.1) / CELLS).max(FEW));
    for (&number, place) in seen.iter().zip(placed) {
        setting.places[number] = place;
    }
    for (&number, pin) in seen.iter().zip(&pins) {
        if setting.places[number].is_none() {
            setting.hosts[number] = host(&setting.places, pin.at);
        }
    }
    setting
}

/// Leaves out signs without a name, and of the others those that matter least where there are too many.
fn thin(places: &mut [Option<Place>], pins: &[Pin], most: usize) {
    let named =
        |place: &Option<Place>, pin: &Pin| place.is_some_and(|place| place.label.is_some() || pin.width == 0);
    for (place, pin) in places.iter_mut().zip(pins) {
        if pin.weight < u32::MAX && !named(place, pin) {
            *place = None;
        }
    }
    let mut order: Vec<usize> = (0..places.len()).filter(|&number| places[number].is_some()).collect();
    order.sort_by_key(|&number| (std::cmp::Reverse(pins[number].weight), number));
    order.into_iter().skip(most).for_each(|number| places[number] = None);
}

fn pin(node: &Node, (x, y): Dot) -> Pin {
    let weight = if node.ring == 0 { u32::MAX } else { node.weight };
    Pin { at: ((x / 2) as u16, (y / 4) as u16), width: node.label.width() as u16, weight }
}

/// The bottom left corner of the world, where nobody sits, if the legend fits into it; else the last row for
/// its first line, if the map is wide enough for it.
fn corner(scene: &Scene, window: Window, sheet: &Sheet, size: (u16, u16)) -> Option<Area> {
    let width = |lines: usize| scene.legend.iter().take(lines).map(crate::figure::Text::width).max();
    let fits = |lines: usize| {
        let (width, height) = (width(lines)? as u16, lines as u16);
        let top = size.1.checked_sub(height)?;
        let free = window == Window::WORLD && sheet.latitude(4.0 * f64::from(top)) < FREE;
        let alone = lines == 1 && size.1 >= LOW && width > 0;
        (size.0 >= width && (free || alone)).then(|| Area::new(0, top, width, height))
    };
    fits(scene.legend.len()).or_else(|| fits(1))
}

/// The node that is drawn nearest to a cell.
fn host(places: &[Option<Place>], (x, y): (u16, u16)) -> Option<usize> {
    let drawn = places.iter().enumerate().filter_map(|(number, place)| Some((number, (*place)?.strip())));
    let far = |strip: Strip| {
        let across = strip.x.saturating_sub(x).max(x.saturating_sub(strip.end() - 1));
        u32::from(across) + 2 * u32::from(strip.y.abs_diff(y))
    };
    drawn.min_by_key(|&(number, strip)| (far(strip), number)).map(|(number, _)| number)
}

impl Setting {
    /// The cells of a map node's sign, whether it is drawn or hidden.
    fn cell(&self, number: usize) -> Option<(u16, u16)> {
        let (x, y) = (*self.joints.get(number)?)?;
        Some((u16::try_from(x / 2).ok()?, u16::try_from(y / 4).ok()?))
    }

    /// Brings a hidden node to light; its name gets room by [`Setting::unfold`].
    pub fn lift(&mut self, number: usize) {
        if self.hosts.get(number).is_some_and(Option::is_some)
            && let Some(glyph) = self.cell(number)
        {
            self.places[number] = Some(Place { glyph, label: None });
            self.hosts[number] = None;
        }
    }

    /// How many are hidden by each node that hides some, and where that can be written.
    pub fn hidden(&self, width: u16) -> Vec<(Strip, String)> {
        let mut counts = vec![0_usize; self.places.len()];
        self.hosts.iter().flatten().for_each(|&host| counts[host] += 1);
        let mut marks: Vec<(Strip, String)> = Vec::new();
        for (number, count) in counts.into_iter().enumerate().filter(|&(_, count)| count > 0) {
            let Some(place) = self.places[number] else { continue };
            let text = format!("+{count}");
            let own = place.strip();
            let gap = u16::from(own.end() > place.glyph.0 + 1);
            let strip = Strip { x: own.end() + gap, y: own.y, width: text.len() as u16 };
            let apart = |other: &Strip| other.y != strip.y || other.x > strip.end() || strip.x > other.end();
            let others = self.places.iter().enumerate().filter(|&(other, _)| other != number);
            let mut taken = others.filter_map(|(_, place)| place.map(|place| place.strip()));
            if strip.end() <= width
                && taken.all(|other| apart(&other))
                && marks.iter().all(|(mark, _)| apart(mark))
            {
                marks.push((strip, text));
            }
        }
        marks
    }
}
