//! One change: what it says, and under which heading it stands.

use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Link, LinkId, MilestoneId, StanceId};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::phrase::{date as told, quoted, short};
use crate::view::stances::turn::Turn;

/// Sorts of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Somebody left, or a share in a work came to its end.
    Lost,
    /// A position that is not the one before.
    Position,
    /// A position on something of which none was known before.
    Voice,
    /// A tie that began.
    Made,
    /// A tie that ended.
    Ended,
    /// An office taken up or laid down.
    Office,
    /// An event.
    Event,
    /// An entity that came to be.
    Founded,
    /// An entity that came to its end.
    Dissolved,
}

impl Sort {
    /// All, in the order of their headings.
    pub(super) const ALL: &[Self] = &[
        Self::Lost,
        Self::Position,
        Self::Voice,
        Self::Made,
        Self::Ended,
        Self::Office,
        Self::Event,
        Self::Founded,
        Self::Dissolved,
    ];

    /// The heading.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Lost => "Partners lost",
            Self::Position => "Positions changed",
            Self::Voice => "First positions",
            Self::Made => "Ties made",
            Self::Ended => "Ties ended",
            Self::Office => "Offices handed over",
            Self::Event => "Milestones",
            Self::Founded => "Begun, founded, signed",
            Self::Dissolved => "Ended, dissolved, expired",
        }
    }

    /// The ink of its word.
    pub(super) const fn role(self) -> Role {
        match self {
            Self::Lost => Role::Bad,
            Self::Ended | Self::Dissolved => Role::Ended,
            Self::Made | Self::Founded => Role::Good,
            Self::Position => Role::Accent,
            Self::Voice | Self::Office | Self::Event => Role::Muted,
        }
    }
}

/// Something that changed on a day.
pub(super) struct Change {
    pub(super) sort: Sort,
    /// The day by which it is put in order.
    pub(super) day: Day,
    /// Its date as shown.
    pub(super) date: String,
    /// The sort of change in a word.
    pub(super) word: &'static str,
    /// What changed.
    pub(super) what: Text,
    /// What it rests on.
    pub(super) claim: ClaimId,
    /// The claim about what was before.
    pub(super) before: Option<ClaimId>,
    /// What it leads to.
    pub(super) opens: EntityId,
    /// More to say.
    pub(super) detail: Vec<Text>,
    /// Which of the entities in focus it concerns, by their places.
    pub(super) near: Vec<usize>,
}

impl Change {
    fn new(sort: Sort, on: Date, word: &'static str, what: Text, claim: ClaimId, opens: EntityId) -> Self {
        Self {
            sort,
            day: on.first().or_else(|| on.last()).unwrap_or(Day(i32::MIN)),
            date: told(on),
            word,
            what,
            claim,
            before: None,
            opens,
            detail: Vec::new(),
            near: Vec::new(),
        }
    }
}

/// A stance: a turn if the position before it was another one, nothing if it was the same.
pub(super) fn stance(seen: Seen<'_>, id: StanceId) -> Option<Change> {
    let graph = seen.graph();
    let stance = graph.stance(id);
    let actor = stance.actor();
    let before = graph.stances_by(actor).iter().copied().take_while(|&other| other != id).filter(|&other| {
        let earlier = graph.stance(other);
        earlier.about == stance.about && earlier.actor() == actor && seen.shows_stance(other)
    });
    let before = before.last();
    let position = stance.record.position;
    let turn = before.map(|before| Turn::between(graph, before, id));
    let mut what =
        short(graph, actor).and(" on ", Role::Muted).then(short(graph, stance.about)).and(": ", Role::Muted);
    let (sort, word) = match (before, turn) {
        (Some(before), Some(Some(turn))) => {
            let was = graph.stance(before).record.position;
            what = what
                .and(was.name(), Role::Position(was))
                .and(format!(" {} ", turn.sign()), turn.role())
                .and(position.name(), Role::Position(position));
            (Sort::Position, "turned")
        }
        (Some(_), _) => return None,
        (None, _) => {
            what = what.and(position.name(), Role::Position(position));
            (Sort::Voice, "spoke")
        }
    };
    let words =
        stance.record.quote.as_ref().map_or_else(|| stance.record.gist.to_string(), |quote| quoted(quote));
    let mut change = Change::new(
        sort,
        stance.on,
        word,
        what.and(format!("  {words}"), Role::Muted),
        ClaimId::Stance(id),
        stance.about,
    );
    change.before = before.map(ClaimId::Stance);
    change.detail.push(Text::of(&*stance.record.gist, Role::Text));
    let by = (stance.holder != actor).then(|| graph.entity(stance.holder).name());
    change.detail.extend(by.map(|by| Text::of(format!("spoken by {by}"), Role::Muted)));
    if let Some(before) = before {
        let earlier = graph.stance(before);
        let said =
            format!("before, {}: {} {}", told(earlier.on), earlier.record.position, earlier.record.gist);
        change.detail.push(Text::of(said, Role::Muted));
    }
    Some(change)
}

