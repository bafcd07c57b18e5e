//! People of one side who flew on what the other side leads, runs or launches.

use std::collections::BTreeSet;

use super::pass::Pass;
use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::bars::Side;
use crate::graph::era::Seen;
use crate::graph::{Arc, ClaimId, EntityId, LinkId};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::phrase::{brief, doubt, short};

/// A flight: the person, the link to what it flew on, the link of the other side to that.
type Flight = (EntityId, LinkId, LinkId);

/// Adds the flights and says how many there are, and how many the filters hide.
pub(super) fn add(
    seen: Seen<'_>,
    pass: &Pass<'_>,
    [a, b]: &[Side; 2],
    extract: &mut Extract,
    page: &mut Page,
) -> (usize, usize) {
    let graph = seen.graph();
    let mut flights: BTreeSet<Flight> = flights(seen, a, b);
    flights.extend(self::flights(seen, b, a));
    let all = flights.len();
    let mut flights: Vec<Flight> =
        flights.into_iter().filter(|&(person, flight, host)| pass.flight(person, flight, host)).collect();
    let hidden = all - flights.len();
    flights.sort_by_key(|(_, flight, _)| graph.link(*flight).during.and_then(Date::first));
    if flights.is_empty() {
        return (0, hidden);
    }
    page.heading("Flown with the other side", flights.len().to_string());
    let rows = flights.iter().map(|flight| row(seen, *flight, extract)).collect();
    let columns = vec![
        Column::fit("when", 4, 15),
        Column::fill("person", 16, 2),
        Column::fill("on", 14, 2),
        Column::fill("of", 14, 2).rank(1),
        Column::fit("doubt", 0, 1).rank(4),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
    (flights.len(), hidden)
}

fn flights(seen: Seen<'_>, side: &Side, other: &Side) -> BTreeSet<Flight> {
    let graph = seen.graph();
    let runs = |relation| matches!(relation, Relation::Leads | Relation::Operates | Relation::Launches);
    let hosts = |id: EntityId| other.own == id || other.bodies.contains(&id);
    let mut found = BTreeSet::new();
    for person in crew(seen, side) {
        for flight in seen.arcs(person).filter(|arc| arc.outward && arc.relation == Relation::CrewOf) {
            let host =
                seen.arcs(flight.other).find(|arc| !arc.outward && runs(arc.relation) && hosts(arc.other));
            let own = |arc: Arc| graph.entity(person).country != graph.entity(arc.other).country;
            found.extend(host.filter(|arc| own(*arc)).map(|arc| (person, flight.link, arc.link)));
        }
    }
    found
}

/// The people of a side: who served or trained as its own, and of a state its citizens.
fn crew(seen: Seen<'_>, side: &Side) -> Vec<EntityId> {
    let graph = seen.graph();
    let person = |id: EntityId| graph.entity(id).kind == Kind::Person;
    let serves =
        |relation| matches!(relation, Relation::EmployedBy | Relation::HoldsOfficeAt | Relation::MemberOf);
    let mut found: Vec<EntityId> = side
        .bodies
        .iter()
        .chain([&side.own])
        .flat_map(|&id| seen.arcs(id))
        .filter(|arc| person(arc.other) && serves(arc.relation))
        .map(|arc| arc.other)
        .collect();
    if graph.entity(side.own).kind == Kind::State {
        found.extend(
            graph.entity_ids().filter(|&id| person(id) && graph.entity(id).country == Some(side.own)),
        );
    }
    found
}

fn row(seen: Seen<'_>, (person, flight, host): Flight, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let cites = extract.cite_all(graph, [flight, host].map(ClaimId::Link));
    let (flown, hosted) = (graph.link(flight), graph.link(host));
    let role = flown.role().map_or(String::new(), |role| format!("  {role}"));
    let cells = vec![
        Cell::Text(Text::of(flown.during.map_or_else(|| flown.when(), brief), Role::Text)),
        Cell::Text(short(graph, person).and(role, Role::Muted)),
        Cell::Text(short(graph, flown.to)),
        Cell::Text(
            Text::of(format!("{} ", hosted.relation.inward()), Role::Muted).then(short(graph, hosted.from)),
        ),
        Cell::Text(doubt(flown.claim.confidence, flown.claim.rank)),
    ];
    Row::new(cells, Target::claim(ClaimId::Link(flight), person)).cited(cites)
}
