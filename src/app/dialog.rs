//! The export dialog: a format, a file, a preview of what will be written.

use super::chord::{Chord, Key, Named};
use super::edit::Edit;
use crate::atlas::Atlas;
use crate::export::save::suggest_name;
use crate::export::{FORMATS, Format, Sheet, Stamp};
use crate::figure::Figure;
use crate::theme::Theme;
use crate::view::{self, Address};

/// The dialog.
pub struct Dialog {
    /// The view that is exported.
    pub address: Address,
    /// Its figure, made once for all formats.
    figure: Figure,
    /// The chosen format, by its place in [`FORMATS`].
    pub format: usize,
    /// The file.
    pub file: Edit,
    /// Whether the file is being typed.
    pub naming: bool,
    /// What will be written.
    pub bytes: Vec<u8>,
    /// First line of the preview that is seen.
    pub scroll: usize,
    /// Why the last attempt failed.
    pub problem: Option<String>,
    /// Whether the file exists, so that it must be overwritten or named otherwise.
    pub exists: bool,
}

/// What a key did to the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is still open.
    Open,
    /// It is to be closed.
    Closed,
    /// The file is to be written, replacing one that exists if asked.
    Write {
        /// Whether an existing file may be replaced.
        force: bool,
    },
    /// The text is to be copied instead.
    Copy,
}

impl Dialog {
    /// A dialog for a view.
    pub fn new(address: Address, atlas: &Atlas, theme: &Theme) -> Self {
        let mut dialog = Self {
            figure: view::answer(address.view, atlas, &address.lens),
            address,
            format: 0,
            file: Edit::default(),
            naming: false,
            bytes: Vec::new(),
            scroll: 0,
            problem: None,
            exists: false,
        };
        dialog.choose(0, atlas, theme);
        dialog
    }

    /// The chosen format.
    pub fn chosen(&self) -> Option<&'static dyn Format> {
        FORMATS.get(self.format).copied()
    }

    fn choose(&mut self, format: usize, atlas: &Atlas, theme: &Theme) {
        self.format = format.min(FORMATS.len().saturating_sub(1));
        let Some(format) = self.chosen() else { return };
        let stamp = Stamp::new(atlas, &self.address);
        let sheet = Sheet { figure: &self.figure, graph: &atlas.graph, stamp: &stamp, theme };
        self.bytes.clear();
        // Writing to memory does not fail.
        let _ = format.write(&sheet, &mut self.bytes);
        let focus = self.address.lens.focus.iter().map(|&id| atlas.graph.entity(id).id());
        self.file = Edit::over(suggest_name(self.address.view.name(), focus, format.extension()));
        self.scroll = 0;
        self.problem = None;
        self.exists = false;
    }

    /// Takes a key.
    pub fn key(&mut self, chord: Chord, atlas: &Atlas, theme: &Theme) -> Outcome {
        if self.naming {
            match chord.key {
                Key::Named(Named::Enter) => return Outcome::Write { force: false },
                Key::Named(Named::Esc | Named::Tab) => self.naming = false,
                _ => {
                    self.file.key(chord);
                    self.exists = false;
                    self.problem = None;
                }
            }
            return Outcome::Open;
        }
        match chord.key {
            Key::Named(Named::Esc) | Key::Char('q') => return Outcome::Closed,
            Key::Char('c') if chord.ctrl => return Outcome::Closed,
            Key::Named(Named::Enter) => return Outcome::Write { force: false },
            Key::Char('o') if self.exists => return Outcome::Write { force: true },
            Key::Char('y') => return Outcome::Copy,
            Key::Named(Named::Tab) | Key::Char('n') => self.naming = true,
            Key::Named(Named::Up) | Key::Char('k') => {
                self.choose(self.format.saturating_sub(1), atlas, theme);
            }
            Key::Named(Named::Down) | Key::Char('j') => self.choose(self.format + 1, atlas, theme),
            Key::Named(Named::Home) => self.choose(0, atlas, theme),
            Key::Named(Named::End) => self.choose(usize::MAX, atlas, theme),
            Key::Named(Named::PageDown) => self.scroll += 10,
            Key::Named(Named::PageUp) => self.scroll = self.scroll.saturating_sub(10),
            Key::Char(letter) if !chord.ctrl && !chord.alt => self.jump(letter, atlas, theme),
            _ => {}
        }
        Outcome::Open
    }

    /// Goes to the next format that begins with a letter.
    fn jump(&mut self, letter: char, atlas: &Atlas, theme: &Theme) {
        let behind = (1..=FORMATS.len()).map(|step| (self.format + step) % FORMATS.len());
        let found = behind.into_iter().find(|&format| FORMATS[format].name().starts_with(letter));
        if let Some(format) = found {
            self.choose(format, atlas, theme);
        }
    }
}
