//! The state of the program, without a terminal: what is shown, where the cursor is, what a key does.
//!
//! A key goes in, effects come out. Nothing here draws, waits, or touches a file: the layer below does
//! what the [`Effect`]s say. So a test plays keys and reads the state.

pub mod action;
pub mod areas;
mod asking;
mod cells;
mod choosing;
pub mod chord;
pub mod dialog;
pub mod edit;
pub mod effect;
pub mod hint;
pub mod keymap;
mod legend;
mod marking;
pub mod mouse;
pub mod notice;
pub mod overlay;
pub mod pane;
pub mod picker;
pub mod tabs;
pub mod taking;
pub mod trail;
mod travel;
mod update;
mod value;
pub mod workspace;

use crate::atlas::Atlas;
use crate::dataset::Diagnostic;
use crate::theme::Theme;
use crate::view::saved::Shelf;

pub use action::Action;
pub use areas::Areas;
pub use chord::Chord;
pub use effect::Effect;
pub use keymap::Keymap;
pub use mouse::{Gesture, Mouse};
pub use notice::Notice;
pub use overlay::Overlay;
pub use pane::Pane;
pub use trail::Trail;
pub use workspace::{Slot, Workspace};

/// How the program was started.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Name of the theme; empty for the first one.
    pub theme: String,
    /// Whether only ASCII is drawn.
    pub ascii: bool,
    /// Whether the terminal reports the mouse.
    pub mouse: bool,
    /// The saved views.
    pub shelf: Shelf,
    /// Faults found in the data, as lines to show.
    pub problems: Vec<Diagnostic>,
    /// The same, each as one line with its place.
    pub problem_lines: Vec<String>,
}

/// The program.
pub struct App {
    /// What is asked.
    pub atlas: Atlas,
    /// What keys do.
    pub keymap: Keymap,
    /// The themes to choose from.
    pub themes: Vec<Theme>,
    /// How it was started, and what has been switched since.
    pub settings: Settings,
    /// The panes.
    pub workspace: Workspace,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// Where one has been.
    pub trail: Trail,
    /// What is said in the last line.
    pub notice: Notice,
    /// Size of the terminal: columns, rows.
    pub size: (u16, u16),
}

impl App {
    /// A program that has just been started.
    pub fn new(atlas: Atlas, keymap: Keymap, settings: Settings, size: (u16, u16)) -> Self {
        let themes = Theme::all();
        let workspace = Workspace::new(&atlas);
        let mut app = Self {
            atlas,
            keymap,
            themes,
            settings,
            workspace,
            overlay: None,
            trail: Trail::default(),
            notice: Notice::welcome(),
            size,
        };
        let problems = app.settings.problems.len();
        if problems > 0 {
            app.notice = Notice::warn(format!("{problems} faults in the data: ! lists them"));
        }
        app.settle();
        app
    }

    /// The theme in use.
    pub fn theme(&self) -> &Theme {
        let named = self.themes.iter().find(|theme| theme.name == self.settings.theme);
        named.unwrap_or(&self.themes[0])
    }

    /// The areas of the screen at its size.
    pub fn areas(&self) -> Areas {
        Areas::of(self.size, &self.workspace)
    }

    /// The terminal has another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        self.settle();
    }

    /// Brings figures, lines and cursors in step with lenses and areas.
    pub(crate) fn settle(&mut self) {
        let areas = self.areas();
        self.workspace.settle(&self.atlas, &areas);
    }
}
