//! What ties two entities: a tie of their own, or a thing in which both have a part.
//!
//! Partners are who one *works* with. A treaty or a forum that half the world belongs to says little about
//! two of its members, so it is told apart ([`Way::Forum`]); so are people who served on both sides.

use std::collections::BTreeMap;

use super::era::{Phase, Seen};
use super::id::{EntityId, LinkId};
use super::{Arc, Link};
use crate::model::date::{Date, Day, Moment};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::{Instrument, Rung};

/// A work in which more than this have a part is a forum: nobody works with all of them.
const CROWD: usize = 24;

/// By what sort of thing two entities are tied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// A tie between the two themselves.
    Direct,
    /// A mission, programme, station, element, facility or agreement of a few.
    Work,
    /// A person of one who trained, flew or served with the other.
    Person,
    /// An organisation, a law, or a work in which a crowd has a part.
    Forum,
}

/// One thing that ties two entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What sort of thing it is.
    pub way: Way,
    /// The thing; `None` for a tie between the two themselves.
    pub via: Option<EntityId>,
    /// The links that lead from one to the other, those of the first side first, the farthest going first.
    pub links: Vec<LinkId>,
    /// How far it goes: as far as the side that goes less far.
    pub rung: Option<Rung>,
    /// Since when both have their part, and until when both had it; the dates of the thing itself where
    /// neither part has any.
    pub when: Option<Date>,
    /// Where that stands in time: [`Phase::Active`] only if it holds on both sides.
    pub phase: Phase,
}

/// An entity with everything that ties it to the one in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// The entity.
    pub entity: EntityId,
    /// What ties them: direct ties, works, people, forums.
    pub shared: Vec<Shared>,
}

impl Partner {
    /// What counts as working together: ties of their own, works of a few, and crews, but neither
    /// forums nor people who only served in both.
    pub fn joint(&self) -> impl Iterator<Item = &Shared> {
        self.shared.iter().filter(|shared| shared.joint())
    }
}

impl Shared {
    /// Whether it counts as working together.
    pub fn joint(&self) -> bool {
        match self.way {
            Way::Direct | Way::Work => true,
            Way::Person => self.rung == Some(Rung::Crew),
            Way::Forum => false,
        }
    }
}

/// Everything that ties two entities, in the order of [`Way`], then of the graph.
pub fn between(seen: Seen<'_>, a: EntityId, b: EntityId) -> Vec<Shared> {
    let mut found = Vec::new();
    let direct: Vec<LinkId> =
        seen.arcs(a).filter(|arc| arc.other == b && ties(seen, *arc)).map(|arc| arc.link).collect();
    found.extend(own(seen, direct));
    let mut theirs = parts(seen, b);
    for (via, part) in parts(seen, a) {
        if let Some(other) = theirs.remove(&via).filter(|_| via != a && via != b) {
            found.extend(Thing::new(seen, via).join(&part.weighed(seen), &other.weighed(seen)));
        }
    }
    for person in people(seen, a) {
        let sides = [a, b].map(|side| serves(seen, person, side));
        found.extend(met(seen, person, sides));
    }
    sorted(found)
}

/// Everybody to whom an entity is tied, with what ties them, by number of the partner.
pub fn partners(seen: Seen<'_>, x: EntityId) -> Vec<Partner> {
    tied(seen, x, |_| true)
}

/// Everybody with whom an entity works, with what counts as working together ([`Shared::joint`]) alone:
/// what half the world belongs to is not even looked through.
pub fn colleagues(seen: Seen<'_>, x: EntityId) -> Vec<Partner> {
    let mut found = tied(seen, x, |way| way != Way::Forum);
    for partner in &mut found {
        partner.shared.retain(Shared::joint);
    }
    found.retain(|partner| !partner.shared.is_empty());
    found
}

/// Everybody to whom an entity is tied in some ways.
fn tied(seen: Seen<'_>, x: EntityId, wanted: impl Fn(Way) -> bool) -> Vec<Partner> {
    let body = |id: EntityId| id != x && seen.graph().entity(id).kind.is_body();
    let mut found: BTreeMap<EntityId, Vec<Shared>> = BTreeMap::new();
    let mut direct: BTreeMap<EntityId, Vec<LinkId>> = BTreeMap::new();
    for arc in seen.arcs(x).filter(|arc| body(arc.other) && ties(seen, *arc)) {
        direct.entry(arc.other).or_default().push(arc.link);
    }
    for (other, links) in direct {
        found.entry(other).or_default().extend(own(seen, links));
    }
    for (via, part) in parts(seen, x) {
        let thing = Thing::new(seen, via);
        if !wanted(thing.way) {
            continue;
        }
        let part = part.weighed(seen);
        for (other, theirs) in holders(seen, via).into_iter().filter(|(other, _)| body(*other)) {
            if via != other {
                found.entry(other).or_default().extend(thing.join(&part, &theirs.weighed(seen)));
            }
        }
    }
    for person in people(seen, x) {
        let mut met_there: Vec<EntityId> = seen.arcs(person).map(|arc| arc.other).collect();
        met_there.sort_unstable();
        met_there.dedup();
        for other in met_there.into_iter().filter(|&other| body(other)) {
            let sides = [x, other].map(|side| serves(seen, person, side));
            found.entry(other).or_default().extend(met(seen, person, sides));
        }
    }
    found.retain(|_, shared| !shared.is_empty());
    found.into_iter().map(|(entity, shared)| Partner { entity, shared: sorted(shared) }).collect()
}

