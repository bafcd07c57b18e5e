//! Whose stances on what: the focus sorted into actors and issues, and the stances that fit both.

use std::collections::HashMap;

use super::turn::Turn;
use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph, StanceId};
use crate::search::Query;
use crate::view::{Lens, words};

/// What a view of stances is about.
pub(in crate::view) struct Matter {
    /// Those whose stances are asked for; empty: everybody.
    pub(in crate::view) actors: Vec<EntityId>,
    /// What they are asked about; empty: everything.
    pub(in crate::view) issues: Vec<EntityId>,
    /// The stances, oldest first.
    pub(in crate::view) voices: Vec<Voice>,
    /// How many more the query keeps out.
    pub(in crate::view) hidden: usize,
}

/// A stance in its row of stances by the same actor on the same issue.
pub(in crate::view) struct Voice {
    /// The stance.
    pub(in crate::view) id: StanceId,
    /// Whose position it shows.
    pub(in crate::view) actor: EntityId,
    /// On what: the issue in focus where there is one.
    pub(in crate::view) issue: EntityId,
    /// The stance before it in its row, or that of the same holder if it turned from that, and what changed.
    pub(in crate::view) turn: Option<(StanceId, Turn)>,
    /// The stance before it of the same holder on the same issue, and what changed.
    pub(in crate::view) own: Option<(StanceId, Turn)>,
}

impl Matter {
    /// Reads the focus and finds the stances.
    ///
    /// An actor of whom no stance is known is itself the issue if others took a position on it.
    pub(in crate::view) fn new(seen: Seen<'_>, lens: &Lens) -> Self {
        let graph = seen.graph();
        let (mut actors, mut issues): (Vec<EntityId>, Vec<EntityId>) =
            lens.focus.iter().partition(|&&id| graph.entity(id).kind.is_actor());
        if let ([actor], []) = (actors.as_slice(), issues.as_slice())
            && graph.stances_by(*actor).is_empty()
            && !graph.stances_about(*actor).is_empty()
        {
            std::mem::swap(&mut actors, &mut issues);
        }
        let mut voices: Vec<Voice> = Vec::new();
        let mut last: HashMap<(EntityId, EntityId), StanceId> = HashMap::new();
        let mut lately: HashMap<(EntityId, EntityId), StanceId> = HashMap::new();
        for id in candidates(graph, &actors, &issues).into_iter().filter(|&id| seen.shows_stance(id)) {
            let (actor, issue) = (holder(graph, &actors, id), subject(graph, &issues, id));
            let change = |before: Option<StanceId>| Some((before?, Turn::between(graph, before?, id)?));
            let own = change(lately.insert((graph.stance(id).holder, issue), id));
            let before = change(last.insert((actor, issue), id));
            let turn = own.filter(|(_, turn)| *turn == Turn::Reversed).or(before);
            voices.push(Voice { id, actor, issue, turn, own });
        }
        if !lens.about.is_empty() {
            let realms: Vec<_> = lens.about.iter().map(|&about| (about, graph.realm(about))).collect();
            let touches =
                |voice: &Voice| realms.iter().any(|(about, realm)| graph.touches(voice.id, *about, realm));
            voices.retain(touches);
        }
        let all = voices.len();
        voices.retain(|voice| admits(&lens.query, seen, voice.id));
        let hidden = all - voices.len();
        Self { actors, issues, voices, hidden }
    }

    /// The one whose stances all of these are, if it is one.
    pub(in crate::view) fn sole_actor(&self) -> Option<EntityId> {
        let first = self.voices.first()?.actor;
        self.voices.iter().all(|voice| voice.actor == first).then_some(first)
    }

    /// The one thing that all of these are about, if it is one.
    pub(in crate::view) fn sole_issue(&self) -> Option<EntityId> {
        let first = self.voices.first()?.issue;
        self.voices.iter().all(|voice| voice.issue == first).then_some(first)
    }
}

fn candidates(graph: &Graph, actors: &[EntityId], issues: &[EntityId]) -> Vec<StanceId> {
    let by = || actors.iter().flat_map(|&actor| graph.stances_by(actor)).copied();
    let about = |id: &StanceId| issues.iter().any(|&issue| graph.is_about(*id, issue));
    let mut found: Vec<StanceId> = match (actors, issues) {
        ([], []) => graph.stance_ids().collect(),
        ([], issues) => issues.iter().flat_map(|&issue| graph.stances_about(issue)).copied().collect(),
        (_, []) => by().collect(),
        _ => by().filter(about).collect(),
    };
    found.sort_unstable();
    found.dedup();
    found
}

/// Whose position a stance shows: the one in focus who holds it or for whom it was spoken.
fn holder(graph: &Graph, actors: &[EntityId], id: StanceId) -> EntityId {
    let stance = graph.stance(id);
    let holds = |&&actor: &&EntityId| stance.holder == actor || stance.body == Some(actor);
    actors.iter().find(holds).copied().unwrap_or_else(|| stance.actor())
}

/// What a stance is about: the issue in focus that it names, or of which it names a part.
fn subject(graph: &Graph, issues: &[EntityId], id: StanceId) -> EntityId {
    let about = graph.stance(id).about;
    if issues.contains(&about) {
        return about;
    }
    issues.iter().copied().find(|&issue| graph.is_about(id, issue)).unwrap_or(about)
}

fn admits(query: &Query, seen: Seen<'_>, id: StanceId) -> bool {
    let graph = seen.graph();
    let stance = graph.stance(id);
    let record = &stance.record;
    query.admits_stance(seen, id)
        && words::found(query, || {
            let named = [Some(stance.holder), stance.body, Some(stance.about), stance.toward];
            let mut text: Vec<&str> = named.into_iter().flatten().map(|id| graph.entity(id).name()).collect();
            text.push(&record.gist);
            text.extend(
                [&record.quote, &record.office, &record.conditions].into_iter().flatten().map(|word| &**word),
            );
            text.join(" ")
        })
}
