//! Laws of the algebra, and who is counted how.

use super::*;
use crate::dataset::read::options;
use crate::dataset::{Dataset, Entry, Place};
use crate::graph::{Era, Graph};
use crate::model::date::Moment;
use crate::model::kind::Kind;

const ENTITIES: &[(Kind, &str)] = &[
    (Kind::State, r#"(id: "state-a", name: "A")"#),
    (Kind::State, r#"(id: "state-b", name: "B")"#),
    (Kind::State, r#"(id: "state-c", name: "C")"#),
    (Kind::State, r#"(id: "state-d", name: "D")"#),
    (Kind::State, r#"(id: "state-e", name: "E")"#),
    (Kind::Institute, r#"(id: "uni-b", name: "University of B", country: "state-b")"#),
    (Kind::Agency, r#"(id: "agency-a", name: "Agency of A", country: "state-a")"#),
    (
        Kind::Agreement,
        r#"(id: "pact", name: "Pact", instrument: Treaty, during: "2000/..", parties: [
            (who: "state-a", as: PartyTo, during: "2001/.."),
            (who: "state-b", as: PartyTo, during: "2002/.."),
            (who: "state-c", as: Signed, during: "2000"),
            (who: "state-d", as: PartyTo, during: "2003/.."),
            (who: "state-d", as: WithdrewFrom, during: "2020"),
            (who: "state-e", as: PartyTo, during: "2004/..", confidence: Low)])"#,
    ),
    (
        Kind::Programme,
        r#"(id: "base", name: "Base", during: "2010/..", partners: [
            (who: "state-a", during: "2011/..", level: State), (who: "agency-a", during: "2010/.."),
            (who: "uni-b", during: "2012/.."), (who: "state-c", during: "2013/.."),
            (who: "state-d", during: "2014/..")])"#,
    ),
];

fn graph() -> Graph {
    let place = Place::default();
    let entries = ENTITIES.iter().map(|&(kind, text)| {
        let record = options().from_str(text).unwrap();
        Entry { kind, record, place, added: Vec::new(), partial: false }
    });
    Graph::build(Dataset { entries: entries.collect(), ..Dataset::default() })
}

fn told(graph: &Graph, sets: &Sets, at: &str, count: Count) -> Vec<String> {
    let era = Era { at: at.parse().ok().map(Moment::last), known_by: None };
    let answer = sets.answer(graph.at(era), count);
    let line = |found: &Found| format!("{} {:?}", graph.entity(found.member).id(), found.tier);
    answer.found.iter().map(line).collect()
}

#[test]
fn members_are_told_apart_by_how_they_hold_their_seats() {
    let graph = graph();
    let set = |id: &str| Sets::In(graph.find(id).unwrap());
    let (pact, base) = (set("pact"), set("base"));
    assert_eq!(
        told(&graph, &pact, "2026", Count::Members),
        [
            "state-a Sure",
            "state-b Sure",
            "state-c Perhaps(Signed)",
            "state-e Perhaps(Weak)",
            "state-d Former"
        ]
    );
    assert_eq!(told(&graph, &pact, "2003", Count::Members).last().unwrap(), "state-c Perhaps(Signed)");
    let both = Sets::And(pact.clone().into(), base.clone().into());
    assert_eq!(
        told(&graph, &both, "2026", Count::Members),
        ["state-a Sure", "state-c Perhaps(Signed)", "state-b Through", "state-d Former"]
    );
    assert_eq!(
        told(&graph, &both, "2026", Count::States),
        ["state-a Sure", "state-b Sure", "state-c Perhaps(Signed)", "state-d Former"]
    );
    let without = Sets::Without(pact.into(), base.into());
    assert_eq!(told(&graph, &without, "2026", Count::Members)[0], "state-b Sure");
    assert_eq!(told(&graph, &without, "2026", Count::States), ["state-e Perhaps(Weak)"]);
    let answer = without
        .answer(graph.at(Era { at: "2026".parse().ok().map(Moment::last), known_by: None }), Count::Members);
    // B is not in the second set itself; its university is.
    let through = answer.found[0].beside[1].and_then(|seat| seat.through);
    assert_eq!(through, graph.find("uni-b"));
}

/// All expressions of some size over two sets, and every value of the two.
#[test]
fn the_laws_of_the_algebra_hold() {
    let graph = graph();
    let ids: Vec<EntityId> = graph.entity_ids().take(3).collect();
    let values = [Truth::No, Truth::Perhaps, Truth::Yes];
    let set = |n: usize| Sets::In(ids[n]);
    let and = |a: Sets, b: Sets| Sets::And(a.into(), b.into());
    let or = |a: Sets, b: Sets| Sets::Or(a.into(), b.into());
    let minus = |a: Sets, b: Sets| Sets::Without(a.into(), b.into());
    let (a, b, c) = (|| set(0), || set(1), || set(2));
    let laws = [
        ("and commutes", and(a(), b()), and(b(), a())),
        ("or commutes", or(a(), b()), or(b(), a())),
        ("and associates", and(a(), and(b(), c())), and(and(a(), b()), c())),
        ("or associates", or(a(), or(b(), c())), or(or(a(), b()), c())),
        ("and distributes", and(a(), or(b(), c())), or(and(a(), b()), and(a(), c()))),
        ("or distributes", or(a(), and(b(), c())), and(or(a(), b()), or(a(), c()))),
        ("absorption", and(a(), or(a(), b())), a()),
        ("itself", or(a(), a()), and(a(), a())),
        ("De Morgan, or", minus(a(), or(b(), c())), and(minus(a(), b()), minus(a(), c()))),
        ("De Morgan, and", minus(a(), and(b(), c())), or(minus(a(), b()), minus(a(), c()))),
        ("taken away twice", minus(minus(a(), b()), c()), minus(a(), or(b(), c()))),
    ];
    for (name, one, other) in laws {
        for number in 0..27 {
            let truth = |id: EntityId, _| values[number / 3_usize.pow(id.index() as u32) % 3];
            assert_eq!(one.value(&truth), other.value(&truth), "{name}: {number}");
        }
    }
}
