//! Networks: edges, then signs, then names.

use super::canvas::{Anchor, CELL, Canvas, LINE, MARGIN, number};
use super::label::{self, HEIGHT, Side, Wish};
use super::table::clean;
use crate::export::Sheet;
use crate::export::network::paper;
use crate::export::words::{line, words};
use crate::export::xml::escape;
use crate::figure::{Edge, Node, Role, Scene, Stroke, Text};
use crate::typeset::wrap;
use crate::view::sources::describe;

/// Width and height of a picture of up to so many nodes.
const SIZE: (f64, f64) = (1200.0, 760.0);
const CROWD: f64 = 40.0;
/// Left free at both sides for names.
const SIDE: f64 = 190.0;
/// Half the size of a sign.
const SIGN: f64 = 8.0;

impl Canvas<'_> {
    /// A scene, below the current line.
    pub(super) fn scene(&mut self, sheet: &Sheet<'_>, scene: &Scene) {
        if scene.nodes.is_empty() {
            return;
        }
        if let Some(window) = scene.window {
            self.map(sheet, scene, window);
            return;
        }
        let crowd = (scene.nodes.len() as f64 / CROWD).sqrt().max(0.5);
        self.widen(SIZE.0 * crowd.max(1.0).sqrt());
        let height = SIZE.1 * crowd;
        let middle = self.width / 2.0;
        let (across, down) = (middle - MARGIN - SIDE, height / 2.0 - LINE);
        let place = |node: &Node| (middle + node.at.x * across, height / 2.0 - node.at.y * down);
        let wishes: Vec<Wish> = scene.nodes.iter().map(|node| wish(node, place(node))).collect();
        let names = label::place(&wishes);
        let top = names.iter().map(|name| name.y).fold(0.0, f64::min);
        let bottom = names.iter().map(|name| name.y + name.height).fold(height, f64::max);
        let dy = self.y - top;
        let at = |node: usize| {
            let (x, y) = place(&scene.nodes[node]);
            (x, y + dy)
        };
        for edge in &scene.edges {
            self.edge(sheet, edge, at(edge.from), at(edge.to));
        }
        for (number, node) in scene.nodes.iter().enumerate() {
            self.node(node, at(number), label::Box { y: names[number].y + dy, ..names[number] });
        }
        self.y = bottom + dy + LINE;
        for text in &scene.legend {
            self.paragraph(&clean(text));
        }
    }

    fn edge(&mut self, sheet: &Sheet<'_>, edge: &Edge, from: (f64, f64), to: (f64, f64)) {
        let (width, dash) = (width(edge), dash(edge.stroke));
        self.out += &format!("<g class=\"edge\"><title>{}</title>", escape(&tip(sheet, edge)));
        let more = format!(" stroke-width=\"{width}\" stroke-opacity=\"0.8\"{dash}");
        self.stroke(from, to, edge.role, &more);
        self.out += "</g>\n";
    }

    pub(super) fn node(&mut self, node: &Node, (x, y): (f64, f64), name: label::Box) {
        let paper = paper(self.theme);
        let detail: Vec<String> = node.detail.iter().map(Text::plain).collect();
        self.out += &format!("<g class=\"node\"><title>{}</title>\n", escape(&detail.join("\n")));
        self.out += &format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{paper}\"/>\n",
            number(x),
            number(y),
            number(SIGN)
        );
        self.text(x, y + 5.0, &Text::of(node.glyph, node.role), Anchor::Middle);
        let middle = name.y + HEIGHT / 2.0;
        if (middle - y).abs() > 1.5 * HEIGHT {
            let near = if name.x > x { name.x - 2.0 } else { name.x + name.width + 2.0 };
            self.stroke((x, y), (near, middle), Role::Border, " stroke-width=\"0.6\"");
        }
        let (ink, weight) = match node.ring {
            0 => (self.ink(Role::Accent), " font-weight=\"bold\""),
            _ => (self.ink(Role::Text), ""),
        };
        self.out += &format!(
            "<text x=\"{}\" y=\"{}\" fill=\"{ink}\"{weight} stroke=\"{paper}\" stroke-width=\"3\" \
             paint-order=\"stroke\">{}</text></g>\n",
            number(name.x),
            number(middle + 5.0),
            escape(&shown(node))
        );
    }
}

/// How a stroke is dashed.
pub(super) const fn dash(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Solid => "",
        Stroke::Dashed => " stroke-dasharray=\"7 5\"",
        Stroke::Dotted => " stroke-dasharray=\"1 4\" stroke-linecap=\"round\"",
    }
}

/// How thick an edge is: the more it bundles, the thicker.
pub(super) fn width(edge: &Edge) -> String {
    let more = edge.claims.len().saturating_sub(1).min(4) as f64;
    number(1.2 + 0.5 * more)
}

/// What an edge says when it is pointed at: the claims that it bundles.
pub(super) fn tip(sheet: &Sheet<'_>, edge: &Edge) -> String {
    let said = edge.claims.iter().map(|&claim| {
        let (_, date, text) = describe(sheet.graph, claim);
        let date = if date.is_empty() { date } else { format!(" ({date})") };
        format!("{}{date}", words(&text))
    });
    said.collect::<Vec<_>>().join("\n")
}

/// The name of a node, not longer than there is room for at the side.
pub(super) fn shown(node: &Node) -> String {
    let name = Text::from(line(&node.label));
    wrap::cut(&name, ((SIDE - 24.0) / CELL) as usize + 4).plain()
}

fn wish(node: &Node, (x, y): (f64, f64)) -> Wish {
    let (side, weight) = match node.ring {
        0 => (Side::Below, u32::MAX),
        _ if node.at.x < 0.0 => (Side::Left, node.weight),
        _ => (Side::Right, node.weight),
    };
    Wish { x, y, width: label::width(&shown(node)), side, weight }
}
