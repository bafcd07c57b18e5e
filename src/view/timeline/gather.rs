//! Collects the events of a timeline: around the focus, or the milestones of everything.

use std::collections::HashSet;

use super::event::{Event, life, milestone, stance, tie};
use crate::graph::MilestoneId;
use crate::graph::era::Seen;
use crate::model::relation::Relation;
use crate::view::{Lens, words};

/// The events around the focus, each once, in the order of their headings and days.
pub(super) fn around(seen: Seen<'_>, lens: &Lens) -> Vec<Event> {
    let graph = seen.graph();
    let query = &lens.query;
    let mut events = Vec::new();
    for &of in &lens.focus {
        if query.admits_entity(seen, of) {
            events.extend(life(seen, of));
        }
        let mut parts = vec![of];
        for arc in seen.arcs(of).filter(|arc| arc.relation != Relation::LocatedIn) {
            if arc.relation == Relation::PartOf && !arc.outward {
                parts.push(arc.other);
            }
            if query.admits_link(seen, arc.link) {
                events.push(tie(seen, of, arc));
            }
        }
        for part in parts {
            let shown = graph.milestones(part).iter().copied().filter(|&id| admits(seen, lens, id));
            events.extend(shown.map(|id| milestone(seen, of, id, part != of)));
        }
        let mut stances = [graph.stances_by(of), graph.stances_about(of)].concat();
        stances.sort_unstable();
        stances.dedup();
        stances.retain(|&id| seen.shows_stance(id) && query.admits_stance(seen, id));
        events.extend(stances.into_iter().map(|id| stance(graph, of, id)));
    }
    finish(lens, events, |event| event.group)
}

/// The milestones of everything, by day.
pub(super) fn all(seen: Seen<'_>, lens: &Lens) -> Vec<Event> {
    let shown = seen.graph().milestone_ids().filter(|&id| admits(seen, lens, id));
    let events = shown.map(|id| milestone(seen, seen.graph().milestone(id).entity, id, false)).collect();
    finish(lens, events, |_| 0)
}

fn admits(seen: Seen<'_>, lens: &Lens, id: MilestoneId) -> bool {
    seen.shows_milestone(id) && lens.query.admits_milestone(seen, id)
}

/// Sorts events, and leaves out those whose words do not fit and those that were there before: a link
/// between two entities in focus is one event.
fn finish(lens: &Lens, mut events: Vec<Event>, group: impl Fn(&Event) -> usize) -> Vec<Event> {
    events.retain(|event| words::found(&lens.query, || text(event)));
    events.sort_by_key(|event| (group(event), event.day));
    let mut known = HashSet::new();
    events.retain(|event| known.insert(event.claim));
    events
}

fn text(event: &Event) -> String {
    let detail = event.detail.iter().map(crate::figure::Text::plain);
    [event.what.plain()].into_iter().chain(detail).collect::<Vec<_>>().join(" ")
}
