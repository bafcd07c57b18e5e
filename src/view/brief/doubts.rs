//! What is restricted, what is in doubt, and what happened of late.

use super::scope::Scope;
use super::sentence::{Tense, name, stopped, verb};
use super::{Section, Sentence};
use crate::figure::Target;
use crate::graph::conflict::Subject;
use crate::graph::link::span;
use crate::graph::{Arc, ClaimId, EntityId, MilestoneId, Phase};
use crate::model::date::{Date, Moment};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::model::standing::Rank;
use crate::view::dates::{at, happened, moment};
use crate::view::phrase::{capital, list};

/// Laws and bans on one of the sides, and who left what both share.
pub(super) fn restrictions(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let mut said: Vec<Sentence> = Vec::new();
    let mut bans: Vec<EntityId> = Vec::new();
    let sides = scope.ours.iter().filter(|_| scope.subject.is_none());
    let near: Vec<EntityId> = sides.chain(&scope.works).copied().collect();
    for id in near {
        for arc in scope.seen.arcs(id).filter(|arc| scope.sieve.admits(ClaimId::Link(arc.link))) {
            match arc.relation {
                Relation::Restricts if !bans.contains(&barrier(id, arc)) => {
                    bans.push(barrier(id, arc));
                    said.extend(ban(scope, barrier(id, arc)));
                }
                Relation::WithdrewFrom => said.extend(exit(scope, arc)),
                _ => {}
            }
        }
    }
    said.dedup_by(|one, other| one.claims == other.claims);
    let mut seen = Vec::new();
    said.retain(|sentence| {
        let new = !seen.contains(&sentence.claims);
        seen.push(sentence.claims.clone());
        new && !graph.claim(sentence.claims[0]).cites.is_empty()
    });
    Section::of("Restrictions and withdrawals", said, 2, 4)
}

/// The first end of a tie: what restricts.
const fn barrier(id: EntityId, arc: Arc) -> EntityId {
    if arc.outward { id } else { arc.other }
}

/// What a law or a body restricts. With two sides it counts only if it names both, or one of them
/// restricts the other.
fn ban(scope: &Scope<'_>, barrier: EntityId) -> Option<Sentence> {
    let graph = scope.seen.graph();
    let arcs: Vec<Arc> =
        scope.seen.arcs(barrier).filter(|arc| arc.outward && arc.relation == Relation::Restricts).collect();
    let touches = |side: &[EntityId]| {
        let country = graph.entity(barrier).country;
        side.contains(&barrier)
            || country.is_some_and(|state| side.contains(&state))
            || arcs.iter().any(|arc| side.contains(&arc.other))
    };
    if scope.about.is_some() && !(touches(&scope.ours) && touches(&scope.theirs)) {
        return None;
    }
    let names: Vec<String> = arcs.iter().take(4).map(|arc| name(graph, arc.other)).collect();
    let claims: Vec<ClaimId> = arcs.iter().take(4).map(|arc| ClaimId::Link(arc.link)).collect();
    let first = graph.link(arcs.first()?.link);
    let over = scope.seen.link_phase(arcs[0].link) == Phase::Ended;
    let when = match (first.during.and_then(Date::start), first.during.and_then(Date::end)) {
        (Some(start), Some(end)) if over => format!(" from {} to {}", moment(start), moment(end)),
        (Some(start), _) => format!(" since {}", moment(start)),
        _ => String::new(),
    };
    let act = match (over, when.is_empty()) {
        (true, _) => verb(Relation::Restricts, false, Tense::Past),
        (false, false) => "has restricted".to_owned(),
        (false, true) => verb(Relation::Restricts, false, Tense::Present),
    };
    let text = capital(&format!("{} {act} {}{when}.", name(graph, barrier), list(&names)));
    let day = first.during.and_then(Date::first);
    let weight = scope.weight(claims[0], day) + 4.0;
    Some(Sentence { text, claims, target: Target::entity(barrier), weight, day })
}

fn exit(scope: &Scope<'_>, arc: Arc) -> Option<Sentence> {
    let graph = scope.seen.graph();
    let link = graph.link(arc.link);
    let ours = if scope.about.is_some() {
        scope.is_side(link.from) && scope.works.contains(&link.to)
    } else {
        scope.ours.contains(&link.from) || scope.ours.contains(&link.to)
    };
    if !ours {
        return None;
    }
    let when = link.during.and_then(Date::start).map_or(String::new(), |start| format!(" {}", at(start)));
    let text = capital(&format!("{} withdrew from {}{when}.", name(graph, link.from), name(graph, link.to)));
    let day = link.during.and_then(Date::first);
    let claim = ClaimId::Link(arc.link);
    let weight = scope.weight(claim, day) + 3.0;
    let target = Target::claim(claim, link.to);
    Some(Sentence { text, claims: vec![claim], target, weight, day })
}

