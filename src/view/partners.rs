//! With whom does X work most?

mod course;
mod tally;

use std::ops::RangeInclusive;

use super::phrase::{capital, count, names, short, together};
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

/// The columns of counts, the farthest rung first: whole heads, short ones, ranks.
const RUNGS: &[(Rung, &str, &str, u8)] = &[
    (Rung::Crew, "crews", "crew", 6),
    (Rung::Mission, "missions", "mission", 3),
    (Rung::Treaty, "treaties", "treaty", 7),
    (Rung::Agreement, "agreements", "agreed", 4),
    (Rung::Memorandum, "memoranda", "MoU", 5),
    (Rung::Intent, "intents", "intent", 8),
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
        let other = found.tallies.iter().any(|tally| tally.shared().any(|shared| shared.rung.is_none()));
        let rows = found.tallies.iter().enumerate();
        let rows: Vec<Row> = rows
            .map(|(place, tally)| row(graph, lens, tally, place + 1, (periods, other), &mut extract))
            .collect();
        let columns = columns(lens, periods, other);
        let table = Table { columns, heads: !rows.is_empty(), rows, axis: None };
        let title = match lens.focus.as_slice() {
            [one] => format!("Partners of {}", graph.entity(*one).short()),
            [_, _] => format!("Who works with both {}", together(graph, &lens.focus)),
            several => format!("Who works with all of {}", together(graph, several)),
        };
        let mut figure = Figure::new(title, Body::Table(table), extract);
        figure.note = note(graph, lens, &found, periods);
        figure.chart = lead(graph, lens, &found);
        figure.empty = found.tallies.is_empty().then(|| nothing(graph, lens, &found));
        figure
    }
}

/// A column with a short head for where the whole one has no room.
fn counted(name: &'static str, brief: &'static str) -> Column {
    let column = Column::fit(name, 3, 10).spelt(10).right();
    Column { brief: brief.into(), ..column }
}

fn columns(lens: &Lens, periods: Periods, other: bool) -> Vec<Column> {
    let several = lens.focus.len() > 1;
    let mut columns = vec![
        Column::fit("no.", 3, 4).right().rank(9),
        Column::fill("partner", 16, 1),
        Column::fit("kind", 5, 12).rank(10),
        Column::fit("total", 5, 5).right(),
    ];
    if several {
        columns.push(Column::fit("with each", 9, 30));
    }
    columns.push(Column::fit("flown", 5, 30).rank(if several { 0 } else { 5 }));
    columns.extend(RUNGS.iter().map(|&(_, name, brief, rank)| counted(name, brief).rank(rank)));
    let course = Column { brief: periods.years().into(), ..Column::fit("", 6, 16).spelt(16) };
    columns.extend([
        Column::fit("other", 5, 5).right().rank(8),
        Column::fit("forums", 3, 6).right().rank(11),
        course.called(format!("course {}", periods.years())).rank(2),
        Column::fit("trend", 6, 8).rank(1),
        Column::fit("last", 4, 10).rank(1),
        Column::fit("strongest", 6, 10).rank(12),
    ]);
    if !other {
        columns.retain(|column| column.name != "other");
    }
    columns
}

fn row(
    graph: &Graph,
    lens: &Lens,
    tally: &Tally,
    number: usize,
    (periods, other): (Periods, bool),
    extract: &mut Extract,
) -> Row {
    let course = Course::new(periods, tally.shared());
    let some = |number: usize| if number == 0 { String::new() } else { number.to_string() };
    let mut cells = vec![
        Cell::Text(Text::of(number.to_string(), Role::Muted)),
        Cell::Text(short(graph, tally.entity)),
        Cell::Text(Text::of(graph.entity(tally.entity).kind.name(), Role::Muted)),
        Cell::Text(Text::strong(tally.shared().count().to_string(), Role::Text)),
    ];
    if lens.focus.len() > 1 {
        let each: Vec<String> = tally.each.iter().map(|joint| joint.len().to_string()).collect();
        cells.push(Cell::Text(Text::of(each.join(" + "), Role::Muted)));
    }
    let nothing = tally.carried().1 == 0;
    cells.push(Cell::Text(Text::of(if nothing { String::new() } else { flown(tally) }, Role::Good)));
    let ties = |rung: Option<Rung>| tally.shared().filter(|shared| shared.rung == rung).count();
    for &(rung, ..) in RUNGS {
        cells.push(Cell::Text(Text::of(some(ties(Some(rung))), Role::Text)));
    }
    if other {
        cells.push(Cell::Text(Text::of(some(ties(None)), Role::Muted)));
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
        detail: detail(graph, lens, tally, &course),
        ..Row::new(cells, Target::entity(tally.entity)).cited(cites)
    }
}

/// What has been flown with each: "10 + 5".
fn flown(tally: &Tally) -> String {
    tally.flown.iter().map(|flown| flown.len().to_string()).collect::<Vec<_>>().join(" + ")
}

