//! When: a lane each for agreements, works, stances and restrictions, along one axis.

use super::gather::{Matter, Sort};
use super::rules::during;
use crate::figure::{Cell, Column, Form, Mark, Role, Row, Table, Target, Text};
use crate::graph::bars::Bar;
use crate::graph::era::Seen;
use crate::graph::{Phase, Shared};
use crate::model::date::Date;
use crate::view::Lens;
use crate::view::years::{self, Stretch};

/// The lanes that have something dated; `None` if nothing has.
pub(super) fn table(seen: Seen<'_>, lens: &Lens, matter: &Matter, bars: &[Bar]) -> Option<Table> {
    let graph = seen.graph();
    let today = years::until(seen.today());
    let ties = |sort: Sort| matter.ties().filter(move |tie| tie.sort == sort).map(|tie| &tie.shared);
    let signed =
        ties(Sort::Agreement).filter_map(|shared| Some(point(Stretch::of(shared.when?), '■', Role::Heat(3))));
    let works = ties(Sort::Work).filter_map(|shared| bar(shared, today));
    let stances = matter.groups.iter().flat_map(|group| group.stances.iter().flatten()).map(|&id| {
        let stance = graph.stance(id);
        let position = stance.record.position;
        point(
            Stretch::of(stance.on),
            position.glyph().chars().next().unwrap_or('●'),
            Role::Position(position),
        )
    });
    let barred = bars.iter().filter(|bar| bar.holds).filter_map(|bar| {
        let from = Stretch::of(during(graph, bar)?).from?;
        Some(Mark::bar(from, today.unwrap_or(from).max(from), Form::Bar, Role::Bad))
    });
    let all = |sort: Sort| ties(sort).count();
    let voices = matter.groups.iter().flat_map(|group| &group.stances).map(Vec::len).sum();
    let lanes: Vec<(&str, Vec<Mark>, usize)> = vec![
        ("agreements", signed.collect(), all(Sort::Agreement)),
        ("works", works.collect(), all(Sort::Work)),
        ("stances", stances.collect(), voices),
        ("restrictions", barred.collect(), bars.len()),
    ];
    let marks = || lanes.iter().flat_map(|(_, marks, _)| marks);
    let min = marks().map(|mark| mark.from).fold(f64::INFINITY, f64::min);
    let max = marks().map(|mark| mark.to).fold(today.unwrap_or(f64::NEG_INFINITY), f64::max);
    if min > max {
        return None;
    }
    let axis = years::axis(&lens.query, min, max);
    let rows = lanes.into_iter().filter(|(_, marks, _)| !marks.is_empty()).map(|(name, marks, all)| {
        let drawn = marks.len();
        let number = if drawn == all { all.to_string() } else { format!("{drawn} of {all}") };
        let cells = vec![
            Cell::Text(Text::of(name, Role::Muted)),
            Cell::Strip(marks),
            Cell::Text(Text::of(number, Role::Muted)),
        ];
        Row::new(cells, Target::NONE)
    });
    let columns = vec![
        Column::fit("dated", 8, 12),
        Column::fill("time", 20, 1),
        Column::fit("number", 2, 9).right().rank(1),
    ];
    let legend = Row::heading(Text::of(LEGEND, Role::Muted));
    Some(Table { columns, rows: rows.chain([legend]).collect(), axis: Some(axis), heads: true })
}

/// What the signs mean; a stance has the arrow of its position.
const LEGEND: &str = "■ signed  ━ goes on  ╌ over  ▲ △ ● ▽ ▼ stances, from for to against";

fn point(stretch: Stretch, sign: char, role: Role) -> Mark {
    let at = stretch.from.unwrap_or_else(|| stretch.middle());
    Mark::point(at, at, sign, role)
}

/// From its start to its end; what is not over, to the day from which one looks.
fn bar(shared: &Shared, today: Option<f64>) -> Option<Mark> {
    let stretch = Stretch::of(shared.when?);
    let (from, to) = stretch.ends();
    let open = shared.phase.holds() && shared.when.and_then(Date::end).is_none();
    let to = if open { today.unwrap_or(to).max(from) } else { to };
    let form = if shared.phase == Phase::Ended { Form::Ended } else { Form::Bar };
    Some(Mark::bar(from, to, form, Role::Heat(4)))
}
