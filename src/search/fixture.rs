//! A graph of a few entities, for the tests of this layer.

use crate::dataset::read::options;
use crate::dataset::{Dataset, Entry, Place, Placed};
use crate::graph::Graph;
use crate::model::kind::Kind;

const ENTITIES: &[(Kind, &str)] = &[
    (Kind::State, r#"(id: "state-cn", name: "China", aliases: ["PRC"])"#),
    (Kind::State, r#"(id: "state-at", name: "Austria")"#),
    (Kind::Agency, r#"(id: "esa", name: "European Space Agency", short: "ESA", during: "1975-05-30/..")"#),
    (
        Kind::Agency,
        r#"(id: "cnsa", name: "China National Space Administration", short: "CNSA", country: "state-cn",
            names: [(text: "国家航天局", lang: "zh")], during: "1993/..",
            located_in: [(at: "state-cn")])"#,
    ),
    (
        Kind::Mission,
        r#"(id: "change-6", name: "Chang'e-6", country: "state-cn", status: Operating, topics: ["topic-moon"],
            confidence: High, summary: "Brought samples back from lunar orbit.",
            partners: [(who: "cnsa", as: Leads), (who: "esa", as: ContributesTo, during: "2024")],
            milestones: [(on: "2024-05-03", kind: Launched)])"#,
    ),
    (
        Kind::Mission,
        r#"(id: "probe", name: "Old Probe", country: "state-cn", status: Cancelled, during: "2001/2005",
            partners: [(who: "cnsa", as: Leads, confidence: Low)])"#,
    ),
    (
        Kind::Agreement,
        r#"(id: "accord", name: "ESA-CNSA accord", status: InForce, during: "2014-12-11",
            parties: [(who: "esa"), (who: "cnsa")])"#,
    ),
    (
        Kind::Person,
        r#"(id: "josef-aschbacher", name: "Josef Aschbacher", country: "state-at",
            offices: [(at: "esa", title: "Director General", during: "2021-03-01/..")])"#,
    ),
    (Kind::Topic, r#"(id: "topic-moon", name: "Moon base", summary: "A lunar station of many.")"#),
];

const STANCES: &[&str] = &[
    r#"(id: "a", holder: "josef-aschbacher", for: "esa", position: Declines, about: "topic-moon",
        toward: "cnsa", on: "2023-01-23", gist: "…")"#,
    r#"(id: "b", holder: "cnsa", position: Champions, about: "topic-moon", on: "2021", gist: "Wants an outpost by 2035.",
        confidence: High)"#,
    r#"(id: "c", holder: "esa", position: Supports, about: "change-6", on: "2019", gist: "…")"#,
];

/// Two states, two agencies, two missions, an accord, a person, a topic and three stances.
pub(super) fn graph() -> Graph {
    let place = Place::default();
    let entries = ENTITIES.iter().filter_map(|&(kind, text)| {
        let record =
            options().from_str(text).inspect_err(|error| assert_eq!(error.to_string(), text)).ok()?;
        Some(Entry { kind, record, place, added: Vec::new(), partial: false })
    });
    let stances = STANCES.iter().filter_map(|text| {
        let record =
            options().from_str(text).inspect_err(|error| assert_eq!(error.to_string(), **text)).ok()?;
        Some(Placed { record, place })
    });
    Graph::build(Dataset { entries: entries.collect(), stances: stances.collect(), ..Dataset::default() })
}
