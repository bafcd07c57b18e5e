//! What stands above the paths: what bars a tie of their own, and the paths in a line each.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::bars::{self, Bar, Side};
use crate::graph::era::Seen;
use crate::graph::paths::Route;
use crate::graph::{ClaimId, EntityId};
use crate::model::standing::Rung;
use crate::view::Lens;
use crate::view::phrase::{count, names};

/// Adds both.
pub(super) fn add(seen: Seen<'_>, lens: &Lens, found: &[Route], extract: &mut Extract, page: &mut Page) {
    let sides = [lens.focus[0], lens.focus[1]].map(|id| Side::of(seen, id));
    for bar in bars::between(seen, &sides[0], &sides[1]).iter().filter(|bar| bar.blocks()) {
        barred(seen, bar, extract, page);
    }
    if !lens.without.is_empty() && !lens.focus.iter().any(|end| lens.without.contains(end)) {
        survivors(seen, lens, page);
    }
    if !found.is_empty() {
        if !page.blocks.is_empty() {
            page.heading("Paths", found.len().to_string());
        }
        page.blocks.push(Block::Table(table(seen, found)));
    }
}

/// A rule that keeps the two from a tie of their own, with what it says to each side.
fn barred(seen: Seen<'_>, bar: &Bar, extract: &mut Extract, page: &mut Page) {
    let graph = seen.graph();
    let cites = extract.cite_all(graph, bar.links.iter().map(|&link| ClaimId::Link(link)));
    let mut terms = Vec::new();
    for &id in &bar.links {
        let link = graph.link(id);
        let said = link.role().or(link.tie.note.as_deref());
        terms.extend(said.map(|said| format!("for {}, {said}", graph.entity(link.to).short())));
    }
    let rule = graph.entity(bar.by);
    let since = bar.links.first().map_or(String::new(), |&link| graph.link(link).when());
    let mut text = Text::of(format!("{} ", rule.kind.glyph()), Role::Kind(rule.kind))
        .and_strong(rule.short(), Role::Bad);
    if !since.is_empty() {
        text = text.and(format!(" {since}"), Role::Muted);
    }
    if !terms.is_empty() {
        text = text.and(format!(": {}", terms.join("; ")), Role::Text);
    }
    page.fact("barred", text, cites, Target::entity(bar.by));
}

/// How many of the paths found before are left without what is left out.
fn survivors(seen: Seen<'_>, lens: &Lens, page: &mut Page) {
    let whole = Lens { without: Vec::new(), ..lens.clone() };
    let before = super::paths(seen, &whole, lens.focus[0], lens.focus[1]);
    let lost =
        before.iter().filter(|route| route.between().iter().any(|stop| lens.without.contains(stop))).count();
    let named = names(seen.graph(), &lens.without);
    let all = count(before.len(), "path");
    let text = match lost {
        0 => format!("all of the {all} found with {named} survive: none passes there"),
        _ => format!("{} of the {all} found with {named} survive, {lost} passed there", before.len() - lost),
    };
    page.fact("without", Text::of(text, Role::Text), Vec::new(), Target::NONE);
}

fn table(seen: Seen<'_>, found: &[Route]) -> Table {
    let columns = vec![
        Column::fit("no.", 3, 3).right(),
        Column::fill("path", 20, 1),
        Column::fit("hops", 1, 4).right().rank(4),
        Column::fit("standing", 8, 15).rank(3),
        Column::fit("confidence", 6, 10).rank(2),
        Column::fit("weakest tie", 4, 11).rank(1),
    ];
    let rows = found.iter().enumerate().map(|(place, route)| row(seen, place + 1, route)).collect();
    Table { columns, rows, axis: None, heads: true }
}

fn row(seen: Seen<'_>, number: usize, route: &Route) -> Row {
    let phase = route.phase(seen);
    let role = if phase.holds() { Role::Good } else { Role::Ended };
    let confidence = route.confidence(seen).map_or("", |confidence| confidence.name());
    let cells = vec![
        Cell::Text(Text::of(number.to_string(), Role::Muted)),
        Cell::Text(stops(seen, route)),
        Cell::Text(Text::of(route.hops.len().to_string(), Role::Text)),
        Cell::Text(Text::of(super::holds(phase), role)),
        Cell::Text(Text::of(confidence, if confidence == "low" { Role::Doubt } else { Role::Muted })),
        Cell::Text(Text::of(route.rung(seen).map_or("none", Rung::name), Role::Muted)),
    ];
    let opens = route.hops.first().map(|hop| hop.to);
    Row::new(cells, opens.map_or(Target::NONE, Target::entity))
}

/// "CONAE – SAC-D – NASA", what lies between standing out.
fn stops(seen: Seen<'_>, route: &Route) -> Text {
    let graph = seen.graph();
    let between: Vec<EntityId> = route.between();
    let mut text = Text::empty();
    for id in &between {
        let entity = graph.entity(*id);
        let dash = if text.is_empty() { "" } else { " – " };
        text = text
            .and(dash, Role::Border)
            .and(format!("{} ", entity.kind.glyph()), Role::Kind(entity.kind))
            .and(entity.short(), Role::Text);
    }
    if between.is_empty() { Text::of("directly", Role::Text) } else { text }
}
