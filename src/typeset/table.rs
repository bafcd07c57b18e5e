//! Tables → lines. Widths are settled once; a line is made when it is asked for, so that only the
//! visible rows of a long table cost anything.

use unicode_width::UnicodeWidthStr;

use super::columns::{GAP, all_fit, gap, shares};
use super::{BOUNDLESS, Line, cites, cites_width, strip, wrap};
use crate::figure::text::cut;
use crate::figure::{Align, Axis, Cell, Column, Mark, Role, Row, Table, Text, Width};

/// The widest strip that reads well; wider ones only spread the same marks.
const STRIP: usize = 110;

/// Letters of a name that still say whose it is; heads of more than a name's length are words.
const LETTERS: u16 = 4;
const NAME: u16 = 8;

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
    /// How much of their names heads have room for, if they have for any.
    spelt: Option<u16>,
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
        let cites = table.rows.iter().map(|row| cites_width(&row.cites)).max().unwrap_or(0);
        Self { natural: natural(table), cites }
    }

    /// The measure that two tables with the same columns have in common.
    pub(super) fn joined(self, other: &Self) -> Self {
        let natural = self.natural.iter().zip(&other.natural).map(|(one, other)| *one.max(other)).collect();
        Self { natural, cites: self.cites.max(other.cites) }
    }
}

impl<'t> Lines<'t> {
    /// Settles the columns.
    pub fn new(table: &'t Table, width: usize) -> Self {
        Self::showing(table, &Measure::of(table), width, None)
    }

    /// Settles the columns so that this one is among those that are shown: of the narrow ones before it as
    /// many are left out as it takes.
    pub fn showing(table: &'t Table, measure: &Measure, width: usize, column: Option<usize>) -> Self {
        let cites = if width >= 40 { measure.cites } else { 0 };
        let room = width.saturating_sub(if cites > 0 { cites + GAP } else { 0 });
        let mut natural = measure.natural.clone();
        let spelt = [u16::MAX, LETTERS].into_iter().find_map(|letters| {
            let named = spelt(table, &natural, letters);
            all_fit(&table.columns, &named, room).then_some((letters, named))
        });
        let spelt =
            spelt.filter(|_| table.columns.iter().any(|column| column.spelt > 0)).map(|(letters, named)| {
                natural = named;
                letters
            });
        let mut widths = settle(table, &natural, room);
        let column = column.filter(|&column| table.columns.get(column).is_some_and(|column| column.series));
        for before in (0..column.unwrap_or(0)).filter(|&before| table.columns[before].series) {
            if column.is_none_or(|column| widths[column] > 0) {
                break;
            }
            natural[before] = 0;
            widths = settle(table, &natural, room);
        }
        Self { table, widths, room: width, cites, first: 0, spelt }
    }

    /// The same lines, their items counted from a number.
    pub fn starting(mut self, first: usize) -> Self {
        self.first = first;
        self
    }

    /// The heads of the columns, if they are shown.
    pub fn head(&self) -> Option<Line> {
        self.table.heads.then(|| {
            let texts = self.shown().map(|(place, width, gap)| {
                let column = &self.table.columns[place];
                let text = match self.table.axis {
                    Some(axis) if self.strip_column() == Some(place) => strip::heads(axis, width),
                    _ => wrap::fill(&self.head_of(place), width, column.align == Align::Right),
                };
                (text, gap)
            });
            Line::fixed(joined(texts))
        })
    }

