//! Who and what is there?

use std::ops::RangeInclusive;

use super::phrase::{capital, count, grouped};
use super::{Lens, Opt, Sort, VIEWS, View, career, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Choice, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Graph};
use crate::model::date::{Date, Day};
use crate::search::filter::{Filter, Test};
use crate::search::{Found, Hit, facets};
use crate::typeset::wrap::unsteady;

/// Entities that match words and filters, best first.
pub struct List;

impl View for List {
    fn name(&self) -> &'static str {
        "list"
    }

    fn doc(&self) -> &'static str {
        "Who and what is there?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=0
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::SORT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let found = matches(atlas, lens, seen);
        let (hits, told) = (&found.hits, found.note());
        let mut extract = Extract::default();
        let careers = asks_for_posts(lens);
        let rows = hits.iter().map(|hit| row(seen, hit, (found.said, careers), &mut extract)).collect();
        let table = Table { columns: columns(careers), rows, axis: None, heads: true };
        let mut figure = Figure::new("Entities", Body::Table(table), extract);
        let total = graph.census().entities;
        let mut note = if hits.len() == total {
            grouped(total)
        } else {
            format!("{} of {}", hits.len(), grouped(total))
        };
        let texts = found.said.then(|| "in texts".to_owned());
        for part in texts.into_iter().chain(lens.limits()) {
            note += " · ";
            note += &part;
        }
        if lens.at.is_some() {
            let undated = hits.iter().filter(|hit| graph.entity(hit.entity).traced.is_none()).count();
            note += &format!(" · {undated} undated");
        }
        figure.note = note;
        let listed: Vec<EntityId> = hits.iter().map(|hit| hit.entity).collect();
        figure.choices = facets(graph, &listed)
            .into_iter()
            .map(|facet| Choice {
                filter: format!("{}:{}", facet.key.name(), facet.value),
                label: facet.label,
                count: facet.count,
            })
            .collect();
        figure.empty = if hits.is_empty() {
            Some(nothing(atlas, lens))
        } else {
            told.map(|told| format!("{}.", capital(&told)))
        };
        figure
    }
}

fn columns(careers: bool) -> Vec<Column> {
    let (what, links) = if careers {
        (Column::fill("career", 12, 1), Column::fit("links", 5, 5).rank(3))
    } else {
        (Column::fill("full name", 12, 1).rank(2), Column::fit("links", 5, 5))
    };
    vec![
        Column::fit("name", 12, if careers { 18 } else { 28 }),
        what,
        Column::fit("kind", 4, 12).rank(5),
        Column::fit("since", 4, 10).rank(4),
        links.right(),
    ]
}

/// Whether the list is one of people with so many posts, which then are what there is to say of them.
fn asks_for_posts(lens: &Lens) -> bool {
    let asks = |filter: &Filter| !filter.exclude && matches!(filter.test, Test::Posts(_));
    lens.query.filters.iter().any(asks)
}

fn matches(atlas: &Atlas, lens: &Lens, seen: Seen<'_>) -> Found {
    let graph = &atlas.graph;
    let keep = |id: EntityId| seen.shows(id) && lens.query.admits_entity(seen, id);
    if !lens.query.words.is_empty() {
        return atlas.index().find(graph, &lens.query.words, &keep);
    }
    let mut found: Vec<EntityId> = graph.entity_ids().filter(|&id| keep(id)).collect();
    match lens.sort {
        Sort::Links | Sort::Oldest | Sort::Holder | Sort::Tie => {
            found.sort_by_key(|&id| (std::cmp::Reverse(graph.degree(id)), id));
        }
        Sort::Name => found.sort_by_cached_key(|&id| graph.entity(id).short().to_lowercase()),
        Sort::Date => found.sort_by_key(|&id| (std::cmp::Reverse(began(graph, id)), id)),
    }
    let hit = |entity| Hit { entity, score: 0, matched: String::new(), marks: Vec::new() };
    Found { hits: found.into_iter().map(hit).collect(), ..Found::default() }
}

fn began(graph: &Graph, id: EntityId) -> Option<Day> {
    graph.entity(id).during.and_then(Date::first)
}

