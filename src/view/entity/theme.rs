//! What touches a topic: the entities that name it, by kind.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId};
use crate::view::Lens;
use crate::view::phrase::short;

/// Adds the section, if anything touches it, and says how many do.
pub(super) fn add(
    seen: Seen<'_>,
    lens: &Lens,
    focus: EntityId,
    extract: &mut Extract,
    page: &mut Page,
) -> usize {
    let graph = seen.graph();
    let mut found: Vec<EntityId> = graph
        .on_topic(focus)
        .iter()
        .copied()
        .filter(|&id| seen.shows(id) && lens.query.admits_entity(seen, id))
        .collect();
    if found.is_empty() {
        return 0;
    }
    let count = found.len();
    found.sort_by_key(|&id| {
        let entity = graph.entity(id);
        (entity.kind, std::cmp::Reverse(graph.degree(id)), id)
    });
    page.heading("On this topic", count.to_string());
    let mut before = None;
    let rows = found
        .into_iter()
        .map(|id| {
            let entity = graph.entity(id);
            let repeated = before.replace(entity.kind) == Some(entity.kind);
            let cells = vec![
                Cell::Text(Text::of(entity.kind.name(), if repeated { Role::Border } else { Role::Muted })),
                Cell::Text(short(graph, id)),
                Cell::Text(Text::of(entity.during.map(span).unwrap_or_default(), Role::Muted)),
                Cell::Text(Text::of(entity.summary(), Role::Muted)),
            ];
            let cites = extract.cite(graph, ClaimId::Entity(id));
            Row::new(cells, Target::entity(id)).cited(cites)
        })
        .collect();
    let columns = vec![
        Column::fit("kind", 9, 12),
        Column::fill("entity", 16, 2),
        Column::fit("when", 4, 21).rank(2),
        Column::fill("what", 16, 3).rank(3),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
    count
}
