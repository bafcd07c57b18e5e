//! What comes after comes after.

use super::span::{Span, followed_ties, surely_before};
use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::record::{Group, Tie};
use crate::model::relation::Relation;

pub(super) const RULE: Rule = Rule {
    name: "succession-order",
    doc: "What succeeds something else does not start, and so does not end, before that has started. Only what \
          no reading of the dates makes true is told.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        for &group in Group::ALL {
            let ties = followed_ties(entry.record.group(group))
                .filter(|tie| tie.relation.unwrap_or(group.relation()) == Relation::Succeeds);
            faults.extend(ties.filter_map(|tie| {
                let other = known.entity(&tie.who)?;
                let (after, before) = if group.inward() { (other, entry) } else { (entry, other) };
                turned(known, entry, tie, after, before)
            }));
        }
    }
}

/// Says that `after` comes before what it succeeds.
fn turned(known: &Known<'_>, owner: &Entry, tie: &Tie, after: &Entry, before: &Entry) -> Option<Diagnostic> {
    let (own, other) = (Span::life(after), Span::life(before));
    let (ended, started) = (surely_before(own.to, other.from), surely_before(own.from, other.from));
    if !ended && !started {
        return None;
    }
    let (verb, at) = if ended { ("ended", own.to?) } else { ("started", own.from?) };
    let (id, other_id, start) = (&after.record.id, &before.record.id, other.from?);
    let message =
        format!("\"{id}\" succeeds \"{other_id}\", but {verb} ({at}) before that started ({start})");
    let help = format!("mend the dates; or is it \"{other_id}\" that succeeds \"{id}\"?");
    Some(known.fault(RULE.name, Severity::Warning, &tie.who, owner.place, message, help))
}
