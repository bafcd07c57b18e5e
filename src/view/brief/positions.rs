//! Who said what, and how it changed.

use super::scope::Scope;
use super::sentence::{name, small, stopped, took};
use super::{Section, Sentence};
use crate::figure::Target;
use crate::graph::{ClaimId, EntityId, StanceId};
use crate::model::kind::Kind;
use crate::view::dates::happened;
use crate::view::phrase::capital;
use crate::view::years::Stretch;

pub(super) fn section(scope: &Scope<'_>) -> Section {
    let said = scope.courses().into_values().filter_map(|course| latest(scope, &course)).collect();
    Section::of("Positions", said, 3, 6)
}

/// The latest stance of a course, and the position before it if that was another one.
fn latest(scope: &Scope<'_>, course: &[StanceId]) -> Option<Sentence> {
    let graph = scope.seen.graph();
    let &id = course.last()?;
    let stance = graph.stance(id);
    let position = stance.record.position;
    let when = capital(&happened(stance.on));
    let mut text = stopped(&format!("{when} {} {}", speaker(scope, id), small(&stance.record.gist)));
    let mut claims = vec![ClaimId::Stance(id)];
    let before = course.iter().rev().copied().find(|&other| graph.stance(other).record.position != position);
    let mut weight = scope.weight(claims[0], stance.on.first()) + f64::from(position.height().abs()) / 2.0;
    let apart = |before: &StanceId| !Stretch::of(graph.stance(*before).on).meets(Stretch::of(stance.on));
    if let Some(before) = before.filter(apart) {
        let earlier = graph.stance(before);
        let actor = name(graph, stance.actor());
        let was = format!("{actor} had {} {}", took(earlier.record.position), issue(scope, stance.about));
        text += &format!(" Before, {} {}.", happened(earlier.on), was);
        claims.push(ClaimId::Stance(before));
        weight += if earlier.record.position.reverses(position) { 3.0 } else { 1.0 };
    } else if !stance.record.gist.contains(graph.entity(stance.about).short()) {
        text = format!("{} (on {}).", text.trim_end_matches('.'), issue(scope, stance.about));
    }
    if scope.ours.contains(&stance.actor()) {
        weight += 1.0;
    }
    let opens = if scope.is_side(stance.holder) { stance.about } else { stance.holder };
    let target = Target::claim(claims[0], opens);
    Some(Sentence { text, claims, target, weight, day: Some(stance.day()) })
}

/// An issue as a sentence names it; topics are named in quotation marks.
fn issue(scope: &Scope<'_>, id: EntityId) -> String {
    let graph = scope.seen.graph();
    if graph.entity(id).kind == Kind::Topic {
        return format!("“{}”", graph.entity(id).short());
    }
    name(graph, id)
}

/// Who spoke: a person with the office held, or a body.
fn speaker(scope: &Scope<'_>, id: StanceId) -> String {
    let graph = scope.seen.graph();
    let stance = graph.stance(id);
    let holder = graph.entity(stance.holder);
    if !scope.is_person(stance.holder) {
        return name(graph, stance.holder);
    }
    let Some(office) = &stance.record.office else { return holder.name().to_owned() };
    let body = stance.body.map(|body| graph.entity(body));
    let whole = body.is_none_or(|body| office.contains(body.short()) || office.contains(body.name()));
    match body.filter(|_| !whole) {
        Some(body) => format!("{}, {office} of {},", holder.name(), body.short()),
        None => format!("{}, {office},", holder.name()),
    }
}
