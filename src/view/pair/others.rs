//! What other bodies of the same state share with the other side, where a body and not its state is in focus.

use crate::figure::{Role, Text};
use crate::graph::bars::Side;
use crate::graph::era::Seen;
use crate::graph::ties::partners;
use crate::graph::{EntityId, Way};
use crate::view::phrase::{count, list};

/// So many are named.
const NAMED: usize = 5;

/// Says so in one line, if there are such.
pub(super) fn said(seen: Seen<'_>, [a, b]: &[Side; 2]) -> Option<Text> {
    let parts: Vec<String> =
        [(a, b), (b, a)].into_iter().filter_map(|(own, other)| siblings(seen, own, other.own)).collect();
    (!parts.is_empty()).then(|| Text::of(parts.join(" "), Role::Muted))
}

fn siblings(seen: Seen<'_>, own: &Side, other: EntityId) -> Option<String> {
    let graph = seen.graph();
    let state = own.state?;
    let sibling = |id: EntityId| {
        id != own.own && graph.entity(id).kind.is_body() && graph.entity(id).country == Some(state)
    };
    let mut found: Vec<(usize, EntityId)> = partners(seen, other)
        .into_iter()
        .filter(|partner| sibling(partner.entity))
        .map(|partner| {
            let close = partner.shared.iter().filter(|shared| shared.way != Way::Forum).count();
            (close, partner.entity)
        })
        .filter(|(close, _)| *close > 0)
        .collect();
    found.sort_by_key(|&(close, id)| (std::cmp::Reverse(close), id));
    let mut named: Vec<String> = found
        .iter()
        .take(NAMED)
        .map(|&(close, id)| format!("{} {close}", graph.entity(id).short()))
        .collect();
    if found.len() > NAMED {
        named.push(format!("{} others", found.len() - NAMED));
    }
    let (state, other) = (graph.entity(state).short(), graph.entity(other).short());
    let ties = count(found.iter().map(|(close, _)| close).sum(), "tie");
    (!named.is_empty()).then(|| {
        format!("Other bodies of {state} have {ties} with {other}: {}. The pair of {other} and {state} names them.", list(&named))
    })
}
