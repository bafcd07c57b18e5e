//! Who with whom? Who stands where?

mod issues;
mod ties;

use std::ops::RangeInclusive;

use super::{Cells, Lens, Opt, Order, View, option};
use crate::atlas::Atlas;
use crate::figure::Figure;
use crate::graph::era::Seen;
use crate::graph::sets::Roll;
use crate::graph::{EntityId, Graph};
use crate::search::Query;
use crate::view::stances::matter::Matter;

/// Actors by actors, by what they share; or actors by issues, by their latest positions.
pub struct Matrix;

impl View for Matrix {
    fn name(&self) -> &'static str {
        "matrix"
    }

    fn doc(&self) -> &'static str {
        "Who with whom? Who stands where?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["grid", "who with whom"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=24
    }

    fn focus_doc(&self) -> &'static str {
        "Actors: `nasa esa cnsa` is what these share, `esa` is ESA and its best partners. Issues: `artemis ilrs` is who stands where on them"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::CELLS, &option::ORDER, &option::WITHOUT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let seen = atlas.graph.at(lens.era());
        match lens.cells {
            Some(Cells::Stances) => issues::figure(seen, lens),
            None if asks_positions(seen, lens) => issues::figure(seen, lens),
            Some(Cells::Ties) | None => ties::figure(seen, lens, &actors(seen, lens)),
        }
    }
}

/// Whether the focus holds nothing but things on which positions are taken.
fn asks_positions(seen: Seen<'_>, lens: &Lens) -> bool {
    let issue = |&id: &EntityId| !seen.graph().entity(id).kind.is_actor();
    !lens.focus.is_empty()
        && lens.focus.iter().all(issue)
        && !Matter::new(seen, &Lens { query: Query::default(), ..lens.clone() }).voices.is_empty()
}

/// The actors to compare: those in focus; for a thing, those who have a part in it.
fn actors(seen: Seen<'_>, lens: &Lens) -> Vec<EntityId> {
    let graph = seen.graph();
    let mut actors: Vec<EntityId> = Vec::new();
    for &id in &lens.focus {
        if graph.entity(id).kind.is_actor() {
            actors.push(id);
        } else {
            actors.extend(Roll::of(seen, id).members());
        }
    }
    actors.retain(|&id| graph.entity(id).kind.is_body());
    actors
}

/// Puts the rows in order. `likeness` gives the order in which what belongs together lies together.
fn arrange(
    graph: &Graph,
    order: Order,
    actors: &mut Vec<EntityId>,
    total: &dyn Fn(EntityId) -> usize,
    likeness: impl FnOnce(&[EntityId]) -> Vec<EntityId>,
) {
    let name = |id: EntityId| (graph.entity(id).short().to_lowercase(), id);
    match order {
        Order::Likeness => *actors = likeness(actors),
        Order::Links => actors.sort_by_cached_key(|&id| (std::cmp::Reverse(total(id)), name(id))),
        Order::Name => actors.sort_by_cached_key(|&id| name(id)),
        Order::Place => actors.sort_by_cached_key(|&id| {
            let east = graph.entity(id).record.seat.as_ref().and_then(|seat| seat.at).map(|(_, east)| east);
            (east.is_none(), (east.unwrap_or(0.0) * 1000.0) as i64, name(id))
        }),
    }
}

#[cfg(test)]
mod tests;
