//! With whom does X work most?

mod course;
mod tally;

use std::ops::RangeInclusive;

use super::phrase::{count, names, short};
use super::{Lens, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::link::span;
use crate::graph::{ClaimId, Graph, Shared};
use crate::model::date::Date;
use crate::model::standing::Rung;
use course::{Course, Periods};
use tally::{Found, Tally};

/// Partners of one entity, or those whom several have in common, by what they do together.
pub struct Partners;

/// Shared things that are named of a partner.
const NAMED: usize = 8;

/// The columns of counts, the farthest rung first.
const RUNGS: &[(Rung, &str, u8)] = &[
    (Rung::Crew, "crew", 6),
    (Rung::Mission, "mission", 3),
    (Rung::Treaty, "treaty", 7),
    (Rung::Agreement, "agreed", 4),
    (Rung::Memorandum, "MoU", 5),
    (Rung::Intent, "intent", 8),
];

impl View for Partners {
    fn name(&self) -> &'static str {
        "partners"
    }

    fn doc(&self) -> &'static str {
        "With whom does it work most?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["broker", "go-between", "common partners"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        1..=4
    }

    fn focus_doc(&self) -> &'static str {
        "One id or name; of several, the partners that all of them have: nasa cnsa"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::RUNG, &option::WITHOUT, &option::FROM, &option::TO]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        if lens.focus.is_empty() {
            return Figure::nothing(
                "Partners",
                Body::Table(Table::default()),
                "Partners are somebody's: `/` finds whose.",
            );
        }
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let found = Found::new(seen, lens);
        let periods = Periods::new(seen, found.tallies.iter().flat_map(Tally::shared));
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let rows = found.tallies.iter().enumerate();
        let rows: Vec<Row> =
            rows.map(|(place, tally)| row(graph, lens, tally, place + 1, periods, &mut extract)).collect();
        let table = Table { columns: columns(lens), heads: !rows.is_empty(), rows, axis: None };
        let title = format!("Partners of {}", names(graph, &lens.focus));
        let mut figure = Figure::new(title, Body::Table(table), extract);
        figure.note = note(graph, lens, &found, periods);
        figure.empty = found.tallies.is_empty().then(|| nothing(graph, lens, &found));
        figure
    }
}

fn columns(lens: &Lens) -> Vec<Column> {
    let mut columns = vec![
        Column::fit("no.", 3, 4).right().rank(9),
        Column::fill("partner", 16, 1),
        Column::fit("kind", 5, 12).rank(10),
        Column::fit("total", 5, 5).right(),
    ];
    if lens.focus.len() > 1 {
        columns.push(Column::fit("with each", 9, 30));
    }
    columns.extend(RUNGS.iter().map(|&(_, name, rank)| Column::fit(name, 3, 7).right().rank(rank)));
    columns.extend([
        Column::fit("forums", 3, 6).right().rank(11),
        Column::fit("course", 6, 14).rank(2),
        Column::fit("trend", 6, 8).rank(1),
        Column::fit("last", 4, 10).rank(1),
        Column::fit("strongest", 6, 10).rank(12),
    ]);
    columns
}

fn row(
    graph: &Graph,
    lens: &Lens,
    tally: &Tally,
    number: usize,
    periods: Periods,
    extract: &mut Extract,
) -> Row {
    let course = Course::new(periods, tally.shared());
    let some = |number: usize| if number == 0 { String::new() } else { number.to_string() };
    let mut cells = vec![
        Cell::Text(Text::of(number.to_string(), Role::Muted)),
        Cell::Text(short(graph, tally.entity)),
        Cell::Text(Text::of(graph.entity(tally.entity).kind.name(), Role::Muted)),
        Cell::Text(Text::strong(tally.total.to_string(), Role::Text)),
    ];
    if lens.focus.len() > 1 {
        let each: Vec<String> = tally.each.iter().map(|joint| joint.len().to_string()).collect();
        cells.push(Cell::Text(Text::of(each.join(" + "), Role::Muted)));
    }
    for &(rung, ..) in RUNGS {
        let ties = tally.shared().filter(|shared| shared.rung == Some(rung)).count();
        cells.push(Cell::Text(Text::of(some(ties), Role::Text)));
    }
    let trend = course.trend();
    cells.extend([
        Cell::Text(Text::of(some(tally.forums), Role::Muted)),
        Cell::Text(Text::of(course.line(), Role::Heat(3))),
        Cell::Text(Text::of(format!("{} {}", trend.sign(), trend.name()), trend.role())),
        Cell::Text(Text::of(tally.last().map_or(String::new(), |moment| moment.to_string()), Role::Text)),
        Cell::Text(Text::of(tally.strongest().map_or("", Rung::name), Role::Muted)),
    ]);
    let links = tally.shared().flat_map(|shared| &shared.links);
    let cites = extract.cite_all(graph, links.map(|&link| ClaimId::Link(link)));
    Row {
        detail: detail(graph, tally, &course),
        ..Row::new(cells, Target::entity(tally.entity)).cited(cites)
    }
}

