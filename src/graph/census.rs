//! How much there is.

use super::Graph;
use super::id::ClaimId;

/// The sizes of a graph, for title lines and reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Census {
    /// Entities.
    pub entities: usize,
    /// Links.
    pub links: usize,
    /// Stances.
    pub stances: usize,
    /// Milestones.
    pub milestones: usize,
    /// Sources.
    pub sources: usize,
}

impl Graph {
    /// The sizes.
    pub fn census(&self) -> Census {
        Census {
            entities: self.entities.len(),
            links: self.links.len(),
            stances: self.stances.len(),
            milestones: self.milestones.len(),
            sources: self.sources.len(),
        }
    }

    /// Every claim.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        let disputes = self.entity_ids().flat_map(|id| {
            (0..self.entity(id).disputes.len() as u16).map(move |number| ClaimId::Dispute(id, number))
        });
        self.entity_ids()
            .map(ClaimId::Entity)
            .chain(self.link_ids().map(ClaimId::Link))
            .chain(self.stance_ids().map(ClaimId::Stance))
            .chain(self.milestone_ids().map(ClaimId::Milestone))
            .chain(disputes)
    }
}
