//! An identifier names one record.

use std::collections::HashMap;

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::dataset::{Entry, Placed};
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-id",
    doc: "Two entities, two stances or two sources of one folder never have the same id, and an id keeps \
          its kind from one data folder to the next; of two records the first is used.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    entities(known, faults);
    same(known, "stance", &known.dataset.stances, |record| &record.id, faults);
    same(known, "source", &known.dataset.sources, |record| &record.id, faults);
}

fn entities(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let files = &known.dataset.files;
    let mut first: HashMap<&str, &Entry> = HashMap::new();
    for entry in &known.dataset.entries {
        let Some(other) = first.get(&*entry.record.id) else {
            first.insert(&entry.record.id, entry);
            continue;
        };
        let layer = files.layer(entry.place);
        let beside = other.added.iter().find(|&&place| files.layer(place) == layer);
        let advice = if other.kind == entry.kind {
            "join the two, or choose another id".to_owned()
        } else {
            let (kind, folder) = (other.kind.with_article(), other.kind.plural());
            format!("that one is {kind}: choose another id, or move this one to {folder}/")
        };
        let beside = *beside.unwrap_or(&other.place);
        faults.push(fault(known, "entity", &entry.record.id, entry.place, beside, &advice));
    }
}

fn same<T>(
    known: &Known<'_>,
    what: &str,
    list: &[Placed<T>],
    id: impl Fn(&T) -> &Word,
    faults: &mut Vec<Diagnostic>,
) {
    let mut first: HashMap<&str, Place> = HashMap::new();
    for placed in list {
        let word = id(&placed.record);
        match first.get(&**word) {
            None => drop(first.insert(word, placed.place)),
            Some(&other) => {
                let advice = "keep one of the two, or choose another id";
                faults.push(fault(known, what, word, placed.place, other, advice));
            }
        }
    }
}

fn fault(
    known: &Known<'_>,
    what: &str,
    word: &Word,
    around: Place,
    first: Place,
    advice: &str,
) -> Diagnostic {
    let message = format!("the id \"{word}\" is already taken by another {what}");
    let help = format!("it stands at {}; {advice}", known.dataset.files.show(first));
    known.fault(RULE.name, Severity::Error, word, around, message, help)
}
