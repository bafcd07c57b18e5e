//! Summaries are short.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

/// No summary has more characters.
const MOST: usize = 400;

pub(super) const RULE: Rule = Rule {
    name: "long-summary",
    doc: "A summary has at most 400 characters; what goes beyond is better told by ties and milestones, \
          which have dates and sources.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        let summary = &entry.record.summary;
        let length = summary.chars().count();
        if length > MOST {
            let message = format!("the summary has {length} characters");
            let help = format!("keep it to {MOST}; tell the rest as ties and milestones");
            faults.push(known.fault(RULE.name, Severity::Warning, summary, entry.place, message, help));
        }
    }
}
