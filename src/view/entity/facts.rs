//! The head of a dossier: names, summary, dates, seat, what is disputed.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, Entity, EntityId, Graph};
use crate::model::kind::Kind;
use crate::model::standing::{Confidence, Status};
use crate::typeset::wrap::unsteady;
use crate::view::dates::iso;
use crate::view::phrase::{field, short, standing};

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
    // Behind them nothing may stand, so the language goes first.
    let said_last = |name: &crate::model::record::Name| {
        let rest = said(&crate::model::record::Name { text: "".into(), ..name.clone() });
        format!("{} {}", rest.trim(), name.text).trim().to_owned()
    };
    let lines = [also.join(", ")].into_iter().filter(|line| !line.is_empty());
    let lines = lines.chain(alone.into_iter().map(said_last));
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
        // A start is no stretch that lasts: without an end it has no dash.
        let ends = [(entity.kind.began(), during.start()), (ended(entity), during.end())];
        for (label, moment) in ends.into_iter().filter_map(|(label, end)| Some((label, end?))) {
            page.fact(label, Text::of(moment.to_string(), Role::Text), Vec::new(), Target::NONE);
        }
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

/// What the end of something is called.
fn ended(entity: &Entity) -> &'static str {
    match (entity.record.status, entity.kind) {
        (Some(Status::Lost), _) => "lost",
        (_, Kind::Person) => "died",
        (_, Kind::Facility) => "closed",
        _ => "ended",
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
    if entity.record.disputes.is_empty() {
        return;
    }
    page.heading("Disputed", entity.record.disputes.len().to_string());
    let rows =
        entity.record.disputes.iter().zip(&entity.disputes).enumerate().map(|(number, (dispute, its))| {
            let claim = ClaimId::Dispute(focus, number as u16);
            let value = iso(&dispute.value).unwrap_or_else(|| dispute.value.to_string());
            let because = dispute.because.as_deref().unwrap_or_default();
            let cells = vec![
                Cell::Text(Text::of(field(&dispute.field), Role::Muted)),
                Cell::Text(Text::of(value, Role::Text)),
                Cell::Text(standing(its.rank)),
                Cell::Text(Text::of(because, Role::Muted)),
            ];
            let because = (!because.is_empty()).then(|| Text::of(format!("because: {because}"), Role::Muted));
            Row {
                detail: because.into_iter().collect(),
                ..Row::new(cells, Target::claim(claim, focus)).cited(extract.cite(graph, claim))
            }
        });
    let rows = rows.collect();
    let columns = vec![
        Column::fit("value of", 11, 24),
        Column::fit("value", 10, 30),
        Column::fit("standing", 12, 12),
        Column::fill("because", 12, 1).rank(3),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
}
