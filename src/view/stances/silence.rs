//! Silence, said: who is tied to an issue and yet has no position on it that we know of.

use super::matter::Matter;
use crate::figure::{Cell, Extract, Role, Row, Table, Target, Text};
use crate::graph::EntityId;
use crate::graph::era::Seen;
use crate::model::kind::Kind;
use crate::view::phrase::grouped;

/// How many are named; the rest is counted.
const NAMED: usize = 10;

/// Those without a stance: the actors in focus, or where there are none, the actors tied to the issues.
///
/// A stance that only the query keeps out is no silence, so filters do not make anybody silent.
pub(super) fn silent(seen: Seen<'_>, matter: &Matter) -> Vec<EntityId> {
    let graph = seen.graph();
    let mut asked: Vec<EntityId> = matter.actors.clone();
    if asked.is_empty() {
        let tied = matter.issues.iter().flat_map(|&issue| seen.arcs(issue)).map(|arc| arc.other);
        asked.extend(tied.filter(|&other| graph.entity(other).kind.is_actor()));
        // Bodies first: that a person is silent says little.
        let person = |id: EntityId| graph.entity(id).kind == Kind::Person;
        asked.sort_by_key(|&id| (person(id), std::cmp::Reverse(graph.degree(id)), id));
        asked.dedup();
    }
    if matter.issues.is_empty() {
        return Vec::new();
    }
    let about = |id| matter.issues.iter().any(|&issue| graph.is_about(id, issue));
    let speaks =
        |actor: &EntityId| graph.stances_by(*actor).iter().any(|&id| seen.shows_stance(id) && about(id));
    asked.retain(|actor| !speaks(actor));
    asked
}

/// Adds them under a heading of their own.
pub(super) fn add(seen: Seen<'_>, silent: &[EntityId], extract: &mut Extract, table: &mut Table) {
    if silent.is_empty() {
        return;
    }
    let graph = seen.graph();
    let sources = grouped(graph.census().sources);
    let said = format!(": nothing in {sources} sources says what they hold");
    table.rows.push(Row::heading(Text::strong("no position found", Role::Muted).and(said, Role::Muted)));
    let blank = |table: &Table| -> Vec<Cell> { table.columns.iter().map(|_| Cell::from("")).collect() };
    let holder = table.columns.iter().position(|column| column.name == "holder").unwrap_or(0);
    for &id in silent.iter().take(NAMED) {
        extract.entity(id);
        let entity = graph.entity(id);
        let mut cells = blank(table);
        cells[holder] =
            Cell::Text(Text::of(format!("{} {}", entity.kind.glyph(), entity.short()), Role::Muted));
        table.rows.push(Row::new(cells, Target::entity(id)));
    }
    if silent.len() > NAMED {
        let more = format!("+{} more", silent.len() - NAMED);
        table.rows.push(Row::heading(Text::of(more, Role::Muted)));
    }
}
