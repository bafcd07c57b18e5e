//! What a brief is about: the focus with what belongs to it, the other side, what both share, and on what.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, StanceId};
use crate::model::date::Day;
use crate::model::kind::Kind;
use crate::model::standing::Confidence;
use crate::view::Lens;
use crate::view::sieve::Sieve;

use super::sentence::name;

/// Bodies beyond which a shared work is a forum, not a matter of two sides.
const CROWD: usize = 14;

pub(super) struct Scope<'a> {
    pub(super) seen: Seen<'a>,
    pub(super) sieve: Sieve<'a>,
    pub(super) focus: EntityId,
    /// The other side, if there is one.
    pub(super) about: Option<EntityId>,
    /// Of what both share, only what has to do with this counts.
    pub(super) subject: Option<EntityId>,
    /// The focus and what belongs to it.
    pub(super) ours: Vec<EntityId>,
    /// The other side and what belongs to it.
    pub(super) theirs: Vec<EntityId>,
    /// The subject and what belongs to it.
    matter: Vec<EntityId>,
    /// Agreements, missions and the like: of two sides those that they share.
    pub(super) works: Vec<EntityId>,
}

impl<'a> Scope<'a> {
    pub(super) fn new(seen: Seen<'a>, lens: &'a Lens) -> Option<Self> {
        let focus = *lens.focus.first()?;
        let other = lens.focus.get(1).copied().filter(|&other| other != focus);
        let named = lens.about.first().copied().filter(|&named| named != focus && Some(named) != other);
        let (about, subject) = if other.is_some() { (other, named) } else { (named, None) };
        let graph = seen.graph();
        let ours = graph.realm(focus);
        let theirs = about.map_or_else(Vec::new, |id| graph.realm(id));
        let matter = subject.map_or_else(Vec::new, |id| graph.realm(id));
        let mut scope = Self {
            seen,
            sieve: Sieve::new(seen, &lens.query),
            focus,
            about,
            subject,
            ours,
            theirs,
            matter,
            works: Vec::new(),
        };
        scope.works = scope.find_works();
        Some(scope)
    }

    fn find_works(&self) -> Vec<EntityId> {
        let graph = self.seen.graph();
        let tied = |ids: &[EntityId]| -> BTreeSet<EntityId> {
            let ends = ids.iter().flat_map(|&id| self.seen.arcs(id)).map(|arc| arc.other);
            ends.filter(|&id| graph.entity(id).kind.is_work()).collect()
        };
        let own = |ids: &[EntityId]| -> Vec<EntityId> {
            ids.iter().copied().filter(|&id| graph.entity(id).kind.is_work()).collect()
        };
        let mut works: BTreeSet<EntityId> = tied(&self.ours).into_iter().chain(own(&self.ours)).collect();
        works
            .extend(graph.on_topic(self.focus).iter().copied().filter(|&id| graph.entity(id).kind.is_work()));
        if self.about.is_some() {
            let theirs: BTreeSet<EntityId> =
                tied(&self.theirs).into_iter().chain(own(&self.theirs)).collect();
            works.retain(|work| theirs.contains(work) && self.seen.bodies(*work) <= CROWD);
        }
        if let Some(subject) = self.subject {
            works.retain(|&work| self.is_matter(work));
            // What nobody is yet known to take part in is shared with its whole.
            let whole = works.contains(&subject);
            works.extend(own(&self.matter).into_iter().filter(|&part| whole && self.seen.bodies(part) == 0));
        }
        works.into_iter().filter(|&id| self.seen.shows(id)).collect()
    }

    /// Whether something is the subject, belongs to it or is tied to it.
    pub(super) fn is_matter(&self, id: EntityId) -> bool {
        let topical = |subject| self.seen.graph().on_topic(subject).contains(&id);
        self.matter.contains(&id)
            || self.subject.is_some_and(topical)
            || self.seen.arcs(id).any(|arc| self.matter.contains(&arc.other))
    }

    /// Whether a work is told by itself: it belongs to what the brief is about.
    pub(super) fn is_part(&self, work: EntityId) -> bool {
        self.ours.contains(&work) || self.matter.contains(&work)
    }

