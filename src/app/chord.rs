//! One key with its modifiers, as text: `q`, `ctrl-d`, `alt-left`, `shift-tab`, `enter`.

use std::fmt;
use std::str::FromStr;

crate::vocabulary! {
    /// A key that is not a letter.
    pub enum Named {
        /// The return key.
        Enter = "enter",
        /// Escape.
        Esc = "esc",
        /// Tabulator.
        Tab = "tab",
        /// Backspace.
        Backspace = "backspace",
        /// Delete.
        Delete = "delete",
        /// Space bar.
        Space = "space",
        /// Arrow up.
        Up = "up",
        /// Arrow down.
        Down = "down",
        /// Arrow left.
        Left = "left",
        /// Arrow right.
        Right = "right",
        /// Page up.
        PageUp = "pageup",
        /// Page down.
        PageDown = "pagedown",
        /// Home.
        Home = "home",
        /// End.
        End = "end",
        /// Function key 1.
        F1 = "f1",
    }
}

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter or a sign, as it is written: `G` is shift and `g`.
    Char(char),
    /// A key with a name.
    Named(Named),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Control is down.
    pub ctrl: bool,
    /// Whether Alt is down.
    pub alt: bool,
    /// Whether Shift is down; never set for letters, whose case says it.
    pub shift: bool,
}

impl Chord {
    /// A letter without modifiers.
    pub const fn char(letter: char) -> Self {
        Self { key: Key::Char(letter), ctrl: false, alt: false, shift: false }
    }

    /// A named key without modifiers.
    pub const fn named(key: Named) -> Self {
        Self { key: Key::Named(key), ctrl: false, alt: false, shift: false }
    }

    /// The letter that it types into a line of text, if it does.
    pub const fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            Key::Named(Named::Space) if !self.ctrl && !self.alt => Some(' '),
            _ => None,
        }
    }

    /// The key as it is shown in footers: `⏎`, `⇥`, `^D`, `M-←`.
    pub fn sign(self) -> String {
        let key = match self.key {
            Key::Char(letter) if self.ctrl => letter.to_uppercase().to_string(),
            Key::Char(letter) => letter.to_string(),
            Key::Named(named) => match named {
                Named::Enter => "⏎".to_owned(),
                Named::Tab => "⇥".to_owned(),
                Named::Backspace => "⌫".to_owned(),
                Named::Up => "↑".to_owned(),
                Named::Down => "↓".to_owned(),
                Named::Left => "←".to_owned(),
                Named::Right => "→".to_owned(),
                Named::PageUp => "PgUp".to_owned(),
                Named::PageDown => "PgDn".to_owned(),
                Named::Home => "Home".to_owned(),
                Named::End => "End".to_owned(),
                Named::F1 => "F1".to_owned(),
                other => other.name().to_owned(),
            },
        };
        let (ctrl, alt) = (if self.ctrl { "^" } else { "" }, if self.alt { "M-" } else { "" });
        let shift = if self.shift { "⇧" } else { "" };
        format!("{ctrl}{alt}{shift}{key}")
    }
}

/// Signs of keys in words, for terminals that have no such signs: `⏎` is "enter".
pub fn spelt(signs: &str) -> String {
    const WORDS: [(&str, &str); 11] = [
        ("↑↓←→", "arrows"),
        ("↑↓", "up/down"),
        ("⏎", "enter"),
        ("⇥", "tab"),
        ("⌫", "backspace"),
        ("⇧", "shift-"),
        ("M-", "alt-"),
        ("↑", "up"),
        ("↓", "down"),
        ("←", "left"),
        ("→", "right"),
    ];
    WORDS.iter().fold(signs.to_owned(), |text, (sign, word)| text.replace(sign, word))
}

impl FromStr for Chord {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut chord = Self::char(' ');
        let mut rest = text;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("ctrl-") {
                (&mut chord.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("alt-") {
                (&mut chord.alt, after)
            } else if let Some(after) = rest.strip_prefix("shift-") {
                (&mut chord.shift, after)
            } else {
                break;
            };
            *flag = true;
            rest = after;
        }
        let mut letters = rest.chars();
        chord.key = match (letters.next(), letters.next()) {
            (Some(letter), None) if letter != ' ' => Key::Char(letter),
            _ => Key::Named(Named::from_name(rest).ok_or_else(|| format!("no key is called `{text}`"))?),
        };
        Ok(chord)
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (down, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if down {
                f.write_str(name)?;
            }
        }
        match self.key {
            Key::Char(letter) => write!(f, "{letter}"),
            Key::Named(named) => f.write_str(named.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_sign_in_ascii() {
        for &named in Named::ALL {
            let chord = Chord { shift: true, alt: true, ..Chord::named(named) };
            let sign = spelt(&chord.sign());
            assert!(sign.is_ascii() && sign.starts_with("alt-shift-"), "{sign}");
        }
    }

    #[test]
    fn chords_are_read_and_written_back() {
        for text in ["q", "G", "ctrl-d", "alt-left", "shift-tab", "enter", "?", "-", "ctrl-c", "f1", "space"]
        {
            assert_eq!(text.parse::<Chord>().map(|chord| chord.to_string()).as_deref(), Ok(text));
        }
        assert!("nonsense".parse::<Chord>().is_err());
        assert!("".parse::<Chord>().is_err());
    }
}
