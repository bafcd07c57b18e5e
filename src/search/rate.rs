//! How well one word matches one key.
//!
//! Where a word stands says more than how its letters lie: a whole name beats the start of a name, that
//! beats the start of a word in it, and only then come initials, the middle of a word and scattered
//! letters. The steps are far apart so that nothing else can lift one over the next.

use super::fold::is_unspaced;

/// The word is the whole key.
pub(super) const EXACT: u32 = 1000;
/// The key starts with the word.
pub(super) const KEY_START: u32 = 700;
/// A word of the key starts with the word.
pub(super) const WORD_START: u32 = 500;
/// Added where the word does not end in the middle of one. A lone letter is still being typed.
pub(super) const WHOLE_WORD: u32 = 60;
/// The word is made of the initials of the name.
pub(super) const INITIALS: u32 = 450;
/// The first of its initials.
pub(super) const SOME_INITIALS: u32 = 400;
/// The word stands inside a word of the key.
pub(super) const MIDDLE: u32 = 300;
/// The word is spelt nearly like a word of the key; the place of that word adds a little.
pub(super) const MISSPELT: u32 = 240;
/// By how much the rating of the right spelling is divided to be added.
pub(super) const MISSPELT_SHARE: u32 = 20;
/// What every wrong letter costs.
pub(super) const WRONG_LETTER: u32 = 20;
/// Added where all words, as typed, stand side by side.
pub(super) const PHRASE: u32 = 200;
/// Added where one name holds all words.
pub(super) const ONE_NAME: u32 = 100;

/// What a key was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Id,
    Short,
    Full,
    Other,
    Former,
    Roman,
    Closed,
    Initials,
}

impl Origin {
    /// Where two entities have the same name, the lower class has it by better right.
    pub(super) const fn class(self) -> u8 {
        match self {
            Self::Id => 0,
            Self::Short | Self::Full => 1,
            Self::Other => 2,
            Self::Former => 3,
            Self::Roman | Self::Closed | Self::Initials => 4,
        }
    }

    /// What a match by such a key is worth less than one by the name people see.
    pub(super) const fn discount(self) -> u32 {
        match self {
            Self::Short | Self::Full | Self::Initials => 0,
            Self::Other => 3,
            Self::Closed => 5,
            Self::Former => 6,
            Self::Id => 8,
            // Vowels and tones are lost: one spelling may be many names.
            Self::Roman => 40,
        }
    }
}

/// Where a word stands in a key: its rating and the byte at which it begins.
pub(super) fn literal(key: &str, origin: Origin, word: &str) -> Option<(u32, usize)> {
    let (step, at) = match origin {
        Origin::Initials => (initials(key, word)?, 0),
        _ => place(key, word)?,
    };
    Some((step.saturating_sub(origin.discount()), at))
}

fn initials(key: &str, word: &str) -> Option<u32> {
    match word.len() {
        _ if key == word => Some(INITIALS),
        3.. if key.starts_with(word) => Some(SOME_INITIALS),
        _ => None,
    }
}

fn place(key: &str, word: &str) -> Option<(u32, usize)> {
    let mut best = None;
    for (at, _) in key.match_indices(word) {
        let end = at + word.len();
        let whole = if ends_word(key, end) && (word.len() > 1 || word < "a") { WHOLE_WORD } else { 0 };
        let step = match key[..at].chars().next_back() {
            None if end == key.len() => EXACT,
            None => KEY_START + whole,
            Some(before) if is_gap(before) || starts_unspaced(word) => WORD_START + whole,
            Some(before) if can_be_inside(before, word) => MIDDLE,
            Some(_) => continue,
        };
        if best.is_none_or(|(rating, _)| step > rating) {
            best = Some((step, at));
        }
    }
    best
}

fn ends_word(key: &str, end: usize) -> bool {
    key[end..].chars().next().is_none_or(is_gap)
}

fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\'')
}

fn starts_unspaced(word: &str) -> bool {
    word.chars().next().is_some_and(is_unspaced)
}

/// One or two letters are in the middle of everything, and the 6 of "16" is no 6.
fn can_be_inside(before: char, word: &str) -> bool {
    let digits = before.is_ascii_digit() && word.starts_with(|letter: char| letter.is_ascii_digit());
    !digits && (word.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_word_decides() {
        for (key, word, rating) in [
            ("esa", "esa", Some(EXACT)),
            ("esa council", "esa", Some(KEY_START + WHOLE_WORD)),
            ("esac", "esa", Some(KEY_START)),
            ("draft esa council", "esa", Some(WORD_START + WHOLE_WORD)),
            ("mesa", "esa", Some(MIDDLE)),
            ("s somanath", "s", Some(KEY_START)),
            ("shenzhou 6", "6", Some(WORD_START + WHOLE_WORD)),
            ("russia", "us", None),
            ("shenzhou 16", "6", None),
            ("centre national d'etudes", "etudes", Some(WORD_START + WHOLE_WORD)),
            ("中国国家航天局", "国家", Some(WORD_START)),
        ] {
            assert_eq!(place(key, word).map(|(rating, _)| rating), rating, "{word:?} in {key:?}");
        }
        assert_eq!(literal("esa", Origin::Initials, "esa"), Some((INITIALS, 0)));
        assert_eq!(literal("esa", Origin::Initials, "es"), None);
    }
}
