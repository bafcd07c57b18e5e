//! A short name leads to one entity.

use std::collections::HashMap;

use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "alias-clash",
    doc: "No alias and no short name of an entity is the name of another one, or a search would lead astray. \
          Two entities may be known by one short name; that is only noted.",
    check: Some(check),
};

/// What a name is to an entity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Name,
    Short,
    Alias,
}

impl Use {
    const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Short => "short name",
            Self::Alias => "alias",
        }
    }
}

type Names<'d> = HashMap<String, Vec<(Use, &'d Entry)>>;

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    let mut names = Names::new();
    for entry in &known.dataset.entries {
        let record = &entry.record;
        let short = record.short.iter().map(|short| (Use::Short, short));
        for (kind, word) in std::iter::once((Use::Name, &record.name)).chain(short) {
            names.entry(fold(word)).or_default().push((kind, entry));
        }
    }
    for entry in &known.dataset.entries {
        let short = entry.record.short.iter().map(|short| (Use::Short, short));
        let aliases = entry.record.aliases.iter().map(|alias| (Use::Alias, alias));
        faults
            .extend(short.chain(aliases).filter_map(|(kind, word)| clash(known, &names, entry, kind, word)));
    }
}

fn clash(known: &Known<'_>, names: &Names<'_>, entry: &Entry, ours: Use, word: &Word) -> Option<Diagnostic> {
    let shared = |theirs: Use| ours == Use::Short && theirs == Use::Short;
    let others = || {
        names.get(&fold(word)).into_iter().flatten().filter(|(_, other)| other.record.id != entry.record.id)
    };
    // A short name that two share is told once, at the later of the two.
    let (theirs, other) = others()
        .find(|(theirs, _)| !shared(*theirs))
        .or_else(|| others().find(|(_, other)| other.place < entry.place))?;
    let (severity, help) = if shared(*theirs) {
        (Severity::Note, "choose another one, unless both are really called so")
    } else {
        (Severity::Error, "take it out, or write more of the name")
    };
    let (id, name) = (&other.record.id, &other.record.name);
    let message =
        format!("the {} \"{word}\" is also the {} of \"{id}\" ({name})", ours.word(), theirs.word());
    Some(known.fault(RULE.name, severity, word, entry.place, message, help.to_owned()))
}

fn fold(name: &str) -> String {
    name.trim().to_lowercase()
}
