//! Who is in A and in B?

mod cell;
mod kin;

use std::ops::RangeInclusive;

use super::phrase::{count, list, short};
use super::{Lens, Opt, View, option, words};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Spot, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::sets::{Answer, Count, Found, Hold, Roll, Seat, Sets, Tier};
use crate::graph::{ClaimId, EntityId, Graph};
use crate::model::kind::Kind;

/// Set algebra over memberships, signatures and participation.
pub struct Overlap;

impl View for Overlap {
    fn name(&self) -> &'static str {
        "overlap"
    }

    fn doc(&self) -> &'static str {
        "Who is in A and in B?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["both", "in common", "intersection", "members"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::SETS, &option::COUNT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let seen = atlas.graph.at(lens.era());
        let Some(sets) = lens.sets.clone().or_else(|| Sets::all(&lens.focus)) else {
            return kin::largest(seen, lens);
        };
        let answer = sets.answer(seen, lens.count);
        let joins = |set: EntityId| matches!(seen.graph().entity(set).kind, Kind::State | Kind::Person);
        match sets.alone() {
            Some(set) if answer.found.is_empty() || joins(set) => kin::of_member(seen, lens, set),
            alone => members(seen, lens, &sets, alone, answer),
        }
    }
}

fn members(seen: Seen<'_>, lens: &Lens, sets: &Sets, alone: Option<EntityId>, mut answer: Answer) -> Figure {
    let graph = seen.graph();
    let all = answer.found.len();
    answer.found.retain(|found| passes(seen, lens, found.member));
    let mut extract = Extract::default();
    lens.focus.iter().chain(&answer.sets).for_each(|&set| extract.entity(set));
    let mut table = Table { columns: columns(graph, &answer.sets), heads: true, ..Table::default() };
    for tier in answer.found.chunk_by(|one, next| one.tier == next.tier) {
        let Some(first) = tier.first() else { continue };
        let (title, role) = heading(first.tier);
        let more = if title.is_empty() { count(tier.len(), "member") } else { format!("  {}", tier.len()) };
        if !title.is_empty() || tier.len() < answer.found.len() {
            table.rows.push(Row::heading(Text::strong(title, role).and(more, Role::Muted)));
        }
        table.rows.extend(tier.iter().map(|found| row(seen, &answer.sets, found, &mut extract)));
    }
    let hidden = all - answer.found.len();
    if let Some(set) = alone {
        kin::add(seen, set, &answer, &mut extract, &mut table);
    }
    let title = sets.words(&|id| graph.entity(id).short().to_owned());
    let mut figure = Figure::new(title, Body::Table(table), extract);
    figure.note = note(graph, lens, &answer);
    figure.empty = answer.found.is_empty().then(|| nothing(seen, &answer, hidden));
    figure
}

/// Whether the filters let a member pass.
fn passes(seen: Seen<'_>, lens: &Lens, member: EntityId) -> bool {
    words::admits(seen, &lens.query, member)
}

/// What a group is called; nothing for those of whom there is no doubt.
const fn heading(tier: Tier) -> (&'static str, Role) {
    match tier {
        Tier::Sure => ("", Role::Text),
        Tier::Perhaps(Hold::Signed) => ("signed what binds others, and are not bound", Role::Doubt),
        Tier::Perhaps(Hold::Observer) => ("as observers only", Role::Doubt),
        Tier::Perhaps(Hold::Ahead) => ("announced", Role::Doubt),
        Tier::Perhaps(Hold::Lent) => ("states for which another body signed", Role::Doubt),
        Tier::Perhaps(Hold::Weak) => ("on weak sources", Role::Doubt),
        Tier::Perhaps(_) => ("contested", Role::Doubt),
        Tier::Through => ("only if agencies, institutes and companies count for their state", Role::Doubt),
        Tier::Former => ("no longer in force", Role::Ended),
    }
}

/// What a cell holds: since when, and as what.
const HELD: &str = "joined · as";

fn columns(graph: &Graph, sets: &[EntityId]) -> Vec<Column> {
    let mut columns = vec![Column::fit("member", 12, 24)];
    columns.extend(sets.iter().enumerate().map(|(place, &set)| {
        let name =
            if sets.len() == 1 { HELD.to_owned() } else { format!("{}: {HELD}", graph.entity(set).short()) };
        let column = Column::fit("", 10, 80).called(name);
        if place < 3 { column } else { column.rank(place as u8) }
    }));
    if sets.len() == 1 {
        columns.push(Column::fill("role", 12, 1).rank(1));
    }
    columns
}

