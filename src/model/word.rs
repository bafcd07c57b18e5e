//! A word of a data file that remembers where it was written.

use std::fmt;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// Text from a data file together with the address it was read from.
///
/// The address is a plain number. The holder of the file texts compares it with the ranges of its
/// texts to say `file:line:column`; nobody ever reads through it. Text that was built by the program,
/// or that was written with an escape and so had to be copied by the parser, has the address 0: it is
/// still the same word, only its place is that of the record around it.
#[derive(Clone)]
pub struct Word {
    text: Box<str>,
    address: usize,
}

impl Word {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where the text stood in memory when it was read; 0 if that is not known.
    pub fn address(&self) -> usize {
        self.address
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self { text: text.into(), address: 0 }
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self { text: text.into_boxed_str(), address: 0 }
    }
}

impl Default for Word {
    fn default() -> Self {
        Self::from("")
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Word {}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        &*self.text == other
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string in double quotes")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Word, E> {
                Ok(Word { text: text.into(), address: text.as_ptr().addr() })
            }

            fn visit_str<E>(self, text: &str) -> Result<Word, E> {
                Ok(Word::from(text))
            }
        }

        deserializer.deserialize_str(Reader)
    }
}
