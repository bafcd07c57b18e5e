//! Going along a row: from the row as a whole to those of its cells that stand for something.

use super::pane::Pane;
use crate::figure::{Body, Row, Spot, Text};
use crate::layout::area::Area;
use crate::typeset::Lines;

impl Pane {
    /// The row under the cursor, if the body is a table.
    pub fn row(&self) -> Option<&Row> {
        match &self.figure().body {
            Body::Table(table) => table.entries().nth(self.cursor),
            _ => None,
        }
    }

    /// The lines of its table as they are drawn: with the column of the cursor in sight.
    pub fn table(&self, inside: Area) -> Option<Lines<'_>> {
        match &self.figure().body {
            Body::Table(table) => {
                Some(Lines::showing(table, self.measure(), inside.width.into(), self.column))
            }
            _ => None,
        }
    }

    /// The cell under the cursor, if it is on one.
    pub fn spot(&self) -> Option<&Spot> {
        let column = self.column?;
        self.row()?.spots.iter().find(|spot| spot.column == column)
    }

    /// What is said of the cell or the row under the cursor.
    pub fn said(&self) -> &[Text] {
        self.spot().map_or_else(|| self.detail().unwrap_or_default(), |spot| spot.detail.as_slice())
    }

    /// Goes to the cell of the row that lies under a column of the screen, or to the row itself.
    pub fn point(&mut self, x: u16, inside: Area) {
        let Some(lines) = self.table(inside) else { return };
        let at = usize::from(x.saturating_sub(inside.x));
        let under = |column: &usize| {
            lines.place(*column).is_some_and(|(from, width)| (from..from + width).contains(&at))
        };
        let columns = self.row().into_iter().flat_map(|row| &row.spots).map(|spot| spot.column);
        self.column = columns.into_iter().find(under);
    }

    /// Moves along the row, over its cells. Says whether there was one to go to.
    pub fn along(&mut self, by: isize, inside: Area) -> bool {
        let (Body::Table(table), Some(lines), Some(row)) =
            (&self.figure().body, self.table(inside), self.row())
        else {
            return false;
        };
        // Narrow columns that are out of sight come into it.
        let there = |column: &usize| lines.place(*column).is_some() || table.columns[*column].series;
        let columns: Vec<usize> = row.spots.iter().map(|spot| spot.column).filter(there).collect();
        // The row itself is the place before its first cell.
        let here = self.spot().map(|spot| spot.column);
        let place = here.and_then(|here| columns.iter().position(|&column| column == here));
        let next = place.map_or(0, |place| place + 1).checked_add_signed(by);
        match next {
            Some(0) if here.is_some() => self.column = None,
            Some(next) if next > 0 && next <= columns.len() => self.column = Some(columns[next - 1]),
            _ => return false,
        }
        true
    }
}