/// A thing in which several may have a part.
struct Thing {
    via: EntityId,
    way: Way,
    during: Option<Date>,
}

/// How one side has its part in a thing.
#[derive(Debug, Default)]
struct Part {
    /// The links, once it is weighed those that go farthest first.
    links: Vec<LinkId>,
    /// Whether one of the links leads to the thing itself, not to an element of it.
    direct: bool,
    rung: Option<Rung>,
    when: Option<Date>,
    phase: Option<Phase>,
}

impl Part {
    fn add(&mut self, seen: Seen<'_>, links: &[LinkId], direct: bool) {
        for &link in links {
            if !self.links.contains(&link) {
                self.links.push(link);
            }
        }
        self.direct |= direct;
        let rung = links.first().and_then(|&link| seen.graph().link(link).rung);
        self.rung = self.rung.max(rung);
    }

    /// The whole part with its dates and its standing.
    fn weighed(mut self, seen: Seen<'_>) -> Self {
        strongest_first(seen, &mut self.links);
        self.when = lasts(seen, &self.links);
        self.phase = Some(stands(seen, &self.links));
        self
    }
}

/// Whether an arc ties its ends to each other: it says how far it goes.
fn ties(seen: Seen<'_>, arc: Arc) -> bool {
    arc.relation != Relation::Restricts && seen.graph().link(arc.link).rung.is_some()
}

/// Whether an arc leads from somebody to a thing in which it has a part. A signature under a law or a
/// resolution is a part as well, though no cooperation.
fn partakes(seen: Seen<'_>, arc: Arc) -> bool {
    let signs = matches!(arc.relation, Relation::Signed | Relation::PartyTo);
    !arc.relation.symmetric() && (signs || ties(seen, arc))
}

/// The thing of which an element is a part, with the link that says so.
fn wholes(seen: Seen<'_>, element: EntityId) -> Vec<Arc> {
    if seen.graph().entity(element).kind != Kind::Element {
        return Vec::new();
    }
    let up = |arc: &Arc| arc.outward && matches!(arc.relation, Relation::PartOf | Relation::ContributesTo);
    seen.arcs(element).filter(up).collect()
}

/// The things in which an entity has a part: those to which it is tied, and those to which its elements belong.
fn parts(seen: Seen<'_>, x: EntityId) -> BTreeMap<EntityId, Part> {
    let mut parts: BTreeMap<EntityId, Part> = BTreeMap::new();
    for arc in seen.arcs(x).filter(|arc| arc.outward && partakes(seen, *arc)) {
        parts.entry(arc.other).or_default().add(seen, &[arc.link], true);
        for whole in wholes(seen, arc.other) {
            parts.entry(whole.other).or_default().add(seen, &[arc.link, whole.link], false);
        }
    }
    parts
}

/// Those who have a part in a thing, with their part.
fn holders(seen: Seen<'_>, via: EntityId) -> BTreeMap<EntityId, Part> {
    let mut found: BTreeMap<EntityId, Part> = BTreeMap::new();
    let graph = seen.graph();
    for arc in seen.arcs(via).filter(|arc| !arc.outward) {
        if partakes(seen, arc) {
            found.entry(arc.other).or_default().add(seen, &[arc.link], true);
        }
        let part = matches!(arc.relation, Relation::PartOf | Relation::ContributesTo);
        if part && graph.entity(arc.other).kind == Kind::Element {
            for giver in seen.arcs(arc.other).filter(|giver| !giver.outward && partakes(seen, *giver)) {
                found.entry(giver.other).or_default().add(seen, &[giver.link, arc.link], false);
            }
        }
    }
    found
}

/// The tie between the two themselves.
fn own(seen: Seen<'_>, mut links: Vec<LinkId>) -> Option<Shared> {
    links.sort_unstable();
    links.dedup();
    let rung = links.iter().filter_map(|&link| seen.graph().link(link).rung).max()?;
    strongest_first(seen, &mut links);
    let (when, phase) = (lasts(seen, &links), stands(seen, &links));
    Some(Shared { way: Way::Direct, via: None, links, rung: Some(rung), when, phase })
}

impl Thing {
    fn new(seen: Seen<'_>, via: EntityId) -> Self {
        Self { via, way: way(seen, via), during: seen.graph().entity(via).during }
    }

