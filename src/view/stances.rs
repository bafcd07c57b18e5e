//! Who said what, and how did it change?

mod course;
mod ladder;
mod lanes;
mod ledger;
pub(super) mod matter;
mod silence;
pub(super) mod turn;

use std::ops::RangeInclusive;

use super::phrase::{count, grouped, names};
use super::years::{self, Stretch};
use super::{Lens, Opt, Sort, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Extract, Figure, Table};
use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph};
use crate::model::date::Moment;
use course::Course;
use matter::Matter;

pub use turn::Turn;

/// Stances by date, with the course of each actor drawn above them.
pub struct Stances;

impl View for Stances {
    fn name(&self) -> &'static str {
        "stances"
    }

    fn doc(&self) -> &'static str {
        "Who said what, and how did it change?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["positions", "statements", "quotes"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn focus_doc(&self) -> &'static str {
        "Actors and issues: `esa tiangong` is what ESA said of Tiangong, `esa` all that it said, `tiangong` all that was said of it"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::SORT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let matter = Matter::new(seen, lens);
        let silent = silence::silent(seen, &matter);
        let courses = Course::all(graph, &matter.voices);
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let mut table = ledger::table(graph, &matter, &mut extract);
        if lens.sort == Sort::Date {
            table.rows.reverse();
        }
        if matter.actors.is_empty() || !matter.voices.is_empty() {
            silence::add(seen, &silent, &mut extract, &mut table);
        }
        table.heads = !table.rows.is_empty();
        let mut figure = Figure::new(title(graph, &matter), Body::Table(table), extract);
        figure.chart = chart(seen, lens, &matter, &courses);
        figure.note = note(lens, &matter, &courses, graph);
        figure.empty = matter.voices.is_empty().then(|| nothing(seen, lens, &matter));
        figure
    }
}

fn title(graph: &Graph, matter: &Matter) -> String {
    let (actors, issues) = (names(graph, &matter.actors), names(graph, &matter.issues));
    match (matter.actors.is_empty(), matter.issues.is_empty()) {
        (true, true) => "Stances".to_owned(),
        (false, true) => format!("Stances of {actors}"),
        (true, false) => format!("Stances on {issues}"),
        (false, false) => format!("{actors} on {issues}"),
    }
}

/// The ladder where all is one course, else the lanes.
fn chart(seen: Seen<'_>, lens: &Lens, matter: &Matter, courses: &[Course]) -> Option<Table> {
    let graph = seen.graph();
    if courses.is_empty() {
        return None;
    }
    let today = years::until(seen.today());
    let stretches = || matter.voices.iter().map(|voice| Stretch::of(graph.stance(voice.id).on).ends());
    let min = stretches().map(|(from, _)| from).fold(f64::INFINITY, f64::min);
    let max = stretches().map(|(_, to)| to).fold(today.unwrap_or(min), f64::max);
    let axis = years::axis(&lens.query, min, max);
    if let [course] = courses {
        return Some(ladder::table(graph, course, axis, today));
    }
    let named = (matter.sole_actor().is_none(), matter.sole_issue().is_none());
    Some(lanes::table(graph, courses, named, axis, today))
}

fn note(lens: &Lens, matter: &Matter, courses: &[Course], graph: &Graph) -> String {
    let mut parts = vec![count(matter.voices.len(), "stance")];
    let years: Vec<i16> = matter
        .voices
        .iter()
        .filter_map(|voice| graph.stance(voice.id).on.start())
        .map(Moment::year)
        .collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first != last => parts.push(format!("{first}–{last}")),
        (Some(year), _) => parts.push(year.to_string()),
        _ => {}
    }
    let reversed =
        matter.voices.iter().filter(|voice| matches!(voice.turn, Some((_, Turn::Reversed)))).count();
    if reversed > 0 {
        parts.push(count(reversed, "reversal"));
    }
    if courses.len() > lanes::MOST {
        parts.push(format!("{} of {} in the chart", lanes::MOST, courses.len()));
    }
    parts.extend((lens.sort == Sort::Date).then(|| "newest first".to_owned()));
    lens.note(parts)
}

