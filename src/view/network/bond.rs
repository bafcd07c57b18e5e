//! All that ties two entities together, as one stroke.

use crate::figure::{Role, Stroke};
use crate::graph::era::Seen;
use crate::graph::{EntityId, Link, LinkId, Phase};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Rung, Status};

/// The links between two entities, the one that goes farthest first.
#[derive(Clone, Debug)]
pub(super) struct Bond {
    pub(super) links: Vec<LinkId>,
    pub(super) stroke: Stroke,
    pub(super) role: Role,
}

impl Bond {
    pub(super) fn new(seen: Seen<'_>, mut links: Vec<LinkId>) -> Self {
        let graph = seen.graph();
        links.sort_by_key(|&id| {
            let link = graph.link(id);
            (std::cmp::Reverse((holds(seen, id), link.rung)), id)
        });
        let all = |test: &dyn Fn(&Link) -> bool| links.iter().all(|&id| test(graph.link(id)));
        let rung = links.iter().filter_map(|&id| graph.link(id).rung).max();
        let doubtful = all(&|link| link.claim.confidence == Confidence::Low);
        let active = links.iter().any(|&id| holds(seen, id));
        let over = links.iter().all(|&id| phase(seen, id) == Phase::Ended);
        let barred = links
            .iter()
            .any(|&id| graph.link(id).relation == Relation::Restricts && phase(seen, id) != Phase::Ended);
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

/// Whether a link holds on the day of the lens; one without dates does unless its ends say otherwise.
fn holds(seen: Seen<'_>, link: LinkId) -> bool {
    matches!(phase(seen, link), Phase::Active | Phase::Undated)
}

/// Where a link stands in time. A tie to a flight or an agreement that is over is over as well, even if
/// nobody wrote down its own end.
pub(super) fn phase(seen: Seen<'_>, link: LinkId) -> Phase {
    let ends = [seen.graph().link(link).from, seen.graph().link(link).to];
    match seen.link_phase(link) {
        Phase::Active | Phase::Undated if ends.iter().any(|&end| over(seen, end)) => Phase::Ended,
        phase => phase,
    }
}

/// Whether something that is made to end has ended. Its status counts only where the lens looks from
/// the day of the dataset, because no date is known for it.
fn over(seen: Seen<'_>, entity: EntityId) -> bool {
    let entity = seen.graph().entity(entity);
    let made = matches!(
        entity.kind,
        Kind::Programme | Kind::Mission | Kind::Station | Kind::Element | Kind::Agreement
    );
    let status = entity.record.status.is_some_and(|status| {
        matches!(
            status,
            Status::Suspended | Status::Completed | Status::Cancelled | Status::Lost | Status::Ended
        )
    });
    made && (seen.phase(entity.during) == Phase::Ended || (status && seen.today() == seen.graph().as_of()))
}
