//! CSV, for spreadsheets.
//!
//! One record a row of the view, as many fields in each. First the headings above the row (`group`; in
//! pages `section`), then the columns of the view, then `entity` (its id), `detail`, `sources` (ids,
//! joined by ` ; `). CSV has no comments, so dataset version, as-of date, filters and command stand in
//! four columns of their own, in every record. A view without rows has one record that says why.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@` or a tab for a formula; such a cell
//! gets an apostrophe in front. Fields are quoted as RFC 4180 wants it, lines end with a line feed.

use std::io::{self, Write};

use super::grid::{Line, grid};
use super::matter::Matter;
use super::{Format, Sheet};

/// The rows of the view.
pub struct Csv;

/// Names of the columns that say where the rows come from.
const STAMP: [&str; 4] = ["dataset_version", "as_of", "filters", "command"];

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn doc(&self) -> &'static str {
        "the rows of the view, for spreadsheets"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        let mut grid = grid(sheet);
        if grid.lines.is_empty() {
            let cells = vec![None; grid.columns.len()];
            let detail = sheet.figure.empty.iter().cloned().collect();
            grid.lines.push(Line { cells, detail, ..Line::default() });
        }
        let stamp = sheet.stamp;
        let at = stamp.at.as_deref().unwrap_or("all dates");
        let tail = [&stamp.version, at, &stamp.filters, &stamp.command];
        let mut writer = csv::Writer::from_writer(out);
        let own = ["entity", "detail", "sources"];
        let head = std::iter::once(grid.grouped).chain(grid.columns.iter().map(String::as_str));
        writer.write_record(head.chain(own).chain(STAMP).map(safe)).map_err(plain)?;
        for line in &grid.lines {
            let detail = line.detail.join("\n");
            let sources = matter.footnotes(&line.cites).join(" ; ");
            let first = std::iter::once(line.group.as_str())
                .chain(line.cells.iter().map(|cell| cell.as_deref().unwrap_or_default()));
            let own = [line.entity.as_str(), detail.as_str(), sources.as_str()];
            writer.write_record(first.chain(own).chain(tail).map(safe)).map_err(plain)?;
        }
        writer.flush()
    }
}

/// The error of the writer below, if it was that: a closed pipe is to be known as one.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A cell that no spreadsheet takes for a formula.
fn safe(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn formulas_become_text() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("-4"), "'-4");
        assert_eq!(safe("a=b"), "a=b");
        assert_eq!(safe("–2014"), "–2014");
        assert_eq!(safe(""), "");
    }
}
