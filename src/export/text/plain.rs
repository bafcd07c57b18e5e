//! Words for signs, ASCII for strokes: what is left of a figure when only letters may be used.

use crate::export::words::{doubt, sign, unsigned};
use crate::figure::{Block, Body, Cell, Figure, Form, Role, Row, Span, Table, Text, Width};

/// Columns that a word takes more than its sign, at most.
const WORD: u16 = 13;

/// The figure with its signs spelt out; strokes are left to [`ascii`], once they are drawn.
pub(super) fn figure(mut figure: Figure) -> Figure {
    figure.title = string(&figure.title);
    figure.note = string(&figure.note);
    figure.empty = figure.empty.map(|text| string(&text));
    figure.chart = figure.chart.map(table);
    figure.body = match figure.body {
        Body::Table(body) => Body::Table(table(body)),
        Body::Page(mut page) => {
            page.blocks = page.blocks.into_iter().map(block).collect();
            Body::Page(page)
        }
        body @ Body::Scene(_) => body,
    };
    figure
}

fn block(block: Block) -> Block {
    match block {
        Block::Heading { title, note } => Block::Heading { title: string(&title), note: string(&note) },
        Block::Paragraph { text, cites } => Block::Paragraph { text: self::text(text), cites },
        Block::Fact { label, value, cites, target } => {
            Block::Fact { label, value: text(value), cites, target }
        }
        Block::Table(body) => Block::Table(table(body)),
    }
}

fn table(mut table: Table) -> Table {
    for (number, column) in table.columns.iter_mut().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(number));
        let signed = |cell: &Cell| matches!(cell, Cell::Text(text) if has_sign(text));
        if let Width::Fit { max, .. } = &mut column.width
            && cells.into_iter().any(signed)
        {
            *max = max.saturating_add(WORD);
        }
    }
    table.rows = table.rows.into_iter().map(row).collect();
    table
}

fn has_sign(text: &Text) -> bool {
    doubt(text).is_some() || text.0.iter().any(|span| matches!(span.role, Role::Kind(_)))
}

fn row(mut row: Row) -> Row {
    for cell in &mut row.cells {
        match cell {
            Cell::Text(content) => *content = text(std::mem::take(content)),
            Cell::Strip(marks) => {
                for mark in marks {
                    if let Form::Point(sign) = &mut mark.form {
                        *sign = letter(*sign);
                    }
                    mark.label = mark.label.as_deref().map(string);
                }
            }
        }
    }
    row
}

/// A text with the word for each sign; the sign of a position is dropped where its name follows.
fn text(text: Text) -> Text {
    if let Some(word) = doubt(&text) {
        return Text::of(word, Role::Doubt);
    }
    let whole = text.plain();
    let spans = text.0.into_iter().map(|span| {
        let found = sign(span.role).and_then(|(sign, name)| {
            let rest = span.text.trim_start().strip_prefix(sign.as_str())?;
            Some(match span.role {
                Role::Position(_) if whole.contains(name) => rest.trim_start().to_owned(),
                _ if rest.trim_start().starts_with(name) => rest.trim_start().to_owned(),
                _ => format!("{name}{rest}"),
            })
        });
        Span { text: string(&found.unwrap_or_else(|| span.text.clone())), ..span }
    });
    Text(spans.filter(|span| !span.text.is_empty()).collect())
}

/// A string with arrows in ASCII, and without the sign of a kind or position that is named behind it.
fn string(text: &str) -> String {
    let mut out = unsigned(text);
    for (arrow, ascii) in [
        ("→", "->"),
        ("←", "<-"),
        ("↔", "<->"),
        ("⇄", "<->"),
        ("⇆", "<->"),
        ("⇒", "=>"),
        ("↑", "^"),
        ("↓", "v"),
    ] {
        out = out.replace(arrow, ascii);
    }
    out
}

/// A line without any character from U+2500 to U+28FF, each replaced by one that is as wide.
pub(super) fn ascii(line: &str) -> String {
    line.chars().map(letter).collect()
}

fn letter(sign: char) -> char {
    match sign {
        '─' | '╌' | '┄' | '┈' | '╴' | '╶' | '╍' | '┅' | '┉' => '-',
        '━' | '╺' | '╸' | '═' => '=',
        '│' | '┃' | '┊' | '┆' | '┇' | '┋' | '╎' | '╏' | '║' => '|',
        '▸' | '▶' | '▷' | '►' => '>',
        '◂' | '◀' | '◁' | '◄' => '<',
        '▲' | '△' | '▴' => '^',
        '▼' | '▽' | '▾' => 'v',
        '●' | '◉' | '◎' => 'o',
        '○' | '◌' | '◦' => 'O',
        '■' | '▪' | '▣' | '□' | '▫' | '\u{2580}'..='\u{259f}' => '#',
        '✓' | '✔' => 'y',
        '✗' | '✘' | '✕' | '✖' => 'x',
        '\u{2800}' => ' ',
        '\u{2500}'..='\u{257f}' => '+',
        '\u{2801}'..='\u{28ff}' => '.',
        '\u{25a0}'..='\u{27ff}' => '*',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::model::position::Position;

    #[test]
    fn signs_are_spelt_out_once() {
        let kind = Role::Kind(Kind::Mission);
        let named = Text::of("▲", kind).and(" ", Role::Text).and("SMILE", Role::Text);
        assert_eq!(text(named).plain(), "mission SMILE");
        let role = Role::Position(Position::Supports);
        assert_eq!(text(Text::of("▲  ", role).and("supports", role)).plain(), "supports");
        assert_eq!(string("▲ mission · 4 links → 2020"), "mission · 4 links -> 2020");
    }

    #[test]
    fn no_stroke_is_left() {
        let every: String = ('\u{2500}'..='\u{28ff}').collect();
        let plain = ascii(&every);
        assert_eq!(plain.chars().count(), every.chars().count());
        assert!(plain.is_ascii());
    }
}
