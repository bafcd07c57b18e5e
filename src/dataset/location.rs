//! Files and places in them.

use std::borrow::Cow;

use crate::model::word::Word;

/// A stretch of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Number of the file in [`Files`].
    pub file: u32,
    /// Byte at which it starts.
    pub start: u32,
    /// Byte after its end.
    pub end: u32,
}

/// A file that was read, with its text.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name as shown: the folder that was given, and the path below it.
    pub name: String,
    /// Its whole text; empty if it could not be read.
    pub text: Cow<'static, str>,
    /// The layer it came in with: 0 for the bundled data, then one a folder.
    pub layer: usize,
}

/// A line and a column as an editor shows them, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Place {
    /// A file as such, no place in it.
    pub const fn whole(file: u32) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// Whether it is a file as such.
    pub const fn is_whole(self) -> bool {
        self.end == 0
    }
}

/// All files that were read.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<File>,
    /// Copies of records, with blanks in them for what could not be used, and where the records stand.
    copies: Vec<(String, Place)>,
}

impl Files {
    /// Adds a file and gives its number.
    pub fn add(&mut self, file: File) -> u32 {
        self.files.push(file);
        self.files.len() as u32 - 1
    }

    /// Keeps a copy of a record from which words were read, byte for byte as long as the record.
    pub(super) fn add_copy(&mut self, text: String, place: Place) {
        self.copies.push((text, place));
    }

    /// A file by its number.
    pub fn get(&self, number: u32) -> Option<&File> {
        self.files.get(number as usize)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The layer a place belongs to.
    pub fn layer(&self, place: Place) -> usize {
        self.get(place.file).map_or(0, |file| file.layer)
    }

    /// Where a word is written, or `around` if the word was not read as it stands.
    pub fn locate(&self, word: &Word, around: Place) -> Place {
        let within = |text: &str| {
            let start = word.address().wrapping_sub(text.as_ptr().addr());
            (start < text.len()).then_some(start as u32)
        };
        let found = |file: u32, start: u32| Place { file, start, end: start + word.len() as u32 };
        let numbers = std::iter::once(around.file).chain(0..self.files.len() as u32);
        for number in numbers {
            if let Some(start) = self.get(number).and_then(|file| within(&file.text)) {
                return found(number, start);
            }
        }
        for (text, record) in &self.copies {
            if let Some(start) = within(text) {
                return found(record.file, record.start + start);
            }
        }
        around
    }

    /// Line and column of the start of a place.
    pub fn line_column(&self, place: Place) -> LineColumn {
        let text = self.get(place.file).map_or("", |file| &file.text);
        let before = text.get(..place.start as usize).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        LineColumn {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// A place as people and editors write it: `missions/smile.ron:41`.
    pub fn show(&self, place: Place) -> String {
        let name = self.get(place.file).map_or("", |file| &file.name);
        format!("{name}:{}", self.line_column(place).line)
    }

    /// The line on which a place starts, without its line break.
    pub fn line(&self, place: Place) -> &str {
        let text = self.get(place.file).map_or("", |file| &*file.text);
        let start = (place.start as usize).min(text.len());
        let Some(before) = text.get(..start) else {
            return "";
        };
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        text[line_start..].lines().next().unwrap_or("")
    }
}
