//! To whose account an actor goes: agencies, institutes and companies stand for their state.

use super::Graph;
use super::id::EntityId;
use crate::model::kind::Kind;
use crate::model::relation::Relation;

impl Graph {
    /// The state of an agency, an institute, a company or a facility; anything else is its own home, so
    /// ESA is, and so is a body whose state is not known.
    pub fn home(&self, actor: EntityId) -> EntityId {
        let entity = self.entity(actor);
        match entity.kind {
            Kind::Agency | Kind::Institute | Kind::Company | Kind::Facility => {
                entity.country.unwrap_or(actor)
            }
            _ => actor,
        }
    }

    /// The home of an actor, and for people that of their nation or of where they serve.
    pub fn flag(&self, actor: EntityId) -> EntityId {
        let entity = self.entity(actor);
        if entity.kind != Kind::Person {
            return self.home(actor);
        }
        let served = |relation: Relation| matches!(relation, Relation::EmployedBy | Relation::HoldsOfficeAt);
        let post = || self.arcs(actor).iter().find(|arc| arc.outward && served(arc.relation));
        entity.country.or_else(|| post().map(|arc| self.home(arc.other))).unwrap_or(actor)
    }
}
