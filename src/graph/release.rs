//! What a release of the data held, kept as prints: of each claim and source a hash of what it is about (its
//! key) and one of all that it says. So it can be told later what is new and what is changed, and how much is
//! gone; the words of what is gone are not kept.
//!
//! A print is made of ids, names of relations, dates, words and sources, with the fields and lists in
//! alphabetical order; where in the files something stands does not matter. The hash is FNV-1a with 64 bits
//! (Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm"), of contents folded to 32: they are only
//! compared with others of the same key.

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

/// The hash of what something is about, and that of all that it says.
type Print = (u64, u32);

/// The prints of a release, by sort and key; several claims may be about the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Release {
    prints: HashMap<(Sort, u64), Vec<u32>>,
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
                    let content = u32::from_str_radix(content, 16).ok()?;
                    release.prints.entry((sort?, key)).or_default().push(content);
                }
            }
        }
        sort.map(|_| release)
    }

    /// One line a claim or source, below the name of its sort.
    pub fn write(&self, version: &str) -> String {
        let mut text = format!(
            "# What release {version} of the data held: key and content of each claim and source, as hashes. \
             Written by `spacepact check --release`.\n"
        );
        for &sort in Sort::ALL {
            let of_sort = self.prints.iter().filter(|((other, _), _)| *other == sort);
            let mut prints: Vec<Print> = of_sort
                .flat_map(|(&(_, key), contents)| contents.iter().map(move |&content| (key, content)))
                .collect();
            prints.sort_unstable();
            text += sort.name();
            text.push('\n');
            prints.iter().for_each(|(key, content)| text += &format!("{key:016x} {content:08x}\n"));
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
        let mut others: Vec<(Held, (Sort, u64))> = Vec::new();
        for held in held(self) {
            let (key, content) = print(self, held);
            let key = (held.sort(), key);
            let contents = left.get_mut(&key);
            match contents.and_then(|all| Some(all.swap_remove(all.iter().position(|&one| one == content)?)))
            {
                Some(_) => {}
                None => others.push((held, key)),
            }
        }
        others.sort_by_cached_key(|&(held, _)| (self.date_of(held).and_then(Date::first), held));
        let mut since = Since::default();
        for (held, key) in others {
            match left.get_mut(&key).and_then(Vec::pop) {
                Some(_) => since.changed.push(held),
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

fn print(graph: &Graph, held: Held) -> Print {
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
    let content = hash(&content.to_string());
    (hash(&key.to_string()), (content ^ (content >> 32)) as u32)
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