/// What there is to say of a silence: that it is one, in how many sources, and which keys change it.
fn nothing(seen: Seen<'_>, lens: &Lens, matter: &Matter) -> String {
    let graph = seen.graph();
    let whose = |ids: &[EntityId], word: &str| match ids {
        [] => String::new(),
        ids => format!(" {word} {}", names(graph, ids)),
    };
    let (by, on) = (whose(&matter.actors, "of"), whose(&matter.issues, "on"));
    if matter.hidden > 0 {
        let hidden = count(matter.hidden, "stance");
        return format!(
            "No position{by}{on} passes; the filters hide {hidden}. `F` clears them · `t` other date"
        );
    }
    let sources = grouped(graph.census().sources);
    let day = seen.today().map_or(String::new(), |day| format!(" (as of {day})"));
    let filters = if lens.query.is_empty() { "" } else { " · `f` filters" };
    format!("No position{by}{on} found in the {sources} sources{day}. `t` other date{filters}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Body, Row};
    use crate::view::sample::{atlas, figure, printed};

    fn rows(figure: &Figure) -> Vec<&Row> {
        let Body::Table(table) = &figure.body else { panic!("a ledger is a table") };
        table.rows.iter().collect()
    }

    #[test]
    fn a_reversal_is_counted_marked_and_explained() {
        let atlas = atlas();
        let figure = figure(&atlas, &Stances, &["esa", "tiangong"], "");
        assert_eq!(
            (&*figure.title, &*figure.note),
            ("ESA on Tiangong", "3 stances · 2017–2023 · 1 reversal")
        );
        let rows = rows(&figure);
        assert!(rows[2].cells[2].plain().ends_with("declines ⇄"));
        let told = "⇄ reverses no. 2 of 2018-10: supports → declines";
        assert!(rows[2].detail.iter().any(|line| line.plain() == told));
        assert_eq!(rows[2].cites, [3, 1]);
        // Enter leads to what is not in focus: the speaker, or where ESA spoke itself, the issue.
        assert_eq!(rows[2].target.entity, atlas.graph.find("dg"));
        assert_eq!(rows[0].target.entity, atlas.graph.find("topic-crews"));
    }

    #[test]
    fn the_ladder_shows_how_long_a_position_is_known_to_have_held() {
        let figure = figure(&atlas(), &Stances, &["esa", "tiangong"], "");
        let lines = printed(&figure, 66);
        assert_eq!(
            lines[1..7],
            [
                "▲  supports     ··1··╺━━2━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍┓",
                "△  open                                       ┃",
                "◇  conditional                                ┃",
                "●  neutral                                    ┃",
                "▽  reserved                                   ┃",
                "▼  declines                                   3━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍",
            ]
        );
    }

    #[test]
    fn several_issues_of_one_actor_are_lanes() {
        let figure = figure(&atlas(), &Stances, &["esa"], "");
        let chart = figure.chart.unwrap();
        assert_eq!(chart.columns[0].name, "about");
        assert_eq!(chart.rows[0].cells[0].plain(), "○ Foreign crews");
        assert_eq!(chart.entries().count(), 3);
    }

    #[test]
    fn silence_is_said_and_is_not_what_filters_hide() {
        let atlas = atlas();
        let silent = figure(&atlas, &Stances, &["nasa", "tiangong"], "");
        let said =
            "No position of NASA on Tiangong found in the 3 sources (as of 2026-11-22). `t` other date";
        assert_eq!(silent.empty.as_deref(), Some(said));
        let hidden = figure(&atlas, &Stances, &["esa", "tiangong"], "position:opposes");
        assert!(hidden.empty.unwrap().contains("the filters hide 3 stances"));
        let issue = figure(&atlas, &Stances, &["tiangong"], "position:declines");
        let last: Vec<String> = rows(&issue).iter().rev().take(2).map(|row| row.cells[0].plain()).collect();
        assert!(last[1].starts_with("no position found"));
        let names: Vec<String> =
            rows(&issue).last().unwrap().cells.iter().map(crate::figure::Cell::plain).collect();
        assert_eq!(names.concat(), "◆ NASA");
    }

    #[test]
    fn the_newest_stands_first_where_that_is_asked_and_keeps_its_number() {
        let atlas = atlas();
        let focus = ["esa", "tiangong"].map(|id| atlas.graph.find(id).unwrap());
        let figure = Stances.figure(&atlas, &Lens { sort: Sort::Date, ..Lens::on(focus) });
        let numbers: Vec<String> = rows(&figure).iter().take(3).map(|row| row.cells[0].plain()).collect();
        assert_eq!(numbers, ["3", "2", "1"]);
        assert!(figure.note.ends_with("newest first"), "{}", figure.note);
    }

    #[test]
    fn what_actors_spoke_of_stays_where_it_is_narrow() {
        let figure = figure(&atlas(), &Stances, &["dg"], "");
        let Body::Table(table) = &figure.body else { panic!("a ledger is a table") };
        let rank = |name: &str| table.columns.iter().find(|column| column.name == name).unwrap().rank;
        assert!(rank("about") == 0 && rank("holder") > rank("words"));
    }

    #[test]
    fn words_and_dates_narrow_the_ledger() {
        let atlas = atlas();
        assert_eq!(figure(&atlas, &Stances, &[], "glad").note, "1 stance · 2024 · glad");
        assert_eq!(
            figure(&atlas, &Stances, &["esa"], "from:2020 about:tiangong").note.split(" · ").next(),
            Some("1 stance")
        );
    }
}
