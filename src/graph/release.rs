//! What a release of the data held, kept as prints: of each claim and source a hash of what it is about (its
//! key) and one of all that it says. So it can be told later what is new and what is changed, and how much is
//! gone; the words of what is gone are not kept.
//!
//! A print is made of ids, names of relations, dates, words and sources, with the fields and lists in
//! alphabetical order; where in the files something stands does not matter. The hash is FNV-1a with 64 bits
//! (Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm"), of contents folded to 32: they are only
//! compared with others of the same key. Beside the print of all stand those of its parts, folded to 16, so that
//! it can be told what changed; the first release was kept without them.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::Graph;
use super::id::{ClaimId, SourceId};
use crate::model::date::Date;

crate::vocabulary! {
    /// Sorts of what a release holds.
    pub enum Sort {
        /// Name, dates and summary of an entity.
        Entity = "entities",
        /// A tie.
        Link = "links",
        /// A stance.
        Stance = "stances",
        /// A milestone.
        Milestone = "milestones",
        /// One of several values on which sources disagree.
        Dispute = "disputes",
        /// A publication.
        Source = "sources",
    }
}

/// Something that a release holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Held {
    /// A claim.
    Claim(ClaimId),
    /// A publication.
    Source(SourceId),
}

impl Held {
    /// Its sort.
    pub const fn sort(self) -> Sort {
        match self {
            Self::Claim(ClaimId::Entity(_)) => Sort::Entity,
            Self::Claim(ClaimId::Link(_)) => Sort::Link,
            Self::Claim(ClaimId::Stance(_)) => Sort::Stance,
            Self::Claim(ClaimId::Milestone(_)) => Sort::Milestone,
            Self::Claim(ClaimId::Dispute(..)) => Sort::Dispute,
            Self::Source(_) => Sort::Source,
        }
    }
}

crate::vocabulary! {
    /// What of a claim or source can change.
    pub enum Part {
        /// When it holds, happened or was published.
        Dates = "dates",
        /// Names, titles, summaries, quotes, notes.
        Words = "words",
        /// What it rests on.
        Sources = "sources",
        /// All else: standing, position, kind, country, address.
        Rest = "standing",
    }
}

impl Part {
    /// The part that a field of a record belongs to.
    fn of(field: &str) -> Self {
        match field {
            "during" | "seen" | "on" | "expected" | "published" => Self::Dates,
            "name" | "short" | "names" | "aliases" | "summary" | "status_note" | "role" | "note"
            | "because" | "as" | "gist" | "quote" | "conditions" | "what" | "value" | "title"
            | "publisher" | "author" => Self::Words,
            "sources" => Self::Sources,
            _ => Self::Rest,
        }
    }
}

/// The hash of all that something says, and, where they were kept, those of its parts in the order of
/// [`Part::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Print {
    all: u32,
    parts: Option<[u16; 4]>,
}

impl Print {
    /// The parts in which another differs; none where one of the two was kept without.
    fn changed(self, other: Self) -> Vec<Part> {
        let (Some(ours), Some(theirs)) = (self.parts, other.parts) else { return Vec::new() };
        let both = ours.iter().zip(&theirs).zip(Part::ALL);
        both.filter(|((ours, theirs), _)| ours != theirs).map(|(_, part)| *part).collect()
    }

    /// Reads "1fa398e5" or "1fa398e5 0001000200030004".
    fn parse(text: &str) -> Option<Self> {
        let (all, parts) = text.split_once(' ').map_or((text, None), |(all, parts)| (all, Some(parts)));
        let all = u32::from_str_radix(all, 16).ok()?;
        let Some(parts) = parts else { return Some(Self { all, parts: None }) };
        let parts = (parts.len() == 16).then(|| u64::from_str_radix(parts, 16).ok())??;
        Some(Self { all, parts: Some([48, 32, 16, 0].map(|shift| (parts >> shift) as u16)) })
    }

    fn write(self) -> String {
        let parts = self.parts.map_or(String::new(), |[a, b, c, d]| format!(" {a:04x}{b:04x}{c:04x}{d:04x}"));
        format!("{:08x}{parts}", self.all)
    }
}

/// The prints of a release, by sort and key; several claims may be about the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    prints: HashMap<(Sort, u64), Vec<Print>>,
}

