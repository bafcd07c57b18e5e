//! Tables: text cells at their columns, broken where they are too long; strips as shapes along the axis.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Anchor, CELL, Canvas, LINE};
use super::strip::{Reach, Track};
use crate::export::loose::numbers;
use crate::export::words::line;
use crate::figure::{Align, Axis, Cell, Column, Form, Mark, Role, Row, Span, Table, Text};
use crate::typeset::columns::{GAP, gap, shares};
use crate::typeset::wrap;

/// Cells of a strip.
const STRIP: usize = 76;
/// Cells of the footnote numbers, at most.
const NUMBERS: usize = 24;

/// A column with its place: first cell, and how many.
struct Lane<'t> {
    column: &'t Column,
    number: usize,
    from: usize,
    width: usize,
}

/// A table with its columns settled.
struct Grid<'t> {
    table: &'t Table,
    lanes: Vec<Lane<'t>>,
    axis: Axis,
    /// The cell after the footnote numbers.
    edge: usize,
}

impl Canvas<'_> {
    /// A table, from the current line on.
    pub(super) fn table(&mut self, table: &Table) {
        let marks = marks(table);
        let room = self.cells - if marks > 0 { marks + GAP } else { 0 };
        let lanes = lanes(table, room);
        let edge = lanes.last().map_or(0, |lane| lane.from + lane.width) + GAP + marks;
        let axis = table.axis.unwrap_or(Axis { from: 0.0, to: 1.0 });
        let grid = Grid { table, lanes, axis, edge };
        self.heads(&grid);
        for number in 0..table.rows.len() {
            self.row(&grid, number);
        }
    }

    /// The heads of the columns, and the axis above and through the strips.
    fn heads(&mut self, grid: &Grid<'_>) {
        let strips: Vec<&Lane<'_>> = grid.lanes.iter().filter(|lane| grid.is_strip(lane)).collect();
        if !grid.table.heads && strips.is_empty() {
            return;
        }
        let lines: usize = (0..grid.table.rows.len()).map(|row| grid.lines(row)).sum();
        for lane in strips {
            self.axis(grid.track(lane), lines as f64 * LINE);
        }
        for lane in grid.lanes.iter().filter(|lane| grid.table.heads && !grid.is_strip(lane)) {
            self.cell(lane, &Text::of(lane.column.head(), Role::Muted));
        }
        self.skip(LINE);
    }

    fn row(&mut self, grid: &Grid<'_>, number: usize) {
        let row = &grid.table.rows[number];
        let (top, lines) = (self.y, grid.lines(number));
        if row.heading {
            for text in grid.heading(row, self.cells) {
                self.write(0, &text);
                self.skip(LINE);
            }
            return;
        }
        for lane in &grid.lanes {
            match row.cells.get(lane.number) {
                Some(Cell::Strip(marks)) => {
                    let reach = |mark: &Mark| grid.reach(number, lane, mark, lines);
                    self.strip(marks, grid.track(lane), &reach);
                }
                Some(Cell::Text(text)) => {
                    for text in broken(text, lane.width) {
                        self.cell(lane, &text);
                        self.skip(LINE);
                    }
                    self.y = top;
                }
                None => {}
            }
        }
        for text in footnotes(&row.cites) {
            self.text(Self::x(grid.edge), self.y, &Text::of(text, Role::Link), Anchor::End);
            self.skip(LINE);
        }
        self.y = top + lines as f64 * LINE;
    }

    fn cell(&mut self, lane: &Lane<'_>, text: &Text) {
        let ground = text.0.first().is_some_and(|span| matches!(span.role, Role::Ground(_)));
        match lane.column.align {
            _ if ground => {
                self.write(lane.from, &wrap::fill(text, lane.width, lane.column.align == Align::Right));
            }
            Align::Left => self.write(lane.from, text),
            Align::Right => self.text(Self::x(lane.from + lane.width), self.y, text, Anchor::End),
        }
    }
}

