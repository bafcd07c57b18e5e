//! Set algebra over memberships, signatures and participation: who is in A and in B, in A but not in B.
//!
//! Whether somebody is in a set is not always a yes or a no: a signature may be disputed, or not be
//! followed by ratification. So an expression has one of three values, by the strong logic of S. C. Kleene
//! ("On notation for ordinal numbers", Journal of Symbolic Logic 3, 1938): `and` is the least, `or` the
//! greatest of two values, and a set taken away counts the other way round.

pub mod roll;

use std::collections::BTreeSet;

use super::era::Seen;
use super::id::EntityId;
pub use roll::{Hold, Roll, Seat};

/// An expression. Its sets are named by entities: an agreement, an organisation, a programme, a mission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sets {
    /// Everybody who is in this.
    In(EntityId),
    /// Who is in both.
    And(Box<Self>, Box<Self>),
    /// Who is in one or the other.
    Or(Box<Self>, Box<Self>),
    /// Who is in the first and not in the second.
    Without(Box<Self>, Box<Self>),
}

/// Whether somebody is in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// No.
    No,
    /// It depends on what one lets count.
    Perhaps,
    /// Yes.
    Yes,
}

crate::vocabulary! {
    /// Who counts as a member.
    pub enum Count {
        /// Exactly those who are named: a state is one thing, its agency another.
        Members = "members",
        /// States; their agencies, institutes and companies count for them.
        States = "states",
    }
}

/// In which way a member belongs to the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Without any doubt.
    Sure,
    /// If one lets this count; the worst of what it rests on.
    Perhaps(Hold),
    /// If one counts the agencies, institutes and companies of a state for the state.
    Through,
    /// It did, before somebody left or something ended.
    Former,
}

/// A member of the answer.
#[derive(Clone, Debug)]
pub struct Found {
    /// Who.
    pub member: EntityId,
    /// In which way.
    pub tier: Tier,
    /// Its seat in each of the named sets, in the order of [`Answer::sets`].
    pub seats: Vec<Option<Seat>>,
    /// Where it has none, or a doubtful one: the seat that its state has through somebody else.
    pub beside: Vec<Option<Seat>>,
}

/// What an expression gives.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The named sets, each once, in the order in which they are first named.
    pub sets: Vec<EntityId>,
    /// The members: by tier, then by the day on which the last of their seats was taken, then by id.
    pub found: Vec<Found>,
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Perhaps => Self::Perhaps,
            Self::Yes => Self::No,
        }
    }
}

impl Sets {
    /// Who is in all of these; `None` if there is none of them.
    pub fn all(entities: &[EntityId]) -> Option<Self> {
        entities.iter().map(|&id| Self::In(id)).reduce(|a, b| Self::And(a.into(), b.into()))
    }

    /// The one set that is named, if there is no more to it.
    pub fn alone(&self) -> Option<EntityId> {
        if let Self::In(id) = self { Some(*id) } else { None }
    }

    /// The named sets, each once.
    pub fn named(&self) -> Vec<EntityId> {
        let mut named = Vec::new();
        self.walk(&mut |id| {
            if !named.contains(&id) {
                named.push(id);
            }
        });
        named
    }

    fn walk(&self, visit: &mut dyn FnMut(EntityId)) {
        match self {
            Self::In(id) => visit(*id),
            Self::And(a, b) | Self::Or(a, b) | Self::Without(a, b) => {
                a.walk(visit);
                b.walk(visit);
            }
        }
    }

    /// The expression in letters, each set as `name` calls it; brackets only where they are needed. Said
    /// with identifiers, [`crate::search::sets::parse`] reads it back.
    pub fn words(&self, name: &dyn Fn(EntityId) -> String) -> String {
        let inner = |side: &Self, bracket: bool| {
            let words = side.words(name);
            if bracket { format!("({words})") } else { words }
        };
        let loose = |side: &Self| matches!(side, Self::Or(..) | Self::Without(..));
        let joined = |side: &Self| !matches!(side, Self::In(_));
        match self {
            Self::In(id) => name(*id),
            Self::And(a, b) => format!("{} & {}", inner(a, loose(a)), inner(b, joined(b))),
            Self::Or(a, b) => format!("{} | {}", inner(a, false), inner(b, loose(b))),
            Self::Without(a, b) => format!("{} - {}", inner(a, false), inner(b, loose(b))),
        }
    }

