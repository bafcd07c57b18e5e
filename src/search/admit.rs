//! What a query lets pass.
//!
//! A filter judges only the sorts of thing that its row in [`Key`] names. A milestone is judged by its
//! entity, save for its own date and confidence.

use super::filter::{Filter, Test};
use super::key::{Key, Sort};
use super::query::Query;
use crate::graph::era::Seen;
use crate::graph::{Arc, EntityId, LinkId, MilestoneId, StanceId};
use crate::model::date::{Date, Day};
use crate::model::relation::Relation;

impl Query {
    /// Whether an entity passes. Its words are not asked: they are [`super::Index::search`]'s.
    pub fn admits_entity(&self, seen: Seen<'_>, id: EntityId) -> bool {
        self.judge(Sort::Entity, |filter| match filter.test.key() {
            Key::About | Key::Position => self.takes_position(seen, id, filter),
            Key::From | Key::To => {
                let stretch = self.stretch(filter);
                lasted(seen, id, &|date| date.touches(stretch.0, stretch.1))
            }
            _ => describes(&filter.test, seen, id),
        })
    }

    /// Whether a link passes.
    pub fn admits_link(&self, seen: Seen<'_>, id: LinkId) -> bool {
        let link = seen.graph().link(id);
        self.judge(Sort::Link, |filter| match &filter.test {
            Test::With(who) => [link.from, link.to].contains(&who.entity),
            Test::By(who) => link.from == who.entity || link.relation.symmetric() && link.to == who.entity,
            Test::Confidence(confidence) => link.claim.confidence == *confidence,
            _ => link.during.iter().chain(&link.seen).any(|&date| self.touches(filter, date)),
        })
    }

    /// Whether a stance passes.
    pub fn admits_stance(&self, seen: Seen<'_>, id: StanceId) -> bool {
        let stance = seen.graph().stance(id);
        self.judge(Sort::Stance, |filter| match &filter.test {
            Test::Confidence(confidence) => stance.claim.confidence == *confidence,
            Test::From(_) | Test::To(_) => self.touches(filter, stance.on),
            test => says(test, seen, id),
        })
    }

    /// Whether a milestone passes.
    pub fn admits_milestone(&self, seen: Seen<'_>, id: MilestoneId) -> bool {
        let milestone = seen.graph().milestone(id);
        self.judge(Sort::Milestone, |filter| match &filter.test {
            Test::Confidence(confidence) => milestone.claim.confidence == *confidence,
            Test::From(_) | Test::To(_) => self.touches(filter, milestone.on),
            test => describes(test, seen, milestone.entity),
        })
    }

    /// Asks every filter that judges this sort of thing.
    fn judge(&self, sort: Sort, fits: impl Fn(&Filter) -> bool) -> bool {
        self.holds(|key| key.judges().contains(&sort), fits)
    }

    /// Whether no excluding filter fits and every other one does, or one of its alternatives.
    fn holds(&self, asked: impl Fn(Key) -> bool, fits: impl Fn(&Filter) -> bool) -> bool {
        let asked = || self.filters.iter().filter(|filter| asked(filter.test.key()));
        asked().all(|filter| {
            let key = filter.test.key();
            if filter.exclude {
                !fits(filter)
            } else if key.alternatives() {
                asked().any(|other| !other.exclude && other.test.key() == key && fits(other))
            } else {
                fits(filter)
            }
        })
    }

    /// Whether an entity takes a position that fits: one and the same stance must fit all filters on
    /// stances, so that `about:ilrs position:declines` finds who declines just that.
    fn takes_position(&self, seen: Seen<'_>, id: EntityId, filter: &Filter) -> bool {
        let on_stances = |key: Key| matches!(key, Key::About | Key::Position);
        let mut stances =
            seen.graph().stances_by(id).iter().copied().filter(|&stance| seen.shows_stance(stance));
        if !filter.exclude {
            return stances.any(|stance| self.holds(on_stances, |filter| says(&filter.test, seen, stance)));
        }
        // Beside a filter that asks for a stance, an excluding one has had its say on that stance.
        let asked = self.filters.iter().any(|other| !other.exclude && on_stances(other.test.key()));
        !asked && stances.any(|stance| says(&filter.test, seen, stance))
    }

    fn touches(&self, filter: &Filter, date: Date) -> bool {
        let (from, to) = self.stretch(filter);
        date.touches(from, to)
    }

