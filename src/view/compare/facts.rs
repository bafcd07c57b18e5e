//! What each is, how far its ties go, and with whom it works most.

use super::{Sheet, none};
use crate::figure::{Role, Target, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::ties::colleagues;
use crate::graph::{Arc, ClaimId, EntityId, LinkId};
use crate::model::date::Date;
use crate::model::relation::Relation;
use crate::model::standing::Rung;
use crate::view::Lens;
use crate::view::phrase::{grouped, short};

/// Partners that are named.
const PARTNERS: usize = 6;

pub(super) fn add(sheet: &mut Sheet<'_>) {
    let graph = sheet.seen.graph();
    let focus = sheet.focus;
    sheet.heading("Facts", "");
    let kinds = focus.iter().map(|&id| Text::of(graph.entity(id).kind.name(), Role::Text)).collect();
    fact(sheet, "kind", kinds);
    let dates =
        |id: EntityId| graph.entity(id).during.map_or_else(none, |date| Text::of(began(date), Role::Text));
    let began = graph.entity(focus[0]).kind.began();
    fact(sheet, began, focus.iter().map(|&id| dates(id)).collect());
    fact(sheet, "seat", focus.iter().map(|&id| seat(sheet.seen, id)).collect());
    linked(sheet, "part of", |seen, id| {
        let part = |arc: &Arc| arc.outward && arc.relation == Relation::PartOf;
        seen.arcs(id).find(part).map(|arc| arc.link)
    });
    linked(sheet, "head", |seen, id| seen.heads(id).first().copied());
}

/// The start alone if it is not over.
fn began(date: Date) -> String {
    match (date.start(), date.end()) {
        (Some(start), None) => start.to_string(),
        _ => span(date),
    }
}

fn seat(seen: Seen<'_>, id: EntityId) -> Text {
    let graph = seen.graph();
    let entity = graph.entity(id);
    let place = entity.record.seat.as_ref().and_then(|seat| seat.place.as_deref());
    let state = entity.country.map(|state| graph.entity(state).short());
    match (place, state) {
        (Some(place), Some(state)) => Text::of(format!("{place}, {state}"), Role::Text),
        (Some(one), None) | (None, Some(one)) => Text::of(one, Role::Text),
        (None, None) => none(),
    }
}

/// A row of facts, unless nothing is known of any; it rests on what the names rest on.
fn fact(sheet: &mut Sheet<'_>, label: &str, values: Vec<Text>) {
    if values.iter().any(|value| *value != none()) {
        let target = Target::entity(sheet.focus[0]);
        sheet.row(Text::of(label, Role::Muted), values, Text::empty(), &[], target);
    }
}

/// A row of what a link leads to; the first of those opens.
fn linked(sheet: &mut Sheet<'_>, label: &str, find: impl Fn(Seen<'_>, EntityId) -> Option<LinkId>) {
    let graph = sheet.seen.graph();
    let links: Vec<Option<LinkId>> = sheet.focus.iter().map(|&id| find(sheet.seen, id)).collect();
    let value = |(link, &id): (&Option<LinkId>, &EntityId)| {
        link.map_or_else(none, |link| short(graph, graph.link(link).other(id)))
    };
    let values: Vec<Text> = links.iter().zip(sheet.focus).map(value).collect();
    let first = links
        .iter()
        .zip(sheet.focus)
        .find_map(|(link, &id)| Some((graph.link((*link)?).other(id), (*link)?)));
    if let Some((other, link)) = first {
        let claims: Vec<ClaimId> = links.iter().flatten().map(|&link| ClaimId::Link(link)).collect();
        let target = Target::claim(ClaimId::Link(link), other);
        sheet.row(Text::of(label, Role::Muted), values, Text::empty(), &claims, target);
    }
}

/// How many ties of each rung.
pub(super) fn rungs(sheet: &mut Sheet<'_>) {
    let (seen, lens) = (sheet.seen, sheet.lens);
    let graph = seen.graph();
    let count = |id: EntityId, rung: Rung| {
        let arcs = seen.arcs(id).filter(|arc| lens.query.admits_link(seen, arc.link));
        arcs.filter(|arc| graph.link(arc.link).rung == Some(rung)).count()
    };
    sheet.heading("Ties by strength", "");
    for &rung in Rung::ALL.iter().rev() {
        let counts: Vec<usize> = sheet.focus.iter().map(|&id| count(id, rung)).collect();
        if counts.iter().any(|&count| count > 0) {
            let values = counts.iter().map(|&count| Text::of(grouped(count), Role::Text)).collect();
            let target = Target::entity(sheet.focus[0]);
            sheet.row(Text::of(rung.name(), Role::Muted), values, Text::empty(), &[], target);
        }
    }
}

/// With whom each works most, as [`crate::view::partners`] counts it.
pub(super) fn partners(sheet: &mut Sheet<'_>) {
    let (seen, lens) = (sheet.seen, sheet.lens);
    let graph = seen.graph();
    let lists: Vec<Vec<(EntityId, usize)>> = sheet.focus.iter().map(|&id| ranking(seen, lens, id)).collect();
    if lists.iter().all(Vec::is_empty) {
        return;
    }
    sheet.heading("Closest partners", "by shared works and direct ties");
    for place in 0..PARTNERS {
        let entries: Vec<Option<(EntityId, usize)>> =
            lists.iter().map(|list| list.get(place).copied()).collect();
        let Some((first, _)) = entries.iter().flatten().next().copied() else { break };
        let values = entries
            .iter()
            .map(|entry| {
                entry.map_or_else(none, |(id, ties)| {
                    short(graph, id).and(format!(" {}", grouped(ties)), Role::Muted)
                })
            })
            .collect();
        let label = Text::of((place + 1).to_string(), Role::Muted);
        sheet.row(label, values, Text::empty(), &[], Target::entity(first));
    }
}

fn ranking(seen: Seen<'_>, lens: &Lens, id: EntityId) -> Vec<(EntityId, usize)> {
    let graph = seen.graph();
    let mut found = colleagues(seen, id);
    found.retain(|partner| lens.query.admits_entity(seen, partner.entity));
    let mut ranking: Vec<(EntityId, usize)> =
        found.into_iter().map(|partner| (partner.entity, partner.shared.len())).collect();
    ranking.sort_by_key(|&(other, score)| (std::cmp::Reverse(score), graph.entity(other).short(), other));
    ranking
}
