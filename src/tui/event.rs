//! Events of crossterm → what the program understands.

use std::time::{Duration, Instant};

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::chord::{Chord, Key, Named};
use crate::app::mouse::{Gesture, Mouse};

/// Something the user did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Pressed a key.
    Key(Chord),
    /// Pasted a text.
    Paste(String),
    /// Did something with the mouse.
    Mouse(Mouse),
    /// Gave the terminal another size. Which one is asked later: several may come at once.
    Resize,
}

/// Longest text that is taken when it is pasted.
const LONGEST: usize = 256;

/// Two presses on the same cell within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Reads events. It has the clock that the state has not.
#[derive(Default)]
pub struct Reader {
    /// The last press: when and where.
    pressed: Option<(Instant, u16, u16)>,
}

impl Reader {
    /// What the user did; `None` if it is nothing to us, as the release of a key.
    pub fn read(&mut self, event: Event, now: Instant) -> Option<Input> {
        match event {
            Event::Key(key) => chord(key).map(Input::Key),
            Event::Paste(text) => Some(Input::Paste(text.chars().take(LONGEST).collect())),
            Event::Mouse(mouse) => self.mouse(mouse, now).map(Input::Mouse),
            Event::Resize(..) => Some(Input::Resize),
            Event::FocusGained | Event::FocusLost => None,
        }
    }

    fn mouse(&mut self, mouse: MouseEvent, now: Instant) -> Option<Mouse> {
        let (x, y) = (mouse.column, mouse.row);
        let gesture = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let before = self.pressed.replace((now, x, y));
                let double = before
                    .is_some_and(|(at, left, top)| (left, top) == (x, y) && now.duration_since(at) <= DOUBLE);
                if double {
                    // A third press is a first one again.
                    self.pressed = None;
                }
                if double { Gesture::Double } else { Gesture::Press }
            }
            MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
            MouseEventKind::ScrollUp => Gesture::WheelUp,
            MouseEventKind::ScrollDown => Gesture::WheelDown,
            _ => return None,
        };
        Some(Mouse { gesture, x, y })
    }
}

/// The key of an event; `None` for releases, for modifiers alone and for keys that have no name with us.
fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::SUPER) {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::META);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let named = |name| Some(Chord { key: Key::Named(name), ctrl, alt, shift });
    match event.code {
        KeyCode::Char(letter) => Some(letter_chord(letter, ctrl, alt, shift)),
        KeyCode::Enter => Some(Chord { ctrl, alt, ..Chord::named(Named::Enter) }),
        KeyCode::Backspace => Some(Chord { ctrl, alt, ..Chord::named(Named::Backspace) }),
        KeyCode::BackTab => Some(Chord { ctrl, alt, shift: true, ..Chord::named(Named::Tab) }),
        KeyCode::Esc => named(Named::Esc),
        KeyCode::Tab => named(Named::Tab),
        KeyCode::Delete => named(Named::Delete),
        KeyCode::Up => named(Named::Up),
        KeyCode::Down => named(Named::Down),
        KeyCode::Left => named(Named::Left),
        KeyCode::Right => named(Named::Right),
        KeyCode::PageUp => named(Named::PageUp),
        KeyCode::PageDown => named(Named::PageDown),
        KeyCode::Home => named(Named::Home),
        KeyCode::End => named(Named::End),
        KeyCode::F(1) => named(Named::F1),
        _ => None,
    }
}

/// A letter carries shift in its case, and a sign in itself.
fn letter_chord(letter: char, ctrl: bool, alt: bool, shift: bool) -> Chord {
    // Windows reports AltGr as Control and Alt; it makes signs, and letters that are not plain.
    if ctrl && alt && !letter.is_ascii_alphanumeric() && letter != ' ' {
        return Chord::char(letter);
    }
    match letter {
        ' ' => Chord { ctrl, alt, ..Chord::named(Named::Space) },
        // What the backspace key sends in some terminals.
        'h' if ctrl && !alt => Chord::named(Named::Backspace),
        // With Control the case says nothing: caps lock must not take `ctrl-c` away.
        _ if ctrl => Chord { ctrl, alt, ..Chord::char(letter.to_ascii_lowercase()) },
        _ if shift && letter.is_lowercase() => {
            Chord { alt, ..Chord::char(letter.to_uppercase().next().unwrap_or(letter)) }
        }
        _ => Chord { alt, ..Chord::char(letter) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_chords() {
        const NONE: KeyModifiers = KeyModifiers::NONE;
        const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
        const CTRL: KeyModifiers = KeyModifiers::CONTROL;
        const ALT: KeyModifiers = KeyModifiers::ALT;
        const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);
        for (code, modifiers, expected) in [
            (KeyCode::Char('g'), NONE, "g"),
            (KeyCode::Char('G'), SHIFT, "G"),
            (KeyCode::Char('g'), SHIFT, "G"),
            (KeyCode::Char('?'), SHIFT, "?"),
            (KeyCode::Char(' '), NONE, "space"),
            (KeyCode::Char(' '), SHIFT, "space"),
            (KeyCode::Char('d'), CTRL, "ctrl-d"),
            (KeyCode::Char('C'), CTRL, "ctrl-c"),
            (KeyCode::Char('h'), CTRL, "backspace"),
            (KeyCode::Char('@'), ALT_GR, "@"),
            (KeyCode::Char('ą'), ALT_GR, "ą"),
            (KeyCode::Char('x'), ALT_GR, "ctrl-alt-x"),
            (KeyCode::BackTab, SHIFT, "shift-tab"),
            (KeyCode::Left, ALT, "alt-left"),
            (KeyCode::Enter, SHIFT, "enter"),
            (KeyCode::F(1), NONE, "f1"),
        ] {
            let chord = chord(KeyEvent::new(code, modifiers)).map(|chord| chord.to_string());
            assert_eq!(chord.as_deref(), Some(expected), "{code:?} {modifiers:?}");
        }
        let release = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::from(KeyCode::Enter) };
        assert_eq!(chord(release), None);
        let repeat = KeyEvent { kind: KeyEventKind::Repeat, ..KeyEvent::from(KeyCode::Enter) };
        assert!(chord(repeat).is_some());
        assert_eq!(chord(KeyEvent::from(KeyCode::F(7))), None);
    }

    #[test]
    fn two_presses_on_a_cell_are_a_double_click() {
        let mut reader = Reader::default();
        let start = Instant::now();
        let mut press = |ms: u64, x: u16| {
            let kind = MouseEventKind::Down(MouseButton::Left);
            let event = MouseEvent { kind, column: x, row: 3, modifiers: KeyModifiers::NONE };
            let input = reader.read(Event::Mouse(event), start + Duration::from_millis(ms));
            let Some(Input::Mouse(mouse)) = input else { panic!("{input:?}") };
            mouse.gesture
        };
        let gestures = [press(0, 5), press(300, 5), press(400, 5), press(500, 6), press(1000, 6)];
        let press = Gesture::Press;
        assert_eq!(gestures, [press, Gesture::Double, press, press, press]);
    }

    #[test]
    fn a_long_paste_is_cut() {
        let input = Reader::default().read(Event::Paste("é".repeat(9000)), Instant::now());
        assert_eq!(input, Some(Input::Paste("é".repeat(LONGEST))));
    }
}
