//! What a search gives back.

use crate::graph::EntityId;

/// An entity that matches, with the name that did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entity.
    pub entity: EntityId,
    /// How well it matches; good only for comparing hits of one search.
    pub score: u32,
    /// The name that matched best, as it is written in the data.
    pub matched: String,
    /// The letters of `matched` to highlight, by index of character, ascending.
    pub marks: Vec<usize>,
}
