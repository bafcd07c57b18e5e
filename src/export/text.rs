//! Plain text: the lines of the screen without colours, then the sources and where it all comes from.

mod plain;

use std::io::{self, Write};

use super::loose::loose;
use super::words::line;
use super::{Format, Sheet, prose};
use crate::figure::{Figure, Page, Role, Target, Text};
use crate::graph::SourceId;
use crate::typeset::{self, wrap};

/// What a terminal shows, for files and mails.
pub struct Plain;

/// Columns of the narrowest text.
const NARROW: usize = 20;

impl Format for Plain {
    fn name(&self) -> &'static str {
        "text"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn doc(&self) -> &'static str {
        "plain text, as on the screen"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        print(&lines(sheet, None), out)
    }
}

/// The lines of a figure with their meanings, for a terminal of that width; `None` for a file or a
/// pipe, where nothing is cut.
///
/// Only addresses and commands may be wider than asked, so that they can be copied in one piece.
pub fn lines(sheet: &Sheet<'_>, width: impl Into<Option<usize>>) -> Vec<Text> {
    let width = width.into();
    set(sheet, &figure(sheet, width), width)
}

/// Writes the figure for screen readers and logs: words instead of signs, ASCII instead of strokes.
///
/// No character from U+2500 to U+28FF is written: no box drawing, no blocks, no shapes, no braille.
pub fn plain(sheet: &Sheet<'_>, out: &mut dyn Write, width: Option<usize>) -> io::Result<()> {
    let lines = set(sheet, &plain::figure(figure(sheet, width)), width);
    let lines: Vec<Text> = lines.iter().map(|line| Text::from(plain::ascii(&line.plain()))).collect();
    print(&lines, out)
}

fn print(lines: &[Text], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        writeln!(out, "{}", super::words::line(&line.plain()).trim_end())?;
    }
    Ok(())
}

/// The figure as it can be read, with nothing cut where there is no edge.
fn figure(sheet: &Sheet<'_>, width: Option<usize>) -> Figure {
    let figure = prose::readable(sheet);
    if width.is_none() { loose(figure) } else { figure }
}

fn set(sheet: &Sheet<'_>, figure: &Figure, width: Option<usize>) -> Vec<Text> {
    let width = width.map_or(typeset::BOUNDLESS, |width| width.max(NARROW));
    let mut lines = wrap::wrap(&Text::strong(line(&figure.title), Role::Accent), width);
    lines.extend(wrap::wrap(&Text::of(line(&figure.note), Role::Muted), width));
    lines.push(Text::empty());
    lines.extend(typeset::figure(figure, width).into_iter().map(|line| line.text));
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(Text::empty());
    }
    let sources = figure.extract.sources();
    if !sources.is_empty() {
        let mut page = Page::default();
        page.heading("Sources", sources.len().to_string());
        lines.extend(typeset::page(&page, width).into_iter().map(|line| line.text));
        for (number, &id) in sources.iter().enumerate() {
            source(sheet, number + 1, id, width, &mut lines);
        }
        lines.push(Text::empty());
    }
    let mut page = Page::default();
    for (label, value) in sheet.stamp.lines() {
        match label {
            "command" => {}
            _ => page.fact(label, value, Vec::new(), Target::NONE),
        }
    }
    lines.extend(typeset::page(&page, width).into_iter().map(|line| line.text));
    lines.push(Text::of("command    ", Role::Muted).and(line(&sheet.stamp.command), Role::Text));
    lines
}

/// A source with its number: reference, address, and why it is weak if it is.
fn source(sheet: &Sheet<'_>, number: usize, id: SourceId, width: usize, lines: &mut Vec<Text>) {
    let source = sheet.graph.source(id);
    let number = format!("[{number}] ");
    let indent = " ".repeat(number.len());
    let room = width.saturating_sub(number.len()).max(NARROW);
    let mut parts = wrap::wrap(&Text::from(line(&source.reference())), room);
    if let Some(url) = &source.record.url {
        parts.push(Text::of(line(url), Role::Link));
    }
    if let Some(weak) = &source.record.weak {
        parts.extend(wrap::wrap(&Text::of(format!("weak: {}", line(weak)), Role::Doubt), room));
    }
    for (place, part) in parts.into_iter().enumerate() {
        let lead = if place == 0 { Text::of(number.clone(), Role::Link) } else { Text::from(indent.clone()) };
        lines.push(lead.then(part));
    }
}