impl Release {
    /// The release that a graph would be.
    pub fn of(graph: &Graph) -> Self {
        let mut release = Self::default();
        for held in held(graph) {
            let (key, content) = print(graph, held);
            release.prints.entry((held.sort(), key)).or_default().push(content);
        }
        release.prints.values_mut().for_each(|contents| contents.sort_unstable());
        release
    }

    /// Reads what [`write`](Self::write) has written; `None` if it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut release = Self::default();
        let mut sort = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(' ') {
                None => sort = Some(Sort::from_name(line)?),
                Some((key, content)) => {
                    let key = u64::from_str_radix(key, 16).ok()?;
                    release.prints.entry((sort?, key)).or_default().push(Print::parse(content)?);
                }
            }
        }
        sort.map(|_| release)
    }

    /// One line a claim or source, below the name of its sort.
    pub fn write(&self, version: &str) -> String {
        let mut text = format!(
            "# What release {version} of the data held, as hashes: of each claim and source its key, all of it, and its \
             dates, words, sources, standing. By `check --release`.\n"
        );
        for &sort in Sort::ALL {
            let of_sort = self.prints.iter().filter(|((other, _), _)| *other == sort);
            let mut prints: Vec<(u64, Print)> = of_sort
                .flat_map(|(&(_, key), contents)| contents.iter().map(move |&content| (key, content)))
                .collect();
            prints.sort_unstable();
            text += sort.name();
            text.push('\n');
            prints.iter().for_each(|(key, print)| text += &format!("{key:016x} {}\n", print.write()));
        }
        text
    }

    fn size(&self, sort: Sort) -> usize {
        self.prints.iter().filter(|((other, _), _)| *other == sort).map(|(_, contents)| contents.len()).sum()
    }
}

/// How much of a sort there was, is, came, changed and went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// In the release.
    pub then: usize,
    /// In the graph.
    pub now: usize,
    /// About something of which the release says nothing, or nothing more than is still said.
    pub new: usize,
    /// About something of which the release says something else.
    pub changed: usize,
    /// In the release alone.
    pub gone: usize,
}

/// What came and what changed since a release.
#[derive(Clone, Debug, Default)]
pub struct Since {
    /// What is new.
    pub new: Vec<Held>,
    /// What says something else than before.
    pub changed: Vec<Held>,
    /// In which parts it changed; nothing where the release was kept without them.
    pub parts: HashMap<Held, Vec<Part>>,
    /// How much, in the order of [`Sort::ALL`].
    pub accounts: Vec<Account>,
}

impl Graph {
    /// What came and what changed since a release.
    ///
    /// Where several claims are about the same, those that stand as they were count first. Of the others, as
    /// many as the release has left are called changed, the earliest first, for what is added is mostly later.
    pub fn since(&self, release: &Release) -> Since {
        let mut left = release.prints.clone();
        let mut others: Vec<(Held, (Sort, u64), Print)> = Vec::new();
        for held in held(self) {
            let (key, content) = print(self, held);
            let key = (held.sort(), key);
            let contents = left.get_mut(&key);
            match contents
                .and_then(|all| Some(all.swap_remove(all.iter().position(|one| one.all == content.all)?)))
            {
                Some(_) => {}
                None => others.push((held, key, content)),
            }
        }
        others.sort_by_cached_key(|&(held, ..)| (self.date_of(held).and_then(Date::first), held));
        let mut since = Since::default();
        for (held, key, content) in others {
            // The one that has most in common with it was the same before.
            let nearest = |all: &mut Vec<Print>| {
                let places = (0..all.len()).rev();
                let place = places.min_by_key(|&place| all[place].changed(content).len())?;
                Some(all.remove(place))
            };
            match left.get_mut(&key).and_then(nearest) {
                Some(before) => {
                    since.changed.push(held);
                    since.parts.insert(held, before.changed(content));
                }
                None => since.new.push(held),
            }
        }
        since.new.sort_unstable();
        since.changed.sort_unstable();
        let gone = Release { prints: left };
        let census = self.census();
        let of = |list: &[Held], sort| list.iter().filter(|held| held.sort() == sort).count();
        let account = |&sort: &Sort| Account {
            then: release.size(sort),
            now: match sort {
                Sort::Entity => census.entities,
                Sort::Link => census.links,
                Sort::Stance => census.stances,
                Sort::Milestone => census.milestones,
                Sort::Dispute => self.claims().filter(|claim| matches!(claim, ClaimId::Dispute(..))).count(),
                Sort::Source => census.sources,
            },
            new: of(&since.new, sort),
            changed: of(&since.changed, sort),
            gone: gone.size(sort),
        };
        since.accounts = Sort::ALL.iter().map(account).collect();
        since
    }
}

