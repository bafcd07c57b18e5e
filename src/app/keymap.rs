//! Which key does what, read from a RON file.

use std::fmt;

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
    Clash(Chord, &'static str, &'static str),
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

/// The keys of all commands, in the order of the file.
#[derive(Clone, Debug)]
pub struct Keymap(Vec<(Chord, Action)>);

impl Keymap {
    /// The keymap that comes with the program.
    pub fn bundled() -> Result<Self, KeymapError> {
        Self::parse(include_str!("../../assets/keymap.ron"))
    }

    /// Reads a keymap.
    pub fn parse(text: &str) -> Result<Self, KeymapError> {
        let bindings: Vec<Binding> =
            ron::from_str(text).map_err(|error| KeymapError::Syntax(error.to_string()))?;
        let mut keys: Vec<(Chord, Action)> = Vec::new();
        for binding in bindings {
            let Some(action) = Action::from_name(&binding.command) else {
                return Err(KeymapError::Command(binding.command));
            };
            for key in binding.keys {
                let chord: Chord = key.parse().map_err(KeymapError::Key)?;
                if let Some((_, other)) = keys.iter().find(|(taken, _)| *taken == chord) {
                    return Err(KeymapError::Clash(chord, other.name(), action.name()));
                }
                keys.push((chord, action));
            }
        }
        let out = keys.iter().any(|(_, action)| *action == Action::Quit);
        if out { Ok(Self(keys)) } else { Err(KeymapError::NoWayOut) }
    }

    /// What a key does.
    pub fn action(&self, chord: Chord) -> Option<Action> {
        self.0.iter().find(|(key, _)| *key == chord).map(|(_, action)| *action)
    }

    /// The keys of a command.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = Chord> {
        self.0.iter().filter(move |(_, other)| *other == action).map(|(chord, _)| *chord)
    }

    /// The first key of a command as it is shown; empty if it has none.
    pub fn sign(&self, action: Action) -> String {
        self.keys(action).next().map_or(String::new(), Chord::sign)
    }

    /// All keys of a command as they are shown.
    pub fn signs(&self, action: Action) -> String {
        self.keys(action).map(Chord::sign).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clash_and_a_map_without_a_way_out_are_errors() {
        let clash = r#"[(command: "quit", keys: ["q"]), (command: "help", keys: ["q"])]"#;
        let error = Keymap::parse(clash).unwrap_err();
        assert_eq!(error.to_string(), "the key `q` is given to `quit` and to `help`");
        assert_eq!(Keymap::parse("[]").unwrap_err(), KeymapError::NoWayOut);
        assert!(Keymap::parse(r#"[(command: "fly", keys: ["q"])]"#).is_err());
    }
}
