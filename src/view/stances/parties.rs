//! Signatories of an agreement, each with its own words on it and those of others to it.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::matter::Matter;
use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph, LinkId};
use crate::model::date::{Date, Day, Moment};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::Lens;

/// With so many parties they are the order that comes by itself.
pub(super) const MANY: usize = 20;

/// One who signed.
pub(super) struct Party {
    /// Who.
    pub(super) id: EntityId,
    /// The link that says so.
    pub(super) link: LinkId,
    /// Places of its own stances in the ledger.
    pub(super) own: Vec<usize>,
    /// Places of what others said to it when it joined them.
    pub(super) others: Vec<usize>,
}

/// When a tie began, as far as it is known.
pub(super) fn since(graph: &Graph, link: LinkId) -> Option<Moment> {
    let link = graph.link(link);
    link.during.or_else(|| link.seen.first().copied()).and_then(Date::start)
}

/// The signatories of the one agreement in focus, those who signed last first.
///
/// What one signatory said to another belongs to the one who signed later: it is a welcome, unless it is
/// the newcomer who speaks.
pub(super) fn parties(seen: Seen<'_>, lens: &Lens, matter: &Matter) -> Vec<Party> {
    let graph = seen.graph();
    let ([], [issue]) = (matter.actors.as_slice(), matter.issues.as_slice()) else { return Vec::new() };
    if graph.entity(*issue).kind != Kind::Agreement {
        return Vec::new();
    }
    let mut found: Vec<Party> = Vec::new();
    for relation in [Relation::Signed, Relation::PartyTo] {
        for arc in seen.arcs(*issue).filter(|arc| !arc.outward && arc.relation == relation) {
            let known = found.iter().any(|party| party.id == arc.other);
            if !known && lens.query.admits_link(seen, arc.link) {
                found.push(Party { id: arc.other, link: arc.link, own: Vec::new(), others: Vec::new() });
            }
        }
    }
    let day = |link| since(graph, link).map(Moment::first);
    found.sort_by_key(|party| (Reverse(day(party.link)), party.id));
    let mut homes: HashMap<EntityId, usize> = HashMap::new();
    for (place, party) in found.iter().enumerate() {
        for id in graph.realm(party.id) {
            homes.entry(id).or_insert(place);
        }
    }
    for (number, voice) in matter.voices.iter().enumerate() {
        let stance = graph.stance(voice.id);
        let speaker = [Some(stance.holder), stance.body].into_iter().flatten().find_map(|id| homes.get(&id));
        let host = stance.toward.and_then(|id| homes.get(&id));
        match (speaker, host) {
            // The later signatory stands before the earlier one.
            (Some(speaker), Some(host)) if host < speaker => found[*host].others.push(number),
            (Some(speaker), _) => found[*speaker].own.push(number),
            _ => {}
        }
    }
    found
}

/// The first day on which a tie can have begun; for the order.
pub(super) fn day(graph: &Graph, link: Option<LinkId>) -> Option<Day> {
    link.and_then(|link| since(graph, link)).map(Moment::first)
}
