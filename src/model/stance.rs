//! A stance: somebody's dated position on a cooperation.

use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::position::Position;
use super::standing::{Confidence, Rank};
use super::word::Word;

/// A stance as written in `data/stances/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceRecord {
    /// Identifier, unique in the dataset.
    pub id: Word,
    /// Who holds it: a person, a body or a state.
    pub holder: Word,
    /// Office held when speaking, never today's.
    #[serde(default, rename = "as", skip_serializing_if = "Option::is_none")]
    pub office: Option<Word>,
    /// The body for which the holder spoke, where the office makes that plain.
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub body: Option<Word>,
    /// The attitude.
    pub position: Position,
    /// What it is about: an agreement, mission, programme, topic or body.
    pub about: Word,
    /// Toward whom, where that is narrower.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toward: Option<Word>,
    /// When it was said or shown.
    pub on: Word,
    /// What was said, in our own words.
    pub gist: Word,
    /// The holder's words, verbatim, at most 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Word>,
    /// Language of the quote, if it is not English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Word>,
    /// What would have to come true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conditions: Option<Word>,
    /// What a reader should know of the date or the wording.
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
