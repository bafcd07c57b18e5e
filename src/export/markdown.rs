//! Markdown with footnotes, for reports.
//!
//! Tables and footnotes are those of GitHub Flavored Markdown. Everything that comes from the data is
//! escaped, so that a name never turns into markup.

mod escape;
mod notes;
mod table;

use std::io::{self, Write};

use super::words::{unsigned, words};
use super::{Format, Sheet, prose};
use crate::figure::{Block, Body, Page, Text};

use escape::{code, escape};

/// A report with footnoted sources.
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn doc(&self) -> &'static str {
        "report with footnoted sources"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(report(sheet).as_bytes())
    }
}

fn report(sheet: &Sheet<'_>) -> String {
    let figure = prose::readable(sheet);
    let mut report = Report { sheet, out: String::new(), cited: vec![false; figure.extract.sources().len()] };
    report.block(&format!("# {}", escape(&figure.title)));
    report.block(&escape::start(&escape(&unsigned(&figure.note))));
    report.stamp();
    if let Some(chart) = &figure.chart {
        report.table(chart, 2);
    }
    if let Some(empty) = &figure.empty {
        report.block(&format!("*{}*", escape(empty)));
    }
    match &figure.body {
        Body::Table(table) => report.table(table, 2),
        Body::Page(page) => report.page(page),
        // A scene has become a page by now.
        Body::Scene(_) => {}
    }
    report.notes();
    report.out
}

/// A report that is being written, block by block.
struct Report<'a> {
    sheet: &'a Sheet<'a>,
    out: String,
    /// Which of the footnotes are named somewhere in the text.
    cited: Vec<bool>,
}

impl Report<'_> {
    /// Adds a block with a blank line before it; nothing for an empty one.
    fn block(&mut self, text: &str) {
        if !text.is_empty() {
            if !self.out.is_empty() {
                self.out.push('\n');
            }
            self.out += text;
            self.out.push('\n');
        }
    }

    fn stamp(&mut self) {
        let lines = self.sheet.stamp.lines();
        let lines = lines.iter().map(|(label, value)| match *label {
            "command" | "filters" if value != "none" => format!("- {label}: {}", code(value)),
            _ => format!("- {label}: {}", escape(value)),
        });
        self.block(&lines.collect::<Vec<_>>().join("\n"));
    }

    fn page(&mut self, page: &Page) {
        let mut facts = String::new();
        for block in &page.blocks {
            if let Block::Fact { label, value, cites, .. } = block {
                let value = format!("{}{}", self.words(value), self.marks(cites));
                let separator = if facts.is_empty() { "" } else { "\n" };
                facts += separator;
                // Below a label further values are set in; without one they are a list of their own.
                facts += &match *label {
                    "" if !facts.contains("- **") => format!("- {value}"),
                    "" => format!("  - {value}"),
                    label => format!("- **{}**: {value}", escape(label)),
                };
                continue;
            }
            self.block(&std::mem::take(&mut facts));
            match block {
                Block::Heading { title, note } if note.is_empty() => {
                    self.block(&format!("## {}", escape(title)));
                }
                Block::Heading { title, note } => {
                    self.block(&format!("## {} ({})", escape(title), escape(note)));
                }
                Block::Paragraph { text, cites } => {
                    let text = self.words(text);
                    let marks = self.marks(cites);
                    self.block(&format!("{}{marks}", escape::start(&text)));
                }
                Block::Table(table) => self.table(table, 3),
                Block::Fact { .. } => {}
            }
        }
        self.block(&facts);
    }

    /// The words of a text as Markdown.
    fn words(&mut self, text: &Text) -> String {
        let plain = words(text);
        if let Some(number) = footnote(&plain) {
            let marks = self.marks(&[number]);
            if !marks.is_empty() {
                return marks;
            }
        }
        if escape::is_address(&plain) { escape::address(&plain) } else { escape(&plain) }
    }

    /// Footnote marks, and a note that these footnotes are named.
    fn marks(&mut self, cites: &[u32]) -> String {
        let mut out = String::new();
        for &number in cites {
            if let Some(cited) = (number as usize).checked_sub(1).and_then(|at| self.cited.get_mut(at)) {
                *cited = true;
                out += &format!("[^{number}]");
            }
        }
        out
    }
}

/// The number of a text that is nothing but a footnote mark: `[3]`.
fn footnote(text: &str) -> Option<u32> {
    text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
}