    /// The value for somebody, told whether they are in a named set; `wanted` says on which side of a
    /// minus the set stands: `false` where the answer grows as the set shrinks.
    pub fn value(&self, holds: &dyn Fn(EntityId, bool) -> Truth) -> Truth {
        self.side(holds, true)
    }

    fn side(&self, holds: &dyn Fn(EntityId, bool) -> Truth, wanted: bool) -> Truth {
        match self {
            Self::In(id) => holds(*id, wanted),
            Self::And(a, b) => a.side(holds, wanted).min(b.side(holds, wanted)),
            Self::Or(a, b) => a.side(holds, wanted).max(b.side(holds, wanted)),
            Self::Without(a, b) => a.side(holds, wanted).min(!b.side(holds, !wanted)),
        }
    }

    /// Everybody who is in it, as seen at a date.
    pub fn answer(&self, seen: Seen<'_>, count: Count) -> Answer {
        let sets = self.named();
        let exact: Vec<Roll> = sets.iter().map(|&set| Roll::of(seen, set)).collect();
        let folded: Vec<Roll> = exact.iter().map(|roll| roll.folded(seen.graph())).collect();
        let mut found = match count {
            Count::Members => self.among(&sets, &exact),
            Count::States => self.among(&sets, &folded),
        };
        if count == Count::Members {
            let home = |member: EntityId| seen.graph().home(member);
            let told: BTreeSet<EntityId> = found
                .iter()
                .filter(|found| found.tier != Tier::Former)
                .flat_map(|found| [found.member, home(found.member)])
                .collect();
            let through = self
                .among(&sets, &folded)
                .into_iter()
                .filter(|more| more.tier != Tier::Former && !told.contains(&more.member));
            let through: Vec<Found> = through.map(|more| Found { tier: Tier::Through, ..more }).collect();
            found.retain(|old| through.iter().all(|more| more.member != old.member));
            found.extend(through);
            for found in &mut found {
                let other = |place: usize| {
                    let seat = folded[place].seat(home(found.member))?;
                    let better = found.seats[place].is_none_or(|own| seat.hold < own.hold);
                    (better && seat.through.is_some_and(|other| other != found.member)).then_some(seat)
                };
                found.beside = (0..sets.len()).map(other).collect();
            }
        }
        let last = |found: &Found| {
            let days = found.seats.iter().flatten().map(|seat| seat.since(seen));
            days.max().unwrap_or(None)
        };
        found.sort_by_cached_key(|found| {
            let day = last(found);
            (found.tier, day.is_none(), day, seen.graph().entity(found.member).id().to_owned())
        });
        Answer { sets, found }
    }

    fn among(&self, sets: &[EntityId], rolls: &[Roll]) -> Vec<Found> {
        let place = |id: EntityId| sets.iter().position(|&set| set == id);
        let everybody: BTreeSet<EntityId> = rolls.iter().flat_map(Roll::members).collect();
        let found = everybody.into_iter().filter_map(|member| {
            let seats: Vec<Option<Seat>> = rolls.iter().map(|roll| roll.seat(member)).collect();
            let hold = |id| place(id).and_then(|place| seats[place].as_ref()).map(|seat| seat.hold);
            let truth = |id: EntityId, ever: bool| match hold(id) {
                Some(Hold::Ended) if ever => Truth::Yes,
                hold => hold.map_or(Truth::No, Hold::truth),
            };
            let tier = match self.value(&|id, _| truth(id, false)) {
                Truth::Yes => Tier::Sure,
                Truth::Perhaps => {
                    let doubtful = seats.iter().flatten().map(|seat| seat.hold);
                    Tier::Perhaps(doubtful.filter(|hold| hold.truth() == Truth::Perhaps).max()?)
                }
                // Somebody who left is told apart; that somebody else was let in for that is not.
                Truth::No if self.value(&|id, wanted| truth(id, wanted)) > Truth::No => Tier::Former,
                Truth::No => return None,
            };
            Some(Found { member, tier, seats, beside: vec![None; rolls.len()] })
        });
        found.collect()
    }
}

#[cfg(test)]
mod tests;
