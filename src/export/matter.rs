//! What a figure is made of, complete: the extract, and every source that anything in it rests on.

use super::{Sheet, Stamp};
use crate::figure::Extract;
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Era, Graph, SourceId};
use crate::model::date::Moment;

/// An extract with its sources numbered, seen from the dates of the view.
pub(super) struct Matter<'a> {
    pub(super) graph: &'a Graph,
    pub(super) seen: Seen<'a>,
    pub(super) extract: &'a Extract,
    /// The footnotes of the figure, then what else its entities and claims rest on.
    sources: Vec<SourceId>,
    /// Number of each source of the graph, from 1; 0 for those that are not in the list.
    numbers: Vec<u32>,
}

impl<'a> Matter<'a> {
    /// The matter of the figure of a sheet.
    pub(super) fn new(sheet: &Sheet<'a>) -> Self {
        let graph = sheet.graph;
        let extract = &sheet.figure.extract;
        let mut matter = Self {
            graph,
            seen: graph.at(era(sheet.stamp)),
            extract,
            sources: Vec::new(),
            numbers: vec![0; graph.census().sources],
        };
        extract.sources().iter().for_each(|&source| matter.add(source));
        for claim in matter.claims().collect::<Vec<_>>() {
            matter.add_all(claim);
        }
        matter
    }

    /// Everything in the extract that rests on sources.
    pub(super) fn claims(&self) -> impl Iterator<Item = ClaimId> + use<'a> {
        let graph = self.graph;
        let disputes = move |id: EntityId| {
            (0..graph.entity(id).disputes.len() as u16).map(move |number| ClaimId::Dispute(id, number))
        };
        let extract = self.extract;
        let entities = extract.entities().iter();
        entities
            .flat_map(move |&id| std::iter::once(ClaimId::Entity(id)).chain(disputes(id)))
            .chain(extract.links().iter().map(|&id| ClaimId::Link(id)))
            .chain(extract.stances().iter().map(|&id| ClaimId::Stance(id)))
            .chain(extract.milestones().iter().map(|&id| ClaimId::Milestone(id)))
    }

    /// Adds the sources of a claim that is not in the extract itself.
    pub(super) fn add_all(&mut self, claim: ClaimId) {
        let graph = self.graph;
        graph.claim(claim).sources().for_each(|source| self.add(source));
    }

    fn add(&mut self, source: SourceId) {
        if self.numbers[source.index()] == 0 {
            self.sources.push(source);
            self.numbers[source.index()] = self.sources.len() as u32;
        }
    }

    /// All sources, in the order of their numbers.
    pub(super) fn sources(&self) -> &[SourceId] {
        &self.sources
    }

    /// The sources to name for the figure: its footnotes, or, where it has none, all.
    pub(super) fn bibliography(&self) -> &[SourceId] {
        let footnotes = self.extract.sources();
        if footnotes.is_empty() { &self.sources } else { footnotes }
    }

    /// The number of a source, from 1; the footnotes of the figure have the same numbers.
    pub(super) fn number(&self, source: SourceId) -> u32 {
        self.numbers[source.index()]
    }

    /// The footnotes of a claim, as the figure numbers them.
    pub(super) fn cites(&self, claim: ClaimId) -> Vec<u32> {
        let last = self.extract.sources().len();
        let mut numbers = Vec::new();
        for source in self.graph.claim(claim).sources() {
            let number = self.number(source);
            if number as usize <= last && !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// The identifiers of the sources of a claim, each once.
    pub(super) fn source_ids(&self, claim: ClaimId) -> Vec<&'a str> {
        let mut ids = Vec::new();
        for source in self.graph.claim(claim).sources() {
            let id = self.graph.source(source).id();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The identifiers of the sources with these footnote numbers.
    pub(super) fn footnotes(&self, numbers: &[u32]) -> Vec<&'a str> {
        let known = numbers.iter().filter_map(|&number| self.extract.footnote(number));
        known.map(|source| self.graph.source(source).id()).collect()
    }
}

/// The two dates of the view, as the lens understands them: a year means its last day.
fn era(stamp: &Stamp) -> Era {
    let day = |text: &Option<String>| {
        text.as_deref().and_then(|text| text.parse::<Moment>().ok()).map(Moment::last)
    };
    Era { at: day(&stamp.at), known_by: day(&stamp.known_by) }
}
