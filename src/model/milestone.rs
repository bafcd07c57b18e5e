//! A dated event in the life of an entity.

use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::standing::{Confidence, Rank};
use super::word::Word;

crate::vocabulary! {
    /// What happened.
    pub enum MilestoneKind {
        /// Put forward.
        Proposed = "proposed",
        /// Chosen among others.
        Selected = "selected",
        /// Agreed or approved.
        Agreed = "agreed",
        /// Signed.
        Signed = "signed",
        /// A date was announced.
        Scheduled = "scheduled",
        /// A later date was announced.
        Delayed = "delayed",
        /// Left the ground.
        Launched = "launched",
        /// Docked to a station or spacecraft.
        Docked = "docked",
        /// Done; for a treaty, entered into force.
        Completed = "completed",
        /// Given up.
        Cancelled = "cancelled",
        /// Halted.
        Suspended = "suspended",
        /// Somebody left.
        Withdrew = "withdrew",
        /// Made known.
        Announced = "announced",
        /// Crews or staff trained together.
        Trained = "trained",
        /// Landed.
        Landed = "landed",
        /// Came to its end.
        Ended = "ended",
    }
}

/// An event as written in the record of its entity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneRecord {
    /// When it happened, or when it was said.
    pub on: Word,
    /// What sort of event.
    pub kind: MilestoneKind,
    /// What happened, in our own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Word>,
    /// The date that was then expected for the launch or the act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Word>,
    /// How the date was read, where that needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Word>,
    /// How sure we are; medium if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Standing among contradicting claims.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// Why it has that rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Word>,
    /// What it rests on.
    #[serde(default)]
    pub sources: Vec<Citation>,
}
