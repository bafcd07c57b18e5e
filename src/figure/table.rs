//! Rows and columns.

use std::borrow::Cow;

use super::Target;
use super::strip::{Axis, Mark};
use super::text::Text;

/// On which side a column is flush.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// How a column takes its share of the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest cell, within these bounds.
    Fit {
        /// At least.
        min: u16,
        /// At most.
        max: u16,
    },
    /// A share of what is left, not less than `min`.
    Fill {
        /// At least.
        min: u16,
        /// Weight among the columns that fill.
        weight: u16,
    },
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head; also the head in CSV, so one or two plain words.
    pub name: Cow<'static, str>,
    /// Flush side.
    pub align: Align,
    /// Share of the width.
    pub width: Width,
    /// Order in which columns are left out where it is narrow: 0 stays, the highest goes first.
    pub rank: u8,
    /// A head of a few letters for where the columns are as narrow as their cells; empty: the name.
    pub brief: Cow<'static, str>,
    /// So many letters of its name are its head instead, where all columns have room for theirs; 0: none are.
    pub spelt: u16,
    /// Whether it follows the column before it after one blank.
    pub close: bool,
    /// Whether it is one of many alike: those that do not fit come into sight when the cursor goes there, and
    /// the heads say that there are more.
    pub series: bool,
}

impl Column {
    /// A column of words, as wide as they are.
    pub const fn fit(name: &'static str, min: u16, max: u16) -> Self {
        Self {
            name: Cow::Borrowed(name),
            align: Align::Left,
            width: Width::Fit { min, max },
            rank: 0,
            brief: Cow::Borrowed(""),
            spelt: 0,
            close: false,
            series: false,
        }
    }

    /// A column that takes what is left.
    pub const fn fill(name: &'static str, min: u16, weight: u16) -> Self {
        Self {
            name: Cow::Borrowed(name),
            align: Align::Left,
            width: Width::Fill { min, weight },
            rank: 0,
            brief: Cow::Borrowed(""),
            spelt: 0,
            close: false,
            series: false,
        }
    }

    /// The same column under a head that is not known beforehand: the name of an entity, a period.
    pub fn called(mut self, name: impl Into<String>) -> Self {
        self.name = Cow::Owned(name.into());
        self
    }

    /// The same column as one of many narrow ones, with a head of a few letters.
    pub fn narrow(mut self, brief: impl Into<String>) -> Self {
        self.brief = Cow::Owned(brief.into());
        self.close = true;
        self.series()
    }

    /// The same column as one of many alike.
    pub const fn series(mut self) -> Self {
        self.series = true;
        self
    }

    /// The same column under a head of a few letters.
    pub fn brief(mut self, brief: &'static str) -> Self {
        self.brief = Cow::Borrowed(brief);
        self
    }

    /// The same narrow column, with letters of its name for a head where all have room.
    pub const fn spelt(mut self, letters: u16) -> Self {
        self.spelt = letters;
        self
    }

    /// The head as it is shown.
    pub fn head(&self) -> &str {
        if self.brief.is_empty() { &self.name } else { &self.brief }
    }

    /// The same column, flush right.
    pub const fn right(mut self) -> Self {
        self.align = Align::Right;
        self
    }

    /// The same column, left out earlier where it is narrow.
    pub const fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words or a number.
    Text(Text),
    /// Marks along the axis of the table.
    Strip(Vec<Mark>),
}

impl Cell {
    /// The letters; for a strip the labels of its marks.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.plain(),
            Self::Strip(marks) => {
                marks.iter().filter_map(|mark| mark.label.as_deref()).collect::<Vec<_>>().join(" ")
            }
        }
    }
}

impl From<Text> for Cell {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// One cell a column; a heading has one cell that runs over all of them.
    pub cells: Vec<Cell>,
    /// Footnote numbers: places in the extract's list of sources, from 1.
    pub cites: Vec<u32>,
    /// What it stands for.
    pub target: Target,
    /// Whether it is a heading of the rows below, which the cursor passes over.
    pub heading: bool,
    /// More to say about it when the cursor is on it, and in exports: a quote, conditions, the reason of a rank.
    pub detail: Vec<Text>,
    /// Cells that stand for something of their own, from left to right.
    pub spots: Vec<Spot>,
    /// Whether it can be left out of a chart where there is little room.
    pub spare: bool,
}

/// A cell that stands for something of its own: the cursor can go along the row to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The number of its column.
    pub column: usize,
    /// What it stands for.
    pub target: Target,
    /// More to say about it when the cursor is on it.
    pub detail: Vec<Text>,
}

impl Row {
    /// A row of cells.
    pub fn new(cells: Vec<Cell>, target: Target) -> Self {
        Self { cells, target, ..Self::default() }
    }

    /// A heading of the rows below it.
    pub fn heading(text: impl Into<Text>) -> Self {
        Self { cells: vec![Cell::Text(text.into())], heading: true, ..Self::default() }
    }

    /// The same row with footnotes.
    pub fn cited(mut self, cites: Vec<u32>) -> Self {
        self.cites = cites;
        self
    }
}

/// Rows under columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The time axis of its strips.
    pub axis: Option<Axis>,
    /// Whether the heads of the columns are shown.
    pub heads: bool,
}

impl Table {
    /// Rows that are not headings, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.heading)
    }

    /// What the rows stand for.
    pub fn targets(&self) -> impl Iterator<Item = Target> + '_ {
        self.entries().map(|row| row.target)
    }
}
