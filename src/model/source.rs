//! A publication on which claims rest.

use serde::{Deserialize, Serialize};

use super::word::Word;

crate::vocabulary! {
    /// What sort of publication a source is.
    pub enum SourceType {
        /// A page or paper of the agency, government or body itself.
        Official = "official",
        /// The text of a treaty, law or agreement.
        Treaty = "treaty",
        /// A newspaper, agency or trade publication.
        Press = "press",
        /// An encyclopedia or reference page.
        Encyclopedia = "encyclopedia",
        /// A scholarly paper or a book.
        Paper = "paper",
        /// A table, database or list.
        Dataset = "dataset",
    }
}

/// A source as written in `data/sources/`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRecord {
    /// Identifier, unique in the dataset.
    pub id: Word,
    /// Title as printed, or the first words of an untitled text.
    pub title: Word,
    /// Who published the text. For a copy: whose text it is.
    pub publisher: Word,
    /// Who wrote it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Word>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Word>,
    /// Language of the text, ISO 639-1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Word>,
    /// What sort of publication it is.
    #[serde(rename = "type")]
    pub kind: SourceType,
    /// Where a reader can open it. Left out where only an unsafe copy was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Word>,
    /// Who showed the copy that was read, if it was not the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Word>,
    /// Why little weight should be put on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weak: Option<Word>,
}
