//! Questions: one view a file, one table of all. A view is pure: the same atlas and the same lens give
//! the same figure.

pub mod address;
mod blocs;
pub mod brief;
pub mod career;
pub mod changes;
pub mod compare;
pub mod conflicts;
pub mod dates;
pub mod entity;
pub mod gaps;
pub mod lens;
pub mod list;
pub mod map;
mod matrix;
mod network;
pub mod option;
mod overlap;
pub mod pair;
pub mod partners;
pub mod path;
pub mod phrase;
#[cfg(test)]
mod sample;
pub mod saved;
pub mod sieve;
pub mod sources;
pub mod stances;
pub mod stats;
pub mod timeline;
pub mod words;
pub mod years;

use std::ops::RangeInclusive;

use crate::atlas::Atlas;
use crate::figure::Figure;
use crate::graph::EntityId;

pub use address::Address;
pub use blocs::Blocs;
pub use lens::{Cells, Lack, Lens, Listed, Order, Show, Sort};
pub use map::Map;
pub use matrix::Matrix;
pub use network::Network;
pub use option::{Misread, Opt};
pub use overlap::Overlap;

/// A question that is put to the atlas.
pub trait View: Sync {
    /// Its name: the subcommand, the palette entry, the file name of its exports.
    fn name(&self) -> &'static str;

    /// The question it answers, in one line.
    fn doc(&self) -> &'static str;

    /// How many entities it looks at.
    fn takes(&self) -> RangeInclusive<usize>;

    /// What the entities are, for the help of the shell.
    fn focus_doc(&self) -> &'static str {
        "An id or a name: smile, ESA, \"Wolf Amendment\", 国家航天局"
    }

    /// What can be set on its lens beside [`option::ALWAYS`].
    fn options(&self) -> &'static [&'static Opt] {
        &[]
    }

    /// The orders that change something of what this lens shows, what comes by itself first.
    fn orders(&self, _atlas: &Atlas, _lens: &Lens) -> Vec<&'static str> {
        let order = self.options().iter().find(|option| [&option::SORT, &option::ORDER].contains(option));
        order.map_or(Vec::new(), |order| (order.choices)().into_iter().map(|(name, _)| name).collect())
    }

    /// Moves or scales what is seen. Says whether this view does that.
    fn shift(&self, _atlas: &Atlas, _lens: &mut Lens, _shift: Shift) -> bool {
        false
    }

    /// Shows what lies behind an entity, or hides it again. Says whether this view does that.
    fn unfold(&self, _atlas: &Atlas, _lens: &mut Lens, _entity: EntityId) -> bool {
        false
    }

    /// What else people call it, for the palette.
    fn also(&self) -> &'static [&'static str] {
        &[]
    }

    /// The answer.
    ///
    /// With fewer entities than it takes it says so in [`Figure::empty`]; it never fails.
    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure;
}

/// A movement of what is seen: along an axis, over a map, around a focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Closer: on a map, on an axis; in a network one step more.
    In,
    /// Farther away.
    Out,
    /// What lies left comes into sight.
    Left,
    /// What lies right comes into sight.
    Right,
    /// What lies above comes into sight.
    Up,
    /// What lies below comes into sight.
    Down,
}

/// The answer of a view, which says in its note what is not known at a date after the data ends, and, where
/// there is nothing, that two filters of one sort must both hold.
pub fn answer(view: &dyn View, atlas: &Atlas, lens: &Lens) -> Figure {
    let mut figure = view.figure(atlas, lens);
    if let (Some(empty), Some(both)) = (&mut figure.empty, lens.query.both())
        && !empty.contains(&both)
    {
        *empty += if empty.ends_with('.') { " " } else { ". " };
        *empty += &both;
    }
    if let Some(beyond) = lens.beyond(&atlas.graph) {
        figure.note += if figure.note.is_empty() { "" } else { " · " };
        figure.note += &beyond;
    }
    figure
}

/// Everything that can be set on the lens of a view.
pub fn options(view: &dyn View) -> impl Iterator<Item = &'static Opt> {
    option::ALWAYS.iter().chain(view.options()).copied()
}

/// The option that stands without its name behind a view. Where there is one, no entities stand there: what
/// they say, it says as well.
pub fn bare(view: &dyn View) -> Option<&'static Opt> {
    options(view).find(|option| option.bare)
}

/// All views, in the order of the tabs.
pub const VIEWS: &[&dyn View] = &[
    &list::List,
    &entity::Dossier,
    &Network,
    &timeline::Timeline,
    &stances::Stances,
    &sources::Sources,
    &pair::Pair,
    &path::Path,
    &Matrix,
    &Map,
    &Overlap,
    &partners::Partners,
    &compare::Compare,
    &changes::Changes,
    &Blocs,
    &conflicts::Conflicts,
    &gaps::Gaps,
    &brief::Brief,
    &stats::Stats,
];

/// The view with this name.
pub fn find(name: &str) -> Option<&'static dyn View> {
    VIEWS.iter().copied().find(|view| view.name() == name)
}
