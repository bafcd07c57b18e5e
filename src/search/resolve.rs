//! The one entity that a text names: for arguments and for the values of filters.

use std::fmt;

use super::index::Index;
use super::rate::{self, Origin};
use super::words::{Words, mask};
use crate::graph::{EntityId, Graph};

/// A text that names no entity, or more than one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The text.
    pub text: String,
    /// Id and name of what it may mean, the likeliest first.
    pub candidates: Vec<(String, String)>,
}

/// So many candidates are named.
const CANDIDATES: usize = 5;

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match self.candidates.as_slice() {
            [] => write!(f, "nothing here is called \"{text}\"; try another spelling or an id"),
            [(id, name)] => write!(f, "nothing here is called \"{text}\"; did you mean {id} ({name})?"),
            several => {
                write!(f, "\"{text}\" is not the name of one thing; write one of")?;
                for (number, (id, name)) in several.iter().enumerate() {
                    let before = if number == 0 { " " } else { ", " };
                    write!(f, "{before}{id} ({name})")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Unresolved {}

impl Index {
    /// The entity that a text names: its id, else one of its names, else the one clear best hit.
    pub fn resolve(&self, graph: &Graph, text: &str) -> Result<EntityId, Unresolved> {
        self.resolve_among(graph, text, &|_| true)
    }

    /// The same among some entities only.
    pub fn resolve_among(
        &self,
        graph: &Graph,
        text: &str,
        keep: &dyn Fn(EntityId) -> bool,
    ) -> Result<EntityId, Unresolved> {
        let text = text.trim();
        if let Some(entity) = graph.find(text).filter(|&entity| keep(entity)) {
            return Ok(entity);
        }
        let mut likely = self.named(graph, text, keep);
        if likely.is_empty() {
            likely.extend(by_code(graph, text, keep));
        }
        if likely.is_empty() {
            let hits = self.search(graph, text, CANDIDATES, keep);
            let score = |number: usize| hits.get(number).map_or(0, |hit| hit.score);
            likely.extend(hits.iter().map(|hit| hit.entity));
            if score(0) >= rate::KEY_START && score(1) < rate::WORD_START {
                likely.truncate(1);
            } else if likely.len() == 1 {
                return Err(unresolved(graph, text, &likely));
            }
        }
        match likely[..] {
            [one] => Ok(one),
            _ => Err(unresolved(graph, text, &likely)),
        }
    }

    /// The entities with exactly this name, if it is not of a better sort for one of them.
    fn named(&self, graph: &Graph, text: &str, keep: &dyn Fn(EntityId) -> bool) -> Vec<EntityId> {
        let words = Words::parse(text);
        let Some(phrase) = words.phrase else {
            return Vec::new();
        };
        let mut named: Vec<(u8, EntityId)> = Vec::new();
        for form in &phrase.forms {
            let letters = mask(&form.text);
            let entities = graph.entity_ids().filter(|&entity| letters & !self.letters(entity) == 0);
            for key in entities.flat_map(|entity| self.keys(entity)) {
                if key.origin != Origin::Initials && self.text(key) == form.text && keep(key.entity) {
                    named.push((key.origin.class(), key.entity));
                }
            }
            if !named.is_empty() {
                break;
            }
        }
        named.sort_unstable();
        let best = named.first().map(|&(class, _)| class);
        let mut best: Vec<EntityId> =
            named.into_iter().filter(|&(class, _)| Some(class) == best).map(|(_, entity)| entity).collect();
        best.dedup();
        best
    }
}

/// What the ids of states begin with; behind it stands the code of two letters.
pub(super) const STATE: &str = "state-";
/// What the ids of topics begin with.
const TOPIC: &str = "topic-";

/// The state or the topic with this id behind the word that its sort begins with.
fn by_code(graph: &Graph, text: &str, keep: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
    let code = text.to_lowercase();
    [STATE, TOPIC].iter().filter_map(|sort| graph.find(&format!("{sort}{code}"))).find(|&entity| keep(entity))
}

fn unresolved(graph: &Graph, text: &str, likely: &[EntityId]) -> Unresolved {
    let candidate = |&id: &EntityId| {
        let entity = graph.entity(id);
        (entity.id().to_owned(), entity.name().to_owned())
    };
    Unresolved { text: text.to_owned(), candidates: likely.iter().take(CANDIDATES).map(candidate).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::*;

    #[test]
    fn ids_names_and_one_clear_hit_resolve() {
        let graph = graph();
        let index = Index::build(&graph);
        for (text, id) in [
            ("esa", "esa"),
            ("ESA", "esa"),
            ("china", "state-cn"),
            ("prc", "state-cn"),
            ("cn", "state-cn"),
            ("国家航天局", "cnsa"),
            ("guojiahangtianju", "cnsa"),
            ("change 6", "change-6"),
            ("Aschbacher", "josef-aschbacher"),
        ] {
            assert_eq!(index.resolve(&graph, text).map(|entity| graph.entity(entity).id()), Ok(id), "{text}");
        }
        for (text, words) in [
            (
                "aschbahcer",
                "nothing here is called \"aschbahcer\"; did you mean josef-aschbacher (Josef Aschbacher)?",
            ),
            (
                "space",
                "\"space\" is not the name of one thing; write one of cnsa (China National Space Administration), esa (European Space Agency)",
            ),
            ("xyz", "nothing here is called \"xyz\"; try another spelling or an id"),
            ("", "nothing here is called \"\"; try another spelling or an id"),
        ] {
            let error = index.resolve(&graph, text).map_err(|error| error.to_string());
            assert_eq!(error, Err(words.to_owned()), "{text}");
        }
    }
}