    /// What two weighed parts make. An element that both share says it better than its whole.
    fn join(&self, ours: &Part, theirs: &Part) -> Option<Shared> {
        if !ours.direct && !theirs.direct && ours.links.iter().any(|link| theirs.links.contains(link)) {
            return None;
        }
        let mut links = ours.links.clone();
        links.extend(theirs.links.iter().filter(|link| !ours.links.contains(link)));
        Some(Shared {
            way: self.way,
            via: Some(self.via),
            links,
            rung: ours.rung.min(theirs.rung),
            when: overlap([ours.when, theirs.when]).or(self.during),
            phase: ours.phase?.weaker(theirs.phase?),
        })
    }
}

fn way(seen: Seen<'_>, via: EntityId) -> Way {
    let entity = seen.graph().entity(via);
    let law = matches!(entity.record.instrument, Some(Instrument::Law | Instrument::Resolution));
    let crowd = || seen.arcs(via).filter(|arc| !arc.outward && partakes(seen, *arc)).nth(CROWD).is_some();
    if entity.kind.is_body() || entity.kind == Kind::Topic || law || crowd() { Way::Forum } else { Way::Work }
}

/// The people who served, worked or trained with an entity.
fn people(seen: Seen<'_>, x: EntityId) -> Vec<EntityId> {
    let person = |arc: &Arc| seen.graph().entity(arc.other).kind == Kind::Person && meets(arc.relation);
    let mut found: Vec<EntityId> = seen.arcs(x).filter(person).map(|arc| arc.other).collect();
    found.sort_unstable();
    found.dedup();
    found
}

const fn meets(relation: Relation) -> bool {
    use Relation::{CrewOf, EmployedBy, HoldsOfficeAt, MemberOf, TrainsWith};
    matches!(relation, HoldsOfficeAt | EmployedBy | TrainsWith | CrewOf | MemberOf)
}

fn serves(seen: Seen<'_>, person: EntityId, side: EntityId) -> Vec<LinkId> {
    let there = |arc: &Arc| arc.other == side && meets(arc.relation);
    seen.arcs(person).filter(there).map(|arc| arc.link).collect()
}

/// A person who was with both.
fn met(seen: Seen<'_>, person: EntityId, [ours, theirs]: [Vec<LinkId>; 2]) -> Option<Shared> {
    if ours.is_empty() || theirs.is_empty() {
        return None;
    }
    let when = overlap([&ours, &theirs].map(|links| lasts(seen, links)));
    let phase = stands(seen, &ours).weaker(stands(seen, &theirs));
    let links: Vec<LinkId> = ours.into_iter().chain(theirs).collect();
    let rung = links.iter().filter_map(|&link| seen.graph().link(link).rung).max();
    Some(Shared { way: Way::Person, via: Some(person), links, rung, when, phase })
}

fn strongest_first(seen: Seen<'_>, links: &mut [LinkId]) {
    links.sort_by_key(|&id| (std::cmp::Reverse(seen.graph().link(id).rung), id));
}

/// The phase of the one that holds most.
fn stands(seen: Seen<'_>, links: &[LinkId]) -> Phase {
    links.iter().map(|&link| seen.tie_phase(link)).reduce(Phase::stronger).unwrap_or(Phase::Undated)
}

/// From the first start to the last end of some links; `None` where they have no date.
fn lasts(seen: Seen<'_>, links: &[LinkId]) -> Option<Date> {
    let own = |link: &Link| link.during.or_else(|| link.seen.first().copied());
    let dates: Vec<Date> = links.iter().filter_map(|&link| own(seen.graph().link(link))).collect();
    let first = dates.iter().min_by_key(|date| date.first())?;
    let ends: Option<Vec<Moment>> = dates.iter().map(|date| date.end()).collect();
    let to = ends.and_then(|ends| ends.into_iter().max_by_key(|end| end.last()));
    match first.start() {
        Some(start) if dates.iter().all(|date| matches!(date, Date::At(_))) => Some(Date::At(start)),
        None if to.is_none() => None,
        from => Some(Date::Span { from, to }),
    }
}

/// The stretch in which both hold: from the later start to the earlier end. Where they do not meet, the
/// later one.
fn overlap(sides: [Option<Date>; 2]) -> Option<Date> {
    let [Some(a), Some(b)] = sides else {
        return sides.into_iter().flatten().next();
    };
    let start = |date: &Date| date.first().unwrap_or(Day(i32::MIN));
    let later = std::cmp::max_by_key(a, b, start);
    let end = [a, b].iter().filter_map(|date| date.end()).min_by_key(|end| end.last());
    match end.filter(|end| end.last() >= start(&later)) {
        Some(to) => Some(Date::Span { from: later.start(), to: Some(to) }),
        None => Some(later),
    }
}

fn sorted(mut found: Vec<Shared>) -> Vec<Shared> {
    found.sort_by_key(|shared| (shared.way, shared.via));
    found
}

#[cfg(test)]
mod tests;
