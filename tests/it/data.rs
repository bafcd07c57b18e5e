//! The bundled data: free of faults, whole, and enough to answer what the README promises.

use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input, Severity, rule};
use spacepact::graph::{ClaimId, Graph};

fn bundled() -> Atlas {
    let (data, _) = dataset::read(&Input::bundled());
    Atlas::new(data)
}

#[test]
fn the_bundled_data_has_no_fault() {
    let (data, mut faults) = dataset::read(&Input::bundled());
    faults.extend(rule::check(&data));
    let errors: Vec<String> = faults
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .map(|fault| fault.render(&data.files))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn every_claim_of_the_bundled_data_has_a_source() {
    let graph = bundled().graph;
    for claim in graph.claims() {
        assert!(!graph.claim(claim).cites.is_empty(), "{claim:?}");
    }
}

#[test]
fn the_atlas_is_as_large_as_promised() {
    let census = bundled().graph.census();
    assert!(census.entities >= 200 && census.links >= 400 && census.stances >= 100, "{census:?}");
}

fn sources(graph: &Graph, claim: ClaimId) -> usize {
    graph.claim(claim).cites.len()
}

#[test]
fn smile_has_its_schedule_history() {
    let graph = bundled().graph;
    let smile = graph.find("smile").unwrap();
    let announced: Vec<_> =
        graph.milestones(smile).iter().filter(|&&id| graph.milestone(id).expected.is_some()).collect();
    assert!(announced.len() >= 8, "{} announced dates", announced.len());
    for &&id in &announced {
        assert!(sources(&graph, ClaimId::Milestone(id)) > 0);
    }
    let launched =
        graph.milestones(smile).iter().any(|&id| graph.milestone(id).on.to_string() == "2026-05-19");
    assert!(launched);
}

#[test]
fn the_position_of_esa_on_tiangong_turns() {
    let graph = bundled().graph;
    let esa = graph.find("esa").unwrap();
    let about = graph.stances_about(graph.find("tiangong").unwrap());
    let mut positions: Vec<_> =
        about.iter().map(|&id| graph.stance(id)).filter(|stance| stance.actor() == esa).collect();
    positions.sort_by_key(|stance| stance.day());
    let first = positions.first().unwrap().record.position;
    let last = positions.last().unwrap().record.position;
    assert!(first.height() > 0 && last.height() < 0, "{first} to {last} in {} stances", positions.len());
}

#[test]
fn every_claim_of_the_seed_article_is_traced_to_it() {
    let graph = bundled().graph;
    let seed = graph.find_source("techtimes-friend-circle-2023").unwrap();
    let claims = graph.claims_on(seed);
    assert!(claims.len() >= 6, "{} claims", claims.len());
    let holders: Vec<&str> = claims
        .iter()
        .filter_map(|claim| match claim {
            ClaimId::Stance(id) => Some(graph.entity(graph.stance(*id).holder).id()),
            _ => None,
        })
        .collect();
    for holder in ["song-zhongping", "josef-aschbacher"] {
        assert!(holders.contains(&holder), "{holder} is missing among {holders:?}");
    }
}

#[test]
fn the_snapshot_holds_what_the_files_hold() {
    let (read, _) = dataset::read(&Input::bundled());
    let snapshot = dataset::bundle::records().unwrap();
    let text = |data: &dataset::Dataset| {
        let entries: Vec<_> = data.entries.iter().map(|entry| (entry.kind, &entry.record)).collect();
        let stances: Vec<_> = data.stances.iter().map(|stance| &stance.record).collect();
        let sources: Vec<_> = data.sources.iter().map(|source| &source.record).collect();
        ron::to_string(&(&data.manifest, entries, stances, sources)).unwrap()
    };
    assert_eq!(text(&read), text(&snapshot));
}
