//! Tables of a figure → tables of Markdown, one for each group of rows.

use super::escape::escape;
use super::{Report, footnote};
use crate::export::grid::{cell, says_something};
use crate::export::words::words;
use crate::figure::{Align, Cell, Row, Table};

/// Letters of a cell that can name a row.
const LABEL: usize = 40;

impl Report<'_> {
    /// A table; headings among its rows become headings of that level.
    pub(super) fn table(&mut self, table: &Table, level: usize) {
        let kept: Vec<usize> = (0..table.columns.len()).filter(|&number| worth(table, number)).collect();
        for group in groups(&table.rows) {
            let rows = match group {
                [first, rest @ ..] if first.heading => {
                    let title = first.cells.first().map(cell).unwrap_or_default();
                    // A heading of nothing is a remark: the legend of a chart, what is left out.
                    let sign = if rest.is_empty() { String::new() } else { "#".repeat(level) + " " };
                    self.block(&format!("{sign}{}", escape(&title)));
                    rest
                }
                rows => rows,
            };
            if !rows.is_empty() && !kept.is_empty() {
                let text = self.grid(table, &kept, rows);
                self.block(&text);
                let more = self.details(&kept, rows);
                self.block(&more);
            }
        }
    }

    fn grid(&mut self, table: &Table, kept: &[usize], rows: &[Row]) -> String {
        let cited = rows.iter().any(|row| !row.cites.is_empty());
        let mut head = String::from("|");
        let mut rule = String::from("|");
        for &number in kept {
            let column = &table.columns[number];
            head += &format!(" {} |", escape(&column.name));
            rule += if column.align == Align::Right { " ---: |" } else { " --- |" };
        }
        if cited {
            head += " sources |";
            rule += " --- |";
        }
        let mut out = format!("{head}\n{rule}");
        for row in rows {
            out += "\n|";
            for &number in kept {
                let text = row.cells.get(number).map(|cell| self.cell(cell)).unwrap_or_default();
                out += &format!(" {text} |");
            }
            if cited {
                out += &format!(" {} |", self.marks(&row.cites));
            }
        }
        out
    }

    fn cell(&mut self, cell: &Cell) -> String {
        match cell {
            Cell::Text(text) => self.words(text),
            Cell::Strip(_) => escape(&cell.plain()),
        }
    }

    /// What the rows say besides their cells, under the words that name the row.
    fn details(&mut self, kept: &[usize], rows: &[Row]) -> String {
        let mut out = String::new();
        for row in rows.iter().filter(|row| row.target.source.is_none()) {
            let cells: Vec<String> =
                kept.iter().filter_map(|&number| row.cells.get(number)).map(cell).collect();
            let more: Vec<String> =
                row.detail.iter().map(words).filter(|line| !is_said(line, &cells)).collect();
            if more.is_empty() {
                continue;
            }
            let named = cells.iter().filter(|cell| !cell.is_empty() && footnote(cell).is_none());
            let short = named.take_while(|cell| cell.chars().count() <= LABEL);
            let name: Vec<String> = short.take(3).map(|cell| escape(cell)).collect();
            let more: Vec<String> = more.iter().map(|line| escape(line)).collect();
            let separator = if out.is_empty() { "" } else { "\n" };
            let marks = self.marks(&row.cites);
            let name = if name.is_empty() { String::new() } else { format!("**{}**: ", name.join(", ")) };
            out += &format!("{separator}- {name}{}{marks}", more.join("; "));
        }
        out
    }
}

/// Whether the cells of a row have what a line says, with or without its label: "note: …".
fn is_said(line: &str, cells: &[String]) -> bool {
    let said = |text: &str| cells.iter().any(|cell| cell.contains(text));
    said(line) || line.split_once(": ").is_some_and(|(_, text)| said(text))
}

/// Whether a column has any words in any row.
fn worth(table: &Table, number: usize) -> bool {
    says_something(table, number)
        && table.entries().any(|row| row.cells.get(number).is_some_and(|text| !cell(text).is_empty()))
}

/// The rows cut before each heading.
fn groups(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|_, next| !next.heading)
}
