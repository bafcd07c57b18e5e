//! Records → graph.
//!
//! What cannot be resolved is left out here without a word: [`crate::dataset::rule`] has said it all.

use std::collections::HashMap;

use super::claim::{Cite, Claim};
use super::id::{ClaimId, EntityId, LinkId, MilestoneId, SourceId, StanceId};
use super::{Arc, Entity, Graph, Link, Milestone, Rows, Source, Stance};
use crate::dataset::Dataset;
use crate::model::citation::Citation;
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneRecord;
use crate::model::record::{Group, Record, Tie};
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Rank, Rung};
use crate::model::word::Word;

impl Graph {
    /// Builds the graph of a dataset.
    pub fn build(dataset: Dataset) -> Self {
        let mut builder = Builder::new(dataset.manifest);
        for placed in dataset.sources {
            builder.source(placed.record);
        }
        let mut rest = Vec::with_capacity(dataset.entries.len());
        for (number, entry) in dataset.entries.iter().enumerate() {
            builder.graph.names.entry((*entry.record.id).into()).or_insert(EntityId(number as u32));
        }
        for mut entry in dataset.entries {
            rest.push(take_lists(&mut entry.record));
            builder.entity(entry.kind, entry.record);
        }
        builder.tell_apart();
        for (number, lists) in rest.into_iter().enumerate() {
            let owner = EntityId(number as u32);
            for (group, tie) in lists.ties {
                builder.link(owner, group, tie);
            }
            for milestone in lists.milestones {
                builder.milestone(owner, milestone);
            }
        }
        let mut stances: Vec<Stance> =
            dataset.stances.into_iter().filter_map(|placed| builder.stance(placed.record)).collect();
        stances.sort_by(|a, b| a.day().cmp(&b.day()).then_with(|| a.record.id.as_str().cmp(&b.record.id)));
        builder.graph.stances = stances;
        builder.rungs();
        builder.traces();
        builder.index();
        builder.graph
    }
}

struct Lists {
    ties: Vec<(Group, Tie)>,
    milestones: Vec<MilestoneRecord>,
}

fn take_lists(record: &mut Record) -> Lists {
    let mut ties = Vec::new();
    for &group in Group::ALL {
        ties.extend(std::mem::take(record.group_mut(group)).into_iter().map(|tie| (group, tie)));
    }
    Lists { ties, milestones: std::mem::take(&mut record.milestones) }
}

fn date(word: Option<&Word>) -> Option<Date> {
    word.and_then(|word| word.parse().ok())
}

struct Builder {
    graph: Graph,
    sources: HashMap<Box<str>, SourceId>,
}

impl Builder {
    fn new(manifest: crate::dataset::Manifest) -> Self {
        let as_of = date(Some(&manifest.as_of)).and_then(Date::last);
        let graph = Graph { manifest, as_of, ..Graph::default() };
        Self { graph, sources: HashMap::new() }
    }

    fn source(&mut self, record: crate::model::source::SourceRecord) {
        let id = SourceId(self.graph.sources.len() as u32);
        self.sources.entry((*record.id).into()).or_insert(id);
        let published = date(record.published.as_ref());
        self.graph.sources.push(Source { published, record });
    }

