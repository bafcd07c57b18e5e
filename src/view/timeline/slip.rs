//! The slip chart: every date that was announced for a launch, one below the other, each tied to the
//! one before, down to the launch itself.

mod history;

use super::sign::{FLOWN, GIVEN, given};
use crate::figure::{Axis, Cell, Column, Extract, Form, Mark, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, MilestoneId};
use crate::layout::axis;
use crate::model::date::Date;
use crate::model::standing::Confidence;
use crate::view::phrase::{count, date as told};
use crate::view::years::Stretch;

pub(super) use history::{History, Move};

/// What the marks mean.
const LEGEND: &str = "● date given   ★ flown   ╰─ moved   · precision of the source   ~ roughly";

/// A slip chart with its heading.
pub struct Slip {
    /// "Launch date, as announced".
    pub title: &'static str,
    /// How many dates and how far they moved: "6 dates · about +5.4 years".
    pub total: String,
    /// A row a date.
    pub table: Table,
}

/// The slip chart of an entity, if dates were announced for it that can be compared. It obeys the dates
/// of the lens, but no filters: a history with gaps would show slips that nobody announced.
pub fn slip(seen: Seen<'_>, entity: EntityId, extract: &mut Extract) -> Option<Slip> {
    let history = History::of(seen, entity)?;
    let dates = count(history.steps.len(), "date");
    let total = format!("{dates} · {}", history.total(seen.graph()).long());
    Some(Slip { title: history.title, total, table: table(seen, &history, extract) })
}

/// The axis that holds all dates of some histories.
pub(super) fn span_of<'h>(seen: Seen<'_>, histories: impl Iterator<Item = &'h History>) -> Axis {
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for history in histories {
        let flown = history.flown.map(|id| seen.graph().milestone(id).on);
        for date in history.steps.iter().map(|step| step.expected).chain(flown) {
            let (from, to) = Stretch::known(date).ends();
            (min, max) = (min.min(from), max.max(to));
        }
    }
    let (from, to) = axis::bounds(min, max);
    Axis { from, to }
}

fn table(seen: Seen<'_>, history: &History, extract: &mut Extract) -> Table {
    let columns = vec![
        Column::fit("said", 10, 14),
        Column::fill("occasion", 16, 2).rank(2),
        Column::fit("expected", 15, 21),
        Column::fit("time", 12, 16),
        Column::fit("slip", 8, 8).right().rank(1),
    ];
    let mut rows = Vec::new();
    let mut before = None;
    for step in &history.steps {
        rows.push(row(seen, history, before, step.expected, &step.said, extract));
        before = Some(step.expected);
    }
    if let Some(id) = history.flown {
        let mut row = row(seen, history, before, seen.graph().milestone(id).on, &[id], extract);
        if let Some(Cell::Text(text)) = row.cells.get_mut(2) {
            *text = Text::strong(text.plain(), Role::Good);
        }
        rows.push(row);
    }
    rows.push(Row::heading(Text::of(LEGEND, Role::Muted)));
    Table { columns, rows, axis: Some(span_of(seen, [history].into_iter())), heads: true }
}

/// A row: what was said, and how the date moved from the one before.
fn row(
    seen: Seen<'_>,
    history: &History,
    before: Option<Date>,
    date: Date,
    said: &[MilestoneId],
    extract: &mut Extract,
) -> Row {
    let graph = seen.graph();
    let Some(&first) = said.first() else { return Row::default() };
    let milestone = graph.milestone(first);
    let flown = history.flown == Some(first);
    let again = if said.len() > 1 { format!(" ×{}", said.len()) } else { String::new() };
    let moved = before.map(|before| Move::between(before, date));
    let slipped = match moved {
        None => Text::empty(),
        Some(moved) if flown && !matches!(moved, Move::By { .. }) => Text::of("flown", Role::Good),
        Some(moved) => Text::of(moved.short(), ink(moved)),
    };
    let what = milestone.record.what.as_ref().map_or(milestone.record.kind.name(), |what| what);
    let cells = vec![
        Cell::Text(Text::of(told(milestone.on), Role::Text).and(again, Role::Muted)),
        Cell::Text(Text::of(what, Role::Muted)),
        Cell::Text(Text::of(told(date), Role::Text)),
        Cell::Strip(marks(before, date, flown, Role::Kind(graph.entity(history.entity).kind))),
        Cell::Text(slipped),
    ];
    let mut cites: Vec<u32> =
        said.iter().flat_map(|&id| extract.cite(graph, ClaimId::Milestone(id))).collect();
    let mut cited = std::collections::HashSet::new();
    cites.retain(|&number| cited.insert(number));
    let row = Row::new(cells, Target::claim(ClaimId::Milestone(first), history.entity)).cited(cites);
    Row { detail: detail(seen, said, before, date), ..row }
}

/// Slips stand out; what only narrows a date does not.
pub(super) const fn ink(moved: Move) -> Role {
    match moved {
        Move::By { years, .. } if years < 0.0 => Role::Good,
        Move::By { .. } => Role::Doubt,
        _ => Role::Muted,
    }
}

fn marks(before: Option<Date>, date: Date, flown: bool, role: Role) -> Vec<Mark> {
    let mut marks = Vec::new();
    if let Some(before) = before {
        let (old, new) = (Stretch::known(before).middle(), Stretch::known(date).middle());
        marks.push(Mark::bar(old.min(new), old.max(new), Form::Guide, ink(Move::between(before, date))));
    }
    marks.push(if flown { given(date, FLOWN, Role::Good) } else { given(date, GIVEN, role) });
    marks
}

fn detail(seen: Seen<'_>, said: &[MilestoneId], before: Option<Date>, date: Date) -> Vec<Text> {
    let graph = seen.graph();
    let mut lines = Vec::new();
    for &id in said {
        let milestone = graph.milestone(id);
        let record = &milestone.record;
        let what = record.what.as_ref().map_or(record.kind.name(), |what| what);
        let mut line = Text::of(format!("{}  ", told(milestone.on)), Role::Muted).and(what, Role::Text);
        if milestone.claim.confidence == Confidence::Low {
            line = line.and("  ~ low confidence", Role::Doubt);
        }
        lines.push(line);
        lines.extend(record.note.iter().map(|note| Text::of(format!("note: {note}"), Role::Muted)));
        let because = milestone.claim.because.as_ref();
        lines.extend(because.map(|because| Text::of(format!("because: {because}"), Role::Muted)));
    }
    if let Some(before) = before {
        let moved = Move::between(before, date).short();
        let line = format!("from {} to {}: {moved}", told(before), told(date));
        lines.push(Text::of(line, Role::Muted));
    }
    lines
}
