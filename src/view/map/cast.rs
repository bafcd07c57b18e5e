//! Who stands on the map, and what ties whom.

use std::collections::{BTreeMap, HashMap};

use crate::figure::{Role, Stroke};
use crate::graph::era::Seen;
use crate::graph::place::{Basis, Place};
use crate::graph::ties::{Partner, colleagues};
use crate::graph::{EntityId, Graph, LinkId};
use crate::layout::Point;
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::Lens;
use crate::view::network::bond::Bond;

/// More partners than this of one entity make no picture.
const MOST: usize = 60;

/// Somebody at a place.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub(super) entity: EntityId,
    pub(super) place: Place,
    /// 0 for what is in focus.
    pub(super) ring: u8,
    pub(super) weight: u32,
    /// Whether it is a facility.
    pub(super) site: bool,
}

impl Seat {
    /// Longitude and latitude.
    pub(super) fn point(&self) -> Point {
        Point::new(self.place.at.1, self.place.at.0)
    }
}

/// What ties two of them; or one to a work of which no line goes out to it, and then both ends are the same.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The links of the tie, the one that goes farthest first.
    pub(super) links: Vec<LinkId>,
    /// The works that they share; empty where the tie is their own.
    pub(super) works: Vec<EntityId>,
    pub(super) stroke: Stroke,
    pub(super) role: Role,
}

impl Tie {
    /// The link that says most of what one of the two does in it.
    pub(super) fn link_of(&self, graph: &Graph, entity: EntityId) -> Option<LinkId> {
        let own = |&&link: &&LinkId| [graph.link(link).from, graph.link(link).to].contains(&entity);
        self.links.iter().find(own).or(self.links.first()).copied()
    }
}

/// Everybody on the map.
#[derive(Default)]
pub(super) struct Cast {
    /// Whether somebody is in focus.
    pub(super) focused: bool,
    /// Those in focus first.
    pub(super) seats: Vec<Seat>,
    pub(super) ties: Vec<Tie>,
    /// Who would be here if a place were known.
    pub(super) nowhere: Vec<EntityId>,
    /// Partners that are left out because there are too many.
    pub(super) left_out: usize,
}

/// A partner before it has a place: what ties it to the one in focus.
struct Found {
    entity: EntityId,
    weight: u32,
    links: Vec<LinkId>,
    works: Vec<EntityId>,
}

impl Cast {
    pub(super) fn new(seen: Seen<'_>, lens: &Lens) -> Self {
        let mut cast = Self { focused: !lens.focus.is_empty(), ..Self::default() };
        if !cast.focused {
            cast.agencies(seen, lens);
            return cast;
        }
        let mut known = HashMap::new();
        for &focus in &lens.focus {
            if stands(seen.graph().entity(focus).kind) {
                cast.seat(seen, &mut known, focus, (0, u32::MAX));
            }
        }
        for &focus in &lens.focus {
            let mut found = if seen.graph().entity(focus).kind.is_body() {
                of_body(seen, focus)
            } else {
                of_work(seen, focus)
            };
            found.retain(|found| found.entity != focus && lens.query.admits_entity(seen, found.entity));
            found.sort_by_key(|found| (std::cmp::Reverse(found.weight), found.entity));
            cast.gather(seen, &mut known, focus, found);
        }
        cast.nowhere.sort_unstable();
        cast.nowhere.dedup();
        cast
    }

    /// Everybody who has a seat.
    fn agencies(&mut self, seen: Seen<'_>, lens: &Lens) {
        let graph = seen.graph();
        let agency = |&id: &EntityId| graph.entity(id).kind == Kind::Agency && seen.shows(id);
        for id in graph.entity_ids().filter(agency).filter(|&id| lens.query.admits_entity(seen, id)) {
            match graph.place(id).filter(|place| place.basis.sure()) {
                Some(place) => {
                    let weight = graph.degree(id) as u32;
                    self.seats.push(Seat { entity: id, place, ring: 1, weight, site: false });
                }
                None => self.nowhere.push(id),
            }
        }
        self.seats.sort_by_key(|seat| (std::cmp::Reverse(seat.weight), seat.entity));
    }

