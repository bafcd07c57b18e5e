//! The whole screen. `draw` reads the state and paints; it never changes anything.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

use super::depth::Inks;
use super::paint::scene::SceneView;
use super::paint::{bars, dialog, flow, frame, picker, text};
use crate::app::areas::{Areas, SMALLEST};
use crate::app::overlay::Overlay;
use crate::app::pane::Subject;
use crate::app::{App, Slot};
use crate::figure::{Body, Role, Text};
use crate::layout::area::Area;
use crate::model::kind::Kind;
use crate::typeset::wrap;
use crate::view::phrase::capital;

/// Draws the screen.
pub fn draw(app: &App, frame: &mut Frame<'_>, inks: &Inks) {
    paint(app, frame.buffer_mut(), inks);
}

/// Draws the screen into a buffer of the size of the state.
pub fn paint(app: &App, buf: &mut Buffer, inks: &Inks) {
    let (columns, rows) = app.size;
    // The inks of a theme are made for its paper; on a terminal of another colour they could not be read.
    buf.set_style(buf.area, inks.style(Role::Text).patch(inks.ground(inks.theme.paper)));
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        too_small(app, buf, inks);
        return;
    }
    let areas = app.areas();
    bars::tab_line(buf, app, areas.tabs, inks);
    bars::trail_line(buf, app, areas.trail, inks);
    for &(slot, area) in &areas.panes {
        pane(buf, app, slot, area, &areas, inks);
    }
    if app.overlay.is_some() {
        step_back(buf, &areas, inks);
    }
    match &app.overlay {
        Some(Overlay::Picker(open)) => picker::picker(buf, open, open.area(app.size), inks),
        Some(Overlay::Dialog(open)) => dialog::dialog(buf, open, areas.screen, inks),
        Some(Overlay::Prompt(open)) => picker::prompt(buf, open, areas.screen, inks),
        None => {}
    }
    bars::key_line(buf, app, areas.keys, inks);
    if inks.ascii {
        to_ascii(buf);
    }
}

/// Lets the panes step back behind what lies over them.
fn step_back(buf: &mut Buffer, areas: &Areas, inks: &Inks) {
    let faint = inks.style(Role::Border).patch(inks.ground(inks.theme.paper));
    let faint = faint.remove_modifier(Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED);
    areas.panes.iter().for_each(|&(_, area)| buf.set_style(frame::rect(area), faint));
}

fn pane(buf: &mut Buffer, app: &App, slot: Slot, area: Area, areas: &Areas, inks: &Inks) {
    let pane = app.workspace.pane(slot);
    let focused = app.workspace.focused == slot && app.overlay.is_none();
    let figure = pane.figure();
    let title = match (pane.subject(), slot) {
        (Subject::View(view, _), Slot::Main | Slot::Side)
            if !app.workspace.exploring() || slot == Slot::Side =>
        {
            let own = capital(view.name());
            if figure.title.starts_with(&own) {
                figure.title.clone()
            } else {
                format!("{own} · {}", figure.title)
            }
        }
        _ => figure.title.clone(),
    };
    let Some(inside) = areas.inside(slot) else { return };
    if areas.framed {
        frame::frame(buf, area, &title, &figure.note, focused, inks);
    }
    let inside = if slot == Slot::List { search_line(buf, app, inside, inks) } else { inside };
    match &figure.body {
        Body::Scene(scene) if figure.empty.is_none() => {
            let cursor = (focused || slot == Slot::Main).then_some(pane.cursor);
            let ink = |role| inks.style(role);
            let view = SceneView { scene, cursor, ink: &ink, ascii: inks.ascii, camera: pane.camera };
            view.render(frame::rect(pane.body(inside)), buf);
            flow::detail(buf, pane, inside, inks);
        }
        _ => flow::flow(buf, pane, inside, (focused, &app.workspace.marks), inks),
    }
    if areas.framed {
        frame::scrollbar(buf, area, pane.body(inside), (pane.offset, pane.count()), focused, inks);
    }
}

