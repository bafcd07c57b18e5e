//! Offices as two rules compare them: who held which title where, and when.

use std::collections::BTreeMap;

use super::Known;
use super::span::{Span, followed_ties};
use crate::dataset::Entry;
use crate::model::record::Tie;
use crate::model::relation::Relation;

/// An office that somebody held.
pub(super) struct Office<'d> {
    /// The person.
    pub(super) holder: &'d Entry,
    /// The tie to the body.
    pub(super) tie: &'d Tie,
    /// The title in small letters.
    pub(super) title: String,
    /// From when to when.
    pub(super) when: Span,
}

impl Office<'_> {
    /// Whether both were certainly held on some day, or a source saw one of them held during the other.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let seen = |one: &Self, other: &Self| {
            one.tie.seen.iter().any(|day| Span::read(Some(day)).overlaps(other.when))
        };
        self.when.overlaps(other.when) || seen(self, other) || seen(other, self)
    }
}

/// The offices at every body that are followed, in the order of the files.
pub(super) fn by_body<'d>(known: &Known<'d>) -> BTreeMap<&'d str, Vec<Office<'d>>> {
    let mut bodies: BTreeMap<&str, Vec<Office<'_>>> = BTreeMap::new();
    for holder in &known.dataset.entries {
        let offices = followed_ties(&holder.record.offices)
            .filter(|tie| tie.relation.is_none_or(|relation| relation == Relation::HoldsOfficeAt));
        for tie in offices {
            let Some(title) = &tie.role else { continue };
            let title = title.to_lowercase().replace('-', " ");
            let when = Span::read(tie.during.as_ref());
            bodies.entry(&tie.who).or_default().push(Office { holder, tie, title, when });
        }
    }
    bodies
}
