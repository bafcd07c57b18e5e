//! A handful of records for the tests of views: ESA, NASA, a station, an issue, a mission that slips.

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::{Lens, View};
use crate::atlas::Atlas;
use crate::dataset::{Dataset, Entry, Place, Placed};
use crate::figure::Figure;
use crate::model::kind::Kind;
use crate::search::Query;

const ENTITIES: &[(Kind, &str)] = &[
    (Kind::Agency, r#"(id: "esa", name: "European Space Agency", short: "ESA", sources: ["s1"])"#),
    (Kind::Agency, r#"(id: "nasa", name: "NASA", sources: ["s1"])"#),
    (
        Kind::Person,
        r#"(id: "dg", name: "Josef Aschbacher", sources: ["s1"], offices: [
        (at: "esa", title: "Director General", during: "2021-03/..", sources: ["s1"])])"#,
    ),
    (
        Kind::Station,
        r#"(id: "tiangong", name: "Tiangong", sources: ["s1"], during: "2021-04-29/..", partners: [
        (who: "nasa", sources: ["s1"])])"#,
    ),
    (
        Kind::Topic,
        r#"(id: "topic-crews", name: "Foreign crews", sources: ["s1"],
        part_of: [(of: "tiangong", sources: ["s1"])])"#,
    ),
    (
        Kind::Mission,
        r#"(id: "smile", name: "SMILE", sources: ["s1"], during: "2026-05-19/..", partners: [
        (who: "esa", as: Leads, during: "2015/..", sources: ["s1"]), (who: "nasa", sources: ["s2"])], milestones: [
        (on: "2015", kind: Selected, what: "Chosen", expected: "2021", sources: ["s1"]),
        (on: "2018-10", kind: Scheduled, what: "Confirmed", expected: "2021", sources: ["s2"]),
        (on: "2019-03", kind: Agreed, what: "Adopted", expected: "2023-11", sources: ["s2"]),
        (on: "2024-06", kind: Scheduled, what: "Stands at 2025", expected: "2025", sources: ["s3"]),
        (on: "2024-08", kind: Scheduled, what: "Late in the year", expected: "2025-10/2025-12", sources: ["s3"]),
        (on: "../2026-04", kind: Scheduled, what: "A day is set", expected: "2026-04-09", sources: ["s3"]),
        (on: "2026-05-19", kind: Launched, what: "Off it goes", sources: ["s3"]),
        (on: "2026-06", kind: Scheduled, what: "Science to begin", expected: "2026-09", sources: ["s3"])])"#,
    ),
    (
        Kind::Mission,
        r#"(id: "other", name: "Other", sources: ["s1"], milestones: [
        (on: "2010", kind: Scheduled, expected: "2020-05", sources: ["s1"]),
        (on: "2019", kind: Delayed, expected: "2020-02", sources: ["s1"])])"#,
    ),
];

const STANCES: &[&str] = &[
    r#"(id: "a", holder: "esa", position: Supports, about: "topic-crews", on: "2017", gist: "Wanted to fly.",
        quote: "fly on the station", sources: ["s1"])"#,
    r#"(id: "b", holder: "esa", position: Supports, about: "tiangong", on: "2018-10", gist: "Still talks.", sources: ["s2"])"#,
    r#"(id: "c", holder: "dg", as: "Director General", for: "esa", position: Declines, about: "topic-crews", on: "2023-01-23",
        gist: "Saw no green light.", conditions: "none", confidence: Low, sources: ["s3", "s1"])"#,
    r#"(id: "d", holder: "esa", position: Supports, about: "smile", on: "2024", gist: "Glad.", sources: ["s3"])"#,
];

const SOURCES: &[&str] = &[
    r#"(id: "s1", title: "One", publisher: "P", published: "2017", type: Press)"#,
    r#"(id: "s2", title: "Two", publisher: "P", published: "2019", type: Press)"#,
    r#"(id: "s3", title: "Three", publisher: "P", published: "2026", type: Press)"#,
];

fn record<T: DeserializeOwned>(text: &str) -> T {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME).from_str(text).unwrap()
}

/// The atlas of these records.
pub(super) fn atlas() -> Atlas {
    of(ENTITIES, STANCES)
}

/// An atlas of records of one's own, on the same three sources.
pub(super) fn of(entities: &[(Kind, &str)], stances: &[&str]) -> Atlas {
    let place = Place::default();
    let entries = entities
        .iter()
        .map(|&(kind, text)| Entry { kind, record: record(text), place, added: Vec::new(), partial: false })
        .collect();
    let stances = stances.iter().map(|text| Placed { record: record(text), place }).collect();
    let sources = SOURCES.iter().map(|text| Placed { record: record(text), place }).collect();
    let dataset = Dataset { entries, stances, sources, ..Dataset::default() };
    Atlas::new(dataset)
}

/// The figure of a view on these entities, through a query.
pub(super) fn figure(atlas: &Atlas, view: &dyn View, focus: &[&str], query: &str) -> Figure {
    let ids: Vec<_> = focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
    let query = Query::parse(query, &atlas.graph, atlas.index()).unwrap();
    view.figure(atlas, &Lens { query, ..Lens::on(ids) })
}

/// The lines of a figure as text, without the lines of the grid.
pub(super) fn printed(figure: &Figure, width: usize) -> Vec<String> {
    let lines = crate::typeset::figure(figure, width);
    lines.iter().map(|line| line.text.plain().replace('┊', " ").trim_end().to_owned()).collect()
}
