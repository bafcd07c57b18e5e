//! Who said what, and how did it change?

mod course;
mod ladder;
mod lanes;
mod ledger;
pub(super) mod matter;
mod parties;
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
use ledger::{Ledger, sole_holder};
use matter::Matter;
use parties::{MANY, parties};
use silence::Silent;

pub use turn::Turn;

/// From so many stances on the note says where to look for those without one.
const FAR: usize = 10;

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
        &[&option::VOICES, &option::ABOUT]
    }

    fn orders(&self, atlas: &Atlas, lens: &Lens) -> Vec<&'static str> {
        let seen = atlas.graph.at(lens.era());
        let matter = Matter::new(seen, lens);
        let parties = parties(seen, lens, &matter).len();
        let mut orders = vec![Sort::Oldest, Sort::Date];
        orders.extend((!sole_holder(&atlas.graph, &matter)).then_some(Sort::Holder));
        orders.extend((parties > 0).then_some(Sort::Tie));
        orders.sort_by_key(|&sort| sort != order(Sort::Links, parties));
        orders.retain(|_| matter.voices.len() > 1);
        orders.into_iter().map(Sort::name).collect()
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let matter = Matter::new(seen, lens);
        let silent = silence::silent(seen, lens, &matter);
        let parties = parties(seen, lens, &matter);
        let order = order(lens.sort, parties.len());
        let courses = Course::all(graph, &matter.voices);
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let mut table = Ledger::new(graph, &matter, order).table(&parties, &silent, &mut extract);
        let mut quiet = 0;
        if matter.actors.is_empty() || !matter.voices.is_empty() {
            quiet = silent.len();
            let in_line = |id: EntityId| order == Sort::Tie && parties.iter().any(|party| party.id == id);
            let apart: Vec<Silent> = silent.into_iter().filter(|it| !in_line(it.id)).collect();
            silence::add(seen, &apart, &mut extract, &mut table);
        }
        table.heads = !table.rows.is_empty();
        let mut figure = Figure::new(title(graph, &matter), Body::Table(table), extract);
        figure.chart = chart(seen, lens, &matter, &courses);
        figure.note = note(graph, lens, &matter, order, (courses.len(), quiet));
        figure.empty = matter.voices.is_empty().then(|| nothing(seen, lens, &matter));
        figure
    }
}

/// The order of the ledger: as asked, and by itself that of the signatories where they are many.
fn order(asked: Sort, parties: usize) -> Sort {
    match asked {
        Sort::Date | Sort::Holder => asked,
        Sort::Tie if parties > 0 => Sort::Tie,
        Sort::Links if parties > MANY => Sort::Tie,
        _ => Sort::Oldest,
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

fn note(
    graph: &Graph,
    lens: &Lens,
    matter: &Matter,
    order: Sort,
    (courses, quiet): (usize, usize),
) -> String {
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
    parts.extend(turned(matter));
    if quiet > 0 {
        let far = order != Sort::Tie && matter.voices.len() > FAR;
        parts.push(format!("{quiet} without a position{}", if far { ", at the end" } else { "" }));
    }
    let said = match order {
        Sort::Date => Some("newest first"),
        Sort::Holder => Some("by holder"),
        Sort::Tie => Some("by signature, newest first"),
        _ => None,
    };
    parts.extend(said.map(str::to_owned));
    if courses > lanes::MOST {
        parts.push(format!("{} of {courses} in the chart", lanes::MOST));
    }
    let mut subjects = matter.voices.iter().map(|voice| graph.stance(voice.id).about);
    let sole = subjects.next().filter(|first| subjects.all(|about| about == *first));
    let sole = sole.filter(|sole| !lens.focus.contains(sole));
    parts.extend(sole.map(|sole| format!("on {}", graph.entity(sole).short())));
    parts.extend((!lens.about.is_empty()).then(|| format!("about {}", names(graph, &lens.about))));
    lens.note(parts)
}

/// How often somebody turned, and how often another who spoke for the same body said otherwise.
fn turned(matter: &Matter) -> Option<String> {
    let turns = |wanted: Turn| {
        let turned = matter.voices.iter().filter_map(|voice| voice.turn).map(|(_, turn)| turn);
        turned.filter(|turn| *turn == wanted).count()
    };
    let other = |number: usize| match number {
        1 => "1 by another".to_owned(),
        number => format!("{number} by others"),
    };
    match (turns(Turn::Reversed), turns(Turn::Relayed)) {
        (0, 0) => None,
        (own, 0) => Some(format!("{own} turned")),
        (own, others) => Some(format!("{own} turned, {}", other(others))),
    }
}

/// What there is to say of a silence: that it is one, in how many sources, and which keys change it.
fn nothing(seen: Seen<'_>, lens: &Lens, matter: &Matter) -> String {
    let graph = seen.graph();
    let whose = |ids: &[EntityId], word: &str| match ids {
        [] => String::new(),
        ids => format!(" {word} {}", names(graph, ids)),
    };
    let (by, on) = (whose(&matter.actors, "of"), whose(&matter.issues, "on") + &whose(&lens.about, "about"));
    if matter.hidden > 0 {
        let hidden = count(matter.hidden, "stance");
        return format!(
            "No position{by}{on} passes; the filters hide {hidden}. `F` clears them · `t` other date"
        );
    }
    let sources = grouped(graph.census().sources);
    let day = seen.today().map_or(String::new(), |day| format!(" (as of {day})"));
    let filters = if lens.query.is_empty() { "" } else { " · `f` filters" };
    let filters =
        if lens.about.is_empty() { filters.to_owned() } else { format!("{filters} · `a` other subject") };
    format!("No position{by}{on} found in the {sources} sources{day}. `t` other date{filters}")
}

#[cfg(test)]
mod tests;