fn row(seen: Seen<'_>, hit: &Hit, (said, careers): (bool, bool), extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let entity = graph.entity(hit.entity);
    let since =
        entity.during.and_then(Date::start).map_or(String::new(), |start| format!("{:04}", start.year()));
    let (name, mut full) = names(graph, hit);
    if said {
        full = Text::of(entity.summary(), Role::Muted);
    }
    let mut claims = vec![ClaimId::Entity(hit.entity)];
    if careers {
        full = Text::of(career::line(seen, hit.entity), Role::Text);
        claims.extend(career::posts(seen, hit.entity).into_iter().map(ClaimId::Link));
    }
    let cells = vec![
        Cell::Text(name),
        Cell::Text(full),
        Cell::Text(Text::of(entity.kind.name(), Role::Muted)),
        Cell::Text(Text::of(since, Role::Muted)),
        Cell::Text(Text::of(graph.degree(hit.entity).to_string(), Role::Muted)),
    ];
    let cites = extract.cite_all(graph, claims);
    let row = Row::new(cells, Target::entity(hit.entity));
    // A list of entities cites the grounds of their names in exports; on screen they are one key away.
    Row { detail: Vec::new(), cites, ..row }
}

/// The short name and what stands beside it: the full name, or the name that was found.
fn names(graph: &Graph, hit: &Hit) -> (Text, Text) {
    let entity = graph.entity(hit.entity);
    let role = Role::Kind(entity.kind);
    let sign = Text::of(entity.kind.glyph().to_string(), role).and(" ", Role::Text);
    let short = entity.short();
    if hit.matched == short {
        return (
            sign.then(marked(short, &hit.marks, Role::Text)),
            Text::of(full(graph, hit.entity), Role::Muted),
        );
    }
    let name = sign.and(short, Role::Text);
    // A script whose width terminals do not agree on would shift what stands behind it.
    if hit.matched.is_empty() || hit.matched == entity.id() || unsteady(&hit.matched) {
        return (name, Text::of(full(graph, hit.entity), Role::Muted));
    }
    (name, marked(&hit.matched, &hit.marks, Role::Muted))
}

/// The full name where the short one is another; else what it is.
fn full(graph: &Graph, id: EntityId) -> String {
    let entity = graph.entity(id);
    if entity.short() == entity.name() { entity.summary().to_owned() } else { entity.name().to_owned() }
}

/// A name with the letters that were found standing out.
fn marked(name: &str, marks: &[usize], role: Role) -> Text {
    let mut text = Text::empty();
    for (place, letter) in name.chars().enumerate() {
        let hit = marks.binary_search(&place).is_ok();
        let ink = if hit { Role::Accent } else { role };
        match text.0.last_mut() {
            Some(span) if span.strong == hit && span.role == ink => span.text.push(letter),
            _ if hit => text = text.and_strong(letter, ink),
            _ => text = text.and(letter, ink),
        }
    }
    text
}

fn nothing(atlas: &Atlas, lens: &Lens) -> String {
    let words = &lens.query.words;
    let near = if words.is_empty() { Vec::new() } else { atlas.index().suggest(words) };
    let mut text = if words.is_empty() {
        "No entity passes these filters.".to_owned()
    } else if !lens.query.filters.is_empty() {
        format!("Nothing that passes the filters has “{words}” in a name or a text.")
    } else {
        format!("No name and no text in {} has “{words}”.", count(atlas.graph.census().entities, "entity"))
    };
    let called = |view: &&&dyn View| view.also().contains(&words.to_lowercase().as_str());
    if let Some(view) = VIEWS.iter().find(called) {
        text += &format!(" But there is a view for it: `{}`; `v` lists the views.", view.name());
    }
    if !near.is_empty() {
        text += &format!(" Did you mean {}?", near.join(" or "));
    }
    if let Some(both) = lens.query.both() {
        text += &format!(" {both}");
    }
    if !lens.query.filters.is_empty() {
        text += &format!(" {} on: `F` clears them.", count(lens.query.filters.len(), "filter"));
    }
    if lens.at.is_some() || lens.known_by.is_some() {
        text += " A date is set: `t` changes it.";
    }
    text
}
