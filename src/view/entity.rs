//! What is known about X?

mod facts;
mod links;
mod theme;
mod voices;

use std::ops::RangeInclusive;

use super::phrase::{count, grouped};
use super::timeline::slip::slip;
use super::{Lens, View};
use crate::atlas::Atlas;
use crate::figure::{Block, Body, Cell, Column, Extract, Figure, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId};

/// The dossier of an entity.
pub struct Dossier;

impl View for Dossier {
    fn name(&self) -> &'static str {
        "entity"
    }

    fn doc(&self) -> &'static str {
        "What is known about it?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        1..=1
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let Some(&focus) = lens.focus.first() else {
            return Figure::nothing(
                "Dossier",
                Body::Page(Page::default()),
                "No entity is chosen. `/` searches, Enter opens what is selected.",
            );
        };
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let mut extract = Extract::default();
        extract.entity(focus);
        let mut page = Page::default();
        facts::add(seen, focus, &mut extract, &mut page);
        if let Some(slip) = slip(seen, focus, &mut extract) {
            page.heading(slip.title, slip.total);
            page.blocks.push(Block::Table(slip.table));
        }
        let touching = theme::add(seen, lens, focus, &mut extract, &mut page);
        let links = links::add(seen, lens, focus, &mut extract, &mut page);
        let stances = voices::add(seen, lens, focus, &mut extract, &mut page);
        milestones(seen, lens, focus, &mut extract, &mut page);
        sources(seen, &extract, &mut page);
        let entity = graph.entity(focus);
        let mut figure = Figure::new(entity.short(), Body::Page(page), extract);
        let mut note = vec![format!("{} {}", entity.kind.glyph(), entity.kind)];
        note.extend(entity.record.status.filter(|_| lens.at.is_none()).map(|status| status.to_string()));
        note.extend((touching > 0).then(|| format!("{} on this topic", grouped(touching))));
        note.extend((links > 0 || touching == 0).then(|| count(links, "link")));
        note.push(count(stances, "stance"));
        figure.note = lens.note(note);
        figure
    }
}

fn milestones(seen: Seen<'_>, lens: &Lens, focus: EntityId, extract: &mut Extract, page: &mut Page) {
    let graph = seen.graph();
    let shown: Vec<_> = graph
        .milestones(focus)
        .iter()
        .copied()
        .filter(|&id| seen.shows_milestone(id) && lens.query.admits_milestone(seen, id))
        .collect();
    if shown.is_empty() {
        return;
    }
    page.heading("Milestones", shown.len().to_string());
    let rows = shown
        .into_iter()
        .map(|id| {
            let milestone = graph.milestone(id);
            let record = &milestone.record;
            let what = record.what.as_ref().map_or("", |what| what);
            let expected = milestone.expected.map_or(String::new(), |date| format!("→ {date}"));
            let cells = vec![
                Cell::Text(Text::of(milestone.on.to_string(), Role::Text)),
                Cell::Text(Text::of(record.kind.name(), Role::Muted)),
                Cell::Text(Text::of(what, Role::Text)),
                Cell::Text(Text::of(expected, Role::Doubt)),
                Cell::Text(super::phrase::doubt(milestone.claim.confidence, milestone.claim.rank)),
            ];
            let claim = ClaimId::Milestone(id);
            let row = Row::new(cells, Target::claim(claim, focus)).cited(extract.cite(graph, claim));
            Row { detail: record.note.iter().map(|note| Text::of(&**note, Role::Muted)).collect(), ..row }
        })
        .collect();
    let columns = vec![
        Column::fit("date", 4, 21),
        Column::fit("event", 6, 10).rank(2),
        Column::fill("what", 16, 1),
        Column::fit("expected", 0, 24).rank(1),
        Column::fit("doubt", 0, 1).rank(3),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
}

fn sources(seen: Seen<'_>, extract: &Extract, page: &mut Page) {
    let graph = seen.graph();
    page.heading("Sources", extract.sources().len().to_string());
    let rows = extract
        .sources()
        .iter()
        .enumerate()
        .map(|(number, &id)| {
            let source = graph.source(id);
            let record = &source.record;
            let weak = if record.weak.is_some() { Role::Doubt } else { Role::Muted };
            let cells = vec![
                Cell::Text(Text::of(format!("[{}]", number + 1), Role::Link)),
                Cell::Text(Text::of(&*record.publisher, weak)),
                Cell::Text(Text::of(
                    source.published.map_or(String::new(), |date| date.to_string()),
                    Role::Muted,
                )),
                Cell::Text(Text::of(&*record.title, Role::Text)),
            ];
            Row::new(cells, Target::source(id))
        })
        .collect();
    let columns = vec![
        Column::fit("no.", 3, 5).right(),
        Column::fit("publisher", 6, 24),
        Column::fit("published", 4, 12).rank(2),
        Column::fill("title", 16, 1),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
}