    /// The number of an entity on the map, which it enters if a place is known.
    fn seat(
        &mut self,
        seen: Seen<'_>,
        known: &mut HashMap<EntityId, usize>,
        entity: EntityId,
        (ring, weight): (u8, u32),
    ) -> Option<usize> {
        if let Some(&number) = known.get(&entity) {
            let seat = &mut self.seats[number];
            seat.weight = seat.weight.saturating_add(weight);
            return Some(number);
        }
        let Some(place) = seen.graph().place(entity) else {
            self.nowhere.push(entity);
            return None;
        };
        let site = seen.graph().entity(entity).kind == Kind::Facility;
        let weight = weight.saturating_mul(sure(place.basis));
        self.seats.push(Seat { entity, place, ring, weight, site });
        known.insert(entity, self.seats.len() - 1);
        Some(self.seats.len() - 1)
    }

    fn gather(
        &mut self,
        seen: Seen<'_>,
        known: &mut HashMap<EntityId, usize>,
        focus: EntityId,
        found: Vec<Found>,
    ) {
        let mut numbers = Vec::new();
        let mut room = MOST;
        for found in found {
            let site = seen.graph().entity(found.entity).kind == Kind::Facility;
            if room == 0 && !site {
                self.left_out += usize::from(seen.graph().place(found.entity).is_some());
                continue;
            }
            if let Some(number) = self.seat(seen, known, found.entity, (1, found.weight)) {
                room -= usize::from(!site);
                numbers.push((number, found));
            }
        }
        let from = known.get(&focus).copied().or_else(|| hub(seen, &numbers));
        for (to, found) in numbers {
            let Bond { links, stroke, role } = Bond::new(seen, found.links);
            self.ties.push(Tie { from: from.unwrap_or(to), to, links, works: found.works, stroke, role });
        }
    }
}

/// How much a place counts where two want it: one's own more than that of another.
const fn sure(basis: Basis) -> u32 {
    match basis {
        Basis::Own | Basis::Town(_) => 8,
        Basis::Whole(_) => 2,
        Basis::State(_) => 1,
    }
}

/// Whether such an entity stands somewhere itself.
const fn stands(kind: Kind) -> bool {
    kind.is_body() || matches!(kind, Kind::Facility)
}

/// From whom the lines of a work go out: from who leads it; where nobody does, from the first of two.
fn hub(seen: Seen<'_>, numbers: &[(usize, Found)]) -> Option<usize> {
    let leads = |(_, found): &&(usize, Found)| {
        found.links.iter().any(|&link| seen.graph().link(link).relation == Relation::Leads)
    };
    let leader = numbers.iter().find(leads);
    let pair = if numbers.len() == 2 { numbers.first() } else { None };
    leader.or(pair).map(|&(number, _)| number)
}

/// Those with whom a body works, and the sites that it owns or uses.
fn of_body(seen: Seen<'_>, focus: EntityId) -> Vec<Found> {
    let mut found: Vec<Found> =
        colleagues(seen, focus).into_iter().filter_map(|partner| works_with(&partner)).collect();
    found.extend(tied(seen, focus, |kind| kind == Kind::Facility));
    found
}

fn works_with(partner: &Partner) -> Option<Found> {
    let joint = || partner.joint();
    let mut links: Vec<LinkId> = joint().flat_map(|shared| shared.links.iter().copied()).collect();
    links.sort_unstable();
    links.dedup();
    let works: Vec<EntityId> = joint().filter_map(|shared| shared.via).collect();
    let weight = joint().count() as u32;
    (weight > 0).then_some(Found { entity: partner.entity, weight, links, works })
}

/// The bodies and sites that have a part in a work, signed an agreement, touch a topic.
fn of_work(seen: Seen<'_>, focus: EntityId) -> Vec<Found> {
    let mut found = tied(seen, focus, stands);
    for &entity in seen.graph().on_topic(focus) {
        let new = !found.iter().any(|found| found.entity == entity);
        if new && seen.shows(entity) && stands(seen.graph().entity(entity).kind) {
            found.push(Found { entity, weight: 1, links: Vec::new(), works: Vec::new() });
        }
    }
    found
}

fn tied(seen: Seen<'_>, focus: EntityId, kind: fn(Kind) -> bool) -> Vec<Found> {
    let mut by_end: BTreeMap<EntityId, Vec<LinkId>> = BTreeMap::new();
    let here = |other: EntityId| kind(seen.graph().entity(other).kind);
    for arc in seen.arcs(focus).filter(|arc| arc.relation != Relation::LocatedIn && here(arc.other)) {
        by_end.entry(arc.other).or_default().push(arc.link);
    }
    let found = by_end.into_iter().map(|(entity, links)| Found {
        entity,
        weight: links.len() as u32,
        links,
        works: Vec::new(),
    });
    found.collect()
}