    /// Whether an entity belongs to one of the sides.
    pub(super) fn is_side(&self, id: EntityId) -> bool {
        self.ours.contains(&id) || self.theirs.contains(&id)
    }

    /// Whether an entity belongs to the other side, or is a thing of the state on that side.
    fn is_theirs(&self, id: EntityId) -> bool {
        self.theirs.contains(&id)
            || self.seen.graph().entity(id).country.is_some_and(|state| Some(state) == self.about)
    }

    /// The stances that count: by or on the focus; with another side, by one of the two toward the
    /// other, on something of the other, or on what both share.
    pub(super) fn stances(&self) -> Vec<StanceId> {
        let graph = self.seen.graph();
        let near = |id: StanceId| {
            let stance = graph.stance(id);
            let by = |ids: &[EntityId]| ids.contains(&stance.holder) || ids.contains(&stance.actor());
            let objects = || [Some(stance.about), stance.toward].into_iter().flatten();
            if self.about.is_none() {
                return by(&self.ours) || self.ours.iter().any(|&our| graph.is_about(id, our));
            }
            let shared = self.works.contains(&stance.about);
            if self.subject.is_some() {
                let named = |&it: &EntityId| graph.stances_about(it).binary_search(&id).is_ok();
                let state = graph.entity(stance.actor()).country;
                let ours = by(&self.ours) || by(&self.theirs) || state.is_some() && state == self.about;
                return ours
                    && (shared
                        || self.matter.iter().any(named)
                        || objects().any(|it| self.matter.contains(&it)));
            }
            by(&self.ours) && (shared || objects().any(|it| self.is_theirs(it)))
                || (by(&self.theirs) || graph.entity(stance.actor()).country == self.about)
                    && (shared || objects().any(|it| self.ours.contains(&it)))
        };
        graph.stance_ids().filter(|&id| near(id) && self.sieve.admits(ClaimId::Stance(id))).collect()
    }

    /// The stances of each actor on each issue, oldest first.
    pub(super) fn courses(&self) -> BTreeMap<(EntityId, EntityId), Vec<StanceId>> {
        let graph = self.seen.graph();
        let mut courses: BTreeMap<(EntityId, EntityId), Vec<StanceId>> = BTreeMap::new();
        for id in self.stances() {
            let stance = graph.stance(id);
            courses.entry((stance.actor(), stance.about)).or_default().push(id);
        }
        courses
    }

    /// How much a claim matters: how sure and how recent it is.
    pub(super) fn weight(&self, claim: ClaimId, day: Option<Day>) -> f64 {
        let sure = match self.seen.graph().claim(claim).confidence {
            Confidence::High => 2.0,
            Confidence::Medium => 1.0,
            Confidence::Low => 0.0,
        };
        sure + self.recency(day)
    }

    /// 4 for today, less by one for every four years; nothing for what is undated.
    pub(super) fn recency(&self, day: Option<Day>) -> f64 {
        let age = self.seen.today().zip(day).map(|(today, day)| (today.year() - day.year()).abs());
        age.map_or(0.0, |years| (4.0 - years / 4.0).max(0.0))
    }

    pub(super) fn title(&self) -> String {
        let graph = self.seen.graph();
        let focus = name(graph, self.focus);
        let other = self.about.map_or(String::new(), |id| format!(" and {}", name(graph, id)));
        let subject = self.subject.map_or(String::new(), |id| format!(" on {}", name(graph, id)));
        format!("Brief: {focus}{other}{subject}")
    }

    pub(super) fn nothing(&self) -> String {
        let graph = self.seen.graph();
        match self.about {
            Some(other) => {
                let both = format!("{} and {}", name(graph, self.focus), name(graph, other));
                let subject = self.subject.map_or(String::new(), |id| format!(", on {}", name(graph, id)));
                format!(
                    "Nothing is known that concerns both {both}{subject}. `spacepact path` looks farther."
                )
            }
            None => "Nothing is known of it at this date and through these filters.".to_owned(),
        }
    }

    /// Whether something is a person.
    pub(super) fn is_person(&self, id: EntityId) -> bool {
        self.seen.graph().entity(id).kind == Kind::Person
    }
}
