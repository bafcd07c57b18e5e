//! A link as seen from one of its ends.

use super::id::{EntityId, LinkId};
use crate::model::relation::Relation;

/// One end's view of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The relation, so that a row can be cut into groups without looking the links up.
    pub relation: Relation,
    /// Whether the link runs from here to the other end.
    pub outward: bool,
    /// The other end.
    pub other: EntityId,
    /// The link.
    pub link: LinkId,
}

impl Arc {
    /// The word for the other end in a list of this one: "leads", "led by".
    pub const fn label(self) -> &'static str {
        if self.outward { self.relation.outward() } else { self.relation.inward() }
    }

    /// Whether two arcs of one entity belong under one heading.
    pub fn same_group(&self, other: &Self) -> bool {
        self.relation == other.relation && (self.outward == other.outward || self.relation.symmetric())
    }
}
