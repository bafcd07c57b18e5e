//! The graph at a date: the same graph, looked at through two clocks.

use super::claim::Claim;
use super::id::{EntityId, LinkId, MilestoneId, StanceId};
use super::{Arc, Graph};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::standing::{Rank, Status};

/// Two dates to look from. Both unset: everything that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Era {
    /// The world as it was on this day: what came later is out of sight.
    pub at: Option<Day>,
    /// The world as it was known on this day: what was published later is out of sight.
    pub known_by: Option<Day>,
}

/// Where something stands in time, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Not begun.
    Ahead,
    /// Begun and not over.
    Active,
    /// Over.
    Ended,
    /// No date is known.
    Undated,
}

impl Phase {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Active, Self::Undated, Self::Ended, Self::Ahead];

    /// What is said of a tie in it.
    pub const fn standing(self) -> &'static str {
        match self {
            Self::Active => "holds",
            Self::Undated => "not over",
            Self::Ended => "over",
            Self::Ahead => "planned",
        }
    }

    /// What that means.
    pub const fn doc(self) -> &'static str {
        match self {
            Self::Active => "Begun and not over at the date one looks from.",
            Self::Undated => "Without a date, and nothing says that it is over.",
            Self::Ended => "Ended before the date one looks from.",
            Self::Ahead => "Not begun at the date one looks from.",
        }
    }

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ahead => "planned",
            Self::Active => "active",
            Self::Ended => "ended",
            Self::Undated => "undated",
        }
    }

    /// Whether it holds: what has no date does unless something else says that it is over.
    pub const fn holds(self) -> bool {
        matches!(self, Self::Active | Self::Undated)
    }

    /// The one of two that holds more.
    #[must_use]
    pub fn stronger(self, other: Self) -> Self {
        std::cmp::max_by_key(self, other, |phase| phase.hold())
    }

    /// The one of two that holds less.
    #[must_use]
    pub fn weaker(self, other: Self) -> Self {
        std::cmp::min_by_key(self, other, |phase| phase.hold())
    }

    const fn hold(self) -> u8 {
        match self {
            Self::Ended => 0,
            Self::Ahead => 1,
            Self::Undated => 2,
            Self::Active => 3,
        }
    }
}

/// A graph and the dates from which it is looked at. Copies nothing.
#[derive(Clone, Copy)]
pub struct Seen<'g> {
    graph: &'g Graph,
    era: Era,
}

impl Graph {
    /// The graph as it was on a day, and as it was known on a day.
    pub fn at(&self, era: Era) -> Seen<'_> {
        Seen { graph: self, era }
    }
}

impl<'g> Seen<'g> {
    /// The dates from which it is looked at.
    pub fn era(self) -> Era {
        self.era
    }

