//! An entity as written in its data file.

use serde::{Deserialize, Serialize};

use super::citation::Citation;
use super::milestone::MilestoneRecord;
use super::relation::Relation;
use super::standing::{Confidence, Instrument, Level, Rank, Rung, Status};
use super::word::Word;

/// A further name of an entity.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// The name, in its own script.
    pub text: Word,
    /// Language, ISO 639-1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Word>,
    /// Whether the name is no longer used.
    #[serde(default, skip_serializing_if = "is_false")]
    pub former: bool,
}

/// Where an entity sits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// The town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Word>,
    /// Latitude and longitude in degrees, north and east positive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<(f64, f64)>,
}

/// A value of an attribute on which sources disagree.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// The attribute, in words: "founded", "signatories".
    pub field: Word,
    /// The value that these sources give.
    pub value: Word,
    /// Standing among the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// Why it has that rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Word>,
    /// What the value rests on.
    #[serde(default)]
    pub sources: Vec<Citation>,
}

/// A tie as its owner writes it: the other end, how, since when, on what ground.
///
/// The owner is one end; which one, and which relation is meant where none is named, follows from the
/// [`Group`] in which the tie is listed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// The other end. `at` and `on` and `of` say the same where they read better.
    #[serde(alias = "at", alias = "on", alias = "of")]
    pub who: Word,
    /// The relation, if it is not the usual one of the group.
    #[serde(default, rename = "as", skip_serializing_if = "Option::is_none")]
    pub relation: Option<Relation>,
    /// What is provided, or the title held.
    #[serde(default, alias = "title", skip_serializing_if = "Option::is_none")]
    pub role: Option<Word>,
    /// From when to when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<Word>,
    /// Dates at which a source saw it hold, where start and end are not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Word>,
    /// Who really signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// How far the tie goes, if not as far as the relation or the agreement says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Rung>,
    /// State of the tie, in a few words: "signed, not ratified".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Word>,
    /// What else a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Word>,
    /// Whether it was composed from other facts rather than read as a sentence.
    #[serde(default, skip_serializing_if = "is_false")]
    pub derived: bool,
    /// How sure we are; medium if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Standing among contradicting claims.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<Rank>,
    /// Why it has that rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<Word>,
    /// What it rests on.
    #[serde(default)]
    pub sources: Vec<Citation>,
}

/// A record as written in `data/<kind>/`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Identifier, unique in the dataset, lower case with hyphens.
    pub id: Word,
    /// Full name in English, or the name it is known by.
    #[serde(default)]
    pub name: Word,
    /// Short name or acronym.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Word>,
    /// Names in other languages and scripts, former names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Name>,
    /// Other spellings people search for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Word>,
    /// The state it belongs to: id of a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Word>,
    /// Where it sits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<Seat>,
    /// From when to when it exists; for a mission the flight, for an agreement its force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<Word>,
    /// State it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What the status leaves unsaid, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_note: Option<Word>,
    /// Form of an agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Who signed an agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Topics it touches: ids of topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Word>,
    /// Own web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Word>,
    /// What it is, in one or two plain sentences.
    #[serde(default)]
    pub summary: Word,
    /// How sure we are of name and summary; medium if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What name, summary and dates rest on.
    #[serde(default)]
    pub sources: Vec<Citation>,
    /// Attributes on which sources disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputes: Vec<Dispute>,
    /// Who leads, builds, pays, launches, runs it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Tie>,
    /// Who signed it or is bound by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Tie>,
    /// Who is a member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Tie>,
    /// What it is a part of, or covered by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_of: Vec<Tie>,
    /// What it comes after.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succeeds: Vec<Tie>,
    /// The state of its seat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub located_in: Vec<Tie>,
    /// Agreements with other bodies that have no record of their own, joint training.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// What it bars or limits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub restricts: Vec<Tie>,
    /// Offices of a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Tie>,
    /// Employers of a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<Tie>,
    /// Flights of a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flights: Vec<Tie>,
    /// Where a person trained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub training: Vec<Tie>,
    /// Dated events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<MilestoneRecord>,
}

macro_rules! groups {
    ($( #[doc = $doc:literal] $member:ident, $field:ident, $relation:ident, $inward:literal; )+) => {
        crate::vocabulary! {
            /// A list of ties in a record.
            pub enum Group {
                $( #[doc = $doc] $member = stringify!($field) ),+
            }
        }

        impl Group {
            /// The relation meant where a tie names none.
            pub const fn relation(self) -> Relation {
                match self { $(Self::$member => Relation::$relation),+ }
            }

            /// Whether the tie runs from the other end to the owner: "ESA leads this".
            pub const fn inward(self) -> bool {
                match self { $(Self::$member => $inward),+ }
            }
        }

        impl Record {
            /// The ties of one group.
            pub fn group(&self, group: Group) -> &Vec<Tie> {
                match group { $(Group::$member => &self.$field),+ }
            }

            /// The ties of one group, to add to.
            pub fn group_mut(&mut self, group: Group) -> &mut Vec<Tie> {
                match group { $(Group::$member => &mut self.$field),+ }
            }
        }
    };
}

groups! {
    /// Who leads, builds, pays, launches, runs it.
    Partners, partners, ParticipatesIn, true;
    /// Who signed it or is bound by it.
    Parties, parties, Signed, true;
    /// Who is a member.
    Members, members, MemberOf, true;
    /// What it is a part of.
    PartOf, part_of, PartOf, false;
    /// What it comes after.
    Succeeds, succeeds, Succeeds, false;
    /// The state of its seat.
    LocatedIn, located_in, LocatedIn, false;
    /// Agreements and training with others.
    Ties, ties, AgreementWith, false;
    /// What it bars or limits.
    Restricts, restricts, Restricts, false;
    /// Offices held.
    Offices, offices, HoldsOfficeAt, false;
    /// Employers.
    Work, work, EmployedBy, false;
    /// Flights.
    Flights, flights, CrewOf, false;
    /// Where a person trained.
    Training, training, TrainsWith, false;
}

impl Record {
    /// Every tie with the group in which it is listed.
    pub fn all_ties(&self) -> impl Iterator<Item = (Group, &Tie)> {
        Group::ALL.iter().flat_map(move |&group| self.group(group).iter().map(move |tie| (group, tie)))
    }

    /// Adds what another record with the same id says: its lists are appended, its single values
    /// replace ours where it gives one.
    pub fn extend(&mut self, more: Self) {
        fn take<T>(ours: &mut Option<T>, theirs: Option<T>) {
            if theirs.is_some() {
                *ours = theirs;
            }
        }
        if !more.name.is_empty() {
            self.name = more.name.clone();
        }
        if !more.summary.is_empty() {
            self.summary = more.summary.clone();
        }
        for &group in Group::ALL {
            self.group_mut(group).extend_from_slice(more.group(group));
        }
        take(&mut self.short, more.short);
        take(&mut self.country, more.country);
        take(&mut self.seat, more.seat);
        take(&mut self.during, more.during);
        take(&mut self.status, more.status);
        take(&mut self.status_note, more.status_note);
        take(&mut self.instrument, more.instrument);
        take(&mut self.level, more.level);
        take(&mut self.website, more.website);
        take(&mut self.confidence, more.confidence);
        self.names.extend(more.names);
        self.aliases.extend(more.aliases);
        self.topics.extend(more.topics);
        self.sources.extend(more.sources);
        self.disputes.extend(more.disputes);
        self.milestones.extend(more.milestones);
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
