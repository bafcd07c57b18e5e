//! A body has one head at a time.

use super::office::{Office, by_body};
use super::span::{dated, surely_before};
use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

/// Titles that one person at a time holds in a body, in small letters; an acting head has another title.
const HEADS: &[&str] = &[
    "administrator",
    "chair",
    "chairman",
    "chairman of the executive board",
    "chair of the executive board",
    "chief executive",
    "director",
    "director general",
    "executive director",
    "foreign minister",
    "head",
    "head of agency",
    "managing director",
    "president",
    "prime minister",
    "secretary general",
];

pub(super) const RULE: Rule = Rule {
    name: "two-heads",
    doc: "Two people never head one body under the same title on the same day, and who has a successor under \
          the same title has left. Only what no reading of the dates makes true is told; an acting head and \
          heads under different titles may overlap.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for offices in by_body(known).into_values() {
        let heads: Vec<&Office<'_>> =
            offices.iter().filter(|office| HEADS.contains(&&*office.title)).collect();
        for (number, later) in heads.iter().enumerate() {
            let earlier = heads[..number].iter().filter(|other| other.title == later.title);
            for other in earlier.filter(|other| other.holder.record.id != later.holder.record.id) {
                faults.extend(both(known, other, later));
            }
        }
    }
}

/// Says that two were head at once, if they were.
fn both(known: &Known<'_>, one: &Office<'_>, other: &Office<'_>) -> Option<Diagnostic> {
    let stays = |one: &Office<'_>, other: &Office<'_>| {
        let open = one.tie.during.as_ref().is_some_and(|during| during.ends_with("/.."));
        open && surely_before(one.when.from, other.when.from)
    };
    // The fault is told where the date is wrong: at the one that has no end.
    let (here, there) = if stays(one, other) { (one, other) } else { (other, one) };
    let unended = stays(here, there);
    if !unended && !one.overlaps(other) {
        return None;
    }
    let body = known.entity(&here.tie.who).map_or(&*here.tie.who, |entry| &*entry.record.name);
    let (name, title) = (&there.holder.record.name, here.tie.role.as_deref().unwrap_or_default());
    let message = format!("{name} is {title} of {body} at the same time ({})", dated(there.tie));
    let place = known.dataset.files.show(known.dataset.files.locate(&there.tie.who, there.holder.place));
    let help = if unended {
        format!("give the day on which {} left; the other one stands at {place}", here.holder.record.name)
    } else {
        format!("mend one of the two; the other one stands at {place}")
    };
    Some(known.fault(RULE.name, Severity::Warning, dated(here.tie), here.holder.place, message, help))
}
