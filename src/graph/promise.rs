//! Words without deeds: memoranda and letters of intent after which nothing more binding is known.

use std::collections::HashMap;

use super::era::Seen;
use super::id::EntityId;
use super::{Arc, Graph};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::{Instrument, Rung};

/// Days that parties have to follow up their words: two years.
const PATIENCE: i32 = 731;

/// So many parties at most: what more have signed is no promise of one to another.
const PARTIES: usize = 4;

/// So many bodies at most: a work of more did not come of the words of two of them.
const CROWD: usize = 8;

/// An agreement of intent after which nothing is known between its parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The agreement.
    pub agreement: EntityId,
    /// Its parties.
    pub parties: Vec<EntityId>,
    /// When it was made.
    pub since: Date,
}

impl Seen<'_> {
    /// Memoranda and letters of intent that no later contract, mission or binding agreement of the same
    /// parties followed, as far as is known, the oldest first.
    ///
    /// What is shared without a date may have come later, so it counts as a deed.
    pub fn promises(self) -> Vec<Promise> {
        let graph = self.graph();
        let mut realms = HashMap::new();
        let mut found: Vec<Promise> = Vec::new();
        for agreement in graph.entity_ids().filter(|&id| self.shows(id)) {
            let record = &graph.entity(agreement).record;
            let words = matches!(record.instrument, Some(Instrument::Memorandum | Instrument::Intent));
            let Some(since) = graph.entity(agreement).during.filter(|_| words) else { continue };
            let parties = self.parties(agreement);
            let old = match (since.first(), self.today()) {
                (Some(first), Some(today)) => first.0 + PATIENCE < today.0,
                _ => false,
            };
            if !old || !(2..=PARTIES).contains(&parties.len()) {
                continue;
            }
            for &party in &parties {
                realms.entry(party).or_insert_with(|| graph.realm(party));
            }
            let pairs = parties
                .iter()
                .enumerate()
                .flat_map(|(place, one)| parties[place + 1..].iter().map(move |other| (one, other)));
            let followed = pairs
                .into_iter()
                .any(|(one, other)| self.followed(agreement, since.first(), &realms[one], &realms[other]));
            if !followed {
                found.push(Promise { agreement, parties, since });
            }
        }
        found.sort_by_key(|promise| (promise.since.first(), promise.agreement));
        found
    }

    /// The bodies that signed an agreement or are bound by it.
    pub fn parties(self, agreement: EntityId) -> Vec<EntityId> {
        let graph = self.graph();
        let signs = |arc: &Arc| !arc.outward && matches!(arc.relation, Relation::Signed | Relation::PartyTo);
        let bodies = self.arcs(agreement).filter(signs).map(|arc| arc.other);
        let mut bodies: Vec<EntityId> = bodies.filter(|&id| graph.entity(id).kind.is_body()).collect();
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }

    /// Whether a deed of both sides is known that may be later than a day.
    fn followed(self, words: EntityId, since: Option<Day>, one: &[EntityId], other: &[EntityId]) -> bool {
        let graph = self.graph();
        let later =
            |date: Option<Date>| date.and_then(Date::last).zip(since).is_none_or(|(on, since)| on >= since);
        let direct = one.iter().flat_map(|&id| self.arcs(id)).any(|arc| {
            let link = graph.link(arc.link);
            other.contains(&arc.other) && link.rung >= Some(Rung::Agreement) && later(link.during)
        });
        direct
            || graph.common(one, other).into_iter().any(|work| {
                work != words
                    && self.shows(work)
                    && binds(graph, work)
                    && later(graph.entity(work).during)
                    && self.bodies(work) <= CROWD
            })
    }
}

/// Whether a shared work is more than words.
fn binds(graph: &Graph, work: EntityId) -> bool {
    let entity = graph.entity(work);
    match entity.kind {
        Kind::Agreement => matches!(
            entity.record.instrument,
            Some(Instrument::Agreement | Instrument::Contract | Instrument::Treaty)
        ),
        _ => true,
    }
}
