//! The lines around the panes: tabs on top, where one is below them, keys at the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::picker::clear;
use super::text;
use crate::app::action::Action;
use crate::app::hint::Hint;
use crate::app::tabs::sign;
use crate::app::{App, Slot};
use crate::figure::{Role, Text};
use crate::graph::{EntityId, Graph};
use crate::layout::area::Area;
use crate::tui::depth::Inks;
use crate::typeset::wrap;
use crate::view::phrase;

/// So many lines of a message are shown.
const NOTICE: usize = 6;

/// The line of tabs.
pub fn tab_line(buf: &mut Buffer, app: &App, area: Area, inks: &Inks) {
    bar(buf, area, inks);
    let name = Text::strong(sign(area.width), Role::Accent);
    let mut x = text::line(buf, (area.x, area.y), area.width, &name, inks, inks.bar());
    for tab in app.tabs() {
        let (start, room) = (area.x + tab.span.start, tab.span.len());
        let muted = inks.style(Role::Muted).patch(inks.bar());
        x = buf.set_stringn(start, area.y, &tab.label, room, muted).0;
        if tab.place == app.workspace.tab {
            let shown = inks.style(Role::Accent).add_modifier(Modifier::REVERSED | Modifier::BOLD);
            // Between labels that stand close one blank is nobody's.
            let close = u16::from(!tab.label.ends_with(' '));
            let strip = Rect::new(start + close, area.y, (room as u16).saturating_sub(close), 1);
            buf.set_style(strip.intersection(buf.area), shown.remove_modifier(Modifier::DIM));
        }
        for (beyond, at, sign) in
            [(tab.beyond.0, start.saturating_sub(1), "‹"), (tab.beyond.1, area.x + area.width - 1, "›")]
        {
            if beyond {
                buf.set_stringn(at, area.y, sign, 1, inks.style(Role::Accent).patch(inks.bar()));
            }
        }
    }
    let palette = app.keymap.sign(Action::Palette);
    let help = app.keymap.sign(Action::Help);
    let views = app.keymap.prefix(Action::Show(1));
    let right = Text::strong(views, Role::Accent)
        .and(" views  ", Role::Muted)
        .and_strong(palette, Role::Accent)
        .and(" commands  ", Role::Muted)
        .and_strong(help, Role::Accent)
        .and(" help ", Role::Muted);
    let room = (area.x + area.width).saturating_sub(x + 1);
    if right.width() <= room.into() {
        text::line_to(buf, (area.x + area.width, area.y), room, &right, inks, inks.bar());
    }
}

/// The line that says where one is, and through which dates and filters.
pub fn trail_line(buf: &mut Buffer, app: &App, area: Area, inks: &Inks) {
    let graph = &app.atlas.graph;
    let workspace = &app.workspace;
    let (behind, ahead) = app.trail.counts();
    let mut here = Text::of(if behind > 0 { " ← " } else { "   " }, Role::Muted);
    for crumb in app.trail.crumbs(if area.width >= 100 { 3 } else { 1 }) {
        if Some(crumb) != workspace.centre {
            here = here.and(shortened(graph.entity(crumb).short(), 18), Role::Muted).and(" › ", Role::Border);
        }
    }
    if let Some(centre) = workspace.centre {
        let entity = graph.entity(centre);
        here = here
            .and(format!("{} ", entity.kind.glyph()), Role::Kind(entity.kind))
            .and_strong(shortened(entity.short(), 40), Role::Text);
    }
    if ahead > 0 {
        here = here.and(" →", Role::Muted);
    }
    here = match workspace.at {
        Some(at) => here.and("   as of ", Role::Muted).and_strong(at.to_string(), Role::Doubt),
        None => here.and("   all dates", Role::Muted),
    };
    if let Some(by) = workspace.known_by {
        here = here.and("   known by ", Role::Muted).and_strong(by.to_string(), Role::Doubt);
    }
    if workspace.whole && !workspace.exploring() {
        here = here.and("   of ", Role::Muted).and_strong("the whole atlas", Role::Doubt);
    }
    if !workspace.marks.is_empty() {
        let names = names(graph, &workspace.marks, 40);
        here = here.and("   marked ", Role::Muted).and_strong(names, Role::Doubt);
    }
    let query = &workspace.lenses[usize::from(workspace.tab)].query;
    let seen = app.areas().panes.iter().any(|(slot, _)| *slot == Slot::Main);
    if !query.is_empty() && seen {
        here = here.and("   filter ", Role::Muted).and_strong(query.to_string(), Role::Doubt);
    }
    let set = app.settings_told();
    if !set.is_empty() && seen {
        here = here.and("   set ", Role::Muted).and_strong(set.join(", "), Role::Doubt);
    }
    let x = text::line(buf, (area.x, area.y), area.width, &here, inks, Style::new());
    let census = graph.census();
    let long = format!(
        "{} · {} · {} · data {} ",
        phrase::count(census.entities, "entity"),
        phrase::count(census.links, "link"),
        phrase::count(census.sources, "source"),
        graph.manifest().version
    );
    let short = format!("data {} ", graph.manifest().version);
    let room = (area.x + area.width).saturating_sub(x + 2);
    let fitting = [long, short].into_iter().find(|text| text::width(text) <= room);
    if let Some(fitting) = fitting {
        let end = (area.x + area.width, area.y);
        text::line_to(buf, end, room, &Text::of(fitting, Role::Muted), inks, Style::new());
    }
}