/// The search line of the list and the rule under it; gives what is left.
fn search_line(buf: &mut Buffer, app: &App, inside: Area, inks: &Inks) -> Area {
    let query = app.workspace.listing.query.to_string();
    match &app.workspace.search {
        Some(edit) => picker::edit_line(buf, edit, "/", "a name, kind:mission in:cn …", inside, inks),
        None if query.is_empty() => {
            let hint = Text::strong("/ ", Role::Accent).and("to search all names", Role::Muted);
            text::line(buf, (inside.x, inside.y), inside.width, &hint, inks, Style::new());
        }
        None => {
            let said = Text::strong("/ ", Role::Accent).and(query, Role::Doubt);
            text::line(buf, (inside.x, inside.y), inside.width, &said, inks, Style::new());
        }
    }
    let (_, rest) = inside.top(1);
    let rule = Text::of("─".repeat(rest.width.into()), Role::Border);
    text::line(buf, (rest.x, rest.y), rest.width, &rule, inks, Style::new());
    rest.top(1).1
}

fn too_small(app: &App, buf: &mut Buffer, inks: &Inks) {
    let (columns, rows) = app.size;
    let said = format!("spacepact needs {}×{}, this is {columns}×{rows}", SMALLEST.0, SMALLEST.1);
    let centre = app.workspace.centre.map_or("", |id| app.atlas.graph.entity(id).short());
    let lines = [said.as_str(), centre].map(|text| wrap::wrap(&Text::from(text), columns.max(1).into()));
    for (y, line) in lines.iter().flatten().enumerate().take(rows.into()) {
        text::line(buf, (0, y as u16), columns, line, inks, Style::new());
    }
}

/// Replaces every sign that a terminal without Unicode cannot show.
fn to_ascii(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if !cell.symbol().is_ascii() {
            let plain = ascii(cell.symbol());
            cell.set_symbol(&plain);
        }
    }
}

/// The nearest to a sign in ASCII, as wide as it is.
fn ascii(symbol: &str) -> Cow<'static, str> {
    let plain = match symbol {
        "━" | "─" | "╌" | "╍" | "┅" | "╺" | "╸" | "–" | "—" | "−" | "▽" => "-",
        "┃" | "│" | "┊" => "|",
        "╭" | "╮" | "╰" | "╯" | "┏" | "┓" | "┗" | "┛" | "△" => "+",
        "▌" | "›" | "▸" | "→" => ">",
        "←" | "‹" => "<",
        "█" | "▉" | "▊" | "▋" | "▇" => "#",
        "▍" | "▎" | "▏" | "\u{a0}" | "\u{2009}" | "\u{202f}" => " ",
        "…" => "~",
        "·" => ".",
        "▁" | "▂" | "▃" => "_",
        "▄" | "▅" | "▆" | "↔" => "=",
        "▲" | "↑" => "^",
        "▼" | "↓" => "v",
        "◇" => "o",
        "✕" | "✗" | "×" => "x",
        "★" | "●" | "✦" => "*",
        "⇄" => "%",
        "⇆" => "&",
        "↗" => "/",
        "↘" => "\\",
        "≠" => "!",
        "“" | "”" | "„" | "«" | "»" => "\"",
        "‘" | "’" | "‚" => "'",
        _ => return spelt(symbol),
    };
    Cow::Borrowed(plain)
}

/// A sign of a kind as its letter; a letter of any script as Latin ones, as many as there is room for.
fn spelt(symbol: &str) -> Cow<'static, str> {
    let kind = Kind::ALL.iter().find(|kind| symbol.chars().eq([kind.glyph()]));
    if let Some(kind) = kind {
        return Cow::Owned(kind.letter().to_string());
    }
    let width = symbol.width().max(1);
    let letters: String = any_ascii::any_ascii(symbol).chars().take(width).collect();
    let letters = if letters.is_empty() { "?".to_owned() } else { letters };
    Cow::Owned(format!("{letters:<width$}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::position::Position;

    #[test]
    fn signs_stay_apart_in_ascii() {
        let plain = |glyph: &str| glyph.chars().map(|sign| ascii(&sign.to_string())).collect::<String>();
        let mut signs: Vec<String> = Position::ALL.iter().map(|position| plain(position.glyph())).collect();
        assert!(signs.iter().all(|sign| sign.is_ascii() && !sign.contains('?')), "{signs:?}");
        signs.sort();
        signs.dedup();
        assert_eq!(signs.len(), Position::ALL.len(), "{signs:?}");
        assert_eq!(plain("Wörner 1\u{202f}903 “x” 2–3 ◆ESA"), "Worner 1 903 \"x\" 2-3 AESA");
        assert_eq!(ascii("国").len(), 2);
    }
}
