//! Rectangles of cells.

/// A rectangle of cells, its corner counted from the top left of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Left column.
    pub x: u16,
    /// Top row.
    pub y: u16,
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
}

impl Area {
    /// A rectangle.
    pub const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// Whether a cell lies in it.
    pub const fn contains(self, x: u16, y: u16) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }

    /// The first columns, and the rest.
    pub const fn left(self, width: u16) -> (Self, Self) {
        let width = if width < self.width { width } else { self.width };
        (Self { width, ..self }, Self { x: self.x + width, width: self.width - width, ..self })
    }

    /// The first rows, and the rest.
    pub const fn top(self, height: u16) -> (Self, Self) {
        let height = if height < self.height { height } else { self.height };
        (Self { height, ..self }, Self { y: self.y + height, height: self.height - height, ..self })
    }

    /// The same without a frame of one cell, and without so many more columns on both sides.
    pub const fn inside(self, margin: u16) -> Self {
        let side = 1 + margin;
        Self {
            x: self.x + side,
            y: self.y + 1,
            width: self.width.saturating_sub(2 * side),
            height: self.height.saturating_sub(2),
        }
    }

    /// A rectangle of this size in the middle, not larger than this one.
    pub fn centred(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self { x: self.x + (self.width - width) / 2, y: self.y + (self.height - height) / 2, width, height }
    }
}
