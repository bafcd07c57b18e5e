//! What is counted of each partner.

use std::collections::BTreeMap;

use crate::graph::era::Seen;
use crate::graph::ties::partners;
use crate::graph::{EntityId, Partner, Shared, Way};
use crate::model::date::Moment;
use crate::model::kind::Kind;
use crate::model::standing::Rung;
use crate::search::Key;
use crate::view::{Lens, words};

/// A partner with what counts.
pub(super) struct Tally {
    /// The partner.
    pub(super) entity: EntityId,
    /// What it does together with each of the focus.
    pub(super) each: Vec<Vec<Shared>>,
    /// How much that is: with several in focus, the least.
    pub(super) total: usize,
    /// Which of them have been flown, with each of the focus.
    pub(super) flown: Vec<Vec<EntityId>>,
    /// In how many treaties and forums both are.
    pub(super) forums: usize,
}

impl Tally {
    /// Everything that counts, with whomever of the focus.
    pub(super) fn shared(&self) -> impl Iterator<Item = &Shared> {
        self.each.iter().flatten()
    }

    /// How much has been flown with whom least is, and how much with all together.
    pub(super) fn carried(&self) -> (usize, usize) {
        let flown = || self.flown.iter().map(Vec::len);
        (flown().min().unwrap_or(0), flown().sum())
    }

    /// The rung of the tie that goes farthest.
    pub(super) fn strongest(&self) -> Option<Rung> {
        self.shared().filter_map(|shared| shared.rung).max()
    }

    /// When the youngest tie began.
    pub(super) fn last(&self) -> Option<Moment> {
        let started = self.shared().filter_map(|shared| shared.when?.start());
        started.max_by_key(|moment| moment.first())
    }
}

/// Everybody who counts, best first, and how many do not.
pub(super) struct Found {
    pub(super) tallies: Vec<Tally>,
    /// Partners that share nothing but treaties and forums.
    pub(super) only_forums: usize,
    /// Partners whom the filters keep out.
    pub(super) hidden: usize,
}

impl Found {
    pub(super) fn new(seen: Seen<'_>, lens: &Lens) -> Self {
        let graph = seen.graph();
        let mut by_partner: BTreeMap<EntityId, Vec<Partner>> = BTreeMap::new();
        for &focus in &lens.focus {
            for partner in
                partners(seen, focus).into_iter().filter(|partner| !lens.focus.contains(&partner.entity))
            {
                by_partner.entry(partner.entity).or_default().push(partner);
            }
        }
        let whom = lens.query.beside(Key::Phase);
        let mut found = Self { tallies: Vec::new(), only_forums: 0, hidden: 0 };
        for (entity, sides) in by_partner {
            if sides.len() < lens.focus.len() {
                continue;
            }
            let each: Vec<Vec<Shared>> = sides
                .iter()
                .map(|side| side.joint().filter(|shared| counts(lens, shared)).cloned().collect())
                .collect();
            let total = each.iter().map(Vec::len).min().unwrap_or(0);
            let forum = |side: &Partner| side.shared.iter().filter(|shared| shared.way == Way::Forum).count();
            let forums = sides.iter().map(forum).min().unwrap_or(0);
            if total == 0 {
                found.only_forums += usize::from(forums > 0);
            } else if words::admits(seen, &whom, entity) {
                let flown = each.iter().map(|joint| flown(seen, joint)).collect();
                found.tallies.push(Tally { entity, each, total, flown, forums });
            } else {
                found.hidden += 1;
            }
        }
        found.tallies.sort_by_cached_key(|tally| {
            let all = tally.shared().count();
            let last = tally.last().map(Moment::first);
            // Whoever stands between two is as strong as what was flown with either.
            let between = if lens.focus.len() > 1 { tally.carried() } else { (0, 0) };
            (
                std::cmp::Reverse((between, tally.total, tally.strongest(), all, last)),
                graph.entity(tally.entity).short().to_owned(),
            )
        });
        found
    }
}

/// So many bodies at most run a series together: in a larger programme not each has a part in each flight.
const FEW: usize = 4;

/// What of the things that are shared has left the ground. A series of a few bodies has if one of it has, unless
/// its flights are counted themselves.
fn flown(seen: Seen<'_>, joint: &[Shared]) -> Vec<EntityId> {
    let graph = seen.graph();
    let works = || joint.iter().filter(|shared| shared.way == Way::Work).filter_map(|shared| shared.via);
    let series = |id: EntityId| {
        let parts = || graph.realm(id).into_iter().filter(|&part| part != id);
        graph.entity(id).kind == Kind::Programme
            && seen.bodies(id) <= FEW
            && parts().any(|part| seen.flown(part))
            && !works().any(|other| parts().any(|part| part == other))
    };
    works().filter(|&via| seen.flown(via) || series(via)).collect()
}

/// Whether a shared thing goes far enough and lies in the period.
fn counts(lens: &Lens, shared: &Shared) -> bool {
    let far = lens.rung.is_none() || shared.rung >= lens.rung;
    let period = lens.from.is_some() || lens.to.is_some();
    let (from, to) = (lens.from.map(Moment::first), lens.to.map(Moment::last));
    let kept = shared.via.is_none_or(|via| !lens.without.contains(&via));
    let phase = lens.query.admits_phase(shared.phase);
    kept && far && phase && (!period || shared.when.is_some_and(|date| date.touches(from, to)))
}
