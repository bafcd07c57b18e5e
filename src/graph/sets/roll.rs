//! The roll of a set: everybody who is party, member, signatory, partner or participant of an entity,
//! with the link that says so.

use std::collections::BTreeMap;

use super::Truth;
use crate::graph::era::{Phase, Seen};
use crate::graph::{Arc, EntityId, Graph, LinkId};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Level};

/// How somebody holds a seat, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hold {
    /// As a member, a party, a partner.
    Full,
    /// A state in whose name another body signed.
    Lent,
    /// Signed what others are bound by, and is not bound.
    Signed,
    /// Sits in it without a vote.
    Observer,
    /// Announced for a date to come.
    Ahead,
    /// On weak sources, or on one lesser source alone.
    Weak,
    /// Said to be contested.
    Contested,
    /// No longer: left, or the tie came to its end.
    Ended,
}

impl Hold {
    /// Whether it makes a member.
    pub const fn truth(self) -> Truth {
        match self {
            Self::Full => Truth::Yes,
            Self::Lent | Self::Signed | Self::Observer | Self::Ahead | Self::Weak | Self::Contested => {
                Truth::Perhaps
            }
            Self::Ended => Truth::No,
        }
    }
}

/// A place in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The link that says so.
    pub link: LinkId,
    /// How it is held.
    pub hold: Hold,
    /// Through whom, if it is counted for a state.
    pub through: Option<EntityId>,
    /// The link that ends it, if that is another one.
    pub left: Option<LinkId>,
}

impl Seat {
    /// The first day on which it can have been taken.
    pub fn since(&self, seen: Seen<'_>) -> Option<Day> {
        began(seen.graph(), self.link)
    }
}

/// Who really signed: as the link says, else by what sort of thing the member is.
pub fn level(graph: &Graph, link: LinkId) -> Option<Level> {
    let link = graph.link(link);
    link.tie.level.or_else(|| own_level(graph.entity(link.from).kind))
}

const fn own_level(kind: Kind) -> Option<Level> {
    match kind {
        Kind::State => Some(Level::State),
        Kind::Agency => Some(Level::Agency),
        Kind::Institute => Some(Level::Institute),
        Kind::Company => Some(Level::Company),
        _ => None,
    }
}

/// Everybody in a set.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    seats: BTreeMap<EntityId, Vec<Seat>>,
}

impl Roll {
    /// Everybody in this, as seen at a date.
    ///
    /// Of an agency or a company that has neither members nor partners it is those with whom it has an
    /// agreement.
    pub fn of(seen: Seen<'_>, set: EntityId) -> Self {
        let graph = seen.graph();
        let bound = graph.arcs(set).iter().any(|arc| !arc.outward && arc.relation == Relation::PartyTo);
        let joined = |arc: &Arc| !arc.outward && joins(arc.relation);
        let any = graph.arcs(set).iter().any(joined);
        let counts = |arc: &Arc| if any { joined(arc) } else { arc.relation.symmetric() };
        let mut roll = Self::default();
        for arc in seen.arcs(set).filter(|arc| counts(arc) && graph.entity(arc.other).kind.is_actor()) {
            let left = seen.arcs(set).find(|leave| {
                leave.relation == Relation::WithdrewFrom && !leave.outward && leave.other == arc.other
            });
            let left =
                left.map(|leave| leave.link).filter(|&leave| began(graph, leave) >= began(graph, arc.link));
            let hold = if left.is_some() { Hold::Ended } else { hold(seen, arc, bound) };
            roll.add(seen, arc.other, Seat { link: arc.link, hold, through: None, left });
        }
        roll
    }

    fn add(&mut self, seen: Seen<'_>, member: EntityId, seat: Seat) {
        let seats = self.seats.entry(member).or_default();
        seats.push(seat);
        // The earliest of the best: since when somebody is in.
        seats.sort_by_key(|seat| {
            let since = seat.since(seen);
            (seat.hold, since.is_none(), since, seat.link)
        });
    }

    /// The same with agencies, institutes and companies counted for their states; a seat of the state's
    /// own goes before one of another body that is held as well.
    pub fn folded(&self, graph: &Graph) -> Self {
        let mut folded = Self::default();
        for (&member, seats) in &self.seats {
            let home = graph.home(member);
            let through = (home != member).then_some(member);
            let counted = |seat: &Seat| match seat.hold {
                Hold::Lent => Seat { hold: Hold::Full, through, ..*seat },
                _ => Seat { through, ..*seat },
            };
            folded.seats.entry(home).or_default().extend(seats.iter().map(counted));
        }
        let since = |seat: &Seat| (began(graph, seat.link).is_none(), began(graph, seat.link));
        for seats in folded.seats.values_mut() {
            seats.sort_by_key(|seat| (seat.hold, seat.through.is_some(), since(seat), seat.link));
        }
        folded
    }

    /// Everybody on it.
    pub fn members(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.seats.keys().copied()
    }

    /// The best seat of somebody.
    pub fn seat(&self, member: EntityId) -> Option<Seat> {
        self.seats.get(&member)?.first().copied()
    }

    /// All seats of somebody, the best first.
    pub fn seats(&self, member: EntityId) -> &[Seat] {
        self.seats.get(&member).map_or(&[], Vec::as_slice)
    }
}

/// Whether such a tie puts its first end into a set that the second end names.
pub const fn joins(relation: Relation) -> bool {
    use Relation::{
        ContributesTo, CrewOf, Funds, Hosts, Launches, Leads, MemberOf, ObserverOf, Operates, ParticipatesIn,
        PartyTo, Proposes, Signed,
    };
    matches!(
        relation,
        Leads
            | ContributesTo
            | ParticipatesIn
            | Funds
            | Launches
            | Operates
            | Hosts
            | Proposes
            | Signed
            | PartyTo
            | MemberOf
            | ObserverOf
            | CrewOf
    )
}

fn began(graph: &Graph, link: LinkId) -> Option<Day> {
    let link = graph.link(link);
    link.during.or_else(|| link.seen.first().copied()).and_then(Date::first)
}

fn hold(seen: Seen<'_>, arc: Arc, bound: bool) -> Hold {
    let graph = seen.graph();
    let link = graph.link(arc.link);
    let disputed = || link.tie.status.as_ref().is_some_and(|status| status.contains("contested"));
    match seen.link_phase(arc.link) {
        Phase::Ended if !stands(seen, arc) => Hold::Ended,
        _ if disputed() => Hold::Contested,
        _ if link.claim.confidence == Confidence::Low => Hold::Weak,
        Phase::Ahead => Hold::Ahead,
        _ if arc.relation == Relation::ObserverOf => Hold::Observer,
        _ if arc.relation == Relation::Signed && bound => Hold::Signed,
        _ if graph.entity(link.from).kind == Kind::State && level(graph, arc.link) != Some(Level::State) => {
            Hold::Lent
        }
        _ => Hold::Full,
    }
}

/// Whether a tie that is over still says that somebody took part: in a flight, which nobody leaves
/// afterwards, and in a thing that came to its end no later than the tie.
fn stands(seen: Seen<'_>, arc: Arc) -> bool {
    let link = seen.graph().link(arc.link);
    let whole = seen.graph().entity(link.to).during;
    let until = |date: Option<Date>| date.and_then(Date::end).map(crate::model::date::Moment::last);
    arc.relation == Relation::CrewOf
        || seen.phase(whole) == Phase::Ended && until(link.during) >= until(whole)
}
