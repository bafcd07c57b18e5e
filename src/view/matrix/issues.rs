//! Actors by issues: the latest position of each, as of the date.

use std::collections::{BTreeMap, HashMap};

use super::arrange;
use crate::figure::text::cut;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Spot, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId, Graph, StanceId};
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::standing::Confidence;
use crate::view::phrase::{count, names, rung, short};
use crate::view::stances::matter::{Matter, Voice};
use crate::view::stances::turn::Turn;
use crate::view::{Lens, Order};

/// So many issues at most, if none are named; and so many have room for words.
const MOST: usize = 16;
const WORDS: usize = 6;
/// So many leave room for whole names.
const NAMES: usize = 5;

/// The latest stance of an actor on each issue, with what it turned.
type Latest<'m> = HashMap<(EntityId, EntityId), &'m Voice>;

/// The figure of these issues, or of those on which most is said.
pub(super) fn figure(seen: Seen<'_>, lens: &Lens) -> Figure {
    let graph = seen.graph();
    let matter = Matter::new(seen, lens);
    let mut latest: Latest<'_> = HashMap::new();
    for voice in &matter.voices {
        latest.insert((voice.actor, voice.issue), voice);
    }
    let (issues, all) = issues(graph, lens, &latest);
    let mut actors: Vec<EntityId> =
        latest.keys().filter(|(_, issue)| issues.contains(issue)).map(|(actor, _)| *actor).collect();
    actors.sort_unstable();
    actors.dedup();
    let number =
        |actor: EntityId| issues.iter().filter(|&&issue| latest.contains_key(&(actor, issue))).count();
    arrange(graph, lens.order, &mut actors, &number, |actors| by_camp(graph, &issues, &latest, actors));
    let person = |id: &EntityId| graph.entity(*id).kind == Kind::Person;
    let (people, bodies): (Vec<EntityId>, Vec<EntityId>) = actors.iter().partition(|&id| person(id));
    let mut extract = Extract::default();
    lens.focus.iter().chain(&issues).for_each(|&id| extract.entity(id));
    let mut rows: Vec<Row> =
        bodies.iter().map(|&actor| row(graph, &issues, &latest, actor, &mut extract)).collect();
    if !people.is_empty() && !bodies.is_empty() {
        let title = Text::strong("people in their own name", Role::Accent);
        rows.push(Row::heading(title.and(format!("  {}", people.len()), Role::Muted)));
    }
    rows.extend(people.iter().map(|&actor| row(graph, &issues, &latest, actor, &mut extract)));
    let named: Vec<EntityId> =
        lens.focus.iter().copied().filter(|id| !graph.entity(*id).kind.is_actor()).collect();
    let title = match named.as_slice() {
        [] => "Positions by issue".to_owned(),
        named => format!("Who stands where on {}", names(graph, named)),
    };
    let table = Table { columns: columns(graph, &issues), rows, axis: None, heads: true };
    let mut figure = Figure::new(title, Body::Table(table), extract);
    figure.note = note(lens, actors.len(), issues.len(), all);
    figure.chart = (!actors.is_empty()).then(|| legend(graph, &issues, &latest));
    figure.empty = actors.is_empty().then(|| nothing(lens, &matter));
    figure
}

/// The issues: those in focus, else those on which most actors have a position; and how many there are.
fn issues(graph: &Graph, lens: &Lens, latest: &Latest<'_>) -> (Vec<EntityId>, usize) {
    let named: Vec<EntityId> =
        lens.focus.iter().copied().filter(|id| !graph.entity(*id).kind.is_actor()).collect();
    if !named.is_empty() {
        let number = named.len();
        return (named, number);
    }
    let mut counted: BTreeMap<EntityId, usize> = BTreeMap::new();
    for (_, issue) in latest.keys() {
        *counted.entry(*issue).or_default() += 1;
    }
    let mut issues: Vec<(usize, EntityId)> = counted.into_iter().map(|(id, number)| (number, id)).collect();
    issues.sort_by_key(|&(number, id)| (std::cmp::Reverse(number), id));
    let all = issues.len();
    (issues.into_iter().take(MOST).map(|(_, id)| id).collect(), all)
}

/// Those with positions on most issues first; among them from support to refusal.
fn by_camp(graph: &Graph, issues: &[EntityId], latest: &Latest<'_>, actors: &[EntityId]) -> Vec<EntityId> {
    let mut sorted = actors.to_vec();
    sorted.sort_by_cached_key(|&actor| {
        let heights: Vec<i32> = issues
            .iter()
            .filter_map(|&issue| latest.get(&(actor, issue)))
            .map(|voice| i32::from(graph.stance(voice.id).record.position.height()))
            .collect();
        let mean = heights.iter().sum::<i32>() * 1000 / heights.len().max(1) as i32;
        (std::cmp::Reverse((heights.len(), mean)), graph.entity(actor).short().to_lowercase(), actor)
    });
    sorted
}

