//! Nobody acts before they exist, or after.

use super::span::{Span, dated, followed_ties, surely_before};
use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::kind::Kind;
use crate::model::record::{Group, Tie};

pub(super) const RULE: Rule = Rule {
    name: "tie-outside-life",
    doc: "A body has no members, officers or parts in anything before it is founded or after it has ended, and \
          a person none before birth or after death. Nothing is said of a body whose date is uncertain.",
    check: Some(check),
};

/// Kinds that act.
const ALIVE: &[Kind] = &[Kind::Agency, Kind::Institute, Kind::Organisation, Kind::Company, Kind::Person];

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        for &group in Group::ALL.iter().filter(|&&group| group != Group::Succeeds) {
            for tie in followed_ties(entry.record.group(group)) {
                let ends = std::iter::once(entry).chain(known.entity(&tie.who));
                faults.extend(ends.filter_map(|end| outside(known, entry, tie, end)).take(1));
            }
        }
    }
}

/// Says that a tie starts before or after the life of one of its ends.
fn outside(known: &Known<'_>, owner: &Entry, tie: &Tie, end: &Entry) -> Option<Diagnostic> {
    if !ALIVE.contains(&end.kind) {
        return None;
    }
    let record = &end.record;
    let (life, when) = (Span::read(record.during.as_ref()), Span::read(tie.during.as_ref()));
    // Of a tie that began at an unknown time its end is known.
    let when = when.from.or(when.to);
    let message = if surely_before(when, life.from) {
        format!("the tie starts before \"{}\" was {} ({})", record.id, end.kind.began(), life.from?)
    } else if surely_before(life.to, when) {
        format!("the tie starts after \"{}\" had ended ({})", record.id, life.to?)
    } else {
        return None;
    };
    let place = known.dataset.files.show(end.place);
    let help = format!(
        "mend one of the dates, or name the body that then existed; {} stands at {place}",
        record.name
    );
    Some(known.fault(RULE.name, Severity::Warning, dated(tie), owner.place, message, help))
}
