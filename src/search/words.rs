//! The words of a search, cut apart and folded.

use super::fold::{fold, romanise};

/// One word, or one phrase in quotes.
#[derive(Debug)]
pub(super) struct Term {
    /// The ways to write it, the best first.
    pub(super) forms: Vec<Form>,
    /// Whether it must stand as it is.
    pub(super) exact: bool,
    /// Whether its letters may lie scattered. Nobody has such a word, so something else is meant.
    pub(super) loose: bool,
    /// The words that may be meant, if it is loose.
    pub(super) respelt: Vec<Form>,
}

/// A folded way to write a word.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) text: String,
    pub(super) mask: u64,
    /// What a match by this form is worth less than one by the word as it was typed.
    pub(super) discount: u32,
}

/// By how much a match in Latin letters is worth less where others were typed.
const ROMANISED: u32 = 100;

/// What was typed: words to find in any order, and words that must not be there.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) wanted: Vec<Term>,
    pub(super) unwanted: Vec<Term>,
    /// The wanted words as they were typed, as one; the same as the only term if there is one.
    pub(super) phrase: Option<Term>,
}

impl Words {
    /// Cuts a text at its blanks, except inside double quotes; a `-` in front of a word excludes it.
    pub(super) fn parse(text: &str) -> Self {
        let mut words = Self::default();
        let mut phrase = Vec::new();
        for token in tokens(text) {
            let list = if token.minus { &mut words.unwanted } else { &mut words.wanted };
            let before = list.len();
            if token.quoted {
                list.extend(Term::new(&token.text, true));
            } else {
                // A hyphen inside a word separates as a blank does.
                let folded = fold(&token.text).text;
                list.extend(folded.split(' ').filter_map(|word| Term::new(word, false)));
            }
            if !token.minus && list.len() > before {
                phrase.push(token.text);
            }
        }
        words.phrase = Term::new(&phrase.join(" "), true);
        words
    }
}

impl Term {
    fn new(text: &str, exact: bool) -> Option<Self> {
        let mut forms = vec![Form::new(fold(text).text, 0)?];
        let plain: String = forms[0].text.chars().filter(|&letter| letter != '\'').collect();
        if plain != forms[0].text {
            forms.extend(Form::new(plain, 0));
        }
        forms.extend(romanise(text).and_then(|roman| Form::new(roman.text, ROMANISED)));
        Some(Self { forms, exact, loose: false, respelt: Vec::new() })
    }
}

impl Form {
    /// A form; `None` if there is nothing in it.
    pub(super) fn new(text: String, discount: u32) -> Option<Self> {
        (!text.is_empty()).then(|| Self { mask: mask(&text), text, discount })
    }
}

/// Which letters a folded text has: a bit for each of a–z and 0–9, the other scripts share the rest.
///
/// A text can hold another only if it has all of its bits.
pub(super) fn mask(text: &str) -> u64 {
    text.chars().fold(0, |mask, letter| mask | bit(letter))
}

fn bit(letter: char) -> u64 {
    match letter {
        ' ' | '\'' => 0,
        'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
        '0'..='9' => 1 << (26 + u32::from(letter) - u32::from('0')),
        _ => 1 << (36 + u32::from(letter) % 28),
    }
}

/// A piece of typed text between blanks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Whether a `-` stands in front.
    pub(super) minus: bool,
    /// Whether it begins with a quote.
    pub(super) quoted: bool,
    /// The text without minus and quotes.
    pub(super) text: String,
}

/// Cuts a text at blanks outside double quotes. A quote that is not closed runs to the end, so that half
/// a phrase can be typed.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let bare = rest.strip_prefix('-').filter(|bare| !bare.starts_with(['-', ' ']) && !bare.is_empty());
        let minus = bare.is_some();
        rest = bare.unwrap_or(rest);
        let quoted = rest.starts_with('"');
        let mut inside = false;
        let end = rest
            .char_indices()
            .find(|&(_, letter)| {
                inside ^= letter == '"';
                !inside && letter.is_whitespace()
            })
            .map_or(rest.len(), |(at, _)| at);
        tokens.push(Token { minus, quoted, text: rest[..end].replace('"', "") });
        rest = rest[end..].trim_start();
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_blanks_and_hyphens_but_not_in_quotes() {
        let words = Words::parse("Chang’e-6 \"long march\" -cancelled");
        let texts =
            |terms: &[Term]| -> Vec<String> { terms.iter().map(|term| term.forms[0].text.clone()).collect() };
        assert_eq!(texts(&words.wanted), ["chang'e", "6", "long march"]);
        assert_eq!(texts(&words.unwanted), ["cancelled"]);
        assert_eq!(texts(words.phrase.as_slice()), ["chang'e 6 long march"]);
    }

    #[test]
    fn half_a_quote_and_lone_signs_do_no_harm() {
        assert_eq!(tokens("\"half a"), [Token { minus: false, quoted: true, text: "half a".into() }]);
        assert!(Words::parse(" - \"\" ?").wanted.is_empty());
        assert!(Words::parse("").phrase.is_none());
    }
}
