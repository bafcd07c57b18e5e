//! Every word of every name: what a misspelt word may have meant.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::fold::Folded;
use super::words::mask;
use crate::dataset::spelling::distance;

/// The words by their folded form. Nothing that is handed out depends on the order of the map.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: HashMap<Box<str>, Known>,
}

#[derive(Debug)]
struct Known {
    /// The word as a name has it.
    shown: Box<str>,
    /// How often it occurs in names.
    times: u32,
    letters: u32,
    mask: u64,
}

/// A word that is spelt nearly like another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near<'v> {
    /// Wrong letters.
    pub(super) steps: usize,
    /// The word, folded.
    pub(super) folded: &'v str,
    /// The word as a name has it.
    pub(super) shown: &'v str,
}

/// A word with fewer letters is not kept.
const LEAST: usize = 3;
/// A typed word with fewer letters is too near to too many others.
const SHORTEST: usize = 4;
/// From this length on, two letters may be wrong.
const LONG: usize = 9;
/// So many spellings are tried at most.
const MOST: usize = 6;

impl Vocabulary {
    /// Takes in the words of a name.
    pub(super) fn add(&mut self, name: &str, folded: &Folded) {
        let mut at = 0;
        for word in folded.text.split(' ') {
            let letters = word.chars().count();
            let ends = (folded.from.get(at), folded.from.get(at + letters.max(1) - 1));
            at += letters + 1;
            if let Some(known) = self.words.get_mut(word) {
                known.times += 1;
            } else if let (LEAST.., (Some(&first), Some(&last))) = (letters, ends) {
                let shown = part(name, first as usize, last as usize + 1).into();
                let known = Known { shown, times: 1, letters: letters as u32, mask: mask(word) };
                self.words.insert(word.into(), known);
            }
        }
    }

    /// Whether some word begins like this.
    pub(super) fn begins(&self, start: &str) -> bool {
        self.words.keys().any(|word| word.starts_with(start))
    }

    /// The words nearest to this one, nearest first, among equals the commonest; also those that only
    /// begin nearly like it.
    pub(super) fn near(&self, word: &str) -> Vec<Near<'_>> {
        let typed = Typed { word, letters: word.chars().count(), mask: mask(word) };
        if typed.letters < SHORTEST {
            return Vec::new();
        }
        let mut near: Vec<_> = self
            .words
            .iter()
            .filter_map(|(folded, known)| {
                let (steps, begun) = typed.steps(folded, known)?;
                Some(((steps, begun, Reverse(known.times), &**folded), &*known.shown))
            })
            .collect();
        near.sort_unstable();
        let near = near.into_iter().take(MOST);
        near.map(|((steps, _, _, folded), shown)| Near { steps, folded, shown }).collect()
    }
}

/// A word as somebody typed it.
struct Typed<'t> {
    word: &'t str,
    letters: usize,
    mask: u64,
}

impl Typed<'_> {
    /// Wrong letters, and whether the known word is longer and only begins nearly like the typed one.
    ///
    /// The masks tell most words apart before any letter is compared.
    fn steps(&self, folded: &str, known: &Known) -> Option<(usize, bool)> {
        let limit = if self.letters < LONG { 1 } else { 2 };
        let near = |mask: u64, limit: usize| {
            (self.mask & !mask).count_ones() as usize <= limit
                && (mask & !self.mask).count_ones() as usize <= limit
        };
        let possible = self.letters.abs_diff(known.letters as usize) <= limit && near(known.mask, limit);
        if let Some(steps) = possible.then(|| distance(self.word, folded, limit)).flatten() {
            return Some((steps, false));
        }
        if self.letters <= SHORTEST || (known.letters as usize) <= self.letters {
            return None;
        }
        // A letter too many, as many, or one too few before the rest.
        let ends = folded.char_indices().map(|(at, _)| at).skip(self.letters - 1).take(3);
        let begun = ends.map(|end| &folded[..end]).filter(|start| near(mask(start), 1));
        begun.filter_map(|start| distance(self.word, start, 1)).min().map(|steps| (steps, true))
    }
}

/// Some letters of a name.
fn part(name: &str, first: usize, end: usize) -> &str {
    if name.is_ascii() {
        return name.get(first..end).unwrap_or_default();
    }
    let byte = |letter: usize| name.char_indices().nth(letter).map_or(name.len(), |(at, _)| at);
    &name[byte(first)..byte(end)]
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn the_nearest_words_come_first_as_they_are_written() {
        let mut vocabulary = Vocabulary::default();
        for name in
            ["Europa Clipper", "European Space Agency", "European Commission", "Josef Aschbacher", "François"]
        {
            vocabulary.add(name, &fold(name));
        }
        for (word, shown) in [
            ("aschbahcer", &["Aschbacher"][..]),
            ("aschbahc", &["Aschbacher"]),
            ("europan", &["European", "Europa"]),
            ("agency", &["Agency"]),
            ("fracois", &["François"]),
            ("esa", &[]),
        ] {
            let near: Vec<&str> = vocabulary.near(word).iter().map(|near| near.shown).collect();
            assert_eq!(near, shown, "{word}");
        }
    }
}
