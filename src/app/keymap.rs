//! Which key does what, read from a RON file.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

use super::action::Action;
use super::chord::Chord;

/// A command and its keys, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Binding {
    command: String,
    keys: Vec<String>,
}

/// What is wrong with a keymap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeymapError {
    /// The file is not a list of bindings.
    Syntax(String),
    /// No command has this name.
    Command(String),
    /// No key has this name.
    Key(String),
    /// One key is given to two commands.
    Clash(Keys, &'static str, &'static str),
    /// No key quits.
    NoWayOut,
}

impl fmt::Display for KeymapError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "the keymap cannot be read: {error}"),
            Self::Command(name) => write!(f, "the keymap names a command that does not exist: `{name}`"),
            Self::Key(error) => write!(f, "the keymap: {error}"),
            Self::Clash(chord, one, two) => write!(f, "the key `{chord}` is given to `{one}` and to `{two}`"),
            Self::NoWayOut => f.write_str("the keymap gives no key to `quit`"),
        }
    }
}

impl std::error::Error for KeymapError {}

/// One key, or one key after another: `n`, `v p`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Keys {
    /// The first key.
    pub first: Chord,
    /// The key after it.
    pub then: Option<Chord>,
}

impl Keys {
    /// The keys as they are shown in footers.
    pub fn sign(self) -> String {
        let then = self.then.map_or(String::new(), |then| format!(" {}", then.sign()));
        format!("{}{then}", self.first.sign())
    }
}

impl FromStr for Keys {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (first, then) = text.split_once(' ').map_or((text, None), |(first, then)| (first, Some(then)));
        Ok(Self { first: first.parse()?, then: then.map(str::parse).transpose()? })
    }
}

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        self.then.map_or(Ok(()), |then| write!(f, " {then}"))
    }
}

/// The keys of all commands, in the order of the file.
#[derive(Clone, Debug)]
pub struct Keymap(Vec<(Keys, Action)>);

impl Keymap {
    /// The keymap that comes with the program.
    pub fn bundled() -> Result<Self, KeymapError> {
        Self::parse(include_str!("../../assets/keymap.ron"))
    }

    /// Reads a keymap.
    pub fn parse(text: &str) -> Result<Self, KeymapError> {
        let bindings: Vec<Binding> =
            ron::from_str(text).map_err(|error| KeymapError::Syntax(error.to_string()))?;
        let mut keys: Vec<(Keys, Action)> = Vec::new();
        for binding in bindings {
            let Some(action) = Action::from_name(&binding.command) else {
                return Err(KeymapError::Command(binding.command));
            };
            for key in binding.keys {
                let key: Keys = key.parse().map_err(KeymapError::Key)?;
                let taken = |taken: Keys| {
                    taken.first == key.first
                        && (taken.then == key.then || taken.then.is_none() || key.then.is_none())
                };
                if let Some((_, other)) = keys.iter().find(|(other, _)| taken(*other)) {
                    return Err(KeymapError::Clash(key, other.name(), action.name()));
                }
                keys.push((key, action));
            }
        }
        let out = keys.iter().any(|(_, action)| *action == Action::Quit);
        if out { Ok(Self(keys)) } else { Err(KeymapError::NoWayOut) }
    }

    /// What a key does.
    pub fn action(&self, chord: Chord) -> Option<Action> {
        let alone = Keys { first: chord, then: None };
        self.0.iter().find(|(keys, _)| *keys == alone).map(|(_, action)| *action)
    }

    /// The commands that begin with a key, each with the key that finishes it.
    pub fn menu(&self, chord: Chord) -> impl Iterator<Item = (Chord, Action)> {
        self.0
            .iter()
            .filter(move |(keys, _)| keys.first == chord)
            .filter_map(|(keys, action)| Some((keys.then?, *action)))
    }

    /// The keys of a command.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = Keys> {
        self.0.iter().filter(move |(_, other)| *other == action).map(|(keys, _)| *keys)
    }

    /// The first key of a command as it is shown; empty if it has none.
    pub fn sign(&self, action: Action) -> String {
        self.keys(action).next().map_or(String::new(), Keys::sign)
    }

    /// The key that opens the menu in which a command stands; empty if it stands in none.
    pub fn prefix(&self, action: Action) -> String {
        let first = self.keys(action).find(|keys| keys.then.is_some()).map(|keys| keys.first);
        first.map_or(String::new(), Chord::sign)
    }

    /// All keys of a command as they are shown.
    pub fn signs(&self, action: Action) -> String {
        self.keys(action).map(Keys::sign).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clash_and_a_map_without_a_way_out_are_errors() {
        let menu = r#"[(command: "quit", keys: ["q"]), (command: "help", keys: ["q h"])]"#;
        assert_eq!(
            Keymap::parse(menu).unwrap_err().to_string(),
            "the key `q h` is given to `quit` and to `help`"
        );
        let clash = r#"[(command: "quit", keys: ["q"]), (command: "help", keys: ["q"])]"#;
        let error = Keymap::parse(clash).unwrap_err();
        assert_eq!(error.to_string(), "the key `q` is given to `quit` and to `help`");
        assert_eq!(Keymap::parse("[]").unwrap_err(), KeymapError::NoWayOut);
        assert!(Keymap::parse(r#"[(command: "fly", keys: ["q"])]"#).is_err());
    }
}
