//! Announced dates of several things side by side: one row each, and how far each moved in all.

use super::sign::{FLOWN, GIVEN, given};
use super::slip::{History, ink, span_of};
use crate::figure::{Cell, Column, Extract, Form, Mark, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId};
use crate::view::phrase::{date, short};

/// A row for each entity that has a history of dates; `None` if none has.
pub(super) fn table(seen: Seen<'_>, focus: &[EntityId], extract: &mut Extract) -> Option<Table> {
    let histories: Vec<History> = focus.iter().filter_map(|&id| History::of(seen, id)).collect();
    if histories.is_empty() {
        return None;
    }
    let rows = histories.iter().map(|history| row(seen, history, extract)).collect();
    let columns = vec![
        Column::fit("of", 12, 22),
        Column::fill("dates announced, in order", 16, 1).rank(2),
        Column::fit("time", 12, 24),
        Column::fit("slip in all", 12, 18).right(),
    ];
    Some(Table { columns, rows, axis: Some(span_of(seen, histories.iter())), heads: true })
}

fn row(seen: Seen<'_>, history: &History, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let mut dates = Text::empty();
    let mut marks = Vec::new();
    let mut cites = Vec::new();
    let role = Role::Kind(graph.entity(history.entity).kind);
    for step in &history.steps {
        if !dates.is_empty() {
            dates = dates.and(" ▸ ", Role::Muted);
        }
        dates = dates.and(date(step.expected), Role::Text);
        marks.push(given(step.expected, GIVEN, role));
        cites.extend(step.said.iter().flat_map(|&id| extract.cite(graph, ClaimId::Milestone(id))));
    }
    if let Some(id) = history.flown {
        let on = graph.milestone(id).on;
        dates = dates.and(format!(" {FLOWN} {}", date(on)), Role::Good);
        marks.push(given(on, FLOWN, Role::Good));
        cites.extend(extract.cite(graph, ClaimId::Milestone(id)));
    }
    let middles = || marks.iter().map(Mark::middle);
    let (from, to) = (middles().fold(f64::INFINITY, f64::min), middles().fold(f64::NEG_INFINITY, f64::max));
    marks.insert(0, Mark::bar(from, to, Form::Guide, Role::Border));
    cites.sort_unstable();
    cites.dedup();
    let total = history.total(graph);
    let cells = vec![
        Cell::Text(short(graph, history.entity)),
        Cell::Text(dates),
        Cell::Strip(marks),
        Cell::Text(Text::strong(total.long(), ink(total))),
    ];
    Row::new(cells, Target::entity(history.entity)).cited(cites)
}
