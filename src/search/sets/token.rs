//! The pieces of a set expression: names and signs, each with its place.

use std::fmt;

/// A sign between names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    And,
    Or,
    Without,
    Open,
    Close,
}

/// A name or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The words of a name; one if it is in quotes.
    Name {
        words: Vec<String>,
        quoted: bool,
    },
    Sign(Sign),
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name { words, .. } => return f.write_str(&words.join(" ")),
            Self::Sign(Sign::And) => "&",
            Self::Sign(Sign::Or) => "|",
            Self::Sign(Sign::Without) => "-",
            Self::Sign(Sign::Open) => "(",
            Self::Sign(Sign::Close) => ")",
        })
    }
}

/// A piece, and the letter at which it begins, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) what: What,
}

const fn quote(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”')
}

/// Cuts a text; where a quote is not closed, gives its place.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, usize> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut here = 0;
    while let Some(&letter) = letters.get(here) {
        let at = here + 1;
        here += 1;
        if let Some(sign) = sign(&letters, here - 1) {
            tokens.push(Token { at, what: What::Sign(sign) });
        } else if quote(letter) {
            let close = letters[here..].iter().position(|&letter| quote(letter)).ok_or(at)?;
            let words = vec![letters[here..here + close].iter().collect()];
            tokens.push(Token { at, what: What::Name { words, quoted: true } });
            here += close + 1;
        } else if !letter.is_whitespace() {
            let rest = here..letters.len();
            let ends = |&place: &usize| {
                letters[place].is_whitespace() || quote(letters[place]) || sign(&letters, place).is_some()
            };
            let end = rest.into_iter().find(ends).unwrap_or(letters.len());
            let word: String = letters[here - 1..end].iter().collect();
            here = end;
            match tokens.last_mut() {
                Some(Token { what: What::Name { words, quoted: false }, .. }) => words.push(word),
                _ => tokens.push(Token { at, what: What::Name { words: vec![word], quoted: false } }),
            }
        }
    }
    Ok(tokens)
}

/// The sign at a place. A hyphen is one unless it stands between letters or digits.
fn sign(letters: &[char], place: usize) -> Option<Sign> {
    let inside = |place: Option<usize>| {
        place.and_then(|place| letters.get(place)).is_some_and(|letter| letter.is_alphanumeric())
    };
    match letters.get(place)? {
        '&' => Some(Sign::And),
        '|' => Some(Sign::Or),
        '(' => Some(Sign::Open),
        ')' => Some(Sign::Close),
        '-' | '−' | '–' => {
            let joins = inside(place.checked_sub(1)) && inside(Some(place + 1));
            (!joins).then_some(Sign::Without)
        }
        _ => None,
    }
}
