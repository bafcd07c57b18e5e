//! Entities of which something is not known at all: ties, positions, deeds, heads.

use std::collections::BTreeMap;

use super::{Asked, Said, Section};
use crate::figure::{Role, Text};
use crate::graph::{ClaimId, EntityId, Phase};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::view::Lack;
use crate::view::phrase::{count, names, short};

pub(super) fn sections<'a>(asked: &'a Asked<'_>) -> Vec<Section<'a>> {
    vec![words(asked), silent(asked), headless(asked), alone(asked)]
}

/// A section of entities, with what is missing of each.
fn section<'a>(
    asked: &'a Asked<'_>,
    (lack, title): (Lack, &str),
    of: Vec<EntityId>,
    why: impl Fn(EntityId) -> String + 'a,
) -> Section<'a> {
    let graph = asked.seen.graph();
    let gaps = of.into_iter().map(ClaimId::Entity).collect();
    Section::new(asked, lack, title, gaps, move |gap| {
        let id = graph.owner(gap);
        let what = short(graph, id).and(format!("  {}", graph.entity(id).summary()), Role::Muted);
        Said { date: String::new(), what, why: Text::of(why(id), Role::Muted) }
    })
}

/// Memoranda and letters of intent after which nothing more is known.
fn words<'a>(asked: &'a Asked<'_>) -> Section<'a> {
    let seen = asked.seen;
    let graph = seen.graph();
    let promises = seen.promises().into_iter().filter(|promise| {
        let ours = |id: &EntityId| asked.realm.contains(id);
        let near = asked.realm.is_empty() || ours(&promise.agreement) || promise.parties.iter().any(ours);
        near && asked.lens.query.admits_entity(seen, promise.agreement)
    });
    let of: Vec<EntityId> = promises.map(|promise| promise.agreement).collect();
    let why =
        move |id| format!("no later contract, agreement or mission of {}", names(graph, &seen.parties(id)));
    let plain = section(asked, (Lack::Deed, "Memoranda and letters of intent without a known deed"), of, why);
    let dated = move |gap| {
        let since = graph.entity(graph.owner(gap)).during.and_then(Date::start);
        Said { date: since.map_or(String::new(), |start| start.to_string()), ..(plain.say)(gap) }
    };
    Section { lack: plain.lack, title: plain.title, gaps: plain.gaps, say: Box::new(dated) }
}

/// Those who act and yet have no position that is known.
///
/// Where works or issues are in focus, those tied to them who are silent about them.
fn silent<'a>(asked: &'a Asked<'_>) -> Section<'a> {
    let seen = asked.seen;
    let graph = seen.graph();
    let speaks = |kind: Kind| matches!(kind, Kind::State | Kind::Agency | Kind::Organisation);
    let said = |id: EntityId, issue: Option<EntityId>| {
        let about = |stance| issue.is_none_or(|issue| graph.is_about(stance, issue));
        graph.stances_by(id).iter().any(|&stance| seen.shows_stance(stance) && about(stance))
    };
    let mut silent: BTreeMap<EntityId, Option<EntityId>> = BTreeMap::new();
    let mut add = |id: EntityId, issue: Option<EntityId>| {
        if speaks(graph.entity(id).kind) && !said(id, issue) {
            silent.entry(id).or_insert(issue);
        }
    };
    if asked.realm.is_empty() {
        let living = |&id: &EntityId| seen.phase(graph.entity(id).during) != Phase::Ended;
        graph
            .entity_ids()
            .filter(|&id| asked.wants(id) && graph.degree(id) > 0)
            .filter(living)
            .for_each(|id| add(id, None));
    }
    for &id in &asked.lens.focus {
        if graph.entity(id).kind.is_body() {
            add(id, None);
            continue;
        }
        let tied = seen.arcs(id).map(|arc| arc.other);
        tied.filter(|&other| asked.lens.query.admits_entity(seen, other))
            .for_each(|other| add(other, Some(id)));
    }
    section(asked, (Lack::Position, "No position known"), silent.keys().copied().collect(), move |id| {
        let issue = silent.get(&id).copied().flatten();
        let on = issue.map_or(String::new(), |issue| format!(" on {}", graph.entity(issue).short()));
        format!("{}, no position{on} known", count(seen.arcs(id).count(), "tie"))
    })
}

/// Agencies whose head at the date is not known.
fn headless<'a>(asked: &'a Asked<'_>) -> Section<'a> {
    let seen = asked.seen;
    let graph = seen.graph();
    let agencies = graph.entity_ids().filter(|&id| {
        let entity = graph.entity(id);
        entity.kind == Kind::Agency && asked.wants(id) && seen.phase(entity.during) != Phase::Ended
    });
    let headless = agencies.filter(|&id| seen.heads(id).is_empty()).collect();
    section(asked, (Lack::Head, "Head of agency unknown"), headless, |_| {
        "who heads it is not known".to_owned()
    })
}

/// Entities without a tie.
fn alone<'a>(asked: &'a Asked<'_>) -> Section<'a> {
    let seen = asked.seen;
    let graph = seen.graph();
    let untied =
        |&id: &EntityId| asked.wants(id) && seen.arcs(id).next().is_none() && graph.on_topic(id).is_empty();
    let untied = graph.entity_ids().filter(untied).collect();
    section(asked, (Lack::Tie, "Without ties"), untied, |_| "no tie to anything is known".to_owned())
}