/// What they share, the farthest going first, and how much began in each period; of several first what was
/// flown with whom.
fn detail(graph: &Graph, lens: &Lens, tally: &Tally, course: &Course) -> Vec<Text> {
    let mut all: Vec<&Shared> = tally.shared().collect();
    all.sort_by_key(|shared| std::cmp::Reverse((shared.rung, shared.when.and_then(Date::first))));
    let mut lines: Vec<Text> = Vec::new();
    if lens.focus.len() > 1 {
        // The fewest first: where there is no room for all, they are what counts.
        let mut carried: Vec<_> =
            lens.focus.iter().zip(&tally.flown).filter(|(_, flown)| !flown.is_empty()).collect();
        carried.sort_by_key(|(_, flown)| flown.len());
        for (&with, flown) in carried {
            let lead = format!("flown with {}: ", graph.entity(with).short());
            lines.push(Text::of(lead, Role::Muted).and(names(graph, flown), Role::Text));
        }
    }
    lines.extend(all.iter().take(NAMED).map(|shared| thing(graph, shared)));
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

/// Who has flown most with both, by the lesser of the two numbers.
fn go_between(graph: &Graph, best: &Tally) -> String {
    format!("strongest go-between: {}, flown {}", graph.entity(best.entity).short(), flown(best))
}

/// Says above the ranking of several who comes first, and why.
fn lead(graph: &Graph, lens: &Lens, found: &Found) -> Option<Table> {
    let best = found.tallies.first().filter(|tally| lens.focus.len() > 1 && tally.carried().0 > 0)?;
    let said = format!("{}: ranked by the smaller of the two numbers", go_between(graph, best));
    let row = Row::heading(Text::of(capital(&said), Role::Text));
    Some(Table { rows: vec![row], ..Table::default() })
}

/// Ties of their own and shared works with each; forums apart.
fn note(graph: &Graph, lens: &Lens, found: &Found, periods: Periods) -> String {
    let mut parts = vec![count(found.tallies.len(), "partner")];
    let best = found.tallies.first().filter(|tally| lens.focus.len() > 1 && tally.carried().0 > 0);
    parts.extend(best.map(|best| go_between(graph, best)));
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
    use crate::model::kind::Kind;
    use crate::view::sample::{atlas, figure, of};

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

    #[test]
    fn common_partners_are_ranked_by_what_was_flown_with_either_and_columns_add_up() {
        let flown = |id: &str, who: &str| {
            format!(
                r#"(id: "{id}", name: "{id}", sources: ["s1"], partners: [(who: "{who}", sources: ["s1"]), (who: "go", sources: ["s1"])],
                milestones: [(on: "2020", kind: Launched, sources: ["s1"])])"#
            )
        };
        let texts: Vec<(Kind, String)> = ["a", "b", "go", "idle"]
            .into_iter()
            .map(|id| (Kind::Agency, format!(r#"(id: "{id}", name: "{id}", sources: ["s1"])"#)))
            .chain([flown("m1", "a"), flown("m2", "a"), flown("m3", "b")].map(|text| (Kind::Mission, text)))
            .chain(["a", "b"].map(|who| {
                let ahead = format!(r#"(id: "plan-{who}", name: "Plan", sources: ["s1"], partners: [(who: "{who}", sources: ["s1"]), (who: "idle", sources: ["s1"])])"#);
                (Kind::Mission, ahead)
            }))
            .collect();
        let records: Vec<(Kind, &str)> = texts.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        let atlas = of(&records, &[]);
        let found = figure(&atlas, &Partners, &["a", "b"], "");
        assert_eq!(found.title, "Who works with both a and b");
        assert!(found.note.contains("strongest go-between: go, flown 2 + 1"), "{}", found.note);
        let Body::Table(table) = &found.body else { panic!("a ranking is a table") };
        let plain = |place: usize| table.rows[0].cells[place].plain();
        assert_eq!([1, 3, 4, 5].map(plain), ["◆ go", "3", "2 + 1", "2 + 1"]);
        assert_eq!(table.rows[1].cells[5].plain(), "");
        let early =
            Lens { at: "2019".parse().ok(), ..Lens::on(["a", "b"].map(|id| atlas.graph.find(id).unwrap())) };
        assert!(!Partners.figure(&atlas, &early).note.contains("go-between"));
    }

    #[test]
    fn a_series_of_two_has_flown_once_one_of_it_has() {
        let records = &[
            (Kind::Agency, r#"(id: "a", name: "A", sources: ["s1"])"#),
            (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
            (Kind::Agency, r#"(id: "go", name: "Go", sources: ["s1"])"#),
            (
                Kind::Mission,
                r#"(id: "m", name: "M", sources: ["s1"], partners: [(who: "a", sources: ["s1"]), (who: "go", sources: ["s1"])],
                milestones: [(on: "2020", kind: Launched, sources: ["s1"])])"#,
            ),
            (
                Kind::Programme,
                r#"(id: "series", name: "Series", sources: ["s1"], partners: [(who: "b", sources: ["s1"]), (who: "go", sources: ["s1"])])"#,
            ),
            (
                Kind::Mission,
                r#"(id: "first", name: "First", sources: ["s1"], part_of: [(of: "series", sources: ["s1"])],
                milestones: [(on: "2021", kind: Launched, sources: ["s1"])])"#,
            ),
        ];
        let found = figure(&of(records, &[]), &Partners, &["a", "b"], "");
        assert!(found.note.contains("strongest go-between: Go, flown 1 + 1"), "{}", found.note);
    }
}
