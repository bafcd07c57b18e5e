//! Nobody holds an office twice, or that of the deputy beside it.

use super::office::{Office, by_body};
use super::span::dated;
use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};

/// What stands before a title of somebody who stands in or stands below, in small letters.
const BELOW: &[&str] = &["acting ", "assistant ", "deputy ", "first ", "interim ", "provisional ", "vice "];

pub(super) const RULE: Rule = Rule {
    name: "office-overlap",
    doc: "A person's stays in one office do not overlap, nor does a stay as deputy or acting head with one in \
          the office itself, unless both have a rank. Only what no reading of the dates makes true is told.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for offices in by_body(known).into_values() {
        for (number, later) in offices.iter().enumerate() {
            let own =
                offices[..number].iter().filter(|other| other.holder.record.id == later.holder.record.id);
            faults.extend(own.filter_map(|other| both(known, other, later)));
        }
    }
}

fn both(known: &Known<'_>, one: &Office<'_>, other: &Office<'_>) -> Option<Diagnostic> {
    // Two that both have a rank are known to contradict each other.
    let told = one.tie.rank.is_some() && other.tie.rank.is_some();
    if told || own(&one.title) != own(&other.title) || !one.overlaps(other) {
        return None;
    }
    let title = |office: &Office<'_>| office.tie.role.as_deref().unwrap_or_default().to_owned();
    let message = format!(
        "{} is {} ({}) and {} ({}) at the same time",
        one.holder.record.name,
        title(one),
        dated(one.tie),
        title(other),
        dated(other.tie)
    );
    let help = if one.title == other.title { "join the two, or mend the dates" } else { "mend the dates" };
    let (word, around) = (dated(other.tie), other.holder.place);
    Some(known.fault(RULE.name, Severity::Warning, word, around, message, help.to_owned()))
}

/// The title of the office itself.
fn own(title: &str) -> &str {
    BELOW.iter().find_map(|below| title.strip_prefix(below)).map_or(title, own)
}
