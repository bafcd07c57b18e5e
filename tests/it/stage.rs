//! Plays keys to the program without a terminal and reads the screen as text.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use spacepact::app::chord::Chord;
use spacepact::app::{App, Effect, Keymap, Settings};
use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input};
use spacepact::tui::depth::{Depth, Inks};
use spacepact::tui::screen;

/// The small dataset that all tests use.
pub(crate) fn tiny() -> Atlas {
    let (data, faults) = dataset::read(&Input::folder("tests/fixtures/tiny"));
    assert!(faults.is_empty(), "{faults:?}");
    Atlas::new(data)
}

/// The program on a small dataset and a screen of some size.
pub(crate) struct Stage {
    pub(crate) app: App,
    /// Everything that it asked the world to do.
    pub(crate) effects: Vec<Effect>,
}

impl Stage {
    pub(crate) fn new(size: (u16, u16)) -> Self {
        Self::with(tiny(), size)
    }

    pub(crate) fn with(atlas: Atlas, size: (u16, u16)) -> Self {
        let app = App::new(atlas, Keymap::bundled().unwrap(), Settings::default(), size);
        Self { app, effects: Vec::new() }
    }

    /// Plays keys: names of chords between blanks, and text to type in quotes, as in `/ "smile" enter`.
    pub(crate) fn play(mut self, script: &str) -> Self {
        let mut rest = script.trim_start();
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix('"') {
                let (text, after) = quoted.split_once('"').expect("a closing quote");
                for letter in text.chars() {
                    let chord = if letter == ' ' { "space".parse().unwrap() } else { Chord::char(letter) };
                    self.press(chord);
                }
                rest = after.trim_start();
            } else {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                self.press(word.parse().unwrap());
                rest = after.trim_start();
            }
        }
        self
    }

    fn press(&mut self, chord: Chord) {
        let effects = self.app.key(chord);
        self.effects.extend(effects);
    }

    /// The screen, without colours, trailing blanks cut.
    pub(crate) fn screen(&self) -> String {
        self.drawn(false)
    }

    /// The screen with or without signs beyond ASCII.
    pub(crate) fn drawn(&self, ascii: bool) -> String {
        let (columns, rows) = self.app.size;
        let mut buf = Buffer::empty(Rect::new(0, 0, columns, rows));
        let inks = Inks { theme: self.app.theme().clone(), depth: Depth::Mono, ascii };
        screen::paint(&self.app, &mut buf, &inks);
        let mut out = String::new();
        for y in 0..rows {
            let mut line = String::new();
            let mut x = 0;
            while x < columns {
                let symbol = buf[(x, y)].symbol();
                line += symbol;
                x += unicode_width::UnicodeWidthStr::width(symbol).max(1) as u16;
            }
            out += line.trim_end();
            out.push('\n');
        }
        out
    }

    /// What the world was asked to copy.
    pub(crate) fn copied(&self) -> Option<&str> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        })
    }
}
