//! The program: arguments in, exit code out.
#![allow(clippy::all, missing_docs)]
use ratatui::crossterm::event::{self, Event, KeyCode, KeyModifiers};
use spacepact::app::chord::{Chord, Key, Named};
use spacepact::app::*;
fn main() {
    let t0 = std::time::Instant::now();
    let (d, f) = spacepact::dataset::read(&spacepact::dataset::Input::bundled());
    let t1 = t0.elapsed();
    let mut faults = f;
    let c = spacepact::dataset::rule::check(&d);
    let t2 = t0.elapsed();
    faults.extend(c);
    if std::env::args().nth(1).as_deref() == Some("check") {
        for f in &faults {
            println!("{}", f.render(&d.files));
        }
        println!("{} faults", faults.len());
        return;
    }
    let atlas = spacepact::atlas::Atlas::new(d);
    let t3 = t0.elapsed();
    if std::env::args().nth(1).as_deref() == Some("time") {
        println!("read {t1:?} check {t2:?} atlas {t3:?} {:?}", atlas.graph.census());
        return;
    }
    let mut term = ratatui::init();
    let s = term.size().unwrap();
    let mut app = App::new(atlas, Keymap::bundled().unwrap(), Settings::default(), (s.width, s.height));
    loop {
        let inks = spacepact::tui::depth::Inks {
            theme: app.theme().clone(),
            depth: spacepact::tui::depth::Depth::Rgb,
            ascii: false,
        };
        term.draw(|fr| spacepact::tui::screen::draw(&app, fr, &inks)).unwrap();
        match event::read().unwrap() {
            Event::Resize(w, h) => app.resize(w, h),
            Event::Key(k) => {
                let key = match k.code {
                    KeyCode::Char(' ') => Key::Named(Named::Space),
                    KeyCode::Char(c) => Key::Char(c),
                    KeyCode::Enter => Key::Named(Named::Enter),
                    KeyCode::Esc => Key::Named(Named::Esc),
                    KeyCode::Tab => Key::Named(Named::Tab),
                    KeyCode::BackTab => Key::Named(Named::Tab),
                    KeyCode::Backspace => Key::Named(Named::Backspace),
                    KeyCode::Up => Key::Named(Named::Up),
                    KeyCode::Down => Key::Named(Named::Down),
                    KeyCode::Left => Key::Named(Named::Left),
                    KeyCode::Right => Key::Named(Named::Right),
                    KeyCode::PageUp => Key::Named(Named::PageUp),
                    KeyCode::PageDown => Key::Named(Named::PageDown),
                    KeyCode::End => Key::Named(Named::End),
                    _ => continue,
                };
                let c = Chord {
                    key,
                    ctrl: k.modifiers.contains(KeyModifiers::CONTROL),
                    alt: k.modifiers.contains(KeyModifiers::ALT),
                    shift: k.code == KeyCode::BackTab,
                };
                if app.key(c).contains(&Effect::Quit) {
                    break;
                }
            }
            _ => {}
        }
    }
    ratatui::restore();
}
