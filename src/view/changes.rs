//! What changed between two dates, or in the dataset since a release?

mod event;
mod gather;
mod since;

use std::ops::RangeInclusive;

use super::phrase::{count, grouped, names, together};
use super::{Lens, Listed, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::{EntityId, Graph};
use crate::model::date::{Day, Moment};
use event::{Change, Sort};

/// Ties made and ended, positions that changed, offices handed over, events, beginnings and ends.
pub struct Changes;

impl View for Changes {
    fn name(&self) -> &'static str {
        "changes"
    }

    fn doc(&self) -> &'static str {
        "What changed between two dates, or in the dataset since a release?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["difference", "news", "since", "history"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn focus_doc(&self) -> &'static str {
        "Entities, each with what belongs to it; of several, first what concerns them together"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::FROM, &option::TO, &option::SINCE, &option::LISTED]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        if let Some(version) = &lens.since {
            return since::figure(atlas, lens, version);
        }
        let graph = &atlas.graph;
        let period = Period::of(graph, lens);
        let changes = gather::changes(graph.at(lens.era()), lens, period);
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let table = table(graph, lens, &changes, &mut extract);
        let of = match lens.focus.as_slice() {
            [] => String::new(),
            focus => format!(" around {}", names(graph, focus)),
        };
        let mut figure = Figure::new(format!("Changes{of}"), Body::Table(table), extract);
        let mut note = vec![period.said(), count(changes.len(), "change")];
        // Nothing is set: what that means, and the other question of this view.
        if lens.from.is_none() && lens.to.is_none() {
            let changes = count(changes.len(), "change") + " in 12 months";
            let other = atlas.release("last").map(|release| format!("since {}: a settings", release.version));
            note = [Some(changes), other, Some(period.said())].into_iter().flatten().collect();
        }
        figure.note = lens.note(note);
        figure.empty = changes.is_empty().then(|| {
            let filters = if lens.query.is_empty() { "" } else { " `F` clears the filters." };
            format!(
                "No dated change{of} is known {}. `--from` and `--to` set another period.{filters}",
                period.said()
            )
        });
        figure
    }
}

/// From one day to another, both included.
#[derive(Clone, Copy, Debug)]
struct Period {
    from: Moment,
    to: Moment,
}

impl Period {
    /// The period that is asked for; the year before the as-of date if none is.
    fn of(graph: &Graph, lens: &Lens) -> Self {
        let today = graph.at(lens.era()).today().unwrap_or(Day(0));
        let to = lens.to.unwrap_or_else(|| today.into());
        let before = |day: Day| {
            let (year, month, day) = day.parts();
            Day::new(year - 1, month, day).unwrap_or(Day(to.last().0 - 365))
        };
        let from = lens.from.unwrap_or_else(|| before(to.last()).into());
        Self { from, to }
    }

    fn first(self) -> Day {
        self.from.first()
    }

    fn last(self) -> Day {
        self.to.last()
    }

    fn said(self) -> String {
        let (from, to) = (self.from.to_string(), self.to.to_string());
        if from == to { from } else { format!("{from} to {to}") }
    }
}

/// In one list, or under headings.
fn table(graph: &Graph, lens: &Lens, changes: &[Change], extract: &mut Extract) -> Table {
    let focus = lens.focus.as_slice();
    let steps = match lens.listed {
        Some(listed) => listed == Listed::Steps,
        None => focus.len() == 2,
    };
    let mut columns = vec![
        Column::fit("date", 10, 21),
        Column::fit("change", 8, 12),
        Column::fill("what", 24, 1),
        Column::fit("doubt", 0, 5).rank(2),
    ];
    let rows = if steps {
        if focus.len() > 1 {
            columns.insert(2, Column::fit("concerns", 4, 16).rank(1));
        }
        changes.iter().map(|change| step(graph, focus, change, extract)).collect()
    } else {
        grouped_rows(graph, focus, changes, extract)
    };
    Table { columns, heads: !rows.is_empty(), rows, axis: None }
}

/// A row of the one list, with whom of several it concerns.
fn step(graph: &Graph, focus: &[EntityId], change: &Change, extract: &mut Extract) -> Row {
    let mut row = row(graph, change, extract);
    let concerns = match change.near.as_slice() {
        all if all.len() == focus.len() && focus.len() == 2 => Text::of("both", Role::Accent),
        all if all.len() == focus.len() => Text::of("all", Role::Accent),
        some => {
            let some: Vec<EntityId> = some.iter().map(|&place| focus[place]).collect();
            Text::of(names(graph, &some), Role::Muted)
        }
    };
    if focus.len() > 1 {
        row.cells.insert(2, Cell::Text(concerns));
    }
    row
}

/// Groups by sort where at most one entity is in focus; else what concerns several, then each.
fn grouped_rows(graph: &Graph, focus: &[EntityId], changes: &[Change], extract: &mut Extract) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group = |title: Text, wanted: &dyn Fn(&Change) -> bool| {
        let shown: Vec<&Change> = changes.iter().filter(|change| wanted(change)).collect();
        if !shown.is_empty() {
            rows.push(Row::heading(title.and(format!("  {}", grouped(shown.len())), Role::Muted)));
            rows.extend(shown.into_iter().map(|change| row(graph, change, extract)));
        }
    };
    if focus.len() < 2 {
        for &sort in Sort::ALL {
            group(Text::strong(sort.title(), Role::Accent), &|change| change.sort == sort);
        }
    } else {
        let together = format!("Between {}", together(graph, focus));
        group(Text::strong(together, Role::Accent), &|change| change.near.len() > 1);
        for (place, &id) in focus.iter().enumerate() {
            let name = graph.entity(id).short();
            group(Text::strong(name, Role::Accent), &|change| change.near == [place]);
        }
    }
    rows
}

