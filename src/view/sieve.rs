//! Which claims pass a lens: in sight at its dates, and through its filters.

use crate::graph::ClaimId;
use crate::graph::era::Seen;
use crate::search::{Query, Sort};

/// Lets claims of every sort through.
pub struct Sieve<'a> {
    seen: Seen<'a>,
    query: &'a Query,
    /// The filters that say nothing about links: one end of a link must pass them.
    ends: Query,
    /// The filters that say nothing about stances: the holder must pass them.
    holder: Query,
}

impl<'a> Sieve<'a> {
    /// A sieve of the filters of a query; its words are not asked.
    pub fn new(seen: Seen<'a>, query: &'a Query) -> Self {
        Self { seen, query, ends: query.silent(Sort::Link), holder: query.silent(Sort::Stance) }
    }

    /// Whether a claim is in sight and passes.
    pub fn admits(&self, claim: ClaimId) -> bool {
        let (seen, query) = (self.seen, self.query);
        let graph = seen.graph();
        match claim {
            ClaimId::Entity(id) => seen.shows(id) && query.admits_entity(seen, id),
            ClaimId::Dispute(id, _) => {
                seen.shows(id) && query.admits_entity(seen, id) && seen.knows(graph.claim(claim))
            }
            ClaimId::Link(id) => {
                let link = graph.link(id);
                seen.shows_link(id)
                    && query.admits_link(seen, id)
                    && [link.from, link.to].iter().any(|&end| self.ends.admits_entity(seen, end))
            }
            ClaimId::Stance(id) => {
                seen.shows_stance(id)
                    && query.admits_stance(seen, id)
                    && self.holder.admits_entity(seen, graph.stance(id).holder)
            }
            ClaimId::Milestone(id) => seen.shows_milestone(id) && query.admits_milestone(seen, id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Era;
    use crate::view::sample::atlas;

    #[test]
    fn ties_and_stances_pass_by_those_whom_they_name() {
        let atlas = atlas();
        let passing = |text: &str| {
            let query = Query::parse(text, &atlas.graph, atlas.index()).unwrap();
            let sieve = Sieve::new(atlas.graph.at(Era::default()), &query);
            let claims: Vec<ClaimId> = atlas.graph.claims().filter(|&claim| sieve.admits(claim)).collect();
            let count = |wanted: fn(&ClaimId) -> bool| claims.iter().filter(|claim| wanted(claim)).count();
            (
                count(|claim| matches!(claim, ClaimId::Entity(_))),
                count(|claim| matches!(claim, ClaimId::Link(_))),
                count(|claim| matches!(claim, ClaimId::Stance(_))),
            )
        };
        assert_eq!(passing(""), (7, 5, 4));
        assert_eq!(passing("kind:person"), (1, 1, 1));
        assert_eq!(passing("kind:company"), (0, 0, 0));
        assert_eq!(passing("with:nasa"), (2, 2, 0));
    }
}
