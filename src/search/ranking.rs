//! From typed words to hits in order.
//!
//! Every word must be found in some name of an entity, in any order. First only letters that stand
//! together count; where that finds little, scattered letters and wrong spellings are let in, below
//! everything found before.

use std::cmp::Reverse;

use super::hit::Hit;
use super::index::{Index, NameKey};
use super::rate::{self, Origin};
use super::words::{Term, Words, mask};
use crate::graph::{EntityId, Graph};

/// With fewer hits than this, scattered letters are let in.
const FEW: usize = 12;
/// With fewer hits than this, wrong spellings are let in.
const NEXT_TO_NONE: usize = 3;

/// An entity with its rating and the key that did best.
struct Rated<'i> {
    entity: EntityId,
    score: u32,
    key: &'i NameKey,
}

/// Spellings that are near a word that was typed.
struct Respelt {
    text: String,
    mask: u64,
    steps: u32,
}

/// What may count as a match of each word.
enum Manner {
    Strict,
    /// Scattered letters, and for each wanted word the spellings near it.
    Loose(Vec<Vec<Respelt>>),
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
        let words = Words::parse(words);
        if words.wanted.is_empty() {
            return Vec::new();
        }
        let admitted =
            |entity: EntityId| !words.unwanted.iter().any(|term| self.has(entity, term)) && keep(entity);
        let mut found = self.pass(graph, &words, &Manner::Strict, &admitted);
        let mut manner = Manner::Strict;
        if found.len() < FEW {
            manner = Manner::Loose(self.respell(&words, found.len() < NEXT_TO_NONE));
            let mut known: Vec<EntityId> = found.iter().map(|rated| rated.entity).collect();
            known.sort_unstable();
            let others = |entity: EntityId| known.binary_search(&entity).is_err() && admitted(entity);
            found.extend(self.pass(graph, &words, &manner, &others));
        }
        found.sort_by_cached_key(|rated| {
            let entity = graph.entity(rated.entity);
            let letters = entity.short().chars().count();
            (Reverse(rated.score), Reverse(graph.degree(rated.entity)), letters, entity.id())
        });
        found.truncate(limit);
        found.into_iter().map(|rated| self.hit(graph, &words, &manner, &rated)).collect()
    }

    fn pass(
        &self,
        graph: &Graph,
        words: &Words,
        manner: &Manner,
        admitted: &dyn Fn(EntityId) -> bool,
    ) -> Vec<Rated<'_>> {
        graph
            .entity_ids()
            .filter(|&entity| manner.possible(words, self.letters(entity)))
            .filter_map(|entity| self.rate(entity, words, manner))
            .filter(|rated| admitted(rated.entity))
            .collect()
    }

    /// Rates an entity; `None` if one of the words is in none of its names.
    fn rate(&self, entity: EntityId, words: &Words, manner: &Manner) -> Option<Rated<'_>> {
        let mut best = vec![0; words.wanted.len()];
        let mut leader: Option<(u32, &NameKey)> = None;
        let mut together = 0;
        for key in self.keys(entity) {
            let (mut sum, mut held) = (0, 0);
            for (number, term) in words.wanted.iter().enumerate() {
                if let Some(rating) = self.rating(key, number, term, manner) {
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
                mean = phrase.map_or(mean, |(rating, _)| mean.max(rating + rate::PHRASE));
                together = together.max(mean);
            }
            if leader.is_none_or(|(most, _)| mean > most) {
                leader = Some((mean, key));
            }
        }
        let (_, key) = leader.filter(|_| !best.contains(&0))?;
        let score = together.max(best.iter().sum::<u32>() / best.len() as u32);
        Some(Rated { entity, score, key })
    }

    fn rating(&self, key: &NameKey, number: usize, term: &Term, manner: &Manner) -> Option<u32> {
        if let Some((rating, _)) = self.literal(key, term) {
            return Some(rating);
        }
        let Manner::Loose(respelt) = manner else {
            return None;
        };
        let respelt = respelt.get(number).map_or(&[][..], Vec::as_slice);
        self.misspelt(key, respelt).map(|(rating, ..)| rating).or_else(|| self.scattered(key, term))
    }

    /// Where a word stands in a key with its letters together: rating, first byte, bytes.
    fn literal(&self, key: &NameKey, term: &Term) -> Option<(u32, (usize, usize))> {
        let forms = term.forms.iter().filter(|form| key.has(form.mask));
        forms
            .filter_map(|form| {
                let (rating, at) = rate::literal(self.text(key), key.origin, &form.text)?;
                Some((rating, (at, form.text.len())))
            })
            .max_by_key(|&(rating, _)| rating)
    }

    /// Where a near spelling stands in a key: rating, first byte, bytes.
    fn misspelt(&self, key: &NameKey, respelt: &[Respelt]) -> Option<(u32, (usize, usize))> {
        if key.origin == Origin::Initials {
            return None;
        }
        let near = respelt.iter().filter(|near| key.has(near.mask));
        near.filter_map(|near| {
            let (rating, at) = rate::literal(self.text(key), key.origin, &near.text)?;
            let worth = rate::MISSPELT + rating / rate::MISSPELT_SHARE;
            (rating > rate::MIDDLE)
                .then(|| (worth.saturating_sub(near.steps * rate::WRONG_LETTER), (at, near.text.len())))
        })
        .max_by_key(|&(rating, _)| rating)
    }

    fn scattered(&self, key: &NameKey, term: &Term) -> Option<u32> {
        if term.exact || key.origin == Origin::Initials {
            return None;
        }
        let forms = term.forms.iter().filter(|form| key.has(form.mask));
        forms.filter_map(|form| self.matcher.rating(self.text(key), &form.text)).max()
    }

    /// Whether a word begins a word in one of the names of an entity.
    fn has(&self, entity: EntityId, term: &Term) -> bool {
        self.keys(entity)
            .iter()
            .filter_map(|key| self.literal(key, term))
            .any(|(rating, _)| rating > rate::INITIALS)
    }

    fn respell(&self, words: &Words, wanted: bool) -> Vec<Vec<Respelt>> {
        let near = |term: &Term| -> Vec<Respelt> {
            if term.exact || !wanted {
                return Vec::new();
            }
            let texts = term.forms.iter().flat_map(|form| self.vocabulary.near(&form.text));
            texts
                .filter(|near| near.steps > 0)
                .map(|near| Respelt {
                    text: near.folded.to_owned(),
                    mask: mask(near.folded),
                    steps: near.steps as u32,
                })
                .collect()
        };
        words.wanted.iter().map(near).collect()
    }

    fn hit(&self, graph: &Graph, words: &Words, manner: &Manner, rated: &Rated<'_>) -> Hit {
        let key = rated.key;
        let text = self.text(key);
        let mut places: Vec<usize> = Vec::new();
        for (number, term) in words.wanted.iter().enumerate() {
            let respelt = match manner {
                Manner::Loose(respelt) => respelt.get(number).map_or(&[][..], Vec::as_slice),
                Manner::Strict => &[],
            };
            let span = self.literal(key, term).or_else(|| self.misspelt(key, respelt));
            match (span, manner) {
                (Some((_, (at, length))), _) => {
                    let first = text[..at].chars().count();
                    places.extend(first..first + text[at..at + length].chars().count());
                }
                (None, Manner::Loose(_)) if !term.exact => {
                    let forms = term.forms.iter().filter(|form| key.has(form.mask));
                    places.extend(forms.flat_map(|form| self.matcher.places(text, &form.text)));
                }
                (None, _) => {}
            }
        }
        let from = self.from(key);
        let mut marks: Vec<usize> =
            places.into_iter().filter_map(|place| from.get(place)).map(|&at| at as usize).collect();
        marks.sort_unstable();
        marks.dedup();
        Hit { entity: rated.entity, score: rated.score, matched: key.name(graph).to_owned(), marks }
    }
}

impl Manner {
    /// Whether an entity with these letters can have all words at all.
    fn possible(&self, words: &Words, letters: u64) -> bool {
        let held = |mask: u64| mask & !letters == 0;
        words.wanted.iter().enumerate().all(|(number, term)| {
            let respelt = match self {
                Self::Loose(respelt) => respelt.get(number).map_or(&[][..], Vec::as_slice),
                Self::Strict => &[],
            };
            term.forms.iter().any(|form| held(form.mask)) || respelt.iter().any(|near| held(near.mask))
        })
    }
}
