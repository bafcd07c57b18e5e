//! How much there is.

use std::collections::BTreeMap;

use super::Graph;
use super::era::Seen;
use super::ground::Ground;
use super::id::{ClaimId, EntityId, SourceId};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::relation::Relation;
use crate::model::source::SourceType;
use crate::model::standing::{Confidence, Rung};

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

/// How often each value is found, the commonest first.
pub type Tally<T> = Vec<(T, usize)>;

fn tally<T: Ord>(values: impl Iterator<Item = T>) -> Tally<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut tally: Tally<T> = counts.into_iter().collect();
    tally.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    tally
}

/// What some claims are about and rest on, counted.
#[derive(Clone, Debug, Default)]
pub struct Inventory {
    /// The claims that were counted.
    pub claims: Vec<ClaimId>,
    /// Entities by kind.
    pub kinds: Tally<Kind>,
    /// Entities by the state they belong to.
    pub states: Tally<EntityId>,
    /// Links by relation.
    pub relations: Tally<Relation>,
    /// Links by how far they go.
    pub rungs: Tally<Rung>,
    /// Stances by position.
    pub positions: Tally<Position>,
    /// Decades, the earliest first, with how many links, stances and milestones begin or happen in them.
    pub decades: Vec<(i16, [usize; 3])>,
    /// Links, stances and milestones without a date.
    pub undated: usize,
    /// Sources on which some of the claims rest, by type.
    pub types: Tally<SourceType>,
    /// The same by language.
    pub languages: Tally<Box<str>>,
    /// Those of them that are weak.
    pub weak: usize,
    /// All of them.
    pub sources: usize,
    /// Claims by confidence.
    pub confidences: Tally<Confidence>,
    /// Claims by the quality of their grounds.
    pub grounds: Tally<Ground>,
    /// Claims that rest on one source, weak or not.
    pub single: usize,
}

impl Seen<'_> {
    /// Counts some claims.
    pub fn inventory(self, claims: Vec<ClaimId>) -> Inventory {
        let graph = self.graph();
        let entities = || {
            claims.iter().filter_map(|claim| if let ClaimId::Entity(id) = claim { Some(*id) } else { None })
        };
        let links = || {
            claims
                .iter()
                .filter_map(|claim| if let ClaimId::Link(id) = claim { Some(graph.link(*id)) } else { None })
        };
        let positions = claims.iter().filter_map(|claim| {
            if let ClaimId::Stance(id) = claim { Some(graph.stance(*id).record.position) } else { None }
        });
        let (decades, undated) = decades(graph, &claims);
        let mut sources: Vec<SourceId> =
            claims.iter().flat_map(|&claim| graph.claim(claim).sources()).collect();
        sources.sort_unstable();
        sources.dedup();
        let records = || sources.iter().map(|&id| &graph.source(id).record);
        Inventory {
            kinds: tally(entities().map(|id| graph.entity(id).kind)),
            states: tally(entities().filter_map(|id| graph.entity(id).country)),
            relations: tally(links().map(|link| link.relation)),
            rungs: tally(links().filter_map(|link| link.rung)),
            positions: tally(positions),
            decades,
            undated,
            types: tally(records().map(|record| record.kind)),
            languages: tally(records().filter_map(|record| record.lang.as_ref()).map(|lang| (**lang).into())),
            weak: records().filter(|record| record.weak.is_some()).count(),
            sources: sources.len(),
            confidences: tally(claims.iter().map(|&claim| graph.claim(claim).confidence)),
            grounds: tally(claims.iter().map(|&claim| graph.ground(claim))),
            single: claims.iter().filter(|&&claim| graph.rests_on_one(claim)).count(),
            claims,
        }
    }
}

/// The decades of links, stances and milestones, and how many have no date.
fn decades(graph: &Graph, claims: &[ClaimId]) -> (Vec<(i16, [usize; 3])>, usize) {
    let mut decades: BTreeMap<i16, [usize; 3]> = BTreeMap::new();
    let mut undated = 0;
    for &claim in claims {
        let (place, date) = match claim {
            ClaimId::Link(id) => {
                let link = graph.link(id);
                (0, link.during.or_else(|| link.seen.first().copied()))
            }
            ClaimId::Stance(id) => (1, Some(graph.stance(id).on)),
            ClaimId::Milestone(id) => (2, Some(graph.milestone(id).on)),
            ClaimId::Entity(_) | ClaimId::Dispute(..) => continue,
        };
        match date.and_then(|date| date.start().or_else(|| Date::end(date))) {
            Some(moment) => {
                let year = moment.year();
                decades.entry(year - year.rem_euclid(10)).or_default()[place] += 1;
            }
            None => undated += 1,
        }
    }
    (decades.into_iter().collect(), undated)
}

#[cfg(test)]
mod tests {
    use super::tally;

    #[test]
    fn the_commonest_comes_first_and_order_settles_ties() {
        assert_eq!(tally(["b", "c", "b", "a"].into_iter()), [("b", 2), ("a", 1), ("c", 1)]);
        assert!(tally(std::iter::empty::<u8>()).is_empty());
    }
}
