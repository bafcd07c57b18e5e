//! One thing has one record.

use std::collections::{BTreeMap, BTreeSet};

use super::bad_id::kebab;
use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::spelling::distance;
use crate::model::kind::Kind;

pub(super) const RULE: Rule = Rule {
    name: "similar-name",
    doc: "Two entities of one kind whose names are the same but for a letter, case, accents or hyphens are \
          likely one entity entered twice. Numbers, initials, short words and states may differ by a letter.",
    check: Some(check),
};

/// Words of fewer letters may differ by one: they are numbers in letters, initials and the like.
const SHORT: usize = 5;

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let names: Vec<(&Entry, String)> = known
        .dataset
        .entries
        .iter()
        .map(|entry| (entry, kebab(&entry.record.name)))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    // Two names with one letter more, less, other or swapped have a form in common that lacks one letter:
    // W. Garbe, "1000x faster spelling correction algorithm", SymSpell 2012.
    let mut forms: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (number, (entry, name)) in names.iter().enumerate() {
        for form in lacking(&name.replace('-', "")) {
            forms.entry((entry.kind, form)).or_default().push(number);
        }
    }
    let pairs: BTreeSet<(usize, usize)> = forms
        .values()
        .flat_map(|found| {
            found.iter().enumerate().flat_map(|(at, &later)| found[..at].iter().map(move |&one| (one, later)))
        })
        .collect();
    for (one, later) in pairs {
        let ((other, theirs), (entry, ours)) = (&names[one], &names[later]);
        // States are told apart by the codes in their ids: Iceland is not Ireland.
        let slip = entry.kind != Kind::State && similar(theirs, ours);
        if entry.record.id == other.record.id || !slip && theirs != ours {
            continue;
        }
        let (id, name) = (&other.record.id, &other.record.name);
        let message = format!("\"{}\" is almost the name of \"{id}\" ({name})", entry.record.name);
        let help = format!(
            "join it with the record at {}, or tell them apart",
            known.dataset.files.show(other.place)
        );
        faults.push(known.fault(
            RULE.name,
            Severity::Warning,
            &entry.record.name,
            entry.place,
            message,
            help,
        ));
    }
}

/// A name, and what is left of it without one of its letters.
fn lacking(name: &str) -> BTreeSet<String> {
    let without = |at: usize| format!("{}{}", &name[..at], &name[at + 1..]);
    // The names are ASCII.
    (0..name.len()).map(without).chain([name.to_owned()]).collect()
}

/// Whether two names in kebab case differ by no more than hyphens or a letter of a long word.
fn similar(one: &str, other: &str) -> bool {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (one.split('-').collect(), other.split('-').collect());
    if ours.len() != theirs.len() {
        return one.replace('-', "") == other.replace('-', "");
    }
    let mut differ = ours.iter().zip(&theirs).filter(|(ours, theirs)| ours != theirs);
    let word = |word: &str| word.len() >= SHORT && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    match (differ.next(), differ.next()) {
        (None, _) => true,
        (Some((ours, theirs)), None) => word(ours) && word(theirs) && distance(ours, theirs, 1).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_initials_tell_names_apart_and_slips_do_not() {
        for (one, other, same) in [
            ("Zhang Kejian", "Zhang Ke-jian", true),
            ("Jan Wörner", "Jan Worner", true),
            ("Josef Aschbacher", "Josef Aschbahcer", true),
            ("Shenzhou 12", "Shenzhou 13", false),
            ("Sentinel-1A", "Sentinel-1B", false),
            ("Galaxy II", "Galaxy III", false),
            ("Mali", "Malta", false),
            ("European Space Agency", "Egyptian Space Agency", false),
        ] {
            assert_eq!(similar(&kebab(one), &kebab(other)), same, "{one} and {other}");
        }
        assert!(lacking("ab").contains("a") && lacking("ab").contains("ab"));
    }
}
