//! Who is around an entity: rings of neighbours, the nearest and best tied first.

use std::collections::HashMap;

use super::era::Seen;
use super::id::{EntityId, LinkId};
use crate::model::relation::Relation;

/// A node of an ego network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The entity.
    pub entity: EntityId,
    /// Steps from the focus.
    pub ring: u8,
    /// The member of the ring inside through which it is reached; the focus for itself.
    pub parent: usize,
    /// Links to its parent.
    pub weight: u32,
}

/// The neighbourhood of an entity.
#[derive(Clone, Debug, Default)]
pub struct Ego {
    /// The focus first, then ring by ring, the best tied first.
    pub members: Vec<Member>,
    /// Links between members.
    pub links: Vec<LinkId>,
    /// How many more entities the first ring has.
    pub left_out: usize,
    /// How many more entities the rings outside the first have.
    pub beyond: usize,
    /// How many neighbours the focus has in sight, whether they are kept or not.
    pub neighbours: usize,
}

/// No network has more rings, however much is expanded.
const LAST_RING: u8 = 9;

/// What an ego network may hold.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// How many steps to go.
    pub depth: u8,
    /// How many members to take at most, the focus included.
    pub limit: usize,
    /// Entities around which one step more is gone.
    pub expanded: &'a [EntityId],
    /// Entities through which nothing is reached.
    pub collapsed: &'a [EntityId],
}

/// Whether a link says something about cooperation, not about addresses.
fn counts(relation: Relation) -> bool {
    relation != Relation::LocatedIn
}

impl Ego {
    /// The neighbourhood as seen at a date.
    ///
    /// Neighbours are taken by number of links to what is already there, then by rung, then by their own
    /// links, then by id; so the same question has the same answer, and one neighbour more or less leaves
    /// the others where they are.
    pub fn around(seen: Seen<'_>, focus: EntityId, bounds: Bounds<'_>) -> Self {
        Self::among(seen, focus, bounds, &|_| true)
    }

    /// The same with only those entities that are worth keeping; nothing is reached through the others.
    pub fn among(
        seen: Seen<'_>,
        focus: EntityId,
        bounds: Bounds<'_>,
        keep: &dyn Fn(EntityId) -> bool,
    ) -> Self {
        let mut ego = Self::default();
        ego.members.push(Member { entity: focus, ring: 0, parent: 0, weight: 0 });
        let mut place = HashMap::from([(focus, 0)]);
        let mut inner = 0..1;
        for ring in 1..=LAST_RING {
            let onward = |entity: &EntityId| ring <= bounds.depth || bounds.expanded.contains(entity);
            let parents: Vec<usize> = inner
                .clone()
                .filter(|&member| {
                    let entity = &ego.members[member].entity;
                    onward(entity) && !bounds.collapsed.contains(entity)
                })
                .collect();
            let mut found = ego.candidates(seen, &parents, &place);
            if ring == 1 {
                ego.neighbours = found.len();
            }
            found.retain(|member| keep(member.entity));
            // A ring leaves room for those outside it.
            let kept = if ring < bounds.depth { bounds.limit / 3 } else { 0 };
            let room = bounds.limit.saturating_sub(ego.members.len() + kept);
            let left = found.len().saturating_sub(room);
            if ring == 1 {
                ego.left_out = left;
            } else {
                ego.beyond += left;
            }
            let start = ego.members.len();
            for member in found.into_iter().take(room) {
                place.insert(member.entity, ego.members.len());
                ego.members.push(Member { ring, ..member });
            }
            inner = start..ego.members.len();
        }
        ego.links = ego.connect(seen, &place);
        ego
    }

    fn candidates(&self, seen: Seen<'_>, inner: &[usize], place: &HashMap<EntityId, usize>) -> Vec<Member> {
        let graph = seen.graph();
        let mut found: HashMap<EntityId, (usize, u32, Option<crate::model::standing::Rung>)> = HashMap::new();
        for &parent in inner {
            for arc in seen.arcs(self.members[parent].entity) {
                if place.contains_key(&arc.other) || !counts(arc.relation) {
                    continue;
                }
                let entry = found.entry(arc.other).or_insert((parent, 0, None));
                if entry.0 == parent {
                    entry.1 += 1;
                    entry.2 = entry.2.max(graph.link(arc.link).rung);
                }
            }
            // A topic has no ties; what belongs to it stands around it all the same.
            for &part in graph.on_topic(self.members[parent].entity) {
                if !place.contains_key(&part) && seen.shows(part) {
                    found.entry(part).or_insert((parent, 0, None));
                }
            }
        }
        let mut list: Vec<_> = found.into_iter().collect();
        list.sort_by(|(a, (_, links_a, rung_a)), (b, (_, links_b, rung_b))| {
            links_b
                .cmp(links_a)
                .then(rung_b.cmp(rung_a))
                .then(graph.degree(*b).cmp(&graph.degree(*a)))
                .then(graph.entity(*a).id().cmp(graph.entity(*b).id()))
        });
        list.into_iter()
            .map(|(entity, (parent, weight, _))| Member { entity, ring: 0, parent, weight })
            .collect()
    }

    fn connect(&self, seen: Seen<'_>, place: &HashMap<EntityId, usize>) -> Vec<LinkId> {
        let mut links: Vec<LinkId> = self
            .members
            .iter()
            .flat_map(|member| seen.arcs(member.entity))
            .filter(|arc| arc.outward && counts(arc.relation) && place.contains_key(&arc.other))
            .map(|arc| arc.link)
            .collect();
        links.sort_unstable();
        links.dedup();
        links
    }
}