    /// The days that a filter by date asks for: all of `from:` and `to:` together are one stretch, an
    /// excluding one stands alone.
    fn stretch(&self, filter: &Filter) -> (Option<Day>, Option<Day>) {
        if filter.exclude {
            return (lower(&filter.test), upper(&filter.test));
        }
        let asked = || self.filters.iter().filter(|filter| !filter.exclude).map(|filter| &filter.test);
        (asked().filter_map(lower).max(), asked().filter_map(upper).min())
    }
}

fn lower(test: &Test) -> Option<Day> {
    if let Test::From(moment) = test { Some(moment.first()) } else { None }
}

fn upper(test: &Test) -> Option<Day> {
    if let Test::To(moment) = test { Some(moment.last()) } else { None }
}

/// Whether the dates of an entity fit, or, where it has none, those of an event or a tie of it.
fn lasted(seen: Seen<'_>, id: EntityId, fits: &dyn Fn(Date) -> bool) -> bool {
    let graph = seen.graph();
    if let Some(during) = graph.entity(id).during {
        return fits(during);
    }
    let milestones = graph.milestones(id).iter().filter(|&&milestone| seen.shows_milestone(milestone));
    let mut links = seen.arcs(id).map(|arc| graph.link(arc.link));
    milestones.into_iter().any(|&milestone| fits(graph.milestone(milestone).on))
        || links.any(|link| link.during.iter().chain(&link.seen).any(|&date| fits(date)))
}

/// Whether a test fits an entity. Dates and stances are not asked here.
fn describes(test: &Test, seen: Seen<'_>, id: EntityId) -> bool {
    let entity = seen.graph().entity(id);
    match test {
        Test::Kind(kind) => entity.kind == *kind,
        Test::In(who) => {
            let seat = |arc: &Arc| arc.outward && arc.relation == Relation::LocatedIn;
            entity.country == Some(who.entity) || tied(seen, id, who.entity, seat)
        }
        Test::Of(who) => tied(seen, id, who.entity, |arc| arc.outward && belongs(arc.relation)),
        Test::With(who) => tied(seen, id, who.entity, |_| true),
        Test::By(who) => tied(seen, id, who.entity, |arc| !arc.outward || arc.relation.symmetric()),
        Test::Status(status) => entity.record.status == Some(*status),
        Test::Topic(who) => {
            let part = |arc: &Arc| arc.outward && arc.relation == Relation::PartOf;
            id == who.entity || entity.topics.contains(&who.entity) || tied(seen, id, who.entity, part)
        }
        Test::Confidence(confidence) => entity.claim.confidence == *confidence,
        Test::About(_) | Test::Position(_) | Test::From(_) | Test::To(_) => false,
    }
}

/// Whether a link in sight, seen from an entity, leads to another one and fits.
fn tied(seen: Seen<'_>, id: EntityId, other: EntityId, fits: impl Fn(&Arc) -> bool) -> bool {
    seen.arcs(id).any(|arc| arc.other == other && fits(&arc))
}

/// Whether one end of such a relation is a part of the other.
fn belongs(relation: Relation) -> bool {
    use Relation::{EmployedBy, HoldsOfficeAt, MemberOf, PartOf};
    matches!(relation, PartOf | MemberOf | HoldsOfficeAt | EmployedBy)
}

/// Whether a test fits a stance. Its date and its confidence are not asked here.
fn says(test: &Test, seen: Seen<'_>, id: StanceId) -> bool {
    let graph = seen.graph();
    let stance = graph.stance(id);
    let about = |issue: EntityId| graph.stances_about(issue).binary_search(&id).is_ok();
    let holders = || [Some(stance.holder), stance.body].into_iter().flatten();
    match test {
        Test::In(who) => holders().any(|holder| holder == who.entity || describes(test, seen, holder)),
        Test::Of(who) => holders().any(|holder| holder == who.entity || describes(test, seen, holder)),
        Test::With(who) => {
            let others = [Some(stance.about), stance.toward].into_iter().flatten();
            holders().chain(others).any(|end| end == who.entity)
        }
        Test::By(who) => holders().any(|holder| holder == who.entity),
        Test::About(who) => about(who.entity),
        Test::Position(position) => stance.record.position == *position,
        Test::Topic(who) => about(who.entity) || graph.entity(stance.about).topics.contains(&who.entity),
        _ => false,
    }
}
