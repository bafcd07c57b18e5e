//! Where no name has the words: what is said of an entity, in its summary, and in what is told of it.
//!
//! The texts are folded once, when they are first asked for: one row of words for each entity, its names and
//! its summary first, then the roles of its ties, its events, and the gists of stances by it and about it.

use std::cmp::Reverse;

use super::fold::append;
use super::hit::Hit;
use super::index::Index;
use super::words::{Form, Term, Words};
use crate::graph::{EntityId, Graph};

/// What a search has found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The entities, best first.
    pub hits: Vec<Hit>,
    /// Whether no name has the words, and these are entities of which they are said.
    pub said: bool,
    /// Whether only words are said that begin like them: "extends" for "extension".
    pub begun: bool,
}

impl Found {
    /// How that is told; nothing where names have the words.
    pub fn note(&self) -> Option<String> {
        let texts = match (self.hits.len(), self.begun) {
            (1, false) => "1 text does".to_owned(),
            (several, false) => format!("{several} texts do"),
            (1, true) => "1 text has words that begin like them".to_owned(),
            (several, true) => format!("{several} texts have words that begin like them"),
        };
        self.said.then(|| format!("no name has these words; {texts}"))
    }
}

/// The folded texts of all entities, in one piece of memory.
#[derive(Debug, Default)]
pub(super) struct Said {
    arena: String,
    /// Entity by entity, in the order of the graph: where its text begins.
    texts: Vec<Place>,
}

/// The text of an entity.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    /// Where names and summary end.
    summary: u32,
    end: u32,
}

/// A word with no more letters than this must stand by itself: "ISS" is no "issue".
const SHORT: usize = 3;

/// From this length on, a word that is said nowhere is looked for by its beginning,
const LONG: usize = 7;
/// which is so long.
const ROOT: usize = 5;

impl Index {
    /// The entities whose names have the words; where there are none, those of which the words are said.
    pub fn find(&self, graph: &Graph, words: &str, keep: &dyn Fn(EntityId) -> bool) -> Found {
        let hits = self.search(graph, words, usize::MAX, keep);
        if !hits.is_empty() {
            return Found { hits, ..Found::default() };
        }
        let mut words = Words::parse(words);
        let exact = self.said(graph, &words, keep);
        let begun = exact.is_empty();
        if begun {
            words.wanted.iter_mut().filter(|term| !term.exact).for_each(shorten);
        }
        let hits = if begun { self.said(graph, &words, keep) } else { exact };
        Found { said: !hits.is_empty(), begun, hits }
    }

    /// The entities of which every word is said, in any order: in the summary first, then elsewhere; the
    /// best connected first.
    fn said(&self, graph: &Graph, words: &Words, keep: &dyn Fn(EntityId) -> bool) -> Vec<Hit> {
        if words.wanted.is_empty() {
            return Vec::new();
        }
        let said = self.said.get_or_init(|| Said::of(graph));
        let mut found: Vec<(bool, EntityId)> = graph
            .entity_ids()
            .zip(&said.texts)
            .filter_map(|(id, place)| Some((said.admits(*place, words)?, id)))
            .filter(|&(_, id)| keep(id))
            .collect();
        found.sort_by_key(|&(summary, id)| (!summary, Reverse(graph.degree(id)), id));
        let score = |summary: bool| if summary { 2 } else { 1 };
        let hit = |(summary, entity)| Hit {
            entity,
            score: score(summary),
            matched: String::new(),
            marks: Vec::new(),
        };
        found.into_iter().map(hit).collect()
    }
}

