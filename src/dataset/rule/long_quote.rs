//! Quotes are short.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::model::word::Word;

/// No quote has more characters.
const MOST: usize = 300;

pub(super) const RULE: Rule = Rule {
    name: "long-quote",
    doc: "A quote has at most 300 characters: enough to check what was said, and no more of a text that \
          belongs to somebody else.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for claim in known.dataset.claims() {
        for quote in claim.sources.iter().filter_map(|citation| citation.quote.as_ref()) {
            length(known, quote, claim.around, faults);
        }
    }
    for stance in &known.dataset.stances {
        if let Some(quote) = &stance.record.quote {
            length(known, quote, stance.place, faults);
        }
    }
}

fn length(known: &Known<'_>, quote: &Word, around: Place, faults: &mut Vec<Diagnostic>) {
    let length = quote.chars().count();
    if length > MOST {
        let message = format!("the quote has {length} characters");
        let help = format!("keep the {MOST} that matter most, and say the rest in your own words");
        faults.push(known.fault(RULE.name, Severity::Warning, quote, around, message, help));
    }
}
