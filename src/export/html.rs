//! HTML: one page that needs nothing else, for browsers, screen readers and printers.
//!
//! Headings, tables with heads and captions, footnotes that lead there and back; the picture of a network
//! or a map as SVG with its ties as a list below it. Light or dark as the reader's system is. No script,
//! nothing is fetched.

mod table;

use std::io::{self, Write};

use super::matter::Matter;
use super::svg::Svg;
use super::words::{unsigned, words};
use super::xml::escape;
use super::{Format, Sheet, prose};
use crate::figure::{Block, Body, Page, Text};
use crate::graph::SourceId;

/// A web page by itself.
pub struct Html;

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1c2024;--faint:#60646c;--line:#d9d9e0;--paper:#fcfcfd;--link:#0d74ce;--bar:#0d74ce}
@media(prefers-color-scheme:dark){:root{--ink:#edeef0;--faint:#b0b4ba;--line:#363a3f;--paper:#111113;--link:#70b8ff;--bar:#70b8ff}}
body{margin:2rem auto;max-width:72rem;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin:1.6rem 0 .4rem;border-bottom:1px solid var(--line)}
p{max-width:46rem}.note,footer,dt,caption,.weak{color:var(--faint)}a{color:var(--link)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;padding:.5rem 0 .2rem}
th,td{text-align:left;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--line)}
th.right,td.right{text-align:right;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}dd{margin:0}
sup{font-size:.75em;line-height:0}.picture svg{max-width:100%;height:auto}
.strip{position:relative;display:block;min-width:12rem;height:1.2em}
.strip i{position:absolute;top:.45em;height:.4em;background:var(--bar);min-width:2px}
.strip i.thin{top:.6em;height:.1em}.strip b{position:absolute;transform:translateX(-50%);font-weight:400;white-space:nowrap}
@media print{a{color:inherit}}
";

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn doc(&self) -> &'static str {
        "web page by itself, for reading and printing"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut document = Document { sheet, out: String::new(), level: 2 };
        document.write()?;
        out.write_all(document.out.as_bytes())
    }
}

/// A page that is being written.
struct Document<'a> {
    sheet: &'a Sheet<'a>,
    out: String,
    /// The level of the next headings.
    level: u8,
}

impl Document<'_> {
    fn write(&mut self) -> io::Result<()> {
        let figure = prose::readable(self.sheet);
        let title = escape(&figure.title);
        self.out += &format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        );
        self.line("p class=\"note\"", "p", &escape(&unsigned(&figure.note)));
        if matches!(self.sheet.figure.body, Body::Scene(_)) {
            self.picture()?;
        }
        if let Some(chart) = &figure.chart {
            self.table(chart);
        }
        if let Some(empty) = &figure.empty {
            self.line("p", "p", &escape(empty));
        }
        match &figure.body {
            Body::Table(table) => self.table(table),
            Body::Page(page) => self.page(page),
            // A scene has become a page by now.
            Body::Scene(_) => {}
        }
        self.sources();
        self.out += "</main>\n<footer>\n<dl>\n";
        for (label, value) in self.sheet.stamp.lines() {
            self.out += &format!("<dt>{}</dt><dd>{}</dd>\n", escape(label), escape(&value));
        }
        self.out += "</dl>\n</footer>\n</body>\n</html>\n";
        Ok(())
    }

    fn line(&mut self, open: &str, close: &str, text: &str) {
        if !text.is_empty() {
            self.out += &format!("<{open}>{text}</{close}>\n");
        }
    }

    /// The scene as it is drawn elsewhere; its title and description are inside.
    fn picture(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        Svg.write(self.sheet, &mut bytes)?;
        let svg = String::from_utf8_lossy(&bytes);
        let shapes = svg.find("<svg").map_or("", |at| &svg[at..]);
        self.out += &format!("<div class=\"picture\">\n{shapes}</div>\n");
        Ok(())
    }

    fn page(&mut self, page: &Page) {
        let mut listing = false;
        for block in &page.blocks {
            let fact = matches!(block, Block::Fact { .. });
            if fact != listing {
                self.out += if fact { "<dl>\n" } else { "</dl>\n" };
                listing = fact;
            }
            match block {
                Block::Heading { title, note } => {
                    let note = if note.is_empty() {
                        String::new()
                    } else {
                        format!(" <small class=\"note\">{}</small>", escape(note))
                    };
                    self.line("h2", "h2", &format!("{}{note}", escape(title)));
                    self.level = 3;
                }
                Block::Paragraph { text, cites } => {
                    let text = format!("{}{}", said(text), marks(cites));
                    self.line("p", "p", &text);
                }
                Block::Fact { label, value, cites, .. } => {
                    let value = format!("{}{}", said(value), marks(cites));
                    self.out += &format!("<dt>{}</dt><dd>{value}</dd>\n", escape(label));
                }
                Block::Table(table) => self.table(table),
            }
        }
        if listing {
            self.out += "</dl>\n";
        }
    }

    fn sources(&mut self) {
        let matter = Matter::new(self.sheet);
        let cited = self.sheet.figure.extract.sources();
        if cited.is_empty() {
            return;
        }
        self.out += "<h2>Sources</h2>\n<ol>\n";
        for (number, &id) in cited.iter().enumerate() {
            self.out += &format!("<li id=\"source-{}\">{}</li>\n", number + 1, reference(&matter, id));
        }
        self.out += "</ol>\n";
    }
}

/// The words of a text; an address becomes a link.
fn said(text: &Text) -> String {
    let plain = words(text);
    if is_address(&plain) { link(&plain) } else { escape(&plain) }
}

fn reference(matter: &Matter<'_>, id: SourceId) -> String {
    let source = matter.graph.source(id);
    let mut out = escape(&source.reference());
    if let Some(url) = &source.record.url {
        out += &format!(". {}", if is_address(url) { link(url) } else { escape(url) });
    }
    if let Some(weak) = &source.record.weak {
        out += &format!(" <em class=\"weak\">weak: {}</em>", escape(weak));
    }
    out
}

/// Footnote marks that lead to the list of sources.
fn marks(cites: &[u32]) -> String {
    let mark = |number: &u32| format!("<sup><a href=\"#source-{number}\">[{number}]</a></sup>");
    cites.iter().map(mark).collect()
}

/// Whether a text is an address that a browser may be led to.
fn is_address(text: &str) -> bool {
    let web = text.starts_with("https://") || text.starts_with("http://");
    web && !text.contains(char::is_whitespace)
}

fn link(address: &str) -> String {
    let address = escape(address);
    format!("<a href=\"{address}\">{address}</a>")
}
