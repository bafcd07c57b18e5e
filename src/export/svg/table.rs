//! Tables: text cells at their columns, strips as shapes along the axis.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Anchor, CELL, CELLS, Canvas, LINE};
use super::strip::Track;
use crate::export::words::line;
use crate::export::xml::escape;
use crate::figure::{Align, Axis, Cell, Column, Role, Row, Span, Table, Text};
use crate::typeset::columns::{GAP, shares};
use crate::typeset::{cites, wrap};

/// Cells of a strip.
const STRIP: usize = 76;

/// A column with its place: first cell, and how many.
struct Lane<'t> {
    column: &'t Column,
    number: usize,
    from: usize,
    width: usize,
}

impl Canvas<'_> {
    /// A table, from the current line on.
    pub(super) fn table(&mut self, table: &Table) {
        let marks = table.rows.iter().map(|row| cites(&row.cites).width()).max().unwrap_or(0);
        let room = CELLS - if marks > 0 { marks + GAP } else { 0 };
        let lanes = lanes(table, room);
        let axis = table.axis.unwrap_or(Axis { from: 0.0, to: 1.0 });
        let strips: Vec<Track> = lanes
            .iter()
            .filter(|lane| is_strip(table, lane.number))
            .map(|lane| Track { axis, from: Self::x(lane.from), width: lane.width as f64 * CELL })
            .collect();
        if table.heads || !strips.is_empty() {
            let rows = table.rows.len() as f64;
            for &track in &strips {
                self.axis(track, rows * LINE);
            }
            self.heads(table, &lanes);
            self.skip(LINE);
        }
        let edge = lanes.last().map_or(0, |lane| lane.from + lane.width) + GAP + marks;
        for row in &table.rows {
            if row.heading {
                if let Some(Cell::Text(text)) = row.cells.first() {
                    self.write(0, &wrap::cut(&clean(text), CELLS));
                }
            } else {
                self.row(row, &lanes, axis);
                let numbers = Text::of(cites(&row.cites), Role::Link);
                self.text(Self::x(edge), self.y, &numbers, Anchor::End);
            }
            self.skip(LINE);
        }
    }

    fn heads(&mut self, table: &Table, lanes: &[Lane<'_>]) {
        for lane in lanes.iter().filter(|lane| table.heads && !is_strip(table, lane.number)) {
            self.cell(lane, &Text::of(lane.column.name, Role::Muted));
        }
    }

    fn row(&mut self, row: &Row, lanes: &[Lane<'_>], axis: Axis) {
        for lane in lanes {
            match row.cells.get(lane.number) {
                Some(Cell::Text(text)) => self.cell(lane, &clean(text)),
                Some(Cell::Strip(marks)) => {
                    let track = Track { axis, from: Self::x(lane.from), width: lane.width as f64 * CELL };
                    self.strip(marks, track);
                }
                None => {}
            }
        }
    }

    /// A text in its lane; where it is cut, the whole text shows up under the pointer.
    fn cell(&mut self, lane: &Lane<'_>, text: &Text) {
        let cut = wrap::cut(text, lane.width);
        let whole = cut == *text;
        if !whole {
            self.out += &format!("<g><title>{}</title>", escape(&text.plain()));
        }
        match lane.column.align {
            Align::Left => self.write(lane.from, &cut),
            Align::Right => self.text(Self::x(lane.from + lane.width), self.y, &cut, Anchor::End),
        }
        if !whole {
            self.out += "</g>\n";
        }
    }
}

/// The columns that have room, from left to right.
fn lanes(table: &Table, room: usize) -> Vec<Lane<'_>> {
    let widths = shares(&table.columns, &natural(table), room);
    let mut from = 0;
    let mut lanes = Vec::new();
    for (number, (column, width)) in table.columns.iter().zip(widths).enumerate() {
        if width > 0 {
            lanes.push(Lane { column, number, from, width });
            from += width + GAP;
        }
    }
    lanes
}

/// The widest cell of each column.
fn natural(table: &Table) -> Vec<usize> {
    let head = |column: &Column| if table.heads { column.name.width() } else { 0 };
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

fn is_strip(table: &Table, column: usize) -> bool {
    let mut entries = table.entries();
    entries.any(|row| matches!(row.cells.get(column), Some(Cell::Strip(_))))
}

/// The text on one line.
pub(super) fn clean(text: &Text) -> Text {
    Text(text.0.iter().map(|span| Span { text: line(&span.text), ..span.clone() }).collect())
}
