//! Lines of dots: two by four to a cell, as the braille block of Unicode has them (U+2800 and up).

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::figure::{Role, Stroke};

/// A place among the dots; it may lie outside.
pub(super) use crate::typeset::scene::Dot;

/// The bit of each dot in a cell, by column and row (ISO/IEC 10646, braille patterns).
const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// What a line is drawn with. It remembers how far it has come, so that dashes go round corners.
pub(super) struct Pen {
    pub(super) stroke: Stroke,
    pub(super) role: Role,
    pub(super) strong: bool,
    /// Dots to leave out at the start.
    pub(super) skip: u32,
    pub(super) drawn: u32,
}

impl Pen {
    pub(super) const fn new(stroke: Stroke, role: Role, strong: bool) -> Self {
        Self { stroke, role, strong, skip: 0, drawn: 0 }
    }

    /// Whether the next dot is inked.
    fn step(&mut self) -> bool {
        let number = self.drawn;
        self.drawn += 1;
        number >= self.skip
            && match self.stroke {
                Stroke::Solid => true,
                Stroke::Dashed => number % 9 < 5,
                Stroke::Dotted => number.is_multiple_of(4),
            }
    }
}

#[derive(Clone, Copy, Default)]
struct Cell {
    bits: u8,
    role: Role,
    strong: bool,
}

/// A field of dots. Where lines cross, a cell has the ink of the last; draw what stands out last.
pub(super) struct Braille {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
}

impl Braille {
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self { width, height, cells: vec![Cell::default(); usize::from(width) * usize::from(height)] }
    }

    fn cell(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
        let inside = x < self.width && y < self.height;
        inside.then(|| &mut self.cells[usize::from(y) * usize::from(self.width) + usize::from(x)])
    }

    fn dot(&mut self, (x, y): Dot, pen: &Pen) {
        let bit = BITS[(x & 1) as usize][(y & 3) as usize];
        if let Some(cell) = self.cell(x >> 1, y >> 2) {
            // A cell has one ink: what stands out does not lend its own to what lies behind.
            let behind = if pen.strong && !cell.strong { 0 } else { cell.bits };
            *cell = Cell { bits: behind | bit, role: pen.role, strong: pen.strong };
        }
    }

    /// A straight line without its last dot (Bresenham 1965).
    pub(super) fn line(&mut self, from: Dot, to: Dot, pen: &mut Pen) {
        let (dx, dy) = ((to.0 - from.0).abs(), -(to.1 - from.1).abs());
        let (right, down) = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
        let (mut at, mut error) = (from, dx + dy);
        while at != to {
            if pen.step() {
                self.dot(at, pen);
            }
            let twice = 2 * error;
            if twice >= dy {
                error += dy;
                at.0 += right;
            }
            if twice <= dx {
                error += dx;
                at.1 += down;
            }
        }
    }

    /// A bow that is drawn toward a point without reaching it (a quadratic Bézier curve).
    pub(super) fn bow(&mut self, from: Dot, toward: Dot, to: Dot, pen: &mut Pen) {
        const PIECES: i32 = 16;
        let blend = |a: i32, b: i32, c: i32, step: i32| {
            let rest = PIECES - step;
            let sum = a * rest * rest + 2 * b * rest * step + c * step * step;
            (2 * sum + PIECES * PIECES).div_euclid(2 * PIECES * PIECES)
        };
        let mut last = from;
        for step in 1..=PIECES {
            let next = (blend(from.0, toward.0, to.0, step), blend(from.1, toward.1, to.1, step));
            self.line(last, next, pen);
            last = next;
        }
    }

    /// Leaves cells of a row free, so that text can stand there.
    pub(super) fn clear(&mut self, from: i32, to: i32, row: u16) {
        for x in from..to {
            if let Some(cell) = self.cell(x, i32::from(row)) {
                cell.bits = 0;
            }
        }
    }

    /// Writes the dots into a buffer, in ASCII as a letter to a cell.
    pub(super) fn paint(
        &self,
        area: Rect,
        buffer: &mut Buffer,
        ascii: Option<char>,
        ink: &dyn Fn(Role, bool) -> Style,
    ) {
        for (number, cell) in self.cells.iter().enumerate().filter(|(_, cell)| cell.bits != 0) {
            let (x, y) = (number % usize::from(self.width), number / usize::from(self.width));
            let Some(target) = buffer.cell_mut((area.x + x as u16, area.y + y as u16)) else {
                continue;
            };
            let pattern = char::from_u32(0x2800 + u32::from(cell.bits)).unwrap_or('.');
            target.set_char(ascii.unwrap_or(pattern)).set_style(ink(cell.role, cell.strong));
        }
    }
}
