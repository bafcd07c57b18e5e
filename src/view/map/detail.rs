//! What is said of a seat under the cursor: who sits there, where it is and how we know, and the tie.

use super::cast::{Cast, Seat};
use crate::figure::{Role, Text};
use crate::graph::Graph;
use crate::graph::era::Seen;
use crate::graph::place::Basis;
use crate::layout::globe::distance;
use crate::model::kind::Kind;
use crate::view::phrase::{count, grouped, when};

/// Works that are named before the rest is counted.
const TOLD: usize = 4;
/// Footnotes that are shown in one line.
pub(super) const NOTES: usize = 4;

/// Who the seat is of, its place, and what ties it to the one in focus.
pub(super) fn of(seen: Seen<'_>, cast: &Cast, number: usize, cites: &[Vec<u32>]) -> Vec<Text> {
    let graph = seen.graph();
    let seat = &cast.seats[number];
    let entity = graph.entity(seat.entity);
    let who = Text::of(format!("{} ", entity.kind.glyph()), Role::Kind(entity.kind))
        .and_strong(entity.name(), Role::Text)
        .and(format!("  {} · {}", entity.kind.name(), count(graph.degree(seat.entity), "link")), Role::Muted);
    let mut place = where_it_is(graph, seat);
    let tie = cast.ties.iter().position(|tie| tie.to == number);
    if let Some(tie) = tie {
        let from = &cast.seats[cast.ties[tie].from];
        let far = distance(from.point(), seat.point()).round() as usize;
        let name = graph.entity(from.entity).short();
        if far > 0 && from.place.basis.sure() && seat.place.basis.sure() {
            place = place.and(format!(" · {} km from {name}", grouped(far)), Role::Muted);
        }
    }
    let mut lines = vec![who, place];
    lines.extend(tie.map(|tie| told(seen, cast, tie, &cites[tie])));
    lines
}

/// "Paris, 48.86° N 2.35° E", and if the record does not say so, whence we have it.
fn where_it_is(graph: &Graph, seat: &Seat) -> Text {
    let (lat, lon) = seat.place.at;
    let entity = graph.entity(seat.entity);
    let town = entity.town();
    let name = |id| graph.entity(id).short();
    let degrees = |value: f64, plus: char, minus: char| {
        format!("{:.2}° {}", value.abs(), if value < 0.0 { minus } else { plus })
    };
    let at = format!("{} {}", degrees(lat, 'N', 'S'), degrees(lon, 'E', 'W'));
    match seat.place.basis {
        Basis::Own => Text::of(town.unwrap_or_default(), Role::Text)
            .and(if town.is_some() { ", " } else { "" }, Role::Muted)
            .and(at, Role::Muted),
        Basis::Town(other) => Text::of(town.unwrap_or_default(), Role::Text)
            .and(format!(", {at}, as of {} in the same town", name(other)), Role::Muted),
        Basis::Whole(whole) => derived(town, &format!("shown at {}, of which it is part", name(whole))),
        Basis::State(agency) if entity.kind == Kind::State => {
            Text::of(format!("Shown at the seat of its agency {}", name(agency)), Role::Muted)
        }
        Basis::State(agency) => {
            let state = entity.country.map_or("the same state", name);
            derived(town, &format!("shown at the seat of {}, as it is in {state}", name(agency)))
        }
    }
}

/// A place that is not the entity's own.
fn derived(town: Option<&str>, why: &str) -> Text {
    let place = Text::of(town.unwrap_or("No place"), Role::Text);
    let lacks = if town.is_some() { ", no coordinates on record: " } else { " on record: " };
    place.and(lacks, Role::Muted).and(why, Role::Doubt)
}

/// The works that two share, or the link between them.
fn told(seen: Seen<'_>, cast: &Cast, tie: usize, notes: &[u32]) -> Text {
    let graph = seen.graph();
    let tie = &cast.ties[tie];
    let end = cast.seats[tie.to].entity;
    let mut text = if tie.works.is_empty() {
        tie.links.first().map_or_else(Text::empty, |&id| {
            let link = graph.link(id);
            let verb = if link.from == end { link.relation.outward() } else { link.relation.inward() };
            let text = Text::of(format!("{verb} "), Role::Muted)
                .and_strong(graph.entity(link.other(end)).short(), Role::Text);
            let text = link.role().map_or(text.clone(), |role| text.and(format!(": {role}"), Role::Text));
            if link.when().is_empty() { text } else { text.and(" · ", Role::Muted).then(when(seen, id)) }
        })
    } else {
        let named: Vec<&str> = tie.works.iter().take(TOLD).map(|&work| graph.entity(work).short()).collect();
        let rest = tie.works.len() - named.len();
        let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
        Text::of("together in ", Role::Muted).and(named.join(", "), Role::Text).and(more, Role::Muted)
    };
    for note in notes.iter().take(NOTES) {
        text = text.and(format!(" [{note}]"), Role::Link);
    }
    if notes.len() > NOTES { text.and(" …", Role::Link) } else { text }
}
