//! What is in an atlas of ties has ties.

use std::collections::HashSet;

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    name: "lone-entity",
    doc: "An entity to which nothing leads, no tie, no stance, no topic, is of little use to a \
          reader. It is only noted: a tie may be yet to be found.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let mut linked: HashSet<&str> = HashSet::new();
    for entry in &known.dataset.entries {
        let record = &entry.record;
        let named = record.all_ties().map(|(_, tie)| &tie.who).chain(&record.topics);
        let own: Vec<&str> = named.map(|word| &**word).collect();
        if !own.is_empty() {
            linked.insert(&record.id);
        }
        linked.extend(own);
        linked.extend(record.country.iter().map(|country| &**country));
    }
    for stance in &known.dataset.stances {
        let record = &stance.record;
        let named = [&record.holder, &record.about].into_iter().chain(&record.body).chain(&record.toward);
        linked.extend(named.map(|word| &**word));
    }
    for entry in &known.dataset.entries {
        let id = &entry.record.id;
        if entry.partial || linked.contains(&**id) {
            continue;
        }
        let message = format!("nothing leads to \"{id}\" ({})", entry.record.name);
        let help = "add a tie or a stance with its source".to_owned();
        faults.push(known.fault(RULE.name, Severity::Note, id, entry.place, message, help));
    }
}