/// On what sources disagree.
pub(super) fn section(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let side = |id: EntityId| scope.subject.is_none() && (id == scope.focus || Some(id) == scope.about);
    let ours = |id: EntityId| side(id) || scope.works.contains(&id) || Some(id) == scope.subject;
    let mut said = Vec::new();
    for conflict in graph.conflicts() {
        let sides: Vec<ClaimId> =
            conflict.sides.iter().copied().filter(|&side| scope.seen.heard(graph.claim(side))).collect();
        if sides.len() < 2 || !ours(conflict.entity) || !scope.seen.shows(conflict.entity) {
            continue;
        }
        let subject = match conflict.about {
            Subject::Field(number) => {
                graph.entity(conflict.entity).record.disputes[usize::from(number)].field.to_string()
            }
            Subject::Tie(relation) => relation.verb().to_owned(),
            Subject::Event(kind) => kind.name().to_owned(),
            Subject::Position => "position".to_owned(),
        };
        let values: Vec<String> = sides.iter().map(|&side| value(scope, side)).collect();
        let preferred = graph.claim(sides[0]).rank == Rank::Preferred;
        let text = if preferred {
            let others = values[1..].join(" or ");
            format!(
                "Sources differ on {}, “{subject}”: {} is preferred to {others}.",
                name(graph, conflict.entity),
                values[0]
            )
        } else {
            format!(
                "Sources differ on {}, “{subject}”: {}.",
                name(graph, conflict.entity),
                values.join(" or ")
            )
        };
        let own = if conflict.entity == scope.focus { 3.0 } else { 1.0 };
        let target = Target::claim(sides[0], conflict.entity);
        said.push(Sentence { text, claims: sides, target, weight: 2.0 + own, day: None });
    }
    Section::of("In doubt", said, 1, 3)
}

fn value(scope: &Scope<'_>, side: ClaimId) -> String {
    let graph = scope.seen.graph();
    let said = |date: Date| match date {
        Date::At(only) => moment(only),
        Date::Span { .. } => span(date),
    };
    match side {
        ClaimId::Dispute(id, number) => {
            let value = graph.entity(id).record.disputes[usize::from(number)].value.to_string();
            value.parse().map_or(value, said)
        }
        ClaimId::Entity(id) => graph.entity(id).during.map_or(String::new(), said),
        ClaimId::Link(id) => {
            let link = graph.link(id);
            format!("{} {}", name(graph, link.from), link.when())
        }
        ClaimId::Milestone(id) => said(graph.milestone(id).on),
        ClaimId::Stance(id) => graph.stance(id).record.position.name().to_owned(),
    }
}

/// How recent an event must be: not older than ten years.
const RECENT: f64 = 1.5;

/// Whether the sentence on an agreement or a mission says it already.
fn told(scope: &Scope<'_>, event: MilestoneId) -> bool {
    let graph = scope.seen.graph();
    let milestone = graph.milestone(event);
    let kind = graph.entity(milestone.entity).kind;
    match milestone.record.kind {
        MilestoneKind::Signed => kind == Kind::Agreement,
        MilestoneKind::Launched | MilestoneKind::Cancelled => kind == Kind::Mission,
        _ => false,
    }
}

/// What happened last to the focus and to what is shared, the newest first.
pub(super) fn milestones(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let mut of: Vec<EntityId> = scope.works.clone();
    if scope.about.is_none() {
        of.extend(scope.ours.iter().filter(|id| !scope.works.contains(id)));
    }
    let mut said: Vec<Sentence> = Vec::new();
    for &event in of.iter().flat_map(|&id| graph.milestones(id)) {
        let milestone = graph.milestone(event);
        let claim = ClaimId::Milestone(event);
        let Some(what) = &milestone.record.what else { continue };
        if !scope.sieve.admits(claim) || told(scope, event) || scope.recency(milestone.on.first()) < RECENT {
            continue;
        }
        let entity = graph.entity(milestone.entity);
        let named = what.contains(entity.short()) || milestone.entity == scope.focus;
        let about = if named { String::new() } else { format!(", {}", entity.short()) };
        let text = stopped(&format!("{}{about}: {what}", capital(&happened(milestone.on))));
        let day = milestone.on.first().or_else(|| milestone.on.end().map(Moment::last));
        let own = if scope.ours.contains(&milestone.entity) { 1.0 } else { 0.0 };
        let names = |ids: &[EntityId]| ids.iter().any(|&id| what.contains(graph.entity(id).short()));
        let both = [names(&scope.ours), names(&scope.theirs)].into_iter().filter(|named| *named).count();
        let own = own + 1.5 * both as f64;
        let weight = scope.weight(claim, day) + 2.0 * scope.recency(day) - 4.0 + own;
        let target = Target::claim(claim, milestone.entity);
        said.push(Sentence { text, claims: vec![claim], target, weight, day });
    }
    let mut section = Section::of("Latest events", said, 2, 6);
    section.sentences.reverse();
    section
}
