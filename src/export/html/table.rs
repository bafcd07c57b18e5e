//! Tables of a figure → tables of HTML, one for each group of rows; strips as bars along one axis.

use super::{Document, marks, said};
use crate::export::grid::cell;
use crate::export::words::words;
use crate::export::xml::escape;
use crate::figure::{Align, Axis, Cell, Form, Mark, Row, Table};

impl Document<'_> {
    /// A table; a heading among its rows becomes the caption of the rows below it.
    pub(super) fn table(&mut self, table: &Table) {
        for group in table.rows.chunk_by(|_, next| !next.heading) {
            let (caption, rows) = match group {
                [first, rest @ ..] if first.heading => {
                    (first.cells.first().map(cell).unwrap_or_default(), rest)
                }
                rows => (String::new(), rows),
            };
            if rows.is_empty() {
                self.line("p class=\"note\"", "p", &escape(&caption));
                continue;
            }
            self.out += "<div class=\"wide\"><table>\n";
            self.line("caption", "caption", &escape(&caption));
            let cited = rows.iter().any(|row| !row.cites.is_empty());
            self.heads(table, cited);
            self.out += "<tbody>\n";
            for row in rows {
                self.row(table, row, cited);
            }
            self.out += "</tbody>\n</table></div>\n";
        }
    }

    fn heads(&mut self, table: &Table, cited: bool) {
        self.out += "<thead><tr>";
        for column in &table.columns {
            let class = class(column.align);
            self.out += &format!("<th scope=\"col\"{class}>{}</th>", escape(&column.name));
        }
        if cited {
            self.out += "<th scope=\"col\">sources</th>";
        }
        self.out += "</tr></thead>\n";
    }

    fn row(&mut self, table: &Table, row: &Row, cited: bool) {
        self.out += "<tr>";
        for (number, column) in table.columns.iter().enumerate() {
            let text = match (row.cells.get(number), table.axis) {
                (Some(Cell::Text(text)), _) => said(text),
                (Some(Cell::Strip(marks)), Some(axis)) => strip(marks, axis),
                _ => String::new(),
            };
            self.out += &format!("<td{}>{text}", class(column.align));
            if number + 1 == table.columns.len() {
                self.details(row);
            }
            self.out += "</td>";
        }
        if cited {
            self.out += &format!("<td>{}</td>", marks(&row.cites));
        }
        self.out += "</tr>\n";
    }

    /// What a row says besides its cells, folded until it is asked for.
    fn details(&mut self, row: &Row) {
        let lines: Vec<String> =
            row.detail.iter().map(words).filter(|line| !line.is_empty()).map(|line| escape(&line)).collect();
        if !lines.is_empty() {
            self.out += &format!("<details><summary>more</summary>{}</details>", lines.join("<br>"));
        }
    }
}

fn class(align: Align) -> &'static str {
    if align == Align::Right { " class=\"right\"" } else { "" }
}

/// Marks along the axis, as shares of the width; their labels are what is read aloud.
fn strip(marks: &[Mark], axis: Axis) -> String {
    let share = |year: f64| {
        let share = axis.share(year);
        100.0 * if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
    };
    let label = Cell::Strip(marks.to_vec()).plain();
    let mut out = format!("<span class=\"strip\" role=\"img\" aria-label=\"{}\">", escape(&label));
    for mark in marks.iter().filter(|mark| mark.to >= axis.from && mark.from <= axis.to) {
        let (from, to) = (share(mark.from), share(mark.to));
        out += &match mark.form {
            Form::Point(sign) => {
                format!("<b style=\"left:{:.1}%\">{}</b>", share(mark.middle()), escape(&sign.to_string()))
            }
            Form::Bar => format!("<i style=\"left:{from:.1}%;width:{:.1}%\"></i>", to - from),
            _ => format!("<i class=\"thin\" style=\"left:{from:.1}%;width:{:.1}%\"></i>", to - from),
        };
    }
    out + "</span>"
}
