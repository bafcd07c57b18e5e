//! From files to records: reads RON, remembers where everything was written, and says everything that
//! is wrong with it in one go.
//!
//! Reading never fails as a whole. It gives the records that could be read and a list of
//! [`Diagnostic`]s; whoever asked decides whether to go on.

pub mod bundle;
mod claim;
pub mod diagnostic;
mod folder;
mod form;
mod load;
pub mod location;
mod mend;
mod outline;
mod overlay;
mod parsed;
pub mod read;
pub mod release;
pub mod rule;
mod salvage;
mod single;
pub mod spelling;
mod split;
mod spot;
mod syntax;
pub mod thin;
mod token;
mod unbalanced;

use crate::model::kind::Kind;
pub use crate::model::manifest::Manifest;
use crate::model::record::Record;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

pub use diagnostic::{Diagnostic, Severity};
pub use location::{Files, Place};
pub use read::{Input, read};
pub use release::Released;
pub use thin::{Support, Thin};

/// An entity with its kind and its place in the files.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its kind, given by the folder.
    pub kind: Kind,
    /// The record as written.
    pub record: Record,
    /// Where the record stands.
    pub place: Place,
    /// Where records of later layers stand that added to it.
    pub added: Vec<Place>,
    /// Whether a part of it could not be read and is left out.
    pub partial: bool,
}

impl Entry {
    /// Where the record stands that came last.
    fn latest(&self) -> Place {
        self.added.last().copied().unwrap_or(self.place)
    }
}

/// A stance or a source with its place in the files.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    /// The record as written.
    pub record: T,
    /// Where it stands.
    pub place: Place,
}

/// Everything that was read, in the order of the files.
#[derive(Debug, Default)]
pub struct Dataset {
    /// What the dataset says of itself.
    pub manifest: Manifest,
    /// Entities of all kinds.
    pub entries: Vec<Entry>,
    /// Stances.
    pub stances: Vec<Placed<StanceRecord>>,
    /// Sources.
    pub sources: Vec<Placed<SourceRecord>>,
    /// Records of what releases held, the earliest first.
    pub releases: Vec<Released>,
    /// Identifiers of records that could not be read, so that nobody complains of them twice.
    pub unread: Vec<String>,
    /// Whether something of the files is left out, so that what seems to be missing may just be unread.
    pub partial: bool,
    /// The texts, for saying where something is written.
    pub files: Files,
}
