//! Every word of every name, once: what a misspelt word may have meant.

use std::collections::BTreeMap;

use super::words::mask;
use crate::dataset::spelling::distance;

/// The words, sorted.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    folded: Box<str>,
    /// The word as a name has it.
    shown: Box<str>,
    letters: usize,
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

/// A word with fewer letters is too near to too many others.
const SHORTEST: usize = 4;
/// From this length on, two letters may be wrong.
const LONG: usize = 9;
/// So many spellings are tried at most.
const MOST: usize = 6;

impl Vocabulary {
    /// From folded words and the way they are written.
    pub(super) fn new(words: BTreeMap<Box<str>, Box<str>>) -> Self {
        let words = words.into_iter().map(|(folded, shown)| {
            let letters = folded.chars().count();
            Known { mask: mask(&folded), letters, folded, shown }
        });
        Self { words: words.filter(|word| word.letters >= SHORTEST - 1).collect() }
    }

    /// The words nearest to this one, nearest first; also those that only begin nearly like it.
    pub(super) fn near(&self, word: &str) -> Vec<Near<'_>> {
        let letters = word.chars().count();
        if letters < SHORTEST {
            return Vec::new();
        }
        let limit = if letters < LONG { 1 } else { 2 };
        let typed = mask(word);
        let mut near: Vec<(usize, bool, Near<'_>)> = Vec::new();
        for known in &self.words {
            if (typed & !known.mask).count_ones() as usize > limit || known.letters + limit < letters {
                continue;
            }
            let whole = distance(word, &known.folded, limit);
            let begun = || begins(word, letters, known, limit);
            if let Some((steps, part)) = whole.map(|steps| (steps, false)).or_else(|| Some((begun()?, true)))
            {
                near.push((steps, part, Near { steps, folded: &known.folded, shown: &known.shown }));
            }
        }
        near.sort_by(|a, b| (a.0, a.1, a.2.folded).cmp(&(b.0, b.1, b.2.folded)));
        near.into_iter().map(|(_, _, near)| near).take(MOST).collect()
    }
}

/// Wrong letters if the known word is only begun.
fn begins(word: &str, letters: usize, known: &Known, limit: usize) -> Option<usize> {
    if letters <= SHORTEST || known.letters <= letters + limit {
        return None;
    }
    let ends = known.folded.char_indices().map(|(at, _)| at);
    ends.skip(letters - 1).take(3).filter_map(|end| distance(word, &known.folded[..end], 1)).min()
}
