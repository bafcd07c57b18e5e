//! Actors by actors: how much each two share, and how far it goes.

use std::collections::HashMap;

use super::arrange;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Spot, Table, Target, Text};
use crate::graph::cluster::ordered;
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::sets::Roll;
use crate::graph::ties::{Partner, Shared, colleagues};
use crate::graph::{ClaimId, EntityId, Graph, Phase};
use crate::model::kind::Kind;
use crate::model::standing::Rung;
use crate::search::Key;
use crate::view::phrase::{count, names};
use crate::view::{Lens, Order, words};

/// So many actors at most: more columns cannot be read.
const MOST: usize = 20;
/// From so many agencies with most links those are chosen that share most with each other.
const CANDIDATES: usize = 48;
/// So many partners are told below the matrix, and so many things of each.
const TOLD: usize = 8;
const THINGS: usize = 3;

/// So many columns stand before the first cell.
const BEFORE: usize = 2;

/// What two actors share.
#[derive(Default)]
struct Bond {
    /// The things, those that hold and go farthest first.
    shared: Vec<Shared>,
}

impl Bond {
    fn rung(&self) -> Option<Rung> {
        self.shared.iter().filter_map(|shared| shared.rung).max()
    }

    fn over(&self) -> bool {
        self.shared.iter().all(|shared| shared.phase == Phase::Ended)
    }

    /// The number of things with the letter of what goes farthest: small if all of it is over.
    fn text(&self) -> Text {
        let letter = self.rung().map_or(' ', letter);
        let letter = if self.over() { letter.to_ascii_lowercase() } else { letter };
        let role = if self.over() { Role::Ended } else { heat(self.shared.len()) };
        Text::of(format!("{}{letter}", self.shared.len()), role)
    }
}

const fn letter(rung: Rung) -> char {
    match rung {
        Rung::Intent => 'I',
        Rung::Memorandum => 'M',
        Rung::Agreement => 'A',
        Rung::Treaty => 'T',
        Rung::Mission => 'S',
        Rung::Crew => 'C',
    }
}

/// The steps of the ramp: least number, words, ink. The fainter steps of a ramp are for areas; letters need
/// the strong ones.
const STEPS: [(usize, &str, Role); 3] =
    [(0, "1–2", Role::Muted), (3, "3–9", Role::Heat(3)), (10, "10+", Role::Heat(4))];

fn heat(count: usize) -> Role {
    STEPS.iter().rfind(|(least, ..)| count >= *least).map_or(Role::Muted, |(.., role)| *role)
}

/// The bonds of each two actors.
struct Bonds {
    of: HashMap<(EntityId, EntityId), Bond>,
}

impl Bonds {
    fn get(&self, a: EntityId, b: EntityId) -> Option<&Bond> {
        self.of.get(&(a, b)).filter(|bond| !bond.shared.is_empty())
    }

    fn count(&self, a: EntityId, b: EntityId) -> usize {
        self.get(a, b).map_or(0, |bond| bond.shared.len())
    }
}

/// The figure of these actors; of the best connected agencies if there are none.
pub(super) fn figure(seen: Seen<'_>, lens: &Lens, asked: &[EntityId]) -> Figure {
    let graph = seen.graph();
    let mut known: HashMap<EntityId, Vec<Partner>> = HashMap::new();
    let (mut actors, title) = match asked {
        [] if lens.focus.is_empty() => {
            let mut agencies: Vec<EntityId> = graph
                .entity_ids()
                .filter(|&id| graph.entity(id).kind == Kind::Agency && seen.shows(id))
                .collect();
            agencies.sort_by_key(|&id| (std::cmp::Reverse(seen.arcs(id).count()), id));
            let rest = agencies.split_off(agencies.len().min(CANDIDATES));
            rank(seen, lens, &mut agencies, &mut known);
            agencies.extend(rest);
            (agencies, "Agency by agency".to_owned())
        }
        [one] => {
            let around = best(seen, lens, *one, &mut known);
            (around, format!("{} and its best partners", graph.entity(*one).short()))
        }
        several => {
            let mut actors = several.to_vec();
            actors.sort_by_key(|&id| (std::cmp::Reverse(graph.degree(id)), id));
            actors.dedup();
            (actors, format!("Among {}", names(graph, &lens.focus)))
        }
    };
    let all = actors.len();
    actors.truncate(MOST);
    let bonds = bonds(seen, lens, &actors, known);
    let total = |id: EntityId| actors.iter().map(|&other| bonds.count(id, other)).sum::<usize>();
    let mut order = actors.clone();
    arrange(graph, lens.order, &mut order, &total, |actors| {
        let keys: Vec<&str> = actors.iter().map(|&id| graph.entity(id).id()).collect();
        let like = |a: usize, b: usize| bonds.count(actors[a], actors[b]) as u64;
        ordered(&keys, &like).into_iter().map(|place| actors[place]).collect()
    });
    let mut extract = Extract::default();
    lens.focus.iter().chain(&order).for_each(|&id| extract.entity(id));
    // Why these: they have a part in the thing in focus.
    for roll in lens.focus.iter().map(|&id| Roll::of(seen, id)) {
        let seats = order.iter().filter_map(|&id| roll.seat(id));
        seats.for_each(|seat| extract.link(graph, seat.link));
    }
    let rows: Vec<Row> = order
        .iter()
        .enumerate()
        .map(|(place, &id)| row(seen, &bonds, &order, place, id, &mut extract))
        .collect();
    let columns = columns(seen, &order);
    let mut figure =
        Figure::new(title, Body::Table(Table { columns, rows, axis: None, heads: true }), extract);
    figure.note = note(graph, lens, order.len(), all);
    let tied = order.iter().any(|&id| total(id) > 0);
    figure.chart = tied.then(legend);
    figure.empty = (!tied).then(|| nothing(lens));
    figure
}

