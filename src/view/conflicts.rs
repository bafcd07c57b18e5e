//! What is doubtful?

use std::ops::RangeInclusive;

use super::phrase::{count, date, field, names, publishers, short, standing};
use super::{Lens, View, dates, words};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::conflict::{Conflict, Subject};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId, Graph};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::standing::Confidence;

/// Claims that disagree, side by side.
pub struct Conflicts;

impl View for Conflicts {
    fn name(&self) -> &'static str {
        "conflicts"
    }

    fn doc(&self) -> &'static str {
        "What is doubtful?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["disagreement", "disputed"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let found = found(seen, lens);
        let mut table = table(graph, &found, &mut extract);
        let undisputed = settled(seen, lens, &found, &mut extract, &mut table);
        table.heads = !table.rows.is_empty();
        let title = match lens.focus.as_slice() {
            [] => "Conflicts".to_owned(),
            focus => format!("Conflicts on {}", names(graph, focus)),
        };
        let mut figure = Figure::new(title, Body::Table(table), extract);
        let mut note = vec![count(found.len(), "conflict")];
        let claims: usize = found.iter().map(|conflict| conflict.sides.len()).sum();
        note.extend((claims > 0).then(|| count(claims, "claim")));
        figure.note = lens.note(note);
        figure.empty = (found.is_empty() && !undisputed).then(|| nothing(lens));
        figure
    }
}

/// The conflicts that pass: known at the date, and about what is in focus.
fn found(seen: Seen<'_>, lens: &Lens) -> Vec<Conflict> {
    let graph = seen.graph();
    let wanted: Vec<EntityId> = lens.focus.iter().flat_map(|&id| graph.realm(id)).collect();
    let mut found = graph.conflicts().to_vec();
    found.retain_mut(|conflict| {
        conflict.sides.retain(|&side| seen.heard(graph.claim(side)));
        conflict.sides.len() > 1
            && (wanted.is_empty() || wanted.iter().any(|&id| graph.concerns(conflict, id)))
            && seen.shows(conflict.entity)
            && lens.query.admits_entity(seen, conflict.entity)
            && words::found(&lens.query, || text(graph, conflict))
    });
    // The best connected first, and all of one entity together.
    found.sort_by_key(|it| (std::cmp::Reverse(graph.degree(it.entity)), it.entity));
    found
}

fn text(graph: &Graph, conflict: &Conflict) -> String {
    let sides = conflict.sides.iter().map(|&side| value(graph, conflict, side).plain());
    let entity = graph.entity(conflict.entity);
    let named = [entity.name().to_owned(), entity.short().to_owned(), subject(graph, conflict)];
    named.into_iter().chain(sides).collect::<Vec<_>>().join(" ")
}

fn table(graph: &Graph, found: &[Conflict], extract: &mut Extract) -> Table {
    let columns = vec![
        Column::fit("about", 6, 22),
        Column::fit("standing", 12, 12),
        Column::fill("claim", 18, 3),
        Column::fill("said by", 14, 3),
        Column::fit("confidence", 3, 10).rank(3),
        Column::fill("because", 16, 3).rank(4),
    ];
    let mut rows = Vec::new();
    let mut last = None;
    for conflict in found {
        if last != Some(conflict.entity) {
            rows.push(heading(graph, conflict.entity));
            last = Some(conflict.entity);
        }
        let about = subject(graph, conflict);
        for (place, &side) in conflict.sides.iter().enumerate() {
            let about = if place == 0 { field(&about) } else { "" };
            let value = value(graph, conflict, side);
            rows.push(row(graph, about, value, standing(graph.claim(side).rank), side, extract));
        }
    }
    Table { columns, rows, axis: None, heads: false }
}

fn heading(graph: &Graph, id: EntityId) -> Row {
    let entity = graph.entity(id);
    let name = if entity.name() == entity.short() { "" } else { entity.name() };
    Row::heading(short(graph, id).and(format!("  {name}"), Role::Muted))
}

