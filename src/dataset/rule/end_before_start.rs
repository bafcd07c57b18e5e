//! Nothing ends before it starts.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::date::{Date, DateError};

pub(super) const RULE: Rule = Rule {
    name: "end-before-start",
    doc: "The second date of a stretch of time is not earlier than the first; a date that was expected may \
          be earlier than the day on which it was said.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for (word, around) in known.dataset.dates() {
        let Err(error @ DateError::Order) = word.parse::<Date>() else {
            continue;
        };
        let (from, to) = word.split_once('/').unwrap_or_default();
        let message = format!("\"{word}\": {error}");
        let help = format!("did you mean \"{to}/{from}\"?");
        faults.push(known.fault(RULE.name, Severity::Error, word, around, message, help));
    }
}
