//! How large a picker is on a screen, and what stands on which of its lines.

use super::{Entry, Picker, Purpose};
use crate::figure::Text;
use crate::layout::area::Area;
use crate::typeset::wrap;

/// Columns of the largest picker.
const WIDTH: u16 = 84;
/// Cells of the labels, beyond which the notes begin.
const LABEL: u16 = 18;

/// A line of a picker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of the section that follows.
    Heading,
    /// An entry by its place, and which line of its note this is.
    Entry(usize, usize),
}

impl Picker {
    /// Where it lies on a screen: as high as what it can show needs, as far as there is room.
    pub fn area(&self, size: (u16, u16)) -> Area {
        let screen = Area::new(0, 0, size.0, size.1);
        let menu = self.purpose == Purpose::Menu;
        let most = if menu { size.1.saturating_sub(2) } else { size.1 * 3 / 4 }.max(8);
        let width = WIDTH.min(size.0);
        let inside = self.list(screen.centred(width, most)).width;
        let found = matches!(self.purpose, Purpose::Palette | Purpose::Other | Purpose::Value(_));
        let lines = if found { most } else { self.lines_of(&self.entries, inside).len() as u16 };
        let head = if menu { 0 } else { 2 };
        screen.centred(width, (lines + head + 2).clamp(most.min(5), most))
    }

    /// The part of its area in which entries stand; a menu has no line to type in above them.
    pub fn list(&self, area: Area) -> Area {
        let head = if self.purpose == Purpose::Menu { 0 } else { 2 };
        area.inside(1).top(head).1
    }

    /// What stands on each line of a list.
    pub fn lines(&self, list: Area) -> Vec<Line> {
        let mut lines = self.lines_of(&self.shown, list.width);
        let height = usize::from(list.height);
        let ours = |line: &Line| matches!(line, Line::Entry(at, _) if *at == self.cursor);
        let here = lines.iter().rposition(ours).unwrap_or(0);
        let last = lines.len().saturating_sub(height);
        let top = (here + 1).saturating_sub(height.saturating_sub(1)).min(last);
        lines.drain(..top);
        lines.truncate(height);
        lines
    }

    fn lines_of(&self, entries: &[Entry], width: u16) -> Vec<Line> {
        let sections = self.purpose == Purpose::Help && self.edit.text().is_empty();
        let mut lines = Vec::new();
        let mut before = "";
        for (at, entry) in entries.iter().enumerate() {
            if sections && entry.section != before {
                lines.push(Line::Heading);
                before = entry.section;
            }
            let parts = self.note(entry, width).len().max(1);
            lines.extend((0..parts).map(|part| Line::Entry(at, part)));
        }
        lines
    }

    /// The note of an entry in lines; where there are names of many to choose from, one that may be cut.
    pub fn note(&self, entry: &Entry, width: u16) -> Vec<Text> {
        let note = Text::of(entry.note.as_str(), crate::figure::Role::Muted);
        match self.purpose {
            Purpose::Help | Purpose::Menu => wrap::wrap(&note, entry.note_room(width).max(12).into()),
            _ => vec![note],
        }
    }

    /// The entry on a row of the screen, if the picker is drawn in an area.
    pub fn entry_at(&self, area: Area, y: u16) -> Option<usize> {
        let list = self.list(area);
        let row = y.checked_sub(list.y)?;
        match self.lines(list).get(usize::from(row))? {
            Line::Entry(at, _) => Some(*at),
            Line::Heading => None,
        }
    }
}

impl Entry {
    /// Cells of the tail at the right end of a list of this width, the blank before it among them.
    pub fn tail_room(&self, width: u16) -> u16 {
        match self.tail.as_str() {
            "" => 0,
            tail => (Text::from(tail).width() as u16).min(width / 3) + 1,
        }
    }

    /// Column in which the note begins.
    pub fn note_start(&self, width: u16) -> u16 {
        let letter = if self.letter.is_some() { 3 } else { 0 };
        let label = (self.label.width() as u16 + letter).min(width.saturating_sub(self.tail_room(width)));
        label.max(LABEL.min(width)) + 1
    }

    fn note_room(&self, width: u16) -> u16 {
        width.saturating_sub(self.tail_room(width)).saturating_sub(self.note_start(width))
    }
}
