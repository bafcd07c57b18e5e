//! The nouns of the atlas, and nothing else: identifiers, dates, closed vocabularies and the records
//! as they are written in the data files. No file is opened here and no graph is known here.

pub mod citation;
pub mod date;
pub mod kind;
pub mod manifest;
pub mod milestone;
pub mod position;
pub mod record;
pub mod relation;
pub mod source;
pub mod stance;
pub mod standing;
pub mod vocabulary;
pub mod word;
