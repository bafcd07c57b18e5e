//! How things look along time: the sign of an event, the bar of a span.

use crate::figure::{Form, Mark, Role};
use crate::graph::era::Seen;
use crate::graph::{Entity, Phase};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::view::years::{self, Stretch};

/// A date that was given.
pub(super) const GIVEN: char = '●';
/// A launch.
pub(super) const FLOWN: char = '★';
/// What is still to come.
const AHEAD: char = '▸';
/// What was seen to hold on a day.
const SEEN: char = '◦';
/// Length of a bar of which only one end is known, in years.
const STUB: f64 = 1.0;

/// What the signs mean: the last row of a timeline.
pub(super) const LEGEND: &str = "★ launched ● agreed, done ○ proposed ▸ due ✕ given up ◦ seen ━ lasts ╌ over";

/// The sign of a milestone.
pub(super) const fn of_milestone(kind: MilestoneKind) -> (char, Role) {
    use MilestoneKind as It;
    match kind {
        It::Launched => (FLOWN, Role::Good),
        It::Docked | It::Landed => ('◆', Role::Good),
        It::Completed | It::Trained => ('●', Role::Good),
        It::Signed | It::Agreed => ('●', Role::Kind(Kind::Agreement)),
        It::Proposed | It::Selected | It::Announced => ('○', Role::Text),
        It::Scheduled | It::Delayed => (AHEAD, Role::Doubt),
        It::Cancelled | It::Suspended | It::Withdrew => ('✕', Role::Ended),
        It::Ended => ('■', Role::Ended),
    }
}

/// The sign of a link that came about at one moment.
const fn of_relation(relation: Relation) -> char {
    match relation {
        Relation::Launches => FLOWN,
        Relation::WithdrewFrom => '✕',
        Relation::Proposes => '○',
        _ => '●',
    }
}

/// An event: a point over all that its date covers.
pub(super) fn event(date: Date, sign: char, role: Role) -> Vec<Mark> {
    vec![given(date, sign, role)]
}

/// A date as a point over what it covers, open where an end is.
pub(super) fn given(date: Date, sign: char, role: Role) -> Mark {
    let (from, to) = Stretch::known(date).ends();
    let (open_start, open_end) = (date.first().is_none(), date.last().is_none());
    Mark { open_start, open_end, ..Mark::point(from, to, sign, role) }
}

/// A tie: a bar for a span, a sign for a moment; in the colour of what it leads to.
pub(super) fn tie(seen: Seen<'_>, date: Date, relation: Relation, other: &Entity) -> Vec<Mark> {
    match relation {
        Relation::WithdrewFrom => lasting(seen, date, of_relation(relation), Role::Ended),
        _ => lasting(seen, date, of_relation(relation), Role::Kind(other.kind)),
    }
}

/// Days on which a source saw a tie hold.
pub(super) fn sightings(dates: &[Date], other: &Entity) -> Vec<Mark> {
    dates.iter().flat_map(|&date| event(date, SEEN, Role::Kind(other.kind))).collect()
}

/// The life of a thing: a bar, or the sign of its beginning.
pub(super) fn life(seen: Seen<'_>, date: Date, entity: &Entity, role: Role) -> Vec<Mark> {
    let flies = matches!(entity.kind, Kind::Mission | Kind::Element);
    lasting(seen, date, if flies { FLOWN } else { '●' }, role)
}

fn lasting(seen: Seen<'_>, date: Date, sign: char, role: Role) -> Vec<Mark> {
    let phase = seen.phase(Some(date));
    let Date::Span { from, to } = date else {
        return match phase {
            Phase::Ahead => event(date, AHEAD, Role::Doubt),
            _ => event(date, sign, role),
        };
    };
    let today = years::until(seen.today());
    let (first, last) = Stretch::of(date).ends();
    let start = if from.is_some() { first } else { last - STUB };
    // What is not over yet runs to today, however far its end lies ahead.
    let end = match today {
        Some(today) if phase == Phase::Active => {
            if to.is_some() {
                last.min(today)
            } else {
                today
            }
        }
        None if to.is_none() => start + STUB,
        _ => last,
    };
    let (form, role) = match phase {
        Phase::Ahead => (Form::Fading, Role::Doubt),
        Phase::Ended => (Form::Ended, role),
        Phase::Active | Phase::Undated => (Form::Bar, role),
    };
    let open_end = to.is_none() || phase == Phase::Active;
    vec![Mark { open_start: from.is_none(), open_end, ..Mark::bar(start, end.max(start), form, role) }]
}
