//! How is A connected to B?

mod hop;
mod overview;
mod said;

use std::ops::RangeInclusive;

use super::phrase::{count, names};
use super::{Lens, Opt, View, option, words};
use crate::atlas::Atlas;
use crate::figure::{Block, Body, Extract, Figure, Page, Role, Text};
use crate::graph::era::Seen;
use crate::graph::paths::{Ask, Route, routes};
use crate::graph::{EntityId, Phase};
use crate::model::standing::Rung;
use crate::search::Query;

/// The best paths between two entities that differ from each other, hop by hop.
pub struct Path;

/// How many paths are shown.
const MOST: usize = 5;

impl View for Path {
    fn name(&self) -> &'static str {
        "path"
    }

    fn doc(&self) -> &'static str {
        "How is one connected to the other?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["connection", "chain"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        2..=2
    }

    fn focus_doc(&self) -> &'static str {
        "Two ids or names, from and to: conae cnsa"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::WITHOUT, &option::VIA, &option::RUNG]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let &[from, to] = lens.focus.as_slice() else {
            return Figure::nothing(
                "Path",
                Body::Page(Page::default()),
                "A path leads from one entity to another: choose two.",
            );
        };
        let seen = atlas.graph.at(lens.era());
        let found = paths(seen, lens, from, to);
        let mut extract = Extract::default();
        [from, to].into_iter().for_each(|id| extract.entity(id));
        let mut page = Page::default();
        overview::add(seen, lens, &found, &mut extract, &mut page);
        for (number, route) in found.iter().enumerate() {
            page.heading(format!("Path {}", number + 1), standing(seen, route));
            page.paragraph(Text::of(said::route(seen, route), Role::Muted), Vec::new());
            page.blocks.push(Block::Table(hop::table(seen, route, &mut extract)));
        }
        let ends = [from, to].map(|id| atlas.graph.entity(id).short());
        let mut figure = Figure::new(format!("{} to {}", ends[0], ends[1]), Body::Page(page), extract);
        figure.note = note(seen, lens, &found);
        figure.empty = found.is_empty().then(|| nothing(seen, lens, from, to));
        figure
    }
}

fn paths(seen: Seen<'_>, lens: &Lens, from: EntityId, to: EntityId) -> Vec<Route> {
    let keep = |id: EntityId| words::admits(seen, &lens.query, id);
    let (without, via) = (&lens.without, &lens.via);
    routes(seen, &Ask { from, to, without, via, rung: lens.rung, keep: &keep, most: MOST })
}

/// "3 hops · holds · weakest link low, memorandum".
fn standing(seen: Seen<'_>, route: &Route) -> String {
    let mut parts = vec![count(route.hops.len(), "hop"), holds(route.phase(seen)).to_owned()];
    let rung = route.rung(seen).map_or("no cooperation", Rung::name);
    let confidence = route.confidence(seen).map_or("", |confidence| confidence.name());
    parts.push(format!("weakest link {confidence}, {rung}"));
    parts.join(" · ")
}

const fn holds(phase: Phase) -> &'static str {
    match phase {
        Phase::Ended => "over in part",
        Phase::Ahead => "planned in part",
        Phase::Active | Phase::Undated => Phase::Active.standing(),
    }
}

fn note(seen: Seen<'_>, lens: &Lens, found: &[Route]) -> String {
    let holding = found.iter().filter(|route| route.phase(seen).holds()).count();
    let mut parts = vec![
        count(found.len(), "path"),
        match holding {
            1 => "1 holds".to_owned(),
            _ => format!("{holding} hold"),
        },
    ];
    if found.is_empty() {
        parts.pop();
    }
    parts.extend(lens.told(seen.graph()));
    parts.join(" · ")
}

/// That there is no path, and which limit to lift.
fn nothing(seen: Seen<'_>, lens: &Lens, from: EntityId, to: EntityId) -> String {
    let graph = seen.graph();
    let ends = names(graph, &[from, to]).replace(", ", " to ");
    if from == to {
        return format!(
            "{} is one and the same: a path leads to another entity.",
            graph.entity(from).short()
        );
    }
    if let Some(&end) = lens.without.iter().find(|&&id| id == from || id == to) {
        return format!("{} is an end of the path and cannot be left out.", graph.entity(end).short());
    }
    let limits = lens.told(seen.graph());
    let said = if limits.is_empty() { String::new() } else { format!(" ({})", limits.join(", ")) };
    let mut text = format!("No path from {ends} is on record{said}.");
    let open = |name: &str, wider: Lens| {
        let seen = graph.at(wider.era());
        let found = paths(seen, &wider, from, to).len();
        (wider != *lens && found > 0).then(|| format!(" With {name}: {}.", count(found, "path")))
    };
    text.extend(open("any rung", Lens { rung: None, ..lens.clone() }));
    text.extend(open("nothing left out", Lens { without: Vec::new(), ..lens.clone() }));
    text.extend(open("no stop to pass", Lens { via: Vec::new(), ..lens.clone() }));
    text.extend(open("no filters (`F`)", Lens { query: Query::default(), ..lens.clone() }));
    text.extend(open("no dates (`t`, `K`)", Lens { at: None, known_by: None, ..lens.clone() }));
    text
}

#[cfg(test)]
mod tests;
