//! The ladder: rows from support down to refusal, and the course of one actor on one issue across them. All
//! positions have a row; those beyond the course are faint and give way where there is little room.

use super::course::{Course, Leg, legend};
use crate::figure::{Axis, Cell, Column, Form, Mark, Role, Row, Table, Target, Text};
use crate::graph::Graph;
use crate::model::position::Position;
use crate::view::phrase::rung;

/// So many rows at least, so that rise and fall can be seen.
const LEAST: usize = 5;

pub(super) fn table(graph: &Graph, course: &Course, axis: Axis, today: Option<f64>) -> Table {
    let legs = course.legs(graph, today);
    let near = rungs(&legs);
    let rows = Position::ALL
        .iter()
        .map(|&position| {
            let spare = !near.contains(&position);
            let name = rung(position);
            let name = if spare { Text::of(name.plain(), Role::Border) } else { name };
            let cells = vec![Cell::Text(name), Cell::Strip(marks(&legs, position))];
            Row { spare, ..Row::new(cells, Target::NONE) }
        })
        .chain([legend()])
        .collect();
    let columns = vec![Column::fit("position", 14, 14), Column::fill("time", 20, 1)];
    Table { columns, rows, axis: Some(axis), heads: true }
}

/// The rungs that stay: all that are taken, neutral, what lies between, and more on the emptier side.
fn rungs(legs: &[Leg]) -> &'static [Position] {
    let neutral = Position::Neutral as usize;
    let taken = || legs.iter().map(|leg| leg.position as usize);
    let mut top = taken().min().unwrap_or(neutral).min(neutral);
    let mut bottom = taken().max().unwrap_or(neutral).max(neutral);
    while bottom - top + 1 < LEAST {
        if bottom - neutral <= neutral - top { bottom += 1 } else { top -= 1 }
    }
    &Position::ALL[top..=bottom]
}

fn marks(legs: &[Leg], position: Position) -> Vec<Mark> {
    let mut marks = Vec::new();
    for leg in legs.iter().filter(|leg| leg.position == position) {
        marks.extend(leg.bars());
        marks.extend(leg.points(true));
    }
    for (leg, next) in legs.iter().zip(legs.iter().skip(1)) {
        let crossed = leg.position.min(next.position)..=leg.position.max(next.position);
        if crossed.contains(&position) {
            marks.push(Mark::bar(leg.to, leg.to, Form::Riser, next.role()));
        }
    }
    marks
}
