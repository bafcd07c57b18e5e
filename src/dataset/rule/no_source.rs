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
        let subject = match claim.what {
            "record" | "stance" => format!("the {} \"{}\"", claim.what, claim.word),
            "tie" => format!("the tie to \"{}\"", claim.word),
            "milestone" => format!("the milestone of \"{}\"", claim.word),
            what => format!("the {what} \"{}\"", claim.word),
        };
        faults.push(known.fault(
            RULE.name,
            Severity::Error,
            claim.word,
            claim.around,
            format!("{subject} has no source"),
            "add `sources: [\"…\"]` with the id of a source from data/sources/".to_owned(),
        ));
    }
}