fn row(graph: &Graph, change: &Change, extract: &mut Extract) -> Row {
    let claim = graph.claim(change.claim);
    let cites = extract.cite_all(graph, [change.claim].into_iter().chain(change.before));
    let cells = vec![
        Cell::Text(Text::of(&*change.date, Role::Text)),
        Cell::Text(Text::of(change.word, change.sort.role())),
        Cell::Text(change.what.clone()),
        Cell::Text(super::phrase::doubt(claim.confidence, claim.rank)),
    ];
    Row {
        detail: change.detail.clone(),
        ..Row::new(cells, Target::claim(change.claim, change.opens)).cited(cites)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::view::sample::{atlas, of};

    fn figure(atlas: &Atlas, focus: &[&str], from: &str, to: &str) -> Figure {
        let ids: Vec<_> = focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
        let read = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        Changes.figure(atlas, &Lens { from: read(from), to: read(to), ..Lens::on(ids) })
    }

    fn lines(figure: &Figure) -> Vec<String> {
        let Body::Table(table) = &figure.body else { panic!("a table") };
        let said = |row: &Row| row.cells.iter().map(Cell::plain).collect::<Vec<_>>().join(" | ");
        table.rows.iter().map(said).collect()
    }

    #[test]
    fn a_turn_names_both_positions_and_cites_both() {
        let atlas = atlas();
        let found = figure(&atlas, &["esa"], "2023", "2023");
        assert_eq!(
            lines(&found),
            [
                "Positions changed  1",
                "2023-01-23 | turned | ◆ ESA on ○ Foreign crews: supports ⇆ declines  Saw no green light. | ~"
            ]
        );
        let Body::Table(table) = &found.body else { panic!("a table") };
        assert_eq!(table.rows[1].cites, [1, 2]);
    }

    #[test]
    fn the_last_year_before_the_as_of_date_is_the_period_if_none_is_given() {
        let atlas = atlas();
        assert!(figure(&atlas, &[], "", "").note.contains("in 12 months · 2025-11-22 to 2026-11-22"));
        let at = Lens { at: Some("2019-06".parse().unwrap()), ..Lens::default() };
        assert!(Changes.figure(&atlas, &at).note.contains(" · 2018-06-30 to 2019-06-30 · "));
    }

    #[test]
    fn two_are_told_step_by_step_or_first_what_concerns_both() {
        let records: &[(Kind, &str)] = &[
            (
                Kind::Agency,
                r#"(id: "a", name: "A", sources: ["s1"], ties: [
                (who: "c", during: "2022-03", sources: ["s1"])])"#,
            ),
            (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
            (Kind::Agency, r#"(id: "c", name: "C", sources: ["s1"])"#),
            (
                Kind::Programme,
                r#"(id: "work", name: "Work", sources: ["s1"], partners: [
                (who: "a", during: "2010/2022-04-01", sources: ["s1"]), (who: "b", sources: ["s2"])],
                milestones: [(on: "2022-02", kind: Suspended, what: "Halted", sources: ["s2"])])"#,
            ),
        ];
        let atlas = of(records, &[]);
        let found = figure(&atlas, &["a", "b"], "2022", "2022");
        assert_eq!(
            lines(&found),
            [
                "2022-02 | suspended | both | ▣ Work  Halted | ",
                "2022-03 | began | A | ◆ A has an agreement with ◆ C | ",
                "2022-04-01 | ended | both | ◆ A takes part in ▣ Work | ",
            ]
        );
        let ids: Vec<_> = ["a", "b"].iter().filter_map(|id| atlas.graph.find(id)).collect();
        let year = "2022".parse().ok();
        let kinds = Lens { from: year, to: year, listed: Some(Listed::Kinds), ..Lens::on(ids) };
        let found = Changes.figure(&atlas, &kinds);
        assert_eq!(
            lines(&found),
            [
                "Between A and B  2",
                "2022-02 | suspended | ▣ Work  Halted | ",
                "2022-04-01 | ended | ◆ A takes part in ▣ Work | ",
                "A  1",
                "2022-03 | began | ◆ A has an agreement with ◆ C | ",
            ]
        );
        assert!(figure(&atlas, &["b"], "1990", "1990").empty.is_some());
    }

    #[test]
    fn who_leaves_a_work_is_lost_to_its_leader_and_that_is_said_once() {
        let records: &[(Kind, &str)] = &[
            (Kind::Agency, r#"(id: "a", name: "A", sources: ["s1"])"#),
            (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
            (
                Kind::Programme,
                r#"(id: "all", name: "All", sources: ["s1"], partners: [(who: "a", as: Leads, sources: ["s1"])])"#,
            ),
            (
                Kind::Mission,
                r#"(id: "part", name: "Part", sources: ["s1"], part_of: [(of: "all", sources: ["s1"])], partners: [
                (who: "b", as: ContributesTo, during: "2015/2022-04-13", sources: ["s1"]),
                (who: "b", as: WithdrewFrom, during: "2022-04-13", sources: ["s1"])],
                milestones: [(on: "2022-04-13", kind: Withdrew, what: "B goes", sources: ["s2"])])"#,
            ),
        ];
        let found = figure(&of(records, &[]), &["a"], "2022", "2022");
        assert_eq!(
            lines(&found)[..2],
            ["Partners lost  1", "2022-04-13 | left | ◆ B withdrew from ▲ Part | "]
        );
        let found = figure(&of(records, &[]), &["b"], "2022", "2022");
        assert_eq!(lines(&found)[0], "Partners lost  1");
        let found = figure(&of(records, &[]), &["part"], "2022", "2022");
        assert_eq!(
            lines(&found),
            ["Partners lost  1", "2022-04-13 | left | ◆ B withdrew from ▲ Part  B goes | "]
        );
    }
}
