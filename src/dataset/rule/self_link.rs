//! Nobody is tied to themselves.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "self-link",
    doc: "A tie has two ends, and a stance that is taken toward somebody is taken toward somebody else.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        let record = &entry.record;
        for (group, tie) in record.all_ties().filter(|(_, tie)| tie.who == record.id) {
            let message = format!("\"{}\" is tied to itself in `{group}`", record.id);
            let help = "name the other end".to_owned();
            faults.push(known.fault(RULE.name, Severity::Error, &tie.who, entry.place, message, help));
        }
    }
    for stance in &known.dataset.stances {
        let record = &stance.record;
        for toward in record.toward.iter().filter(|&toward| *toward == record.holder) {
            let message = format!("\"{toward}\" takes a stance toward \"{toward}\"");
            let help = "name the other side, or leave `toward` out".to_owned();
            faults.push(known.fault(RULE.name, Severity::Error, toward, stance.place, message, help));
        }
    }
}
