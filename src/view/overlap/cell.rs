//! A seat in words: "2024-12-16 · state", "2023-11 · University of Sharjah, institute · memorandum".

use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::sets::roll::level;
use crate::graph::sets::{Hold, Seat};
use crate::graph::{EntityId, Graph};
use crate::view::phrase::doubt;

/// A cell: the seat, or that there is none; and who else of the state has a better one.
pub(super) fn text(seen: Seen<'_>, seat: Option<&Seat>, beside: Option<&Seat>, brief: bool) -> Text {
    let graph = seen.graph();
    let Some((other, through)) = beside.and_then(|seat| Some((seat, seat.through?))) else {
        return seat.map_or_else(|| Text::of("–", Role::Muted), |seat| held(graph, seat, brief));
    };
    let since = date(graph, other);
    let gap = if since.is_empty() { "" } else { ", " };
    let through = graph.entity(through).short();
    match seat {
        Some(seat) => held(graph, seat, brief)
            .and(format!("; {through} of the same state as well{gap}{since}"), Role::Muted),
        None => Text::of(format!("not itself; {through} of the same state is{gap}{since}"), Role::Muted),
    }
}

fn held(graph: &Graph, seat: &Seat, brief: bool) -> Text {
    let link = graph.link(seat.link);
    let role = if seat.hold == Hold::Ended { Role::Ended } else { Role::Text };
    let when = date(graph, seat);
    let mut text = Text::of(if when.is_empty() { "undated" } else { &when }, role);
    let sign = doubt(link.claim.confidence, link.claim.rank);
    if !sign.is_empty() {
        text = text.and(" ", role).then(sign);
    }
    if let Some(word) = word(seat) {
        text = text.and(format!(" · {word}"), if role == Role::Text { Role::Doubt } else { role });
    }
    let mut words: Vec<String> = Vec::new();
    if let Some(through) = seat.through {
        words.push(graph.entity(through).short().to_owned());
    }
    if !brief {
        words.extend(level(graph, seat.link).map(|level| level.name().to_owned()));
        words.extend(link.tie.rung.map(|rung| rung.name().to_owned()));
    }
    if words.is_empty() { text } else { text.and(format!(" · {}", words.join(", ")), Role::Muted) }
}

/// Since when; from when to when if it is over.
fn date(graph: &Graph, seat: &Seat) -> String {
    let when = graph.link(seat.link).when();
    let when = when.trim_end_matches('–');
    match seat.left {
        Some(left) => {
            let since = when.split('–').next().unwrap_or_default();
            format!("{since}–{}", graph.link(left).when().trim_end_matches('–'))
        }
        None => when.to_owned(),
    }
}

const fn word(seat: &Seat) -> Option<&'static str> {
    match seat.hold {
        Hold::Full | Hold::Lent | Hold::Weak => None,
        Hold::Signed => Some("signed only"),
        Hold::Observer => Some("observer"),
        Hold::Ahead => Some("announced"),
        Hold::Contested => Some("contested"),
        Hold::Ended if seat.left.is_some() => Some("left"),
        Hold::Ended => Some("ended"),
    }
}

/// The seat as a line below the table.
pub(super) fn sentence(seen: Seen<'_>, set: EntityId, member: EntityId, seat: &Seat) -> Text {
    let graph = seen.graph();
    let link = graph.link(seat.link);
    let who = graph.entity(seat.through.unwrap_or(member)).name();
    let set = graph.entity(set).short();
    let mut line = Text::of(format!("{set}: {} {who}", link.relation.inward()), Role::Text);
    let mut say = |words: Option<&str>, role| {
        if let Some(words) = words {
            line = std::mem::take(&mut line).and(format!(", {words}"), role);
        }
    };
    say(link.role(), Role::Text);
    say(link.tie.status.as_deref(), Role::Doubt);
    say(link.tie.note.as_deref(), Role::Muted);
    say(link.claim.because.as_deref(), Role::Muted);
    if let Some(left) = seat.left.map(|left| graph.link(left)) {
        say(Some(&format!("left {}", left.when())), Role::Ended);
        say(left.tie.note.as_deref(), Role::Muted);
    }
    line
}
