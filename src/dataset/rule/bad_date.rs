//! Dates are dates.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::date::{Date, DateError};

pub(super) const RULE: Rule = Rule {
    name: "bad-date",
    doc: "Every date has one of the forms of EDTF that are known here, and the calendar has such a day.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for (word, around) in known.dataset.dates() {
        let Err(error @ (DateError::Form | DateError::Calendar)) = word.parse::<Date>() else {
            continue;
        };
        let message = format!("\"{word}\": {error}");
        let help = format!("write {}", Date::FORMS);
        faults.push(known.fault(RULE.name, Severity::Error, word, around, message, help));
    }
}
