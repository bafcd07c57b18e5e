//! Names on a grid of cells: every sign and every name gets cells of its own, or none.
//!
//! The heaviest nodes choose first. Each takes the free place nearest to where it wants to be, a row
//! counting as much as two columns because cells are twice as high as wide. Between two names there is
//! always air, so that an edge can be seen to end at one of them.

/// On which side of its sign a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The name ends at the sign: `NASA ◆`.
    Left,
    /// The name begins at the sign: `◆ NASA`.
    Right,
    /// Like right, but sign and name together are centred on the place.
    Middle,
}

/// A node that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Wanted column of the sign; of the middle of both for [`Side::Middle`].
    pub x: f64,
    /// Wanted row.
    pub y: f64,
    /// Cells of the whole name.
    pub width: u16,
    /// Where the name goes.
    pub side: Side,
    /// The more, the earlier it chooses.
    pub weight: u32,
}

/// Cells of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strip {
    /// First column.
    pub x: u16,
    /// Row.
    pub y: u16,
    /// Number of cells.
    pub width: u16,
}

impl Strip {
    /// The column after the last.
    pub const fn end(self) -> u16 {
        self.x + self.width
    }

    /// Whether it covers this cell.
    pub const fn holds(self, x: u16, y: u16) -> bool {
        self.y == y && self.x <= x && x < self.end()
    }
}

/// Where a node was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Column and row of the sign.
    pub glyph: (u16, u16),
    /// Cells of the name; fewer than wished if it has to be cut, `None` if there is no room for it.
    pub label: Option<Strip>,
}

impl Place {
    /// Sign and name together.
    pub fn strip(&self) -> Strip {
        let (x, y) = self.glyph;
        match self.label {
            None => Strip { x, y, width: 1 },
            Some(label) => {
                let start = label.x.min(x);
                Strip { x: start, y, width: label.end().max(x + 1) - start }
            }
        }
    }
}

/// A name that is cut keeps at least so many cells.
const LEAST: u16 = 10;
/// Columns left free on both sides of what is written.
const AIR: i32 = 2;
/// Columns of the sign and the blank beside it.
const SIGN: i32 = 2;

/// Gives each wish a place, in the order of the wishes.
///
/// `None` for what lies outside the grid, and for signs where the grid is full. A sign with its name is
/// moved at most `reach` columns (half as many rows); a sign that must stand without a name may go
/// wherever a cell is free. No two strips ever share a cell, none leaves the grid.
pub fn place(grid: (u16, u16), reach: f64, wishes: &[Wish]) -> Vec<Option<Place>> {
    let mut board = Board::new(grid);
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(wishes[index].weight), index));
    let mut places = vec![None; wishes.len()];
    for index in order {
        let wish = &wishes[index];
        if board.holds(wish) {
            places[index] = board.settle(wish, reach);
        }
    }
    places
}

/// What is taken, row by row.
struct Board {
    width: i32,
    rows: Vec<Vec<(i32, i32)>>,
}

impl Board {
    fn new((width, height): (u16, u16)) -> Self {
        Self { width: i32::from(width), rows: vec![Vec::new(); usize::from(height)] }
    }

    /// Whether the wanted place is on the grid, give or take half a cell.
    fn holds(&self, wish: &Wish) -> bool {
        let (width, height) = (f64::from(self.width), self.rows.len() as f64);
        (-0.5..width - 0.5).contains(&wish.x) && (-0.5..height - 0.5).contains(&wish.y)
    }

    fn settle(&mut self, wish: &Wish, reach: f64) -> Option<Place> {
        let full = i32::from(wish.width);
        let shorter = [full, full * 2 / 3, i32::from(LEAST)];
        let widths = shorter.into_iter().filter(|&width| width == full || width >= i32::from(LEAST));
        for width in widths.filter(|&width| width > 0 && width <= full) {
            if let Some((start, row)) = self.free(wish, width + SIGN, reach) {
                return Some(self.put(wish, start, row, width));
            }
        }
        let (start, row) = self.free(wish, 1, f64::INFINITY)?;
        Some(self.put(wish, start, row, 0))
    }

    /// First column and row of the nearest free stretch.
    fn free(&self, wish: &Wish, width: i32, reach: f64) -> Option<(i32, usize)> {
        let want = match wish.side {
            _ if width == 1 => wish.x,
            Side::Right => wish.x,
            Side::Left => wish.x - f64::from(width - 1),
            Side::Middle => wish.x - f64::from(width - 1) / 2.0,
        };
        let middle = wish.y.round() as i32;
        let mut best: Option<(f64, i32, usize)> = None;
        let mut limit = reach * reach;
        for step in 0..=2 * self.rows.len() as i32 {
            let row = middle + if step % 2 == 0 { -step / 2 } else { step / 2 + 1 };
            let rise = 2.0 * (f64::from(row) - wish.y);
            // Rows come by distance, in pairs: when one is too far, its mirror still may not be.
            if 2.0 * f64::from(step / 2) - 1.0 > limit.sqrt() {
                break;
            }
            let Some(taken) = usize::try_from(row).ok().and_then(|row| self.rows.get(row)) else {
                continue;
            };
            let Some(start) = gap(taken, self.width, want.round() as i32, width) else {
                continue;
            };
            let shift = f64::from(start) - want;
            let cost = shift * shift + rise * rise;
            if cost < limit || (best.is_none() && cost <= limit) {
                limit = cost;
                best = Some((cost, start, row as usize));
            }
        }
        best.map(|(_, start, row)| (start, row))
    }

