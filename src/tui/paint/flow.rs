//! Tables and pages: chart, heads, the lines that are seen, the line under the cursor, its detail.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::text;
use crate::app::Pane;
use crate::figure::{Body, Role, Text};
use crate::graph::EntityId;
use crate::layout::area::Area;
use crate::tui::depth::Inks;
use crate::typeset::{Line, Lines, wrap};

/// Draws the body of a pane into its inside.
///
/// Rows of marked entities have a dot before them.
pub fn flow(buf: &mut Buffer, pane: &Pane, inside: Area, (focused, marks): (bool, &[EntityId]), inks: &Inks) {
    let figure = pane.figure();
    let chart_rows = pane.chart_rows(inside);
    if let Some(chart) = pane.chart(inside).filter(|_| chart_rows > 0) {
        let mut lines = Lines::new(&chart, inside.width.into()).all();
        let room = usize::from(chart_rows) - 1;
        // A legend below the rows goes before the rows do.
        if lines.len() > room && chart.rows.last().is_some_and(|row| row.heading) {
            lines.pop();
        }
        let hidden = lines.len().saturating_sub(room);
        for (row, line) in lines.iter().take(room).enumerate() {
            text::line(buf, (inside.x, inside.y + row as u16), inside.width, &line.text, inks, Style::new());
        }
        if hidden > 0 {
            let more = Text::of(format!("… {hidden} more; z gives this pane the whole screen"), Role::Muted);
            text::line(buf, (inside.x, inside.y + chart_rows - 1), inside.width, &more, inks, Style::new());
        }
    }
    let (_, under) = inside.top(chart_rows);
    if let Some(empty) = &figure.empty {
        said(buf, under, empty, inks);
        if pane.is_empty() && pane.lines().is_empty() {
            return;
        }
    }
    let body = pane.body(inside);
    let height = usize::from(body.height);
    let seen = pane.offset..pane.offset + height;
    let marked = |item: usize| pane.item(item).entity.is_some_and(|entity| marks.contains(&entity));
    match &figure.body {
        Body::Table(table) => {
            let Some(lines) = pane.table(inside) else { return };
            if let Some(head) = lines.head().filter(|_| !pane.is_empty()) {
                let at = (body.x, body.y.saturating_sub(1));
                text::line(buf, at, body.width, &head.text, inks, Style::new());
            }
            let shown = seen.take_while(|&row| row < table.rows.len()).map(|row| lines.row(row));
            rows(buf, shown, Some(pane.cursor), body, (focused, &marked), inks);
            if let Some(place) = pane.spot().filter(|_| focused).and_then(|spot| lines.place(spot.column)) {
                let row = (0..height).find(|&row| pane.item_at(row) == Some(pane.cursor));
                row.into_iter().for_each(|row| bracket(buf, body, row as u16, place, inks));
            }
        }
        Body::Page(_) => {
            let shown = pane.lines().iter().skip(seen.start).take(height).cloned();
            let cursor = pane.moved.then_some(pane.cursor);
            rows(buf, shown, cursor, body, (focused, &marked), inks);
        }
        Body::Scene(_) => {}
    }
    detail(buf, pane, inside, inks);
}

/// Draws lines; those of the item under the cursor stand out.
fn rows(
    buf: &mut Buffer,
    lines: impl Iterator<Item = Line>,
    cursor: Option<usize>,
    body: Area,
    (focused, marked): (bool, &dyn Fn(usize) -> bool),
    inks: &Inks,
) {
    for (row, line) in lines.enumerate() {
        let y = body.y + row as u16;
        let selected = line.item.is_some() && line.item == cursor;
        let base = match (selected, focused) {
            (true, true) => inks.selection().add_modifier(Modifier::BOLD),
            (true, false) => inks.bar(),
            _ => Style::new(),
        };
        if selected {
            let from = body.x.saturating_sub(1);
            let width = (body.width + 2).min(buf.area.width.saturating_sub(from));
            let strip = Rect::new(from, y, width, 1);
            buf.set_style(strip.intersection(buf.area), base);
            let mark = if focused { inks.style(Role::Accent) } else { inks.style(Role::Border) };
            if from < body.x {
                buf[(from, y)].set_symbol("▌").set_style(mark);
            }
        }
        if body.x > 0 && line.item.is_some_and(marked) {
            buf[(body.x - 1, y)].set_symbol("●").set_style(inks.style(Role::Accent));
        }
        text::line(buf, (body.x, y), body.width, &line.text, inks, base);
        if selected && focused {
            text::flatten(buf, Rect::new(body.x, y, body.width + 1, 1), inks);
        }
    }
}

/// Marks the cell under the cursor on both sides, so that it is seen without colour.
fn bracket(buf: &mut Buffer, body: Area, row: u16, (from, width): (usize, usize), inks: &Inks) {
    let (y, left) = (body.y + row, body.x + from as u16);
    for (x, sign) in [(left.saturating_sub(1), "▐"), (left + width as u16, "▌")] {
        if x < buf.area.right() && y < buf.area.bottom() {
            buf[(x, y)].set_symbol(sign).set_style(inks.style(Role::Accent));
        }
    }
}

/// What the row under the cursor says besides, at the foot of the pane.
pub fn detail(buf: &mut Buffer, pane: &Pane, inside: Area, inks: &Inks) {
    let height = pane.detail_rows(inside);
    if height == 0 {
        return;
    }
    let (_, area) = inside.top(inside.height - height);
    let rule = Text::of("─".repeat(area.width.into()), Role::Border);
    text::line(buf, (area.x, area.y), area.width, &rule, inks, Style::new());
    let lines: Vec<Text> = pane.said().iter().flat_map(|text| wrap::wrap(text, area.width.into())).collect();
    let room = usize::from(height) - 1;
    let cut = lines.len() > room;
    for (number, line) in lines.into_iter().take(room).enumerate() {
        let line = if cut && number + 1 == room { line.and(" …", Role::Muted) } else { line };
        text::line(buf, (area.x, area.y + 1 + number as u16), area.width, &line, inks, Style::new());
    }
}

/// A sentence where there is nothing to see.
fn said(buf: &mut Buffer, area: Area, sentence: &str, inks: &Inks) {
    let lines = wrap::wrap(&Text::of(sentence, Role::Muted), area.width.into());
    for (row, line) in lines.iter().take(area.height.into()).enumerate() {
        text::line(buf, (area.x, area.y + row as u16), area.width, line, inks, Style::new());
    }
}
