//! Nothing is launched after its end.

use super::span::{Span, followed, surely_before};
use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::milestone::{MilestoneKind, MilestoneRecord};

use MilestoneKind::{
    Agreed, Announced, Cancelled, Completed, Delayed, Docked, Ended, Landed, Launched, Proposed, Scheduled,
    Selected, Signed, Suspended, Trained, Withdrew,
};

pub(super) const RULE: Rule = Rule {
    name: "event-outside-life",
    doc: "Nothing is launched, docked or landed before it began or after it ended, nothing ends before it \
          began, and what has ended is not planned again. Only what no reading of the dates makes true is told.",
    check: Some(check),
};

/// Whether an event belongs to the time after the start of its entity, and to the time before its end.
const fn within(kind: MilestoneKind) -> (bool, bool) {
    match kind {
        Launched | Docked | Landed => (true, true),
        Ended => (true, false),
        Proposed | Selected | Scheduled | Delayed => (false, true),
        Agreed | Signed | Completed | Cancelled | Suspended | Withdrew | Announced | Trained => {
            (false, false)
        }
    }
}

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        let all = &entry.record.milestones;
        let rivals = |one: &MilestoneRecord| {
            let kind = one.kind;
            all.iter().filter(move |other| other.kind == kind).map(|other| other.rank)
        };
        let told = all.iter().filter(|one| followed(one.rank, rivals(one)));
        faults.extend(told.filter_map(|one| outside(known, entry, one)));
    }
}

fn outside(known: &Known<'_>, entry: &Entry, event: &MilestoneRecord) -> Option<Diagnostic> {
    let life = Span::life(entry);
    let when = Span::read(Some(&event.on));
    let (after_start, before_end) = within(event.kind);
    let (id, kind) = (&entry.record.id, event.kind);
    let message = if after_start && surely_before(when.to.or(when.from), life.from) {
        format!("\"{id}\" is {kind} on {} before it was {} ({})", event.on, entry.kind.began(), life.from?)
    } else if before_end && surely_before(life.to, when.from.or(when.to)) {
        format!("\"{id}\" is {kind} on {} after it had ended ({})", event.on, life.to?)
    } else {
        return None;
    };
    let help = "mend the date of the event, or `during` of the record".to_owned();
    Some(known.fault(RULE.name, Severity::Warning, &event.on, entry.place, message, help))
}
