//! Lays the records of a later folder over those of an earlier one: entities are extended, stances and
//! sources are replaced.
//!
//! Two records with one identifier in one folder stay two; the rule `duplicate-id` speaks of them.

use std::collections::HashMap;

use super::location::{Files, Place};
use super::{Dataset, Entry, Placed};

/// Joins what has the same identifier in different layers.
pub(super) fn lay_over(dataset: &mut Dataset) {
    let files = &dataset.files;
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(dataset.entries.len());
    for entry in dataset.entries.drain(..) {
        match first.get(entry.record.id.as_str()) {
            Some(&at) if above(files, kept[at].latest(), entry.place) && kept[at].kind == entry.kind => {
                kept[at].added.push(entry.place);
                kept[at].partial |= entry.partial;
                kept[at].record.extend(entry.record);
            }
            _ => {
                first.entry(entry.record.id.to_string()).or_insert(kept.len());
                kept.push(entry);
            }
        }
    }
    dataset.entries = kept;
    replace(&mut dataset.stances, |record| &record.id, files);
    replace(&mut dataset.sources, |record| &record.id, files);
}

/// Whether the later of two places belongs to a later layer.
fn above(files: &Files, earlier: Place, later: Place) -> bool {
    files.layer(earlier) < files.layer(later)
}

fn replace<T>(list: &mut Vec<Placed<T>>, id: impl Fn(&T) -> &str, files: &Files) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Placed<T>> = Vec::with_capacity(list.len());
    for placed in list.drain(..) {
        match first.get(id(&placed.record)) {
            Some(&at) if above(files, kept[at].place, placed.place) => kept[at] = placed,
            _ => {
                first.entry(id(&placed.record).to_owned()).or_insert(kept.len());
                kept.push(placed);
            }
        }
    }
    *list = kept;
}
