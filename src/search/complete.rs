//! A filter that is being typed: what may stand behind its colon.

use std::cmp::Reverse;

use super::filter::{Filter, Test, Who};
use super::index::Index;
use super::key::Key;
use crate::graph::{EntityId, Graph, Phase};
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::standing::{Confidence, Instrument, Status};

/// A filter that the typed text may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The whole text with the filter finished.
    pub text: String,
    /// What its value is, in words.
    pub note: String,
}

/// So many entities are offered.
const MOST: usize = 20;

impl Index {
    /// What a text that ends in `key:partial` may become, likeliest first; nothing if it does not end so
    /// or if its values are numbers or dates.
    pub fn complete(&self, graph: &Graph, text: &str) -> Vec<Completion> {
        let Some((before, exclude, key, values)) = last_filter(text) else { return Vec::new() };
        // Of several values the last is being typed; those before it must be right.
        let (known, partial) = values.rsplit_once(',').filter(|_| key.lists()).unwrap_or(("", values));
        let partial = partial.trim_start();
        let known = known.split(',').map(str::trim).filter(|value| !value.is_empty());
        let known: Result<Vec<Test>, _> = known.map(|value| Test::parse(key, value, graph, self)).collect();
        let Ok(known) = known else { return Vec::new() };
        // What would be read from the text as it stands goes first.
        let exact = if partial.is_empty() { None } else { Test::parse(key, partial, graph, self).ok() };
        let mut found: Vec<Completion> = Vec::new();
        for test in exact.into_iter().chain(self.tests(graph, key, partial)) {
            let Some(note) = note(graph, &test) else { continue };
            let values = known.iter().cloned().chain([test]).enumerate();
            let filters = values.map(|(place, test)| Filter { exclude, test, or: place > 0 }.to_string());
            let text = format!("{before}{}", filters.collect::<String>());
            if !found.iter().any(|other| other.text == text) {
                found.push(Completion { text, note });
            }
        }
        found
    }

    fn tests(&self, graph: &Graph, key: Key, partial: &str) -> Vec<Test> {
        let who = |keep: &dyn Fn(EntityId) -> bool, make: fn(Who) -> Test| {
            let entities: Vec<EntityId> = if partial.is_empty() {
                let mut entities: Vec<_> = graph.entity_ids().filter(|&id| keep(id)).collect();
                entities.sort_by_key(|&id| (Reverse(graph.degree(id)), id));
                entities.into_iter().take(MOST).collect()
            } else {
                self.search(graph, partial, MOST, keep).iter().map(|hit| hit.entity).collect()
            };
            let who = |entity| make(Who { entity, id: graph.entity(entity).id().into() });
            entities.into_iter().map(who).collect()
        };
        let of_kind = |kind: Kind| move |id: EntityId| graph.entity(id).kind == kind;
        match key {
            Key::Kind => fitting(partial, Kind::ALL, |kind| [kind.name(), kind.plural()], Test::Kind),
            Key::Position => fitting(partial, Position::ALL, |it| [it.name(); 2], Test::Position),
            Key::Status => fitting(partial, Status::ALL, |it| [it.name(); 2], Test::Status),
            Key::Form => fitting(partial, Instrument::ALL, |it| [it.name(); 2], Test::Form),
            Key::Phase => fitting(partial, &Phase::ALL, |it| [it.name(); 2], Test::Phase),
            Key::Confidence => fitting(partial, Confidence::ALL, |it| [it.name(); 2], Test::Confidence),
            Key::In => who(&of_kind(Kind::State), Test::In),
            Key::Topic => who(&of_kind(Kind::Topic), Test::Topic),
            Key::Of => who(&|_| true, Test::Of),
            Key::With => who(&|_| true, Test::With),
            Key::By => who(&|_| true, Test::By),
            Key::About => who(&|_| true, Test::About),
            Key::Posts | Key::From | Key::To => Vec::new(),
        }
    }
}

/// The filter at the end of a text: what stands before it, its minus, its key and what is typed of its value.
fn last_filter(text: &str) -> Option<(&str, bool, Key, &str)> {
    // The value may hold blanks, so the last word with a key begins it.
    let starts = text.char_indices().map(|(at, _)| at).filter(|&at| at == 0 || text[..at].ends_with(' '));
    starts.collect::<Vec<_>>().into_iter().rev().find_map(|at| {
        let (key, partial) = text[at..].split_once(':')?;
        let (exclude, key) = key.strip_prefix('-').map_or((false, key), |key| (true, key));
        let key = Key::from_name(&key.to_lowercase())?;
        Some((&text[..at], exclude, key, partial.trim_start().trim_start_matches('"')))
    })
}

/// The values whose names begin with what is typed, then those that contain it.
fn fitting<T: Copy>(
    partial: &str,
    all: &[T],
    names: impl Fn(T) -> [&'static str; 2],
    make: fn(T) -> Test,
) -> Vec<Test> {
    let typed = partial.trim().to_lowercase().replace(['-', '_'], " ");
    let begins = |member: &T| names(*member).iter().any(|name| name.starts_with(&typed));
    let holds = |member: &T| names(*member).iter().any(|name| name.contains(&typed));
    let first = all.iter().filter(|member| begins(member));
    let then = all.iter().filter(|member| !begins(member) && holds(member));
    first.chain(then).map(|&member| make(member)).collect()
}

/// What a value means; nothing for numbers and dates, which need no words.
fn note(graph: &Graph, test: &Test) -> Option<String> {
    Some(match test {
        Test::Kind(kind) => kind.doc().to_owned(),
        Test::Position(position) => position.doc().to_owned(),
        Test::Status(status) => status.doc().to_owned(),
        Test::Confidence(confidence) => confidence.doc().to_owned(),
        Test::Phase(phase) => phase.doc().to_owned(),
        Test::Form(form) => form.doc().to_owned(),
        Test::In(who)
        | Test::Of(who)
        | Test::With(who)
        | Test::By(who)
        | Test::About(who)
        | Test::Topic(who) => graph.entity(who.entity).name().to_owned(),
        Test::Posts(_) | Test::From(_) | Test::To(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::*;

    #[test]
    fn a_filter_is_completed_from_its_vocabulary_or_the_index() {
        let graph = graph();
        let index = Index::build(&graph);
        let first = |text: &str| index.complete(&graph, text).first().map(|found| found.text.clone());
        for (text, whole) in [
            ("kind:mi", Some("kind:mission")),
            ("-status:force", Some("-status:in-force")),
            ("kind:mission in:chi", Some("kind:mission in:cn")),
            ("with:european sp", Some("with:esa")),
            ("with:esa,china nat", Some("with:esa,cnsa")),
            ("kind:mission,sta", Some("kind:mission,state")),
            ("phase:", Some("phase:active")),
            ("topic:mo", Some("topic:topic-moon")),
            ("confidence:", Some("confidence:low")),
            ("from:20", None),
            ("knid:mi", None),
            ("moon", None),
        ] {
            assert_eq!(first(text).as_deref(), whole, "{text}");
        }
    }
}
