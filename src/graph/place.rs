//! Where entities are: by their own record, or by that of something they belong to.

use std::collections::HashMap;

use super::Graph;
use super::id::EntityId;
use crate::model::kind::Kind;
use crate::model::relation::Relation;

/// How the place of an entity is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Its record has coordinates.
    Own,
    /// Its record names a town of which another one has the coordinates.
    Town(EntityId),
    /// It is part of this one, which has a place.
    Whole(EntityId),
    /// It belongs to a state; this is the state's best connected agency that has a place.
    State(EntityId),
}

impl Basis {
    /// Whether the record of the entity itself says where it is.
    pub const fn sure(self) -> bool {
        matches!(self, Self::Own | Self::Town(_))
    }

    /// The other entity whose place it is.
    pub const fn whose(self) -> Option<EntityId> {
        match self {
            Self::Own => None,
            Self::Town(id) | Self::Whole(id) | Self::State(id) => Some(id),
        }
    }
}

/// A place on Earth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Latitude and longitude in degrees, north and east positive.
    pub at: (f64, f64),
    /// How it is known.
    pub basis: Basis,
}

impl Graph {
    /// The place of an entity: its own, else that of what it is part of, else that of its state. All of them
    /// are looked for when one is first asked for.
    pub fn place(&self, id: EntityId) -> Option<Place> {
        let places = self.places.get_or_init(|| {
            let places = Places::new(self);
            self.entity_ids().map(|id| places.of(id)).collect()
        });
        places.get(id.index()).copied().flatten()
    }
}

/// What is known of places.
struct Places<'g> {
    graph: &'g Graph,
    /// By town and state.
    towns: HashMap<(&'g str, Option<EntityId>), EntityId>,
    /// By state, its best connected agency with a place of its own.
    agencies: HashMap<EntityId, EntityId>,
}

impl<'g> Places<'g> {
    /// Looks through all records.
    fn new(graph: &'g Graph) -> Self {
        let mut places = Self { graph, towns: HashMap::new(), agencies: HashMap::new() };
        for id in graph.entity_ids() {
            if let (Some(town), Some(_)) = (places.town(id), places.written(id)) {
                places.towns.entry((town, graph.entity(id).country)).or_insert(id);
            }
        }
        for id in graph.entity_ids().filter(|&id| graph.entity(id).kind == Kind::Agency) {
            if let (Some(state), Some(_)) = (graph.entity(id).country, places.own(id)) {
                let best = places.agencies.entry(state).or_insert(id);
                if graph.degree(id) > graph.degree(*best) {
                    *best = id;
                }
            }
        }
        places
    }

    fn of(&self, id: EntityId) -> Option<Place> {
        self.own(id).or_else(|| self.of_whole(id)).or_else(|| self.of_state(id))
    }

    /// The place that its own record tells.
    fn own(&self, id: EntityId) -> Option<Place> {
        if let Some(at) = self.written(id) {
            return Some(Place { at, basis: Basis::Own });
        }
        let same = *self.towns.get(&(self.town(id)?, self.graph.entity(id).country))?;
        Some(Place { at: self.written(same)?, basis: Basis::Town(same) })
    }

    fn of_whole(&self, id: EntityId) -> Option<Place> {
        let arcs = self.graph.arcs(id).iter();
        let wholes = arcs.filter(|arc| arc.relation == Relation::PartOf && arc.outward).map(|arc| arc.other);
        let mut placed = wholes.filter_map(|whole| Some((whole, self.own(whole)?)));
        placed.next().map(|(whole, place)| Place { basis: Basis::Whole(whole), ..place })
    }

    fn of_state(&self, id: EntityId) -> Option<Place> {
        let entity = self.graph.entity(id);
        let state = if entity.kind == Kind::State { id } else { entity.country? };
        let agency = *self.agencies.get(&state)?;
        Some(Place { basis: Basis::State(agency), ..self.own(agency)? })
    }

    fn written(&self, id: EntityId) -> Option<(f64, f64)> {
        self.graph.entity(id).record.seat.as_ref()?.at
    }

    fn town(&self, id: EntityId) -> Option<&'g str> {
        self.graph.entity(id).town()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Input, read};

    #[test]
    fn a_place_is_ones_own_or_says_whose_it_is() {
        let graph = Graph::build(read(&Input::folder("tests/fixtures/tiny")).0);
        let of = |id: &str| graph.find(id).and_then(|id| graph.place(id)).map(|place| place.basis);
        let id = |id: &str| graph.find(id).unwrap();
        assert_eq!(of("esa"), Some(Basis::Own));
        assert_eq!(of("cas"), Some(Basis::Town(id("cnsa"))));
        assert_eq!(of("state-us"), Some(Basis::State(id("nasa"))));
        let shown = graph.entity_ids().filter_map(|id| Some((id, graph.place(id)?)));
        for (id, place) in shown {
            assert!(place.at.0.abs() <= 90.0 && place.at.1.abs() <= 180.0);
            assert_ne!(place.basis.whose(), Some(id));
        }
    }
}
