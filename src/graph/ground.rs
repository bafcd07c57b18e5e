//! How good the grounds of a claim are, and how old.

use super::Graph;
use super::id::{ClaimId, SourceId};
use crate::model::date::{Date, Day};
use crate::model::source::{SourceRecord, SourceType};

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
        let mut records = self.claim(claim).sources().map(|id| &self.source(id).record);
        let poor = |record: &SourceRecord| record.weak.is_some() || record.kind == SourceType::Encyclopedia;
        let told = |record: &SourceRecord| poor(record) || record.kind == SourceType::Press;
        if records.clone().all(poor) {
            Ground::Weak
        } else if self.rests_on_one(claim) {
            Ground::Single
        } else if records.all(told) {
            Ground::Secondary
        } else {
            Ground::Firm
        }
    }

    /// Whether a claim rests on one source, however often it is cited.
    pub fn rests_on_one(&self, claim: ClaimId) -> bool {
        let mut sources = self.claim(claim).sources();
        sources.next().is_some_and(|first| sources.all(|other| other == first))
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
