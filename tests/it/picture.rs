//! The painter of scenes: what is drawn where.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::Widget;
use spacepact::atlas::Atlas;
use spacepact::dataset::{Input, read};
use spacepact::figure::{Role, Scene};
use spacepact::theme::Theme;
use spacepact::tui::paint::scene::SceneView;
use spacepact::typeset::scene::Camera;
use spacepact::view::{Lens, Network, View as _};
use unicode_width::UnicodeWidthStr as _;

use crate::sample::{figure, hub, scene, smile};

fn plain(_: Role) -> Style {
    Style::new()
}

fn view<'a>(scene: &'a Scene, ink: &'a dyn Fn(Role) -> Style) -> SceneView<'a> {
    SceneView { scene, cursor: Some(0), ink, ascii: false, camera: Camera::default() }
}

fn paint(view: &SceneView<'_>, width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    view.render(buffer.area, &mut buffer);
    buffer
}

/// The letters of a buffer, line by line, without blanks at the ends.
fn letters(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line += symbol;
            x += symbol.width().max(1) as u16;
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

#[test]
fn a_mission_and_its_partners() {
    let atlas = smile();
    let figure = figure(&atlas, "smile", Lens::default());
    let buffer = paint(&view(scene(&figure), &plain), 76, 18);
    insta::assert_snapshot!(format!("{} | {}\n{}", figure.title, figure.note, letters(&buffer)));
}

#[test]
fn at_200x60_every_name_of_a_hub_is_readable() {
    let atlas = hub(160);
    let figure = figure(&atlas, "hub", Lens::default());
    let buffer = paint(&view(scene(&figure), &plain), 200, 56);
    let shown = letters(&buffer);
    for node in &scene(&figure).nodes {
        assert!(shown.contains(node.label.trim_end()), "{} is missing in\n{shown}", node.label);
    }
}

#[test]
fn the_mouse_finds_what_the_keys_find_at_every_size_and_zoom() {
    let atlas = hub(60);
    let figure = figure(&atlas, "hub", Lens { depth: 2, ..Lens::default() });
    for (width, height) in [(1, 1), (20, 6), (40, 10), (76, 18), (200, 60), (300, 4)] {
        for zoom in [1.0, 2.5, 99.0] {
            let camera = Camera { zoom, dx: -3.0, dy: 2.0 };
            let view = SceneView { camera, ..view(scene(&figure), &plain) };
            paint(&view, width, height);
            let area = Rect::new(5, 3, width, height);
            for (number, place) in view.places(area).into_iter().enumerate() {
                let Some((x, y)) = place else { continue };
                assert!(area.contains((x, y).into()));
                assert_eq!(view.hit(area, x, y), Some(number));
            }
        }
    }
}

#[test]
fn a_camera_finds_a_node_again_after_a_zoom() {
    let atlas = hub(60);
    let figure = figure(&atlas, "hub", Lens::default());
    let area = Rect::new(0, 0, 76, 18);
    let near =
        SceneView { camera: Camera { zoom: 3.0, ..Camera::default() }, ..view(scene(&figure), &plain) };
    for node in 0..scene(&figure).nodes.len() {
        let view = SceneView { camera: near.centred(area, node), ..near };
        let (x, y) = view.places(area)[node].unwrap();
        assert!(x.abs_diff(38) < 12 && y.abs_diff(9) < 5, "{node}: {x}, {y}");
    }
}

#[test]
fn the_name_under_the_cursor_is_always_readable() {
    let atlas = hub(150);
    let figure = figure(&atlas, "hub", Lens::default());
    let scene = scene(&figure);
    let area = Rect::new(0, 0, 76, 18);
    let drawn = view(scene, &plain).places(area);
    for cursor in (0..scene.nodes.len()).filter(|&cursor| drawn[cursor].is_some()) {
        let view = SceneView { cursor: Some(cursor), ..view(scene, &plain) };
        let buffer = paint(&view, 76, 18);
        let marked: String = buffer
            .content
            .iter()
            .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert!(marked.contains(&scene.nodes[cursor].label), "{marked} is not {}", scene.nodes[cursor].label);
    }
}

#[test]
fn ascii_is_ascii() {
    let atlas = hub(40);
    let figure = figure(&atlas, "hub", Lens::default());
    let view = SceneView { ascii: true, ..view(scene(&figure), &plain) };
    assert!(letters(&paint(&view, 60, 12)).is_ascii());
}

/// Writes networks as ANSI into `target/look`, for people to look at, and says how long each took.
/// `SPACEPACT_LOOK` names a data folder.
#[test]
#[ignore = "writes pictures for people"]
#[allow(clippy::print_stderr, reason = "to be read")]
fn look() {
    let input = std::env::var_os("SPACEPACT_LOOK").map_or_else(Input::bundled, Input::folder);
    let atlas = Atlas::new(read(&input).0);
    let theme = Theme::all().remove(0);
    let ink = |role: Role| {
        let (r, g, b) = theme.ink(role).rgb;
        Style::new().fg(Color::Rgb(r, g, b))
    };
    std::fs::create_dir_all("target/look").unwrap();
    let cases = [
        ("esa", 1, 0),
        ("smile", 1, 0),
        ("smile", 1, 3),
        ("smile", 2, 0),
        ("nasa", 1, 10),
        ("cnsa", 1, 40),
        ("cas", 2, 0),
        ("svom", 1, 0),
        ("ilrs", 3, 0),
    ];
    for (id, depth, cursor) in cases {
        let Some(focus) = atlas.graph.find(id) else { continue };
        let lens = Lens { depth, ..Lens::on([focus]) };
        let figure = Network.figure(&atlas, &lens);
        let made = median(|| drop(Network.figure(&atlas, &lens)));
        for (width, height) in [(76, 18), (96, 36), (140, 42), (200, 60)] {
            let view = SceneView { cursor: Some(cursor), ..view(scene(&figure), &ink) };
            let buffer = paint(&view, width, height);
            let painted = median(|| drop(paint(&view, width, height)));
            let name = format!("{id}-{depth}-{cursor}-{width}x{height}");
            let edges = scene(&figure).edges.len();
            eprintln!("{name}: {} · {edges} edges · figure {made:?} · paint {painted:?}", figure.note);
            std::fs::write(format!("target/look/{name}.ans"), ansi(&buffer)).unwrap();
        }
    }
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..51)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[25]
}

fn ansi(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            out += "\x1b[0";
            for (modifier, code) in [(Modifier::BOLD, 1), (Modifier::REVERSED, 7)] {
                if cell.modifier.contains(modifier) {
                    write!(out, ";{code}").unwrap();
                }
            }
            if let Color::Rgb(r, g, b) = cell.fg {
                write!(out, ";38;2;{r};{g};{b}").unwrap();
            }
            out += "m";
            out += cell.symbol();
            x += cell.symbol().width().max(1) as u16;
        }
        out += "\x1b[0m\n";
    }
    out
}
