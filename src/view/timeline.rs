//! When did what happen?

mod compare;
mod event;
mod gather;
mod sign;
pub mod slip;
mod window;

use std::ops::RangeInclusive;

use super::phrase::{count, names, short};
use super::years;
use super::{Lens, Opt, Shift, View, option};
use crate::atlas::Atlas;
use crate::figure::{Axis, Body, Cell, Column, Extract, Figure, Mark, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph};
use event::{Event, GROUPS, UNDATED};

/// So many years at most have a heading each; of more, each decade has one.
const YEARS: i16 = 30;

/// Everything dated around the focus, along one axis; announced dates above it.
pub struct Timeline;

impl View for Timeline {
    fn name(&self) -> &'static str {
        "timeline"
    }

    fn doc(&self) -> &'static str {
        "When did what happen?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["history", "launches", "slip"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=12
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::FROM, &option::TO]
    }

    fn shift(&self, atlas: &Atlas, lens: &mut Lens, shift: Shift) -> bool {
        let events = gathered(atlas.graph.at(lens.era()), lens);
        axis(lens, &events).is_some_and(|whole| window::shift(lens, whole, shift))
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let (chart, total) = announced(seen, &lens.focus, &mut extract);
        let mut events = gathered(seen, lens);
        let all = events.len();
        let window = axis(lens, &events).map(|whole| window::of(lens, whole));
        if let (Some(window), Some(_)) = (window, window::said(lens)) {
            events.retain(|event| window::shows(window, event));
        }
        let outside = all - events.len();
        let table = table(seen, lens, (&events, window), &mut extract);
        let title = match lens.focus.as_slice() {
            [] => "Timeline".to_owned(),
            focus => format!("Timeline of {}", names(graph, focus)),
        };
        let mut figure = Figure::new(title, Body::Table(table), extract);
        figure.chart = chart;
        figure.note = note(lens, &events, outside, total);
        figure.empty = events.is_empty().then(|| nothing(graph, lens));
        figure
    }
}

/// The slip chart of one entity, or a row each of several; and how far the dates of the one moved.
fn announced(seen: Seen<'_>, focus: &[EntityId], extract: &mut Extract) -> (Option<Table>, Option<String>) {
    let [one] = focus else { return (compare::table(seen, focus, extract), None) };
    let Some(mut slip) = slip::slip(seen, *one, extract) else { return (None, None) };
    slip.table.rows.insert(0, Row::heading(Text::strong(slip.title, Role::Accent)));
    (Some(slip.table), Some(slip.total))
}

fn gathered(seen: Seen<'_>, lens: &Lens) -> Vec<Event> {
    if lens.focus.is_empty() { gather::all(seen, lens) } else { gather::around(seen, lens) }
}

fn table(
    seen: Seen<'_>,
    lens: &Lens,
    (events, axis): (&[Event], Option<Axis>),
    extract: &mut Extract,
) -> Table {
    let of = lens.focus.len() != 1;
    let mut columns = vec![Column::fit("date", 10, 14)];
    if of {
        columns.push(Column::fit("of", 10, 18));
    }
    columns.extend([Column::fill("what", 24, 3), Column::fit("time", 12, 20).rank(1)]);
    let headings = headings(lens, events);
    let mut rows = Vec::with_capacity(events.len());
    let mut last = None;
    for (event, heading) in events.iter().zip(&headings) {
        if last != Some(heading) {
            let size = headings.iter().filter(|other| *other == heading).count();
            rows.push(Row::heading(
                Text::strong(&**heading, Role::Accent).and(format!(" {size}"), Role::Muted),
            ));
            last = Some(heading);
        }
        rows.push(row(seen.graph(), event, of, extract));
    }
    if !rows.is_empty() {
        rows.push(Row::heading(Text::of(sign::LEGEND, Role::Muted)));
    }
    Table { columns, heads: !rows.is_empty(), rows, axis }
}

fn row(graph: &Graph, event: &Event, of: bool, extract: &mut Extract) -> Row {
    let mut cells = vec![Cell::Text(event.date.clone())];
    if of {
        cells.push(Cell::Text(short(graph, event.of)));
    }
    cells.extend([Cell::Text(event.what.clone()), Cell::Strip(event.marks.clone())]);
    let cites = extract.cite(graph, event.claim);
    Row {
        detail: event.detail.clone(),
        ..Row::new(cells, Target::claim(event.claim, event.opens)).cited(cites)
    }
}

/// The heading of each event: its group, or where there is no focus, its year or decade.
fn headings(lens: &Lens, events: &[Event]) -> Vec<String> {
    if !lens.focus.is_empty() {
        return events.iter().map(|event| GROUPS[event.group].to_owned()).collect();
    }
    let years = || events.iter().filter_map(|event| event.day).map(|day| day.parts().0);
    let single = years().max().zip(years().min()).is_some_and(|(max, min)| max - min < YEARS);
    let heading = |event: &Event| match event.day.map(|day| day.parts().0) {
        Some(year) if single => year.to_string(),
        Some(year) => format!("{}s", year - year.rem_euclid(10)),
        None => GROUPS[UNDATED].to_owned(),
    };
    events.iter().map(heading).collect()
}

