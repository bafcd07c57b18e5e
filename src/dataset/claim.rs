//! Everything that a dataset claims, and every date it gives, whatever record it is written in.

use super::Dataset;
use super::location::Place;
use crate::model::citation::Citation;
use crate::model::standing::{Confidence, Status};
use crate::model::word::Word;

/// A claim as a rule sees it.
pub(super) struct Claim<'d> {
    /// What it is: a record, a tie, a milestone, a dispute or a stance.
    pub what: &'static str,
    /// The word at which to point when something is wrong with it.
    pub word: &'d Word,
    /// The record around it.
    pub around: Place,
    /// What it rests on.
    pub sources: &'d [Citation],
    /// How sure its author is.
    pub confidence: Option<Confidence>,
    /// From when to when it holds, or when it is to come true.
    pub dates: Option<&'d Word>,
    /// Whether it is of something that is yet to come.
    pub planned: bool,
}

impl Claim<'_> {
    /// What it is, with a word of it: `the tie to "esa"`.
    pub(super) fn subject(&self) -> String {
        match self.what {
            "tie" => format!("the tie to \"{}\"", self.word),
            "milestone" => format!("the milestone of \"{}\"", self.word),
            what => format!("the {what} \"{}\"", self.word),
        }
    }
}

impl Dataset {
    /// Every claim.
    pub(super) fn claims(&self) -> impl Iterator<Item = Claim<'_>> {
        let of_entities = self.entries.iter().flat_map(|entry| {
            let record = &entry.record;
            let planned =
                matches!(record.status, Some(Status::Proposed | Status::Planned | Status::Development));
            let claim = |what, word, sources, confidence, dates| Claim {
                what,
                word,
                around: entry.place,
                sources,
                confidence,
                dates,
                planned: false,
            };
            let itself = claim(
                "record",
                &record.id,
                record.sources.as_slice(),
                record.confidence,
                record.during.as_ref(),
            );
            let itself = Claim { planned, ..itself };
            // Where there are no sources, they may be the part that could not be read.
            let itself = (!entry.partial || !record.sources.is_empty()).then_some(itself);
            let ties = record.all_ties().map(move |(_, tie)| {
                claim("tie", &tie.who, tie.sources.as_slice(), tie.confidence, tie.during.as_ref())
            });
            let milestones = record.milestones.iter().map(move |it| {
                claim("milestone", &it.on, it.sources.as_slice(), it.confidence, it.expected.as_ref())
            });
            let disputes = record
                .disputes
                .iter()
                .map(move |it| claim("disputed value", &it.value, it.sources.as_slice(), None, None));
            itself.into_iter().chain(ties).chain(milestones).chain(disputes)
        });
        let of_stances = self.stances.iter().map(|stance| Claim {
            what: "stance",
            word: &stance.record.id,
            around: stance.place,
            sources: &stance.record.sources,
            confidence: stance.record.confidence,
            dates: None,
            planned: false,
        });
        of_entities.chain(of_stances)
    }

    /// Every word that is meant as a date, with the record around it.
    pub(super) fn dates(&self) -> impl Iterator<Item = (&Word, Place)> {
        let of_entities = self.entries.iter().flat_map(|entry| {
            let record = &entry.record;
            let ties = record.all_ties().flat_map(|(_, tie)| tie.during.iter().chain(&tie.seen));
            let milestones =
                record.milestones.iter().flat_map(|it| std::iter::once(&it.on).chain(&it.expected));
            let all = record.during.iter().chain(ties).chain(milestones);
            all.map(|word| (word, entry.place))
        });
        let of_stances = self.stances.iter().map(|stance| (&stance.record.on, stance.place));
        let of_sources = self
            .sources
            .iter()
            .flat_map(|source| source.record.published.iter().map(|word| (word, source.place)));
        let of_manifest = std::iter::once((&self.manifest.as_of, Place::default()));
        of_entities.chain(of_stances).chain(of_sources).chain(of_manifest)
    }
}
