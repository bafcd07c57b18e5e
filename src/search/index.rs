//! All names of a graph, folded, in one piece of memory.
//!
//! A search looks at every key, so a key must be refused in a nanosecond: the letters of a word that a
//! key does not have show in one comparison of two masks. What is left is compared letter by letter.

use std::sync::OnceLock;

use super::fold::{Folded, fold, romanise};
use super::matcher::Matcher;
use super::rate::Origin;
use super::said::Said;
use super::variants::{closed, initials};
use super::vocabulary::Vocabulary;
use super::words::mask;
use crate::graph::{Entity, EntityId, Graph};

/// A name as it is compared.
#[derive(Debug)]
pub(super) struct NameKey {
    /// The entity.
    pub(super) entity: EntityId,
    /// Which of its names, counted as in [`Entity::all_names`]; one more than there are for the id.
    name: u16,
    pub(super) origin: Origin,
    mask: u64,
    /// Where its text starts and ends in the arena.
    text: (u32, u32),
    /// Where its row of letters starts in `from`.
    from: u32,
}

/// The names of a graph, ready to be searched. Good for that graph only.
#[derive(Default)]
pub struct Index {
    arena: String,
    from: Vec<u32>,
    /// Entity by entity, in the order of the graph.
    keys: Vec<NameKey>,
    /// Where the keys of each entity start; one more than there are entities.
    starts: Vec<u32>,
    /// The letters of all keys of each entity.
    masks: Vec<u64>,
    /// What is said of everything; made when it is first asked for.
    pub(super) said: OnceLock<Said>,
    pub(super) vocabulary: Vocabulary,
    pub(super) matcher: Matcher,
}

impl Index {
    /// Folds every name of a graph.
    pub fn build(graph: &Graph) -> Self {
        let mut index = Self::default();
        for id in graph.entity_ids() {
            index.starts.push(index.keys.len() as u32);
            index.add(id, graph.entity(id));
            let first = index.starts.last().map_or(0, |&start| start as usize);
            index.masks.push(index.keys[first..].iter().fold(0, |mask, key| mask | key.mask));
        }
        index.starts.push(index.keys.len() as u32);
        index
    }

    fn add(&mut self, id: EntityId, entity: &Entity) {
        let first = self.keys.len();
        let mut put = |name: usize, origin: Origin, folded: &Folded| {
            let known = self.keys[first..].iter().any(|key| self.arena[key.range()] == folded.text);
            if folded.text.is_empty() || known {
                return;
            }
            let start = self.arena.len() as u32;
            self.arena += &folded.text;
            self.keys.push(NameKey {
                entity: id,
                name: name as u16,
                origin,
                mask: mask(&folded.text),
                text: (start, self.arena.len() as u32),
                from: self.from.len() as u32,
            });
            self.from.extend(&folded.from);
        };
        let names: Vec<(&str, Folded)> = entity.all_names().map(|name| (name, fold(name))).collect();
        for (number, (name, folded)) in names.iter().enumerate() {
            put(number, origin(entity, number), folded);
            self.vocabulary.add(name, folded);
        }
        put(names.len(), Origin::Id, &fold(entity.id()));
        for (number, (name, folded)) in names.iter().enumerate() {
            if let Some(roman) = romanise(name) {
                put(number, Origin::Roman, &roman);
            }
            for closed in closed(folded) {
                put(number, Origin::Closed, &closed);
            }
            put(number, Origin::Initials, &initials(folded, true));
            put(number, Origin::Initials, &initials(folded, false));
        }
    }

    /// The keys of an entity.
    pub(super) fn keys(&self, entity: EntityId) -> &[NameKey] {
        match self.starts.get(entity.index()..entity.index() + 2) {
            Some(&[start, end]) => &self.keys[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The letters of all names of an entity.
    pub(super) fn letters(&self, entity: EntityId) -> u64 {
        self.masks.get(entity.index()).copied().unwrap_or(0)
    }

    /// The folded text of a key.
    pub(super) fn text(&self, key: &NameKey) -> &str {
        &self.arena[key.range()]
    }

    /// For every letter of a key, the letter of the name it came from.
    pub(super) fn from(&self, key: &NameKey) -> &[u32] {
        &self.from[key.from as usize..]
    }
}

impl NameKey {
    fn range(&self) -> std::ops::Range<usize> {
        self.text.0 as usize..self.text.1 as usize
    }

    /// Whether the key has all the letters.
    pub(super) const fn has(&self, mask: u64) -> bool {
        mask & !self.mask == 0
    }

    /// The name that the key was made from, as it is written.
    pub(super) fn name<'g>(&self, graph: &'g Graph) -> &'g str {
        let entity = graph.entity(self.entity);
        entity.all_names().nth(self.name as usize).unwrap_or(entity.id())
    }
}

/// What a name of an entity is, by its place in [`Entity::all_names`].
fn origin(entity: &Entity, number: usize) -> Origin {
    let shorts = usize::from(entity.record.short.is_some());
    match number.checked_sub(shorts) {
        None => Origin::Short,
        Some(0) => Origin::Full,
        Some(other) => match entity.record.names.get(other - 1) {
            Some(name) if name.former => Origin::Former,
            _ => Origin::Other,
        },
    }
}
