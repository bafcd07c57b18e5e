//! Pickers and prompts, over the panes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::clear::clear_area;
use super::frame::{frame, rect};
use super::text;
use crate::app::edit::Edit;
use crate::app::overlay::Prompt;
use crate::app::picker::{Entry, Line, Picker, Purpose};
use crate::figure::{Role, Text};
use crate::layout::area::Area;
use crate::tui::depth::Inks;
use crate::typeset::wrap;

/// Empties an area that something is drawn over.
pub fn clear(buf: &mut Buffer, area: Area) {
    clear_area(buf, rect(area));
}

/// Draws a picker in an area.
pub fn picker(buf: &mut Buffer, picker: &Picker, area: Area, inks: &Inks) {
    clear(buf, area);
    let count = picker.shown().len();
    let count = if count == 0 { String::new() } else { count.to_string() };
    frame(buf, area, picker.title, &count, true, inks);
    let inside = area.inside(1);
    let list = picker.list(area);
    if picker.purpose != Purpose::Menu {
        edit_line(buf, &picker.edit, ":", "type to narrow", inside, inks);
        let (_, rest) = inside.top(1);
        let rule = Text::of("─".repeat(rest.width.into()), Role::Border);
        text::line(buf, (rest.x, rest.y), rest.width, &rule, inks, Style::new());
    }
    if picker.shown().is_empty() {
        let nothing = match picker.purpose {
            Purpose::Filter => Text::strong("Enter filters by what is typed", Role::Accent),
            Purpose::Value(_) => Text::strong("Enter takes what is typed", Role::Accent),
            _ => Text::of("nothing matches; Backspace takes letters back", Role::Muted),
        };
        text::line(buf, (list.x, list.y), list.width, &nothing, inks, Style::new());
    }
    let lines = picker.lines(list);
    for (row, line) in lines.iter().enumerate() {
        let y = list.y + row as u16;
        match line {
            Line::Heading => {
                let next = lines[row + 1..].iter().find_map(|line| match line {
                    Line::Entry(at, _) => picker.shown().get(*at),
                    Line::Heading => None,
                });
                let title = Text::strong(next.map_or("", |entry| entry.section), Role::Accent);
                text::line(buf, (list.x, y), list.width, &title, inks, Style::new());
            }
            Line::Entry(at, part) => {
                let shown = &picker.shown()[*at];
                let note = picker.note(shown, list.width).into_iter().nth(*part).unwrap_or_default();
                entry(buf, (shown, *part, &note), *at == picker.cursor, list, y, inks);
            }
        }
    }
}

/// A line of an entry: the first has its label and its tail, all have their part of the note.
fn entry(
    buf: &mut Buffer,
    (entry, part, note): (&Entry, usize, &Text),
    selected: bool,
    list: Area,
    y: u16,
    inks: &Inks,
) {
    let base = if selected { inks.selection().add_modifier(Modifier::BOLD) } else { Style::new() };
    if selected {
        buf.set_style(Rect::new(list.x - 1, y, list.width + 2, 1).intersection(buf.area), base);
        buf[(list.x - 1, y)].set_symbol("▌").set_style(inks.style(Role::Accent));
    }
    let tail = entry.tail_room(list.width);
    if part == 0 {
        let letter =
            entry.letter.map_or(Text::empty(), |letter| Text::strong(format!("{letter}  "), Role::Accent));
        let label = letter.then(entry.label.clone());
        text::line(buf, (list.x, y), list.width.saturating_sub(tail), &label, inks, base);
        let keys = Text::of(entry.tail.as_str(), Role::Accent);
        text::line_to(buf, (list.x + list.width, y), tail.saturating_sub(1), &keys, inks, base);
    }
    let start = entry.note_start(list.width);
    let room = list.width.saturating_sub(tail).saturating_sub(start);
    text::line(buf, (list.x + start, y), room, note, inks, base);
    if selected {
        text::flatten(buf, Rect::new(list.x, y, list.width + 1, 1), inks);
    }
}

/// A line being typed, with its caret.
pub fn edit_line(buf: &mut Buffer, edit: &Edit, sign: &str, hint: &str, area: Area, inks: &Inks) {
    let x = text::line(
        buf,
        (area.x, area.y),
        area.width,
        &Text::strong(format!("{sign} "), Role::Accent),
        inks,
        Style::new(),
    );
    let room = (area.x + area.width).saturating_sub(x + 1);
    let (before, after) = edit.halves();
    // A text longer than its line is seen around the caret.
    let skip = text::width(before).saturating_sub(room);
    let mut skipped = 0;
    let visible: String = before
        .chars()
        .skip_while(|letter| {
            let out = skipped < skip;
            skipped += text::width(&letter.to_string());
            out
        })
        .collect();
    // What the next letter will replace is marked.
    let marked = if edit.is_over() { inks.selection() } else { Style::new() };
    let style = inks.style(Role::Text).patch(marked);
    let caret = buf.set_stringn(x, area.y, &visible, room.into(), style).0;
    let left = (area.x + area.width).saturating_sub(caret + 1);
    buf.set_stringn(caret, area.y, after, left.into(), inks.style(Role::Text));
    let cell = &mut buf[(caret.min(area.x + area.width - 1), area.y)];
    cell.set_style(cell.style().add_modifier(Modifier::REVERSED));
    if edit.text().is_empty() {
        let hint = Text::of(hint, Role::Muted);
        text::line(buf, (caret + 2, area.y), left.saturating_sub(1), &hint, inks, Style::new());
    }
}

/// Draws a question.
pub fn prompt(buf: &mut Buffer, prompt: &Prompt, screen: Area, inks: &Inks) {
    let area = screen.centred(74, 7);
    clear(buf, area);
    frame(buf, area, &prompt.asked.title(), prompt.asked.form(), true, inks);
    let inside = area.inside(1);
    edit_line(buf, &prompt.edit, ":", prompt.asked.hint(), inside, inks);
    let below = match &prompt.problem {
        Some(problem) => Text::of(problem.as_str(), Role::Bad),
        None => Text::of(prompt.asked.help(), Role::Muted),
    };
    for (row, line) in wrap::wrap(&below, inside.width.into()).iter().take(3).enumerate() {
        text::line(buf, (inside.x, inside.y + 2 + row as u16), inside.width, line, inks, Style::new());
    }
}