fn row(graph: &Graph, about: &str, value: Text, standing: Text, side: ClaimId, extract: &mut Extract) -> Row {
    let claim = graph.claim(side);
    let cites = extract.cite(graph, side);
    let doubt = if claim.confidence == Confidence::Low { Role::Doubt } else { Role::Muted };
    let because = claim.because.as_deref().unwrap_or_default();
    let cells = vec![
        Cell::Text(Text::of(about, Role::Muted)),
        Cell::Text(standing),
        Cell::Text(value),
        Cell::Text(Text::of(publishers(graph, side), Role::Text)),
        Cell::Text(Text::of(claim.confidence.name(), doubt)),
        Cell::Text(Text::of(because, Role::Muted)),
    ];
    let mut detail: Vec<Text> = Vec::new();
    detail.extend(claim.because.iter().map(|because| Text::of(format!("because: {because}"), Role::Text)));
    detail.extend(note(graph, side).map(|note| Text::of(format!("note: {note}"), Role::Muted)));
    let owner = graph.named(side)[0];
    Row { detail, ..Row::new(cells, Target::claim(side, owner)).cited(cites) }
}

fn note(graph: &Graph, side: ClaimId) -> Option<&str> {
    match side {
        ClaimId::Link(id) => graph.link(id).tie.note.as_deref(),
        ClaimId::Milestone(id) => graph.milestone(id).record.note.as_deref(),
        ClaimId::Stance(id) => graph.stance(id).record.note.as_deref(),
        ClaimId::Entity(_) | ClaimId::Dispute(..) => None,
    }
}

/// What a conflict is about, in a word or two.
fn subject(graph: &Graph, conflict: &Conflict) -> String {
    match conflict.about {
        Subject::Field(number) => {
            graph.entity(conflict.entity).record.disputes[usize::from(number)].field.to_string()
        }
        Subject::Tie(relation) => format!("{} (tie)", relation.verb()),
        Subject::Event(kind) => kind.name().to_owned(),
        Subject::Position => "position".to_owned(),
    }
}

/// What one side says.
fn value(graph: &Graph, conflict: &Conflict, side: ClaimId) -> Text {
    match side {
        ClaimId::Dispute(id, number) => {
            let value = graph.entity(id).record.disputes[usize::from(number)].value.as_str();
            Text::of(dates::iso(value).unwrap_or_else(|| value.to_owned()), Role::Text)
        }
        ClaimId::Entity(id) => Text::of(graph.entity(id).during.map_or(String::new(), span), Role::Text)
            .and(" (dates of the entry)", Role::Muted),
        ClaimId::Link(id) => {
            let link = graph.link(id);
            let role = link.role().map_or(String::new(), |role| format!(", {role}"));
            let level = link.tie.level.map_or(String::new(), |level| format!(", at the level of {level}"));
            let other = short(graph, link.other(conflict.entity));
            other.and(format!(" {}{role}{level}", link.when()), Role::Text)
        }
        ClaimId::Milestone(id) => {
            let milestone = graph.milestone(id);
            let what = milestone.record.what.as_ref().map_or(String::new(), |what| format!(": {what}"));
            Text::of(date(milestone.on), Role::Text).and(what, Role::Muted)
        }
        ClaimId::Stance(id) => {
            let stance = graph.stance(id);
            super::phrase::position(stance)
                .and(format!(" {}: {}", span(stance.on), stance.record.gist), Role::Text)
        }
    }
}