/// The axis that holds all marks; `None` if nothing is dated.
fn axis(lens: &Lens, events: &[Event]) -> Option<Axis> {
    let marks = || events.iter().flat_map(|event| &event.marks);
    let ends = |pick: fn(&Mark) -> f64| marks().map(pick);
    let min = ends(|mark| mark.from).fold(f64::INFINITY, f64::min);
    let max = ends(|mark| mark.to).fold(f64::NEG_INFINITY, f64::max);
    (min <= max).then(|| years::axis(&lens.query, min, max))
}

fn note(lens: &Lens, events: &[Event], outside: usize, total: Option<String>) -> String {
    let undated = events.iter().filter(|event| event.group == UNDATED).count();
    let mut parts: Vec<String> = total.into_iter().collect();
    parts.push(count(events.len() - undated, "event"));
    let years = || events.iter().filter_map(|event| event.day).map(|day| day.parts().0);
    if let Some((first, last)) = years().min().zip(years().max()) {
        parts.push(if first == last { first.to_string() } else { format!("{first}–{last}") });
    }
    if undated > 0 {
        parts.push(format!("{undated} without a date"));
    }
    if let Some(window) = window::said(lens) {
        parts.push(format!("{window}, {outside} more before, after or undated"));
    }
    lens.note(parts)
}

fn nothing(graph: &Graph, lens: &Lens) -> String {
    let of = match lens.focus.as_slice() {
        [] => String::new(),
        focus => format!(" of {}", names(graph, focus)),
    };
    let mut text = format!("Nothing dated is known{of}.");
    if !lens.query.is_empty() {
        text += " `F` clears the filters.";
    }
    if window::said(lens).is_some() {
        text += " `-` shows a longer time.";
    }
    if lens.at.is_some() || lens.known_by.is_some() {
        text += " `t` changes the date.";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::{atlas, figure, printed};

    fn dates(table: &Table, column: usize) -> Vec<String> {
        table.entries().map(|row| row.cells[column].plain()).collect()
    }

    #[test]
    fn the_slip_chart_tells_every_date_and_ends_with_the_launch() {
        let figure = figure(&atlas(), &Timeline, &["smile"], "");
        assert!(figure.note.starts_with("5 dates · about +4.9 years · "));
        let chart = figure.chart.unwrap();
        let expected = ["2021", "2023-11", "2025", "2025-10–2025-12", "2026-04-09", "2026-05-19"];
        assert_eq!(dates(&chart, 2), expected);
        assert_eq!(dates(&chart, 0)[..2], ["2015 ×2", "2019-03"]);
        assert_eq!(dates(&chart, 4), ["", "~+2.4 y", "~+20 mo", "narrowed", "~+5 mo", "+40 d"]);
        assert_eq!(chart.rows[1].cites, [1, 2]);
    }

    #[test]
    fn guides_lead_from_date_to_date() {
        let figure = figure(&atlas(), &Timeline, &["other"], "");
        let lines = printed(&figure, 74);
        let at = |sign: &str| lines[3].find(sign);
        assert!(at("●") < at("─") && at("─") < at("╯"), "an earlier date lies to the left: {lines:#?}");
        assert!(lines[3].contains("−3 mo"));
    }

    #[test]
    fn several_are_compared_in_a_row_each() {
        let figure = figure(&atlas(), &Timeline, &["smile", "other", "esa"], "");
        let chart = figure.chart.unwrap();
        assert_eq!(dates(&chart, 0), ["▲ SMILE", "▲ Other"]);
        assert_eq!(dates(&chart, 3), ["about +4.9 years", "−3 months"]);
        let Body::Table(table) = figure.body else { panic!("a timeline is a table") };
        let leads = table.entries().filter(|row| row.cells[2].plain().contains("lead")).count();
        assert_eq!(leads, 1, "a tie between two in focus is one event");
    }

    #[test]
    fn ties_without_dates_borrow_faintly_or_come_last() {
        let figure = figure(&atlas(), &Timeline, &["nasa"], "");
        assert_eq!(figure.note, "2 events · 2021–2026");
        let Body::Table(table) = figure.body else { panic!("a timeline is a table") };
        let lent = table.entries().next().unwrap();
        assert!(lent.detail.iter().any(|line| line.plain().contains("those of the mission")));
        assert_eq!(lent.cells[0], Cell::Text(Text::of("2026-05-19–", Role::Border)));
    }

    #[test]
    fn without_a_focus_all_milestones_stand_under_their_years() {
        let atlas = atlas();
        let figure = figure(&atlas, &Timeline, &[], "from:2019 to:2024");
        let lines = printed(&figure, 90);
        // What was said "by April 2026" may have been said before.
        assert_eq!(figure.note, "5 events · 2019–2026 · from:2019 to:2024");
        assert_eq!((&*lines[1], &*lines[4]), ("2019 2", "2024 2"));
        assert!(lines[2].starts_with("2019        ▲ Other"));
    }

    #[test]
    fn the_dossier_has_the_slip_chart_too() {
        let figure = figure(&atlas(), &crate::view::entity::Dossier, &["smile"], "");
        let lines = printed(&figure, 100);
        let heading = lines.iter().find(|line| line.starts_with("Launch date, as announced"));
        assert!(heading.unwrap().ends_with("5 dates · about +4.9 years"));
    }
}
