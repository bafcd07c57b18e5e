//! What is said of the node under the cursor.

use super::Net;
use crate::figure::{Role, Text};
use crate::graph::{EntityId, LinkId, Phase};

/// Ties that are told before the rest is counted.
const TOLD: usize = 2;

/// Who the node is and how it is tied to the focus, or to the neighbour through which it is reached.
pub(super) fn of(net: &Net<'_>, number: usize, cited: &[Vec<Vec<u32>>]) -> Vec<Text> {
    let member = net.ego.members[number];
    let mut lines = vec![who(net, number)];
    if member.ring == 0 {
        let summary = net.graph().entity(member.entity).summary();
        lines.extend((!summary.is_empty()).then(|| Text::from(summary)));
        return lines;
    }
    let pair = (member.parent.min(number), member.parent.max(number));
    let Ok(place) = net.bonds.binary_search_by(|(from, to, _)| (*from, *to).cmp(&pair)) else {
        return lines;
    };
    let links = &net.bonds[place].2.links;
    for (&link, notes) in links.iter().zip(&cited[place]).take(TOLD) {
        lines.push(tie(net, member.entity, link, notes));
    }
    if let (Some(last), Some(rest)) =
        (lines.last_mut(), links.len().checked_sub(TOLD).filter(|&rest| rest > 0))
    {
        *last = std::mem::take(last).and(format!("  and {rest} more"), Role::Muted);
    }
    lines
}

fn who(net: &Net<'_>, number: usize) -> Text {
    let entity = net.graph().entity(net.ego.members[number].entity);
    let ties = net.ties[number];
    let here = if ties == 1 { "1 tie here".to_owned() } else { format!("{ties} ties here") };
    Text::of(format!("{} ", entity.kind.glyph()), Role::Kind(entity.kind))
        .and_strong(entity.name(), Role::Text)
        .and(format!("  {} · {here}", entity.kind.name()), Role::Muted)
}

/// "contributes to SMILE: payload module, launch · 2015– [1]".
fn tie(net: &Net<'_>, from: EntityId, id: LinkId, notes: &[u32]) -> Text {
    let graph = net.graph();
    let link = graph.link(id);
    let verb = if link.from == from { link.relation.outward() } else { link.relation.inward() };
    let mut text = Text::of(format!("{verb} "), Role::Muted)
        .and_strong(graph.entity(link.other(from)).short(), Role::Text);
    if let Some(role) = link.role() {
        text = text.and(format!(": {role}"), Role::Text);
    }
    let when = link.when();
    if !when.is_empty() {
        text = text.and(format!(" · {when}"), Role::Muted);
    }
    match net.seen.tie_phase(id) {
        Phase::Ended => text = text.and(" · over", Role::Ended),
        Phase::Ahead => text = text.and(" · planned", Role::Muted),
        Phase::Active | Phase::Undated => {}
    }
    for note in notes {
        text = text.and(format!(" [{note}]"), Role::Link);
    }
    text
}
