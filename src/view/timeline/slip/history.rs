//! The history of an announced date: what was said when, and how far each announcement moved it.

use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph, Milestone, MilestoneId};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::view::years::{self, DAY, Stretch};

/// The dates announced for one event of an entity.
pub(crate) struct History {
    /// The entity.
    pub(crate) entity: EntityId,
    /// The announcements, oldest first; the same date said several times in a row is one step.
    pub(crate) steps: Vec<Step>,
    /// The launch, if it came.
    pub(crate) flown: Option<MilestoneId>,
    /// What the date is the date of.
    pub(crate) title: &'static str,
}

/// A date, and who gave it one after the other.
pub(crate) struct Step {
    /// The date.
    pub(crate) expected: Date,
    /// The milestones that give it.
    pub(crate) said: Vec<MilestoneId>,
}

/// How a date moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Move {
    /// Both may be the same day and neither says more than the other.
    Same,
    /// It lies within the one before.
    Narrowed,
    /// The one before lies within it.
    Widened,
    /// They share some days only.
    Overlaps,
    /// It is another date: so many years later, or earlier if negative, counted between the middles.
    By {
        /// Years.
        years: f64,
        /// Whether one of the two is not known to the month.
        rough: bool,
    },
}

impl History {
    /// The history of an entity, if there is one to tell: two dates, or one and the launch.
    ///
    /// What was said before the launch is about the launch. Of an entity that has flown and of which
    /// nothing was said before, the dates are those of its next event.
    pub(crate) fn of(seen: Seen<'_>, entity: EntityId) -> Option<Self> {
        let graph = seen.graph();
        let mut shown: Vec<MilestoneId> =
            graph.milestones(entity).iter().copied().filter(|&id| seen.shows_milestone(id)).collect();
        shown.sort_by_key(|&id| (said(graph.milestone(id)), id));
        let launched = |&&id: &&MilestoneId| graph.milestone(id).record.kind == MilestoneKind::Launched;
        let flown = shown.iter().find(launched).copied();
        let start = flown.map(|id| said(graph.milestone(id)));
        let dated: Vec<MilestoneId> =
            shown.iter().copied().filter(|&id| announces(graph, &shown, id)).collect();
        let before = |&id: &MilestoneId| start.is_none_or(|start| said(graph.milestone(id)) < start);
        let (before, after): (Vec<_>, Vec<_>) = dated.into_iter().partition(before);
        let history = if before.is_empty() {
            Self { entity, steps: steps(graph, after), flown: None, title: "Next date, as announced" }
        } else {
            let flies = flown.is_some() || matches!(graph.entity(entity).kind, Kind::Mission | Kind::Element);
            let title = if flies { "Launch date, as announced" } else { "Date, as announced" };
            Self { entity, steps: steps(graph, before), flown, title }
        };
        (history.steps.len() + usize::from(history.flown.is_some()) > 1).then_some(history)
    }

    /// From the first date given to the launch, or to the last date given.
    pub(crate) fn total(&self, graph: &Graph) -> Move {
        let last = self.steps.last().map(|step| step.expected);
        let end = self.flown.map(|id| graph.milestone(id).on).or(last);
        match (self.steps.first(), end) {
            (Some(first), Some(end)) => Move::between(first.expected, end),
            _ => Move::Same,
        }
    }
}

/// When it was said.
fn said(milestone: &Milestone) -> Option<Day> {
    years::begins(milestone.on)
}

/// Whether a milestone announces the date of something still to come. The launch itself does not, nor
/// does a date on which, to the day, something other than the launch came to pass.
fn announces(graph: &Graph, shown: &[MilestoneId], id: MilestoneId) -> bool {
    let milestone = graph.milestone(id);
    let Some(expected) = milestone.expected else { return false };
    let exact = expected.first().is_some() && expected.first() == expected.last();
    let on_that_day = || {
        let others = shown.iter().map(|&other| graph.milestone(other));
        others.filter(|other| exact && other.on == expected).map(|other| other.record.kind)
    };
    let launched = on_that_day().any(|kind| kind == MilestoneKind::Launched);
    milestone.record.kind != MilestoneKind::Launched && (launched || on_that_day().next().is_none())
}

