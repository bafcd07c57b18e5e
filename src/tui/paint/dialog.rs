//! The export dialog: formats on the left, what will be written on the right, the file below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::frame::frame;
use super::picker::{clear, edit_line};
use super::text;
use crate::app::dialog::Dialog;
use crate::export::FORMATS;
use crate::figure::{Role, Text};
use crate::layout::area::Area;
use crate::tui::depth::Inks;

/// Draws the dialog over the screen.
pub fn dialog(buf: &mut Buffer, dialog: &Dialog, screen: Area, inks: &Inks) {
    let area =
        screen.centred(screen.width.saturating_sub(6).clamp(40, 120), screen.height.saturating_sub(4).max(8));
    clear(buf, area);
    let what = dialog.address.view.name();
    frame(buf, area, &format!("Export: {what}"), &size(dialog.bytes.len()), true, inks);
    let inside = area.inside(1);
    let (upper, lower) = inside.top(inside.height.saturating_sub(4));
    let (formats, preview) = upper.left(match inside.width {
        100.. => 46,
        70.. => 30,
        _ => 14,
    });
    format_list(buf, dialog, formats, inks);
    preview_text(buf, dialog, preview, inks);
    let rule = Text::of("─".repeat(lower.width.into()), Role::Border);
    text::line(buf, (lower.x, lower.y), lower.width, &rule, inks, Style::new());
    let (_, file) = lower.top(1);
    if dialog.naming {
        edit_line(buf, &dialog.file, "File", "a name", file, inks);
    } else {
        let line = Text::of("File ", Role::Muted).and_strong(dialog.file.text(), Role::Text);
        text::line(buf, (file.x, file.y), file.width, &line, inks, Style::new());
    }
    let (_, below) = file.top(1);
    let said = match &dialog.problem {
        Some(problem) if dialog.exists => {
            Text::of(format!("{problem}: o overwrites it, n names another"), Role::Bad)
        }
        Some(problem) => Text::of(problem.as_str(), Role::Bad),
        None => Text::of(
            "It names the dataset, the dates, the filters and the command that makes it again.",
            Role::Muted,
        ),
    };
    text::line(buf, (below.x, below.y), below.width, &said, inks, Style::new());
}

fn format_list(buf: &mut Buffer, dialog: &Dialog, area: Area, inks: &Inks) {
    for (number, format) in FORMATS.iter().enumerate().take(area.height.into()) {
        let y = area.y + number as u16;
        let selected = number == dialog.format;
        let base = if selected { inks.selection().add_modifier(Modifier::BOLD) } else { Style::new() };
        if selected {
            buf.set_style(Rect::new(area.x, y, area.width - 1, 1), base);
            buf[(area.x - 1, y)].set_symbol("▌").set_style(inks.style(Role::Accent));
        }
        let line = Text::of(format!("{:<9} ", format.name()), Role::Text).and(format.doc(), Role::Muted);
        text::line(buf, (area.x, y), area.width.saturating_sub(2), &line, inks, base);
        if selected {
            text::flatten(buf, Rect::new(area.x, y, area.width - 1, 1), inks);
        }
    }
}

fn preview_text(buf: &mut Buffer, dialog: &Dialog, area: Area, inks: &Inks) {
    let content = String::from_utf8_lossy(&dialog.bytes);
    let count = content.lines().count();
    let height = usize::from(area.height);
    let top = dialog.scroll.min(count.saturating_sub(height));
    for (row, line) in content.lines().skip(top).take(height).enumerate() {
        let y = area.y + row as u16;
        buf[(area.x, y)].set_symbol("│").set_style(inks.style(Role::Border));
        let line = Text::of(line.replace('\t', "  "), Role::Muted);
        text::line(buf, (area.x + 2, y), area.width.saturating_sub(2), &line, inks, Style::new());
    }
}

/// A number of bytes as people say it.
fn size(bytes: usize) -> String {
    match bytes {
        ..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