impl Grid<'_> {
    /// Lines of text that a row takes.
    fn lines(&self, number: usize) -> usize {
        let row = &self.table.rows[number];
        if row.heading {
            return self.heading(row, self.edge).len();
        }
        let cells = self.lanes.iter().map(|lane| match row.cells.get(lane.number) {
            Some(Cell::Text(text)) => broken(text, lane.width).len(),
            _ => 1,
        });
        cells.max().unwrap_or(1).max(footnotes(&row.cites).len()).max(1)
    }

    /// The lines of a heading, which may run over all columns.
    fn heading(&self, row: &Row, width: usize) -> Vec<Text> {
        match row.cells.first() {
            Some(Cell::Text(text)) => broken(text, width.max(self.edge).max(40)),
            _ => vec![Text::empty()],
        }
    }

    fn track(&self, lane: &Lane<'_>) -> Track {
        let from = Canvas::x(lane.from);
        Track { axis: self.axis, from, width: lane.width as f64 * CELL }
    }

    fn is_strip(&self, lane: &Lane<'_>) -> bool {
        let mut entries = self.table.entries();
        entries.any(|row| matches!(row.cells.get(lane.number), Some(Cell::Strip(_))))
    }

    /// How far a riser goes up and down: to its neighbours if they have one at the same place.
    fn reach(&self, number: usize, lane: &Lane<'_>, mark: &Mark, lines: usize) -> Reach {
        let goes_on = |row: Option<&Row>| match row.and_then(|row| row.cells.get(lane.number)) {
            Some(Cell::Strip(marks)) => marks
                .iter()
                .any(|other| other.form == Form::Riser && (other.from - mark.from).abs() < f64::EPSILON),
            _ => false,
        };
        let above = number.checked_sub(1).and_then(|above| self.table.rows.get(above));
        let below = self.table.rows.get(number + 1);
        Reach {
            up: if goes_on(above) { LINE / 2.0 } else { 0.0 },
            down: if goes_on(below) { LINE * (lines as f64 - 0.5) } else { 0.0 },
        }
    }
}

/// Cells that a table would like to have.
pub(super) fn wanted(table: &Table) -> usize {
    let columns: usize = natural(table).into_iter().map(|width| width + GAP).sum();
    columns + marks(table)
}

/// Cells of the footnote numbers.
fn marks(table: &Table) -> usize {
    table.rows.iter().flat_map(|row| footnotes(&row.cites)).map(|text| text.len()).max().unwrap_or(0)
}

/// Footnote numbers in brackets, on as many lines as they need.
fn footnotes(cites: &[u32]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = numbers(cites);
    while rest.len() > NUMBERS {
        let cut = rest[..NUMBERS].rfind(',').map_or(NUMBERS, |comma| comma + 1);
        let tail = rest.split_off(cut);
        lines.push(std::mem::replace(&mut rest, tail));
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// A text in lines of a width; at least one.
fn broken(text: &Text, width: usize) -> Vec<Text> {
    let text = clean(text);
    if text.width() <= width {
        return vec![text];
    }
    wrap::wrap(&text, width)
}

/// The columns that have room, from left to right.
fn lanes(table: &Table, room: usize) -> Vec<Lane<'_>> {
    let widths = shares(&table.columns, &natural(table), room);
    let mut from = 0;
    let mut lanes = Vec::new();
    for (number, (column, width)) in table.columns.iter().zip(widths).enumerate() {
        if width > 0 {
            from += gap(column, lanes.is_empty());
            lanes.push(Lane { column, number, from, width });
            from += width;
        }
    }
    lanes
}

/// The widest cell of each column.
fn natural(table: &Table) -> Vec<usize> {
    let head = |column: &Column| if table.heads { column.head().width() } else { 0 };
    let mut widths: Vec<usize> = table.columns.iter().map(head).collect();
    for row in table.entries() {
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            *width = (*width).max(match cell {
                Cell::Text(text) => text.width(),
                Cell::Strip(_) => STRIP,
            });
        }
    }
    widths
}

/// The text on one line.
pub(super) fn clean(text: &Text) -> Text {
    Text(text.0.iter().map(|span| Span { text: line(&span.text), ..span.clone() }).collect())
}

#[cfg(test)]
mod tests {
    use super::footnotes;

    #[test]
    fn numbers_are_broken_at_commas() {
        let cites: Vec<u32> = (100..112).collect();
        let lines = footnotes(&cites);
        assert!(lines.iter().all(|line| line.len() <= 24));
        assert_eq!(lines.concat(), "[100,101,102,103,104,105,106,107,108,109,110,111]");
        assert_eq!(footnotes(&[]), [""; 0]);
    }
}
