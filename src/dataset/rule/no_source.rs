//! Every claim says on whose word we know it.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "no-source",
    doc: "Every record, tie, milestone, disputed value and stance cites at least one source; a claim on \
          nobody's word is left out.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for claim in known.dataset.claims().filter(|claim| claim.sources.is_empty()) {
        faults.push(known.fault(
            RULE.name,
            Severity::Error,
            claim.word,
            claim.around,
            format!("{} has no source", claim.subject()),
            "add `sources: [\"…\"]` with the id of a source from data/sources/".to_owned(),
        ));
    }
}
