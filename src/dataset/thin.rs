//! Claims that rest on little: nothing is wrong with them, but they are where to look for more.

use std::collections::{HashMap, HashSet};

use super::claim::Claim;
use super::{Dataset, Place};
use crate::model::date::{Date, Day};
use crate::model::source::SourceRecord;

crate::vocabulary! {
    /// Why a claim rests on little.
    pub enum Thin {
        /// rest on a single source
        Single = "single",
        /// rest on weak sources only
        Weak = "weak",
        /// go on or are planned, by sources of which the newest is more than three years old
        Stale = "stale",
    }
}

/// Years after which what a source says of the present wants looking at again.
const FRESH: i16 = 3;

/// What every claim rests on.
pub struct Support<'d> {
    dataset: &'d Dataset,
    sources: HashMap<&'d str, &'d SourceRecord>,
    as_of: Option<Day>,
}

impl<'d> Support<'d> {
    /// Looks at the sources of a dataset.
    pub fn new(dataset: &'d Dataset) -> Self {
        let sources = dataset.sources.iter().map(|source| (&*source.record.id, &source.record)).collect();
        let as_of = dataset.manifest.as_of.parse::<Date>().ok().and_then(Date::last);
        Self { dataset, sources, as_of }
    }

    /// How many claims there are.
    pub fn claims(&self) -> usize {
        self.dataset.claims().count()
    }

    /// The claims that rest on little for this reason: where each stands and what it is.
    pub fn thin(&self, reason: Thin) -> impl Iterator<Item = (Place, String)> {
        let claims = self.dataset.claims().filter(move |claim| match reason {
            Thin::Single => cited(claim).len() == 1,
            Thin::Weak => self.is_weak(claim),
            Thin::Stale => self.is_stale(claim).unwrap_or(false),
        });
        claims.map(|claim| (self.dataset.files.locate(claim.word, claim.around), claim.subject()))
    }

    fn records(&self, claim: &Claim<'d>) -> impl Iterator<Item = &'d SourceRecord> {
        claim.sources.iter().filter_map(|citation| self.sources.get(&*citation.source).copied())
    }

    fn is_weak(&self, claim: &Claim<'d>) -> bool {
        !claim.sources.is_empty() && self.records(claim).all(|source| source.weak.is_some())
    }

    /// Whether a claim is about the present or the future and its newest source is old; `None` where a
    /// source has no date, so that nobody knows.
    fn is_stale(&self, claim: &Claim<'d>) -> Option<bool> {
        let as_of = self.as_of?;
        let until = claim.dates.map(|dates| dates.parse::<Date>().map(Date::last));
        let lasts = match until {
            Some(Ok(last)) => last.is_none_or(|last| last > as_of),
            _ => claim.planned,
        };
        if !lasts {
            return Some(false);
        }
        let published = |source: &SourceRecord| source.published.as_ref()?.parse::<Date>().ok()?.last();
        let dates: Option<Vec<Day>> = self.records(claim).map(published).collect();
        let newest = dates?.into_iter().max()?;
        let (year, month, day) = as_of.parts();
        Some(newest < Day::new(year - FRESH, month, day).or(Day::new(year - FRESH, month, 28))?)
    }
}

/// The sources that a claim cites, each once.
fn cited<'d>(claim: &Claim<'d>) -> HashSet<&'d str> {
    claim.sources.iter().map(|citation| &*citation.source).collect()
}