/// The dates of what is in focus against which nothing speaks, so that silence is not taken for doubt.
/// Says whether there are any.
fn settled(
    seen: Seen<'_>,
    lens: &Lens,
    found: &[Conflict],
    extract: &mut Extract,
    table: &mut Table,
) -> bool {
    let graph = seen.graph();
    let before = table.rows.len();
    for &id in &lens.focus {
        let disputed = |about: &str, claim: ClaimId| {
            found.iter().filter(|it| it.entity == id).any(|conflict| {
                let tie = matches!(conflict.about, Subject::Tie(_));
                conflict.sides.contains(&claim) || !tie && subject(graph, conflict).starts_with(about)
            })
        };
        let mut claims: Vec<(&'static str, String, ClaimId)> = Vec::new();
        let entity = graph.entity(id);
        if let Some(during) = entity.during {
            let began = during.start().filter(|_| during.end().is_none());
            let said = began.map_or_else(|| span(during), |began| began.to_string());
            claims.push((entity.kind.began(), said, ClaimId::Entity(id)));
        }
        let dated = [MilestoneKind::Signed, MilestoneKind::Launched];
        for &event in graph.milestones(id).iter().filter(|&&event| seen.shows_milestone(event)) {
            let milestone = graph.milestone(event);
            if dated.contains(&milestone.record.kind) && entity.kind != Kind::Topic {
                claims.push((milestone.record.kind.name(), date(milestone.on), ClaimId::Milestone(event)));
            }
        }
        claims.retain(|&(about, _, claim)| !disputed(about, claim) && seen.heard(graph.claim(claim)));
        if claims.is_empty() {
            continue;
        }
        let text = short(graph, id).and("  dates against which no source speaks", Role::Muted);
        table.rows.push(Row::heading(text));
        for (about, value, claim) in claims {
            let standing = Text::of("undisputed", Role::Muted);
            table.rows.push(row(graph, field(about), Text::of(value, Role::Text), standing, claim, extract));
        }
    }
    table.rows.len() > before
}

fn nothing(lens: &Lens) -> String {
    let mut text = "No two claims disagree here.".to_owned();
    if !lens.query.is_empty() {
        text += " `F` clears the filters.";
    }
    if lens.at.is_some() || lens.known_by.is_some() {
        text += " `t` changes the date.";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::{figure, of, printed};

    const RECORDS: &[(Kind, &str)] = &[
        (
            Kind::Agency,
            r#"(id: "esa", name: "ESA", sources: ["s1"], disputes: [
            (field: "founded", value: "1975", sources: ["s1"]),
            (field: "founded", value: "1980-10-30", rank: Preferred, because: "it says so", sources: ["s2"])])"#,
        ),
        (Kind::Agency, r#"(id: "nasa", name: "NASA", sources: ["s1"])"#),
        (
            Kind::Agreement,
            r#"(id: "pact", name: "Pact", sources: ["s1"], during: "2014-12-11/..", parties: [
            (who: "esa", during: "2014-12-11", sources: ["s1"]),
            (who: "esa", during: "2014-12", sources: ["s2"]),
            (who: "nasa", during: "2014-12-11", sources: ["s1"]),
            (who: "nasa", during: "2015", sources: ["s2"])],
            milestones: [(on: "2014-12-11", kind: Signed, sources: ["s1"])])"#,
        ),
    ];

    #[test]
    fn sides_stand_together_the_preferred_one_first() {
        let figure = figure(&of(RECORDS, &[]), &Conflicts, &[], "");
        assert_eq!(figure.note, "2 conflicts · 4 claims");
        let Body::Table(table) = &figure.body else { panic!("a table") };
        let said = |row: &Row| (row.cells[0].plain(), row.cells[1].plain(), row.cells[2].plain());
        let rows: Vec<_> = table.entries().map(said).collect();
        let row = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        // "December 2014" only says less than "11 December 2014".
        assert_eq!(
            rows,
            [
                row("signed (tie)", "~ disputed", "◆ NASA 2014-12-11"),
                row("", "~ disputed", "◆ NASA 2015"),
                row("date of foundation", "✓ preferred", "1980-10-30"),
                row("", "~ disputed", "1975"),
            ]
        );
        assert!(table.entries().all(|row| !row.cites.is_empty() && row.target.claim.is_some()));
    }

    #[test]
    fn what_nobody_disputes_is_said_of_what_is_in_focus() {
        let figure = figure(&of(RECORDS, &[]), &Conflicts, &["pact"], "");
        let lines = printed(&figure, 100);
        assert!(lines.iter().any(|line| line.contains("undisputed    2014-12-11")), "{lines:#?}");
        assert_eq!(figure.note, "1 conflict · 2 claims");
        assert!(figure.empty.is_none());
    }
}
