//! Finds every fault of form in a record, not only the first: what is wrong is taken out and the rest
//! is read again, until nothing is wrong any more.
//!
//! Two copies of the record are kept. From one, as little as possible is taken out, to find the next
//! fault. From the other, the whole claim around a fault is taken out, because a claim of which a part
//! cannot be understood must not be used. Blanks stand where something was taken out, so that a byte
//! of a copy is the same byte of the file.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::diagnostic::Diagnostic;
use super::form::{Form, needs_of_part};
use super::location::Place;
use super::outline::{brackets, elements};
use super::read::options;
use super::spelling::nearest;
use super::spot;
use super::syntax;

/// No record has more faults than this; one that seems to have is something else.
const MOST: usize = 64;

/// A broken record.
pub(super) struct Mended<T> {
    /// All that is wrong with its form.
    pub faults: Vec<Diagnostic>,
    /// What is left of it, with the text it was read from; `None` if that is no record any more.
    pub rest: Option<(T, String)>,
}

/// Reads a record on after its first fault.
pub(super) fn mend<T: Form>(raw: &str, first: SpannedError, place: Place) -> Mended<T> {
    let mut trial = raw.to_owned();
    let mut rest = raw.to_owned();
    let mut faults = Vec::new();
    let mut taken: Vec<(usize, String)> = Vec::new();
    let mut error = first;
    for _ in 0..MOST {
        let at = spot::offset_of(&error, &trial);
        let open = brackets(&trial, at);
        let inner = open.last().copied().unwrap_or_default();
        match error.code {
            Error::MissingStructField { field, .. } => {
                let missing = missing::<T>(&trial, &open, field, &taken);
                faults.extend((!missing.is_empty()).then(|| syntax::missing(&missing, inner, place)));
            }
            // A pair of which we took one half.
            Error::ExpectedDifferentLength { .. } if taken.iter().any(|(bracket, _)| *bracket == inner) => {}
            _ => faults.push(syntax::explain(&error, &trial, place)),
        }
        let claim = claim(raw, &open, at);
        if claim.is_empty() || matches!(name(&raw[claim.clone()]), "id" | "name") {
            // What is left has nothing to be called by.
            rest.clear();
        } else {
            take_out(&mut rest, claim);
        }
        let Some((bracket, part)) = part(&trial, &open, at) else {
            break;
        };
        if error.code == Error::ExpectedComma && is_field(&trial[at..]) && trial[..at].ends_with(' ') {
            trial.replace_range(at - 1..at, ",");
        } else {
            taken.push((bracket, name(&trial[part.clone()]).to_owned()));
            take_out(&mut trial, part);
        }
        match options().from_str::<T>(&trial) {
            Ok(_) => break,
            Err(next) => error = next,
        }
    }
    let rest = options().from_str(&rest).ok().map(|record| (record, rest));
    Mended { faults, rest }
}

/// The fields that are missing in the innermost bracket, without those that were taken out of it.
fn missing<T: Form>(
    text: &str,
    open: &[usize],
    first: &'static str,
    taken: &[(usize, String)],
) -> Vec<&'static str> {
    let needs = match open {
        [.., record, list, _] => {
            let list = element(text, *record, *list);
            needs_of_part(name(&text[list]))
        }
        _ => T::NEEDS,
    };
    let inner = open.last().copied().unwrap_or_default();
    let given: Vec<&str> = elements(text, inner).into_iter().map(|part| name(&text[part])).collect();
    let later = needs.iter().copied().skip_while(|&field| field != first).skip(1);
    std::iter::once(first)
        .chain(later.filter(|field| !given.contains(field)))
        .filter(|&field| !taken.iter().any(|(bracket, name)| *bracket == inner && meant(name, field)))
        .collect()
}

/// Whether somebody who wrote this name meant that field.
fn meant(name: &str, field: &str) -> bool {
    let alias = field == "who" && matches!(name, "at" | "on" | "of");
    alias || !nearest(name, [field]).is_empty()
}

/// The least that can be taken out around a place, with the bracket it stands in: what stands between two
/// commas there, or else the innermost bracket that does.
fn part(text: &str, open: &[usize], at: usize) -> Option<(usize, Range<usize>)> {
    let inside = open.iter().skip(1).copied().chain([at]);
    let found = open.iter().copied().zip(inside).map(|(bracket, at)| (bracket, element(text, bracket, at)));
    found.filter(|(_, part)| !part.is_empty()).last()
}

/// The claim around a place: an item of a list of the record, or else a field of the record.
fn claim(text: &str, open: &[usize], at: usize) -> Range<usize> {
    match *open {
        [_, list, ..] if text.as_bytes()[list] == b'[' => element(text, list, at),
        [record, ..] => element(text, record, at),
        [] => at..at,
    }
}

/// What stands at a place between two commas of a bracket.
fn element(text: &str, bracket: usize, at: usize) -> Range<usize> {
    elements(text, bracket).into_iter().find(|part| part.contains(&at)).unwrap_or(at..at)
}

/// Whether a field starts here.
fn is_field(text: &str) -> bool {
    let name = name(text);
    !name.is_empty() && text[name.len()..].trim_start().starts_with(':')
}

/// The name of a field.
fn name(part: &str) -> &str {
    let end = part.find(|c: char| !c.is_alphanumeric() && c != '_');
    &part[..end.unwrap_or(part.len())]
}

/// Puts blanks in the place of a part and of the comma behind it.
fn take_out(text: &mut String, part: Range<usize>) {
    if part.end > text.len() {
        return;
    }
    let behind = &text[part.end..];
    let comma = behind.trim_start().starts_with(',');
    let end = if comma { text.len() - behind.trim_start().len() + 1 } else { part.end };
    let blanks = text[part.start..end].replace(|c| c != '\n', " ");
    let blanks = format!("{blanks:<width$}", width = end - part.start);
    text.replace_range(part.start..end, &blanks);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::Record;

    const PLACE: Place = Place { file: 0, start: 0, end: 0 };

    #[test]
    fn every_fault_is_found_and_what_is_sound_is_kept() {
        let raw = "(id: \"a\", nme: \"A\", status: Operatng,
            partners: [(who: \"b\", as: Leeds, rol: 5), (who: \"c\"), (as: Leads)],
            milestones: [()], sources: \"s\")";
        let error = options().from_str::<Record>(raw).err().unwrap();
        let mended = mend::<Record>(raw, error, PLACE);
        let rules: Vec<&str> = mended.faults.iter().map(|fault| fault.rule).collect();
        assert_eq!(
            rules,
            [
                "unknown-field",
                "unknown-value",
                "unknown-value",
                "unknown-field",
                "missing-field",
                "missing-field",
                "wrong-type"
            ]
        );
        assert_eq!(mended.faults[5].message, "the fields `on` and `kind` are missing");
        let (record, text) = mended.rest.unwrap();
        assert_eq!(text.len(), raw.len());
        assert_eq!((record.partners.len(), &*record.partners[0].who), (1, "c"));
        assert!(record.name.is_empty() && record.status.is_none() && record.sources.is_empty());
    }
}