/// Sorts actors by how much each shares with all others of them.
fn rank(seen: Seen<'_>, lens: &Lens, actors: &mut [EntityId], known: &mut HashMap<EntityId, Vec<Partner>>) {
    let mut shares: HashMap<EntityId, usize> = HashMap::new();
    for &id in actors.iter() {
        let mut found = colleagues(seen, id);
        found.retain(|partner| actors.contains(&partner.entity));
        // Words of intent of many tie nobody closely.
        let firm = |shared: &Shared| shared.rung > Some(Rung::Intent);
        let firmly = |partner: &Partner| counted(seen, lens, partner).into_iter().filter(firm).count();
        shares.insert(id, found.iter().map(firmly).sum());
        known.insert(id, found);
    }
    actors.sort_by_key(|id| (std::cmp::Reverse(shares.get(id).copied()), *id));
}

/// An actor and those with whom it shares most.
fn best(
    seen: Seen<'_>,
    lens: &Lens,
    one: EntityId,
    known: &mut HashMap<EntityId, Vec<Partner>>,
) -> Vec<EntityId> {
    let found = colleagues(seen, one);
    let mut counted: Vec<(usize, EntityId)> = found
        .iter()
        .filter(|partner| seen.graph().entity(partner.entity).kind.is_body())
        .map(|partner| (counted(seen, lens, partner).len(), partner.entity))
        .filter(|&(count, _)| count > 0)
        .collect();
    counted.sort_by_key(|&(count, id)| (std::cmp::Reverse(count), id));
    known.insert(one, found);
    std::iter::once(one).chain(counted.into_iter().map(|(_, id)| id)).collect()
}

/// What of the things that are shared counts: joint work that the filters let pass.
fn counted(seen: Seen<'_>, lens: &Lens, partner: &Partner) -> Vec<Shared> {
    let (query, things) = (&lens.query, lens.query.beside(Key::Phase));
    let passes = |shared: &&Shared| match shared.via {
        Some(via) if lens.without.contains(&via) => false,
        Some(via) => query.admits_phase(shared.phase) && words::admits(seen, &things, via),
        None => shared.links.iter().any(|&link| query.admits_link(seen, link)) && query.words.is_empty(),
    };
    let mut shared: Vec<Shared> = partner.joint().filter(passes).cloned().collect();
    shared.sort_by_key(|shared| (!shared.phase.holds(), std::cmp::Reverse(shared.rung), shared.via));
    shared
}

fn bonds(
    seen: Seen<'_>,
    lens: &Lens,
    actors: &[EntityId],
    mut known: HashMap<EntityId, Vec<Partner>>,
) -> Bonds {
    let mut of = HashMap::new();
    for &actor in actors {
        let found = known.remove(&actor).unwrap_or_else(|| colleagues(seen, actor));
        for partner in found.iter().filter(|partner| actors.contains(&partner.entity)) {
            of.insert((actor, partner.entity), Bond { shared: counted(seen, lens, partner) });
        }
    }
    Bonds { of }
}

fn columns(seen: Seen<'_>, order: &[EntityId]) -> Vec<Column> {
    let mut columns = vec![Column::fit("no.", 3, 3).right(), Column::fit("actor", 6, 12).narrow("")];
    columns.extend(order.iter().enumerate().map(|(place, &id)| {
        let column = Column::fit("", 3, 4).called(seen.graph().entity(id).short());
        // The last go first where it is narrow: what they share stands in their own rows as well.
        column.narrow((place + 1).to_string()).right().rank(if place < 8 { 0 } else { place as u8 })
    }));
    columns.push(Column::fit("ties", 4, 5).right().rank(3));
    columns
}

