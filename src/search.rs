//! From what somebody types to what is meant: names to ranked hits, text to a query with filters.
//!
//! Names are folded once ([`fold`]), laid out in one arena ([`index`]) and compared word by word with
//! what was typed. Filters ([`key`] is their table) say yes or no to an entity, a link, a stance or a
//! milestone. This layer knows no screen and keeps no state between two questions.

mod admit;
mod compare;
pub mod complete;
pub mod facet;
pub mod filter;
mod fit;
#[cfg(test)]
mod fixture;
pub mod fold;
pub mod hit;
pub mod index;
pub mod key;
mod matcher;
pub mod query;
mod ranking;
mod rate;
pub mod resolve;
pub mod said;
pub mod sets;
mod suggest;
mod variants;
mod vocabulary;
mod words;

pub use facet::{Facet, facets};
pub use filter::{Filter, Test};
pub use hit::Hit;
pub use index::Index;
pub use key::{Key, Sort};
pub use query::{Query, QueryError};
pub use resolve::Unresolved;
pub use said::Found;
pub use sets::SetsError;
