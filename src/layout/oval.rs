//! From the unit disc to a grid of cells that is to hold names.
//!
//! A circle of names is dense at its top and bottom, where names lie side by side, and empty at its
//! flanks. Here the nodes of a ring stand at even distances from top to bottom instead, on an oval that
//! leaves room for the names outside. Where one oval has not enough rows for all of them, they stand on
//! two or more in turn, one inside the other, a name's width apart.

use super::Point;
use super::label::{Side, Wish};

/// A node on its way to the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Where it is in the unit disc.
    pub at: Point,
    /// Steps from the focus.
    pub ring: u8,
    /// Cells of its name.
    pub width: u16,
    /// How much it matters.
    pub weight: u32,
}

/// Part of the rows of a flank that may hold a name before a second oval is begun.
const FILL: f64 = 0.92;
/// Columns from the centre that are left to the focus and to the edges.
const CORE: f64 = 10.0;
/// Columns of a sign, the blank beside it, and the air to the next name.
const BESIDE: f64 = 4.0;
/// Cells below which a name says nothing; no oval is added at that price.
const LEAST: f64 = 14.0;

/// Where each node would like to be on a grid of this size, the centre of the disc at its centre.
pub fn wishes(size: (f64, f64), items: &[Item]) -> Vec<Wish> {
    let oval = Oval::new(size, items);
    let tiers = oval.tiers(items);
    items.iter().zip(tiers).map(|(item, tier)| oval.wish(item, tier)).collect()
}

struct Oval {
    /// The middle of the grid.
    middle: (f64, f64),
    /// Half axes of the outermost oval.
    axes: (f64, f64),
    /// What is done to the upper and to the lower half so that both are used to the edge.
    stretch: (f64, f64),
    /// Cells that a name may have.
    name: f64,
    /// On how many ovals a ring may be dealt out.
    most: f64,
    rings: f64,
    /// Whether the corners are needed.
    square: bool,
}

impl Oval {
    fn new((width, height): (f64, f64), items: &[Item]) -> Self {
        let middle = ((width - 1.0) / 2.0, (height - 1.0) / 2.0);
        let rings = items.iter().map(|item| item.ring).max().unwrap_or(0).max(1);
        let outer = || items.iter().filter(|item| item.ring == rings);
        let widest = outer().map(|item| f64::from(item.width)).fold(0.0, f64::max);
        let wanted = outer().count() as f64 / 2.0 / (height * FILL);
        let share = |ovals: f64| (middle.0 - CORE) / ovals / f64::from(rings).sqrt() - BESIDE;
        let most = [4.0, 3.0, 2.0]
            .into_iter()
            .find(|&ovals| wanted > ovals - 1.0 && share(ovals) >= LEAST)
            .unwrap_or(1.0);
        let name = if most > 1.0 { widest.min(share(most).floor()) } else { widest };
        let across = (middle.0 - name - 1.0).max(middle.0 * 0.45);
        let reach = |up: f64| {
            let far = outer().map(|item| slope(item.at) * up).fold(0.0, f64::max);
            if far > 0.0 { (1.0 / far).min(1.3) } else { 1.0 }
        };
        Self {
            middle,
            axes: (across, middle.1),
            stretch: (reach(1.0), reach(-1.0)),
            name,
            most,
            rings: f64::from(rings),
            square: items.len() as f64 > height * 1.2,
        }
    }

    /// On which of the nested ovals of its ring each node stands, 0 the outermost.
    fn tiers(&self, items: &[Item]) -> Vec<f64> {
        let mut tiers = vec![0.0; items.len()];
        for ring in 1..=self.rings as u8 {
            for right in [false, true] {
                let mut flank: Vec<usize> = (0..items.len())
                    .filter(|&index| items[index].ring == ring && (items[index].at.x >= 0.0) == right)
                    .collect();
                flank.sort_by(|&a, &b| slope(items[b].at).total_cmp(&slope(items[a].at)));
                let rows = (2.0 * self.axes.1 + 1.0) * f64::from(ring) / self.rings;
                let wanted = (flank.len() as f64 / (rows * FILL)).ceil();
                let room = (self.axes.0 * f64::from(ring) / self.rings - CORE) / (self.name + BESIDE);
                let count = wanted.min(room.floor() + 1.0).min(self.most).max(1.0) as usize;
                for (number, &index) in flank.iter().enumerate() {
                    tiers[index] = (number % count) as f64;
                }
            }
        }
        tiers
    }

    fn wish(&self, item: &Item, tier: f64) -> Wish {
        let (x, y) = (item.at.x, item.at.y);
        let radius = (x * x + y * y).sqrt();
        let rise = slope(item.at);
        let square = rise * rise;
        let flat = if self.square { (1.0 - square * square).sqrt().sqrt() } else { (1.0 - square).sqrt() };
        let across = (radius * self.axes.0 - tier * (self.name + BESIDE)).max(0.0) * flat;
        let stretch = if y > 0.0 { self.stretch.0 } else { self.stretch.1 };
        let (side, across) = match item.ring {
            0 => (Side::Middle, 0.0),
            _ if x >= 0.0 => (Side::Right, across),
            _ => (Side::Left, -across),
        };
        Wish {
            x: self.middle.0 + across,
            y: self.middle.1 - rise * stretch * radius * self.axes.1,
            width: if item.ring == 0 { item.width } else { item.width.min(self.name as u16) },
            side,
            weight: if item.ring == 0 { u32::MAX } else { item.weight },
        }
    }
}

/// How far up a direction points, from -1 to 1, by nearly even steps around the circle.
fn slope(at: Point) -> f64 {
    let sum = at.x.abs() + at.y.abs();
    if sum > 0.0 { at.y / sum } else { 0.0 }
}