    /// The head of a column, with a sign where narrow ones before it or behind it are left out.
    fn head_of(&self, place: usize) -> Text {
        let column = &self.table.columns[place];
        let left_out = |other: Option<usize>| {
            let other = other.filter(|other| self.widths.get(*other) == Some(&0));
            column.series && other.is_some_and(|other| self.table.columns[other].series)
        };
        match self.spelt {
            Some(LETTERS) if shortened(column) => {
                return Text::of(wrap::head(&column.name, LETTERS.into()), Role::Muted);
            }
            Some(letters) if column.spelt > 0 && (letters != LETTERS || column.spelt <= NAME) => {
                return Text::of(cut(&column.name, self.widths[place]), Role::Muted);
            }
            _ => {}
        }
        let before = if left_out(place.checked_sub(1)) { "‹" } else { "" };
        let behind = if left_out(Some(place + 1)) { "›" } else { "" };
        Text::of(before, Role::Accent).and(column.head(), Role::Muted).and(behind, Role::Accent)
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
        let mut parts: Vec<(Text, usize)> = Vec::with_capacity(row.cells.len());
        let mut run = 0;
        for (place, width, gap) in self.shown() {
            // What stands here already: the text before ran on over this cell.
            if place < run {
                continue;
            }
            let Some(cell) = row.cells.get(place) else { break };
            let text = match cell {
                Cell::Text(text) => {
                    let right = self.table.columns[place].align == Align::Right;
                    let mut room = width;
                    if !self.table.heads && !right && text.width() > width {
                        (run, room) = self.run(row, place, width);
                    }
                    wrap::fill(text, room, right)
                }
                Cell::Strip(marks) => {
                    let above = number.checked_sub(1).map_or(&[][..], |above| self.marks(above, place));
                    strip::joined(above, marks, self.marks(number + 1, place), axis, width)
                }
            };
            parts.push((text, gap));
        }
        let line = joined(parts);
        if self.cites == 0 {
            return line;
        }
        // Numbers stand at the edge of the room, so that those of all tables of a page do below each other.
        let edge = if self.room < BOUNDLESS / 2 { self.room.saturating_sub(self.cites + GAP) } else { 0 };
        let line = if line.width() < edge { wrap::fill(&line, edge, false) } else { line };
        line.and(" ".repeat(GAP), Role::Text).then(wrap::fill(&cites(&row.cites), self.cites, true))
    }

    /// Where a text that is too wide for its cell may run on, as far as the cells behind it are blank: the
    /// first column that it does not reach, and the cells that it has. Only where no heads tell the columns apart.
    fn run(&self, row: &Row, place: usize, width: usize) -> (usize, usize) {
        let blank =
            |place: usize| matches!(row.cells.get(place), Some(Cell::Text(text)) if text.width() == 0);
        let behind = self.shown().skip_while(|(other, ..)| *other <= place);
        let free = behind.take_while(|(other, ..)| blank(*other));
        free.fold((place + 1, width), |(_, room), (other, width, gap)| (other + 1, room + gap + width))
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

    /// The columns that are shown: number, width, and the blanks before it.
    fn shown(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        let shown = self.widths.iter().copied().enumerate().filter(|(_, width)| *width > 0);
        shown
            .enumerate()
            .map(|(nth, (place, width))| (place, width, gap(&self.table.columns[place], nth == 0)))
    }

    /// The blanks before each column that is shown.
    fn gaps(&self) -> impl Iterator<Item = usize> + '_ {
        self.shown().map(|(_, _, gap)| gap)
    }

    fn strip_column(&self) -> Option<usize> {
        let row = self.table.rows.iter().find(|row| !row.heading)?;
        row.cells.iter().position(|cell| matches!(cell, Cell::Strip(_)))
    }
}

/// How wide the cells are with so many letters of names for heads.
fn spelt(table: &Table, natural: &[usize], letters: u16) -> Vec<usize> {
    let named = |(column, &width): (&Column, &usize)| {
        let own = match letters {
            LETTERS if shortened(column) => LETTERS,
            LETTERS if column.spelt > NAME => 0,
            _ => column.spelt,
        };
        width.max(column.name.width().min(own.into()))
    };
    table.columns.iter().zip(natural).map(named).collect()
}

/// Whether the first letters of its name alone can be its head: it is a name, and one that no bracket tells
/// from another.
fn shortened(column: &Column) -> bool {
    (1..=NAME).contains(&column.spelt) && !column.name.contains('(')
}

