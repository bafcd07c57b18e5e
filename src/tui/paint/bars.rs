//! The lines around the panes: tabs on top, where one is below them, keys at the foot.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::text;
use crate::app::App;
use crate::app::action::Action;
use crate::app::tabs::sign;
use crate::figure::{Role, Text};
use crate::layout::area::Area;
use crate::tui::depth::Inks;
use crate::view::phrase;

/// The line of tabs.
pub fn tab_line(buf: &mut Buffer, app: &App, area: Area, inks: &Inks) {
    bar(buf, area, inks);
    let name = Text::strong(sign(area.width), Role::Accent);
    let mut x = text::line(buf, (area.x, area.y), area.width, &name, inks, inks.bar());
    for tab in app.tabs() {
        let style = if tab.place == app.workspace.tab {
            inks.style(Role::Accent).add_modifier(Modifier::REVERSED | Modifier::BOLD)
        } else {
            inks.style(Role::Muted).patch(inks.bar())
        };
        let room = tab.span.len();
        x = buf.set_stringn(area.x + tab.span.start, area.y, &tab.label, room, style).0;
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
        let names = shortened(&phrase::names(graph, &workspace.marks), 40);
        here = here.and("   marked ", Role::Muted).and_strong(names, Role::Doubt);
    }
    let query = &workspace.lenses[usize::from(workspace.tab)].query;
    if !query.is_empty() {
        here = here.and("   filter ", Role::Muted).and_strong(query.to_string(), Role::Doubt);
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
    bar(buf, area, inks);
    if !app.notice.text.is_empty() {
        let role = if app.notice.warning { Role::Bad } else { Role::Accent };
        let notice = Text::of(format!(" {}", app.notice.text), role);
        text::line(buf, (area.x, area.y), area.width, &notice, inks, inks.bar());
        return;
    }
    let mut x = area.x + 1;
    for (key, word) in app.hints() {
        let hint = Text::strong(key, Role::Accent).and(format!(" {word}"), Role::Text);
        let width = hint.width() as u16;
        if x + width > area.x + area.width {
            break;
        }
        text::line(buf, (x, area.y), width, &hint, inks, inks.bar());
        x += width + 2;
    }
}

fn bar(buf: &mut Buffer, area: Area, inks: &Inks) {
    buf.set_style(Rect::new(area.x, area.y, area.width, area.height), inks.bar());
}

fn shortened(name: &str, width: usize) -> String {
    crate::typeset::wrap::cut(&Text::from(name), width).plain()
}
