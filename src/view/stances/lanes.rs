//! Lanes: one course a row, its successive positions along time, the latest one at the end.

use super::course::{Course, Leg, legend};
use crate::figure::{Axis, Cell, Column, Role, Row, Table, Target, Text};
use crate::graph::Graph;
use crate::graph::link::span;
use crate::view::phrase::{position, short};

/// How many rows are drawn; the rest is counted in the note.
pub(super) const MOST: usize = 12;

/// The lanes of the first courses. `actors` and `issues` say which of the two names a row.
pub(super) fn table(
    graph: &Graph,
    courses: &[Course],
    (actors, issues): (bool, bool),
    axis: Axis,
    today: Option<f64>,
) -> Table {
    let mut columns = Vec::new();
    if actors {
        columns.push(Column::fit("actor", 10, 22));
    }
    if issues {
        columns.push(Column::fit("about", 14, 26));
    }
    columns.push(Column::fill("time", 24, 1));
    columns.push(Column::fit("said", 1, 4).right().rank(2));
    columns.push(Column::fit("latest", 11, 14));
    columns.push(Column::fit("on", 10, 10).rank(1));
    let rows = courses
        .iter()
        .take(MOST)
        .map(|course| {
            let mut cells = Vec::new();
            if actors {
                cells.push(Cell::Text(short(graph, course.actor)));
            }
            if issues {
                cells.push(Cell::Text(short(graph, course.issue)));
            }
            let legs = course.legs(graph, today);
            let bars = legs.iter().flat_map(Leg::bars);
            cells.push(Cell::Strip(bars.chain(legs.iter().flat_map(|leg| leg.points(false))).collect()));
            cells.push(Cell::Text(Text::of(course.said.len().to_string(), Role::Muted)));
            let latest = course.said.last().map(|&(_, id)| graph.stance(id));
            cells.push(Cell::Text(latest.map_or_else(Text::empty, position)));
            cells.push(Cell::Text(
                latest.map_or_else(Text::empty, |stance| Text::of(span(stance.on), Role::Muted)),
            ));
            Row::new(cells, Target::entity(if actors { course.actor } else { course.issue }))
        })
        .chain([legend()])
        .collect();
    Table { columns, rows, axis: Some(axis), heads: true }
}
