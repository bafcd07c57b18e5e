//! How the entities of a list are spread over kinds, states and statuses.

use std::collections::BTreeMap;

use super::filter::{Test, Who};
use super::key::Key;
use crate::graph::{EntityId, Graph};

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
    let mut counts: BTreeMap<(Key, String), Facet> = BTreeMap::new();
    for &id in entities {
        for (test, label) in values(graph, id) {
            let (key, value) = (test.key(), test.value());
            let new = Facet { key, value: value.clone(), label: label.to_owned(), count: 0 };
            counts.entry((key, value)).or_insert(new).count += 1;
        }
    }
    let mut facets: Vec<Facet> = counts.into_values().collect();
    facets.sort_by(|a, b| (a.key, b.count, &a.label).cmp(&(b.key, a.count, &b.label)));
    facets
}

fn values(graph: &Graph, id: EntityId) -> Vec<(Test, &str)> {
    let entity = graph.entity(id);
    let mut values = vec![(Test::Kind(entity.kind), entity.kind.plural())];
    values.extend(entity.country.map(|state| {
        let who = Who { entity: state, id: graph.entity(state).id().into() };
        (Test::In(who), graph.entity(state).short())
    }));
    values.extend(entity.record.status.map(|status| (Test::Status(status), status.name())));
    values
}
