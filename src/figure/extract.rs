//! What a figure is made of: the entities, claims and sources behind it, in the order of its footnotes.

use std::collections::HashMap;

use crate::graph::{ClaimId, EntityId, Graph, LinkId, MilestoneId, SourceId, StanceId};

/// The matter of a figure. Every list is free of repetition and in the order in which things were added.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    entities: Vec<EntityId>,
    links: Vec<LinkId>,
    stances: Vec<StanceId>,
    milestones: Vec<MilestoneId>,
    sources: Vec<SourceId>,
    places: HashMap<Item, u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Item {
    Entity(EntityId),
    Claim(ClaimId),
    Source(SourceId),
}

impl Extract {
    /// Adds an entity.
    pub fn entity(&mut self, id: EntityId) {
        if self.note(Item::Entity(id), self.entities.len()) {
            self.entities.push(id);
        }
    }

    /// Adds a link with both its ends.
    pub fn link(&mut self, graph: &Graph, id: LinkId) {
        let link = graph.link(id);
        self.entity(link.from);
        self.entity(link.to);
        if self.note(Item::Claim(ClaimId::Link(id)), self.links.len()) {
            self.links.push(id);
        }
    }

    /// Adds a stance with everybody it names.
    pub fn stance(&mut self, graph: &Graph, id: StanceId) {
        let stance = graph.stance(id);
        let named = [Some(stance.holder), stance.body, Some(stance.about), stance.toward];
        named.into_iter().flatten().for_each(|entity| self.entity(entity));
        if self.note(Item::Claim(ClaimId::Stance(id)), self.stances.len()) {
            self.stances.push(id);
        }
    }

    /// Adds a milestone with its entity.
    pub fn milestone(&mut self, graph: &Graph, id: MilestoneId) {
        self.entity(graph.milestone(id).entity);
        if self.note(Item::Claim(ClaimId::Milestone(id)), self.milestones.len()) {
            self.milestones.push(id);
        }
    }

    /// Adds a source and gives its footnote number, from 1.
    pub fn source(&mut self, id: SourceId) -> u16 {
        if self.note(Item::Source(id), self.sources.len()) {
            self.sources.push(id);
        }
        self.places[&Item::Source(id)] + 1
    }

    /// Adds a claim, and none of its sources.
    pub fn claim(&mut self, graph: &Graph, claim: ClaimId) {
        match claim {
            ClaimId::Entity(id) | ClaimId::Dispute(id, _) => self.entity(id),
            ClaimId::Link(id) => self.link(graph, id),
            ClaimId::Stance(id) => self.stance(graph, id),
            ClaimId::Milestone(id) => self.milestone(graph, id),
        }
    }

    /// Adds a claim with all its sources, and gives their footnote numbers.
    pub fn cite(&mut self, graph: &Graph, claim: ClaimId) -> Vec<u16> {
        self.claim(graph, claim);
        let mut numbers: Vec<u16> = graph.claim(claim).sources().map(|source| self.source(source)).collect();
        numbers.dedup();
        numbers
    }

    /// Whether the item is new; if so it is noted at this place.
    fn note(&mut self, item: Item, place: usize) -> bool {
        let new = !self.places.contains_key(&item);
        if new {
            self.places.insert(item, place as u16);
        }
        new
    }

    /// Entities.
    pub fn entities(&self) -> &[EntityId] {
        &self.entities
    }

    /// Links.
    pub fn links(&self) -> &[LinkId] {
        &self.links
    }

    /// Stances.
    pub fn stances(&self) -> &[StanceId] {
        &self.stances
    }

    /// Milestones.
    pub fn milestones(&self) -> &[MilestoneId] {
        &self.milestones
    }

    /// Sources, in the order of their footnote numbers.
    pub fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    /// The source with this footnote number.
    pub fn footnote(&self, number: u16) -> Option<SourceId> {
        self.sources.get(usize::from(number).checked_sub(1)?).copied()
    }
}
