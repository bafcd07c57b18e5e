//! What a figure is made of: the entities, claims and sources behind it, in the order of its footnotes.

use crate::graph::{ClaimId, EntityId, Graph, LinkId, MilestoneId, SourceId, StanceId};

/// The matter of a figure. Every list is free of repetition and in the order in which things were added.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    entities: Numbered<EntityId>,
    links: Numbered<LinkId>,
    stances: Numbered<StanceId>,
    milestones: Numbered<MilestoneId>,
    sources: Numbered<SourceId>,
}

/// A list without repetition in which everything has a number, from 1.
#[derive(Clone, Debug)]
struct Numbered<T> {
    list: Vec<T>,
    /// By the place of a thing in the graph, its number; 0 for what is not in the list.
    numbers: Vec<u32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { list: Vec::new(), numbers: Vec::new() }
    }
}

impl<T> Numbered<T> {
    /// The number of a thing; it is added if it is new.
    fn number(&mut self, thing: T, place: usize) -> u32 {
        if self.numbers.len() <= place {
            self.numbers.resize(place + 1, 0);
        }
        if self.numbers[place] == 0 {
            self.list.push(thing);
            self.numbers[place] = self.list.len() as u32;
        }
        self.numbers[place]
    }
}

impl Extract {
    /// Adds an entity.
    pub fn entity(&mut self, id: EntityId) {
        self.entities.number(id, id.index());
    }

    /// Adds a link with both its ends.
    pub fn link(&mut self, graph: &Graph, id: LinkId) {
        let link = graph.link(id);
        self.entity(link.from);
        self.entity(link.to);
        self.links.number(id, id.index());
    }

    /// Adds a stance with everybody it names.
    pub fn stance(&mut self, graph: &Graph, id: StanceId) {
        let stance = graph.stance(id);
        let named = [Some(stance.holder), stance.body, Some(stance.about), stance.toward];
        named.into_iter().flatten().for_each(|entity| self.entity(entity));
        self.stances.number(id, id.index());
    }

    /// Adds a milestone with its entity.
    pub fn milestone(&mut self, graph: &Graph, id: MilestoneId) {
        self.entity(graph.milestone(id).entity);
        self.milestones.number(id, id.index());
    }

    /// Adds a source and gives its footnote number, from 1.
    pub fn source(&mut self, id: SourceId) -> u32 {
        self.sources.number(id, id.index())
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
    pub fn cite(&mut self, graph: &Graph, claim: ClaimId) -> Vec<u32> {
        self.claim(graph, claim);
        let mut numbers: Vec<u32> = graph.claim(claim).sources().map(|source| self.source(source)).collect();
        numbers.dedup();
        numbers
    }

    /// Adds several claims with all their sources, and gives the footnote numbers in their order, each once.
    pub fn cite_all(&mut self, graph: &Graph, claims: impl IntoIterator<Item = ClaimId>) -> Vec<u32> {
        let mut numbers = Vec::new();
        for claim in claims {
            self.claim(graph, claim);
            numbers.extend(graph.claim(claim).sources().map(|source| self.source(source)));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Entities.
    pub fn entities(&self) -> &[EntityId] {
        &self.entities.list
    }

    /// Links.
    pub fn links(&self) -> &[LinkId] {
        &self.links.list
    }

    /// Stances.
    pub fn stances(&self) -> &[StanceId] {
        &self.stances.list
    }

    /// Milestones.
    pub fn milestones(&self) -> &[MilestoneId] {
        &self.milestones.list
    }

    /// Sources, in the order of their footnote numbers.
    pub fn sources(&self) -> &[SourceId] {
        &self.sources.list
    }

    /// The footnote number of a source, if it has one.
    pub fn number_of(&self, id: SourceId) -> Option<u32> {
        self.sources.numbers.get(id.index()).copied().filter(|&number| number > 0)
    }

    /// The source with this footnote number.
    pub fn footnote(&self, number: u32) -> Option<SourceId> {
        self.sources.list.get((number as usize).checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Input, read};

    #[test]
    fn footnotes_are_numbered_as_they_come_and_each_stands_once() {
        let graph = Graph::build(read(&Input::folder("tests/fixtures/tiny")).0);
        let mut extract = Extract::default();
        let claims = || graph.link_ids().map(ClaimId::Link);
        let numbers = extract.cite_all(&graph, claims());
        assert_eq!(numbers, (1..=extract.sources().len() as u32).collect::<Vec<_>>());
        assert_eq!(extract.cite_all(&graph, claims()), numbers);
        assert_eq!(extract.links().len(), graph.link_ids().len());
        assert!(numbers.iter().all(|&number| extract.footnote(number).is_some()));
        assert_eq!((extract.footnote(0), extract.footnote(u32::MAX)), (None, None));
    }

    #[test]
    fn there_is_no_end_to_the_numbers() {
        let mut many = Numbered::default();
        assert_eq!((0..70_000).map(|place| many.number(place, place)).max(), Some(70_000));
        assert_eq!(many.number(69_999, 69_999), 70_000);
    }
}