    fn claim(
        &self,
        cited: &[Citation],
        confidence: Option<Confidence>,
        rank: Option<Rank>,
        because: Option<&Word>,
    ) -> Claim {
        let text = |word: &Word| -> Box<str> { (**word).into() };
        let mut cites: Vec<Cite> = Vec::with_capacity(cited.len());
        for citation in cited {
            let Some(&source) = self.sources.get(&*citation.source) else { continue };
            let cite =
                Cite { source, at: citation.at.as_ref().map(text), quote: citation.quote.as_ref().map(text) };
            // A record that was laid over another may cite the same place again.
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        let published = |cite: &Cite| self.graph.source(cite.source).published.and_then(Date::first);
        Claim {
            known: cites.iter().filter_map(published).min(),
            cites,
            confidence: confidence.unwrap_or(Confidence::Medium),
            rank: rank.unwrap_or(Rank::Normal),
            because: because.map(text),
        }
    }

    fn entity(&mut self, kind: Kind, record: Record) {
        let claim = self.claim(&record.sources, record.confidence, None, None);
        let disputes = record
            .disputes
            .iter()
            .map(|dispute| {
                let strong = |cited: &Citation| {
                    let source = self.sources.get(&*cited.source);
                    source.is_some_and(|&id| self.graph.source(id).record.weak.is_none())
                };
                // A dispute states no confidence of its own.
                let low = (!dispute.sources.iter().any(strong)).then_some(Confidence::Low);
                self.claim(&dispute.sources, low, dispute.rank, dispute.because.as_ref())
            })
            .collect();
        let entity = Entity {
            kind,
            country: record.country.as_ref().and_then(|id| self.graph.find(id)),
            topics: record.topics.iter().filter_map(|id| self.graph.find(id)).collect(),
            during: date(record.during.as_ref()),
            traced: None,
            told_apart: None,
            claim,
            disputes,
            record,
        };
        self.graph.entities.push(entity);
    }

    /// Gives bodies of different countries that have one short name the country with it.
    fn tell_apart(&mut self) {
        let graph = &self.graph;
        let bodies = graph.entities.iter().enumerate().filter(|(_, entity)| entity.kind.is_body());
        let mut alike: HashMap<&str, Vec<(usize, EntityId)>> = HashMap::new();
        for (place, entity) in bodies {
            if let Some(country) = entity.country {
                alike.entry(entity.given()).or_default().push((place, country));
            }
        }
        let several = |all: &Vec<(usize, EntityId)>| all.iter().any(|(_, country)| *country != all[0].1);
        let told: Vec<(usize, String)> = alike
            .into_iter()
            .filter(|(_, all)| several(all))
            .flat_map(|(short, all)| all.into_iter().map(move |(place, country)| (place, country, short)))
            .map(|(place, country, short)| (place, format!("{short} ({})", graph.entity(country).code())))
            .collect();
        for (place, name) in told {
            self.graph.entities[place].told_apart = Some(name.into());
        }
    }

    fn link(&mut self, owner: EntityId, group: Group, tie: Tie) {
        let Some(other) = self.graph.find(&tie.who).filter(|&other| other != owner) else {
            return;
        };
        let (from, to) = if group.inward() { (other, owner) } else { (owner, other) };
        let claim = self.claim(&tie.sources, tie.confidence, tie.rank, tie.because.as_ref());
        self.graph.links.push(Link {
            from,
            to,
            relation: tie.relation.unwrap_or(group.relation()),
            during: date(tie.during.as_ref()),
            seen: tie.seen.iter().filter_map(|word| date(Some(word))).collect(),
            rung: None,
            claim,
            tie,
            owner,
            group,
        });
    }

    fn milestone(&mut self, entity: EntityId, record: MilestoneRecord) {
        let Some(on) = date(Some(&record.on)) else {
            return;
        };
        let claim = self.claim(&record.sources, record.confidence, record.rank, record.because.as_ref());
        let expected = date(record.expected.as_ref());
        self.graph.milestones.push(Milestone { entity, on, expected, claim, record });
    }

    fn stance(&self, record: crate::model::stance::StanceRecord) -> Option<Stance> {
        let find = |word: &Word| self.graph.find(word);
        Some(Stance {
            holder: find(&record.holder)?,
            body: record.body.as_ref().and_then(find),
            about: find(&record.about)?,
            toward: record.toward.as_ref().and_then(find),
            on: date(Some(&record.on))?,
            claim: self.claim(&record.sources, record.confidence, record.rank, record.because.as_ref()),
            record,
        })
    }

    /// How far each link goes: as it says itself, as its agreement says, or as its relation says.
    fn rungs(&mut self) {
        for number in 0..self.graph.links.len() {
            let link = &self.graph.links[number];
            let target = self.graph.entity(link.to);
            let by_instrument = match link.relation {
                Relation::Signed | Relation::PartyTo => match target.kind {
                    Kind::Agreement => {
                        target.record.instrument.and_then(crate::model::standing::Instrument::rung)
                    }
                    _ => Some(Rung::Agreement),
                },
                relation => relation.rung(),
            };
            self.graph.links[number].rung = link.tie.rung.or(by_instrument);
        }
    }

    /// Since when there is a trace of each entity: for what is built or run the earliest of its dates,
    /// for the others their own date, or the earliest of what they did if they have none. States are
    /// always there.
    fn traces(&mut self) {
        let graph = &mut self.graph;
        let known: Vec<bool> = graph.entities.iter().map(|entity| entity.during.is_some()).collect();
        for entity in &mut graph.entities {
            entity.traced = entity.during.and_then(Date::first);
        }
        let milestones = graph.milestones.iter().map(|milestone| (milestone.entity, milestone.on.first()));
        let ties = graph.links.iter().flat_map(|link| {
            let since = link.during.or_else(|| link.seen.first().copied()).and_then(Date::first);
            [(link.to, since), (link.from, since)]
        });
        let said = graph.stances.iter().map(|stance| (stance.holder, stance.on.first()));
        let found: Vec<(EntityId, Option<Day>)> = milestones.chain(ties).chain(said).collect();
        for (id, day) in found {
            let entity = &mut graph.entities[id.index()];
            let open = matches!(
                entity.kind,
                Kind::Mission
                    | Kind::Programme
                    | Kind::Station
                    | Kind::Element
                    | Kind::Facility
                    | Kind::Topic
            ) || !known[id.index()];
            if let Some(day) = day.filter(|_| open && entity.kind != Kind::State) {
                entity.traced = Some(entity.traced.map_or(day, |traced| traced.min(day)));
            }
        }
    }

    fn index(&mut self) {
        let graph = &mut self.graph;
        let rows = graph.entities.len();
        graph.arcs = Rows::new(arcs(graph));

        let mut on_topic: Vec<Vec<EntityId>> = vec![Vec::new(); rows];
        for id in graph.entity_ids() {
            for topic in &graph.entity(id).topics {
                on_topic[topic.index()].push(id);
            }
        }
        graph.on_topic = Rows::new(on_topic);

        let mut of: Vec<Vec<MilestoneId>> = vec![Vec::new(); rows];
        for id in graph.milestone_ids() {
            of[graph.milestone(id).entity.index()].push(id);
        }
        for row in &mut of {
            row.sort_by_key(|&id| (graph.milestone(id).on.first(), id));
        }
        graph.milestones_of = Rows::new(of);

        let mut by: Vec<Vec<StanceId>> = vec![Vec::new(); rows];
        let mut about = by.clone();
        let mut toward = by.clone();
        for id in graph.stance_ids() {
            let stance = graph.stance(id);
            by[stance.holder.index()].push(id);
            if let Some(body) = stance.body.filter(|&body| body != stance.holder) {
                by[body.index()].push(id);
            }
            for issue in issues(graph, stance.about) {
                about[issue.index()].push(id);
            }
            if let Some(other) = stance.toward {
                toward[other.index()].push(id);
            }
        }
        graph.stances_by = Rows::new(by);
        graph.stances_about = Rows::new(about);
        graph.stances_toward = Rows::new(toward);

        let mut on: Vec<Vec<ClaimId>> = vec![Vec::new(); graph.sources.len()];
        for id in graph.claims() {
            let mut sources: Vec<SourceId> = graph.claim(id).sources().collect();
            sources.sort_unstable();
            sources.dedup();
            for source in sources {
                on[source.index()].push(id);
            }
        }
        graph.claims_on = Rows::new(on);
    }
}

fn arcs(graph: &Graph) -> Vec<Vec<Arc>> {
    let mut rows: Vec<Vec<Arc>> = vec![Vec::new(); graph.entities.len()];
    for id in graph.link_ids() {
        let link = graph.link(id);
        let relation = link.relation;
        rows[link.from.index()].push(Arc { relation, outward: true, other: link.to, link: id });
        rows[link.to.index()].push(Arc { relation, outward: false, other: link.from, link: id });
    }
    let start = |link: LinkId| -> Option<Day> {
        let link = graph.link(link);
        link.during.or_else(|| link.seen.first().copied()).and_then(Date::first)
    };
    for row in &mut rows {
        row.sort_by_cached_key(|arc| {
            let inward = !arc.outward && !arc.relation.symmetric();
            let since = start(arc.link);
            (arc.relation, inward, since.is_none(), since, graph.entity(arc.other).short(), arc.link)
        });
    }
    rows
}

/// What a stance about something is also about: the thing itself, and what it is a part of if it is a
/// topic, an agreement or an element.
fn issues(graph: &Graph, about: EntityId) -> Vec<EntityId> {
    let mut issues = vec![about];
    if matches!(graph.entity(about).kind, Kind::Topic | Kind::Agreement | Kind::Element) {
        let wholes = graph.arcs(about).iter().filter(|arc| arc.outward && arc.relation == Relation::PartOf);
        issues.extend(wholes.map(|arc| arc.other));
    }
    issues.sort_unstable();
    issues.dedup();
    issues
}
