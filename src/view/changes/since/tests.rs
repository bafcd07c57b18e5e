//! What is told of the dataset since a release of it.

use super::*;
use crate::dataset::Released;
use crate::view::option::{Misread, SINCE};
use crate::view::sample::{atlas, of};
use crate::view::{View as _, changes::Changes};

const NASA: (Kind, &str) = (Kind::Agency, r#"(id: "nasa", name: "NASA", sources: ["s1"])"#);

/// The atlas of the sample, which has grown since two releases of a single agency, the second of them its own.
fn grown() -> Atlas {
    let mut now = atlas();
    let text = Release::of(&of(&[NASA], &[]).graph).write("x");
    let release = |version: &'static str| Released { version: version.into(), text: text.clone().into() };
    now.releases = vec![release("2026.1.1"), release("0")];
    now
}

fn asked(atlas: &Atlas, focus: &[&str], since: &str) -> Figure {
    let mut lens = Lens::on(focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect::<Vec<_>>());
    (SINCE.read)(since, atlas, &mut lens).unwrap();
    Changes.figure(atlas, &lens)
}

fn headings(figure: &Figure) -> Vec<String> {
    let Body::Table(table) = &figure.body else { panic!("a table") };
    table.rows.iter().filter(|row| row.heading).map(|row| row.cells[0].plain()).collect()
}

#[test]
fn of_all_it_counts_by_kind_and_relation_and_says_what_is_gone() {
    let atlas = grown();
    let found = asked(&atlas, &[], "last");
    assert_eq!(found.title, "Changes in the data since 2026.1.1");
    let headings = headings(&found);
    for heading in
        ["New agencies  1", "New missions  2", "New ties: leads  1", "and 4 more", "New stances  4"]
    {
        assert!(headings.iter().any(|one| one == heading), "{heading}: {headings:?}");
    }
    assert!(
        found.note.contains("0 changed · 0 gone in the whole dataset (their words are not kept) · now 0"),
        "{}",
        found.note
    );
    let chart = found.chart.unwrap();
    assert_eq!(
        chart.rows[0].cells[1..].iter().map(Cell::plain).collect::<Vec<_>>(),
        ["1", "7", "6", "0", "0"]
    );
}

#[test]
fn of_some_it_names_what_concerns_them_with_their_new_neighbours() {
    let atlas = grown();
    let found = asked(&atlas, &["nasa"], "2026.1.1");
    assert_eq!(headings(&found), ["New entities  2", "New ties  2"]);
    let Body::Table(table) = &found.body else { panic!("a table") };
    assert!(table.entries().all(|row| !row.cites.is_empty() && row.target.is_some()));
    assert!(found.chart.is_none());
    let mut lens = Lens::on(vec![atlas.graph.find("smile").unwrap()]);
    (lens.since, lens.from) = (Some("2026.1.1".to_owned()), Some("2026-06".parse().unwrap()));
    let found = Changes.figure(&atlas, &lens);
    assert_eq!(headings(&found), ["New milestones  1"]);
    assert!(found.note.ends_with(" · from 2026-06"), "{}", found.note);
}

#[test]
fn a_release_that_is_not_known_is_refused_and_an_equal_one_has_no_changes() {
    let mut now = grown();
    let read = |atlas: &Atlas, text: &str| (SINCE.read)(text, atlas, &mut Lens::default());
    let told = read(&now, "2025.1.1").unwrap_err().to_string();
    assert_eq!(told, "no release is called \"2025.1.1\"; known are 2026.1.1, 0");
    now.releases[0].text = "mine".into();
    assert!(matches!(read(&now, "2026.1.1"), Err(Misread::Record(_))));
    let text = Release::of(&now.graph).write("x");
    now.releases[0].text = text.into();
    let found = asked(&now, &["nasa"], "2026.1.1");
    assert_eq!(
        found.empty.as_deref(),
        Some("Nothing around NASA is new or changed in the data since 2026.1.1.")
    );
    now.releases.clear();
    let told = read(&now, "last").unwrap_err().to_string();
    assert!(told.starts_with("this data keeps no record of a release"), "{told}");
}
