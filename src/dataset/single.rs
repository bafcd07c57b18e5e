//! A whole dataset in one file: `(manifest: (…), missions: […], …, stances: […], sources: […])`.
//!
//! Each list becomes a file of its own that holds nothing else, with as many blank lines above as the
//! list has in the real file, so that everything after this reads it like a file of a folder and says the
//! right line and column.

use std::borrow::Cow;
use std::path::Path;

use super::diagnostic::{Diagnostic, Severity};
use super::load::{Load, load};
use super::location::{File, Place};
use super::outline::ids;
use super::read::Content;
use super::spelling::{either, nearest};
use super::split;
use super::unbalanced::Unbalanced;
use super::{Dataset, rule};

/// Adds the parts of a file that holds a whole dataset, as if each were a file of its own.
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
    if !usable || parts.is_err() {
        dataset.unread.extend(ids(&text));
        dataset.partial = true;
    }
    let number = dataset.files.len() as u32;
    let broken = parts.as_ref().err().map(|fault| explain(fault, &text, number));
    let whole = dataset.files.add(File { name: name.clone(), text: Cow::Owned(text), layer });
    contents.push(None);
    faults.extend(fault.map(|fault| fault.at(whole)).into_iter().chain(broken));
    for part in parts.unwrap_or_default() {
        let content = match part.name.as_str() {
            "manifest" => Some(Content::Manifest),
            list => Content::of(&format!("{list}/")),
        };
        if content.is_none() {
            faults.push(unknown(&part, whole, Content::folders().chain(["manifest"])));
            continue;
        }
        dataset.files.add(File { name: name.clone(), text: Cow::Owned(part.text), layer });
        contents.push(content);
    }
}

/// A part of the file.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    /// Its name: `manifest`, `missions`, `stances`.
    name: String,
    /// Byte of the file at which the name starts.
    at: usize,
    /// Its value, moved to the line and column where it stands.
    text: String,
}

/// The parts of a file, or what is wrong with its brackets.
fn parts(text: &str) -> Result<Vec<Part>, Unbalanced> {
    // The fields of a record are cut like the records of a list; only the brackets around them differ.
    let open = start(text);
    let close = text.rfind(')').filter(|&close| close > open);
    let (true, Some(close)) = (text[open..].starts_with('('), close) else {
        return Err(Unbalanced::NoList { at: open.min(text.len().saturating_sub(1)) });
    };
    let mut list = text.to_owned();
    list.replace_range(open..=open, "[");
    list.replace_range(close..=close, "]");
    let ranges = split::records(&list)?;
    Ok(ranges
        .into_iter()
        .map(|range| {
            let colon = text[range.clone()].find(':').map_or(range.end, |found| range.start + found);
            let name = text[range.start..colon].trim().to_owned();
            let value = (colon + 1).min(range.end);
            let above = &text[..value];
            let column = above.rsplit('\n').next().unwrap_or_default().chars().count();
            let blank = "\n".repeat(above.matches('\n').count()) + &" ".repeat(column);
            Part { name, at: range.start, text: blank + &text[value..range.end] }
        })
        .collect())
}

/// What is wrong with a file that cannot be cut into parts.
fn explain(fault: &Unbalanced, text: &str, file: u32) -> Diagnostic {
    match fault {
        Unbalanced::NoList { at } => Diagnostic {
            rule: rule::SYNTAX,
            severity: Severity::Error,
            place: Some(Place { file, start: *at as u32, end: *at as u32 + 1 }),
            message: "the file is not a whole dataset".to_owned(),
            help: "write (manifest: (…), missions: [ … ], …), or name the folder in which the file lies"
                .to_owned(),
        },
        fault => fault.explain(text, file, "nothing of this file is used"),
    }
}

/// A part that no dataset has.
fn unknown<'a>(part: &Part, file: u32, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
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

/// The first byte that is not blank, a comment or an attribute.
fn start(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let blank = rest.len() - rest.trim_start().len();
        let rest = &rest[blank..];
        at += blank;
        let end = if rest.starts_with("//") || rest.starts_with("#!") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else {
            return at;
        };
        match end {
            Some(end) => at += end,
            None => return text.len(),
        }
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
