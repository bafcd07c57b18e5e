//! From the state to the cells, and from a key to the cells, on each tab that has a digit.

use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};
use spacepact::app::chord::Chord;
use spacepact::app::{App, Keymap, Settings, Slot};
use spacepact::atlas::Atlas;
use spacepact::tui::depth::{Depth, Inks};
use spacepact::tui::screen;
use spacepact::view::find;

use crate::table::{Runner, Table, clock, run};
use crate::views::busy;

const SIZES: [(u16, u16); 3] = [(80, 24), (140, 42), (200, 60)];
const MIDDLE: (u16, u16) = SIZES[1];
const DIGITS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

pub(crate) fn lines(table: &mut Table, atlas: Atlas) {
    // Visiting a pair gives the views that take two a second one.
    let pair = busy(&atlas, find("pair").unwrap());
    let mut app = App::new(atlas, Keymap::bundled().unwrap(), Settings::default(), SIZES[0]);
    app.workspace.visit(pair);
    let inks = Inks { theme: app.theme().clone(), depth: Depth::Rgb, ascii: false };

    table.group("frame", "one letter in every cell");
    for digit in DIGITS {
        app.key(Chord::char(digit));
        for size in SIZES {
            let name = format!("{} {}x{}", named(&app), size.0, size.1);
            app.resize(size.0, size.1);
            table.race(&name, frame(size, |frame| screen::draw(&app, frame, &inks)), frame(size, fill));
        }
    }

    app.resize(MIDDLE.0, MIDDLE.1);
    table.group("key", "one letter in every cell, 140x42");
    let (first, next) = ("home".parse().unwrap(), "down".parse().unwrap());
    for digit in DIGITS {
        app.key(Chord::char(digit));
        press(table, &format!("down in {}", named(&app)), &mut app, &inks, [first, next]);
    }
    app.key(Chord::char('1'));
    app.workspace.focused = Slot::List;
    press(table, "down in the list", &mut app, &inks, [first, next]);
    app.key(Chord::char('/'));
    let (letter, gone) = (Chord::char('e'), "backspace".parse().unwrap());
    press(table, "a letter in the search line", &mut app, &inks, [letter, gone]);
}

/// A key and the one that takes it back, each with the frame that follows; the time is that of one.
fn press(table: &mut Table, name: &str, app: &mut App, inks: &Inks, keys: [Chord; 2]) {
    let (mut cells, mut floor) = (terminal(MIDDLE), terminal(MIDDLE));
    let mut press = |key| {
        app.key(key);
        cells.draw(|frame| screen::draw(app, frame, inks)).unwrap();
        cells.backend().buffer().clone()
    };
    if table.wants(name) {
        // In a page the first press only brings the cursor into sight.
        let seen = [keys[0], keys[1], keys[0], keys[1]].map(&mut press);
        assert!(seen[2] != seen[3], "{name}: nothing moves");
    }
    let mut press = |key| {
        app.key(key);
        cells.draw(|frame| screen::draw(app, frame, inks)).unwrap().count
    };
    let mut both = run(|| keys.map(&mut press));
    table.race(name, |times| both(times) / 2, run(|| floor.draw(fill).unwrap().count));
}

/// A frame of which every cell is new.
fn frame(size: (u16, u16), mut paint: impl FnMut(&mut Frame<'_>)) -> impl Runner {
    let mut cells = terminal(size);
    move |times| {
        let mut fresh = || {
            cells.clear().unwrap();
            clock(|| cells.draw(&mut paint).unwrap().count)
        };
        (0..times).map(|_| fresh()).sum()
    }
}

fn fill(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        cell.set_char('x');
    }
}

fn terminal((columns, rows): (u16, u16)) -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(columns, rows)).unwrap()
}

fn named(app: &App) -> String {
    let view = app.workspace.main_view();
    let name = view.filter(|_| !app.workspace.exploring()).map_or("explore", |view| view.name());
    name.to_owned()
}
