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

/// All files that were read.
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<File>);

impl Files {
    /// Adds a file and gives its number.
    pub fn add(&mut self, file: File) -> u32 {
        self.0.push(file);
        self.0.len() as u32 - 1
    }

    /// A file by its number.
    pub fn get(&self, number: u32) -> Option<&File> {
        self.0.get(number as usize)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The layer a place belongs to.
    pub fn layer(&self, place: Place) -> usize {
        self.get(place.file).map_or(0, |file| file.layer)
    }

    /// Where a word is written, or `around` if the word was not read as it stands.
    pub fn locate(&self, word: &Word, around: Place) -> Place {
        let own = around.file as usize;
        let likely = self.0.get(own).map(|file| (own, file));
        let others = self.0.iter().enumerate();
        for (number, file) in likely.into_iter().chain(others) {
            let start = word.address().wrapping_sub(file.text.as_ptr().addr());
            if start < file.text.len() {
                let end = start + word.len();
                return Place { file: number as u32, start: start as u32, end: end as u32 };
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
