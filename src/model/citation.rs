//! A pointer into a source: which publication, and where in it.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::word::Word;

/// Names a source by its identifier and, where it helps the reader, the place or the words in it.
///
/// Written as the bare identifier, `"esa-smile-2019"`, or with a locator or a quote:
/// `(source: "esa-smile-2019", at: "p. 4", quote: "…")`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Identifier of the source.
    pub source: Word,
    /// Where in the source: a page, a paragraph, a table.
    pub at: Option<Word>,
    /// A few words of the source, verbatim.
    pub quote: Option<Word>,
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.at.is_none() && self.quote.is_none() {
            return self.source.serialize(serializer);
        }
        let fields = 1 + usize::from(self.at.is_some()) + usize::from(self.quote.is_some());
        let mut out = serializer.serialize_struct("Citation", fields)?;
        out.serialize_field("source", &self.source)?;
        if let Some(at) = &self.at {
            out.serialize_field("at", at)?;
        }
        if let Some(quote) = &self.quote {
            out.serialize_field("quote", quote)?;
        }
        out.end()
    }
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Citation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a source, or (source: \"id\", at: \"p. 4\", quote: \"…\")")
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Citation, E> {
                let source = Word::deserialize(de::value::BorrowedStrDeserializer::new(text))?;
                Ok(Citation { source, ..Citation::default() })
            }

            fn visit_str<E>(self, text: &str) -> Result<Citation, E> {
                Ok(Citation { source: text.into(), ..Citation::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Citation, A::Error> {
                let mut citation = Citation::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "source" => citation.source = map.next_value()?,
                        "at" => citation.at = Some(map.next_value()?),
                        "quote" => citation.quote = Some(map.next_value()?),
                        other => {
                            return Err(de::Error::unknown_field(other, &["source", "at", "quote"]));
                        }
                    }
                }
                if citation.source.is_empty() {
                    return Err(de::Error::missing_field("source"));
                }
                Ok(citation)
            }
        }

        deserializer.deserialize_any(Reader)
    }
}
