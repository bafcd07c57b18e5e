//! A view as text: the command that makes it again.

use crate::atlas::Atlas;
use crate::view::{Lens, Sort, View};

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
        words.extend(lens.focus.iter().map(|&id| quote(atlas.graph.entity(id).id())));
        let mut option = |name: &str, value: Option<String>| {
            words.extend(value.map(|value| format!("--{name} {}", quote(&value))));
        };
        option("at", lens.at.map(|at| at.to_string()));
        option("known-by", lens.known_by.map(|by| by.to_string()));
        let query = lens.query.to_string();
        option("where", (!query.is_empty()).then_some(query));
        option("depth", (lens.depth != 1).then(|| lens.depth.to_string()));
        option("sort", (lens.sort != Sort::Links).then(|| lens.sort.name().to_owned()));
        option("source", lens.source.map(|id| atlas.graph.source(id).id().to_owned()));
        if !atlas.origin.is_empty() {
            words.push(atlas.origin.clone());
        }
        words.join(" ")
    }
}

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
    use super::quote;

    #[test]
    fn words_are_quoted_as_a_shell_wants_them() {
        assert_eq!(quote("smile"), "smile");
        assert_eq!(quote("kind:mission in:cn"), "'kind:mission in:cn'");
        assert_eq!(quote("chang'e"), r"'chang'\''e'");
        assert_eq!(quote(""), "''");
    }
}
