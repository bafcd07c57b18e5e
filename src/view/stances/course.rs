//! The course of an actor on an issue: its positions one after the other, and how long each is known
//! to have held.

use super::matter::Voice;
use crate::figure::{Form, Mark, Role, Row, Text};
use crate::graph::{EntityId, Graph, StanceId};
use crate::model::position::Position;
use crate::view::years::Stretch;

/// For how many years a statement is taken to hold when nobody repeats it.
const HOLDS: f64 = 1.5;

/// What the bars of a course mean: the last row of a chart.
pub(super) fn legend() -> Row {
    Row::heading(Text::of("━ said   ╍ last known   · where the date is not known to the day", Role::Muted))
}

/// The stances of one actor on one issue.
pub(super) struct Course {
    /// The actor.
    pub(super) actor: EntityId,
    /// The issue.
    pub(super) issue: EntityId,
    /// The stances with their numbers in the ledger, oldest first.
    pub(super) said: Vec<(usize, StanceId)>,
}

/// A position from the stance that took it to the stance that left it.
pub(super) struct Leg {
    /// The position.
    pub(super) position: Position,
    /// The stances: their numbers in the ledger and what their dates cover.
    pub(super) said: Vec<(usize, Stretch)>,
    /// Where the next leg begins; today for the last one.
    pub(super) to: f64,
}

impl Course {
    /// All courses, those with the most stances first, then those last heard of.
    pub(super) fn all(graph: &Graph, voices: &[Voice]) -> Vec<Self> {
        let mut numbered: Vec<(usize, &Voice)> = voices.iter().enumerate().collect();
        numbered.sort_by_key(|&(number, voice)| (voice.actor, voice.issue, number));
        let mut courses: Vec<Self> = numbered
            .chunk_by(|(_, one), (_, next)| (one.actor, one.issue) == (next.actor, next.issue))
            .filter_map(|row| {
                let &(_, Voice { actor, issue, .. }) = row.first()?;
                let said = row.iter().map(|(number, voice)| (number + 1, voice.id)).collect();
                Some(Self { actor: *actor, issue: *issue, said })
            })
            .collect();
        let last = |course: &Self| course.said.last().map(|&(_, id)| graph.stance(id).day());
        courses.sort_by_cached_key(|course| {
            let name = graph.entity(course.actor).short().to_owned();
            (std::cmp::Reverse((course.said.len(), last(course))), name)
        });
        courses
    }

    /// The legs, along the middles of their dates.
    pub(super) fn legs(&self, graph: &Graph, today: Option<f64>) -> Vec<Leg> {
        let mut said: Vec<(usize, Position, Stretch)> = self
            .said
            .iter()
            .map(|&(number, id)| {
                let stance = graph.stance(id);
                (number, stance.record.position, Stretch::of(stance.on))
            })
            .collect();
        said.sort_by(|(.., one), (.., next)| one.middle().total_cmp(&next.middle()));
        let mut legs: Vec<Leg> = said
            .chunk_by(|(_, one, _), (_, next, _)| one == next)
            .filter_map(|run| {
                let &(_, position, _) = run.first()?;
                let said = run.iter().map(|&(number, _, stretch)| (number, stretch)).collect();
                Some(Leg { position, said, to: f64::INFINITY })
            })
            .collect();
        let starts: Vec<f64> = legs.iter().map(Leg::start).collect();
        for (place, leg) in legs.iter_mut().enumerate() {
            let end = today.unwrap_or_else(|| leg.holds());
            leg.to = starts.get(place + 1).copied().unwrap_or(end);
        }
        legs
    }
}

impl Leg {
    /// Where it begins: the middle of the first date.
    pub(super) fn start(&self) -> f64 {
        self.said.first().map_or(0.0, |(_, stretch)| stretch.middle())
    }

    /// Until when it is known to have held.
    fn holds(&self) -> f64 {
        self.said.last().map_or(0.0, |(_, stretch)| stretch.ends().1 + HOLDS)
    }

    /// What it means.
    pub(super) const fn role(&self) -> Role {
        Role::Position(self.position)
    }

    /// A bar for as long as it is known to have held, and a fainter one from there on.
    pub(super) fn bars(&self) -> Vec<Mark> {
        let Some((_, first)) = self.said.first() else { return Vec::new() };
        // The precision of a coarse date stays visible: the bar begins where the date surely is past.
        let from = if first.coarse() { first.ends().1 } else { first.middle() };
        let solid = self.holds().min(self.to);
        let mut marks = Vec::new();
        if solid > from {
            marks.push(Mark::bar(from, solid, Form::Bar, self.role()));
        }
        if self.to > solid {
            marks.push(Mark::bar(solid, self.to, Form::Fading, self.role()));
        }
        marks
    }

    /// Its stances as points.
    pub(super) fn points(&self, labelled: bool) -> impl Iterator<Item = Mark> {
        let sign = self.position.glyph().chars().next().unwrap_or('●');
        let role = self.role();
        self.said.iter().map(move |&(number, stretch)| {
            let (from, to) = stretch.ends();
            let mark = Mark::point(from, to, sign, role);
            if labelled { mark.labelled(number.to_string()) } else { mark }
        })
    }
}
