//! The answers of the map over the small atlas.

use super::*;
use crate::dataset::{Input, read};
use crate::search::Query;
use crate::view::{Misread, option};

fn tiny() -> Atlas {
    Atlas::new(read(&Input::folder("tests/fixtures/tiny")).0)
}

fn figure(atlas: &Atlas, focus: &[&str], query: &str) -> Figure {
    let ids: Vec<EntityId> = focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
    let query = Query::parse(query, &atlas.graph, atlas.index()).unwrap();
    Map.figure(atlas, &Lens { query, ..Lens::on(ids) })
}

fn scene_of(figure: &Figure) -> &Scene {
    let Body::Scene(scene) = &figure.body else { panic!("a map is a scene") };
    scene
}

fn labels(figure: &Figure) -> Vec<&str> {
    let mut labels: Vec<&str> = scene_of(figure).nodes.iter().map(|node| &*node.label).collect();
    labels.sort_unstable();
    labels
}

fn said(figure: &Figure, label: &str) -> Vec<String> {
    let node = scene_of(figure).nodes.iter().find(|node| node.label == label).unwrap();
    node.detail.iter().map(crate::figure::Text::plain).collect()
}

#[test]
fn without_a_focus_every_agency_has_its_seat() {
    let atlas = tiny();
    let all = figure(&atlas, &[], "");
    assert_eq!(labels(&all), ["CAS", "CMSA", "CNSA", "ESA", "NASA", "Roscosmos"]);
    assert_eq!((&*all.title, &*all.note), ("Seats of agencies", "6 seats"));
    assert!(scene_of(&all).edges.is_empty());
    assert_eq!(scene_of(&all).window, Some(Window::WORLD));
    assert_eq!(labels(&figure(&atlas, &[], "in:us")), ["NASA"]);
    let none = figure(&atlas, &[], "in:fr kind:mission");
    assert!(none.empty.unwrap().contains("`f` filters"));
}

#[test]
fn a_seat_says_where_it_is_and_how_that_is_known() {
    let atlas = tiny();
    let esa = figure(&atlas, &["esa"], "");
    assert_eq!(said(&esa, "ESA")[1], "Paris, 48.86° N 2.35° E");
    let cas = said(&esa, "CAS");
    assert!(cas[1].starts_with("Beijing, 39.90° N 116.41° E, as of CNSA in the same town · 8"), "{cas:?}");
    assert!(cas[2].starts_with("together in SMILE"), "{cas:?}");
    let smile = figure(&atlas, &["smile"], "");
    assert!(smile.note.contains(" without a place on record"), "{}", smile.note);
}

#[test]
fn lines_go_from_the_focus_or_from_who_leads_the_work() {
    let atlas = tiny();
    let esa = figure(&atlas, &["esa"], "");
    let scene = scene_of(&esa);
    assert_eq!((scene.nodes[0].label.as_str(), scene.nodes[0].ring), ("ESA", 0));
    assert!(scene.edges.iter().all(|edge| edge.from == 0 && edge.to > 0 && !edge.claims.is_empty()));
    assert!(scene.nodes.iter().skip(1).all(|node| node.target.claim != esa.targets()[0].claim));
    let smile = figure(&atlas, &["smile"], "");
    let hubs: std::collections::BTreeSet<usize> =
        scene_of(&smile).edges.iter().map(|edge| edge.from).collect();
    assert_eq!(hubs.len(), 1);
    // The part of the one in the middle is on record, though no line goes out to it.
    let own = smile.extract.links().iter().filter(|&&link| {
        let link = atlas.graph.link(link);
        Some(link.from) == scene_of(&smile).nodes[*hubs.first().unwrap()].target.entity
    });
    assert!(own.count() > 0);
}

#[test]
fn two_in_focus_have_one_sign_each() {
    let atlas = tiny();
    let two = figure(&atlas, &["esa", "cnsa"], "");
    let scene = scene_of(&two);
    assert_eq!(two.title, "ESA, CNSA");
    assert_eq!(scene.nodes.iter().filter(|node| node.ring == 0).count(), 2);
    let mut names = labels(&two);
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn the_window_is_moved_and_scaled_and_written_down() {
    let atlas = tiny();
    let mut lens = Lens::default();
    assert!(Map.shift(&atlas, &mut lens, Shift::In) && Map.shift(&atlas, &mut lens, Shift::In));
    assert!(Map.shift(&atlas, &mut lens, Shift::Right));
    let text = (option::WINDOW.write)(&lens, &atlas).unwrap();
    assert_eq!(text, "64,19,2");
    let mut other = Lens::default();
    (option::WINDOW.read)(&text, &atlas, &mut other).unwrap();
    assert_eq!(lens, other);
    (option::WINDOW.read)("190, -2.5, 8", &atlas, &mut other).unwrap();
    assert_eq!((option::WINDOW.write)(&other, &atlas).as_deref(), Some("-170,-2.5,8"));
    for wrong in ["10", "10,50", "10,91,3", "10,50,9", "a,b,c", "10,50,3,4", "NaN,0,1", "inf,0,0"] {
        let fault = (option::WINDOW.read)(wrong, &atlas, &mut other).unwrap_err();
        assert!(matches!(fault, Misread::Choice { option: "window", .. }), "{wrong}");
    }
    (option::WINDOW.read)("", &atlas, &mut other).unwrap();
    assert_eq!(other.window, None);
}
