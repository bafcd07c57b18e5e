//! A line of text with a caret.

use super::chord::{Chord, Key, Named};

/// Longest text that is taken; what is pasted beyond it is cut.
const LONGEST: usize = 256;

/// A line being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    text: String,
    /// Byte at which the next letter goes.
    caret: usize,
    /// Whether the first letter that is typed takes the place of all that is there.
    over: bool,
}

impl Edit {
    /// A line that already holds text, the caret behind it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, over: false }
    }

    /// A line that holds a text to be typed over: the first letter replaces it, any other key keeps it.
    pub fn over(text: impl Into<String>) -> Self {
        Self { over: true, ..Self::new(text) }
    }

    /// Whether the next letter takes the place of all that is there.
    pub fn is_over(&self) -> bool {
        self.over && !self.text.is_empty()
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and behind the caret.
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Puts text in at the caret; line breaks become blanks.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.over) {
            self.text.clear();
            self.caret = 0;
        }
        for letter in text.chars() {
            if self.text.chars().count() >= LONGEST {
                return;
            }
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            if letter.is_control() {
                continue;
            }
            self.text.insert(self.caret, letter);
            self.caret += letter.len_utf8();
        }
    }

    /// Takes a key; says whether it was one for a line of text.
    pub fn key(&mut self, chord: Chord) -> bool {
        if let Some(letter) = chord.typed() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        self.over = false;
        match chord.key {
            Key::Named(Named::Backspace) if chord.alt => self.drop_word(),
            Key::Named(Named::Backspace) => self.drop_before(),
            Key::Named(Named::Delete) => self.drop_after(),
            Key::Named(Named::Left) => self.caret = self.before(),
            Key::Named(Named::Right) => self.caret = self.after(),
            Key::Named(Named::Home) => self.caret = 0,
            Key::Named(Named::End) => self.caret = self.text.len(),
            Key::Char('a') if chord.ctrl => self.caret = 0,
            Key::Char('e') if chord.ctrl => self.caret = self.text.len(),
            Key::Char('h') if chord.ctrl => self.drop_before(),
            Key::Char('w') if chord.ctrl => self.drop_word(),
            Key::Char('u') if chord.ctrl => {
                self.text.drain(..self.caret);
                self.caret = 0;
            }
            _ => return false,
        }
        true
    }

    fn before(&self) -> usize {
        self.text[..self.caret].char_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.caret..].chars().next().map_or(self.caret, |letter| self.caret + letter.len_utf8())
    }

    fn drop_before(&mut self) {
        let from = self.before();
        self.text.drain(from..self.caret);
        self.caret = from;
    }

    fn drop_after(&mut self) {
        let to = self.after();
        self.text.drain(self.caret..to);
    }

    fn drop_word(&mut self) {
        let trimmed = self.text[..self.caret].trim_end();
        let from = trimmed.rfind(' ').map_or(0, |blank| blank + 1);
        self.text.drain(from..self.caret);
        self.caret = from;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_any_script_are_typed_and_taken_back() {
        let mut edit = Edit::new("微笑");
        edit.insert(" é\n");
        assert_eq!(edit.text(), "微笑 é ");
        edit.key(Chord::named(Named::Backspace));
        edit.key(Chord::named(Named::Backspace));
        edit.key(Chord { ctrl: true, ..Chord::char('a') });
        edit.key(Chord::named(Named::Delete));
        assert_eq!(edit.text(), "笑 ");
        edit.key(Chord::named(Named::End));
        edit.key(Chord { ctrl: true, ..Chord::char('w') });
        assert_eq!(edit.text(), "");
    }

    #[test]
    fn a_line_is_typed_over_or_kept() {
        let mut edit = Edit::over("smile");
        edit.key(Chord::char('e'));
        assert_eq!(edit.text(), "e");
        let mut edit = Edit::over("smile");
        edit.key(Chord::named(Named::End));
        edit.key(Chord::char('s'));
        assert_eq!(edit.text(), "smiles");
    }

    #[test]
    fn a_long_paste_is_cut() {
        let mut edit = Edit::default();
        edit.insert(&"x".repeat(9000));
        assert_eq!(edit.text().len(), LONGEST);
    }
}
