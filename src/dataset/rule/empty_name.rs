//! What has a record has a name.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "empty-name",
    doc: "An entity has a name and a summary, a source a title and a publisher, a stance a gist; otherwise a \
          reader sees an empty line.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in known.dataset.entries.iter().filter(|entry| !entry.partial) {
        let record = &entry.record;
        let fields =
            [(&record.name, "name", Severity::Error), (&record.summary, "summary", Severity::Warning)];
        for (word, field, severity) in fields {
            faults.extend(empty(known, &record.id, word, field, severity, entry.place));
        }
    }
    for source in &known.dataset.sources {
        let record = &source.record;
        for (word, field) in [(&record.title, "title"), (&record.publisher, "publisher")] {
            faults.extend(empty(known, &record.id, word, field, Severity::Error, source.place));
        }
    }
    for stance in &known.dataset.stances {
        let record = &stance.record;
        faults.extend(empty(known, &record.id, &record.gist, "gist", Severity::Error, stance.place));
    }
}

fn empty(
    known: &Known<'_>,
    id: &Word,
    word: &Word,
    field: &str,
    severity: Severity,
    around: Place,
) -> Option<Diagnostic> {
    if !word.trim().is_empty() {
        return None;
    }
    let files = &known.dataset.files;
    // A field that is not there at all has no place of its own.
    let at = if files.locate(word, around) == around { id } else { word };
    let message = format!("\"{id}\" has no {field}");
    let help = format!("write `{field}: \"…\"`");
    Some(known.fault(RULE.name, severity, at, around, message, help))
}
