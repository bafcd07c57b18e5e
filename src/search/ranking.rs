//! From typed words to hits in order.
//!
//! Every word must be found in some name of an entity, in any order. First only letters that stand
//! together count; where that finds little, words that nobody has are read loosely: as another word
//! spelt nearly alike, or as letters scattered over a name, below everything found before.

use std::cmp::Reverse;

use super::hit::Hit;
use super::index::{Index, NameKey};
use super::rate::{self, Origin};
use super::vocabulary::Near;
use super::words::{Form, Term, Words};
use crate::graph::{EntityId, Graph};

/// With fewer hits than this, and no good one among them, words are read loosely.
const FEW: usize = 3;
/// What a good hit is worth: a lone word at the start of a word.
const GOOD: u32 = rate::WORD_START + rate::PHRASE / 2;

/// An entity with its rating and the key that did best.
struct Rated<'i> {
    entity: EntityId,
    score: u32,
    key: &'i NameKey,
}

impl Index {
    /// The entities that have every word in one of their names and that `keep` lets through, best first.
    ///
    /// Words in double quotes must stand as they are, words behind a `-` must not be there. Without a
    /// word to find there are no hits: the caller lists everything.
    pub fn search(
        &self,
        graph: &Graph,
        words: &str,
        limit: usize,
        keep: &dyn Fn(EntityId) -> bool,
    ) -> Vec<Hit> {
        let mut words = Words::parse(words);
        if words.wanted.is_empty() {
            return Vec::new();
        }
        let mut found = self.pass(graph, &words, keep);
        if found.len() < FEW && found.iter().all(|rated| rated.score < GOOD) && self.loosen(&mut words) {
            let mut known: Vec<EntityId> = found.iter().map(|rated| rated.entity).collect();
            known.sort_unstable();
            let more = |entity: EntityId| known.binary_search(&entity).is_err() && keep(entity);
            found.extend(self.pass(graph, &words, &more));
        }
        found.sort_by_cached_key(|rated| {
            let entity = graph.entity(rated.entity);
            let letters = entity.short().chars().count();
            (Reverse(rated.score), Reverse(graph.degree(rated.entity)), letters, entity.id())
        });
        found.truncate(limit);
        found.into_iter().map(|rated| self.hit(graph, &words, &rated)).collect()
    }

    /// The entities that match; everything cheap is asked before anything dear.
    fn pass(&self, graph: &Graph, words: &Words, keep: &dyn Fn(EntityId) -> bool) -> Vec<Rated<'_>> {
        let loose = words.wanted.iter().any(|term| term.loose);
        let strict = || words.wanted.iter().filter(|term| !term.loose);
        graph
            .entity_ids()
            .filter(|&entity| words.wanted.iter().all(|term| possible(term, self.letters(entity))))
            .filter(|&entity| !loose || strict().all(|term| self.has(entity, term)))
            .filter_map(|entity| self.rate(entity, words))
            .filter(|rated| !words.unwanted.iter().any(|term| self.begins(rated.entity, term)))
            .filter(|rated| keep(rated.entity))
            .collect()
    }

    /// Rates an entity; `None` if one of the words is in none of its names.
    fn rate(&self, entity: EntityId, words: &Words) -> Option<Rated<'_>> {
        let mut best = vec![0; words.wanted.len()];
        let mut leader: Option<(u32, &NameKey)> = None;
        let mut together = 0;
        for key in self.keys(entity) {
            let (mut sum, mut held) = (0, 0);
            for (number, term) in words.wanted.iter().enumerate() {
                if let Some(rating) = self.rating(key, term) {
                    best[number] = rating.max(best[number]);
                    sum += rating;
                    held += 1;
                }
            }
            if sum == 0 {
                continue;
            }
            let mut mean = sum / best.len() as u32;
            if held == best.len() {
                mean += if held > 1 { rate::ONE_NAME } else { 0 };
                let phrase = words.phrase.as_ref().and_then(|phrase| self.literal(key, phrase));
                mean = phrase.map_or(mean, |rating| mean.max(rating + rate::PHRASE));
                together = together.max(mean);
            }
            // An id finds well but reads badly: it is shown only where no name matches.
            let worth = if key.origin == Origin::Id { mean / 4 } else { mean };
            if leader.is_none_or(|(most, _)| worth > most) {
                leader = Some((worth, key));
            }
        }
        let (_, key) = leader.filter(|_| !best.contains(&0))?;
        let score = together.max(best.iter().sum::<u32>() / best.len() as u32);
        Some(Rated { entity, score, key })
    }

    /// Whether a word begins a word in one of the names of an entity.
    fn begins(&self, entity: EntityId, term: &Term) -> bool {
        let ratings = self.keys(entity).iter().filter_map(|key| self.literal(key, term));
        ratings.max().is_some_and(|rating| rating > rate::INITIALS)
    }

    /// Lets the words that no name has be read loosely; says whether there are any.
    fn loosen(&self, words: &mut Words) -> bool {
        for term in words.wanted.iter_mut().filter(|term| !term.exact) {
            term.loose = !term.forms.iter().any(|form| self.vocabulary.begins(&form.text));
            if term.loose {
                let near = term.forms.iter().flat_map(|form| self.vocabulary.near(&form.text));
                let form = |near: Near<'_>| {
                    Form::new(near.folded.to_owned(), near.steps as u32 * rate::WRONG_LETTER)
                };
                term.respelt = near.filter_map(form).collect();
            }
        }
        words.wanted.iter().any(|term| term.loose)
    }

    fn hit(&self, graph: &Graph, words: &Words, rated: &Rated<'_>) -> Hit {
        let from = self.from(rated.key);
        let places = words.wanted.iter().flat_map(|term| self.letters_matched(rated.key, term));
        let mut marks: Vec<usize> =
            places.filter_map(|place| from.get(place)).map(|&at| at as usize).collect();
        marks.sort_unstable();
        marks.dedup();
        let matched = rated.key.name(graph).to_owned();
        Hit { entity: rated.entity, score: rated.score, matched, marks }
    }
}

/// Whether an entity with these letters can have a word at all.
fn possible(term: &Term, letters: u64) -> bool {
    term.forms.iter().chain(&term.respelt).any(|form| form.mask & !letters == 0)
}
