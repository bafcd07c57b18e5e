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
use crate::view::phrase::{count, grouped, names};
use crate::view::{Lens, Order, words};

/// So many actors at most: more columns cannot be read.
const MOST: usize = 20;
/// From so many agencies with most links those are chosen that share most with each other.
const CANDIDATES: usize = 48;
/// So many partners are told below the matrix, and so many things of each.
const TOLD: usize = 8;
const THINGS: usize = 12;
/// Letters of a head where all columns have room for names.
const LETTERS: u16 = 6;
/// The rank of the bars: they make room for whatever else there is.
const BARE: u8 = 40;
/// Cells of the longest bar of totals.
const BAR: usize = 16;

/// So many columns stand before the first cell.
const BEFORE: usize = 2;

/// What two actors share.
#[derive(Default)]
struct Bond {
    /// The things, those that hold and go farthest first.
    shared: Vec<Shared>,
}

impl Bond {
    /// How far goes what holds; where nothing does, what is over.
    fn rung(&self) -> Option<Rung> {
        let counts = |shared: &&Shared| self.holds() == 0 || shared.phase != Phase::Ended;
        self.shared.iter().filter(counts).filter_map(|shared| shared.rung).max()
    }

    fn holds(&self) -> usize {
        self.shared.len() - self.over()
    }

    fn over(&self) -> usize {
        self.shared.iter().filter(|shared| shared.phase == Phase::Ended).count()
    }

    /// The number of things that hold with the letter of what goes farthest; if all of it is over, the number
    /// of that with a sign.
    fn text(&self) -> Text {
        let letter = self.rung().map_or(' ', letter);
        match self.holds() {
            0 => Text::of(format!("{}{letter}{OVER}", self.over()), Role::Ground(0)),
            holds => Text::of(format!("{holds}{letter}"), ground(holds)),
        }
    }
}

/// The sign of what is over: a stroke through it that every terminal has.
const OVER: char = '/';

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

/// The steps of the ramp: least number, words, ground.
const STEPS: [(usize, &str, Role); 4] = [
    (1, "1–2", Role::Ground(1)),
    (3, "3–9", Role::Ground(2)),
    (10, "10–19", Role::Ground(3)),
    (20, "20+", Role::Ground(4)),
];

fn ground(count: usize) -> Role {
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

    /// How much of what two share holds.
    fn holds(&self, a: EntityId, b: EntityId) -> usize {
        self.get(a, b).map_or(0, Bond::holds)
    }

    /// How near two are: what is over counts as well.
    fn nearness(&self, a: EntityId, b: EntityId) -> u64 {
        self.get(a, b).map_or(0, |bond| bond.shared.len() as u64)
    }

    /// How much is shared by two, and how much of it is over; what more than two share counts for each two.
    fn sums(&self) -> (usize, usize) {
        let once = self.of.iter().filter(|((a, b), _)| a < b).map(|(_, bond)| bond);
        once.fold((0, 0), |(all, over), bond| (all + bond.shared.len(), over + bond.over()))
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
    let total = |id: EntityId| actors.iter().map(|&other| bonds.holds(id, other)).sum::<usize>();
    let mut order = actors.clone();
    arrange(graph, lens.order, &mut order, &total, |actors| {
        let keys: Vec<&str> = actors.iter().map(|&id| graph.entity(id).id()).collect();
        let like = |a: usize, b: usize| bonds.nearness(actors[a], actors[b]);
        ordered(&keys, &like).into_iter().map(|place| actors[place]).collect()
    });
    let mut extract = Extract::default();
    lens.focus.iter().chain(&order).for_each(|&id| extract.entity(id));
    // Why these: they have a part in the thing in focus.
    for roll in lens.focus.iter().map(|&id| Roll::of(seen, id)) {
        let seats = order.iter().filter_map(|&id| roll.seat(id));
        seats.for_each(|seat| extract.link(graph, seat.link));
    }
    let most = order.iter().map(|&id| total(id)).max().unwrap_or(0);
    let rows: Vec<Row> = order
        .iter()
        .enumerate()
        .map(|(place, &id)| row(seen, &bonds, (&order, most), place, id, &mut extract))
        .collect();
    let columns = columns(seen, &order);
    let mut figure =
        Figure::new(title, Body::Table(Table { columns, rows, axis: None, heads: true }), extract);
    figure.note = note(graph, lens, (order.len(), all), bonds.sums());
    let tied = bonds.sums().0 > 0;
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
        let entity = seen.graph().entity(id);
        // A country behind a name is what tells it from another.
        let letters = if entity.told_apart.is_some() { LETTERS + 2 } else { LETTERS };
        let column = Column::fit("", 3, letters).called(entity.short());
        // The last go first where it is narrow: what they share stands in their own rows as well.
        let column = column.narrow((place + 1).to_string()).spelt(letters).right();
        column.rank(if place < 8 { 0 } else { place as u8 })
    }));
    columns.push(Column::fit("ties", 4, 5).right().rank(3));
    columns.push(Column::fit("", 0, BAR as u16).called("bar").narrow(" ").rank(BARE));
    columns
}

