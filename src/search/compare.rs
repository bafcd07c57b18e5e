//! How one word of a search compares with one name.

use super::index::{Index, NameKey};
use super::rate::{self, Origin};
use super::words::{Form, Term};
use crate::graph::EntityId;

/// A word in a name with its letters together.
#[derive(Clone, Copy)]
struct Place {
    rating: u32,
    /// First byte in the folded name.
    at: usize,
    length: usize,
}

impl Index {
    /// How well a word matches a name, if at all.
    pub(super) fn rating(&self, key: &NameKey, term: &Term) -> Option<u32> {
        self.place(key, term).map(|place| place.rating).or_else(|| self.scattered(key, term))
    }

    /// How well a word matches a name just as it was typed.
    pub(super) fn literal(&self, key: &NameKey, term: &Term) -> Option<u32> {
        self.places(key, &term.forms).map(|place| place.rating).max()
    }

    /// Whether some name of an entity has a word as it was typed.
    pub(super) fn has(&self, entity: EntityId, term: &Term) -> bool {
        self.keys(entity).iter().any(|key| self.literal(key, term).is_some())
    }

    /// The letters of a name that a word matches, by index in its folded form.
    pub(super) fn letters_matched(&self, key: &NameKey, term: &Term) -> Vec<usize> {
        let text = self.text(key);
        if let Some(Place { at, length, .. }) = self.place(key, term) {
            let first = text[..at].chars().count();
            return (first..first + text[at..at + length].chars().count()).collect();
        }
        if !term.loose {
            return Vec::new();
        }
        let forms = term.forms.iter().filter(|form| key.has(form.mask));
        forms.flat_map(|form| self.matcher.places(text, &form.text)).collect()
    }

    fn place(&self, key: &NameKey, term: &Term) -> Option<Place> {
        let best = |places: &mut dyn Iterator<Item = Place>| places.max_by_key(|place| place.rating);
        best(&mut self.places(key, &term.forms)).or_else(|| best(&mut self.respelt(key, term)))
    }

    /// Where forms of a word stand in a name.
    fn places(&self, key: &NameKey, forms: &[Form]) -> impl Iterator<Item = Place> {
        let text = self.text(key);
        forms.iter().filter(|form| key.has(form.mask)).filter_map(move |form| {
            let (rating, at) = rate::literal(text, key.origin, &form.text)?;
            // In letters that were not typed, the middle of a word is chance.
            let meant = form.discount == 0 || rating > rate::INITIALS;
            let rating = rating.saturating_sub(form.discount);
            meant.then_some(Place { rating, at, length: form.text.len() })
        })
    }

    /// Where near spellings of a word begin a word of a name.
    fn respelt(&self, key: &NameKey, term: &Term) -> impl Iterator<Item = Place> {
        let text = self.text(key);
        term.respelt.iter().filter(|form| key.has(form.mask)).filter_map(move |form| {
            let (rating, at) = rate::literal(text, key.origin, &form.text)?;
            let worth = rate::MISSPELT + rating / rate::MISSPELT_SHARE - form.discount;
            (rating > rate::INITIALS).then_some(Place { rating: worth, at, length: form.text.len() })
        })
    }

    fn scattered(&self, key: &NameKey, term: &Term) -> Option<u32> {
        if !term.loose || matches!(key.origin, Origin::Initials | Origin::Id) {
            return None;
        }
        let forms = term.forms.iter().filter(|form| key.has(form.mask));
        forms.filter_map(|form| self.matcher.rating(self.text(key), &form.text)).max()
    }
}
