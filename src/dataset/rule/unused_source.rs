//! Sources are there to be cited.

use std::collections::HashSet;

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "unused-source",
    doc: "A source that no claim cites is of no use to a reader. Nothing is said of it while some records \
          cannot be read.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    if known.dataset.partial {
        return;
    }
    let cited: HashSet<&str> =
        known.dataset.claims().flat_map(|claim| claim.sources).map(|citation| &*citation.source).collect();
    for source in &known.dataset.sources {
        let id = &source.record.id;
        if !cited.contains(&**id) {
            let message = format!("no claim cites the source \"{id}\"");
            let help = "cite it where it says something, or take it out".to_owned();
            faults.push(known.fault(RULE.name, Severity::Warning, id, source.place, message, help));
        }
    }
}
