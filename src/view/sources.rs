//! On what grounds?

mod grounds;

use std::ops::RangeInclusive;

use super::phrase::{count, grouped, names, short};
use super::{Lens, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Block, Body, Cell, Column, Extract, Figure, Page, Role, Row, Table, Target, Text};
use crate::graph::{ClaimId, Graph, SourceId};
use crate::model::standing::Confidence;

pub use grounds::Grounds;

/// Sources with the number of claims that rest on them; all claims of one source.
pub struct Sources;

impl View for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn doc(&self) -> &'static str {
        "On what grounds?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["references", "bibliography"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::SOURCE]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        match lens.source {
            Some(source) => claims(atlas, lens, source),
            None => sources(atlas, lens),
        }
    }
}

fn sources(atlas: &Atlas, lens: &Lens) -> Figure {
    let graph = &atlas.graph;
    let about = graph.claims_about(&lens.focus);
    let counted = |id: SourceId| {
        let claims = graph.claims_on(id).iter();
        claims.filter(|claim| lens.focus.is_empty() || about.contains(claim)).count()
    };
    let seen = graph.at(lens.era());
    let words: Vec<String> = lens.query.words.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(usize, SourceId)> = graph
        .source_ids()
        .map(|id| (counted(id), id))
        .filter(|&(claims, id)| claims > 0 && admitted(graph, seen, &words, id))
        .collect();
    found.sort_by_key(|&(claims, id)| (std::cmp::Reverse(claims), id));
    let mut extract = Extract::default();
    lens.focus.iter().for_each(|&id| extract.entity(id));
    let rows: Vec<Row> =
        found.iter().map(|&(claims, id)| source_row(graph, id, claims, &mut extract)).collect();
    let shown = rows.len();
    let table = Table { columns: columns(), rows, axis: None, heads: true };
    let title = match lens.focus.as_slice() {
        [] => "Sources".to_owned(),
        focus => format!("Sources on {}", names(graph, focus)),
    };
    let mut figure = Figure::new(title, Body::Table(table), extract);
    figure.note = lens.note(vec![format!("{} of {}", grouped(shown), grouped(graph.census().sources))]);
    figure.empty =
        (shown == 0).then(|| "No source passes. `F` clears the filters, `t` changes the date.".to_owned());
    figure
}

fn columns() -> Vec<Column> {
    vec![
        Column::fit("published", 4, 12),
        Column::fit("publisher", 8, 26),
        Column::fill("title", 16, 1),
        Column::fit("type", 5, 12).rank(3),
        Column::fit("language", 2, 8).rank(4),
        Column::fit("weak", 0, 5).rank(5),
        Column::fit("claims", 2, 6).right(),
    ]
}

fn source_row(graph: &Graph, id: SourceId, claims: usize, extract: &mut Extract) -> Row {
    let source = graph.source(id);
    let record = &source.record;
    let text = |word: Option<&crate::model::word::Word>| word.map_or(String::new(), ToString::to_string);
    let cells = vec![
        Cell::Text(Text::of(source.published.map_or(String::new(), |date| date.to_string()), Role::Muted)),
        record.publisher.to_string().into(),
        Cell::Text(Text::of(&*record.title, Role::Text)),
        Cell::Text(Text::of(record.kind.name(), Role::Muted)),
        Cell::Text(Text::of(text(record.lang.as_ref()), Role::Muted)),
        Cell::Text(Text::of(if record.weak.is_some() { "weak" } else { "" }, Role::Doubt)),
        claims.to_string().into(),
    ];
    let number = extract.source(id);
    Row { detail: about(graph, id), ..Row::new(cells, Target::source(id)).cited(vec![number]) }
}

fn admitted(graph: &Graph, seen: crate::graph::era::Seen<'_>, words: &[String], id: SourceId) -> bool {
    let source = graph.source(id);
    let record = &source.record;
    let text = || format!("{} {} {}", record.title, record.publisher, record.id).to_lowercase();
    (words.is_empty() || words.iter().all(|word| text().contains(word.as_str())))
        && graph.claims_on(id).iter().any(|&claim| seen.knows(graph.claim(claim)))
}

