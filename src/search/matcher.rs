//! The only file that knows `fuzzy-matcher`: letters in the right order, with gaps.
//!
//! The crate folds only ASCII case, knows no words and gives no bonus for short names, so it is asked
//! last and only about folded text. Its cache stays on: without it, it panics.

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Points that every letter must be worth, or the letters are too far apart to mean the name.
const FLOOR: i64 = 17;
/// What the matcher adds if the first letter begins a word; short words would live on that alone.
const FIRST_LETTER: i64 = 16;
/// Fewer letters are scattered over everything.
const SHORTEST: usize = 3;
/// The rating at the floor, and the most that scattered letters can earn.
const RATINGS: (u32, u32) = (100, 220);
/// What a point a letter adds. The steps are coarse, so that of two names that match about equally well
/// the better connected entity comes first.
const STEP: u32 = 15;

/// Scores scattered letters.
pub(super) struct Matcher(SkimMatcherV2);

impl Default for Matcher {
    fn default() -> Self {
        Self(SkimMatcherV2::default().ignore_case())
    }
}

impl Matcher {
    /// The rating; `None` if a letter is missing or they lie too far apart.
    pub(super) fn rating(&self, key: &str, word: &str) -> Option<u32> {
        let letters = word.chars().count();
        if letters < SHORTEST || !is_subsequence(word, key) {
            return None;
        }
        let above = (self.0.fuzzy_match(key, word)? - FIRST_LETTER) / letters as i64 - FLOOR;
        let above = u32::try_from(above).ok()?;
        Some((RATINGS.0 + above * STEP).min(RATINGS.1))
    }

    /// Which letters of the key matched.
    pub(super) fn places(&self, key: &str, word: &str) -> Vec<usize> {
        self.0.fuzzy_indices(key, word).map_or_else(Vec::new, |(_, places)| places)
    }
}

/// A cheap no before the costly yes.
fn is_subsequence(word: &str, key: &str) -> bool {
    let mut letters = key.chars();
    word.chars().all(|letter| letters.any(|other| other == letter))
}
