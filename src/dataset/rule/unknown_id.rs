//! A record names only entities and sources that exist.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::dataset::spelling::{either, joined, nearest};
use crate::model::citation::Citation;
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "unknown-id",
    doc: "A link, a stance or a citation names an entity or a source that exists; otherwise it is left out.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    if let Some(opens) = &known.dataset.manifest.opens {
        entity(known, opens, Place::default(), faults);
    }
    for entry in &known.dataset.entries {
        let record = &entry.record;
        let named =
            record.country.iter().chain(&record.topics).chain(record.all_ties().map(|(_, tie)| &tie.who));
        for word in named {
            entity(known, word, entry.place, faults);
        }
    }
    for stance in &known.dataset.stances {
        let record = &stance.record;
        for word in [&record.holder, &record.about].into_iter().chain(&record.body).chain(&record.toward) {
            entity(known, word, stance.place, faults);
        }
    }
    for claim in known.dataset.claims() {
        for citation in claim.sources {
            source(known, citation, claim.around, faults);
        }
    }
}

fn entity(known: &Known<'_>, word: &Word, around: Place, faults: &mut Vec<Diagnostic>) {
    if known.entity(word).is_some() || known.unread(word) {
        return;
    }
    let near = nearest(word, known.dataset.entries.iter().map(|entry| &*entry.record.id));
    let named: Vec<String> = near
        .iter()
        .map(|id| {
            let name = known.entity(id).map_or("", |entry| &*entry.record.name);
            if name.is_empty() { format!("\"{id}\"") } else { format!("\"{id}\" ({name})") }
        })
        .collect();
    let help = if named.is_empty() {
        "add a record with this id, or name one that exists (`spacepact search` finds ids)".to_owned()
    } else {
        format!("did you mean {}?", joined(&named, "or"))
    };
    faults.push(known.fault(
        RULE.name,
        Severity::Error,
        word,
        around,
        format!("no entity has the id \"{word}\""),
        help,
    ));
}

fn source(known: &Known<'_>, citation: &Citation, around: Place, faults: &mut Vec<Diagnostic>) {
    let word = &citation.source;
    if known.source(word).is_some() || known.unread(word) {
        return;
    }
    let near = nearest(word, known.dataset.sources.iter().map(|source| &*source.record.id));
    let help = if near.is_empty() {
        "add the source to data/sources/, or cite one that is there".to_owned()
    } else {
        format!("did you mean {}?", either(&near))
    };
    let message = format!("no source has the id \"{word}\"");
    faults.push(known.fault(RULE.name, Severity::Error, word, around, message, help));
}
