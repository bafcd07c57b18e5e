//! The frame of a pane: heavy where the keys go, so that focus is seen without colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Widget};

use super::text;
use crate::figure::{Role, Text};
use crate::layout::area::Area;
use crate::tui::depth::Inks;
use crate::typeset::wrap;

/// An area as ratatui has it.
pub fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

/// Draws a frame with a title on the left and a note on the right.
pub fn frame(buf: &mut Buffer, area: Area, title: &str, note: &str, focused: bool, inks: &Inks) {
    if area.width < 4 || area.height < 2 {
        return;
    }
    let style = inks.style(if focused { Role::Accent } else { Role::Border });
    let form = if focused { BorderType::Thick } else { BorderType::Rounded };
    Block::bordered().border_type(form).border_style(style).render(rect(area), buf);
    let room = area.width.saturating_sub(4);
    let title = wrap::items(title, usize::from(room).saturating_sub(2));
    let title = Text::strong(format!(" {title} "), if focused { Role::Accent } else { Role::Text });
    let base = if focused { Style::new().add_modifier(Modifier::BOLD) } else { Style::new() };
    let end = text::line(buf, (area.x + 2, area.y), room, &title, inks, base);
    let left = (area.x + area.width).saturating_sub(3).saturating_sub(end);
    let note = wrap::items(note, usize::from(left).saturating_sub(2));
    if !note.is_empty() && !note.ends_with('…') {
        let note = Text::of(format!(" {note} "), Role::Muted);
        text::line_to(buf, (area.x + area.width - 2, area.y), left, &note, inks, Style::new());
    }
}

/// Marks on the right border which part of a long body is seen.
pub fn scrollbar(
    buf: &mut Buffer,
    area: Area,
    body: Area,
    (offset, count): (usize, usize),
    focused: bool,
    inks: &Inks,
) {
    let height = usize::from(body.height);
    if count <= height || height < 2 || area.width < 2 {
        return;
    }
    let thumb = (height * height / count).max(1);
    let top = offset * (height - thumb) / (count - height).max(1);
    for row in top..(top + thumb).min(height) {
        let cell = &mut buf[(area.x + area.width - 1, body.y + row as u16)];
        cell.set_symbol("┃").set_style(inks.style(if focused { Role::Text } else { Role::Accent }));
    }
}
