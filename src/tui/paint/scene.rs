//! A scene on cells: edges as dots, signs and names above them, none covering another.

mod map;
mod route;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::braille::{Braille, Pen};
use crate::figure::text::cut;
use crate::figure::{Edge, Node, Role, Scene, Stroke, Text};
use crate::layout::area::Area;
use crate::layout::label::Place;
use crate::typeset::scene::{Camera, Setting, hit, places};

/// Paints a scene.
#[derive(Clone, Copy)]
pub struct SceneView<'a> {
    /// What is shown.
    pub scene: &'a Scene,
    /// The node under the cursor; its edges stand out and the others step back.
    pub cursor: Option<usize>,
    /// The style of a role.
    pub ink: &'a dyn Fn(Role) -> Style,
    /// Whether to keep to ASCII.
    pub ascii: bool,
    /// From where it is looked at.
    pub camera: Camera,
}

/// With more edges in the background than this they are only hinted at …
const CROWD: usize = 90;
/// … and also with more than one for so many cells.
const CLEAR: usize = 80;

impl SceneView<'_> {
    /// The cell of each node's sign as it is drawn; `None`: not in the picture.
    pub fn places(&self, area: Rect) -> Vec<Option<(u16, u16)>> {
        places(self.scene, Area::new(area.x, area.y, area.width, area.height), self.camera)
    }

    /// The node whose sign or name is at this cell.
    pub fn hit(&self, area: Rect, x: u16, y: u16) -> Option<usize> {
        hit(self.scene, Area::new(area.x, area.y, area.width, area.height), self.camera, (x, y))
    }

    /// The camera that has a node in the middle of the area, at the zoom of this one.
    pub fn centred(&self, area: Rect, node: usize) -> Camera {
        let setting = Setting::new(self.scene, (area.width, area.height), self.camera);
        let Some(&Some((x, y))) = setting.joints.get(node) else { return self.camera };
        let (width, height) = (f64::from(area.width), f64::from(area.height));
        Camera {
            dx: self.camera.dx + (width / 2.0).floor() - f64::from(x / 2),
            dy: self.camera.dy + (height / 2.0).floor() - f64::from(y / 4),
            ..self.camera
        }
    }

    /// Whether an edge stands out: it touches the cursor, or there is none.
    fn lit(&self, edge: &Edge) -> bool {
        self.cursor.is_none_or(|cursor| edge.from == cursor || edge.to == cursor)
    }

    /// Whether an edge is drawn: both its ends are, and it can be followed, or is what the cursor is about.
    fn followed(&self, edge: &Edge, setting: &Setting) -> bool {
        let drawn = |end: usize| setting.joints.get(end).is_some_and(Option::is_some);
        let ring = |end: usize| self.scene.nodes.get(end).map(|node| node.ring);
        let aside = ring(edge.from) == ring(edge.to);
        let asked = self.cursor.is_some_and(|cursor| edge.from == cursor || edge.to == cursor);
        drawn(edge.from) && drawn(edge.to) && (asked || !aside || !setting.quiet)
    }

    /// All edges, those that stand out above the others.
    fn edges(&self, area: Rect, setting: &Setting) -> Braille {
        let mut dots = Braille::new(area.width, area.height);
        let drawn = self.scene.edges.iter().filter(|edge| self.followed(edge, setting));
        let (lit, dim): (Vec<&Edge>, Vec<&Edge>) = drawn.partition(|edge| self.lit(edge));
        let thin = dim.len() > CROWD.min(area.area() as usize / CLEAR);
        for (number, edge) in dim.into_iter().enumerate() {
            let mut pen = Pen::new(if thin { Stroke::Dotted } else { edge.stroke }, Role::Border, false);
            if thin {
                // Each begins elsewhere in its pattern; in step they would make stripes.
                pen.drawn = number as u32;
            }
            self.draw(&mut dots, setting, edge, &mut pen);
        }
        for edge in lit {
            let mut pen = Pen::new(edge.stroke, edge.role, self.cursor.is_some());
            self.draw(&mut dots, setting, edge, &mut pen);
        }
        for place in setting.places.iter().flatten() {
            let strip = place.strip();
            dots.clear(i32::from(strip.x) - 1, i32::from(strip.end()) + 1, strip.y);
        }
        dots
    }

    fn draw(&self, dots: &mut Braille, setting: &Setting, edge: &Edge, pen: &mut Pen) {
        let joint = |end: usize| setting.joints.get(end).copied().flatten();
        let (Some(focus), Some(from), Some(to)) = (joint(0), joint(edge.from), joint(edge.to)) else {
            return;
        };
        if edge.from == 0 {
            if self.cursor != Some(edge.to) {
                pen.skip = route::hidden(from, to, setting.spokes);
            }
            dots.line(from, to, pen);
        } else {
            dots.bow(from, route::bend(from, to, focus, setting.core), to, pen);
        }
    }

    /// The nodes that are tied to the one under the cursor, and itself; all if there is none.
    fn near(&self) -> Vec<bool> {
        let all = self.cursor.is_none() || self.scene.edges.is_empty();
        let mut near = vec![all; self.scene.nodes.len()];
        for edge in self.scene.edges.iter().filter(|edge| self.lit(edge)) {
            for end in [edge.from, edge.to] {
                if let Some(end) = near.get_mut(end) {
                    *end = true;
                }
            }
        }
        near
    }

    /// How a node's sign and name are written.
    fn styles(&self, number: usize, near: bool) -> (Style, Style) {
        let node = &self.scene.nodes[number];
        let name = match node.role {
            Role::Muted => (self.ink)(Role::Muted),
            _ if node.ring == 0 => (self.ink)(Role::Accent).add_modifier(Modifier::BOLD),
            _ if near => (self.ink)(Role::Text),
            _ => (self.ink)(Role::Muted),
        };
        if self.cursor == Some(number) {
            let plain = if node.role == Role::Muted { (self.ink)(Role::Text) } else { name };
            let mark = plain.add_modifier(Modifier::BOLD | Modifier::REVERSED);
            return (mark, mark);
        }
        ((self.ink)(node.role), name)
    }

    /// Lines of a legend: their signs are those of the picture.
    fn lines(&self, lines: &[Text], (left, top): (u16, u16), area: Rect, buffer: &mut Buffer) {
        for (text, y) in lines.iter().zip(top..) {
            let mut x = left;
            for span in &text.0 {
                let letter = match span.role {
                    Role::Kind(kind) if self.ascii => Some(kind.letter()),
                    _ => None,
                };
                let text = letter.map_or(span.text.clone(), |letter| {
                    span.text.replace(|c: char| c != ' ', letter.encode_utf8(&mut [0; 4]))
                });
                let room = usize::from(area.right().saturating_sub(x));
                x = buffer.set_stringn(x, y, text, room, (self.ink)(span.role)).0;
            }
        }
    }

    fn sign(&self, node: &Node) -> char {
        match node.role {
            Role::Kind(kind) if self.ascii => kind.letter(),
            _ if self.ascii && !node.glyph.is_ascii() => '*',
            _ => node.glyph,
        }
    }

    fn write(&self, number: usize, near: bool, place: &Place, area: Rect, buffer: &mut Buffer) {
        let node = &self.scene.nodes[number];
        let (sign, name) = self.styles(number, near);
        let strip = place.strip();
        if self.cursor == Some(number) {
            // The mark is a cell wider on both sides; that air belongs to the node.
            let start = strip.x.saturating_sub(1);
            let end = (strip.end() + 1).min(area.width);
            buffer.set_style(Rect::new(area.x + start, area.y + strip.y, end - start, 1), name);
        }
        buffer.set_string(
            area.x + place.glyph.0,
            area.y + place.glyph.1,
            self.sign(node).encode_utf8(&mut [0; 4]),
            sign,
        );
        let Some(label) = place.label else { return };
        let text = cut(&node.label, usize::from(label.width));
        let text = if self.ascii { text.replace('…', "~").into() } else { text };
        let left = label.x < place.glyph.0;
        let blank = if left { label.width.saturating_sub(text.width() as u16) } else { 0 };
        buffer.set_string(area.x + label.x + blank, area.y + label.y, text, name);
    }
}

impl Widget for &SceneView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() || self.scene.nodes.is_empty() {
            return;
        }
        if let Some(window) = self.scene.window {
            self.map(window, area, buffer);
            return;
        }
        let mut setting = Setting::new(self.scene, (area.width, area.height), self.camera);
        if let Some(cursor) = self.cursor {
            setting.unfold(self.scene, cursor, area.width);
        }
        self.edges(area, &setting).paint(area, buffer, self.ascii.then_some('.'), &|role, strong| {
            let style = (self.ink)(role);
            if strong { style.add_modifier(Modifier::BOLD) } else { style }
        });
        for ((number, place), near) in setting.places.iter().enumerate().zip(self.near()) {
            if let Some(place) = place {
                self.write(number, near, place, area, buffer);
            }
        }
        let top = area.bottom().saturating_sub(setting.foot.len() as u16);
        self.lines(&setting.foot, (area.x, top), area, buffer);
    }
}
