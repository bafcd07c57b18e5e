//! Lines of text whose pieces have meanings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_width::UnicodeWidthStr;

use crate::figure::{Role, Text};
use crate::tui::depth::Inks;
use crate::typeset::wrap;

/// Writes a line, cut to a width, over a style; gives the column behind it.
pub fn line(buf: &mut Buffer, (x, y): (u16, u16), width: u16, text: &Text, inks: &Inks, base: Style) -> u16 {
    let mut at = x;
    for span in wrap::cut(text, width.into()).0 {
        // The ink of frames is too faint to be read.
        let role = match span.role {
            Role::Border if span.text.contains(char::is_alphanumeric) => Role::Muted,
            role => role,
        };
        let mut style = inks.style(role).patch(base);
        if span.strong {
            style = style.add_modifier(Modifier::BOLD);
        }
        let room = (x + width).saturating_sub(at);
        at = buf.set_stringn(at, y, &span.text, room.into(), style).0;
    }
    at
}

/// Writes a line so that it ends at a column.
pub fn line_to(buf: &mut Buffer, (end, y): (u16, u16), width: u16, text: &Text, inks: &Inks, base: Style) {
    let own = (text.width() as u16).min(width);
    line(buf, (end.saturating_sub(own), y), own, text, inks, base);
}

/// Makes the line under the cursor one flat bar where it is reversed.
pub fn flatten(buf: &mut Buffer, line: Rect, inks: &Inks) {
    if !inks.reverses() {
        return;
    }
    let line = line.intersection(buf.area);
    for cell in (line.left()..line.right()).map(|x| (x, line.y)) {
        buf[cell].set_style(Style::reset().add_modifier(Modifier::REVERSED | Modifier::BOLD));
    }
}

/// Cells of a text.
pub fn width(text: &str) -> u16 {
    text.width() as u16
}
