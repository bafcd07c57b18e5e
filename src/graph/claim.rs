//! What a claim rests on.

use super::id::SourceId;
use crate::model::date::Day;
use crate::model::standing::{Confidence, Rank};

/// A citation with its source found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// The source.
    pub source: SourceId,
    /// Where in it.
    pub at: Option<Box<str>>,
    /// Its words, verbatim.
    pub quote: Option<Box<str>>,
}

/// The grounds of a claim.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it rests on, in the order of the record.
    pub cites: Vec<Cite>,
    /// How sure we are.
    pub confidence: Confidence,
    /// Standing among claims that disagree.
    pub rank: Rank,
    /// Why it has that rank.
    pub because: Option<Box<str>>,
    /// First day on which one of its sources was out; `None` if no source is dated.
    pub known: Option<Day>,
}

impl Claim {
    /// The sources, without the places in them.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> + Clone {
        self.cites.iter().map(|cite| cite.source)
    }
}
