//! What a dataset says of itself.

use serde::{Deserialize, Serialize};

use super::word::Word;

/// What a dataset says of itself, in `atlas.ron`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Title of the dataset.
    pub title: Word,
    /// Version, by calendar: year, month, number.
    pub version: Word,
    /// The day up to which facts were looked for.
    pub as_of: Word,
    /// Licence of the facts.
    pub licence: Word,
    /// How to name it in a text.
    #[serde(default)]
    pub cite_as: Word,
    /// The entity with which the atlas opens.
    #[serde(default)]
    pub opens: Option<Word>,
    /// The topic on what is published of blocs.
    #[serde(default)]
    pub blocs: Option<Word>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self {
            title: "Untitled dataset".into(),
            version: "0".into(),
            as_of: "2026-11-22".into(),
            licence: "unknown".into(),
            cite_as: "".into(),
            opens: None,
            blocs: None,
        }
    }
}
