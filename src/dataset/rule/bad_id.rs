//! Identifiers can be typed without thinking.

use any_ascii::any_ascii;

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "bad-id",
    doc: "An id is made of lower-case letters, digits and single hyphens, so that it can be typed, linked \
          and sorted everywhere.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let dataset = known.dataset;
    let entities = dataset.entries.iter().map(|entry| (&entry.record.id, entry.place));
    let stances = dataset.stances.iter().map(|stance| (&stance.record.id, stance.place));
    let sources = dataset.sources.iter().map(|source| (&source.record.id, source.place));
    for (id, place) in entities.chain(stances).chain(sources) {
        if is_kebab(id) {
            continue;
        }
        let better = kebab(id);
        let message =
            if id.is_empty() { "the id is empty".to_owned() } else { format!("\"{id}\" is not a proper id") };
        let help = if better.is_empty() {
            "write lower-case letters, digits and hyphens".to_owned()
        } else {
            format!("write \"{better}\": lower-case letters, digits and single hyphens")
        };
        faults.push(known.fault(RULE.name, Severity::Error, id, place, message, help));
    }
}

fn is_kebab(id: &str) -> bool {
    let plain =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(plain)
}

/// A text in small Latin letters with hyphens between its words.
pub(super) fn kebab(text: &str) -> String {
    let lower = any_ascii(text).to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}