fn steps(graph: &Graph, dated: Vec<MilestoneId>) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for id in dated {
        let Some(expected) = graph.milestone(id).expected else { continue };
        match steps.last_mut() {
            Some(step) if step.expected == expected => step.said.push(id),
            _ => steps.push(Step { expected, said: vec![id] }),
        }
    }
    steps
}

impl Move {
    /// How a date moved to another one. Of one that is only bounded on one side, the bound is taken.
    pub(crate) fn between(from: Date, to: Date) -> Self {
        let (old, new) = (Stretch::known(from), Stretch::known(to));
        if !old.meets(new) {
            let rough = Stretch::of(from).coarse() || Stretch::of(to).coarse();
            return Self::By { years: new.middle() - old.middle(), rough };
        }
        match (new.within(old), old.within(new)) {
            (true, true) => Self::Same,
            (true, false) => Self::Narrowed,
            (false, true) => Self::Widened,
            (false, false) => Self::Overlaps,
        }
    }

    /// The move in a few letters: "+8 mo", "~+2.4 y", "narrowed".
    pub(crate) fn short(self) -> String {
        self.told("~", ["d", "mo", "y"]).unwrap_or_else(|| {
            match self {
                Self::Narrowed => "narrowed",
                Self::Widened => "widened",
                Self::Overlaps => "overlaps",
                Self::Same | Self::By { .. } => "same",
            }
            .to_owned()
        })
    }

    /// The move as a total: "+8 months", "about +4.9 years", "as first announced".
    pub(crate) fn long(self) -> String {
        self.told("about ", ["days", "months", "years"]).unwrap_or_else(|| "as first announced".to_owned())
    }

    fn told(self, about: &str, [days, months, years]: [&str; 3]) -> Option<String> {
        let Self::By { years: by, rough } = self else { return None };
        let about = if rough { about } else { "" };
        let sign = if by < 0.0 { "−" } else { "+" };
        let size = by.abs();
        let whole = |number: f64, unit: &str| {
            let unit = if number.round() > 1.0 { unit } else { unit.trim_end_matches('s') };
            format!("{about}{sign}{number:.0} {unit}")
        };
        Some(match size * 12.0 {
            part if part < 2.0 && !rough => whole(size / DAY, days),
            part if part < 23.5 => whole(part, months),
            _ => format!("{about}{sign}{size:.1} {years}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: &str, to: &str) -> String {
        Move::between(from.parse().unwrap(), to.parse().unwrap()).short()
    }

    #[test]
    fn a_move_is_no_more_precise_than_its_dates() {
        assert_eq!(moved("2026-04-09", "2026-05-19"), "+40 d");
        assert_eq!(moved("2024-11", "2025-04"), "+5 mo");
        assert_eq!(moved("2021", "2023-11"), "~+2.4 y");
        assert_eq!(moved("2023-11", "2023-12/2024-06"), "~+4 mo");
        assert_eq!(moved("2029-11", "2026-02"), "−3.8 y");
        assert_eq!(moved("2025-08/..", "2027-01/.."), "~+17 mo");
    }

    #[test]
    fn totals_are_written_out() {
        let total = |from: &str, to: &str| Move::between(from.parse().unwrap(), to.parse().unwrap()).long();
        assert_eq!(total("2019-12-17", "2019-12-18"), "+1 day");
        assert_eq!(total("2025-12", "2026-11"), "+11 months");
        assert_eq!(total("2018", "2018-10-29"), "as first announced");
    }

    #[test]
    fn dates_that_may_be_the_same_do_not_slip() {
        assert_eq!(moved("2025", "2025-10/2025-12"), "narrowed");
        assert_eq!(moved("2025-10/2025-12", "2025"), "widened");
        assert_eq!(moved("2025-07/2025-12", "2025-10/2026-03"), "overlaps");
        assert_eq!(moved("2025", "2025-09/.."), "narrowed");
        assert_eq!(moved("2025~", "2025"), "same");
    }
}
