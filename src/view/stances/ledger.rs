//! The ledger: every stance with its date, its holder in the office of that day, and its words.

use std::collections::HashMap;

use super::matter::{Matter, Voice};
use crate::figure::{Cell, Column, Extract, Role, Row, Table, Target, Text};
use crate::graph::link::span;
use crate::graph::{ClaimId, Graph, StanceId};
use crate::model::standing::{Confidence, Rank};
use crate::view::phrase::{position, quoted, short};

pub(super) fn table(graph: &Graph, matter: &Matter, extract: &mut Extract) -> Table {
    let numbers: HashMap<StanceId, usize> =
        matter.voices.iter().enumerate().map(|(place, voice)| (voice.id, place + 1)).collect();
    let about = about_varies(graph, matter);
    // Where it is known who speaks, that is the first to go where it is narrow.
    let spoken = about && (of_actors(matter) || sole_holder(graph, matter));
    let mut columns = vec![
        Column::fit("no.", 3, 4).right(),
        Column::fit("date", 10, 21),
        Column::fit("position", 13, 16),
        Column::fill("holder", 18, 1).rank(if spoken { 5 } else { 0 }),
    ];
    if about {
        columns.push(Column::fit("about", 14, 22).rank(if spoken { 0 } else { 2 }));
    }
    columns.push(Column::fit("toward", 6, 14).rank(4));
    columns.push(Column::fill("words", 16, 1).rank(1));
    let rows = matter
        .voices
        .iter()
        .enumerate()
        .map(|(place, voice)| row(graph, matter, voice, place + 1, about, &numbers, extract))
        .collect();
    Table { columns, rows, axis: None, heads: true }
}

/// Whether the rows need to say what they are about: not if all name the one issue in focus.
fn about_varies(graph: &Graph, matter: &Matter) -> bool {
    let named = |voice: &Voice| graph.stance(voice.id).about;
    match matter.issues.as_slice() {
        [one] => matter.voices.iter().any(|voice| named(voice) != *one),
        _ => true,
    }
}

/// Whether the focus says whose stances they are, and not on what.
fn of_actors(matter: &Matter) -> bool {
    !matter.actors.is_empty() && matter.issues.is_empty()
}

/// Whether all are of one holder.
fn sole_holder(graph: &Graph, matter: &Matter) -> bool {
    let mut holders = matter.voices.iter().map(|voice| graph.stance(voice.id).holder);
    holders.next().is_some_and(|first| holders.all(|holder| holder == first))
}

fn row(
    graph: &Graph,
    matter: &Matter,
    voice: &Voice,
    number: usize,
    about: bool,
    numbers: &HashMap<StanceId, usize>,
    extract: &mut Extract,
) -> Row {
    let stance = graph.stance(voice.id);
    let record = &stance.record;
    let mut stand = position(stance);
    if let Some((_, turn)) = voice.turn {
        stand = stand.and(format!(" {}", turn.sign()), turn.role());
    }
    let holder = match &record.office {
        Some(office) => short(graph, stance.holder).and(format!(", {office}"), Role::Muted),
        None => short(graph, stance.holder),
    };
    let mut cells = vec![
        Cell::Text(Text::of(number.to_string(), Role::Muted)),
        Cell::Text(Text::of(span(stance.on), Role::Text)),
        Cell::Text(stand),
        Cell::Text(holder),
    ];
    if about {
        cells.push(Cell::Text(short(graph, stance.about)));
    }
    cells.push(Cell::Text(stance.toward.map_or_else(Text::empty, |other| short(graph, other))));
    cells.push(Cell::Text(match &record.quote {
        Some(quote) => Text::of(quoted(quote), Role::Text),
        None => Text::of(&*record.gist, Role::Muted),
    }));
    let claim = ClaimId::Stance(voice.id);
    let opened = if matter.actors.contains(&stance.holder) { stance.about } else { stance.holder };
    let cites = extract.cite(graph, claim);
    Row {
        detail: detail(graph, voice, numbers),
        ..Row::new(cells, Target::claim(claim, opened)).cited(cites)
    }
}

/// What the row has no room for, the words first.
fn detail(graph: &Graph, voice: &Voice, numbers: &HashMap<StanceId, usize>) -> Vec<Text> {
    let stance = graph.stance(voice.id);
    let record = &stance.record;
    let mut lines = vec![Text::of(&*record.gist, Role::Text)];
    if let Some(quote) = &record.quote {
        let words = Text::of(quoted(quote), Role::Text);
        lines.push(match &record.lang {
            Some(lang) => words.and(format!(" ({lang})"), Role::Muted),
            None => words,
        });
    }
    if let Some((before, turn)) = voice.turn {
        lines.push(turn.told(graph, before, voice.id, numbers.get(&before).copied()));
    }
    let mut say = |label: &str, text: Option<&str>, role: Role| {
        lines.extend(text.map(|text| Text::of(format!("{label}{text}"), role)));
    };
    say("condition: ", record.conditions.as_deref(), Role::Text);
    say("as ", record.office.as_deref(), Role::Muted);
    say("for ", stance.body.map(|body| graph.entity(body).name()), Role::Muted);
    say("toward ", stance.toward.map(|other| graph.entity(other).name()), Role::Muted);
    say("note: ", record.note.as_deref(), Role::Muted);
    let low = stance.claim.confidence == Confidence::Low;
    say("~ ", low.then_some("low confidence"), Role::Doubt);
    let rank = (stance.claim.rank != Rank::Normal).then_some(stance.claim.rank.name());
    say("≠ ", rank, Role::Doubt);
    say("because: ", stance.claim.because.as_deref(), Role::Muted);
    lines
}
