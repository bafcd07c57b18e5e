//! What the RON parser says of a record, in words for people who write data.

use ron::error::{Error, Position, SpannedError};

use super::diagnostic::{Diagnostic, Severity};
use super::location::Place;
use super::rule;
use super::spelling::{either, nearest};
use super::split::Unbalanced;

/// A parser error of a record that starts at `base` in its file.
pub(super) fn explain(error: &SpannedError, text: &str, file: u32, base: usize) -> Diagnostic {
    let start = skip_blank(text, offset(text, error.span.start));
    let end = offset(text, error.span.end).max(start + 1);
    let place = Place { file, start: (base + start) as u32, end: (base + end) as u32 };
    let (rule, message, help) = words(&error.code, text, start);
    Diagnostic { rule, severity: Severity::Error, place: Some(place), message, help }
}

fn words(code: &Error, text: &str, start: usize) -> (&'static str, String, String) {
    match code {
        Error::NoSuchStructField { expected, found, .. } => (
            rule::UNKNOWN_FIELD,
            format!("there is no field `{found}` here"),
            suggestion(found, expected, "the fields are"),
        ),
        Error::NoSuchEnumVariant { expected, found, .. } => (
            rule::UNKNOWN_VALUE,
            format!("`{found}` is not a value of this field"),
            suggestion(found, expected, "the values are"),
        ),
        Error::MissingStructField { field, .. } => (
            rule::MISSING_FIELD,
            format!("the field `{field}` is missing"),
            format!("add `{field}: …` to this record"),
        ),
        Error::DuplicateStructField { field, .. } => {
            (rule::SYNTAX, format!("the field `{field}` is given twice"), "keep one of the two".to_owned())
        }
        Error::ExpectedComma | Error::ExpectedArrayEnd | Error::ExpectedStructLikeEnd => (
            rule::SYNTAX,
            "a comma or a closing bracket is missing before this".to_owned(),
            "end the field before it with a comma, and look for a quote that is not closed".to_owned(),
        ),
        Error::ExpectedString => wrong_type("text in double quotes", text, start),
        Error::ExpectedArray => wrong_type("a list in [ ]", text, start),
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike | Error::ExpectedMap => {
            wrong_type("a record in ( )", text, start)
        }
        Error::ExpectedBoolean => wrong_type("true or false", text, start),
        Error::ExpectedInteger | Error::ExpectedFloat => wrong_type("a number", text, start),
        Error::InvalidValueForType { expected, found } => (
            rule::WRONG_TYPE,
            format!("{found} stands where {expected} is wanted"),
            format!("write {expected}"),
        ),
        other => (
            rule::SYNTAX,
            lower_first(&other.to_string()),
            "the record is left out; see data/README.md for the form of a record".to_owned(),
        ),
    }
}

fn wrong_type(wanted: &str, text: &str, start: usize) -> (&'static str, String, String) {
    let found: String =
        text[start..].chars().take_while(|c| !matches!(c, ',' | '\n' | ')' | ']')).take(30).collect();
    (
        rule::WRONG_TYPE,
        format!("`{}` stands where {wanted} is wanted", found.trim()),
        format!("write {wanted}"),
    )
}

fn suggestion(found: &str, expected: &[&str], list: &str) -> String {
    let near = nearest(found, expected.iter().copied());
    if near.is_empty() {
        format!("{list} {}", expected.join(", "))
    } else {
        format!("did you mean {}?", either(&near).replace('"', "`"))
    }
}

/// What is wrong with the brackets of a whole file.
pub(super) fn unbalanced(fault: &Unbalanced, file: u32) -> Diagnostic {
    let (at, message, help) = match *fault {
        Unbalanced::Unclosed { at, open: '/', .. } => {
            (at, "a comment is not closed".to_owned(), "add */".to_owned())
        }
        Unbalanced::Unclosed { at, open, closed_by } => (
            at,
            format!("`{open}` is opened here and not closed"),
            match closed_by {
                Some(_) => format!(
                    "add the closing bracket of `{open}` before the next record; nothing of this file is used"
                ),
                None => {
                    format!("add the closing bracket of `{open}` at the end; nothing of this file is used")
                }
            },
        ),
        Unbalanced::Unopened { at, close } => (
            at,
            format!("`{close}` closes a bracket that was not opened"),
            "take it out; nothing of this file is used".to_owned(),
        ),
        Unbalanced::Quote { at } => (
            at,
            "this quote is not closed".to_owned(),
            "add the closing \"; nothing of this file is used".to_owned(),
        ),
        Unbalanced::NoList { at } => (
            at,
            "the file is not a list of records".to_owned(),
            "write the records as [ (id: \"…\", …), (…), ]".to_owned(),
        ),
        Unbalanced::Trailing { at } => (
            at,
            "something stands after the end of the list".to_owned(),
            "move it inside the [ ], or take it out; nothing of this file is used".to_owned(),
        ),
    };
    Diagnostic {
        rule: rule::SYNTAX,
        severity: Severity::Error,
        place: Some(Place { file, start: at as u32, end: at as u32 + 1 }),
        message,
        help,
    }
}

fn offset(text: &str, position: Position) -> usize {
    let line_start = text
        .split_inclusive('\n')
        .take(position.line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>()
        .min(text.len());
    text[line_start..]
        .char_indices()
        .nth(position.col.saturating_sub(1))
        .map_or(text.len(), |(byte, _)| line_start + byte)
}

fn skip_blank(text: &str, at: usize) -> usize {
    let rest = &text[at.min(text.len())..];
    let blank = rest.len() - rest.trim_start().len();
    if blank == rest.len() { at.min(text.len()) } else { at + blank }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + chars.as_str())
}
