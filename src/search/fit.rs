//! Whether one test fits one thing.

use super::filter::Test;
use crate::graph::era::Seen;
use crate::graph::{Arc, EntityId, StanceId};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::relation::Relation;

/// Whether the dates of an entity fit, or, where it has none, those of an event or a tie of it.
pub(super) fn lasted(seen: Seen<'_>, id: EntityId, fits: &dyn Fn(Date) -> bool) -> bool {
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
pub(super) fn describes(test: &Test, seen: Seen<'_>, id: EntityId) -> bool {
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
        Test::Form(form) => entity.record.instrument == Some(*form),
        Test::Phase(phase) => seen.entity_phase(id) == *phase,
        Test::Topic(who) => {
            let part = |arc: &Arc| arc.outward && arc.relation == Relation::PartOf;
            id == who.entity || entity.topics.contains(&who.entity) || tied(seen, id, who.entity, part)
        }
        Test::Confidence(confidence) => entity.claim.confidence == *confidence,
        Test::Posts(number) => posts(seen, id) >= usize::from(*number),
        Test::About(_) | Test::Position(_) | Test::From(_) | Test::To(_) => false,
    }
}

/// Whether a link in sight, seen from an entity, leads to another one and fits.
fn tied(seen: Seen<'_>, id: EntityId, other: EntityId, fits: impl Fn(&Arc) -> bool) -> bool {
    seen.arcs(id).any(|arc| arc.other == other && fits(&arc))
}

/// In how many agencies and organisations somebody has served.
fn posts(seen: Seen<'_>, id: EntityId) -> usize {
    let served =
        |arc: &Arc| arc.outward && matches!(arc.relation, Relation::HoldsOfficeAt | Relation::EmployedBy);
    let body = |&id: &EntityId| matches!(seen.graph().entity(id).kind, Kind::Agency | Kind::Organisation);
    let mut bodies: Vec<EntityId> = seen.arcs(id).filter(served).map(|arc| arc.other).filter(body).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies.len()
}

/// Whether one end of such a relation is a part of the other.
fn belongs(relation: Relation) -> bool {
    use Relation::{EmployedBy, HoldsOfficeAt, MemberOf, PartOf};
    matches!(relation, PartOf | MemberOf | HoldsOfficeAt | EmployedBy)
}

/// Whether a test fits a stance. Its date and its confidence are not asked here.
pub(super) fn says(test: &Test, seen: Seen<'_>, id: StanceId) -> bool {
    let graph = seen.graph();
    let stance = graph.stance(id);
    let about = |issue: EntityId| graph.stances_about(issue).binary_search(&id).is_ok();
    let holders = || [Some(stance.holder), stance.body].into_iter().flatten();
    match test {
        Test::In(who) => holders().any(|holder| holder == who.entity || describes(test, seen, holder)),
        Test::Of(who) => holders().any(|holder| holder == who.entity || describes(test, seen, holder)),
        Test::With(who) => {
            let others = [Some(stance.about), stance.toward].into_iter().flatten();
            let ours = |end: EntityId| end == who.entity || graph.entity(end).country == Some(who.entity);
            holders().chain(others).any(ours)
        }
        Test::By(who) => holders().any(|holder| holder == who.entity),
        Test::About(who) => about(who.entity),
        Test::Position(position) => stance.record.position == *position,
        Test::Topic(who) => about(who.entity) || graph.entity(stance.about).topics.contains(&who.entity),
        _ => false,
    }
}
