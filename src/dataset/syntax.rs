//! What the RON parser says of a record, in words for people who write data.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::diagnostic::{Diagnostic, Severity};
use super::location::Place;
use super::rule;
use super::spelling::{either, joined, nearest};
use super::spot;

/// Name of a rule, what is wrong and what would be right.
type Words = (&'static str, String, String);

/// A parser error of a record that starts at `record.start` in its file.
pub(super) fn explain(error: &SpannedError, text: &str, record: Place) -> Diagnostic {
    let Range { start, end } = spot::of(error, text);
    let (rule, message, help) = words(&error.code, &text[start..end]);
    let base = record.start as usize;
    let place = Place { file: record.file, start: (base + start) as u32, end: (base + end) as u32 };
    Diagnostic { rule, severity: Severity::Error, place: Some(place), message, help }
}

/// Fields that are missing in the bracket that opens at `bracket` of a record.
pub(super) fn missing(fields: &[&str], bracket: usize, record: Place) -> Diagnostic {
    let start = record.start + bracket as u32;
    let named: Vec<String> = fields.iter().map(|field| format!("`{field}`")).collect();
    let added: Vec<String> = fields.iter().map(|field| format!("{field}: …")).collect();
    let (field, is) = if fields.len() == 1 { ("field", "is") } else { ("fields", "are") };
    Diagnostic {
        rule: rule::MISSING_FIELD,
        severity: Severity::Error,
        place: Some(Place { start, end: start + 1, ..record }),
        message: format!("the {field} {} {is} missing", joined(&named, "and")),
        help: format!("add `{}` inside this bracket", added.join(", ")),
    }
}

fn words(code: &Error, found: &str) -> Words {
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
        Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => (
            rule::UNKNOWN_VALUE,
            format!("`{found}` is not a value of this field"),
            format!("values are written without hyphens, with capitals: `{}`", pascal(found)),
        ),
        Error::ExpectedString => wrong_type("text in double quotes", found),
        Error::ExpectedArray => wrong_type("a list in [ ]", found),
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike | Error::ExpectedMap => {
            wrong_type("a record in ( )", found)
        }
        Error::ExpectedBoolean => wrong_type("true or false", found),
        Error::ExpectedInteger | Error::ExpectedFloat => wrong_type("a number", found),
        Error::ExpectedIdentifier => wrong_type("a word without quotes", found),
        Error::InvalidValueForType { expected, .. } => wrong_type(expected, found),
        Error::ExpectedDifferentLength { .. } => (
            rule::WRONG_TYPE,
            "this has not the right number of values".to_owned(),
            "write two numbers, as in `(48.85, 2.35)`".to_owned(),
        ),
        other => malformed(other, found),
    }
}

fn malformed(code: &Error, found: &str) -> Words {
    let (message, help) = match code {
        Error::DuplicateStructField { field, .. } => {
            (format!("the field `{field}` is given twice"), "keep one of the two")
        }
        Error::ExpectedComma
        | Error::ExpectedArrayEnd
        | Error::ExpectedStructLikeEnd
        | Error::TrailingCharacters => (
            "a comma is missing before this".to_owned(),
            "add it; or, if this is still part of a text, write quotes inside it as `\\\"`",
        ),
        Error::ExpectedMapColon => ("a colon is missing before this".to_owned(), "write `field: value`"),
        Error::InvalidEscape(_) => (
            format!("`{found}` means nothing inside a text"),
            "write a backslash as `\\\\` and a quote as `\\\"`",
        ),
        other => (lower_first(&other.to_string()), "see data/README.md for the form of a record"),
    };
    (rule::SYNTAX, message, help.to_owned())
}

fn wrong_type(wanted: &str, found: &str) -> Words {
    let bare = found.trim_matches('"');
    let help = match (wanted, found.bytes().next()) {
        ("text in double quotes", Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9')) => {
            format!("write `\"{found}\"`")
        }
        ("a list in [ ]", Some(b'"')) => format!("write `[{found}]`"),
        ("a word without quotes", Some(b'"')) => format!("write `{}`", pascal(bare)),
        ("text in double quotes", _) if found.starts_with(['“', '”', '„', '«', '‘', '\'']) => {
            "write straight double quotes, `\"…\"`".to_owned()
        }
        ("a record in ( )", Some(b'{')) => "write ( ) instead, and the fields without quotes".to_owned(),
        _ => format!("write {wanted}"),
    };
    let found = match found {
        "(" => "a record in ( )".to_owned(),
        "[" => "a list in [ ]".to_owned(),
        "{" => "a map in { }".to_owned(),
        _ if found.chars().count() > 40 => {
            format!("`{}…", found.chars().take(39).collect::<String>())
        }
        _ => format!("`{found}`"),
    };
    (rule::WRONG_TYPE, format!("{found} stands where {wanted} is wanted"), help)
}

fn suggestion(found: &str, expected: &[&str], list: &str) -> String {
    let near = nearest(found, expected.iter().copied());
    if near.is_empty() {
        format!("{list} {}", expected.join(", "))
    } else {
        format!("did you mean {}?", either(&near).replace('"', "`"))
    }
}

/// A word as the vocabularies write it: `contributes-to` becomes `ContributesTo`.
fn pascal(word: &str) -> String {
    let parts = word.split(|c: char| !c.is_alphanumeric()).map(|part| {
        let mut chars = part.chars();
        chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
    });
    parts.collect()
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + chars.as_str())
}
