//! The knowledge: a dated multigraph of entities, links, stances, milestones and sources, read-only
//! once it is built.
//!
//! Everything is named by a small number and handed out as a reference; nothing is copied to look at
//! it. Links lie in compressed sparse rows, both directions side by side, so that the neighbours of an
//! entity are one slice, sorted by relation. The graph knows nothing of search, screens or files.

pub mod arc;
pub mod bars;
pub mod blocs;
pub mod build;
pub mod census;
pub mod claim;
pub mod cluster;
pub mod concern;
pub mod conflict;
pub mod ego;
pub mod entity;
pub mod era;
pub mod ground;
mod home;
pub mod id;
pub mod link;
pub mod louvain;
pub mod office;
pub mod paths;
pub mod place;
pub mod promise;
pub mod release;
pub mod sets;
pub mod stance;
pub mod ties;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::dataset::Manifest;
use crate::model::date::Day;

pub use arc::Arc;
pub use claim::{Cite, Claim};
use conflict::Conflict;
pub use entity::Entity;
pub use era::{Era, Phase};
pub use id::{ClaimId, EntityId, LinkId, MilestoneId, SourceId, StanceId};
pub use link::Link;
use place::Place;
pub use stance::{Milestone, Source, Stance};
pub use ties::{Partner, Shared, Way};

/// Rows of varying length in one array.
#[derive(Debug)]
struct Rows<T> {
    /// Where each row starts; one more than there are rows.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), items: Vec::new() }
    }
}

impl<T> Rows<T> {
    fn new(rows: Vec<Vec<T>>) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut items = Vec::with_capacity(rows.iter().map(Vec::len).sum());
        for row in rows {
            starts.push(items.len() as u32);
            items.extend(row);
        }
        starts.push(items.len() as u32);
        Self { starts, items }
    }

    fn row(&self, number: usize) -> &[T] {
        match self.starts.get(number..number + 2) {
            Some(&[start, end]) => &self.items[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// The graph.
#[derive(Debug, Default)]
pub struct Graph {
    manifest: Manifest,
    as_of: Option<Day>,
    entities: Vec<Entity>,
    links: Vec<Link>,
    stances: Vec<Stance>,
    milestones: Vec<Milestone>,
    sources: Vec<Source>,
    names: HashMap<Box<str>, EntityId>,
    arcs: Rows<Arc>,
    milestones_of: Rows<MilestoneId>,
    stances_by: Rows<StanceId>,
    stances_about: Rows<StanceId>,
    stances_toward: Rows<StanceId>,
    claims_on: Rows<ClaimId>,
    on_topic: Rows<EntityId>,
    conflicts: OnceLock<Vec<Conflict>>,
    places: OnceLock<Vec<Option<Place>>>,
}

impl Graph {
    /// What the dataset says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The day up to which facts were looked for.
    pub fn as_of(&self) -> Option<Day> {
        self.as_of
    }

    /// The entity with this identifier.
    pub fn find(&self, id: &str) -> Option<EntityId> {
        self.names.get(id).copied()
    }

    /// The source with this identifier.
    pub fn find_source(&self, id: &str) -> Option<SourceId> {
        self.source_ids().find(|&source| self.source(source).id() == id)
    }

    /// An entity.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// A link.
    pub fn link(&self, id: LinkId) -> &Link {
        &self.links[id.index()]
    }

    /// A stance.
    pub fn stance(&self, id: StanceId) -> &Stance {
        &self.stances[id.index()]
    }

    /// A milestone.
    pub fn milestone(&self, id: MilestoneId) -> &Milestone {
        &self.milestones[id.index()]
    }

    /// A source.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.index()]
    }

    /// All entities.
    pub fn entity_ids(&self) -> impl ExactSizeIterator<Item = EntityId> + use<> {
        (0..self.entities.len() as u32).map(EntityId)
    }

    /// All links.
    pub fn link_ids(&self) -> impl ExactSizeIterator<Item = LinkId> + use<> {
        (0..self.links.len() as u32).map(LinkId)
    }

    /// All stances, by date.
    pub fn stance_ids(&self) -> impl ExactSizeIterator<Item = StanceId> + use<> {
        (0..self.stances.len() as u32).map(StanceId)
    }

    /// All milestones.
    pub fn milestone_ids(&self) -> impl ExactSizeIterator<Item = MilestoneId> + use<> {
        (0..self.milestones.len() as u32).map(MilestoneId)
    }

    /// All sources.
    pub fn source_ids(&self) -> impl ExactSizeIterator<Item = SourceId> + use<> {
        (0..self.sources.len() as u32).map(SourceId)
    }

    /// The links at an entity, in both directions, sorted by relation, direction and date.
    pub fn arcs(&self, entity: EntityId) -> &[Arc] {
        self.arcs.row(entity.index())
    }

    /// How many links an entity has.
    pub fn degree(&self, entity: EntityId) -> usize {
        self.arcs(entity).len()
    }

    /// The entities that touch a topic.
    pub fn on_topic(&self, topic: EntityId) -> &[EntityId] {
        self.on_topic.row(topic.index())
    }

    /// The milestones of an entity, by date.
    pub fn milestones(&self, entity: EntityId) -> &[MilestoneId] {
        self.milestones_of.row(entity.index())
    }

    /// The stances that an entity holds or that were spoken for it, by date.
    pub fn stances_by(&self, entity: EntityId) -> &[StanceId] {
        self.stances_by.row(entity.index())
    }

    /// The stances about an entity or about a topic or agreement that is part of it, by date.
    pub fn stances_about(&self, entity: EntityId) -> &[StanceId] {
        self.stances_about.row(entity.index())
    }

    /// The stances toward an entity, by date.
    pub fn stances_toward(&self, entity: EntityId) -> &[StanceId] {
        self.stances_toward.row(entity.index())
    }

    /// Everything that rests on a source.
    pub fn claims_on(&self, source: SourceId) -> &[ClaimId] {
        self.claims_on.row(source.index())
    }

    /// The claim behind a number: its citations, confidence and rank.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        match id {
            ClaimId::Entity(id) => &self.entity(id).claim,
            ClaimId::Link(id) => &self.link(id).claim,
            ClaimId::Stance(id) => &self.stance(id).claim,
            ClaimId::Milestone(id) => &self.milestone(id).claim,
            ClaimId::Dispute(id, number) => &self.entity(id).disputes[number as usize],
        }
    }
}
