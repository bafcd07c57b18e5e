//! The map on cells: nothing lies on anything else, every seat can be reached, and it is drawn in time.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input};
use spacepact::figure::motion::Way;
use spacepact::figure::{Body, Figure, Role, Scene};
use spacepact::layout::area::Area;
use spacepact::layout::globe::Window;
use spacepact::tui::paint::scene::SceneView;
use spacepact::typeset::scene::{Camera, Setting};
use spacepact::view::{Lens, Map, View as _};

use crate::stage::Stage;

const SIZES: &[(u16, u16)] = &[(38, 7), (76, 12), (90, 33), (138, 33), (198, 56)];

fn bundled() -> Atlas {
    Atlas::new(dataset::read(&Input::bundled()).0)
}

fn figure(atlas: &Atlas, focus: &[&str], window: Option<Window>) -> Figure {
    let focus: Vec<_> = focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
    Map.figure(atlas, &Lens { window, ..Lens::on(focus) })
}

fn scene(figure: &Figure) -> &Scene {
    match &figure.body {
        Body::Scene(scene) => scene,
        _ => panic!("a map is a scene"),
    }
}

#[test]
fn signs_stay_and_no_name_lies_on_another() {
    let atlas = bundled();
    let windows =
        [None, Some(Window { lon: 8.0, lat: 49.0, zoom: 4 }), Some(Window { lon: 179.0, lat: 0.0, zoom: 1 })];
    for (focus, window) in [&[][..], &["esa"], &["cnsa", "nasa"], &["artemis-accords"]]
        .into_iter()
        .flat_map(|focus| windows.map(|window| (focus, window)))
    {
        let figure = figure(&atlas, focus, window);
        let scene = scene(&figure);
        for &size in SIZES {
            let setting = Setting::new(scene, size, Camera::default());
            let mut taken = HashSet::new();
            let marks = setting.hidden(size.0);
            let strips = setting
                .places
                .iter()
                .flatten()
                .map(spacepact::layout::label::Place::strip)
                .chain(marks.iter().map(|(strip, _)| *strip));
            for strip in strips {
                assert!(strip.end() <= size.0 && strip.y < size.1);
                assert!((strip.x..strip.end()).all(|x| taken.insert((x, strip.y))), "{focus:?} {size:?}");
            }
            let hidden = setting.hosts.iter().flatten().count();
            let drawn = setting.places.iter().flatten().count();
            if scene.window == Some(Window::WORLD) && size.1 > 20 {
                assert_eq!(drawn + hidden, scene.nodes.len(), "{focus:?} {size:?}");
            }
        }
    }
}

#[test]
fn every_seat_can_be_reached_by_keys() {
    let atlas = bundled();
    for focus in [&[][..], &["esa"]] {
        for (columns, rows) in [(140, 42), (80, 24)] {
            let mut pane = spacepact::app::Pane::new();
            let focus: Vec<_> = focus.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
            pane.set(&atlas, spacepact::app::pane::Subject::View(&Map, Box::new(Lens::on(focus))));
            let inside = Area::new(0, 0, columns, rows);
            let mut seen = HashSet::from([0]);
            let mut open = vec![0];
            while let Some(here) = open.pop() {
                for way in [Way::Up, Way::Down, Way::Left, Way::Right] {
                    pane.cursor = here;
                    pane.go(way, inside);
                    if seen.insert(pane.cursor) {
                        open.push(pane.cursor);
                    }
                }
            }
            assert_eq!(seen.len(), pane.len(), "{columns}x{rows}");
        }
    }
}

#[test]
fn plus_goes_nearer_to_the_seat_under_the_cursor_and_minus_back() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 9");
    let world = stage.screen();
    let near = stage.play("+ + + +");
    assert_ne!(near.screen(), world);
    assert!(near.screen().contains("ESA"));
    let back = near.play("- - - -");
    assert_eq!(back.screen(), world);
    // Another entity is looked for anew.
    let other = back.play("+ + / \"nasa\" enter");
    assert!(other.screen().contains("◆ NASA"));
}

#[test]
fn in_ascii_coasts_are_points_and_ties_are_crosses() {
    let figure = figure(&crate::stage::tiny(), &["esa"], None);
    let ink = |_: Role| Style::new();
    let camera = Camera::default();
    let view = SceneView { scene: scene(&figure), cursor: Some(0), ink: &ink, ascii: true, camera };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 90, 30));
    (&view).render(buffer.area, &mut buffer);
    let count = |sign: &str| buffer.content.iter().filter(|cell| cell.symbol() == sign).count();
    assert!(count(".") > 300 && count("+") > 30 && count("A") > 2);
    let braille =
        |cell: &ratatui::buffer::Cell| cell.symbol().starts_with(|c| ('\u{2800}'..='\u{28ff}').contains(&c));
    assert!(!buffer.content.iter().any(braille));
}

/// To be run with optimisation.
#[test]
#[ignore = "measures"]
#[allow(clippy::print_stderr, reason = "to be read")]
fn a_map_is_made_and_drawn_in_time() {
    let atlas = bundled();
    let area = Rect::new(0, 0, 200, 60);
    let ink = |_: Role| Style::new();
    for (focus, window) in
        [(&["esa"][..], None), (&["esa"], Some(Window { lon: 8.0, lat: 49.0, zoom: 4 })), (&[], None)]
    {
        let once = || {
            let begun = Instant::now();
            let figure = figure(&atlas, focus, window);
            let made = begun.elapsed();
            let camera = Camera::default();
            let view = SceneView { scene: scene(&figure), cursor: Some(0), ink: &ink, ascii: false, camera };
            let mut buffer = Buffer::empty(area);
            (&view).render(area, &mut buffer);
            (begun.elapsed(), made)
        };
        let mut times: Vec<(Duration, Duration)> = (0..51).map(|_| once()).collect();
        times.sort_unstable();
        eprintln!("map of {focus:?}, {window:?}: {:?}, of it {:?} for the figure", times[25].0, times[25].1);
    }
}
