//! Nobody acts before they exist, or after.

use super::span::{Span, dated, followed_ties, surely_before};
use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::date::Moment;
use crate::model::kind::Kind;
use crate::model::record::{Group, Tie};

pub(super) const RULE: Rule = Rule {
    name: "tie-outside-life",
    doc: "A body has no members, officers or parts in anything before it is founded or after it has ended, and \
          a person none before birth or after death. Nothing is said where a date is uncertain, where what the \
          body succeeds was there before it, or where role or note tell the name of that time: `as BNSC`.",
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
    if !ALIVE.contains(&end.kind) || tie.role.iter().chain(&tie.note).any(|text| names_another(text)) {
        return None;
    }
    let record = &end.record;
    let (life, when) = (Span::life(end), Span::read(tie.during.as_ref()));
    // Of a tie that began at an unknown time its end is known.
    let when = when.from.or(when.to);
    let message = if surely_before(when, life.from) && !carried_on(known, end, when) {
        format!("the tie starts before \"{}\" was {} ({})", record.id, end.kind.began(), life.from?)
    } else if surely_before(life.to, when) {
        let over = if end.kind == Kind::Person { "died" } else { "ended" };
        format!("the tie starts after \"{}\" had {over} ({})", record.id, life.to?)
    } else {
        return None;
    };
    let place = known.dataset.files.show(end.place);
    let help = format!(
        "mend one of the dates, or tell the name of that time in the note (`as BNSC`); {} stands at {place}",
        record.name
    );
    Some(known.fault(RULE.name, Severity::Warning, dated(tie), owner.place, message, help))
}

/// Whether something that the entity succeeds may have been there at the time.
fn carried_on(known: &Known<'_>, entry: &Entry, when: Option<Moment>) -> bool {
    let before = entry.record.succeeds.iter().filter_map(|tie| known.entity(&tie.who));
    let mut lives = before.map(|other| Span::life(other).from);
    lives.any(|from| from.is_none() || !surely_before(when, from))
}

/// Whether a text tells another name: "as BNSC", "joined as Japan".
fn names_another(text: &str) -> bool {
    let mut words = text.split_whitespace().map(|word| word.trim_start_matches('('));
    let named = |word: &str| word.starts_with(char::is_uppercase);
    words.any(|word| word == "as") && words.next().is_some_and(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_that_time_is_told_after_as() {
        assert!(names_another("as BNSC") && names_another("founding member (as Japan; JAXA since 2004)"));
        assert!(
            !names_another("as chairman of a committee of BNSC")
                && !names_another("as")
                && !names_another("BNSC")
        );
    }
}
