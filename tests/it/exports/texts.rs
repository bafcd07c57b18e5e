//! Formats for people: Markdown and plain text.

use std::collections::BTreeSet;

use spacepact::figure::{Block, Body, Cell, Figure, Table};

use super::cases::cases;
use super::check;

/// Numbers of `[^n]` in a text; those that start a line and end in a colon are definitions.
fn footnotes(text: &str) -> (BTreeSet<u16>, Vec<u16>) {
    let (mut named, mut defined) = (BTreeSet::new(), Vec::new());
    for line in text.lines() {
        for (at, _) in line.match_indices("[^") {
            if line[..at].ends_with('\\') {
                continue;
            }
            let rest = &line[at + 2..];
            let end = rest.find(']').unwrap();
            let number = rest[..end].parse().unwrap();
            if at == 0 && rest[end + 1..].starts_with(':') {
                defined.push(number);
            } else {
                named.insert(number);
            }
        }
    }
    (named, defined)
}

#[test]
fn footnotes_resolve_both_ways() {
    check("markdown", |case, text| {
        let (named, defined) = footnotes(text);
        assert_eq!(named.iter().copied().collect::<Vec<u16>>(), defined, "{}", case.name);
        let sources = case.figure.extract.sources().len();
        assert!(defined.iter().all(|&number| usize::from(number) <= sources), "{}", case.name);
        let further = text
            .split_once("## Further sources\n\n")
            .map_or(0, |(_, rest)| rest.lines().take_while(|line| line.starts_with("- ")).count());
        assert_eq!(defined.len() + further, sources, "{}", case.name);
    });
}

/// Cells of a line of a table: bars that no backslash hides.
fn cells(line: &str) -> usize {
    let mut hidden = false;
    let mut count = 0;
    for letter in line.chars() {
        count += usize::from(letter == '|' && !hidden);
        hidden = letter == '\\' && !hidden;
    }
    count
}

#[test]
fn markdown_tables_are_rectangles_and_nothing_is_markup() {
    check("markdown", |case, text| {
        let mut width = None;
        for line in text.lines() {
            if line.starts_with('|') {
                let cells = cells(line);
                assert_eq!(*width.get_or_insert(cells), cells, "{}: {line}", case.name);
            } else {
                width = None;
            }
            assert!(!line.contains("<script") || line.contains("\\<script"), "{}: {line}", case.name);
        }
        assert_eq!(text.lines().filter(|line| line.starts_with("# ")).count(), 1, "{}", case.name);
    });
}

/// Every cell of the body of a figure.
fn body_cells(figure: &Figure) -> Vec<String> {
    let tables: Vec<&Table> = match &figure.body {
        Body::Table(table) => vec![table],
        Body::Page(page) => {
            let blocks = page.blocks.iter();
            blocks
                .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
                .collect()
        }
        Body::Scene(_) => Vec::new(),
    };
    let texts = tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    texts.filter(|cell| matches!(cell, Cell::Text(_))).map(Cell::plain).collect()
}

#[test]
fn text_cuts_nothing() {
    check("text", |case, text| {
        for line in text.lines() {
            assert!(!line.ends_with(' ') && !line.contains(char::is_control), "{}: {line:?}", case.name);
        }
        // The list of sources at the end of a dossier is that at the end of every text.
        if case.name.contains("entity") {
            return;
        }
        for cell in body_cells(&case.figure) {
            let cell = cell.replace(char::is_control, " ");
            assert!(text.contains(cell.trim()), "{}: {cell}", case.name);
        }
        assert!(text.contains(&case.stamp.command), "{}", case.name);
    });
}

#[test]
fn plain_text_has_letters_only() {
    for case in cases() {
        for width in [Some(40), Some(100), None] {
            let mut bytes = Vec::new();
            spacepact::export::text::plain(&case.sheet(), &mut bytes, width).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            let stroke = text.chars().find(|c| ('\u{2500}'..='\u{28ff}').contains(c));
            assert_eq!(stroke, None, "{}", case.name);
            assert!(text.contains(&case.stamp.command), "{}", case.name);
        }
    }
}
