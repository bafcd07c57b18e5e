//! Pages: headings, facts, paragraphs and tables, one below the other.

use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, LINE};
use super::table::{self, clean};
use crate::export::loose::cited;
use crate::export::words::line;
use crate::figure::{Block, Page, Role, Text};
use crate::typeset::wrap;

/// Cells of a value.
const VALUE: usize = 100;

impl Canvas<'_> {
    /// A page, from the current line on.
    pub(super) fn page(&mut self, page: &Page) {
        let labels = page.blocks.iter().filter_map(|block| match block {
            Block::Fact { label, .. } => Some(label.width()),
            _ => None,
        });
        let value_at = labels.max().unwrap_or(0) + 2;
        for block in &page.blocks {
            match block {
                Block::Heading { title, note } => self.heading(&line(title), &line(note)),
                Block::Paragraph { text, cites } => self.paragraph(&cited(clean(text), cites)),
                Block::Fact { label, value, cites, .. } => {
                    self.write(0, &Text::of(*label, Role::Muted));
                    let lines = wrap::wrap(&cited(clean(value), cites), VALUE);
                    // A fact without a value still takes its line.
                    if lines.is_empty() {
                        self.skip(LINE);
                    }
                    for text in lines {
                        self.write(value_at, &text);
                        self.skip(LINE);
                    }
                }
                Block::Table(table) => self.table(table),
            }
        }
    }
}

/// Cells that a block would like to have.
pub(super) fn wanted(block: &Block) -> usize {
    match block {
        Block::Table(table) => table::wanted(table),
        _ => 0,
    }
}