fn row(seen: Seen<'_>, sets: &[EntityId], found: &Found, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let brief = sets.len() > 3;
    let mut cells = vec![Cell::Text(short(graph, found.member))];
    for (seat, beside) in found.seats.iter().zip(&found.beside) {
        cells.push(Cell::Text(cell::text(seen, seat.as_ref(), beside.as_ref(), brief)));
    }
    if let ([_], Some(seat)) = (sets, found.seats.iter().flatten().next()) {
        let role = graph.link(seat.link).role().unwrap_or_default();
        cells.push(Cell::Text(Text::of(role, Role::Muted)));
    }
    let seats: Vec<(EntityId, &Seat)> =
        sets.iter().zip(&found.seats).filter_map(|(&set, seat)| Some((set, seat.as_ref()?))).collect();
    let links = seats.iter().flat_map(|(_, seat)| [Some(seat.link), seat.left]).flatten();
    let links = links.chain(found.beside.iter().flatten().map(|beside| beside.link));
    let cites = extract.cite_all(graph, links.map(ClaimId::Link));
    // What made it a member: the seat that was taken last.
    let last = seats.iter().map(|(_, seat)| seat).max_by_key(|seat| seat.since(seen));
    let target = last.map_or(Target::entity(found.member), |seat| {
        Target::claim(ClaimId::Link(seat.left.unwrap_or(seat.link)), found.member)
    });
    let detail = seats.iter().map(|&(set, seat)| cell::sentence(seen, set, found.member, seat)).collect();
    let spot = |(place, (&set, seat)): (usize, (&EntityId, &Option<Seat>))| {
        let seat = seat.as_ref()?;
        let target = Target::claim(ClaimId::Link(seat.left.unwrap_or(seat.link)), set);
        Some(Spot { column: 1 + place, target, detail: vec![cell::sentence(seen, set, found.member, seat)] })
    };
    let spots = sets.iter().zip(&found.seats).enumerate().filter_map(spot).collect();
    Row { detail, spots, ..Row::new(cells, target).cited(cites) }
}

fn note(graph: &Graph, lens: &Lens, answer: &Answer) -> String {
    let tally =
        |wanted: &dyn Fn(Tier) -> bool| answer.found.iter().filter(|found| wanted(found.tier)).count();
    let mut parts = vec![count(tally(&|tier| tier == Tier::Sure), "member")];
    let mut more = |number: usize, words: &str| {
        if number > 0 {
            parts.push(format!("{number} {words}"));
        }
    };
    more(tally(&|tier| matches!(tier, Tier::Perhaps(_))), "in doubt");
    more(tally(&|tier| tier == Tier::Through), "only through others");
    more(tally(&|tier| tier == Tier::Former), "no longer");
    if lens.count == Count::States {
        parts.push("agencies, institutes and companies count for their states".to_owned());
    }
    let loose: Vec<String> =
        answer.sets.iter().filter(|&&set| !is_group(graph, set)).map(|&set| loose(graph, set)).collect();
    if !loose.is_empty() && !answer.found.is_empty() {
        parts.push(format!("{}: who has an agreement with it counts", loose.join(", ")));
    }
    lens.note(parts)
}

/// Whether something has members, parties or partners by what it is; an agency or a company has none.
fn is_group(graph: &Graph, set: EntityId) -> bool {
    !matches!(
        graph.entity(set).kind,
        Kind::Agency | Kind::Institute | Kind::Company | Kind::State | Kind::Person
    )
}

/// "NASA is an agency, not a group with members".
fn loose(graph: &Graph, set: EntityId) -> String {
    let entity = graph.entity(set);
    let kind = entity.kind.name();
    let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{} is {article} {kind}, not a group with members", entity.short())
}

fn nothing(seen: Seen<'_>, answer: &Answer, hidden: usize) -> String {
    if hidden > 0 {
        return format!("Nobody passes; the filters hide {}. `F` clears them.", count(hidden, "member"));
    }
    let name = |set: EntityId| seen.graph().entity(set).short();
    let size = |set: EntityId| Roll::of(seen, set).members().count();
    let graph = seen.graph();
    let said = |&set: &EntityId| {
        if is_group(graph, set) {
            format!("{} has {}", name(set), count(size(set), "member"))
        } else {
            loose(graph, set)
        }
    };
    let sizes: Vec<String> = answer.sets.iter().map(said).collect();
    if let (false, true) = (answer.sets.iter().any(|&set| is_group(graph, set)), answer.sets.len() > 1) {
        let ids: Vec<&str> = answer.sets.iter().map(|&set| graph.entity(set).id()).collect();
        let names: Vec<String> = answer.sets.iter().map(|&set| name(set).to_owned()).collect();
        let works = format!("`partners {}` names who works with {}", ids.join(" "), list(&names));
        return format!("Nobody is in it at this date: {}. {works}.", sizes.join("; "));
    }
    let meant: Vec<&str> = answer
        .sets
        .iter()
        .filter(|&&set| size(set) == 0)
        .flat_map(|&set| namesakes(seen, set))
        .map(|id| seen.graph().entity(id).id())
        .collect();
    let help = match meant.as_slice() {
        [] => "`t` changes the date.".to_owned(),
        meant => format!("Perhaps {} is meant; `a` sets another expression.", meant.join(" or ")),
    };
    format!("Nobody is in it at this date: {}. {help}", sizes.join(", "))
}

/// Things with members whose name begins with the same word, those with most members first, at most three.
fn namesakes(seen: Seen<'_>, set: EntityId) -> Vec<EntityId> {
    let graph = seen.graph();
    let first = |id: EntityId| graph.entity(id).name().split_whitespace().next().unwrap_or_default();
    let alike = graph.entity_ids().filter(|&id| id != set && first(id).eq_ignore_ascii_case(first(set)));
    let mut sized: Vec<(usize, EntityId)> =
        alike.map(|id| (Roll::of(seen, id).members().count(), id)).filter(|(size, _)| *size > 1).collect();
    sized.sort_by_key(|&(size, id)| (std::cmp::Reverse(size), id));
    sized.into_iter().take(3).map(|(_, id)| id).collect()
}

#[cfg(test)]
mod tests;
