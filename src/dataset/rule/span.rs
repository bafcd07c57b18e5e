//! When something held, as far as that is certain: rules speak up only where no reading of the dates
//! makes them true.

use crate::dataset::Entry;
use crate::model::date::{Date, Moment};
use crate::model::record::Tie;
use crate::model::standing::Rank;
use crate::model::word::Word;

/// The first and the last moment of something; a single moment is both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    /// When it began, if that is known.
    pub(super) from: Option<Moment>,
    /// When it ended, if it did and that is known.
    pub(super) to: Option<Moment>,
}

impl Span {
    /// The span that a word of the data stands for; nothing is known if it is no date.
    pub(super) fn read(word: Option<&Word>) -> Self {
        match word.and_then(|word| word.parse().ok()) {
            Some(Date::At(moment)) => Self { from: Some(moment), to: Some(moment) },
            Some(Date::Span { from, to }) => Self { from, to },
            None => Self::default(),
        }
    }

    /// The time in which something exists, by the `during` of its record. A single date there is a start, a
    /// signature or a launch, and says nothing of an end.
    pub(super) fn life(entry: &Entry) -> Self {
        let life = Self::read(entry.record.during.as_ref());
        let to = entry.record.during.as_ref().filter(|during| during.contains('/')).and(life.to);
        Self { to, ..life }
    }

    /// Whether some day certainly belongs to both. Of a span of which one end is open no more is certain
    /// than its other end.
    pub(super) fn overlaps(self, other: Self) -> bool {
        surely_before(self.from.or(self.to), other.to.or(other.from))
            && surely_before(other.from.or(other.to), self.to.or(self.from))
    }
}

/// Whether one moment lies before another one whatever days they mean; never if one of them is only about
/// right, or not known.
pub(super) fn surely_before(one: Option<Moment>, other: Option<Moment>) -> bool {
    one.zip(other).is_some_and(|(one, other)| !one.about() && !other.about() && one.last() < other.first())
}

/// Whether a claim is followed, where `rivals` are the ranks of those that say the same otherwise: one that
/// is known to be wrong is not, nor one beside a preferred one.
pub(super) fn followed(rank: Option<Rank>, mut rivals: impl Iterator<Item = Option<Rank>>) -> bool {
    match rank {
        Some(Rank::Deprecated) => false,
        Some(Rank::Preferred) => true,
        _ => !rivals.any(|rival| rival == Some(Rank::Preferred)),
    }
}

/// The ties of a list that are followed.
pub(super) fn followed_ties(list: &[Tie]) -> impl Iterator<Item = &Tie> {
    let same = |one: &Tie, other: &Tie| {
        one.who == other.who && one.relation == other.relation && one.role == other.role
    };
    list.iter().filter(move |tie| {
        followed(tie.rank, list.iter().filter(|other| same(tie, other)).map(|other| other.rank))
    })
}

/// The word of a tie at which to point for its dates.
pub(super) fn dated(tie: &Tie) -> &Word {
    tie.during.as_ref().unwrap_or(&tie.who)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span::read(Some(&text.into()))
    }

    #[test]
    fn spans_overlap_only_where_no_reading_parts_them() {
        for (one, other, overlap) in [
            ("2010/2014", "2012/2016", true),
            ("2010/2014", "2014/2016", false),
            ("2010-01/2014-06-30", "2014-06-30/2016", false),
            ("2010-01/2014-06-30", "2014-06-29/2016", true),
            ("2010/2014", "2012-05", true),
            ("2010/2014~", "2012/2016", false),
            ("2010/..", "2012/2016", false),
            ("2013/..", "2012/2016", true),
            ("../2013", "2012/2016", true),
            ("2012", "2012", false),
            ("soon", "2012", false),
        ] {
            assert_eq!(span(one).overlaps(span(other)), overlap, "{one} and {other}");
            assert_eq!(span(other).overlaps(span(one)), overlap, "{other} and {one}");
        }
    }

    #[test]
    fn of_rivals_the_preferred_one_is_followed() {
        let ranks = [None, Some(Rank::Preferred), Some(Rank::Deprecated)];
        let kept: Vec<bool> = ranks.iter().map(|&rank| followed(rank, ranks.iter().copied())).collect();
        assert_eq!(kept, [false, true, false]);
        assert!(followed(None, [None, Some(Rank::Deprecated)].into_iter()));
    }
}
