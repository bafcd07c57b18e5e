//! High confidence wants good sources.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::citation::Citation;
use crate::model::standing::Confidence;

pub(super) const RULE: Rule = Rule {
    name: "weak-support",
    doc: "A claim of high confidence rests on at least one source that is not weak.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let weak =
        |citation: &Citation| known.source(&citation.source).is_some_and(|source| source.weak.is_some());
    for claim in known.dataset.claims() {
        let high = claim.confidence == Some(Confidence::High);
        let Some(first) = claim.sources.first() else {
            continue;
        };
        if high && claim.sources.iter().all(weak) {
            let message = format!("the {} is of high confidence, but its sources are weak", claim.what);
            let help = "cite a better source, or lower the confidence".to_owned();
            let (word, around) = (&first.source, claim.around);
            faults.push(known.fault(RULE.name, Severity::Warning, word, around, message, help));
        }
    }
}
