//! How the entities of a list are spread over kinds, states and statuses.

use std::collections::{BTreeMap, BTreeSet};

use super::filter::{Test, Who};
use super::key::Key;
use crate::graph::{EntityId, Graph};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::Status;

/// A value by which a list can be narrowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    /// The filter.
    pub key: Key,
    /// What to type behind its colon.
    pub value: String,
    /// How to call it on screen.
    pub label: String,
    /// How many entities of the list have it.
    pub count: usize,
}

/// The kinds, states and statuses of some entities: key by key, the commonest value first.
pub fn facets(graph: &Graph, entities: &[EntityId]) -> Vec<Facet> {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut states: BTreeMap<EntityId, usize> = BTreeMap::new();
    let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
    for &id in entities {
        let entity = graph.entity(id);
        *kinds.entry(entity.kind).or_default() += 1;
        let seats = graph.arcs(id).iter().filter(|arc| arc.outward && arc.relation == Relation::LocatedIn);
        let homes: BTreeSet<EntityId> =
            entity.country.into_iter().chain(seats.map(|arc| arc.other)).collect();
        for state in homes {
            *states.entry(state).or_default() += 1;
        }
        if let Some(status) = entity.record.status {
            *statuses.entry(status).or_default() += 1;
        }
    }
    let kinds = kinds.into_iter().map(|(kind, count)| facet(&Test::Kind(kind), kind.plural(), count));
    let states = states.into_iter().map(|(state, count)| {
        let entity = graph.entity(state);
        facet(&Test::In(Who { entity: state, id: entity.id().into() }), entity.short(), count)
    });
    let statuses =
        statuses.into_iter().map(|(status, count)| facet(&Test::Status(status), status.name(), count));
    let mut facets: Vec<Facet> = kinds.chain(states).chain(statuses).collect();
    facets.sort_by(|a, b| (a.key, b.count, &a.label).cmp(&(b.key, a.count, &b.label)));
    facets
}

fn facet(test: &Test, label: &str, count: usize) -> Facet {
    Facet { key: test.key(), value: test.value(), label: label.to_owned(), count }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::*;

    #[test]
    fn facets_are_counted_key_by_key_the_commonest_first() {
        let graph = graph();
        let all: Vec<EntityId> = graph.entity_ids().collect();
        let found: Vec<String> = facets(&graph, &all)
            .iter()
            .map(|facet| format!("{}:{} {} {}", facet.key, facet.value, facet.label, facet.count))
            .collect();
        assert_eq!(
            found,
            [
                "kind:agency agencies 2",
                "kind:mission missions 2",
                "kind:state states 2",
                "kind:agreement agreements 1",
                "kind:person people 1",
                "kind:topic topics 1",
                "in:cn China 3",
                "in:at Austria 1",
                "status:cancelled cancelled 1",
                "status:in-force in force 1",
                "status:operating operating 1",
            ]
        );
    }
}
