//! Everything between A and B.

mod flown;
mod gather;
mod others;
mod pass;
mod rules;
mod section;
mod strip;
mod voices;

use std::ops::RangeInclusive;

use super::phrase::{capital, count, grouped, list, together};
use super::{Lens, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Extract, Figure, Page, Role, Text};
use crate::graph::bars::{Bar, Side};
use crate::graph::era::Seen;
use crate::graph::{Graph, bars};
use gather::{Matter, Sort};
use pass::Pass;

/// All that ties two entities, on one page.
pub struct Pair;

impl View for Pair {
    fn name(&self) -> &'static str {
        "pair"
    }

    fn doc(&self) -> &'static str {
        "What is there between the two?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        2..=2
    }

    fn focus_doc(&self) -> &'static str {
        "Two ids or names: uae nasa. Of states, what their bodies do is told as well; of bodies, what their states do"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::WITHOUT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let &[a, b] = lens.focus.as_slice() else {
            return Figure::nothing(
                "Pair",
                Body::Page(Page::default()),
                "A pair is two entities: choose a second one.",
            );
        };
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let sides = [a, b].map(|id| Side::of(seen, id));
        let pass = Pass::new(seen, lens);
        let mut matter = Matter::new(seen, &pass, &sides);
        let (bars, barred): (Vec<Bar>, Vec<Bar>) =
            bars::between(seen, &sides[0], &sides[1]).into_iter().partition(|bar| pass.bar(bar));
        matter.hidden += barred.len();
        let mut extract = Extract::default();
        [a, b].into_iter().for_each(|id| extract.entity(id));
        let mut page = Page::default();
        let mut parts = Parts::default();
        for &(sort, title, noun) in SECTIONS {
            let number = section::add(seen, &matter, (sort, title), &mut extract, &mut page);
            parts.add(number, noun);
            match sort {
                Sort::Work => {
                    parts.add(voices::add(seen, &matter, &mut extract, &mut page), "stance");
                }
                Sort::Person => {
                    let (number, hidden) = flown::add(seen, &pass, &sides, &mut extract, &mut page);
                    parts.add(number, "flight");
                    matter.hidden += hidden;
                }
                Sort::Agreement | Sort::Forum => {}
            }
        }
        parts.add(rules::add(seen, &sides, &bars, &mut extract, &mut page), "restriction");
        if let Some(others) = others::said(seen, &sides) {
            page.paragraph(others, Vec::new());
        }
        if let Some(silence) = parts.silence(graph, matter.hidden) {
            page.paragraph(Text::of(silence, Role::Muted), Vec::new());
        }
        let title = together(graph, &[a, b]);
        let mut figure = Figure::new(title, Body::Page(page), extract);
        figure.chart = strip::table(seen, lens, &matter, &bars);
        figure.note = note(graph, lens, &parts, matter.hidden);
        figure.empty = (parts.total() == 0).then(|| nothing(seen, lens, &matter));
        figure
    }
}

/// The sections of ties: what they take, their title, and the word for one of it.
const SECTIONS: &[(Sort, &str, &str)] = &[
    (Sort::Agreement, "Agreements", "agreement"),
    (Sort::Work, "Missions, programmes and works", "shared work"),
    (Sort::Person, "People on both sides", "person on both sides"),
    (Sort::Forum, "Forums and treaties of many", "shared forum"),
];

/// How much there is of each sort.
#[derive(Default)]
struct Parts(Vec<(usize, &'static str)>);

impl Parts {
    fn add(&mut self, number: usize, noun: &'static str) {
        self.0.push((number, noun));
    }

    fn total(&self) -> usize {
        self.0.iter().map(|(number, _)| number).sum()
    }

    fn told(&self) -> Vec<String> {
        let some = self.0.iter().filter(|(number, _)| *number > 0);
        some.map(|&(number, noun)| plural(number, noun)).collect()
    }

    /// What there is nothing of, in one line; where something is hidden, nothing that passes.
    fn silence(&self, graph: &Graph, hidden: usize) -> Option<String> {
        let none: Vec<String> =
            self.0.iter().filter(|(number, _)| *number == 0).map(|(_, noun)| format!("no {noun}")).collect();
        let found = match hidden {
            0 => format!("found in the {} sources", grouped(graph.census().sources)),
            _ => "that passes the filters".to_owned(),
        };
        (!none.is_empty()).then(|| format!("{} {found}.", capital(&list(&none))))
    }
}

fn plural(number: usize, noun: &str) -> String {
    match noun.strip_prefix("person") {
        Some(rest) if number != 1 => format!("{number} people{rest}"),
        Some(_) => format!("{number} {noun}"),
        None => count(number, noun),
    }
}

fn note(graph: &Graph, lens: &Lens, parts: &Parts, hidden: usize) -> String {
    let mut told = parts.told();
    if hidden > 0 {
        told.push(format!("{hidden} filtered out"));
    }
    told.extend(lens.told(graph));
    told.join(" · ")
}

fn nothing(seen: Seen<'_>, lens: &Lens, matter: &Matter) -> String {
    let graph = seen.graph();
    let between = together(graph, &lens.focus);
    if matter.hidden > 0 {
        let hidden = count(matter.hidden, "tie");
        return format!("Nothing between {between} passes; the filters hide {hidden}. `F` clears them.");
    }
    let dated = if lens.at.is_some() || lens.known_by.is_some() { " `t` changes the date." } else { "" };
    format!(
        "Nothing between {between} is on record.{dated} `path` shows how they are connected through others."
    )
}

#[cfg(test)]
mod tests;
