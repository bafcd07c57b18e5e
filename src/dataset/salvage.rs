//! What can still be used of a file whose brackets or quotes do not match, and what is wrong with it.
//!
//! Records start on lines of their own, at the column of the first one. A file that cannot be cut at
//! its brackets is cut there instead, so that a bracket forgotten in one record costs that record only.

use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::outline::ids;
use super::split::{imbalance, records};
use super::token::{Token, token};
use super::unbalanced::Unbalanced;

/// The parts of a faulty file.
#[derive(Default)]
pub(super) struct Salvage {
    /// Records whose brackets match.
    pub records: Vec<Range<usize>>,
    /// Identifiers of the others.
    pub unread: Vec<String>,
    /// What is wrong.
    pub faults: Vec<Diagnostic>,
}

/// Cuts a text at its layout, after cutting it at its brackets failed with this fault.
pub(super) fn salvage(text: &str, fault: &Unbalanced, file: u32) -> Salvage {
    let mut found = Salvage::default();
    if let Unbalanced::Trailing { at } = *fault {
        found.records = records(&text[..at]).unwrap_or_default();
    }
    if matches!(fault, Unbalanced::Trailing { .. } | Unbalanced::NoList { .. }) {
        found.unread = ids(text).collect();
        let list = matches!(fault, Unbalanced::Trailing { .. });
        let cost = if list { "; it is left out" } else { "; nothing of this file is used" };
        found.faults = vec![fault.explain(text, file, cost)];
        return found;
    }
    let starts = starts(text);
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).map_or(text.len(), |&next| next);
        let record = trim(text, start..end);
        let part = &text[record.clone()];
        match wrong(part) {
            None => found.records.push(record),
            Some(fault) => {
                found.unread.extend(ids(part));
                found.faults.push(fault.after(start).explain(text, file, "; the record is left out"));
            }
        }
    }
    if found.faults.is_empty() {
        found.faults.push(fault.explain(text, file, ""));
    }
    found
}

/// Where records start: behind the first bracket, and on every line that starts with `(` at the column of
/// the first record.
fn starts(text: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut at = 0;
    while at < text.len() && marks.len() < 2 {
        let Ok((kind, next)) = token(text, at) else {
            break;
        };
        if kind != Token::Blank {
            marks.push((kind, at));
        }
        at = next;
    }
    let [_, (kind, first)] = marks[..] else {
        return Vec::new();
    };
    let lines = lines_with_bracket(text).filter(|&(start, _)| start > first);
    let column = match kind {
        Token::Byte(b'(') => Some(first - text[..first].rfind('\n').map_or(0, |newline| newline + 1)),
        // The bracket of the first record is the one that is missing.
        _ => lines.clone().map(|(_, column)| column).min(),
    };
    let others = lines.filter(|&(_, at)| Some(at) == column).map(|(start, _)| start);
    std::iter::once(first).chain(others).collect()
}

/// The lines that start with a bracket: its place and its column.
fn lines_with_bracket(text: &str) -> impl Iterator<Item = (usize, usize)> + Clone {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        (start, line)
    });
    lines.filter_map(|(start, line)| {
        let column = line.len() - line.trim_start().len();
        line[column..].starts_with('(').then_some((start + column, column))
    })
}

/// A stretch without the comma behind its record, and for the last one without the end of the list.
fn trim(text: &str, stretch: Range<usize>) -> Range<usize> {
    let mut tokens = Vec::new();
    let mut at = stretch.start;
    while at < stretch.end {
        let Ok((kind, next)) = token(&text[..stretch.end], at) else {
            return stretch;
        };
        if kind != Token::Blank {
            tokens.push((kind, next));
        }
        at = next;
    }
    if stretch.end == text.len() {
        tokens.pop_if(|(kind, _)| *kind == Token::Byte(b']'));
    }
    while tokens.pop_if(|(kind, _)| *kind == Token::Byte(b',')).is_some() {}
    stretch.start..tokens.last().map_or(stretch.end, |&(_, end)| end)
}

/// What is wrong inside a record.
fn wrong(part: &str) -> Option<Unbalanced> {
    let fault = imbalance(part)?;
    if let Some(at) = quote_over_lines(part) {
        return Some(Unbalanced::Quote { at });
    }
    // Either the one bracket is missing or the other is too many: what makes the record whole is right.
    if let Unbalanced::Unclosed { closed_by: Some(at), .. } = fault {
        let without = format!("{} {}", &part[..at], &part[at + 1..]);
        if imbalance(&without).is_none() {
            let close = part.as_bytes()[at].into();
            return Some(Unbalanced::Unopened { at, close });
        }
    }
    Some(fault)
}

/// A string that runs on into the next line: a quote that is missing turns everything behind it inside
/// out.
fn quote_over_lines(part: &str) -> Option<usize> {
    let mut at = 0;
    while at < part.len() {
        let (kind, next) = token(part, at).ok()?;
        if kind == Token::Quoted && part.as_bytes()[at] == b'"' && part[at..next].contains('\n') {
            return Some(at);
        }
        at = next;
    }
    None
}
