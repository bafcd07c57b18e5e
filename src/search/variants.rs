//! Other ways to write a name: closed up, or as initials.

use super::fold::Folded;

/// Words that initials often leave out.
const SMALL: [&str; 24] = [
    "of", "the", "for", "and", "on", "in", "to", "at", "a", "an", "d", "l", "de", "la", "le", "les", "du",
    "des", "et", "und", "fur", "der", "del", "y",
];

/// No small word is longer.
const LONGEST_SMALL: usize = 3;

/// The name without apostrophes, and a short one with a number also without blanks: "change 6", "change6".
pub(super) fn closed(folded: &Folded) -> Vec<Folded> {
    const LONGEST: usize = 24;
    let mut forms = Vec::new();
    if folded.text.contains('\'') {
        forms.push(folded.without(|letter| letter == '\''));
    }
    let numbered = folded.text.contains(|letter: char| letter.is_ascii_digit());
    if numbered && folded.text.len() <= LONGEST && folded.text.contains(' ') {
        forms.push(folded.without(|letter| matches!(letter, ' ' | '\'')));
    }
    forms
}

/// The first letters of the words, numbers whole; nothing for a name of one word.
pub(super) fn initials(folded: &Folded, leave_out: bool) -> Folded {
    let mut out = Folded::default();
    let mut words = 0;
    let mut at = 0;
    for word in folded.text.split([' ', '\'']) {
        let number = word.bytes().all(|byte| byte.is_ascii_digit());
        if !(leave_out && word.len() <= LONGEST_SMALL && SMALL.contains(&word)) {
            words += usize::from(!word.is_empty());
            let take = if number { word.len() } else { 1 };
            for (offset, letter) in word.chars().take(take).enumerate() {
                out.text.push(letter);
                out.from.extend(folded.from.get(at + offset));
            }
        }
        at += word.chars().count() + 1;
    }
    if words < 2 { Folded::default() } else { out }
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn initials_leave_small_words_out_or_not() {
        let name = fold("Centre national d’études spatiales");
        assert_eq!(initials(&name, true).text, "cnes");
        assert_eq!(initials(&name, false).text, "cndes");
        assert_eq!(initials(&fold("Chang'e-16"), true).text, "ce16");
        assert_eq!(initials(&fold("Roscosmos"), true).text, "");
    }

    #[test]
    fn names_with_apostrophes_and_numbers_close_up() {
        let texts = |name| closed(&fold(name)).into_iter().map(|form| form.text).collect::<Vec<_>>();
        assert_eq!(texts("Chang’e-6"), ["change 6", "change6"]);
        assert_eq!(texts("Shenzhou 15"), ["shenzhou15"]);
        assert!(texts("Roscosmos").is_empty());
    }
}
