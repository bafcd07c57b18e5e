//! Where are those who work together: seats and sites on a map, and great circles between them.

mod cast;
mod detail;
mod legend;
#[cfg(test)]
mod tests;

use std::ops::RangeInclusive;

use super::network::label;
use super::phrase::{count, names};
use super::{Lens, Opt, Shift, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Edge, Extract, Figure, Node, Role, Scene, Target};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Graph};
use crate::layout::globe::Window;

use cast::{Cast, Tie};

pub use legend::STROKES;

/// Seats on a map.
pub struct Map;

impl View for Map {
    fn name(&self) -> &'static str {
        "map"
    }

    fn doc(&self) -> &'static str {
        "Where?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn focus_doc(&self) -> &'static str {
        "Whose partners and sites are shown: an agency, a mission, an agreement, a topic; without one, the seats of all agencies"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::WINDOW]
    }

    fn shift(&self, atlas: &Atlas, lens: &mut Lens, shift: Shift) -> bool {
        let window = lens.window.unwrap_or_else(|| around(&Cast::new(atlas.graph.at(lens.era()), lens)));
        lens.window = Some(match shift {
            Shift::In => window.zoomed(1),
            Shift::Out => window.zoomed(-1),
            Shift::Left => window.moved((-1.0, 0.0)),
            Shift::Right => window.moved((1.0, 0.0)),
            Shift::Up => window.moved((0.0, 1.0)),
            Shift::Down => window.moved((0.0, -1.0)),
        });
        true
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let seen = atlas.graph.at(lens.era());
        let cast = Cast::new(seen, lens);
        let mut extract = Extract::default();
        let scene = scene(seen, lens, &cast, &mut extract);
        let title = match lens.focus[..] {
            [] => "Seats of agencies".to_owned(),
            _ => names(&atlas.graph, &lens.focus),
        };
        let mut figure = Figure::new(title, Body::Scene(scene), extract);
        figure.note = note(lens, &cast);
        figure.empty = empty(seen, lens, &cast);
        figure
    }
}

/// All that is shown, the world where nobody is in focus.
fn around(cast: &Cast) -> Window {
    if !cast.focused {
        return Window::WORLD;
    }
    let places: Vec<_> = cast.seats.iter().map(cast::Seat::point).collect();
    Window::around(&places)
}

fn scene(seen: Seen<'_>, lens: &Lens, cast: &Cast, extract: &mut Extract) -> Scene {
    let graph = seen.graph();
    lens.focus.iter().for_each(|&id| extract.entity(id));
    for seat in &cast.seats {
        let grounds = [Some(seat.entity), seat.place.basis.whose()];
        grounds.into_iter().flatten().for_each(|id| drop(extract.cite(graph, ClaimId::Entity(id))));
    }
    let cites: Vec<Vec<u32>> = cast.ties.iter().map(|tie| cite(graph, tie, extract)).collect();
    let mut scene = Scene {
        beyond: 0,
        window: Some(lens.window.unwrap_or_else(|| around(cast))),
        nodes: (0..cast.seats.len()).map(|number| node(seen, cast, number, &cites)).collect(),
        edges: cast.ties.iter().filter(|tie| tie.from != tie.to).map(edge).collect(),
        legend: Vec::new(),
    };
    scene.legend = legend::of(&scene);
    scene
}

/// Puts all links of a tie into the extract; gives the first footnotes.
fn cite(graph: &Graph, tie: &Tie, extract: &mut Extract) -> Vec<u32> {
    let mut notes = Vec::new();
    for &link in &tie.links {
        for note in extract.cite(graph, ClaimId::Link(link)) {
            if notes.len() <= detail::NOTES && !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

fn node(seen: Seen<'_>, cast: &Cast, number: usize, cites: &[Vec<u32>]) -> Node {
    let seat = &cast.seats[number];
    let entity = seen.graph().entity(seat.entity);
    Node {
        at: seat.point(),
        glyph: entity.kind.glyph(),
        label: label(entity.short()),
        role: Role::Kind(entity.kind),
        ring: seat.ring,
        weight: seat.weight,
        target: target(seen.graph(), cast, number),
        detail: detail::of(seen, cast, number, cites),
    }
}

fn edge(tie: &Tie) -> Edge {
    let claims = tie.links.iter().map(|&link| ClaimId::Link(link)).collect();
    Edge { from: tie.from, to: tie.to, stroke: tie.stroke, role: tie.role, claims }
}

/// What a node stands for: the tie that leads to it, and the entity.
fn target(graph: &Graph, cast: &Cast, number: usize) -> Target {
    let entity = cast.seats[number].entity;
    let tie = cast.ties.iter().find(|tie| tie.to == number);
    let link = tie.and_then(|tie| tie.link_of(graph, entity));
    link.map_or(Target::entity(entity), |link| Target::claim(ClaimId::Link(link), entity))
}

fn note(lens: &Lens, cast: &Cast) -> String {
    let mut parts = Vec::new();
    if cast.focused {
        let partners = cast.seats.iter().filter(|seat| seat.ring == 1 && !seat.site).count();
        let found = partners + cast.left_out;
        parts.push(match cast.left_out {
            0 => count(partners, "partner"),
            _ => format!("{partners} of {}", count(found, "partner")),
        });
        let sites = cast.seats.iter().filter(|seat| seat.site && seat.ring > 0).count();
        parts.extend((sites > 0).then(|| count(sites, "site")));
    } else {
        parts.push(count(cast.seats.len(), "seat"));
    }
    parts.extend(
        (!cast.nowhere.is_empty()).then(|| format!("{} without a place on record", cast.nowhere.len())),
    );
    lens.note(parts)
}

fn empty(seen: Seen<'_>, lens: &Lens, cast: &Cast) -> Option<String> {
    if !cast.seats.is_empty() {
        return None;
    }
    let limits = lens.limits().join(", ");
    let keys = if lens.query.is_empty() { "`t` other date" } else { "`f` filters · `t` other date" };
    let placed = |who: String| format!("Of {who} no place is on record: Enter opens what is known.");
    Some(match (cast.focused, cast.nowhere.len()) {
        (false, 0) => format!("No agency is in sight ({limits}): {keys}."),
        (false, many) => placed(count(many, "agency")),
        (true, 0) => {
            let who: Vec<EntityId> = lens.focus.clone();
            format!("No partner of {} is in sight: {keys}.", names(seen.graph(), &who))
        }
        (true, many) => placed(count(many, "entity")),
    })
}