    fn put(&mut self, wish: &Wish, start: i32, row: usize, width: i32) -> Place {
        let taken = &mut self.rows[row];
        let whole = if width == 0 { 1 } else { width + SIGN };
        let air = if width == 0 { 1 } else { AIR };
        let at = taken.partition_point(|&(other, _)| other < start - air);
        taken.insert(at, (start - air, start + whole + air));
        let y = row as u16;
        let strip = |x: i32| Strip { x: x as u16, y, width: width as u16 };
        let (glyph, label) = match wish.side {
            _ if width == 0 => (start, None),
            Side::Left => (start + whole - 1, Some(strip(start))),
            Side::Right | Side::Middle => (start, Some(strip(start + SIGN))),
        };
        Place { glyph: (glyph as u16, y), label }
    }
}

/// The start of the free stretch of this width that is nearest to `want`.
fn gap(taken: &[(i32, i32)], end: i32, want: i32, width: i32) -> Option<i32> {
    let mut from = 0;
    let mut best: Option<i32> = None;
    for &(start, stop) in taken.iter().chain(&[(end, end)]) {
        let last = start.min(end) - width;
        if from <= last {
            let here = want.clamp(from, last);
            if best.is_none_or(|best| (here - want).abs() < (best - want).abs()) {
                best = Some(here);
            }
        }
        from = from.max(stop);
    }
    best
}

/// A sign that stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Its cell.
    pub at: (u16, u16),
    /// Cells of its name.
    pub width: u16,
    /// The more, the earlier it chooses.
    pub weight: u32,
}

/// Gives each pin its place. Signs never move; a name stands right or left of its sign or not at all.
///
/// The first few by weight take sign and name together, then all others take their signs, and what is
/// free then goes to the other names. `None` for a sign whose cell is taken; `taken` is so before.
pub fn pin(grid: (u16, u16), taken: &[Strip], first: usize, pins: &[Pin]) -> Vec<Option<Place>> {
    let mut desk = Desk { width: grid.0, rows: vec![Vec::new(); usize::from(grid.1)] };
    taken.iter().for_each(|strip| desk.take(*strip, true));
    let mut order: Vec<usize> = (0..pins.len()).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(pins[index].weight), index));
    let (early, late) = order.split_at(first.min(order.len()));
    let mut places = vec![None; pins.len()];
    for &index in early {
        places[index] = desk.sign(pins[index]);
        desk.name(pins[index], &mut places[index]);
    }
    late.iter().for_each(|&index| places[index] = desk.sign(pins[index]));
    late.iter().for_each(|&index| desk.name(pins[index], &mut places[index]));
    places
}

/// What is taken, row by row: strips, and whether they are names.
struct Desk {
    width: u16,
    rows: Vec<Vec<(Strip, bool)>>,
}

impl Desk {
    fn take(&mut self, strip: Strip, name: bool) {
        if let Some(row) = self.rows.get_mut(usize::from(strip.y)) {
            row.push((strip, name));
        }
    }

    /// Whether a strip is on the grid and free, with a blank between it and every name.
    fn free(&self, strip: Strip, name: bool) -> bool {
        let Some(row) = self.rows.get(usize::from(strip.y)) else { return false };
        let meets = |&(other, named): &(Strip, bool)| {
            let air = u16::from(name || named);
            other.x < strip.end() + air && strip.x < other.end() + air
        };
        strip.end() <= self.width && !row.iter().any(meets)
    }

    fn sign(&mut self, pin: Pin) -> Option<Place> {
        let strip = Strip { x: pin.at.0, y: pin.at.1, width: 1 };
        let free = self.free(strip, false);
        free.then(|| {
            self.take(strip, false);
            Place { glyph: pin.at, label: None }
        })
    }

    fn name(&mut self, pin: Pin, place: &mut Option<Place>) {
        let Some(place) = place.as_mut().filter(|_| pin.width > 0) else { return };
        let (x, y) = pin.at;
        let strip = |x: u16| Strip { x, y, width: pin.width };
        let right = Some(strip(x + 2));
        let left = x.checked_sub(pin.width + 1).map(strip);
        let free = [right, left].into_iter().flatten().find(|&strip| self.free(strip, true));
        if let Some(strip) = free {
            place.label = Some(strip);
            self.take(place.strip(), true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heavier_node_gets_the_place_that_both_want() {
        let wish = |weight| Wish { x: 10.0, y: 3.0, width: 5, side: Side::Right, weight };
        let places = place((40, 7), 30.0, &[wish(1), wish(2)]);
        assert_eq!(places[1].map(|place| place.glyph), Some((10, 3)));
        assert_eq!(places[0].map(|place| place.glyph), Some((10, 4)));
    }

    #[test]
    fn pins_stay_and_no_name_lies_on_another_sign_or_name() {
        let pins: Vec<Pin> = (0..300_u16)
            .map(|number| Pin {
                at: (number * 37 % 80, number * 11 % 24),
                width: number % 9,
                weight: number.into(),
            })
            .collect();
        let taken = [Strip { x: 0, y: 20, width: 30 }];
        for first in [0, 10, 300] {
            let places = pin((80, 24), &taken, first, &pins);
            let mut cells = vec![0; 80 * 24];
            let mut fill = |strip: Strip| {
                (strip.x..strip.end()).for_each(|x| cells[usize::from(strip.y) * 80 + usize::from(x)] += 1);
            };
            fill(taken[0]);
            for (place, pin) in places.iter().zip(&pins) {
                let Some(place) = place else { continue };
                assert_eq!(place.glyph, pin.at);
                fill(Strip { x: pin.at.0, y: pin.at.1, width: 1 });
                place.label.into_iter().for_each(&mut fill);
            }
            assert!(cells.iter().all(|&count| count < 2));
            assert!(places[299].is_some_and(|place| place.label.is_some()) || pins[299].width == 0);
        }
    }
}