/// The last line: a message, or the keys that do something now.
pub fn key_line(buf: &mut Buffer, app: &App, area: Area, inks: &Inks) {
    if !app.notice.text.is_empty() {
        notice(buf, app, area, inks);
        return;
    }
    bar(buf, area, inks);
    let mut hints: Vec<Text> = app.hints().into_iter().map(hint).collect();
    let width = |hint: &Text| hint.width() as u16 + 2;
    let fits = |hints: &[Text]| hints.iter().map(width).sum::<u16>() <= area.width + 1;
    if !fits(&hints) {
        // What is cut is found in the help, whose key is not cut.
        let help = hint((app.keymap.sign(Action::Help), "help"));
        let dots = Text::of("…", Role::Muted);
        let end = if hints.contains(&help) { dots.and(" ", Role::Text).then(help.clone()) } else { dots };
        hints.retain(|hint| *hint != help);
        hints.push(end);
        while !fits(&hints) && hints.len() > 1 {
            hints.remove(hints.len() - 2);
        }
    }
    let mut x = area.x + 1;
    for hint in &hints {
        let room = (area.x + area.width).saturating_sub(x);
        text::line(buf, (x, area.y), room, hint, inks, inks.bar());
        x += width(hint);
    }
}

/// A key and what it does.
fn hint((key, word): Hint) -> Text {
    Text::strong(key, Role::Accent).and(format!(" {word}"), Role::Text)
}

/// A message of the last line. A long one grows upwards, over the panes: its end says what would be right.
fn notice(buf: &mut Buffer, app: &App, area: Area, inks: &Inks) {
    let role = if app.notice.warning { Role::Bad } else { Role::Accent };
    let said = Text::of(app.notice.text.as_str(), role);
    let room = area.width.saturating_sub(2).max(1);
    let lines = wrap::wrap(&said, room.into());
    let height = (lines.len().min(NOTICE) as u16).min(area.y + 1);
    let area = Area::new(area.x, area.y + 1 - height.max(1), area.width, height.max(1));
    clear(buf, area);
    bar(buf, area, inks);
    for (y, line) in (area.y..area.y + height).zip(&lines) {
        text::line(buf, (area.x + 1, y), room, line, inks, inks.bar());
    }
}

fn bar(buf: &mut Buffer, area: Area, inks: &Inks) {
    buf.set_style(Rect::new(area.x, area.y, area.width, area.height), inks.bar());
}

/// Entities by their short names, as many as there is room for.
fn names(graph: &Graph, ids: &[EntityId], width: usize) -> String {
    wrap::roll(&ids.iter().map(|&id| graph.entity(id).short()).collect::<Vec<_>>(), width)
}

fn shortened(name: &str, width: usize) -> String {
    wrap::cut(&Text::from(name), width).plain()
}