/// All claims that rest on one source.
fn claims(atlas: &Atlas, lens: &Lens, id: SourceId) -> Figure {
    let graph = &atlas.graph;
    let seen = graph.at(lens.era());
    let mut extract = Extract::default();
    let number = extract.source(id);
    let rows: Vec<Row> = graph
        .claims_on(id)
        .iter()
        .filter(|&&claim| seen.knows(graph.claim(claim)))
        .map(|&claim| claim_row(graph, claim, &mut extract))
        .collect();
    let mut page = Page::default();
    page.paragraph(Text::strong(&*graph.source(id).record.title, Role::Text), vec![number]);
    about(graph, id).into_iter().for_each(|line| page.paragraph(line, Vec::new()));
    page.heading("Claims that rest on it", grouped(rows.len()));
    let columns = vec![
        Column::fit("sort", 4, 10),
        Column::fit("date", 4, 21),
        Column::fill("claim", 20, 1),
        Column::fit("confidence", 3, 10).rank(2),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: true }));
    let mut figure = Figure::new(graph.source(id).record.publisher.to_string(), Body::Page(page), extract);
    figure.note = count(graph.claims_on(id).len(), "claim");
    figure
}

fn claim_row(graph: &Graph, id: ClaimId, extract: &mut Extract) -> Row {
    let cites = extract.cite(graph, id);
    let (sort, date, text) = describe(graph, id);
    let confidence = graph.claim(id).confidence;
    let cells = vec![
        Cell::Text(Text::of(sort, Role::Muted)),
        Cell::Text(Text::of(date, Role::Muted)),
        Cell::Text(text),
        Cell::Text(Text::of(
            confidence.name(),
            if confidence == Confidence::Low { Role::Doubt } else { Role::Muted },
        )),
    ];
    Row::new(cells, Target::claim(id, graph.owner(id))).cited(cites)
}

/// A claim in words: its sort, its date, and what it says.
pub fn describe(graph: &Graph, id: ClaimId) -> (&'static str, String, Text) {
    match id {
        ClaimId::Entity(id) => {
            let text = short(graph, id).and(format!("  {}", graph.entity(id).summary()), Role::Muted);
            ("entity", String::new(), text)
        }
        ClaimId::Dispute(id, number) => {
            let dispute = &graph.entity(id).record.disputes[number as usize];
            let text = short(graph, id).and(format!("  {}: {}", dispute.field, dispute.value), Role::Doubt);
            ("dispute", String::new(), text)
        }
        ClaimId::Link(id) => {
            let link = graph.link(id);
            let verb = format!(" {} ", link.relation.verb());
            let text = short(graph, link.from).and(verb, Role::Muted).then(short(graph, link.to));
            let role = link.role().map_or(String::new(), |role| format!(": {role}"));
            ("link", link.when(), text.and(role, Role::Text))
        }
        ClaimId::Stance(id) => {
            let stance = graph.stance(id);
            let verb = format!(" {} ", stance.record.position);
            let text = short(graph, stance.holder)
                .and(verb, Role::Position(stance.record.position))
                .then(short(graph, stance.about));
            ("stance", stance.on.to_string(), text.and(format!(": {}", stance.record.gist), Role::Text))
        }
        ClaimId::Milestone(id) => {
            let milestone = graph.milestone(id);
            let what = milestone.record.what.as_ref().map_or(milestone.record.kind.name(), |what| what);
            let text = short(graph, milestone.entity).and(format!("  {what}"), Role::Text);
            ("milestone", milestone.on.to_string(), text)
        }
    }
}

/// What is known of a source: who published it, when, in which language, how good it is, where to read it.
fn about(graph: &Graph, id: SourceId) -> Vec<Text> {
    let mut lines = facts(graph, id);
    lines.push(address(graph, id));
    lines
}

fn facts(graph: &Graph, id: SourceId) -> Vec<Text> {
    let source = graph.source(id);
    let record = &source.record;
    let mut line = record.publisher.to_string();
    if let Some(date) = source.published {
        line += &format!(" · {date}");
    }
    line += &format!(" · {}", record.kind);
    if let Some(lang) = &record.lang {
        line += &format!(" · {lang}");
    }
    if let Some(seen_at) = &record.seen_at {
        line += &format!(" · read at {seen_at}");
    }
    let mut lines = vec![Text::of(line, Role::Muted)];
    lines.extend(record.weak.as_ref().map(|weak| Text::of(format!("weak: {weak}"), Role::Doubt)));
    lines
}

fn address(graph: &Graph, id: SourceId) -> Text {
    match &graph.source(id).record.url {
        Some(url) => Text::of(&**url, Role::Link),
        None => Text::of("no address: only an unsafe copy was seen", Role::Muted),
    }
}