impl Graph {
    /// Since when something holds, when it happened or was published.
    pub fn date_of(&self, held: Held) -> Option<Date> {
        match held {
            Held::Claim(ClaimId::Entity(id)) => self.entity(id).during,
            Held::Claim(ClaimId::Link(id)) => {
                let link = self.link(id);
                link.during.or_else(|| link.seen.first().copied())
            }
            Held::Claim(ClaimId::Stance(id)) => Some(self.stance(id).on),
            Held::Claim(ClaimId::Milestone(id)) => Some(self.milestone(id).on),
            Held::Claim(ClaimId::Dispute(..)) => None,
            Held::Source(id) => self.source(id).published,
        }
    }
}

/// Every claim and every source.
fn held(graph: &Graph) -> impl Iterator<Item = Held> {
    graph.claims().map(Held::Claim).chain(graph.source_ids().map(Held::Source))
}

fn print(graph: &Graph, held: Held) -> (u64, Print) {
    let (key, content) = match held {
        Held::Claim(ClaimId::Entity(id)) => {
            let entity = graph.entity(id);
            let kind = ("kind", json!(entity.kind.name()));
            (json!(entity.id()), words(&entity.record, &["id", "disputes"], Some(kind)))
        }
        Held::Claim(ClaimId::Link(id)) => {
            let link = graph.link(id);
            let mut ends = [graph.entity(link.from).id(), graph.entity(link.to).id()];
            if link.relation.symmetric() {
                ends.sort_unstable();
            }
            (json!([link.relation.name(), ends]), words(&link.tie, &["who", "as"], None))
        }
        Held::Claim(ClaimId::Stance(id)) => {
            let record = &graph.stance(id).record;
            (json!(record.id), words(record, &["id"], None))
        }
        Held::Claim(ClaimId::Milestone(id)) => {
            let milestone = graph.milestone(id);
            let key = json!([graph.entity(milestone.entity).id(), milestone.record.kind.name()]);
            (key, words(&milestone.record, &["kind"], None))
        }
        Held::Claim(ClaimId::Dispute(id, number)) => {
            let dispute = &graph.entity(id).record.disputes[usize::from(number)];
            (json!([graph.entity(id).id(), dispute.field]), words(dispute, &["field"], None))
        }
        Held::Source(id) => {
            let record = &graph.source(id).record;
            (json!(record.id), words(record, &["id"], None))
        }
    };
    let all = hash(&content.to_string());
    let part = |part: Part| {
        let of_part = |(field, _): &(&String, &Value)| Part::of(field) == part;
        let said: Vec<(&String, &Value)> =
            content.as_object().into_iter().flatten().filter(of_part).collect();
        let hash = hash(&json!(said).to_string());
        let half = hash ^ (hash >> 32);
        (half ^ (half >> 16)) as u16
    };
    let parts = [Part::Dates, Part::Words, Part::Sources, Part::Rest].map(part);
    (hash(&key.to_string()), Print { all: (all ^ (all >> 32)) as u32, parts: Some(parts) })
}

/// What a record says, without some of its fields: what is written out though it is the rule is left out, and
/// lists of words and records have no order.
fn words(record: &impl Serialize, without: &[&str], with: Option<(&str, Value)>) -> Value {
    let mut value = serde_json::to_value(record).unwrap_or_default();
    if let Value::Object(fields) = &mut value {
        fields.retain(|name, value| {
            let rule = matches!(
                (name.as_str(), value.as_str()),
                ("confidence", Some("Medium")) | ("rank", Some("Normal"))
            );
            !rule && !without.contains(&name.as_str())
        });
        fields.extend(with.map(|(name, value)| (name.to_owned(), value)));
        for list in fields.values_mut().filter_map(Value::as_array_mut) {
            list.sort_by_cached_key(Value::to_string);
        }
    }
    value
}

fn hash(words: &str) -> u64 {
    let step = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    words.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests;
