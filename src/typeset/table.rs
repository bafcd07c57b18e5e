//! Tables → lines. Widths are settled once; a line is made when it is asked for, so that only the
//! visible rows of a long table cost anything.

use unicode_width::UnicodeWidthStr;

use super::columns::{GAP, gap, shares};
use super::{Line, cites, strip, wrap};
use crate::figure::{Align, Axis, Cell, Mark, Role, Row, Table, Text, Width};

/// The widest strip that reads well; wider ones only spread the same marks.
const STRIP: usize = 110;

/// The lines of a table at a width.
pub struct Lines<'t> {
    table: &'t Table,
    widths: Vec<usize>,
    /// The width that was asked for; headings may use all of it.
    room: usize,
    /// Width of the footnote numbers; 0 if there is no room or no number.
    cites: usize,
    /// First item of the figure that is a row of this table.
    first: usize,
}

/// How wide a table is: the widest cell of each column. To find it every row is looked at, so whoever draws
/// a table again and again keeps it.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    natural: Vec<usize>,
    cites: usize,
}

impl Measure {
    /// The measure of a table.
    pub fn of(table: &Table) -> Self {
        let cites = table.rows.iter().map(|row| cites(&row.cites).width()).max().unwrap_or(0);
        Self { natural: natural(table), cites }
    }
}

impl<'t> Lines<'t> {
    /// Settles the columns.
    pub fn new(table: &'t Table, width: usize) -> Self {
        Self::measured(table, &Measure::of(table), width)
    }

    /// Settles the columns of a table whose measure is known.
    pub fn measured(table: &'t Table, measure: &Measure, width: usize) -> Self {
        let cites = if width >= 40 { measure.cites } else { 0 };
        let room = width.saturating_sub(if cites > 0 { cites + GAP } else { 0 });
        let mut widths = shares(&table.columns, &measure.natural, room);
        for (column, width) in table.columns.iter().zip(&mut widths) {
            if matches!(column.width, Width::Fit { .. }) && *width < 2 {
                *width = (*width).min(1);
            }
        }
        Self { table, widths, room: width, cites, first: 0 }
    }

    /// The same lines, their items counted from a number.
    pub fn starting(mut self, first: usize) -> Self {
        self.first = first;
        self
    }

    /// The heads of the columns, if they are shown.
    pub fn head(&self) -> Option<Line> {
        self.table.heads.then(|| {
            let cells = self.table.columns.iter().zip(&self.widths).filter(|(_, width)| **width > 0);
            let texts = cells.map(|(column, &width)| match self.table.axis {
                Some(axis) if matches!(self.strip_column(), Some(at) if self.table.columns[at] == *column) => {
                    strip::heads(axis, width)
                }
                _ => wrap::fill(&Text::of(column.head(), Role::Muted), width, column.align == Align::Right),
            });
            Line::fixed(self.join(texts))
        })
    }

    /// The line of a row.
    pub fn row(&self, number: usize) -> Line {
        let Some(row) = self.table.rows.get(number) else {
            return Line::blank();
        };
        if row.heading {
            let text = row.cells.first().map_or_else(Text::empty, |cell| match cell {
                Cell::Text(text) => wrap::cut(text, self.room),
                Cell::Strip(_) => Text::empty(),
            });
            return Line::fixed(text);
        }
        let before = self.table.rows[..number].iter().filter(|row| !row.heading).count();
        Line { text: self.cells(number, row), item: Some(self.first + before) }
    }

    fn cells(&self, number: usize, row: &Row) -> Text {
        let axis = self.table.axis.unwrap_or(Axis { from: 0.0, to: 1.0 });
        let columns = self.table.columns.iter().zip(&self.widths).zip(&row.cells).enumerate();
        let texts =
            columns.filter(|(_, ((_, width), _))| **width > 0).map(|(place, ((column, &width), cell))| {
                match cell {
                    Cell::Text(text) => wrap::fill(text, width, column.align == Align::Right),
                    Cell::Strip(marks) => {
                        let above = number.checked_sub(1).map_or(&[][..], |above| self.marks(above, place));
                        strip::joined(above, marks, self.marks(number + 1, place), axis, width)
                    }
                }
            });
        let line = self.join(texts);
        if self.cites == 0 {
            return line;
        }
        let numbers = Text::of(cites(&row.cites), Role::Link);
        line.and(" ".repeat(GAP), Role::Text).then(wrap::fill(&numbers, self.cites, true))
    }

    /// The marks of a row in a column; none if there is no such row or no strip.
    fn marks(&self, row: usize, column: usize) -> &'t [Mark] {
        match self.table.rows.get(row).and_then(|row| row.cells.get(column)) {
            Some(Cell::Strip(marks)) => marks,
            _ => &[],
        }
    }

    /// Width of a full line.
    pub fn width(&self) -> usize {
        let shown = self.widths.iter().filter(|&&width| width > 0);
        let cells: usize = shown.sum::<usize>() + self.gaps().sum::<usize>();
        cells + if self.cites > 0 { self.cites + GAP } else { 0 }
    }

    /// All lines, heads first.
    pub fn all(&self) -> Vec<Line> {
        let mut item = self.first;
        let mut lines: Vec<Line> = self.head().into_iter().collect();
        for (number, row) in self.table.rows.iter().enumerate() {
            if row.heading {
                lines.push(self.row(number));
            } else {
                lines.push(Line { text: self.cells(number, row), item: Some(item) });
                item += 1;
            }
        }
        lines
    }

    /// Where the cells of a column lie in a line: the first one and how many; `None` if it is left out.
    pub fn place(&self, column: usize) -> Option<(usize, usize)> {
        let width = *self.widths.get(column).filter(|width| **width > 0)?;
        let before = self.widths[..column].iter().filter(|width| **width > 0).count();
        let gaps: usize = self.gaps().take(before + 1).sum();
        Some((self.widths[..column].iter().sum::<usize>() + gaps, width))
    }

    /// The blanks before each column that is shown.
    fn gaps(&self) -> impl Iterator<Item = usize> + '_ {
        let shown = self.table.columns.iter().zip(&self.widths).filter(|(_, width)| **width > 0);
        shown.enumerate().map(|(place, (column, _))| gap(column, place == 0))
    }

    fn join(&self, texts: impl Iterator<Item = Text>) -> Text {
        texts
            .zip(self.gaps())
            .fold(Text::empty(), |line, (text, gap)| line.and(" ".repeat(gap), Role::Text).then(text))
    }

    fn strip_column(&self) -> Option<usize> {
        let row = self.table.rows.iter().find(|row| !row.heading)?;
        row.cells.iter().position(|cell| matches!(cell, Cell::Strip(_)))
    }
}

fn natural(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> =
        table.columns.iter().map(|column| if table.heads { column.head().width() } else { 0 }).collect();
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
