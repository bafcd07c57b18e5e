//! A whole dataset in one file: `(manifest: (…), missions: […], …, stances: […], sources: […])`.
//!
//! Each list becomes a file of its own that holds nothing else, moved to the line and column where it
//! stands in the real file. So everything after this reads it like a file of a folder and still says the
//! right place.

use std::borrow::Cow;
use std::path::Path;

use super::diagnostic::{Diagnostic, Severity};
use super::load::{Load, load};
use super::location::{File, Place};
use super::outline::ids;
use super::read::Content;
use super::spelling::{either, nearest};
use super::token::{Token, token};
use super::unbalanced::Unbalanced;
use super::{Dataset, rule, split};

/// Name of the part that says what the dataset is.
const MANIFEST: &str = "manifest";

/// A part of the file.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// Its name: `manifest`, `missions`, `stances`.
    name: String,
    /// Byte of the file at which the name starts.
    at: usize,
    /// Its value, below as many lines and behind as many blanks as in the file.
    text: String,
}

/// Adds the parts of a file to a dataset, and to `contents` what each holds.
pub(super) fn gather(
    path: &Path,
    layer: usize,
    dataset: &mut Dataset,
    contents: &mut Vec<Option<Content>>,
    faults: &mut Vec<Diagnostic>,
) {
    let name = path.display().to_string();
    let Load { text, usable, fault } = load(path);
    let parts = if usable { parts(&text) } else { Ok(Vec::new()) };
    let unread = !usable || parts.is_err();
    if unread {
        dataset.unread.extend(ids(&text));
        dataset.partial = true;
    }
    let whole = dataset.files.add(File { name: name.clone(), text: Cow::Owned(text), layer });
    contents.push(None);
    faults.extend(fault.map(|fault| fault.at(whole)));
    let parts = parts.unwrap_or_else(|fault| {
        let text = dataset.files.get(whole).map_or("", |file| &*file.text);
        faults.push(explain(&fault, text, whole));
        Vec::new()
    });
    for part in parts {
        let content = match part.name.as_str() {
            MANIFEST => Some(Content::Manifest),
            list => Content::of(&format!("{list}/")),
        };
        if content.is_none() {
            dataset.unread.extend(ids(&part.text));
            dataset.partial = true;
            faults.push(unknown(&part, whole));
            continue;
        }
        dataset.files.add(File { name: name.clone(), text: Cow::Owned(part.text), layer });
        contents.push(content);
    }
}

/// The parts of a file, or what is wrong with its brackets.
fn parts(text: &str) -> Result<Vec<Part>, Unbalanced> {
    // The fields of a record are cut like the records of a list; only the brackets around them differ.
    let open = start(text)?;
    let close = text.rfind(')').filter(|&close| close > open);
    let (true, Some(close)) = (text[open..].starts_with('('), close) else {
        return Err(Unbalanced::NoList { at: open });
    };
    let mut list = text.to_owned();
    list.replace_range(open..=open, "[");
    list.replace_range(close..=close, "]");
    let ranges = split::records(&list)?;
    let part = |range: std::ops::Range<usize>| {
        let colon = text[range.clone()].find(':').map_or(range.end, |found| range.start + found);
        let value = (colon + 1).min(range.end);
        let above = &text[..value];
        let column = above.rsplit('\n').next().unwrap_or_default().chars().count();
        let blank = "\n".repeat(above.matches('\n').count()) + &" ".repeat(column);
        Part {
            name: text[range.start..colon].trim().to_owned(),
            at: range.start,
            text: blank + &text[value..range.end],
        }
    };
    Ok(ranges.into_iter().map(part).collect())
}

/// The first byte that is neither blank nor part of a comment or of a line `#![enable(…)]`.
fn start(text: &str) -> Result<usize, Unbalanced> {
    let mut at = 0;
    while at < text.len() {
        match token(text, at)? {
            (Token::Blank, next) => at = next,
            _ if text[at..].starts_with("#!") => {
                at += text[at..].find('\n').unwrap_or(text.len() - at);
            }
            _ => return Ok(at),
        }
    }
    Ok(text.len())
}

/// What is wrong with a file that cannot be cut into parts.
fn explain(fault: &Unbalanced, text: &str, file: u32) -> Diagnostic {
    if matches!(fault, Unbalanced::NoList { .. }) {
        return Diagnostic {
            rule: rule::SYNTAX,
            severity: Severity::Error,
            place: Some(Place::whole(file)),
            message: "the file is not a whole dataset".to_owned(),
            help: "write (manifest: (…), missions: [ … ], …), or name the folder in which the file lies"
                .to_owned(),
        };
    }
    fault.explain(text, file, "; nothing of this file is used")
}

/// A part that no dataset has.
fn unknown(part: &Part, file: u32) -> Diagnostic {
    let known: Vec<&str> = Content::folders().chain([MANIFEST]).collect();
    let near = nearest(&part.name, known.iter().copied());
    let help = if near.is_empty() {
        format!("the lists are {}", known.join(", "))
    } else {
        format!("did you mean {}?", either(&near))
    };
    let end = part.at + part.name.len().max(1);
    Diagnostic {
        rule: rule::UNKNOWN_FIELD,
        severity: Severity::Error,
        place: Some(Place { file, start: part.at as u32, end: end as u32 }),
        message: format!("a dataset has no list `{}`", part.name),
        help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_keeps_its_line_and_column() {
        let text =
            "// (a comment)\n(\n  manifest: (title: \"x\"),\n  missions: [\n    (id: \"a\"),\n  ],\n)\n";
        let parts = parts(text).unwrap();
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        assert_eq!(names, ["manifest", "missions"]);
        let lines: Vec<&str> = parts[1].text.lines().collect();
        assert_eq!(lines[3], format!("{}[", " ".repeat(12)));
        assert_eq!(lines[4], "    (id: \"a\"),");
    }

    #[test]
    fn what_is_no_dataset_is_said_to_be_none() {
        assert!(matches!(parts("[(id: \"a\")]"), Err(Unbalanced::NoList { at: 0 })));
        assert!(matches!(parts(""), Err(Unbalanced::NoList { .. })));
        assert!(matches!(parts("// only a comment"), Err(Unbalanced::NoList { .. })));
        assert!(parts("(missions: [)").is_err());
    }
}
