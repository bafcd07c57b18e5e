//! Stances of one side on the other, and back.

use super::gather::Matter;
use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, Graph, StanceId};
use crate::view::phrase::{capital, doubt, position, quoted, short};

/// Adds the stances and says how many there are.
pub(super) fn add(seen: Seen<'_>, matter: &Matter, extract: &mut Extract, page: &mut Page) -> usize {
    let graph = seen.graph();
    let number: usize = matter.groups.iter().flat_map(|group| &group.stances).map(Vec::len).sum();
    if number == 0 {
        return 0;
    }
    let mut rows = Vec::new();
    for group in &matter.groups {
        let [ours, theirs] = &group.sides;
        for (list, (by, on)) in group.stances.iter().zip([(ours, theirs), (theirs, ours)]) {
            if !list.is_empty() {
                let title = Text::of(format!("{} on {on}", capital(by)), Role::Accent);
                rows.push(Row::heading(title.and(format!("  {}", list.len()), Role::Muted)));
            }
            rows.extend(list.iter().map(|&id| row(graph, id, extract)));
        }
    }
    page.heading("Stances on each other", number.to_string());
    let columns = vec![
        Column::fit("date", 4, 13),
        Column::fit("position", 13, 14),
        Column::fit("holder", 8, 20),
        Column::fit("about", 8, 18).rank(2),
        Column::fill("words", 16, 1).rank(1),
        Column::fit("doubt", 0, 1).rank(4),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
    number
}

fn row(graph: &Graph, id: StanceId, extract: &mut Extract) -> Row {
    let stance = graph.stance(id);
    let record = &stance.record;
    let mut holder = short(graph, stance.holder);
    if let Some(body) = stance.body.filter(|&body| body != stance.holder) {
        holder = holder.and(format!(", {}", graph.entity(body).short()), Role::Muted);
    }
    let words = match &record.quote {
        Some(quote) => Text::of(quoted(quote), Role::Text),
        None => Text::of(&*record.gist, Role::Muted),
    };
    let cells = vec![
        Cell::Text(Text::of(span(stance.on), Role::Text)),
        Cell::Text(position(stance)),
        Cell::Text(holder),
        Cell::Text(short(graph, stance.about)),
        Cell::Text(words),
        Cell::Text(doubt(stance.claim.confidence, stance.claim.rank)),
    ];
    let mut detail = vec![Text::of(&*record.gist, Role::Text)];
    detail.extend(record.office.iter().map(|office| Text::of(format!("as {office}"), Role::Muted)));
    detail.extend(
        record.conditions.iter().map(|condition| Text::of(format!("condition: {condition}"), Role::Text)),
    );
    let claim = ClaimId::Stance(id);
    Row { detail, ..Row::new(cells, Target::claim(claim, stance.holder)).cited(extract.cite(graph, claim)) }
}
