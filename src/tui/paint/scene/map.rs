//! A map on cells: coastlines as dots, great circles above them, then signs and names.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::SceneView;
use crate::figure::{Edge, Role, Stroke};
use crate::layout::globe::{Window, great_circle};
use crate::layout::sheet::Sheet;
use crate::layout::{Point, coast};
use crate::tui::paint::braille::{Braille, Dot, Pen};
use crate::typeset::scene::{Setting, sheet};

/// With more ties in the background than this they are only hinted at.
const CROWD: usize = 24;

impl SceneView<'_> {
    /// Draws a map.
    pub(super) fn map(&self, window: Window, area: Rect, buffer: &mut Buffer) {
        let size = (area.width, area.height);
        let sheet = sheet(window, size);
        let mut setting = Setting::new(self.scene, size, self.camera);
        if let Some(cursor) = self.cursor {
            setting.lift(cursor);
            setting.unfold(self.scene, cursor, area.width);
        }
        let marks = setting.hidden(area.width);
        let ink = |role: Role, strong: bool| {
            let style = (self.ink)(role);
            if strong { style.add_modifier(Modifier::BOLD) } else { style }
        };
        for (mut dots, point) in [(coasts(window, &sheet, size), '.'), (self.ties(&sheet, size), '+')] {
            let strips = setting.places.iter().flatten().map(crate::layout::label::Place::strip);
            for strip in strips.chain(marks.iter().map(|(strip, _)| *strip)) {
                dots.clear(i32::from(strip.x) - 1, i32::from(strip.end()) + 1, strip.y);
            }
            for y in setting.legend.map_or(0..0, |legend| legend.y..legend.y + legend.height) {
                dots.clear(0, i32::from(setting.legend.map_or(0, |legend| legend.width)) + 1, y);
            }
            dots.paint(area, buffer, self.ascii.then_some(point), &ink);
        }
        for ((number, place), near) in setting.places.iter().enumerate().zip(self.near()) {
            if let Some(place) = place {
                self.write(number, near, place, area, buffer);
            }
        }
        for (strip, text) in marks {
            buffer.set_string(area.x + strip.x, area.y + strip.y, text, (self.ink)(Role::Muted));
        }
        self.legend(&setting, area, buffer);
    }

    /// All ties, those that stand out above the others.
    fn ties(&self, sheet: &Sheet, (width, height): (u16, u16)) -> Braille {
        let mut dots = Braille::new(width, height);
        let (lit, dim): (Vec<&Edge>, Vec<&Edge>) = self.scene.edges.iter().partition(|edge| self.lit(edge));
        let thin = dim.len() > CROWD;
        for (number, edge) in dim.into_iter().enumerate() {
            let mut pen = Pen::new(if thin { Stroke::Dotted } else { edge.stroke }, Role::Heat(1), false);
            if thin {
                pen.drawn = number as u32;
            }
            self.arc(&mut dots, sheet, edge, &mut pen);
        }
        // The weakest first, so that the farthest going is seen where they meet.
        for edge in lit.into_iter().rev() {
            self.arc(&mut dots, sheet, edge, &mut Pen::new(edge.stroke, edge.role, false));
        }
        dots
    }

    fn arc(&self, dots: &mut Braille, sheet: &Sheet, edge: &Edge, pen: &mut Pen) {
        if let (Some(from), Some(to)) = (self.scene.nodes.get(edge.from), self.scene.nodes.get(edge.to)) {
            let way = great_circle(from.at, to.at);
            sheet.trace(&way, &mut |from, to| dots.line(dot(from), dot(to), pen));
        }
    }

    fn legend(&self, setting: &Setting, area: Rect, buffer: &mut Buffer) {
        let Some(legend) = setting.legend else { return };
        let lines = &self.scene.legend[..self.scene.legend.len().min(legend.height.into())];
        self.lines(lines, (area.x + legend.x, area.y + legend.y), area, buffer);
    }
}

fn coasts(window: Window, sheet: &Sheet, (width, height): (u16, u16)) -> Braille {
    let mut dots = Braille::new(width, height);
    let half = sheet.grain() * f64::from(width);
    for coast in coast::lines(sheet.grain()).iter().filter(|coast| coast.near(window.lon.into(), half)) {
        let mut pen = Pen::new(Stroke::Solid, Role::Border, false);
        sheet.trace(&coast.line, &mut |from, to| dots.line(dot(from), dot(to), &mut pen));
    }
    dots
}

fn dot(point: Point) -> Dot {
    (point.x.floor() as i32, point.y.floor() as i32)
}
