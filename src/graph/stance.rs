//! What was said, what happened, and where it was published.

use super::claim::Claim;
use super::id::EntityId;
use crate::model::date::{Date, Day};
use crate::model::milestone::MilestoneRecord;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

/// A dated position of somebody on something.
#[derive(Debug)]
pub struct Stance {
    /// Who holds it.
    pub holder: EntityId,
    /// The body for which the holder spoke.
    pub body: Option<EntityId>,
    /// What it is about.
    pub about: EntityId,
    /// Toward whom.
    pub toward: Option<EntityId>,
    /// When.
    pub on: Date,
    /// Its grounds.
    pub claim: Claim,
    /// The stance as written.
    pub record: StanceRecord,
}

impl Stance {
    /// Whose position it shows: the body spoken for, or the holder.
    pub fn actor(&self) -> EntityId {
        self.body.unwrap_or(self.holder)
    }

    /// First day it can have been said.
    pub fn day(&self) -> Day {
        self.on.first().unwrap_or(Day(i32::MIN))
    }
}

/// A dated event of an entity.
#[derive(Debug)]
pub struct Milestone {
    /// The entity.
    pub entity: EntityId,
    /// When it happened or was said.
    pub on: Date,
    /// The date then expected.
    pub expected: Option<Date>,
    /// Its grounds.
    pub claim: Claim,
    /// The event as written.
    pub record: MilestoneRecord,
}

/// A publication.
#[derive(Debug)]
pub struct Source {
    /// When it was published.
    pub published: Option<Date>,
    /// The source as written.
    pub record: SourceRecord,
}

impl Source {
    /// Identifier in the dataset.
    pub fn id(&self) -> &str {
        &self.record.id
    }

    /// Publisher, title, date, as a footnote has them, without the address.
    pub fn reference(&self) -> String {
        let mut out = String::new();
        if let Some(author) = &self.record.author {
            out += author;
            out += ", ";
        }
        out += &format!("“{}”, {}", self.record.title, self.record.publisher);
        if let Some(seen_at) = &self.record.seen_at {
            out += &format!(" (read at {seen_at})");
        }
        if let Some(published) = self.published {
            out += &format!(", {published}");
        }
        out
    }
}