fn row(
    seen: Seen<'_>,
    bonds: &Bonds,
    order: &[EntityId],
    place: usize,
    id: EntityId,
    extract: &mut Extract,
) -> Row {
    let graph = seen.graph();
    let entity = graph.entity(id);
    let mut cells = vec![
        Cell::Text(Text::of((place + 1).to_string(), Role::Muted)),
        Cell::Text(Text::of(entity.short(), Role::Kind(entity.kind))),
    ];
    cells.extend(order.iter().map(|&other| {
        Cell::Text(match bonds.get(id, other) {
            Some(bond) => bond.text(),
            None => Text::of(if other == id { "·" } else { "–" }, Role::Muted),
        })
    }));
    let total: usize = order.iter().map(|&other| bonds.count(id, other)).sum();
    cells.push(total.to_string().into());
    let mut tied: Vec<(EntityId, &Bond)> =
        order.iter().filter_map(|&other| Some((other, bonds.get(id, other)?))).collect();
    tied.sort_by_key(|(other, bond)| (std::cmp::Reverse(bond.shared.len()), *other));
    // The grounds of each cell: what goes farthest in it.
    let farthest = tied.iter().filter_map(|(_, bond)| bond.shared.first()).flat_map(|shared| &shared.links);
    let cites = extract.cite_all(graph, farthest.map(|&link| ClaimId::Link(link)));
    // What is counted goes along, so that whoever takes the figure away can count again.
    for link in tied.iter().flat_map(|(_, bond)| &bond.shared).flat_map(|shared| &shared.links) {
        extract.link(graph, *link);
    }
    let detail = tied.iter().take(TOLD).map(|(other, bond)| told(seen, *other, bond)).collect();
    let spot = |(place, &other): (usize, &EntityId)| {
        let bond = bonds.get(id, other)?;
        let farthest = bond.shared.first()?;
        let opens = farthest.via.unwrap_or(other);
        let target = farthest
            .links
            .first()
            .map_or(Target::entity(opens), |&link| Target::claim(ClaimId::Link(link), opens));
        Some(Spot { column: BEFORE + place, target, detail: all(seen, id, other, bond) })
    };
    let spots = order.iter().enumerate().filter_map(spot).collect();
    Row { detail, spots, ..Row::new(cells, Target::entity(id)).cited(cites) }
}

/// Everything that two actors share.
fn all(seen: Seen<'_>, one: EntityId, other: EntityId, bond: &Bond) -> Vec<Text> {
    let graph = seen.graph();
    let over = bond.shared.iter().filter(|shared| shared.phase == Phase::Ended).count();
    let over = if over > 0 { format!(", {over} over") } else { String::new() };
    let pair = format!("{} × {}", graph.entity(one).short(), graph.entity(other).short());
    let mut line =
        Text::strong(pair, Role::Text).and(format!("  {} shared{over}: ", bond.shared.len()), Role::Muted);
    for (place, shared) in bond.shared.iter().enumerate() {
        let name = shared.via.map_or("a tie of their own", |via| graph.entity(via).short());
        let role = if shared.phase == Phase::Ended { Role::Ended } else { Role::Text };
        let when = shared.when.map_or(String::new(), |when| format!(" {}", span(when)));
        let rung = shared.rung.map_or(String::new(), |rung| format!(" {rung}"));
        let gap = if place > 0 { ", " } else { "" };
        line = line.and(format!("{gap}{name}"), role).and(format!("{rung}{when}"), Role::Muted);
    }
    vec![line]
}

/// What an actor shares with another, in a line.
fn told(seen: Seen<'_>, other: EntityId, bond: &Bond) -> Text {
    let graph = seen.graph();
    let things: Vec<&str> = bond
        .shared
        .iter()
        .take(THINGS)
        .map(|shared| shared.via.map_or("a tie of their own", |via| graph.entity(via).short()))
        .collect();
    let more = bond.shared.len().saturating_sub(THINGS);
    let more = if more > 0 { format!(", +{more}") } else { String::new() };
    Text::of(format!("{} {}: ", graph.entity(other).short(), bond.shared.len()), Role::Text)
        .and(format!("{}{more}", things.join(", ")), Role::Muted)
}

/// What a cell says.
fn legend() -> Table {
    let mut steps = Text::of("columns: rows by number · shared missions, agreements, crews ", Role::Muted);
    for (_, words, role) in STEPS {
        steps = steps.and(format!(" {words}"), role);
    }
    let mut letters = Text::empty();
    for &rung in Rung::ALL.iter().rev() {
        letters =
            letters.and(letter(rung).to_string(), Role::Text).and(format!(" {} ", rung.name()), Role::Muted);
    }
    let letters = letters.and("small: over", Role::Ended);
    Table { rows: vec![Row::heading(steps), Row::heading(letters)], ..Table::default() }
}

fn note(graph: &Graph, lens: &Lens, shown: usize, all: usize) -> String {
    let mut parts = vec![if all > shown { format!("{shown} of {all}") } else { count(shown, "actor") }];
    parts.push(match lens.order {
        Order::Likeness => "what is tied lies together".to_owned(),
        order => format!("by {order}"),
    });
    parts.extend(lens.told(graph));
    parts.join(" · ")
}

fn nothing(lens: &Lens) -> String {
    let filters = if lens.query.is_empty() { "" } else { " or through these filters; `F` clears them" };
    format!("They share nothing at this date{filters}. `t` changes the date; mark other actors to compare.")
}
