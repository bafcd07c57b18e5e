//! What concerns an entity: the claims that name it, what belongs to it, what two have in common.

use std::collections::BTreeSet;

use super::era::Seen;
use super::id::{ClaimId, EntityId, StanceId};
use super::{Arc, Entity, Graph};
use crate::model::kind::Kind;
use crate::model::relation::Relation;

impl Graph {
    /// Every claim that names one of these entities, and every stance on a part of one.
    pub fn claims_about(&self, focus: &[EntityId]) -> BTreeSet<ClaimId> {
        let mut claims = BTreeSet::new();
        for &id in focus {
            claims.insert(ClaimId::Entity(id));
            claims.extend(
                (0..self.entity(id).disputes.len() as u16).map(|number| ClaimId::Dispute(id, number)),
            );
            claims.extend(self.arcs(id).iter().map(|arc| ClaimId::Link(arc.link)));
            claims.extend(self.milestones(id).iter().map(|&id| ClaimId::Milestone(id)));
            let stances =
                self.stances_by(id).iter().chain(self.stances_about(id)).chain(self.stances_toward(id));
            claims.extend(stances.map(|&id| ClaimId::Stance(id)));
        }
        claims
    }

    /// The entity in whose record a claim stands; of a stance, who holds it.
    pub fn owner(&self, claim: ClaimId) -> EntityId {
        match claim {
            ClaimId::Entity(id) | ClaimId::Dispute(id, _) => id,
            ClaimId::Link(id) => self.link(id).owner,
            ClaimId::Milestone(id) => self.milestone(id).entity,
            ClaimId::Stance(id) => self.stance(id).holder,
        }
    }

    /// The entities that a claim names.
    pub fn named(&self, claim: ClaimId) -> Vec<EntityId> {
        match claim {
            ClaimId::Entity(id) | ClaimId::Dispute(id, _) => vec![id],
            ClaimId::Link(id) => vec![self.link(id).from, self.link(id).to],
            ClaimId::Milestone(id) => vec![self.milestone(id).entity],
            ClaimId::Stance(id) => {
                let stance = self.stance(id);
                let named = [Some(stance.holder), stance.body, Some(stance.about), stance.toward];
                named.into_iter().flatten().collect()
            }
        }
    }

    /// Whether a stance is about an entity, or about a topic or agreement that is part of it.
    pub fn is_about(&self, stance: StanceId, id: EntityId) -> bool {
        self.stances_about(id).binary_search(&stance).is_ok()
    }

    /// Whether a stance has to do with an entity and its [`Self::realm`]: it is about one of them, or toward
    /// one, or about what one of them leads or runs, or its issue or its words name the entity.
    pub fn touches(&self, id: StanceId, entity: EntityId, realm: &[EntityId]) -> bool {
        let stance = self.stance(id);
        let within = |id: EntityId| realm.contains(&id);
        let whole = |arc: &&Arc| arc.outward && arc.relation == Relation::PartOf;
        let wholes = self.arcs(stance.about).iter().filter(whole).map(|arc| arc.other);
        let runs = |arc: &Arc| {
            !arc.outward && matches!(arc.relation, Relation::Leads | Relation::Operates) && within(arc.other)
        };
        let led = |issue: EntityId| within(issue) || self.arcs(issue).iter().any(runs);
        stance.toward.is_some_and(within)
            || [stance.about].into_iter().chain(wholes).any(led)
            || self.names(id, self.entity(entity).short())
    }

    /// Whether the issue of a stance or its words have a word that begins like a name.
    fn names(&self, id: StanceId, name: &str) -> bool {
        let stance = self.stance(id);
        let texts = [Some(self.entity(stance.about).name()), Some(&*stance.record.gist)];
        texts
            .into_iter()
            .flatten()
            .chain(stance.record.quote.as_deref())
            .any(|text| text.match_indices(name).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric)))
    }

    /// The entity and what belongs to it: to a state its agencies, institutes and companies; to what is
    /// built, flown or run its parts.
    pub fn realm(&self, id: EntityId) -> Vec<EntityId> {
        let kind = self.entity(id).kind;
        let mut realm: BTreeSet<EntityId> = BTreeSet::from([id]);
        if kind == Kind::State {
            let ours = |entity: &Entity| {
                entity.country == Some(id) && entity.kind.is_body() && entity.kind != Kind::Organisation
            };
            realm.extend(self.entity_ids().filter(|&body| ours(self.entity(body))));
        }
        if kind.is_work() && kind != Kind::Agreement {
            let parts = self.arcs(id).iter().filter(|arc| !arc.outward && arc.relation == Relation::PartOf);
            realm.extend(parts.map(|arc| arc.other).filter(|&part| self.entity(part).kind.is_work()));
        }
        let mut realm: Vec<EntityId> = realm.into_iter().collect();
        realm.sort_by_key(|&one| (one != id, one));
        realm
    }

    /// The works at which both sides have a tie, those with the fewest ties first.
    pub fn common(&self, one: &[EntityId], other: &[EntityId]) -> Vec<EntityId> {
        let works = |side: &[EntityId]| -> BTreeSet<EntityId> {
            let ends = side.iter().flat_map(|&id| self.arcs(id)).map(|arc| arc.other);
            ends.filter(|&end| self.entity(end).kind.is_work()).collect()
        };
        let mut both: Vec<EntityId> = works(one).intersection(&works(other)).copied().collect();
        both.retain(|work| !one.contains(work) && !other.contains(work));
        both.sort_by_key(|&work| (self.degree(work), work));
        both
    }
}

impl Seen<'_> {
    /// How many bodies have a tie to a work.
    pub fn bodies(self, work: EntityId) -> usize {
        let graph = self.graph();
        let tied = self.arcs(work).map(|arc| arc.other).filter(|&id| graph.entity(id).kind.is_body());
        tied.collect::<BTreeSet<_>>().len()
    }
}
