//! Views with names, kept as text: one line a view, `name: command`, so that a shell and an editor read it too.

use crate::atlas::Atlas;
use crate::view::Address;
use crate::view::address::Unreadable;

/// A view with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its name; no colon in it.
    pub name: String,
    /// The command that prints it.
    pub command: String,
}

impl Saved {
    /// The view.
    pub fn address(&self, atlas: &Atlas) -> Result<Address, Unreadable> {
        Address::parse(&self.command, atlas)
    }
}

/// A text of saved views. What is no view in it (remarks, blank lines) stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    lines: Vec<String>,
}

impl Shelf {
    /// Reads the text.
    pub fn parse(text: &str) -> Self {
        Self { lines: text.lines().map(str::to_owned).collect() }
    }

    /// The text.
    pub fn print(&self) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    /// The views, in the order of the text.
    pub fn views(&self) -> impl Iterator<Item = Saved> + '_ {
        self.lines.iter().filter_map(|line| read(line))
    }

    /// The view with this name.
    pub fn find(&self, name: &str) -> Option<Saved> {
        self.views().find(|saved| saved.name == name)
    }

    /// Keeps a view; one of the same name is replaced.
    pub fn put(&mut self, saved: &Saved) {
        let line = format!("{}: {}", saved.name, saved.command);
        match self.lines.iter_mut().find(|line| names(line, &saved.name)) {
            Some(old) => *old = line,
            None => self.lines.push(line),
        }
    }

    /// Takes a view out. Says whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.lines.len();
        self.lines.retain(|line| !names(line, name));
        self.lines.len() < before
    }
}

fn read(line: &str) -> Option<Saved> {
    let (name, command) = line.split_once(':').filter(|_| !line.trim_start().starts_with('#'))?;
    let (name, command) = (name.trim(), command.trim());
    (!name.is_empty() && !command.is_empty())
        .then(|| Saved { name: name.to_owned(), command: command.to_owned() })
}

fn names(line: &str, name: &str) -> bool {
    read(line).is_some_and(|saved| saved.name == name)
}

/// What is wrong with a name, if anything is.
pub fn fault(name: &str) -> Option<&'static str> {
    match name.trim() {
        "" => Some("write a name"),
        name if name.contains(':') => Some("a name holds no colon"),
        name if name.starts_with(['#', '-']) => Some("a name begins with a letter or a number"),
        name if name.chars().any(char::is_control) => Some("a name holds no control characters"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saved(name: &str, command: &str) -> Saved {
        Saved { name: name.to_owned(), command: command.to_owned() }
    }

    #[test]
    fn views_are_added_replaced_and_removed_and_all_else_stays() {
        let text = "# mine\nslip: spacepact timeline smile\n\nno view here\n";
        let mut shelf = Shelf::parse(text);
        assert_eq!(shelf.print(), text);
        assert_eq!(shelf.find("slip"), Some(saved("slip", "spacepact timeline smile")));
        shelf.put(&saved("two words", "spacepact list --where 'kind:mission: x'"));
        shelf.put(&saved("slip", "spacepact timeline esm"));
        assert_eq!(
            shelf.print(),
            "# mine\nslip: spacepact timeline esm\n\nno view here\ntwo words: spacepact list --where 'kind:mission: x'\n"
        );
        assert!(shelf.remove("slip") && !shelf.remove("slip"));
        assert_eq!(shelf.views().map(|saved| saved.name).collect::<Vec<_>>(), ["two words"]);
        assert!(shelf.print().starts_with("# mine\n\nno view here\n"));
    }

    #[test]
    fn names_that_would_not_be_read_back_are_refused() {
        for name in ["", "  ", "a: b", "# x", "--remove", "a\nb"] {
            assert!(fault(name).is_some(), "{name}");
        }
        for name in ["slip", "两个", "ESA & China"] {
            assert_eq!(fault(name), None, "{name}");
            let mut shelf = Shelf::default();
            shelf.put(&saved(name, "spacepact list"));
            assert_eq!(Shelf::parse(&shelf.print()).find(name), Some(saved(name, "spacepact list")));
        }
    }
}
