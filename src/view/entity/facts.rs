//! The head of a dossier: names, summary, dates, seat, what is disputed.

use crate::figure::{Extract, Page, Role, Target, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId, Graph};
use crate::model::kind::Kind;
use crate::model::standing::{Confidence, Rank};
use crate::typeset::wrap::unsteady;
use crate::view::phrase::short;

/// So many heads at most are named: co-chairs, and acting ones beside those they stand in for.
const HEADS: usize = 3;

pub(super) fn add(seen: Seen<'_>, focus: EntityId, extract: &mut Extract, page: &mut Page) {
    let graph = seen.graph();
    let entity = graph.entity(focus);
    let own = extract.cite(graph, ClaimId::Entity(focus));
    if entity.name() != entity.short() {
        page.paragraph(Text::strong(entity.name(), Role::Text), Vec::new());
    }
    let mut summary = Text::of(entity.summary(), Role::Text);
    if entity.claim.confidence == Confidence::Low {
        summary = summary.and("  ~ low confidence", Role::Doubt);
    }
    page.paragraph(summary, own);
    era(seen, focus, page);
    names(graph, focus, page);
    dates(seen, focus, page);
    place(graph, focus, page);
    heads(seen, focus, extract, page);
    if let Some(website) = &entity.record.website {
        page.fact("website", Text::of(&**website, Role::Link), Vec::new(), Target::NONE);
    }
    for &topic in &entity.topics {
        page.fact("topic", short(graph, topic), Vec::new(), Target::entity(topic));
    }
    disputes(graph, focus, extract, page);
}

/// Who heads a body at the date, with the title and since when.
fn heads(seen: Seen<'_>, focus: EntityId, extract: &mut Extract, page: &mut Page) {
    let graph = seen.graph();
    if !matches!(graph.entity(focus).kind, Kind::Agency | Kind::Organisation) {
        return;
    }
    // Sources that disagree on the dates of an office are no two heads.
    let mut heads = seen.heads(focus);
    heads.dedup_by_key(|id| graph.link(*id).from);
    for (number, id) in heads.into_iter().take(HEADS).enumerate() {
        let link = graph.link(id);
        let cites = extract.cite(graph, ClaimId::Link(id));
        let title = link.role().unwrap_or_default();
        let value = short(graph, link.from).and(format!("  {title}, {}", link.when()), Role::Muted);
        let label = if number == 0 { "head" } else { "" };
        page.fact(label, value, cites, Target::claim(ClaimId::Link(id), link.from));
    }
}

/// What a reader must know who looks from a date: the head of a dossier is written today.
fn era(seen: Seen<'_>, focus: EntityId, page: &mut Page) {
    let era = seen.era();
    if era.at.is_none() && era.known_by.is_none() {
        return;
    }
    let text = if seen.shows(focus) {
        "Name, summary and dates are as they are known today; ties, stances and milestones are those of the date."
    } else {
        "There is no trace of it yet at this date. `t` changes the date."
    };
    page.paragraph(Text::of(text, Role::Doubt), Vec::new());
}

fn names(graph: &Graph, focus: EntityId, page: &mut Page) {
    let record = &graph.entity(focus).record;
    let said = |name: &crate::model::record::Name| match (&name.lang, name.former) {
        (Some(lang), true) => format!("{} ({lang}, former)", name.text),
        (Some(lang), false) => format!("{} ({lang})", name.text),
        (None, true) => format!("{} (former)", name.text),
        (None, false) => name.text.to_string(),
    };
    // Scripts that combine or run leftward stand alone: terminals do not agree on their width.
    let (alone, together): (Vec<_>, Vec<_>) = record.names.iter().partition(|name| unsteady(&name.text));
    let mut also: Vec<String> = together.into_iter().map(said).collect();
    also.extend(record.aliases.iter().map(ToString::to_string));
    let lines =
        [also.join(", ")].into_iter().filter(|line| !line.is_empty()).chain(alone.into_iter().map(said));
    for (number, line) in lines.enumerate() {
        page.fact(
            if number == 0 { "also" } else { "" },
            Text::of(line, Role::Text),
            Vec::new(),
            Target::NONE,
        );
    }
}

fn dates(seen: Seen<'_>, focus: EntityId, page: &mut Page) {
    let entity = seen.graph().entity(focus);
    let record = &entity.record;
    if let Some(during) = entity.during {
        page.fact(entity.kind.began(), Text::of(span(during), Role::Text), Vec::new(), Target::NONE);
    }
    if let Some(status) = record.status.filter(|_| seen.era().at.is_none()) {
        let note = record.status_note.as_ref().map_or(String::new(), |note| format!(" ({note})"));
        page.fact("status", Text::of(format!("{status}{note}"), Role::Text), Vec::new(), Target::NONE);
    }
    if let Some(instrument) = record.instrument {
        let level = record.level.map_or(String::new(), |level| format!(", at the level of {level}"));
        page.fact("form", Text::of(format!("{instrument}{level}"), Role::Text), Vec::new(), Target::NONE);
    }
}

fn place(graph: &Graph, focus: EntityId, page: &mut Page) {
    let entity = graph.entity(focus);
    let town = entity.record.seat.as_ref().and_then(|seat| seat.place.as_ref());
    let label = if entity.kind == Kind::Person { "country" } else { "seat" };
    match (town, entity.country) {
        (Some(town), Some(state)) => {
            let value = Text::of(format!("{town}, "), Role::Text).then(short(graph, state));
            page.fact(label, value, Vec::new(), Target::entity(state));
        }
        (Some(town), None) => page.fact(label, Text::of(&**town, Role::Text), Vec::new(), Target::NONE),
        (None, Some(state)) => page.fact("country", short(graph, state), Vec::new(), Target::entity(state)),
        (None, None) => {}
    }
}

fn disputes(graph: &Graph, focus: EntityId, extract: &mut Extract, page: &mut Page) {
    let entity = graph.entity(focus);
    for (number, dispute) in entity.record.disputes.iter().enumerate() {
        let claim = ClaimId::Dispute(focus, number as u16);
        let rank = match entity.disputes[number].rank {
            Rank::Preferred => "  preferred",
            Rank::Deprecated => "  superseded",
            Rank::Normal => "",
        };
        let because = dispute.because.as_ref().map_or(String::new(), |because| format!(": {because}"));
        let value = Text::of(format!("{} {}", dispute.field, dispute.value), Role::Text)
            .and(rank, Role::Doubt)
            .and(because, Role::Muted);
        page.fact("disputed", value, extract.cite(graph, claim), Target::claim(claim, focus));
    }
}
