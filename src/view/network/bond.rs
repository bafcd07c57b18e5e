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
    pub(in crate::view) fn new(seen: Seen<'_>, links: Vec<LinkId>) -> Self {
        let graph = seen.graph();
        let mut standing: Vec<(LinkId, &Link, Phase)> =
            links.into_iter().map(|id| (id, graph.link(id), seen.tie_phase(id))).collect();
        standing.sort_by_key(|&(id, link, phase)| (std::cmp::Reverse((phase.holds(), link.rung)), id));
        let all = |test: &dyn Fn(&Link) -> bool| standing.iter().all(|(_, link, _)| test(link));
        let rung = standing.iter().filter_map(|(_, link, _)| link.rung).max();
        let doubtful = all(&|link| link.claim.confidence == Confidence::Low);
        let active = standing.iter().any(|(_, _, phase)| phase.holds());
        let over = standing.iter().all(|(_, _, phase)| *phase == Phase::Ended);
        let barred = standing
            .iter()
            .any(|(_, link, phase)| link.relation == Relation::Restricts && *phase != Phase::Ended);
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
        let links = standing.iter().map(|&(id, _, _)| id).collect();
        Self { links, stroke, role }
    }
}
