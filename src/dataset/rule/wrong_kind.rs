//! A relation ties only what it can tie, and a record has only the lists of its kind.

use super::{Known, Rule};
use crate::dataset::Entry;
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::dataset::spelling::joined;
use crate::model::kind::Kind;
use crate::model::record::{Group, Tie};
use crate::model::relation::Relation;
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "wrong-kind",
    doc: "A record has only the lists of ties that its kind may own, the ends of a tie are of kinds that its \
          relation can tie, a country is a state and a topic is a topic.",
    check: Some(check),
};

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        for &group in Group::ALL {
            let ties = entry.record.group(group);
            if !entry.kind.groups().contains(&group) {
                faults.extend(ties.first().map(|tie| foreign_group(known, entry, group, tie)));
                continue;
            }
            faults.extend(ties.iter().filter_map(|tie| foreign_end(known, entry, group, tie)));
        }
        let record = &entry.record;
        faults.extend(
            record.country.iter().filter_map(|id| not_a(known, Kind::State, "country", id, entry.place)),
        );
        faults.extend(
            record.topics.iter().filter_map(|id| not_a(known, Kind::Topic, "topics", id, entry.place)),
        );
    }
}

/// The kinds at the two ends of a tie, first end first; `None` where the other end is not known.
fn ends(known: &Known<'_>, owner: Kind, group: Group, tie: &Tie) -> Option<(Kind, Kind)> {
    let other = known.entity(&tie.who)?.kind;
    Some(if group.inward() { (other, owner) } else { (owner, other) })
}

/// Whether a relation can tie these kinds, in either direction if it has none.
fn fits(relation: Relation, (from, to): (Kind, Kind)) -> bool {
    let (first, second) = relation.ends();
    let runs = |from, to| first.contains(&from) && second.contains(&to);
    runs(from, to) || relation.symmetric() && runs(to, from)
}

fn foreign_group(known: &Known<'_>, entry: &Entry, group: Group, tie: &Tie) -> Diagnostic {
    let owner = entry.kind.with_article();
    let own = entry.kind.groups();
    let listed = |groups: &[Group], and| {
        let names: Vec<String> = groups.iter().map(|group| format!("`{group}`")).collect();
        joined(&names, and)
    };
    let here = fitting(known, entry.kind, own, tie);
    let help = if !here.is_empty() {
        format!("did you mean {}?", listed(&here, "or"))
    } else if let Some(there) = other_end(known, entry.kind, tie) {
        format!("did you mean `{there}` in the record of \"{}\"?", tie.who)
    } else {
        format!("{owner} has {}; a tie of another sort is listed at its other end", listed(own, "and"))
    };
    let place = Some(heading(known, entry, group, tie));
    let message = format!("{owner} has no `{group}`");
    Diagnostic { rule: RULE.name, severity: Severity::Error, place, message, help }
}

/// The groups in which an owner could list a tie, going by the relation that each stands for.
fn fitting(known: &Known<'_>, owner: Kind, groups: &[Group], tie: &Tie) -> Vec<Group> {
    let fits = |group: Group| {
        tie.relation.is_none_or(|relation| relation == group.relation())
            && ends(known, owner, group, tie).is_some_and(|ends| fits(group.relation(), ends))
    };
    groups.iter().copied().filter(|&group| fits(group)).collect()
}

/// The group in which the other end of a tie could list it.
fn other_end(known: &Known<'_>, owner: Kind, tie: &Tie) -> Option<Group> {
    let other = known.entity(&tie.who)?.kind;
    let fits =
        |group: Group| group.inward() && fits(tie.relation.unwrap_or(group.relation()), (owner, other));
    other.groups().iter().copied().find(|&group| fits(group))
}

/// Where the name of a list is written: before its first tie.
fn heading(known: &Known<'_>, entry: &Entry, group: Group, tie: &Tie) -> Place {
    let files = &known.dataset.files;
    let first = files.locate(&tie.who, entry.place);
    let text = files.get(first.file).map_or("", |file| &*file.text);
    let before = text.get(..first.start as usize).unwrap_or_default();
    before.rfind(group.name()).map_or(first, |start| {
        let end = start + group.name().len();
        Place { start: start as u32, end: end as u32, ..first }
    })
}

fn foreign_end(known: &Known<'_>, entry: &Entry, group: Group, tie: &Tie) -> Option<Diagnostic> {
    let relation = tie.relation.unwrap_or(group.relation());
    let ends = ends(known, entry.kind, group, tie)?;
    if fits(relation, ends) {
        return None;
    }
    let (from, to) = ends;
    let message = format!("`{relation:?}` cannot tie {} to {}", from.with_article(), to.with_article());
    let (first, second) = relation.ends();
    let mut allowed = Vec::new();
    if !first.contains(&from) {
        allowed.push(format!("starts from {}", any_of(first)));
    }
    if !second.contains(&to) {
        allowed.push(format!("leads to {}", any_of(second)));
    }
    let usual = group.relation();
    let advice = if fits(usual, ends) && usual != relation {
        format!("; without `as` it would be `{usual:?}`")
    } else {
        String::new()
    };
    let help = format!("`{relation:?}` {}{advice}", joined(&allowed, "and"));
    Some(known.fault(RULE.name, Severity::Error, &tie.who, entry.place, message, help))
}

fn any_of(kinds: &[Kind]) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.with_article()).collect();
    joined(&names, "or")
}

fn not_a(known: &Known<'_>, kind: Kind, field: &str, id: &Word, around: Place) -> Option<Diagnostic> {
    let found = known.entity(id)?.kind;
    if found == kind {
        return None;
    }
    let wanted = kind.with_article();
    let message = format!("\"{id}\" is {}, not {wanted}", found.with_article());
    let help = format!("`{field}` names {wanted} by its id");
    Some(known.fault(RULE.name, Severity::Error, id, around, message, help))
}
