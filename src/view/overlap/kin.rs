//! Sets beside a set: those that share most members with it, those of one member, the largest ones.

use std::collections::HashMap;

use super::cell;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::sets::roll::joins;
use crate::graph::sets::{Answer, Roll, Tier};
use crate::graph::{ClaimId, EntityId, LinkId};
use crate::view::Lens;
use crate::view::phrase::{count, short};

/// So many sets are named beside one, and so many where none is named.
const BESIDE: usize = 12;
const LARGEST: usize = 60;

/// A set, and the links that put members of another one into it, one each.
type Shared = (EntityId, Vec<(EntityId, LinkId)>);

/// The other sets in which members of one are, those with the most of them first.
fn sharing(seen: Seen<'_>, set: EntityId, members: &[EntityId]) -> Vec<Shared> {
    let mut shared: HashMap<EntityId, Vec<(EntityId, LinkId)>> = HashMap::new();
    for &member in members {
        for arc in seen.arcs(member).filter(|arc| arc.outward && joins(arc.relation) && arc.other != set) {
            let both = shared.entry(arc.other).or_default();
            if both.last().is_none_or(|(last, _)| *last != member) {
                both.push((member, arc.link));
            }
        }
    }
    let mut found: Vec<Shared> = shared.into_iter().filter(|(_, both)| both.len() > 1).collect();
    found.sort_by_cached_key(|(set, both)| (std::cmp::Reverse(both.len()), size(seen, *set), *set));
    found
}

/// How many are in a set, whoever they are.
fn size(seen: Seen<'_>, set: EntityId) -> usize {
    let mut members: Vec<EntityId> =
        seen.arcs(set).filter(|arc| !arc.outward && joins(arc.relation)).map(|arc| arc.other).collect();
    members.sort_unstable();
    members.dedup();
    members.len()
}

/// Adds the sets that share most members with one.
pub(super) fn add(seen: Seen<'_>, set: EntityId, answer: &Answer, extract: &mut Extract, table: &mut Table) {
    let graph = seen.graph();
    let here = answer.found.iter().filter(|found| !matches!(found.tier, Tier::Former | Tier::Through));
    let members: Vec<EntityId> = here.map(|found| found.member).collect();
    let others = sharing(seen, set, &members);
    if others.is_empty() {
        return;
    }
    let title = Text::strong("shares most members with", Role::Accent);
    table.rows.push(Row::heading(title.and(format!("  {} in all", others.len()), Role::Muted)));
    for (other, both) in others.iter().take(BESIDE) {
        let mut cells =
            vec![Cell::Text(short(graph, *other)), Cell::Text(shared(both.len(), size(seen, *other)))];
        cells.resize(table.columns.len(), Cell::from(""));
        let links = both.iter().map(|&(_, link)| ClaimId::Link(link));
        let cites = extract.cite_all(graph, links);
        table.rows.push(Row::new(cells, Target::entity(*other)).cited(cites));
    }
}

fn shared(both: usize, of: usize) -> Text {
    Text::of(format!("{both} in both"), Role::Text).and(format!(" · it has {of}"), Role::Muted)
}

/// The sets of one member, where nobody is in itself.
pub(super) fn of_member(seen: Seen<'_>, lens: &Lens, member: EntityId) -> Figure {
    let graph = seen.graph();
    let mut extract = Extract::default();
    extract.entity(member);
    let mut rows = Vec::new();
    let mut told: Vec<EntityId> = Vec::new();
    for arc in seen.arcs(member).filter(|arc| arc.outward && joins(arc.relation)) {
        if told.contains(&arc.other) || !super::passes(seen, lens, arc.other) {
            continue;
        }
        told.push(arc.other);
        let Some(seat) = Roll::of(seen, arc.other).seat(member) else { continue };
        let cites = extract.cite(graph, ClaimId::Link(seat.link));
        let role = graph.link(seat.link).role().unwrap_or_default();
        let cells = vec![
            Cell::Text(short(graph, arc.other)),
            Cell::Text(cell::text(seen, Some(&seat), None, false)),
            Cell::Text(Text::of(size(seen, arc.other).to_string(), Role::Muted)),
            Cell::Text(Text::of(role, Role::Muted)),
        ];
        let target = Target::claim(ClaimId::Link(seat.link), arc.other);
        let detail = vec![cell::sentence(seen, arc.other, member, &seat)];
        rows.push(Row { detail, ..Row::new(cells, target).cited(cites) });
    }
    let columns = vec![
        Column::fit("set", 12, 34),
        Column::fit("since", 10, 40),
        Column::fit("members", 7, 7).right(),
        Column::fill("role", 12, 1).rank(1),
    ];
    let name = graph.entity(member).short();
    let empty = rows.is_empty().then(|| {
        format!(
            "Nobody is member, party, signatory or partner of {name}, and it is in nothing at this date and \
             through these filters. Go to an agreement, an organisation or a programme, mark several, or set \
             `sets` with `a`: artemis-accords & ilrs."
        )
    });
    let parts = vec![count(rows.len(), "set")];
    let table = Table { columns, rows, axis: None, heads: true };
    let mut figure = Figure::new(format!("What {name} is in"), Body::Table(table), extract);
    figure.note = lens.note(parts);
    figure.empty = empty;
    figure
}

/// The largest sets, to choose from.
pub(super) fn largest(seen: Seen<'_>, lens: &Lens) -> Figure {
    let graph = seen.graph();
    let shown = graph.entity_ids().filter(|&id| seen.shows(id) && super::passes(seen, lens, id));
    let mut sets: Vec<(EntityId, usize)> =
        shown.map(|set| (set, size(seen, set))).filter(|&(_, size)| size > 1).collect();
    sets.sort_by_key(|&(set, size)| (std::cmp::Reverse(size), set));
    let mut extract = Extract::default();
    let row = |&(set, size): &(EntityId, usize)| {
        let cells = vec![
            Cell::Text(short(graph, set)),
            Cell::Text(Text::of(graph.entity(set).kind.name(), Role::Muted)),
            size.to_string().into(),
        ];
        let cites = extract.cite(graph, ClaimId::Entity(set));
        Row::new(cells, Target::entity(set)).cited(cites)
    };
    let rows: Vec<Row> = sets.iter().take(LARGEST).map(row).collect();
    let columns = vec![
        Column::fit("set", 12, 44),
        Column::fit("kind", 4, 12).rank(3),
        Column::fit("members", 7, 7).right(),
    ];
    let parts = vec![
        format!("the largest {} of {}", rows.len(), count(sets.len(), "set")),
        "name some: 'artemis-accords & ilrs'".to_owned(),
    ];
    let empty =
        rows.is_empty().then(|| "No set passes. `F` clears the filters, `t` changes the date.".to_owned());
    let table = Table { columns, rows, axis: None, heads: true };
    let mut figure = Figure::new("Sets", Body::Table(table), extract);
    figure.note = lens.note(parts);
    figure.empty = empty;
    figure
}
