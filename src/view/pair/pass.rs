//! What of all that lies between two sides passes the filters, and is not passed over.

use super::gather::Tie;
use crate::graph::bars::Bar;
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, LinkId, StanceId};
use crate::search::{Filter, Key, Query};
use crate::view::sieve::Sieve;
use crate::view::{Lens, words};

/// Lets ties, stances and flights through.
pub(super) struct Pass<'a> {
    seen: Seen<'a>,
    query: &'a Query,
    sieve: Sieve<'a>,
    /// The filters that what is shared must pass: of its phase the tie is asked.
    shared: Query,
    /// What is left out by name.
    without: &'a [EntityId],
    /// That with its parts, to which flights went.
    flown: Vec<EntityId>,
    /// The filters that keep out by the ends of a tie: every link must pass them.
    ends: Query,
    /// The filters by grounds: one link must pass them.
    grounds: Query,
    /// The filters by date and grounds, which a flight passes by itself.
    own: Query,
    /// What a flight must have: the person or what it was on.
    wanted: Query,
    /// What neither of the two may have.
    barred: Query,
    /// What the thing flown on may not have.
    things: Query,
}

impl<'a> Pass<'a> {
    pub(super) fn new(seen: Seen<'a>, lens: &'a Lens) -> Self {
        let only = |wanted: fn(Key, bool) -> bool| {
            let wanted = |filter: &&Filter| wanted(filter.test.key(), filter.exclude);
            let filters = lens.query.filters.iter().filter(wanted).cloned().collect();
            Query { words: String::new(), filters }
        };
        Self {
            seen,
            query: &lens.query,
            sieve: Sieve::new(seen, &lens.query),
            shared: lens.query.beside(Key::Phase),
            without: &lens.without,
            flown: lens.without.iter().flat_map(|&id| seen.graph().realm(id)).collect(),
            ends: only(|key, exclude| exclude && is_end(key)),
            grounds: only(|key, _| key == Key::Confidence),
            own: only(|key, _| is_own(key)),
            wanted: only(|key, exclude| !exclude && !is_own(key)),
            barred: only(|key, exclude| exclude && !is_own(key) && !is_end(key)),
            things: only(|key, exclude| exclude && !is_own(key)),
        }
    }

    /// A tie: by the thing that is shared and by its links; one of the two themselves by itself.
    pub(super) fn tie(&self, tie: &Tie) -> bool {
        let links = &tie.shared.links;
        let judged = match tie.shared.via {
            Some(via) => {
                !self.without.contains(&via)
                    && self.query.admits_phase(tie.shared.phase)
                    && self.shared.admits_entity(self.seen, via)
                    && self.links(links)
                    && links.iter().any(|&link| self.grounds.admits_link(self.seen, link))
            }
            None => links.iter().any(|&link| self.sieve.admits(ClaimId::Link(link))),
        };
        judged && self.words(tie.shared.via.as_slice(), links)
    }

    /// A stance: by itself and by its holder.
    pub(super) fn stance(&self, id: StanceId) -> bool {
        let gist = || self.seen.graph().stance(id).record.gist.to_string();
        self.sieve.admits(ClaimId::Stance(id)) && words::found(self.query, gist)
    }

    /// A flight of a person, with the link of the other side to what it was on.
    pub(super) fn flight(&self, person: EntityId, flight: LinkId, host: LinkId) -> bool {
        let seen = self.seen;
        let on = seen.graph().link(flight).to;
        !self.flown.contains(&on)
            && self.links(&[flight, host])
            && self.own.admits_link(seen, flight)
            && (self.wanted.admits_entity(seen, person) || self.wanted.admits_entity(seen, on))
            && self.barred.admits_entity(seen, person)
            && self.things.admits_entity(seen, on)
            && self.words(&[person, on], &[flight])
    }

    /// A rule that bars one from the other: by one of its ties.
    pub(super) fn bar(&self, bar: &Bar) -> bool {
        !self.without.contains(&bar.by)
            && bar.links.iter().any(|&link| self.sieve.admits(ClaimId::Link(link)))
            && self.words(&[bar.by], &bar.links)
    }

    fn links(&self, links: &[LinkId]) -> bool {
        links.iter().all(|&link| self.ends.admits_link(self.seen, link))
    }

    /// Whether the words of the query are found in names and roles.
    fn words(&self, named: &[EntityId], links: &[LinkId]) -> bool {
        let graph = self.seen.graph();
        words::found(self.query, || {
            let names = named.iter().flat_map(|&id| graph.entity(id).all_names());
            let roles = links.iter().filter_map(|&link| graph.link(link).role());
            names.chain(roles).collect::<Vec<_>>().join(" ")
        })
    }
}

const fn is_end(key: Key) -> bool {
    matches!(key, Key::With | Key::By)
}

const fn is_own(key: Key) -> bool {
    matches!(key, Key::From | Key::To | Key::Phase | Key::Confidence)
}
