//! How good the grounds of a claim are, and how old.

use super::Graph;
use super::id::{ClaimId, SourceId};
use crate::model::date::{Date, Day};
use crate::model::source::SourceType;

/// How good the grounds of a claim are, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// On weak sources and encyclopedias only.
    Weak,
    /// On one source that is not weak.
    Single,
    /// On several, none of them by those who were there: press and encyclopedias.
    Secondary,
    /// On several, one of them an official text, a treaty, a paper or a dataset.
    Firm,
}

impl Graph {
    /// How good the grounds of a claim are.
    pub fn ground(&self, claim: ClaimId) -> Ground {
        let sources = self.distinct_sources(claim);
        let poor = |id: &SourceId| {
            let record = &self.source(*id).record;
            record.weak.is_some() || record.kind == SourceType::Encyclopedia
        };
        if sources.iter().all(poor) {
            return Ground::Weak;
        }
        if sources.len() == 1 {
            return Ground::Single;
        }
        let told = |id: &SourceId| poor(id) || self.source(*id).record.kind == SourceType::Press;
        if sources.iter().all(told) { Ground::Secondary } else { Ground::Firm }
    }

    /// The sources of a claim, each once.
    pub fn distinct_sources(&self, claim: ClaimId) -> Vec<SourceId> {
        let mut sources: Vec<SourceId> = Vec::new();
        for source in self.claim(claim).sources() {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// The last day on which its newest source can have come out; `None` if none is dated.
    pub fn newest(&self, claim: ClaimId) -> Option<Day> {
        self.claim(claim).sources().filter_map(|id| self.source(id).published.and_then(Date::last)).max()
    }
}
