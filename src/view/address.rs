//! A view as text: the command that makes it again.

use std::fmt;

use crate::atlas::Atlas;
use crate::view::{Lens, Misread, View, bare, find, options};

/// A view and a lens.
#[derive(Clone)]
pub struct Address {
    /// The question.
    pub view: &'static dyn View,
    /// What it looks through.
    pub lens: Lens,
}

impl Address {
    /// The command that prints this view, without format and file.
    pub fn command(&self, atlas: &Atlas) -> String {
        let lens = &self.lens;
        let mut words = vec!["spacepact".to_owned(), self.view.name().to_owned()];
        if bare(self.view).is_none() {
            words.extend(lens.focus.iter().map(|&id| quote(atlas.graph.entity(id).id())));
        }
        let set = |bare: bool| {
            let options = options(self.view).filter(move |option| option.bare == bare);
            options.filter_map(|option| Some((option, (option.write)(lens, atlas)?)))
        };
        words.extend(set(true).map(|(_, value)| quote(&value)));
        words.extend(set(false).map(|(option, value)| format!("--{} {}", option.name, quote(&value))));
        if !atlas.origin.is_empty() {
            words.push(atlas.origin.clone());
        }
        words.join(" ")
    }

    /// The view that a command prints; options that say where its data comes from are passed over.
    pub fn parse(command: &str, atlas: &Atlas) -> Result<Self, Unreadable> {
        let words = shlex::split(command).ok_or(Unreadable::Quotes)?;
        let mut words = words.into_iter().skip_while(|word| word == "spacepact");
        let name = words.next().unwrap_or_default();
        let view = find(&name).ok_or(Unreadable::View(name))?;
        let mut lens = Lens::default();
        let bare = bare(view);
        let mut behind: Vec<String> = Vec::new();
        while let Some(word) = words.next() {
            match word.strip_prefix("--") {
                Some("only") => {}
                Some("data") => drop(words.next()),
                Some(name) => {
                    let option = options(view).find(|option| option.name == name);
                    let option = option.ok_or_else(|| Unreadable::Option(view.name(), word.clone()))?;
                    let value = words.next().ok_or(Unreadable::Value(option.name))?;
                    (option.read)(&value, atlas, &mut lens)?;
                }
                None if bare.is_some() => behind.push(word),
                None if lens.focus.len() < *view.takes().end() => {
                    lens.focus.push(atlas.index().resolve(&atlas.graph, &word).map_err(Misread::from)?);
                }
                None => return Err(Unreadable::TooMany(view.name(), word)),
            }
        }
        if let Some(option) = bare {
            (option.read)(&behind.join(" "), atlas, &mut lens)?;
        }
        if lens.focus.len() < *view.takes().start() {
            return Err(Unreadable::TooFew(view.name(), *view.takes().start()));
        }
        lens.check()?;
        Ok(Self { view, lens })
    }
}

/// A command that names no view.
#[derive(Debug)]
pub enum Unreadable {
    /// A quote is opened and not closed.
    Quotes,
    /// No view has this name.
    View(String),
    /// The view has no such option.
    Option(&'static str, String),
    /// An option without its value.
    Value(&'static str),
    /// An entity more than the view takes.
    TooMany(&'static str, String),
    /// Fewer entities than the view takes, and how many it takes.
    TooFew(&'static str, usize),
    /// The value of an option, or the name of an entity.
    Misread(Misread),
}

impl From<Misread> for Unreadable {
    fn from(error: Misread) -> Self {
        Self::Misread(error)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quotes => f.write_str("a quote is opened and not closed"),
            Self::View(name) => write!(f, "no view is called \"{name}\""),
            Self::Option(view, option) => write!(f, "`{view}` has no option {option}"),
            Self::Value(option) => write!(f, "--{option} wants a value"),
            Self::TooMany(view, word) => write!(f, "`{view}` takes no further entity \"{word}\""),
            Self::TooFew(view, least) => write!(f, "`{view}` takes at least {least} entities"),
            Self::Misread(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Unreadable {}

/// A word as a shell takes it: bare if it is plain, else in single quotes.
pub fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:,@%+=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, quote};

    #[test]
    fn words_are_quoted_as_a_shell_wants_them() {
        assert_eq!(quote("smile"), "smile");
        assert_eq!(quote("kind:mission in:cn"), "'kind:mission in:cn'");
        assert_eq!(quote("chang'e"), r"'chang'\''e'");
        assert_eq!(quote(""), "''");
    }

    #[test]
    fn a_command_is_read_back_to_the_view_that_it_prints() {
        let atlas = crate::view::sample::atlas();
        for command in [
            "spacepact list --where kind:mission --sort name",
            "spacepact network smile --at 2015 --known-by 2016-03 --depth 2",
            "spacepact stances esa tiangong --where 'position:supports'",
            "spacepact sources",
        ] {
            let address = Address::parse(command, &atlas).map_err(|error| error.to_string());
            let printed = address.map(|address| address.command(&atlas));
            let plain = |text: &str| text.replace('\'', "");
            assert_eq!(printed.map(|text| plain(&text)), Ok(plain(command)));
        }
        for (command, words) in [
            ("spacepact fly smile", "no view is called \"fly\""),
            ("spacepact network", "`network` takes at least 1 entities"),
            ("spacepact network smile esa", "`network` takes no further entity \"esa\""),
            ("spacepact network smile --depth 9", "--depth takes 1, 2 or 3, not \"9\""),
            ("spacepact network smile --height 9", "`network` has no option --height"),
            ("spacepact list --where 'kind", "a quote is opened and not closed"),
            (
                "spacepact timeline --from 2020 --to 2010",
                "the period ends on 2010, before it begins on 2020; write the earlier date as --from",
            ),
        ] {
            let error = Address::parse(command, &atlas).err().map(|error| error.to_string());
            assert_eq!(error.as_deref(), Some(words), "{command}");
        }
    }
}
