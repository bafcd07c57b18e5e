//! The extract as nodes and edges, for formats that are graphs: entities are nodes; links and stances are
//! edges.

use super::matter::Matter;
use crate::figure::Role;
use crate::graph::{ClaimId, Entity, EntityId, LinkId, Phase, StanceId};
use crate::model::standing::Confidence;
use crate::theme::Theme;

/// An edge.
pub(super) struct Edge {
    /// What it stands for.
    pub(super) claim: ClaimId,
    /// The first end.
    pub(super) from: EntityId,
    /// The second end.
    pub(super) to: EntityId,
    /// Whether it has a direction.
    pub(super) directed: bool,
    /// The verb or the position.
    pub(super) verb: &'static str,
    /// The dates as a reader wants them; may be empty.
    pub(super) when: String,
    /// How it is drawn.
    pub(super) line: Line,
    /// What it means.
    pub(super) role: Role,
    /// What is provided, or what was said; may be empty.
    pub(super) remark: String,
}

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// It holds.
    Solid,
    /// It is over.
    Dashed,
    /// It is planned, or it is on little ground.
    Dotted,
}

/// All edges of an extract: links, then stances.
pub(super) fn edges(matter: &Matter<'_>) -> Vec<Edge> {
    let links = matter.extract.links().iter().map(|&id| link(matter, id));
    links.chain(matter.extract.stances().iter().map(|&id| stance(matter, id))).collect()
}

fn link(matter: &Matter<'_>, id: LinkId) -> Edge {
    let link = matter.graph.link(id);
    let phase = matter.seen.link_phase(id);
    Edge {
        claim: ClaimId::Link(id),
        from: link.from,
        to: link.to,
        directed: !link.relation.symmetric(),
        verb: link.relation.verb(),
        when: link.when(),
        line: match phase {
            Phase::Ended => Line::Dashed,
            Phase::Ahead => Line::Dotted,
            _ if link.claim.confidence == Confidence::Low => Line::Dotted,
            Phase::Active | Phase::Undated => Line::Solid,
        },
        role: match phase {
            Phase::Ended => Role::Ended,
            Phase::Ahead => Role::Doubt,
            Phase::Active | Phase::Undated => Role::Muted,
        },
        remark: link.role().unwrap_or_default().to_owned(),
    }
}

fn stance(matter: &Matter<'_>, id: StanceId) -> Edge {
    let stance = matter.graph.stance(id);
    Edge {
        claim: ClaimId::Stance(id),
        from: stance.holder,
        to: stance.about,
        directed: true,
        verb: stance.record.position.name(),
        when: stance.on.to_string(),
        line: if stance.claim.confidence == Confidence::Low { Line::Dotted } else { Line::Solid },
        role: Role::Position(stance.record.position),
        remark: stance.record.gist.to_string(),
    }
}

impl Edge {
    /// The verb and the dates.
    pub(super) fn label(&self) -> String {
        if self.when.is_empty() { self.verb.to_owned() } else { format!("{} {}", self.verb, self.when) }
    }
}

/// The colour of a role on the screen, as `#rrggbb`.
pub(super) fn colour(theme: &Theme, role: Role) -> String {
    let (red, green, blue) = theme.ink(role).rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The background of the screen, as `#rrggbb`.
pub(super) fn paper(theme: &Theme) -> String {
    let (red, green, blue) = theme.paper.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// What a node says when it is pointed at: its full name, its kind, what it is.
pub(super) fn tip(entity: &Entity) -> String {
    let mut out = format!("{} ({})", entity.name(), entity.kind);
    if !entity.summary().is_empty() {
        out += &format!("\n{}", entity.summary());
    }
    out
}
