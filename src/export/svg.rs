//! SVG: the figure as a picture, in the colours of the screen.
//!
//! Text stays text, so that it can be searched and copied; strips, axes and networks are shapes. A title
//! and a description (the stamp and the sources) are inside for those who cannot see it, and the foot of
//! the picture says where it comes from.

mod canvas;
mod label;
mod map;
mod page;
mod scene;
mod strip;
mod table;

use std::io::{self, Write};

use super::words::line;
use super::{Format, Sheet, prose};
use crate::figure::{Body, Figure, Role, Text};
use crate::typeset::wrap;

use canvas::{Canvas, LINE};

/// A picture with text as text.
pub struct Svg;

impl Format for Svg {
    fn name(&self) -> &'static str {
        "svg"
    }

    fn extension(&self) -> &'static str {
        "svg"
    }

    fn doc(&self) -> &'static str {
        "drawing in the colours of the screen"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let figure = sheet.figure;
        let mut canvas = Canvas::new(sheet.theme, wanted(figure));
        canvas.title(&line(&figure.title));
        canvas.paragraph(&Text::of(line(&figure.note), Role::Muted));
        canvas.skip(LINE / 2.0);
        if let Some(chart) = &figure.chart {
            canvas.table(chart);
            canvas.skip(LINE);
        }
        if let Some(empty) = &figure.empty {
            canvas.paragraph(&Text::of(line(empty), Role::Muted));
        }
        match &figure.body {
            Body::Table(table) => canvas.table(table),
            Body::Page(page) => canvas.page(&prose::without_sources(page.clone(), &figure.extract)),
            Body::Scene(scene) => canvas.scene(sheet, scene),
        }
        if !matches!(figure.body, Body::Scene(_)) {
            sources(sheet, &mut canvas);
        }
        foot(sheet, &mut canvas);
        out.write_all(canvas.finish(&line(&figure.title), &description(sheet)).as_bytes())
    }
}

/// Cells of the widest table of a figure.
fn wanted(figure: &Figure) -> usize {
    let body = match &figure.body {
        Body::Table(table) => table::wanted(table),
        Body::Page(page) => page.blocks.iter().map(page::wanted).max().unwrap_or(0),
        Body::Scene(_) => 0,
    };
    body.max(figure.chart.as_ref().map_or(0, table::wanted))
}

/// The stamp and the sources, a line each.
fn description(sheet: &Sheet<'_>) -> String {
    let mut lines = super::remarks(sheet);
    for (number, &id) in sheet.figure.extract.sources().iter().enumerate() {
        let source = sheet.graph.source(id);
        let url = source.record.url.as_deref().map_or(String::new(), |url| format!(" {url}"));
        lines.push(format!("[{}] {}{url}", number + 1, source.reference()));
    }
    lines.join("\n")
}

/// The sources that the numbers at the ends of the rows stand for.
fn sources(sheet: &Sheet<'_>, canvas: &mut Canvas<'_>) {
    let sources = sheet.figure.extract.sources();
    if sources.is_empty() {
        return;
    }
    canvas.heading("Sources", &sources.len().to_string());
    for (number, &id) in sources.iter().enumerate() {
        let source = sheet.graph.source(id);
        let mark = format!("[{}]", number + 1);
        let text = Text::from(line(&source.reference()));
        let lines = wrap::wrap(&text, canvas.cells - 6);
        canvas.write(0, &Text::of(mark, Role::Link));
        for text in lines {
            canvas.write(6, &text);
            canvas.skip(LINE);
        }
        if let Some(url) = &source.record.url {
            canvas.link(6, &line(url));
            canvas.skip(LINE);
        }
    }
}

fn foot(sheet: &Sheet<'_>, canvas: &mut Canvas<'_>) {
    canvas.skip(LINE / 2.0);
    canvas.rule();
    canvas.skip(LINE * 0.7);
    for (label, value) in sheet.stamp.lines() {
        canvas.write(0, &Text::of(label, Role::Muted));
        for text in wrap::wrap(&Text::from(line(&value)), canvas.cells - 10) {
            canvas.write(10, &text);
            canvas.skip(LINE);
        }
    }
}