fn columns(graph: &Graph, issues: &[EntityId]) -> Vec<Column> {
    let mut columns = vec![Column::fit("actor", 12, 22)];
    columns.extend(issues.iter().enumerate().map(|(place, &issue)| {
        let name = graph.entity(issue).short();
        if issues.len() <= WORDS {
            let most = if issues.len() <= NAMES { 28 } else { 16 };
            Column::fit("", 3, most).called(name).series().rank(if place < 4 { 0 } else { place as u8 })
        } else {
            let rank = if place < 8 { 0 } else { place as u8 };
            Column::fit("", 3, 3).called(name).narrow((place + 1).to_string()).rank(rank)
        }
    }));
    columns
}

fn row(
    graph: &Graph,
    issues: &[EntityId],
    latest: &Latest<'_>,
    actor: EntityId,
    extract: &mut Extract,
) -> Row {
    let mut cells = vec![Cell::Text(short(graph, actor))];
    let mut held: Vec<(EntityId, &Voice)> = Vec::new();
    for &issue in issues {
        let voice = latest.get(&(actor, issue)).copied();
        cells.push(Cell::Text(voice.map_or_else(
            || Text::of("·", Role::Muted),
            |voice| position(graph, voice, issues.len() <= WORDS),
        )));
        held.extend(voice.map(|voice| (issue, voice)));
    }
    let cites = extract.cite_all(graph, held.iter().map(|(_, voice)| ClaimId::Stance(voice.id)));
    let detail = held.iter().map(|&(issue, voice)| told(graph, actor, issue, voice.id)).collect();
    let last = held.iter().map(|(_, voice)| voice.id).max_by_key(|&id| (graph.stance(id).day(), id));
    let target = last.map_or(Target::entity(actor), |id| Target::claim(ClaimId::Stance(id), actor));
    let spot = |&(issue, voice): &(EntityId, &Voice)| {
        let place = issues.iter().position(|&other| other == issue)?;
        let target = Target::claim(ClaimId::Stance(voice.id), issue).with(actor);
        Some(Spot { column: 1 + place, target, detail: vec![told(graph, actor, issue, voice.id)] })
    };
    let spots = held.iter().filter_map(spot).collect();
    Row { detail, spots, ..Row::new(cells, target).cited(cites) }
}

fn position(graph: &Graph, voice: &Voice, words: bool) -> Text {
    let stance = graph.stance(voice.id);
    let position = stance.record.position;
    let mut text = if words { rung(position) } else { Text::of(position.glyph(), Role::Position(position)) };
    if let Some((_, Turn::Reversed)) = voice.turn {
        text = text.and("⇄", Role::Doubt);
    }
    if stance.claim.confidence == Confidence::Low {
        text = text.and("~", Role::Doubt);
    }
    text
}

/// A position with its date, who spoke and what was said.
fn told(graph: &Graph, actor: EntityId, issue: EntityId, id: StanceId) -> Text {
    let stance = graph.stance(id);
    let record = &stance.record;
    let line = Text::of(format!("{}: ", graph.entity(issue).short()), Role::Text)
        .then(rung(record.position))
        .and(format!(" {}", span(stance.on)), Role::Text);
    let speaker = (stance.holder != actor).then(|| graph.entity(stance.holder).name());
    let said = [speaker, record.office.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let line = if said.is_empty() { line } else { line.and(format!(", {said}"), Role::Muted) };
    line.and(format!(": {}", record.gist), Role::Muted)
}

/// The arrows of the positions, and the issues by number where they have no room for their names.
fn legend(graph: &Graph, issues: &[EntityId], latest: &Latest<'_>) -> Table {
    let signs = Text::of("· no position found  ⇄ reversed  ~ low confidence", Role::Muted);
    let mut rows = vec![Row::heading(signs)];
    if issues.len() > WORDS {
        let used: Vec<Position> =
            latest.values().map(|voice| graph.stance(voice.id).record.position).collect();
        let mut arrows = Text::empty();
        for &position in Position::ALL.iter().filter(|position| used.contains(position)) {
            arrows = arrows
                .and(position.glyph(), Role::Position(position))
                .and(format!(" {} ", position.name()), Role::Muted);
        }
        rows.insert(0, Row::heading(arrows));
        let mut names = Text::empty();
        for (place, &issue) in issues.iter().enumerate() {
            let name = cut(graph.entity(issue).short(), 28);
            names = names.and(format!("{} ", place + 1), Role::Text).and(format!("{name}  "), Role::Muted);
            if place % 4 == 3 || place + 1 == issues.len() {
                rows.push(Row::heading(std::mem::take(&mut names)));
            }
        }
    }
    Table { rows, ..Table::default() }
}

fn note(lens: &Lens, actors: usize, shown: usize, all: usize) -> String {
    let issues = if all > shown { format!("{shown} of {all} issues") } else { count(shown, "issue") };
    let mut parts = vec![count(actors, "actor"), issues];
    parts.push(match lens.order {
        Order::Likeness => "most positions first, support before refusal".to_owned(),
        order => format!("by {order}"),
    });
    lens.note(parts)
}

fn nothing(lens: &Lens, matter: &Matter) -> String {
    if matter.hidden > 0 {
        return format!(
            "No position passes; the filters hide {}. `F` clears them.",
            count(matter.hidden, "stance")
        );
    }
    let date = lens.at.map_or(String::new(), |at| format!(" as of {at}"));
    format!("No position on this is found{date}. `t` changes the date; mark other issues to compare.")
}
