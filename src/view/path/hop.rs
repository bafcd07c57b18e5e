//! A path stop by stop, with the tie between each and the next.

use crate::figure::{Cell, Column, Extract, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::paths::{Hop, Route};
use crate::graph::{ClaimId, EntityId, LinkId, Phase};
use crate::model::standing::{Confidence, Rung};
use crate::view::phrase::{count, doubt, short, when};

/// Parallel ties that are told of a hop.
const TOLD: usize = 6;

/// Stops and hops in turn.
pub(super) fn table(seen: Seen<'_>, route: &Route, extract: &mut Extract) -> Table {
    let mut rows = Vec::new();
    for hop in &route.hops {
        rows.push(stop(seen, hop.from, extract));
        rows.push(tie(seen, hop, extract));
    }
    rows.extend(route.hops.last().map(|hop| stop(seen, hop.to, extract)));
    let columns = vec![
        Column::fit("stop", 8, 34),
        Column::fill("tie", 16, 1),
        Column::fit("when", 0, 13).rank(2),
        Column::fit("how far", 0, 10).rank(3),
        Column::fit("doubt", 0, 1).rank(4),
    ];
    Table { columns, rows, axis: None, heads: false }
}

fn stop(seen: Seen<'_>, id: EntityId, extract: &mut Extract) -> Row {
    let entity = seen.graph().entity(id);
    let about = if entity.name() == entity.short() || entity.summary().is_empty() {
        entity.summary()
    } else {
        entity.name()
    };
    let name = Text::of(entity.kind.glyph().to_string(), Role::Kind(entity.kind))
        .and(" ", Role::Text)
        .and_strong(entity.short(), Role::Text);
    let what = if about.is_empty() { entity.kind.name() } else { about };
    let cells =
        vec![Cell::Text(name), Cell::Text(Text::of(what, Role::Muted)), "".into(), "".into(), "".into()];
    let cites = extract.cite(seen.graph(), ClaimId::Entity(id));
    let summary = (what != entity.summary()).then(|| Text::of(entity.summary(), Role::Muted));
    Row { detail: summary.into_iter().collect(), ..Row::new(cells, Target::entity(id)).cited(cites) }
}

fn tie(seen: Seen<'_>, hop: &Hop, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let Some((&best, rest)) = hop.links.split_first() else { return Row::default() };
    let link = graph.link(best);
    let cites = extract.cite(graph, ClaimId::Link(best));
    let others: Vec<Text> = rest.iter().map(|&id| other(seen, hop, id, extract)).collect();
    let mut text = way(seen, hop, best);
    if let Some(role) = link.role() {
        text = text.and(format!(": {role}"), Role::Text);
    }
    if !rest.is_empty() {
        text = text.and(format!("  +{}", count(rest.len(), "tie")), Role::Muted);
    }
    let line = match seen.tie_phase(best) {
        Phase::Active | Phase::Undated => Text::of("│", Role::Accent),
        Phase::Ended | Phase::Ahead => Text::of("┊", Role::Border),
    };
    let cells = vec![
        Cell::Text(line),
        Cell::Text(text),
        Cell::Text(when(seen, best)),
        Cell::Text(Text::of(link.rung.map_or("", Rung::name), Role::Muted)),
        Cell::Text(doubt(link.claim.confidence, link.claim.rank)),
    ];
    let more = others.len().saturating_sub(TOLD);
    let mut detail = grounds(seen, best);
    detail.extend(others.into_iter().take(TOLD));
    detail
        .extend((more > 0).then(|| Text::of(format!("and {more} more; Enter shows them all"), Role::Muted)));
    Row { detail, ..Row::new(cells, Target::claim(ClaimId::Link(best), hop.to)).cited(cites) }
}

/// "↓ leads" along the path, "↑ led by" against it, the verb alone where a tie has no direction.
fn way(seen: Seen<'_>, hop: &Hop, id: LinkId) -> Text {
    let link = seen.graph().link(id);
    let (sign, verb) = match link.from == hop.from {
        _ if link.relation.symmetric() => ("↕", link.relation.verb()),
        true => ("↓", link.relation.outward()),
        false => ("↑", link.relation.inward()),
    };
    let ended = seen.tie_phase(id) == Phase::Ended;
    Text::of(format!("{sign} "), Role::Accent).and(verb, if ended { Role::Ended } else { Role::Text })
}

/// What a reader should know of a tie beside its dates.
fn grounds(seen: Seen<'_>, id: LinkId) -> Vec<Text> {
    let link = seen.graph().link(id);
    let mut lines = Vec::new();
    let mut say = |label: &str, text: Option<&str>, role: Role| {
        lines.extend(text.map(|text| Text::of(format!("{label}{text}"), role)));
    };
    say("status: ", link.tie.status.as_deref(), Role::Muted);
    say("note: ", link.tie.note.as_deref(), Role::Muted);
    let low = link.claim.confidence == Confidence::Low;
    say("~ ", low.then_some("low confidence"), Role::Doubt);
    say("because: ", link.claim.because.as_deref(), Role::Muted);
    lines
}

/// Another tie between the same two.
fn other(seen: Seen<'_>, hop: &Hop, id: LinkId, extract: &mut Extract) -> Text {
    let graph = seen.graph();
    let link = graph.link(id);
    let mut text = Text::of("also ", Role::Muted).then(way(seen, hop, id)).and(" ", Role::Text);
    text = text.then(short(graph, hop.to));
    if let Some(role) = link.role() {
        text = text.and(format!(": {role}"), Role::Text);
    }
    let dates = link.when();
    if !dates.is_empty() {
        text = text.and(format!(" · {dates}"), Role::Muted);
    }
    for note in extract.cite(graph, ClaimId::Link(id)) {
        text = text.and(format!(" [{note}]"), Role::Link);
    }
    text
}
