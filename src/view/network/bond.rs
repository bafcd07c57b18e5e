//! All that ties two entities together, as one stroke.

use crate::figure::{Role, Stroke};
use crate::graph::era::Seen;
use crate::graph::{Link, LinkId, Phase};
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Rung};

/// The links between two entities, the one that goes farthest first.
#[derive(Clone, Debug)]
pub(in crate::view) struct Bond {
    pub(in crate::view) links: Vec<LinkId>,
    pub(in crate::view) stroke: Stroke,
    pub(in crate::view) role: Role,
}

impl Bond {
    pub(in crate::view) fn new(seen: Seen<'_>, mut links: Vec<LinkId>) -> Self {
        let graph = seen.graph();
        links.sort_by_key(|&id| {
            let link = graph.link(id);
            (std::cmp::Reverse((seen.tie_phase(id).holds(), link.rung)), id)
        });
        let all = |test: &dyn Fn(&Link) -> bool| links.iter().all(|&id| test(graph.link(id)));
        let rung = links.iter().filter_map(|&id| graph.link(id).rung).max();
        let doubtful = all(&|link| link.claim.confidence == Confidence::Low);
        let active = links.iter().any(|&id| seen.tie_phase(id).holds());
        let over = links.iter().all(|&id| seen.tie_phase(id) == Phase::Ended);
        let barred = links
            .iter()
            .any(|&id| graph.link(id).relation == Relation::Restricts && seen.tie_phase(id) != Phase::Ended);
        let stroke = match () {
            () if !active => Stroke::Dashed,
            () if doubtful || rung == Some(Rung::Intent) => Stroke::Dotted,
            () => Stroke::Solid,
        };
        let role = match rung {
            _ if barred => Role::Bad,
            _ if over || all(&|link| link.relation == Relation::WithdrewFrom) => Role::Ended,
            _ if doubtful => Role::Doubt,
            None => Role::Muted,
            Some(Rung::Intent | Rung::Memorandum) => Role::Heat(2),
            Some(Rung::Agreement | Rung::Treaty) => Role::Heat(3),
            Some(Rung::Mission | Rung::Crew) => Role::Heat(4),
        };
        Self { links, stroke, role }
    }
}