/// An event.
pub(super) fn milestone(seen: Seen<'_>, id: MilestoneId) -> Change {
    let graph = seen.graph();
    let milestone = graph.milestone(id);
    let record = &milestone.record;
    let mut what = short(graph, milestone.entity);
    if let Some(said) = &record.what {
        what = what.and(format!("  {said}"), Role::Text);
    }
    if let Some(expected) = milestone.expected {
        what = what.and(format!(" → {}", told(expected)), Role::Doubt);
    }
    let claim = ClaimId::Milestone(id);
    let mut change =
        Change::new(Sort::Event, milestone.on, record.kind.name(), what, claim, milestone.entity);
    change.detail = record.note.iter().map(|note| Text::of(format!("note: {note}"), Role::Muted)).collect();
    change
}

/// The beginning of a tie, or its end.
pub(super) fn tie(seen: Seen<'_>, id: LinkId, on: Date, ends: bool) -> Change {
    let graph = seen.graph();
    let link = graph.link(id);
    let left = link.relation == Relation::WithdrewFrom;
    let sort = match (link.relation, ends || left) {
        (Relation::HoldsOfficeAt | Relation::EmployedBy, _) => Sort::Office,
        (_, true) if left || shares(link, graph.entity(link.to).kind) => Sort::Lost,
        (_, true) => Sort::Ended,
        (_, false) => Sort::Made,
    };
    let word = match (sort, ends) {
        (Sort::Office, true) => "left office",
        (Sort::Office, false) => "took office",
        (Sort::Lost, _) if left => "left",
        (_, true) => "ended",
        (_, false) => "began",
    };
    let verb = if link.relation == Relation::HoldsOfficeAt { "at" } else { link.relation.verb() };
    let verb = format!(" {verb} ");
    let mut what = short(graph, link.from).and(verb, Role::Muted).then(short(graph, link.to));
    if let Some(role) = link.role() {
        what = what.and(format!(": {role}"), Role::Text);
    }
    let opens = if link.from == link.owner { link.to } else { link.owner };
    let mut change = Change::new(sort, on, word, what, ClaimId::Link(id), opens);
    let more = [("status: ", &link.tie.status), ("note: ", &link.tie.note)];
    for (label, said) in more {
        change.detail.extend(said.iter().map(|said| Text::of(format!("{label}{said}"), Role::Muted)));
    }
    change
}

/// Whether a tie is a share in a work that goes on without it.
fn shares(link: &Link, work: Kind) -> bool {
    use Relation::{ContributesTo, Funds, Launches, Leads, Operates, ParticipatesIn, PartyTo};
    matches!(work, Kind::Programme | Kind::Mission | Kind::Station | Kind::Element | Kind::Agreement)
        && matches!(
            link.relation,
            Leads | ContributesTo | ParticipatesIn | Operates | Funds | Launches | PartyTo
        )
}

/// The beginning of an entity, or its end.
pub(super) fn life(seen: Seen<'_>, id: EntityId, on: Date, ends: bool) -> Change {
    let entity = seen.graph().entity(id);
    let (sort, word) = if ends { (Sort::Dissolved, "ended") } else { (Sort::Founded, entity.kind.began()) };
    let what = short(seen.graph(), id).and(format!("  {}", entity.summary()), Role::Muted);
    Change::new(sort, on, word, what, ClaimId::Entity(id), id)
}
