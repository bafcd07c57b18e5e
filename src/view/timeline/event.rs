//! What happened around the focus: its own life and milestones, its ties, the stances by and on it.

use super::sign;
use crate::figure::{Mark, Role, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{Arc, ClaimId, EntityId, Graph, MilestoneId, Phase, StanceId};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::view::phrase::{date as told, quoted, short, when};
use crate::view::years::begins;

/// The headings, in order.
pub(super) const GROUPS: &[&str] = &[
    "Milestones",
    "Agreements",
    "Missions and programmes",
    "Stations, elements and facilities",
    "Offices and people",
    "Memberships",
    "Other ties",
    "Stances",
    "No date known",
];

/// The last heading.
pub(super) const UNDATED: usize = 8;
const STANCES: usize = 7;

/// Something that happened, was said or lasted.
pub(super) struct Event {
    /// Index of its heading in [`GROUPS`].
    pub(super) group: usize,
    /// The day by which it is put in order.
    pub(super) day: Option<Day>,
    /// The entity in focus.
    pub(super) of: EntityId,
    /// The dates as they are shown.
    pub(super) date: Text,
    /// What it is.
    pub(super) what: Text,
    /// Where it lies in time.
    pub(super) marks: Vec<Mark>,
    /// What it rests on.
    pub(super) claim: ClaimId,
    /// What it leads to.
    pub(super) opens: EntityId,
    /// More to say.
    pub(super) detail: Vec<Text>,
}

/// The existence of the entity itself, where it has dates.
pub(super) fn life(seen: Seen<'_>, id: EntityId) -> Option<Event> {
    let entity = seen.graph().entity(id);
    let during = entity.during?;
    let role = Role::Kind(entity.kind);
    let status = entity.record.status.map_or(String::new(), |status| format!(", {status}"));
    Some(Event {
        group: 0,
        day: begins(during),
        of: id,
        date: Text::of(span(during), Role::Text),
        what: short(seen.graph(), id).and(format!(" {}{status}", entity.kind.began()), Role::Muted),
        marks: sign::life(seen, during, entity, role),
        claim: ClaimId::Entity(id),
        opens: id,
        detail: Vec::new(),
    })
}

/// A milestone, of the focus or of a part of it. `named` says whose it is in front.
pub(super) fn milestone(seen: Seen<'_>, of: EntityId, id: MilestoneId, named: bool) -> Event {
    let graph = seen.graph();
    let milestone = graph.milestone(id);
    let record = &milestone.record;
    let (sign, role) = sign::of_milestone(record.kind);
    let mut what = Text::of(format!("{sign} "), role);
    if named {
        what = what.and(format!("{}: ", graph.entity(milestone.entity).short()), Role::Muted);
    }
    what = what.and(record.what.as_ref().map_or(record.kind.name(), |what| what), Role::Text);
    let mut detail = Vec::new();
    if let Some(date) = milestone.expected {
        what = what.and(format!(" → {}", told(date)), Role::Doubt);
        detail.push(Text::of(format!("expected then: {}", told(date)), Role::Muted));
    }
    detail.push(Text::of(record.kind.name(), Role::Muted));
    detail.extend(record.note.iter().map(|note| Text::of(format!("note: {note}"), Role::Muted)));
    let ahead = seen.phase(Some(milestone.on)) == Phase::Ahead;
    Event {
        group: 0,
        day: begins(milestone.on),
        of,
        date: Text::of(told(milestone.on), if ahead { Role::Doubt } else { Role::Text }),
        what,
        marks: sign::event(milestone.on, sign, role),
        claim: ClaimId::Milestone(id),
        opens: milestone.entity,
        detail,
    }
}

/// A tie of the focus. Where it has no dates of its own, those of the mission or agreement it leads to
/// are shown faintly.
pub(super) fn tie(seen: Seen<'_>, of: EntityId, arc: Arc) -> Event {
    let graph = seen.graph();
    let (link, other) = (graph.link(arc.link), graph.entity(arc.other));
    let mut what = Text::of(format!("{} ", arc.label()), Role::Muted).then(short(graph, arc.other));
    if let Some(role) = link.role() {
        what = what.and(format!("  {role}"), Role::Muted);
    }
    let mut detail: Vec<Text> = link.role().map(|role| Text::of(role, Role::Text)).into_iter().collect();
    let more = [("status: ", &link.tie.status), ("note: ", &link.tie.note)];
    for (label, word) in more {
        detail.extend(word.iter().map(|word| Text::of(format!("{label}{word}"), Role::Muted)));
    }
    let own = link.during.or_else(|| link.seen.first().copied());
    let lent = if own.is_none() { lent(seen, arc.other) } else { None };
    let marks = match (link.during, lent) {
        (Some(during), _) => sign::tie(seen, during, arc.relation, other),
        (None, Some(lent)) => sign::life(seen, lent, other, Role::Muted),
        (None, None) => sign::sightings(&link.seen, other),
    };
    if lent.is_some() {
        let said = format!("the dates are those of the {}: the tie has none of its own", other.kind);
        detail.push(Text::of(said, Role::Muted));
    }
    let date = own.or(lent);
    Event {
        group: if date.is_some() { group(arc.relation, other.kind) } else { UNDATED },
        day: date.and_then(begins),
        of,
        date: lent.map_or_else(|| when(seen, arc.link), |lent| Text::of(span(lent), Role::Border)),
        what,
        marks,
        claim: ClaimId::Link(arc.link),
        opens: arc.other,
        detail,
    }
}

/// The dates of a mission, an agreement or the like, where a tie to it has none.
fn lent(seen: Seen<'_>, other: EntityId) -> Option<Date> {
    let graph = seen.graph();
    let entity = graph.entity(other);
    let works = [Kind::Programme, Kind::Mission, Kind::Station, Kind::Element, Kind::Agreement];
    if !works.contains(&entity.kind) {
        return None;
    }
    entity.during.or_else(|| {
        let began =
            |kind| matches!(kind, MilestoneKind::Launched | MilestoneKind::Signed | MilestoneKind::Agreed);
        let shown = graph.milestones(other).iter().filter(|&&id| seen.shows_milestone(id));
        shown.map(|&id| graph.milestone(id)).find(|milestone| began(milestone.record.kind)).map(|it| it.on)
    })
}

/// The heading of a tie.
fn group(relation: Relation, other: Kind) -> usize {
    use Relation::{
        AgreementWith, EmployedBy, HoldsOfficeAt, MemberOf, ObserverOf, PartyTo, Signed, WithdrewFrom,
    };
    match (relation, other) {
        (HoldsOfficeAt | EmployedBy, _) | (_, Kind::Person) => 4,
        (MemberOf | ObserverOf, _) => 5,
        (Signed | PartyTo | WithdrewFrom | AgreementWith, _) | (_, Kind::Agreement) => 1,
        (_, Kind::Mission | Kind::Programme) => 2,
        (_, Kind::Station | Kind::Element | Kind::Facility) => 3,
        _ => 6,
    }
}

/// A stance by the focus or about it.
pub(super) fn stance(graph: &Graph, of: EntityId, id: StanceId) -> Event {
    let stance = graph.stance(id);
    let record = &stance.record;
    let position = record.position;
    let role = Role::Position(position);
    let sign = position.glyph().chars().next().unwrap_or('●');
    let mut what = Text::empty();
    if stance.holder != of {
        what = short(graph, stance.holder).and(" ", Role::Text);
    }
    what = what.and(format!("{sign} {position}"), role);
    if stance.about != of {
        what = what.and(" ", Role::Text).then(short(graph, stance.about));
    }
    let words = record.quote.as_ref().map_or_else(|| record.gist.to_string(), |quote| quoted(quote));
    what = what.and(format!("  {words}"), Role::Muted);
    let office = record.office.iter().map(|office| Text::of(format!("as {office}"), Role::Muted));
    let gist = Text::of(&*record.gist, Role::Text);
    Event {
        group: STANCES,
        day: begins(stance.on),
        of,
        date: Text::of(told(stance.on), Role::Text),
        what,
        marks: sign::event(stance.on, sign, role),
        claim: ClaimId::Stance(id),
        opens: if stance.holder == of { stance.about } else { stance.holder },
        detail: [gist].into_iter().chain(office).collect(),
    }
}