/// The widths of the columns in a room.
fn settle(table: &Table, natural: &[usize], room: usize) -> Vec<usize> {
    let mut widths = shares(&table.columns, natural, room);
    for (column, width) in table.columns.iter().zip(&mut widths) {
        if matches!(column.width, Width::Fit { .. }) && *width < 2 {
            *width = (*width).min(1);
        }
    }
    widths
}

/// Texts on one line, each behind its blanks.
fn joined(texts: impl IntoIterator<Item = (Text, usize)>) -> Text {
    texts
        .into_iter()
        .fold(Text::empty(), |line, (text, gap)| line.and(" ".repeat(gap), Role::Text).then(text))
}

/// The widest cell of each column, its head among them. A head alone needs no room, but where narrow
/// columns stand for many of a kind an empty one says something.
fn natural(table: &Table) -> Vec<usize> {
    let mut widths = vec![0_usize; table.columns.len()];
    for row in table.entries() {
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            *width = (*width).max(match cell {
                Cell::Text(text) => text.width(),
                Cell::Strip(_) => STRIP,
            });
        }
    }
    for (width, column) in widths.iter_mut().zip(&table.columns) {
        if table.heads && (*width > 0 || column.close) {
            *width = (*width).max(column.head().width());
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Target;

    #[test]
    fn a_text_runs_on_over_blank_cells_where_no_heads_tell_the_columns_apart() {
        let row = |cells: [&str; 3]| Row::new(cells.map(Cell::from).to_vec(), Target::NONE);
        let columns = vec![Column::fit("who", 4, 8), Column::fit("what", 4, 8), Column::fit("when", 4, 4)];
        let rows = vec![row(["International", "", "2014"]), row(["International", "launcher", ""])];
        let mut table = Table { columns, rows, axis: None, heads: false };
        let lines = |table: &Table| -> Vec<String> {
            Lines::new(table, 24).all().iter().map(|line| line.text.plain()).collect()
        };
        assert_eq!(lines(&table), ["International       2014", "Interna…  launcher      "]);
        table.heads = true;
        assert_eq!(lines(&table)[1], "Interna…            2014");
    }

    #[test]
    fn numbers_stand_at_the_edge_and_an_empty_column_takes_no_room() {
        let row = |cells: [&str; 3]| Row::new(cells.map(Cell::from).to_vec(), Target::NONE).cited(vec![7, 8]);
        let columns = vec![Column::fit("who", 4, 8), Column::fit("moved", 4, 8), Column::fit("when", 4, 4)];
        let table = Table { columns, rows: vec![row(["ESA", "", "2014"])], axis: None, heads: true };
        let lines = |width: usize| -> Vec<String> {
            Lines::new(&table, width).all().iter().map(|line| line.text.plain()).collect()
        };
        assert_eq!(lines(40), ["who   when", "ESA   2014                         [7+1]"]);
        assert_eq!(lines(BOUNDLESS)[1], "ESA  2014  [7+1]");
    }

    #[test]
    fn narrow_columns_that_do_not_fit_come_into_sight_and_heads_say_that_some_are_left_out() {
        let number = |place: u8| Column::fit("", 3, 3).narrow(place.to_string()).right().rank(place);
        let columns: Vec<Column> =
            [Column::fit("actor", 5, 5)].into_iter().chain((1..=6).map(number)).collect();
        let cells = (0..7).map(|place| Cell::from(format!("c{place}"))).collect();
        let table = Table { columns, rows: vec![Row::new(cells, Target::NONE)], axis: None, heads: true };
        let head = |column: Option<usize>| {
            let lines = Lines::showing(&table, &Measure::of(&table), 17, column);
            lines.head().unwrap().text.plain()
        };
        assert_eq!(head(None), "actor   1   2  3›");
        assert_eq!(head(Some(2)), "actor   1   2  3›");
        assert_eq!(head(Some(4)), "actor  ‹2   3  4›");
        assert_eq!(head(Some(6)), "actor  ‹4   5   6");
    }
}