impl Said {
    fn of(graph: &Graph) -> Self {
        // A gist stands with its holder, with whom it was spoken for and with what it is about.
        let folded = |text: &str| {
            let mut row = String::new();
            append(text, &mut row);
            row
        };
        let gists: Vec<String> = graph.stance_ids().map(|id| folded(&graph.stance(id).record.gist)).collect();
        let roles: Vec<String> =
            graph.link_ids().map(|id| graph.link(id).role().map_or(String::new(), folded)).collect();
        let mut said = Self::default();
        for id in graph.entity_ids() {
            let entity = graph.entity(id);
            let start = said.arena.len();
            for name in entity.all_names().chain([entity.id(), entity.summary()]) {
                append(name, &mut said.arena);
            }
            let summary = said.arena.len();
            for arc in graph.arcs(id) {
                said.arena += &roles[arc.link.index()];
            }
            let events = graph.milestones(id).iter().map(|&event| &graph.milestone(event).record);
            for what in events.filter_map(|event| event.what.as_deref()) {
                append(what, &mut said.arena);
            }
            for stance in graph.stances_by(id).iter().chain(graph.stances_about(id)) {
                said.arena += &gists[stance.index()];
            }
            said.arena.push(' ');
            let end = said.arena.len();
            said.texts.push(Place { start: start as u32, summary: summary as u32, end: end as u32 });
        }
        said
    }

    /// Whether a text has all words and none of the unwanted: `Some(true)` if names and summary have them.
    fn admits(&self, place: Place, words: &Words) -> Option<bool> {
        let text = |end: u32| self.arena.get(place.start as usize..end as usize).unwrap_or_default();
        // The blank behind the last word is that before what follows.
        let (summary, whole) = (text(place.summary + 1), text(place.end));
        if !words.wanted.iter().all(|term| has(whole, term)) {
            return None;
        }
        let barred = words.unwanted.iter().any(|term| has(whole, term));
        (!barred).then(|| words.wanted.iter().all(|term| has(summary, term)))
    }
}

/// Leaves the beginnings of long words, which their relatives share.
fn shorten(term: &mut Term) {
    for form in &mut term.forms {
        if form.text.is_ascii() && form.text.len() >= LONG {
            form.text.truncate(ROOT);
        }
    }
}

fn has(text: &str, term: &Term) -> bool {
    term.forms.iter().any(|form| stands(text, form, term.exact))
}

/// Whether a word stands in a row of words: as a whole if it is short or in quotes, else at the beginning of
/// one. In a script without blanks it stands anywhere.
fn stands(text: &str, form: &Form, exact: bool) -> bool {
    let word = form.text.as_str();
    if !word.is_ascii() {
        return text.contains(word);
    }
    let begun = format!(" {word}");
    if !exact && word.len() > SHORT {
        return text.contains(&begun);
    }
    // "ISS's" is ISS as well.
    let ends = |at: usize| text[at + begun.len()..].starts_with([' ', '\'']);
    text.match_indices(&begun).any(|(at, _)| ends(at))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::*;

    #[test]
    fn words_that_no_name_has_are_found_in_what_is_said() {
        let graph = graph();
        let index = Index::build(&graph);
        let found = |words: &str| {
            let found = index.find(&graph, words, &|_| true);
            let ids: Vec<&str> = found.hits.iter().map(|hit| graph.entity(hit.entity).id()).collect();
            (ids.join(" "), found.said)
        };
        for (words, ids, said) in [
            ("esa", "esa accord", false),
            ("general director", "esa josef-aschbacher", true),
            ("wants outpost", "cnsa topic-moon", true),
            ("orbit lunar", "change-6", true),
            ("lunar outpost", "topic-moon", true),
            ("outpost -wants", "", false),
            ("out lunar", "", false),
            ("\"lunar orbit\"", "change-6", true),
            ("\"orbit lunar\"", "", false),
            ("orbiting lunar", "change-6", true),
            ("", "", false),
        ] {
            assert_eq!(found(words), (ids.to_owned(), said), "{words}");
        }
        let note = |words: &str| index.find(&graph, words, &|_| true).note();
        assert_eq!(note("lunar orbit").as_deref(), Some("no name has these words; 1 text does"));
        assert_eq!(
            note("orbiting lunar").as_deref(),
            Some("no name has these words; 1 text has words that begin like them")
        );
        assert_eq!(note("esa"), None);
    }
}
