//! Figures → bytes: one format a file, one table of all. A format reads the figure that the screen
//! shows and nothing else, so both say the same.

pub mod bibtex;
pub mod csl;
pub mod csv;
pub mod dot;
pub mod gexf;
pub mod graphml;
mod grid;
pub mod html;
pub mod json;
mod loose;
pub mod markdown;
mod matter;
pub mod mermaid;
mod network;
mod prose;
pub mod ron;
pub mod save;
pub mod stamp;
pub mod svg;
pub mod text;
mod ties;
mod words;
mod xml;

use std::io::{self, Write};

use crate::figure::Figure;
use crate::graph::Graph;
use crate::theme::Theme;

pub use save::{SaveError, save, suggest_name};
pub use stamp::Stamp;

/// Everything a format may read.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// What is shown.
    pub figure: &'a Figure,
    /// What it is made of.
    pub graph: &'a Graph,
    /// Dataset, dates, filters and command, to be named in every export.
    pub stamp: &'a Stamp,
    /// The colours of the screen, for formats that draw.
    pub theme: &'a Theme,
}

/// A way to write a figure.
pub trait Format: Sync {
    /// Its name: `markdown`.
    fn name(&self) -> &'static str;

    /// The extension of its files, without the dot.
    fn extension(&self) -> &'static str;

    /// What it is good for, in one line.
    fn doc(&self) -> &'static str;

    /// Writes the figure. Fails only if `out` does.
    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()>;
}

/// All formats, in the order of the dialog.
pub const FORMATS: &[&dyn Format] = &[
    &markdown::Markdown,
    &html::Html,
    &csv::Csv,
    &json::Json,
    &ron::Ron,
    &dot::Dot,
    &graphml::GraphMl,
    &gexf::Gexf,
    &mermaid::Mermaid,
    &svg::Svg,
    &text::Plain,
    &bibtex::BibTex,
    &csl::CslJson,
];

/// The format with this name or extension.
pub fn find(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|format| format.name() == name || format.extension() == name)
}

/// The format that a file name asks for: the one with the longest ending that it has.
pub fn of_file(name: &str) -> Option<&'static dyn Format> {
    let fits = |format: &&&dyn Format| name.ends_with(&format!(".{}", format.extension()));
    FORMATS.iter().filter(fits).max_by_key(|format| format.extension().len()).copied()
}

/// What stands above the matter as comments, where a format has comments: title, note and stamp.
fn remarks(sheet: &Sheet<'_>) -> Vec<String> {
    let figure = sheet.figure;
    let note = words::unsigned(&figure.note);
    let head = if note.is_empty() { figure.title.clone() } else { format!("{}: {note}", figure.title) };
    let stamp = sheet.stamp.lines().into_iter().map(|(label, value)| format!("{label}: {value}"));
    std::iter::once(head).chain(figure.empty.clone()).chain(stamp).collect()
}
