//! A publication is one source.

use std::collections::HashMap;

use super::{Known, Rule};
use crate::dataset::Placed;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::source::SourceRecord;

pub(super) const RULE: Rule = Rule {
    name: "duplicate-url",
    doc: "Two sources never have the same address: one publication that counts twice would make a claim look \
          better supported than it is.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Placed<SourceRecord>> = HashMap::new();
    for source in &known.dataset.sources {
        let Some(url) = &source.record.url else {
            continue;
        };
        let Some(other) = first.get(bare(url)) else {
            first.insert(bare(url), source);
            continue;
        };
        let message = format!("the source \"{}\" already has this address", other.record.id);
        let help = format!("it stands at {}; join the two", known.dataset.files.show(other.place));
        faults.push(known.fault(RULE.name, Severity::Warning, url, source.place, message, help));
    }
}

/// An address without what does not tell two pages apart.
fn bare(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/')
}
