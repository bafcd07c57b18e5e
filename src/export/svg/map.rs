//! Maps: coastlines, great circles, then signs and names.

use super::canvas::{Canvas, LINE, MARGIN, number};
use super::label::{self, Side, Wish};
use super::scene::{dash, shown, tip, width};
use super::table::clean;
use crate::export::Sheet;
use crate::export::xml::escape;
use crate::figure::{Edge, Role, Scene};
use crate::layout::globe::{Window, great_circle};
use crate::layout::{Point, coast, sheet};

/// Width and height of the picture, without its border.
const SIZE: (f64, f64) = (1300.0, 640.0);
/// Right of this share of the picture names stand left of their signs.
const RIGHT: f64 = 0.88;

impl Canvas<'_> {
    /// A map, below the current line.
    pub(super) fn map(&mut self, sheet: &Sheet<'_>, scene: &Scene, window: Window) {
        self.widen(SIZE.0 + 2.0 * MARGIN);
        let ground = sheet::Sheet::new(window, SIZE);
        let seen: Vec<(usize, Point)> = (0..scene.nodes.len())
            .map(|number| (number, ground.place(scene.nodes[number].at)))
            .filter(|&(_, spot)| ground.holds(spot))
            .collect();
        let wishes: Vec<Wish> = seen.iter().map(|&(number, spot)| wish(scene, number, spot)).collect();
        let names = label::place(&wishes);
        let top = names.iter().map(|name| name.y).fold(0.0, f64::min);
        let bottom = names.iter().map(|name| name.y + name.height).fold(SIZE.1, f64::max);
        let left = names.iter().map(|name| name.x).fold(0.0, f64::min);
        let (dx, dy) = (MARGIN - left, self.y - top);
        let right = names.iter().map(|name| name.x + name.width).fold(SIZE.0, f64::max);
        self.widen(right - left + 2.0 * MARGIN);
        self.out += &format!("<g transform=\"translate({} {})\">\n", number(dx), number(dy));
        let grain = ground.grain();
        let mut coasts = String::new();
        for coast in
            coast::lines(grain).iter().filter(|coast| coast.near(window.lon.into(), grain * SIZE.0 / 2.0))
        {
            coasts += &path(&ground, &coast.line);
        }
        let ink = self.ink(Role::Border);
        self.out += &format!(
            "<path class=\"coast\" d=\"{coasts}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"0.8\"/>\n"
        );
        for edge in &scene.edges {
            self.arc(sheet, scene, edge, &ground);
        }
        for (&(number, spot), &name) in seen.iter().zip(&names) {
            self.node(&scene.nodes[number], (spot.x, spot.y), name);
        }
        self.out += "</g>\n";
        self.y = bottom + dy + LINE;
        for text in &scene.legend {
            self.paragraph(&clean(text));
        }
    }

    fn arc(&mut self, sheet: &Sheet<'_>, scene: &Scene, edge: &Edge, ground: &sheet::Sheet) {
        let way = path(ground, &great_circle(scene.nodes[edge.from].at, scene.nodes[edge.to].at));
        if way.is_empty() {
            return;
        }
        let (ink, width, dash) = (self.ink(edge.role), width(edge), dash(edge.stroke));
        self.out += &format!(
            "<g class=\"edge\"><title>{}</title><path d=\"{way}\" fill=\"none\" stroke=\"{ink}\" \
             stroke-width=\"{width}\" stroke-opacity=\"0.8\"{dash}/>\n</g>\n",
            escape(&tip(sheet, edge))
        );
    }
}

/// The pieces of a line that are on the sheet.
fn path(ground: &sheet::Sheet, line: &[Point]) -> String {
    let mut out = String::new();
    let mut last: Option<Point> = None;
    ground.trace(line, &mut |from, to| {
        if last != Some(from) {
            out += &format!("M{} {}", number(from.x), number(from.y));
        }
        out += &format!("L{} {}", number(to.x), number(to.y));
        last = Some(to);
    });
    out
}

fn wish(scene: &Scene, number: usize, spot: Point) -> Wish {
    let node = &scene.nodes[number];
    let side = if spot.x > SIZE.0 * RIGHT { Side::Left } else { Side::Right };
    let weight = if node.ring == 0 { u32::MAX } else { node.weight };
    Wish { x: spot.x, y: spot.y, width: label::width(&shown(node)), side, weight }
}
