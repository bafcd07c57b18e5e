//! A node of the graph.

use super::claim::Claim;
use super::id::EntityId;
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::record::Record;

/// An entity: its record without the ties and milestones, which are in tables of their own.
#[derive(Debug)]
pub struct Entity {
    /// What sort of thing it is.
    pub kind: Kind,
    /// The record as written; its lists of ties and milestones are empty.
    pub record: Record,
    /// The state it belongs to.
    pub country: Option<EntityId>,
    /// Topics it touches.
    pub topics: Vec<EntityId>,
    /// From when to when it exists.
    pub during: Option<Date>,
    /// First day on which there is a trace of it. For what is built or run that is long before it flies:
    /// the earliest of its dates, milestones and ties. `None`: undated.
    pub traced: Option<Day>,
    /// The short name with the country, where a body of another country has the same: "ISA (IR)".
    pub told_apart: Option<Box<str>>,
    /// Grounds of name, dates and summary.
    pub claim: Claim,
    /// Grounds of the disputed values, in the order of the record.
    pub disputes: Vec<Claim>,
}

impl Entity {
    /// Identifier in the dataset.
    pub fn id(&self) -> &str {
        &self.record.id
    }

    /// Full name.
    pub fn name(&self) -> &str {
        &self.record.name
    }

    /// Short name, or the full one where there is none; with the country where it would be another's as well.
    pub fn short(&self) -> &str {
        self.told_apart.as_deref().unwrap_or_else(|| self.given())
    }

    /// Short name as written.
    pub fn given(&self) -> &str {
        self.record.short.as_ref().map_or(self.name(), |short| short)
    }

    /// The letters of a state: "IR" of `state-ir`; its short name where its id has none.
    pub fn code(&self) -> String {
        match self.id().strip_prefix("state-") {
            Some(letters) if letters.len() < 4 => letters.to_uppercase(),
            _ => self.given().to_owned(),
        }
    }

    /// What it is, in one or two sentences.
    pub fn summary(&self) -> &str {
        &self.record.summary
    }

    /// The town of its seat, as written.
    pub fn town(&self) -> Option<&str> {
        self.record.seat.as_ref()?.place.as_deref()
    }

    /// Every name people may search for: short, full, other scripts, former, other spellings.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        let record = &self.record;
        record
            .short
            .iter()
            .chain([&record.name])
            .chain(record.names.iter().map(|name| &name.text))
            .chain(&record.aliases)
            .map(|word| &**word)
    }
}
