//! Where in a record the parser sees an error.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::outline::brackets;
use super::token::{Token, token};

/// What to mark: the word that the parser did not want, or the bracket in which it wanted something else.
pub(super) fn of(error: &SpannedError, text: &str) -> Range<usize> {
    let start = offset_of(error, text);
    match error.code {
        Error::InvalidEscape(_) => bad_escape(text, start),
        Error::ExpectedDifferentLength { .. } => {
            let bracket = brackets(text, start).last().copied().unwrap_or_default();
            bracket..bracket + 1
        }
        _ => start..word_end(text, start),
    }
}

/// The byte of a text at which an error is seen.
pub(super) fn offset_of(error: &SpannedError, text: &str) -> usize {
    let position = error.span.start;
    let line_start: usize =
        text.split_inclusive('\n').take(position.line.saturating_sub(1)).map(str::len).sum();
    let line = &text[line_start.min(text.len())..];
    let column = line.char_indices().nth(position.col.saturating_sub(1));
    skip_blank(text, column.map_or(text.len(), |(byte, _)| line_start + byte))
}

/// The first backslash after a place that RON cannot read, with the sign behind it.
fn bad_escape(text: &str, from: usize) -> Range<usize> {
    let mut at = from;
    while let Some(found) = text[at..].find('\\') {
        let backslash = at + found;
        let sign = text[backslash + 1..].chars().next();
        at = backslash + 1 + sign.map_or(0, char::len_utf8);
        if !sign.is_some_and(|sign| "nrt0\\'\"".contains(sign)) {
            return backslash..at;
        }
    }
    from..word_end(text, from)
}

/// The place of the next token; `at` itself if nothing but blanks follows.
fn skip_blank(text: &str, at: usize) -> usize {
    let mut next = at;
    while next < text.len() {
        match token(text, next) {
            Ok((Token::Blank, end)) => next = end,
            _ => return next,
        }
    }
    at
}

/// The end of the string, the word or the sign that starts at a place.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    if let Ok((Token::Quoted, end)) = token(text, at) {
        return end;
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let rest = &text[at..];
    let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    at + length.max(rest.chars().next().map_or(0, char::len_utf8))
}
