//! Claims that cannot all be true: values in dispute, ranked claims, ties and events whose dates differ.

use std::collections::BTreeMap;

use super::id::{ClaimId, EntityId, LinkId, MilestoneId};
use super::{Graph, Link};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::model::standing::Rank;

/// Claims about one thing that disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The entity in whose record they stand.
    pub entity: EntityId,
    /// What they disagree about.
    pub about: Subject,
    /// The claims: the one to follow first, those known to be wrong last.
    pub sides: Vec<ClaimId>,
}

/// What is disputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An attribute, named by the first of its disputed values.
    Field(u16),
    /// The dates or the level of a tie.
    Tie(Relation),
    /// An event.
    Event(MilestoneKind),
    /// What was said.
    Position,
}

impl Graph {
    /// Everything on which claims disagree, entity by entity. Looked for when it is first asked for.
    pub fn conflicts(&self) -> &[Conflict] {
        self.conflicts.get_or_init(|| self.find_conflicts())
    }

    fn find_conflicts(&self) -> Vec<Conflict> {
        let mut found: Vec<Conflict> = Vec::new();
        let ties = self.contested_ties();
        for entity in self.entity_ids() {
            found.extend(self.fields(entity));
            found.extend(self.events(entity));
            found.extend(self.beginning(entity));
        }
        found.extend(ties);
        found.extend(self.voices());
        for conflict in &mut found {
            conflict.sides.sort_by_key(|&side| (std::cmp::Reverse(self.claim(side).rank), side));
        }
        found.sort_by_key(|conflict| conflict.entity);
        found
    }

    /// Disputed values, field by field.
    fn fields(&self, entity: EntityId) -> Vec<Conflict> {
        let disputes = &self.entity(entity).record.disputes;
        let mut found: Vec<Conflict> = Vec::new();
        for (number, dispute) in disputes.iter().enumerate() {
            let side = ClaimId::Dispute(entity, number as u16);
            let same = |conflict: &&mut Conflict| matches!(conflict.about, Subject::Field(first) if *disputes[first as usize].field == *dispute.field);
            match found.iter_mut().find(same) {
                Some(conflict) => conflict.sides.push(side),
                None => {
                    found.push(Conflict { entity, about: Subject::Field(number as u16), sides: vec![side] });
                }
            }
        }
        found
    }

    /// Events of one sort of which some have a rank.
    fn events(&self, entity: EntityId) -> Vec<Conflict> {
        let mut sorts: BTreeMap<MilestoneKind, Vec<MilestoneId>> = BTreeMap::new();
        for &id in self.milestones(entity) {
            sorts.entry(self.milestone(id).record.kind).or_default().push(id);
        }
        let ranked = |id: &MilestoneId| self.milestone(*id).claim.rank != Rank::Normal;
        let mut found = Vec::new();
        for (kind, ids) in sorts {
            let mut sides: Vec<MilestoneId> = ids.iter().copied().filter(ranked).collect();
            // A claim that is known to be wrong, alone: those that are not stand against it.
            if sides.len() == 1 {
                sides.clone_from(&ids);
            }
            if sides.len() > 1 && sides.iter().any(ranked) {
                let sides = sides.into_iter().map(ClaimId::Milestone).collect();
                found.push(Conflict { entity, about: Subject::Event(kind), sides });
            }
        }
        found
    }

    /// The date of an agreement against the one event at which it was signed, where they do not agree.
    fn beginning(&self, id: EntityId) -> Option<Conflict> {
        let entity = self.entity(id);
        let kind = MilestoneKind::Signed;
        let start = Date::At(entity.during.filter(|_| entity.kind == Kind::Agreement)?.start()?);
        let events = || {
            let events = self.milestones(id).iter().map(|&id| (id, self.milestone(id)));
            events.filter(|(_, event)| event.record.kind == kind && event.claim.rank == Rank::Normal)
        };
        let apart = |on: Date| match on {
            Date::At(_) => !on.agrees(start),
            Date::Span { .. } => !on.touches(start.first(), start.last()),
        };
        // One event only: of several, each may be about something else.
        if events().count() != 1 || !events().all(|(_, event)| apart(event.on)) {
            return None;
        }
        let sides = [ClaimId::Entity(id)].into_iter().chain(events().map(|(id, _)| ClaimId::Milestone(id)));
        Some(Conflict { entity: id, about: Subject::Event(kind), sides: sides.collect() })
    }

    /// Ties of the same two by the same relation that do not agree, or of which some have a rank.
    fn contested_ties(&self) -> Vec<Conflict> {
        let mut pairs: BTreeMap<(EntityId, EntityId, Relation), Vec<LinkId>> = BTreeMap::new();
        for id in self.link_ids() {
            let link = self.link(id);
            let (from, to) = if link.relation.symmetric() {
                (link.from.min(link.to), link.from.max(link.to))
            } else {
                (link.from, link.to)
            };
            pairs.entry((from, to, link.relation)).or_default().push(id);
        }
        let mut found = Vec::new();
        for ((_, _, relation), ids) in pairs.into_iter().filter(|(_, ids)| ids.len() > 1) {
            let contested = |&id: &LinkId| {
                let link = self.link(id);
                let others = ids.iter().filter(|&&other| other != id).map(|&other| self.link(other));
                link.claim.rank != Rank::Normal || others.into_iter().any(|other| disagree(link, other))
            };
            let sides: Vec<ClaimId> = ids.iter().copied().filter(contested).map(ClaimId::Link).collect();
            if sides.len() > 1 {
                let entity = self.link(ids[0]).owner;
                found.push(Conflict { entity, about: Subject::Tie(relation), sides });
            }
        }
        found
    }

    /// Stances of one holder on one issue of which some have a rank.
    fn voices(&self) -> Vec<Conflict> {
        let mut pairs: BTreeMap<(EntityId, EntityId), Vec<ClaimId>> = BTreeMap::new();
        for id in self.stance_ids().filter(|&id| self.stance(id).claim.rank != Rank::Normal) {
            let stance = self.stance(id);
            pairs.entry((stance.holder, stance.about)).or_default().push(ClaimId::Stance(id));
        }
        let several = pairs.into_iter().filter(|(_, sides)| sides.len() > 1);
        several.map(|((entity, _), sides)| Conflict { entity, about: Subject::Position, sides }).collect()
    }

    /// Whether a conflict has to do with an entity.
    pub fn concerns(&self, conflict: &Conflict, id: EntityId) -> bool {
        conflict.entity == id || conflict.sides.iter().any(|&side| self.named(side).contains(&id))
    }
}

/// Whether two ties cannot both be as they are written. What has another role is another tie, and what
/// can be entered and left may have been there twice.
fn disagree(one: &Link, other: &Link) -> bool {
    if matches!((one.role(), other.role()), (Some(one), Some(other)) if one != other) {
        return false;
    }
    let once = matches!(one.relation, Relation::Signed | Relation::WithdrewFrom);
    let dates = match (one.during, other.during) {
        (Some(ours), Some(theirs)) => {
            !ours.agrees(theirs) && (once || ours.touches(theirs.first(), theirs.last()))
        }
        _ => false,
    };
    dates || matches!((one.tie.level, other.tie.level), (Some(one), Some(other)) if one != other)
}
