//! Entities of which something is not known at all: ties, positions, deeds, heads.

use super::claims::order;
use super::{Asked, Gap, Section};
use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Phase};
use crate::model::kind::Kind;
use crate::view::phrase::{count, names, short};

pub(super) fn sections(asked: &Asked<'_>) -> Vec<Section> {
    vec![words(asked), silent(asked), headless(asked), alone(asked)]
}

fn gap(seen: Seen<'_>, id: EntityId, why: String) -> Gap {
    let graph = seen.graph();
    Gap {
        of: id,
        date: String::new(),
        what: short(graph, id).and(format!("  {}", graph.entity(id).summary()), Role::Muted),
        why: Text::of(why, Role::Muted),
        claim: ClaimId::Entity(id),
    }
}

/// Memoranda and letters of intent after which nothing more is known.
fn words(asked: &Asked<'_>) -> Section {
    let seen = asked.seen;
    let graph = seen.graph();
    let promises = seen.promises().into_iter().filter(|promise| {
        let ours = |id: &EntityId| asked.realm.contains(id);
        let near = asked.realm.is_empty() || ours(&promise.agreement) || promise.parties.iter().any(ours);
        near && asked.lens.query.admits_entity(seen, promise.agreement)
    });
    let gaps = promises
        .map(|promise| {
            let why =
                format!("no later contract, agreement or mission of {}", names(graph, &promise.parties));
            let date = promise.since.start().map_or(String::new(), |start| start.to_string());
            Gap { date, ..gap(seen, promise.agreement, why) }
        })
        .collect();
    Section { title: "Memoranda and letters of intent without a known deed".to_owned(), gaps }
}

/// Those who act and yet have no position that is known.
///
/// Where works or issues are in focus, those tied to them who are silent about them.
fn silent(asked: &Asked<'_>) -> Section {
    let seen = asked.seen;
    let graph = seen.graph();
    let speaks = |kind: Kind| matches!(kind, Kind::State | Kind::Agency | Kind::Organisation);
    let said = |id: EntityId, issue: Option<EntityId>| {
        let about = |stance| issue.is_none_or(|issue| graph.is_about(stance, issue));
        graph.stances_by(id).iter().any(|&stance| seen.shows_stance(stance) && about(stance))
    };
    let mut gaps: Vec<Gap> = Vec::new();
    let mut add = |id: EntityId, issue: Option<EntityId>| {
        if speaks(graph.entity(id).kind) && !said(id, issue) && !gaps.iter().any(|gap| gap.of == id) {
            let on = issue.map_or(String::new(), |issue| format!(" on {}", graph.entity(issue).short()));
            let ties = count(seen.arcs(id).count(), "tie");
            gaps.push(gap(seen, id, format!("{ties}, no position{on} known")));
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
    order(seen, &mut gaps);
    Section { title: "No position known".to_owned(), gaps }
}

/// Agencies whose head at the date is not known.
fn headless(asked: &Asked<'_>) -> Section {
    let seen = asked.seen;
    let graph = seen.graph();
    let agencies = graph.entity_ids().filter(|&id| {
        let entity = graph.entity(id);
        entity.kind == Kind::Agency && asked.wants(id) && seen.phase(entity.during) != Phase::Ended
    });
    let headless = agencies.filter(|&id| seen.heads(id).is_empty());
    let mut gaps: Vec<Gap> =
        headless.map(|id| gap(seen, id, "who heads it is not known".to_owned())).collect();
    order(seen, &mut gaps);
    Section { title: "Head of agency unknown".to_owned(), gaps }
}

/// Entities without a tie.
fn alone(asked: &Asked<'_>) -> Section {
    let seen = asked.seen;
    let graph = seen.graph();
    let untied =
        |&id: &EntityId| asked.wants(id) && seen.arcs(id).next().is_none() && graph.on_topic(id).is_empty();
    let mut gaps: Vec<Gap> = graph
        .entity_ids()
        .filter(untied)
        .map(|id| gap(seen, id, "no tie to anything is known".to_owned()))
        .collect();
    order(seen, &mut gaps);
    Section { title: "Without ties".to_owned(), gaps }
}