/// What they share, the farthest going first, and how much began in each period.
fn detail(graph: &Graph, tally: &Tally, course: &Course) -> Vec<Text> {
    let mut all: Vec<&Shared> = tally.shared().collect();
    all.sort_by_key(|shared| std::cmp::Reverse((shared.rung, shared.when.and_then(Date::first))));
    let mut lines: Vec<Text> = all.iter().take(NAMED).map(|shared| thing(graph, shared)).collect();
    if all.len() > NAMED {
        lines.push(Text::of(format!("and {} more; `pair` lists them all", all.len() - NAMED), Role::Muted));
    }
    let told = course.told();
    lines.extend((!told.is_empty()).then(|| Text::of(format!("begun {told}"), Role::Muted)));
    lines
}

fn thing(graph: &Graph, shared: &Shared) -> Text {
    let name = shared.via.map_or_else(|| Text::of("a tie of their own", Role::Text), |via| short(graph, via));
    let rung = shared.rung.map_or("", Rung::name);
    let when = shared.when.map_or(String::new(), |date| format!(" · {}", span(date)));
    name.and(format!("  {rung}{when}"), Role::Muted)
}

/// Ties of their own and shared works with each; forums apart.
fn note(graph: &Graph, lens: &Lens, found: &Found, periods: Periods) -> String {
    let mut parts = vec![count(found.tallies.len(), "partner")];
    if found.only_forums > 0 {
        parts.push(format!("{} more only in forums", found.only_forums));
    }
    if found.hidden > 0 {
        parts.push(format!("{} filtered out", found.hidden));
    }
    parts.extend(periods.told());
    parts.extend(lens.told(graph));
    parts.join(" · ")
}

fn nothing(graph: &Graph, lens: &Lens, found: &Found) -> String {
    let whose = names(graph, &lens.focus);
    let common = if lens.focus.len() > 1 { "in common " } else { "" };
    if found.hidden > 0 {
        let hidden = count(found.hidden, "partner");
        return format!("No partner of {whose} passes; the filters hide {hidden}. `F` clears them.");
    }
    let limits = lens.told(graph);
    let said = if limits.is_empty() { String::new() } else { format!(" ({})", limits.join(", ")) };
    let forums = match found.only_forums {
        0 => String::new(),
        some => format!(" {} only in treaties and forums; `pair` lists these.", count(some, "entity")),
    };
    format!("No partner {common}of {whose} is on record{said}.{forums} `t` changes the date.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::EntityId;
    use crate::view::sample::{atlas, figure};

    fn rows(figure: &Figure) -> Vec<String> {
        let Body::Table(table) = &figure.body else { panic!("a ranking is a table") };
        let name = |row: &Row| format!("{} {}", row.cells[1].plain(), row.cells[3].plain());
        table.entries().map(name).collect()
    }

    #[test]
    fn partners_are_ranked_by_what_they_share_once_each() {
        let figure = figure(&atlas(), &Partners, &["esa"], "");
        assert_eq!(figure.title, "Partners of ESA");
        assert_eq!(rows(&figure), ["◆ NASA 1"]);
        let Body::Table(table) = &figure.body else { panic!("a ranking is a table") };
        let row = &table.rows[0];
        assert_eq!(row.cites.len(), 2);
        assert_eq!(row.detail[0].plain(), "▲ SMILE  mission · 2015–");
        assert_eq!(figure.extract.links().len(), 2);
    }

    #[test]
    fn filters_and_periods_narrow_the_ranking_and_are_said() {
        let atlas = atlas();
        let hidden = figure(&atlas, &Partners, &["esa"], "kind:company");
        assert!(hidden.empty.unwrap().contains("the filters hide 1 partner"));
        let ids: Vec<EntityId> = atlas.graph.find("esa").into_iter().collect();
        let lens = Lens { to: "2010".parse().ok(), ..Lens::on(ids) };
        let early = Partners.figure(&atlas, &lens);
        assert!(early.empty.unwrap().starts_with("No partner of ESA is on record (to 2010)."));
        assert!(figure(&atlas, &Partners, &[], "").empty.is_some());
    }
}
