//! What each key and each command changes: one line a command, the work done by the noun that owns it.

use super::action::Action;
use super::chord::Chord;
use super::overlay::{Asked, Overlay};
use super::{App, Effect, Notice};
use crate::figure::motion::Way;
use crate::view::Shift;

impl App {
    /// Takes a key.
    pub fn key(&mut self, chord: Chord) -> Vec<Effect> {
        self.notice = Notice::default();
        let effects = if self.overlay.is_some() {
            self.overlay_key(chord)
        } else if self.workspace.search.is_some() {
            self.search_key(chord)
        } else {
            match self.keymap.action(chord) {
                Some(action) => self.run(action),
                None if self.keymap.menu(chord).next().is_some() => {
                    self.open_menu(chord);
                    Vec::new()
                }
                None => {
                    let list = self.keymap.sign(Action::Palette);
                    self.notice =
                        Notice::say(format!("{} does nothing here; {list} lists all commands", chord.sign()));
                    Vec::new()
                }
            }
        };
        self.settle();
        effects
    }

    /// Takes pasted text: into the line that is being typed, else into a new search.
    pub fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.paste(text, &self.atlas),
            Some(Overlay::Prompt(prompt)) => prompt.edit.insert(text),
            Some(Overlay::Dialog(dialog)) if dialog.naming => dialog.file.insert(text),
            Some(Overlay::Dialog(_)) => {}
            None => {
                if self.workspace.search.is_none() {
                    self.search();
                }
                if let Some(edit) = &mut self.workspace.search {
                    edit.insert(text);
                }
                self.search_changed();
            }
        }
        self.settle();
    }

    /// Runs a command.
    pub fn run(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Up => self.go(Way::Up),
            Action::Down => self.go(Way::Down),
            Action::Left => self.go(Way::Left),
            Action::Right => self.go(Way::Right),
            Action::PageUp => self.page(-1, 1),
            Action::PageDown => self.page(1, 1),
            Action::HalfUp => self.page(-1, 2),
            Action::HalfDown => self.page(1, 2),
            Action::First => self.workspace.active_mut().step(isize::MIN),
            Action::Last => self.workspace.active_mut().step(isize::MAX),
            Action::NextPane => self.walk(1),
            Action::PreviousPane => self.walk(-1),
            Action::Search => self.search(),
            Action::Filter => self.pick_filter(),
            Action::ClearFilters => self.clear_filters(),
            Action::Sort => self.sort(),
            Action::AsOf => self.ask(Asked::AsOf),
            Action::KnownBy => self.ask(Asked::KnownBy),
            Action::YearBack => self.step_year(-1),
            Action::YearOn => self.step_year(1),
            Action::Mark => self.mark(),
            Action::Unmark => self.unmark(),
            Action::Whole => self.widen(),
            Action::Other => self.choose_other(),
            Action::Set => self.pick_option(),
            Action::Save => self.ask(Asked::Name),
            Action::Saved => self.pick_saved(),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Forward => self.forward(),
            Action::NextTab => self.turn(1),
            Action::PreviousTab => self.turn(-1),
            Action::Zoom => self.workspace.zoomed = !self.workspace.zoomed,
            Action::ZoomIn => self.shift(Shift::In),
            Action::ZoomOut => self.shift(Shift::Out),
            Action::Unfold => self.unfold(),
            Action::PanLeft => self.shift(Shift::Left),
            Action::PanRight => self.shift(Shift::Right),
            Action::PanUp => self.shift(Shift::Up),
            Action::PanDown => self.shift(Shift::Down),
            Action::Theme => self.next_theme(),
            Action::Source => return self.browse(),
            Action::Grounds => self.watch_grounds(),
            Action::Copy => self.pick_copy(),
            Action::Export => self.open_dialog(),
            Action::Palette => self.open_palette(),
            Action::Help => self.open_help(),
            Action::Problems => self.list_problems(),
            Action::Mouse => return self.toggle_mouse(),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Cancel => self.cancel(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            Action::Show(tab) => self.show(tab),
        }
        Vec::new()
    }

    fn overlay_key(&mut self, chord: Chord) -> Vec<Effect> {
        match self.overlay.take() {
            Some(Overlay::Picker(picker)) => self.picker_key(picker, chord),
            Some(Overlay::Dialog(dialog)) => self.dialog_key(dialog, chord),
            Some(Overlay::Prompt(prompt)) => self.prompt_key(prompt, chord),
            None => Vec::new(),
        }
    }
}
