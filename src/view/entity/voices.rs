//! The stances of a dossier: what was said about it, and what it said.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, StanceId};
use crate::view::Lens;
use crate::view::phrase::{position, quoted, short, spoken};

/// Adds both sections and says how many stances they have.
pub(super) fn add(
    seen: Seen<'_>,
    lens: &Lens,
    focus: EntityId,
    extract: &mut Extract,
    page: &mut Page,
) -> usize {
    let graph = seen.graph();
    let about = shown(seen, lens, graph.stances_about(focus));
    let by = shown(seen, lens, graph.stances_by(focus));
    section("Stances on it", &about, seen, extract, page, |id| graph.stance(id).holder);
    section("Its stances", &by, seen, extract, page, |id| graph.stance(id).about);
    let both = by.iter().filter(|stance| about.contains(stance)).count();
    about.len() + by.len() - both
}

fn shown(seen: Seen<'_>, lens: &Lens, ids: &[StanceId]) -> Vec<StanceId> {
    ids.iter().copied().filter(|&id| seen.shows_stance(id) && lens.query.admits_stance(seen, id)).collect()
}

fn section(
    title: &str,
    ids: &[StanceId],
    seen: Seen<'_>,
    extract: &mut Extract,
    page: &mut Page,
    other: impl Fn(StanceId) -> EntityId,
) {
    if ids.is_empty() {
        return;
    }
    let graph = seen.graph();
    page.heading(title, ids.len().to_string());
    let rows = ids
        .iter()
        .map(|&id| {
            let stance = graph.stance(id);
            let record = &stance.record;
            let cells = vec![
                Cell::Text(Text::of(stance.on.to_string(), Role::Text)),
                Cell::Text(position(stance)),
                Cell::Text(short(graph, other(id))),
                Cell::Text(spoken(stance)),
            ];
            let claim = ClaimId::Stance(id);
            let office = record.office.as_ref().map(|office| Text::of(format!("as {office}"), Role::Muted));
            let gist = Text::of(&*record.gist, Role::Text);
            let quote = record.quote.as_ref().map(|quote| Text::of(quoted(quote), Role::Text));
            Row {
                detail: office.into_iter().chain([gist]).chain(quote).collect(),
                ..Row::new(cells, Target::claim(claim, other(id))).cited(extract.cite(graph, claim))
            }
        })
        .collect();
    let columns = vec![
        Column::fit("date", 7, 12),
        Column::fit("position", 11, 14),
        Column::fit("who", 10, 24),
        Column::fill("words", 14, 1).rank(3),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
}