/// A bar of a total, the longest for the most.
fn bar(total: usize, most: usize) -> Text {
    Text::of("█".repeat((total * BAR).div_ceil(most.max(1))), Role::Heat(3))
}

fn row(
    seen: Seen<'_>,
    bonds: &Bonds,
    (order, most): (&[EntityId], usize),
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
    let total: usize = order.iter().map(|&other| bonds.holds(id, other)).sum();
    cells.extend([total.to_string().into(), Cell::Text(bar(total, most))]);
    let mut tied: Vec<(EntityId, &Bond)> =
        order.iter().filter_map(|&other| Some((other, bonds.get(id, other)?))).collect();
    tied.sort_by_key(|(other, bond)| (std::cmp::Reverse((bond.holds(), bond.shared.len())), *other));
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
        let link = bond.shared.first()?.links.first();
        let target = link.map_or(Target::entity(other), |&link| Target::claim(ClaimId::Link(link), other));
        Some(Spot { column: BEFORE + place, target: target.with(id), detail: all(seen, id, other, bond) })
    };
    let spots = order.iter().enumerate().filter_map(spot).collect();
    Row { detail, spots, ..Row::new(cells, Target::entity(id)).cited(cites) }
}

/// Everything that two actors share: what holds, then what is over.
fn all(seen: Seen<'_>, one: EntityId, other: EntityId, bond: &Bond) -> Vec<Text> {
    let graph = seen.graph();
    let over = match bond.over() {
        0 => String::new(),
        over => format!(", {over} over"),
    };
    let pair = format!("{} × {}", graph.entity(one).short(), graph.entity(other).short());
    let lead =
        Text::strong(pair, Role::Text).and(format!("  {} shared{over}: ", bond.shared.len()), Role::Muted);
    let things = |ended: bool| {
        let of_them = bond.shared.iter().filter(move |shared| (shared.phase == Phase::Ended) == ended);
        of_them.enumerate().fold(Text::empty(), |line, (place, shared)| {
            let role = if ended { Role::Ended } else { Role::Text };
            let when = shared.when.map_or(String::new(), |when| format!(" {}", span(when)));
            let rung = shared.rung.map_or(String::new(), |rung| format!(" {rung}"));
            let gap = if place > 0 { ", " } else { "" };
            line.and(format!("{gap}{}", name(graph, shared)), role).and(format!("{rung}{when}"), Role::Muted)
        })
    };
    let (held, ended) = (things(false), things(true));
    let gap = if held.is_empty() || ended.is_empty() { "" } else { "; " };
    let word = if ended.is_empty() || held.is_empty() { "" } else { "over: " };
    vec![lead.then(held).and(format!("{gap}{word}"), Role::Muted).then(ended)]
}

fn name<'g>(graph: &'g Graph, shared: &Shared) -> &'g str {
    shared.via.map_or("a tie of their own", |via| graph.entity(via).short())
}

/// What an actor shares with another, in a line: what holds first.
fn told(seen: Seen<'_>, other: EntityId, bond: &Bond) -> Text {
    let graph = seen.graph();
    let things: Vec<&str> = bond.shared.iter().take(THINGS).map(|shared| name(graph, shared)).collect();
    let more = match bond.shared.len().saturating_sub(THINGS) {
        0 => String::new(),
        more => format!(" and {more} more: → goes to the cell"),
    };
    let over = match bond.over() {
        0 => String::new(),
        over => format!(" and {over} over"),
    };
    Text::of(format!("{} {}{over}: ", graph.entity(other).short(), bond.holds()), Role::Text)
        .and(format!("{}{more}", things.join(", ")), Role::Muted)
}

/// What a cell says: its number and ground, then its letter.
fn legend() -> Table {
    let mut steps = Text::of("number  shared, not over", Role::Muted);
    for (_, words, role) in STEPS {
        steps = steps.and("  ", Role::Text).and(format!(" {words} "), role);
    }
    let mut letters = Text::of("letter", Role::Muted);
    for &rung in Rung::ALL.iter().rev() {
        letters = letters
            .and(format!("  {}", letter(rung)), Role::Text)
            .and(format!(" {}", rung.name()), Role::Muted);
    }
    let steps = steps.and(format!("  {OVER}"), Role::Text).and(" all over", Role::Muted);
    Table { rows: vec![Row::heading(steps), Row::heading(letters)], ..Table::default() }
}

fn note(graph: &Graph, lens: &Lens, (shown, all): (usize, usize), (ties, over): (usize, usize)) -> String {
    let mut parts = vec![if all > shown { format!("{shown} of {all}") } else { count(shown, "actor") }];
    if over > 0 {
        parts.push(format!("{} of {} shared are over, not counted", grouped(over), grouped(ties)));
    }
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
