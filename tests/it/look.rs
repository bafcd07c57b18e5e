//! What a designer would look for: bars of one colour, whole words, names beside all signs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use spacepact::figure::{Body, Scene};
use spacepact::tui::depth::{Depth, Inks};
use spacepact::tui::screen;
use spacepact::typeset::scene::{Camera, Setting};
use spacepact::view::{Lens, Network, View as _};

use crate::sample::hub;
use crate::stage::{Stage, tiny};

fn painted(stage: &Stage, depth: Depth) -> Buffer {
    let (columns, rows) = stage.app.size;
    let mut buf = Buffer::empty(Rect::new(0, 0, columns, rows));
    let inks = Inks { theme: stage.app.theme().clone(), depth, ascii: false };
    screen::paint(&stage.app, &mut buf, &inks);
    buf
}

#[test]
fn a_selected_row_is_one_bar_where_it_is_reversed() {
    for keys in [
        "/ \"smi\"",
        "/ \"smile\" enter tab down down",
        "/ \"smile\" enter 3",
        "v",
        "?",
        "/ \"smile\" enter e",
    ] {
        for depth in [Depth::Sixteen, Depth::Mono] {
            let buf = painted(&Stage::new((140, 42)).play(keys), depth);
            let mut bars = 0;
            for y in 2..41 {
                let row: Vec<_> = (0..140).map(|x| &buf[(x, y)]).collect();
                let reversed: Vec<_> =
                    row.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).collect();
                if reversed.len() < 10 {
                    continue;
                }
                bars += 1;
                let plain = reversed.iter().filter(|cell| {
                    let faint = cell.modifier.intersects(Modifier::DIM | Modifier::UNDERLINED);
                    (cell.fg, cell.bg) == (Color::Reset, Color::Reset) && !faint
                });
                assert!(plain.count() + 3 >= reversed.len(), "{keys} {depth:?}: row {y} is a patchwork");
            }
            assert!(bars > 0, "{keys} {depth:?}");
        }
    }
}

#[test]
fn all_ten_tabs_are_in_sight_at_80_columns() {
    let stage = Stage::new((80, 24));
    assert_eq!(stage.app.tabs().len(), 10);
    let narrow = Stage::new((60, 24));
    let line = narrow.screen().lines().next().unwrap().to_owned();
    assert!(line.ends_with('›'), "{line}");
}

fn named(scene: &Scene, what: &str) {
    for size in [(38, 8), (43, 19), (76, 12), (91, 34), (131, 54), (198, 56)] {
        for zoom in [1.0, 2.0, 4.0] {
            let setting = Setting::new(scene, size, Camera { zoom, ..Camera::default() });
            let drawn =
                setting.places.iter().enumerate().filter_map(|(number, place)| Some((number, (*place)?)));
            let mut count = 0;
            for (number, place) in drawn.filter(|(number, _)| *number > 0) {
                assert!(
                    place.label.is_some(),
                    "{what} at {size:?}: {} has no name",
                    scene.nodes[number].label
                );
                count += 1;
            }
            let few = size.0 < 80 && zoom < 1.5;
            assert!(
                (count > 4 || zoom > 1.0) && (!few || count <= 18),
                "{what} at {size:?}, {zoom}: {count}"
            );
        }
    }
}

#[test]
fn every_node_of_a_network_that_is_drawn_has_a_name() {
    for many in [12, 60, 160] {
        let atlas = hub(many);
        let focus = atlas.graph.find("hub").unwrap();
        for depth in [1, 2] {
            let figure = Network.figure(&atlas, &Lens { depth, ..Lens::on(vec![focus]) });
            let Body::Scene(scene) = &figure.body else { panic!("a network is a scene") };
            named(scene, &format!("{many} neighbours, depth {depth}"));
        }
    }
}

#[test]
fn who_is_left_out_of_a_network_is_counted() {
    let atlas = hub(160);
    let focus = atlas.graph.find("hub").unwrap();
    let figure = Network.figure(&atlas, &Lens::on(vec![focus]));
    let Body::Scene(scene) = &figure.body else { panic!("a network is a scene") };
    let setting = Setting::new(scene, (76, 12), Camera::default());
    let drawn = setting.places.iter().flatten().count();
    let said = setting.foot.last().unwrap().plain();
    assert!(said.starts_with(&format!("+{} more: ", 161 - drawn)), "{said}, {drawn} drawn");
    assert!(said.ends_with("z or x shows more"), "{said}");
}

#[test]
fn nothing_on_a_frame_is_cut_in_the_middle() {
    for size in [(80, 24), (140, 42)] {
        for keys in ["", "/ \"smile\" enter", "/ \"esa\" enter 2", "/ \"smile\" enter 3", "v r", "v b"] {
            let stage = Stage::with(tiny(), size).play(keys);
            for line in stage.screen().lines().filter(|line| line.contains(['╮', '┓'])) {
                let notes = line.split(['─', '━']).filter(|part| part.contains(" · "));
                notes.for_each(|note| assert!(!note.trim().ends_with('…'), "{line}"));
            }
        }
    }
}