    /// The whole graph.
    pub fn graph(self) -> &'g Graph {
        self.graph
    }

    /// The day from which phases are told: the as-of date, or that of the dataset.
    pub fn today(self) -> Option<Day> {
        self.era.at.or(self.graph.as_of)
    }

    /// Whether a claim was known by the known-by date and is not known to be wrong.
    pub fn knows(self, claim: &Claim) -> bool {
        self.heard(claim) && claim.rank != Rank::Deprecated
    }

    /// Whether a claim was out by the known-by date, be it right or wrong.
    pub fn heard(self, claim: &Claim) -> bool {
        match (self.era.known_by, claim.known) {
            (None, _) => true,
            (Some(by), Some(known)) => known <= by,
            (Some(_), None) => false,
        }
    }

    /// Where a date stands. A single moment is the start of something that lasts.
    pub fn phase(self, during: Option<Date>) -> Phase {
        let (Some(date), Some(today)) = (during, self.today()) else {
            return Phase::Undated;
        };
        match date {
            _ if date.first().is_some_and(|first| first > today) => Phase::Ahead,
            Date::Span { to: Some(to), .. } if to.last() < today => Phase::Ended,
            _ => Phase::Active,
        }
    }

    /// Whether something that began then is in sight: it may lie ahead only if no as-of date is set.
    fn begun(self, date: Option<Date>) -> bool {
        self.era.at.is_none() || self.phase(date) != Phase::Ahead
    }

    /// Whether an entity is in sight: it is once there is a trace of it.
    pub fn shows(self, entity: EntityId) -> bool {
        let entity = self.graph.entity(entity);
        let begun = match (self.era.at, entity.traced) {
            (Some(at), Some(traced)) => traced <= at,
            _ => true,
        };
        self.knows(&entity.claim) && begun
    }

    /// Whether a link is in sight. One without dates of its own was there once a source saw it.
    pub fn shows_link(self, link: LinkId) -> bool {
        let link = self.graph.link(link);
        let date = link.during.or_else(|| link.seen.first().copied());
        self.knows(&link.claim) && self.begun(date)
    }

    /// Whether a stance is in sight.
    pub fn shows_stance(self, stance: StanceId) -> bool {
        let stance = self.graph.stance(stance);
        self.knows(&stance.claim) && self.begun(Some(stance.on))
    }

    /// Whether a milestone is in sight.
    pub fn shows_milestone(self, milestone: MilestoneId) -> bool {
        let milestone = self.graph.milestone(milestone);
        self.knows(&milestone.claim) && self.begun(Some(milestone.on))
    }

    /// The links of an entity that are in sight, as its own row of arcs.
    pub fn arcs(self, entity: EntityId) -> impl Iterator<Item = Arc> + use<'g> {
        self.graph
            .arcs(entity)
            .iter()
            .copied()
            .filter(move |arc| self.shows_link(arc.link) && self.shows(arc.other))
    }

    /// Where a link stands in time.
    pub fn link_phase(self, link: LinkId) -> Phase {
        self.phase(self.graph.link(link).during)
    }

    /// Where a tie stands in time. A tie to a flight or an agreement that is over is over as well, even
    /// if nobody wrote down its own end.
    pub fn tie_phase(self, link: LinkId) -> Phase {
        let ends = [self.graph.link(link).from, self.graph.link(link).to];
        match self.link_phase(link) {
            phase if phase.holds() && ends.iter().any(|&end| self.over(end)) => Phase::Ended,
            phase => phase,
        }
    }

    /// Whether nothing says when there was a tie: neither dates of its own nor those of the flight or the
    /// agreement that it is about.
    pub fn undated(self, link: LinkId) -> bool {
        let link = self.graph.link(link);
        let dated = |id: EntityId| {
            let entity = self.graph.entity(id);
            entity.kind.is_work() && entity.traced.is_some()
        };
        link.during.is_none() && link.seen.is_empty() && !dated(link.from) && !dated(link.to)
    }

    /// Where an entity stands in time: by its dates, and what is made to end also by its status.
    pub fn entity_phase(self, entity: EntityId) -> Phase {
        if self.over(entity) { Phase::Ended } else { self.phase(self.graph.entity(entity).during) }
    }

    /// Whether something has left the ground by the date: a launch is told, or it has the standing of what has
    /// been flown and began by then.
    pub fn flown(self, entity: EntityId) -> bool {
        let by =
            |date: Date| date.first().is_some_and(|first| self.today().is_none_or(|today| first <= today));
        let launch = |&id: &MilestoneId| {
            let milestone = self.graph.milestone(id);
            milestone.record.kind == MilestoneKind::Launched && self.shows_milestone(id) && by(milestone.on)
        };
        let node = self.graph.entity(entity);
        let flies = matches!(node.kind, Kind::Mission | Kind::Station | Kind::Element);
        let standing =
            matches!(node.record.status, Some(Status::Operating | Status::Completed | Status::Lost));
        let began = || node.during.map_or(self.era.at.is_none(), by);
        flies && (self.graph.milestones(entity).iter().any(launch) || standing && began())
    }

    /// Whether something that is made to end has ended. Its status counts only where one looks from the
    /// day of the dataset or a later one, because no date is known for it.
    pub fn over(self, entity: EntityId) -> bool {
        use Status::{Cancelled, Completed, Ended, Lost, Suspended};
        let entity = self.graph.entity(entity);
        let made = matches!(
            entity.kind,
            Kind::Programme | Kind::Mission | Kind::Station | Kind::Element | Kind::Agreement
        );
        let status = matches!(entity.record.status, Some(Suspended | Completed | Cancelled | Lost | Ended));
        made && (self.phase(entity.during) == Phase::Ended || (status && self.today() >= self.graph.as_of))
    }
}
