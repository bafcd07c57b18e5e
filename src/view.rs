//! Questions: one view a file, one table of all. A view is pure: the same atlas and the same lens give
//! the same figure.

pub mod address;
pub mod entity;
pub mod lens;
pub mod list;
mod network;
pub mod phrase;
#[cfg(test)]
mod sample;
pub mod sources;
pub mod stances;
pub mod timeline;
pub mod words;
pub mod years;

use std::ops::RangeInclusive;

use crate::atlas::Atlas;
use crate::figure::Figure;

pub use address::Address;
pub use lens::{Lens, Sort};
pub use network::Network;

/// A question that is put to the atlas.
pub trait View: Sync {
    /// Its name: the subcommand, the palette entry, the file name of its exports.
    fn name(&self) -> &'static str;

    /// The question it answers, in one line.
    fn doc(&self) -> &'static str;

    /// How many entities it looks at.
    fn takes(&self) -> RangeInclusive<usize>;

    /// The answer.
    ///
    /// With fewer entities than it takes it says so in [`Figure::empty`]; it never fails.
    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure;
}

/// All views, in the order of the tabs.
pub const VIEWS: &[&dyn View] =
    &[&list::List, &entity::Dossier, &Network, &timeline::Timeline, &stances::Stances, &sources::Sources];

/// The view with this name.
pub fn find(name: &str) -> Option<&'static dyn View> {
    VIEWS.iter().copied().find(|view| view.name() == name)
}
