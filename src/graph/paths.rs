//! How two entities are connected: the best paths between them that differ from each other.
//!
//! A hop is all that ties two entities. It is the dearer the less it says: weak rungs, doubtful claims, ties
//! that are over. Who is tied to everybody is dear to pass, so that "both are members of the United
//! Nations" loses against a mission of three.

pub mod yen;

use super::Arc;
use super::era::{Phase, Seen};
use super::id::{EntityId, LinkId};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Rung};
use yen::Net;

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Where paths begin.
    pub from: EntityId,
    /// Where they end.
    pub to: EntityId,
    /// What they must not pass.
    pub without: &'a [EntityId],
    /// What they must pass, in any order.
    pub via: &'a [EntityId],
    /// How far each tie must go at least.
    pub rung: Option<Rung>,
    /// Whether an entity may be passed.
    pub keep: &'a dyn Fn(EntityId) -> bool,
    /// How many paths are wanted.
    pub most: usize,
}

/// All that ties two neighbours on a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The one where the hop begins.
    pub from: EntityId,
    /// The one where it ends.
    pub to: EntityId,
    /// The links, the best first.
    pub links: Vec<LinkId>,
}

/// A path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The hops, from start to goal.
    pub hops: Vec<Hop>,
    /// What it costs, in thousandths of a hop.
    pub cost: u64,
}

impl Route {
    /// The entities on the path, both ends included.
    pub fn stops(&self) -> Vec<EntityId> {
        self.hops.first().map(|hop| hop.from).into_iter().chain(self.hops.iter().map(|hop| hop.to)).collect()
    }

    /// The entities between both ends.
    pub fn between(&self) -> Vec<EntityId> {
        self.hops.iter().skip(1).map(|hop| hop.from).collect()
    }

    /// The lowest confidence of its hops, each as good as its best link.
    pub fn confidence(&self, seen: Seen<'_>) -> Option<Confidence> {
        let best = |hop: &Hop| hop.links.first().map(|&link| seen.graph().link(link).claim.confidence);
        self.hops.iter().filter_map(best).min()
    }

    /// How far the hop goes that goes least far; `None` if one is no cooperation at all.
    pub fn rung(&self, seen: Seen<'_>) -> Option<Rung> {
        let far = |hop: &Hop| hop.links.first().and_then(|&link| seen.graph().link(link).rung);
        self.hops.iter().map(far).min().flatten()
    }

    /// Where it stands in time: as the hop that holds least.
    pub fn phase(&self, seen: Seen<'_>) -> Phase {
        let phases = self.hops.iter().filter_map(|hop| Some(seen.tie_phase(*hop.links.first()?)));
        phases.reduce(Phase::weaker).unwrap_or(Phase::Undated)
    }
}

/// How many paths are looked at, cheapest first, for those that differ.
const LOOKED_AT: usize = 400;
/// How many paths of each leg are put together where some entity must be passed.
const LEGS: usize = 40;
/// So many are shown even if they differ little.
const AT_LEAST: usize = 3;

/// The best paths that differ, cheapest first.
pub fn routes(seen: Seen<'_>, ask: &Ask<'_>) -> Vec<Route> {
    let ways = Ways::new(seen, ask);
    let found = if ask.via.is_empty() {
        let paths = ways.net.paths(ask.from.0, ask.to.0).take(LOOKED_AT);
        distinct(paths.map(|path| (path.cost, path.nodes)), ask.most)
    } else {
        let mut found = ways.through(ask);
        found.sort();
        found.dedup();
        distinct(found.into_iter(), ask.most)
    };
    found.into_iter().map(|(cost, nodes)| ways.route(cost, &nodes)).collect()
}

/// Takes paths in their order, but only those that share less than half of what lies between with each one
/// taken before: the k shortest paths with limited overlap of T. Chondrogiannis et al. (SIGSPATIAL 2015).
/// Where that leaves too few, the best of the others are added, if they are no long detours.
fn distinct(paths: impl Iterator<Item = (u64, Vec<u32>)>, most: usize) -> Vec<(u64, Vec<u32>)> {
    let mut taken: Vec<(u64, Vec<u32>)> = Vec::new();
    let mut alike = Vec::new();
    for path in paths {
        if taken.len() == most {
            break;
        }
        if taken.iter().any(|other| overlaps(inner(&other.1), inner(&path.1))) {
            if alike.len() < most {
                alike.push(path);
            }
        } else {
            taken.push(path);
        }
    }
    let missing = most.min(AT_LEAST).saturating_sub(taken.len());
    let dear = taken.first().map_or(0, |best| 2 * best.0);
    taken.extend(alike.into_iter().filter(|path| path.0 <= dear).take(missing));
    taken.sort();
    taken
}

fn inner(nodes: &[u32]) -> &[u32] {
    nodes.get(1..nodes.len() - 1).unwrap_or_default()
}

fn overlaps(a: &[u32], b: &[u32]) -> bool {
    let shared = a.iter().filter(|node| b.contains(node)).count();
    shared > 0 && 2 * shared >= a.len().min(b.len())
}

/// The graph as a net of hops.
struct Ways<'a> {
    seen: Seen<'a>,
    rung: Option<Rung>,
    /// By number, the entities that may be passed.
    open: Vec<bool>,
    net: Net,
}

/// A link to another entity, with what it costs.
type Step = (EntityId, u32, LinkId);

impl<'a> Ways<'a> {
    fn new(seen: Seen<'a>, ask: &Ask<'_>) -> Self {
        let graph = seen.graph();
        let named = |id: EntityId| id == ask.from || id == ask.to || ask.via.contains(&id);
        let open =
            |id: EntityId| seen.shows(id) && !ask.without.contains(&id) && (named(id) || (ask.keep)(id));
        let open: Vec<bool> = graph.entity_ids().map(open).collect();
        let mut ways = Self { seen, rung: ask.rung, net: Net::new(open.len()), open };
        for from in graph.entity_ids().filter(|id| ways.open[id.index()]) {
            for same in ways.steps(from).chunk_by(|one, next| one.0 == next.0) {
                let (to, cost, _) = same[0];
                let hub = if to == ask.to { 0 } else { crowded(seen, to) };
                ways.net.step(from.0, to.0, HOP + cost + hub);
            }
        }
        ways
    }

    /// The links from an entity, those to the same one side by side, the best first.
    fn steps(&self, from: EntityId) -> Vec<Step> {
        let graph = self.seen.graph();
        let leads = |arc: &Arc| {
            self.open[arc.other.index()]
                && connects(arc.relation)
                && (self.rung.is_none() || graph.link(arc.link).rung >= self.rung)
                && self.seen.shows_link(arc.link)
        };
        let arcs = graph.arcs(from).iter().filter(|arc| leads(arc));
        let mut steps: Vec<Step> = arcs.map(|arc| (arc.other, dear(self.seen, arc.link), arc.link)).collect();
        steps.sort_unstable();
        steps
    }

    /// Paths that pass some entities: for each order of these, the best legs from one to the next, put
    /// together where they meet nowhere else.
    fn through(&self, ask: &Ask<'_>) -> Vec<(u64, Vec<u32>)> {
        let mut found = Vec::new();
        for order in orders(ask.via) {
            let stops: Vec<u32> =
                [&[ask.from], order.as_slice(), &[ask.to]].concat().iter().map(|id| id.0).collect();
            let mut begun: Vec<(u64, Vec<u32>)> = vec![(0, vec![ask.from.0])];
            for leg in stops.windows(2) {
                let legs: Vec<yen::Path> = self.net.paths(leg[0], leg[1]).take(LEGS).collect();
                let mut longer = Vec::new();
                for (cost, nodes) in &begun {
                    let fresh = |leg: &&yen::Path| leg.nodes[1..].iter().all(|node| !nodes.contains(node));
                    longer.extend(
                        legs.iter()
                            .filter(fresh)
                            .map(|leg| (cost + leg.cost, [nodes.as_slice(), &leg.nodes[1..]].concat())),
                    );
                }
                longer.sort();
                longer.truncate(LOOKED_AT);
                begun = longer;
            }
            found.extend(begun);
        }
        found
    }

    fn route(&self, cost: u64, nodes: &[u32]) -> Route {
        let hop = |pair: &[u32]| {
            let (from, to) = (EntityId(pair[0]), EntityId(pair[1]));
            let there = self.steps(from).into_iter().filter(|step| step.0 == to);
            Hop { from, to, links: there.map(|(.., link)| link).collect() }
        };
        Route { hops: nodes.windows(2).map(hop).collect(), cost }
    }
}

/// All orders of a few entities; of many, only the one given.
fn orders(ids: &[EntityId]) -> Vec<Vec<EntityId>> {
    match ids {
        [] => vec![Vec::new()],
        many if many.len() > 4 => vec![many.to_vec()],
        few => (0..few.len())
            .flat_map(|first| {
                let rest: Vec<EntityId> =
                    few.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, &id)| id).collect();
                orders(&rest).into_iter().map(move |tail| [&[few[first]], tail.as_slice()].concat())
            })
            .collect(),
    }
}

/// What a hop costs before anything speaks against it.
const HOP: u32 = 1000;

/// Whether a link connects its ends. A seat in the same country does not, and what bars or left something
/// parts rather than connects.
pub const fn connects(relation: Relation) -> bool {
    !matches!(relation, Relation::LocatedIn | Relation::Restricts | Relation::WithdrewFrom)
}

/// What makes a link dearer than the best one can be.
fn dear(seen: Seen<'_>, id: LinkId) -> u32 {
    let link = seen.graph().link(id);
    let rung = match link.rung {
        Some(Rung::Crew | Rung::Mission) => 0,
        Some(Rung::Treaty | Rung::Agreement) => 250,
        Some(Rung::Memorandum) => 400,
        Some(Rung::Intent) => 900,
        None => 1000,
    };
    let confidence = match link.claim.confidence {
        Confidence::High => 0,
        Confidence::Medium => 100,
        Confidence::Low => 500,
    };
    let phase = match seen.tie_phase(id) {
        Phase::Active | Phase::Undated => 0,
        Phase::Ahead => 600,
        Phase::Ended => 800,
    };
    // Who launches for money need not know the passengers.
    let bought = if matches!(link.relation, Relation::Launches | Relation::Funds) { 600 } else { 0 };
    rung + confidence + phase + bought
}

/// What it costs to pass an entity: the logarithm of its degree, weighted by what belonging to it says.
fn crowded(seen: Seen<'_>, id: EntityId) -> u32 {
    let degree = seen.graph().degree(id).max(1) as u128;
    // The logarithm to the base 2 in eighths, in whole numbers, so that it is the same everywhere.
    let eighths = degree.min(u128::from(u16::MAX)).pow(8).checked_ilog2().unwrap_or(0);
    let weight = match seen.graph().entity(id).kind {
        Kind::Agreement => 60,
        Kind::Person | Kind::Company => 70,
        Kind::Organisation | Kind::State => 90,
        Kind::Topic => 150,
        // Who works and what is worked on: there the way is meant to lead.
        _ => 40,
    };
    eighths * weight
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Input, read};
    use crate::graph::{Era, Graph};

    fn graph() -> Graph {
        Graph::build(read(&Input::folder("tests/fixtures/tiny")).0)
    }

    fn ways(graph: &Graph, [from, to]: [&str; 2], without: &[&str], via: &[&str]) -> Vec<String> {
        let find = |id: &str| graph.find(id).unwrap();
        let ids = |names: &[&str]| names.iter().map(|id| find(id)).collect::<Vec<_>>();
        let (without, via) = (ids(without), ids(via));
        let (from, to) = (find(from), find(to));
        let ask = Ask { from, to, without: &without, via: &via, rung: None, keep: &|_| true, most: 5 };
        let named = |route: &Route| {
            route.stops().iter().map(|&id| graph.entity(id).id().to_owned()).collect::<Vec<_>>().join(" ")
        };
        routes(graph.at(Era::default()), &ask).iter().map(named).collect()
    }

    #[test]
    fn paths_differ_and_obey_what_they_must_and_must_not_pass() {
        let graph = graph();
        let all = ways(&graph, ["esa", "nasa"], &[], &[]);
        assert!(all.len() >= 2, "{all:?}");
        let middle = all[0].split(' ').nth(1).unwrap().to_owned();
        let others = ways(&graph, ["esa", "nasa"], &[&middle], &[]);
        assert!(others.iter().all(|way| !way.split(' ').any(|stop| stop == middle)), "{others:?}");
        let through = ways(&graph, ["esa", "nasa"], &[], &["cnsa"]);
        assert!(!through.is_empty() && through.iter().all(|way| way.contains(" cnsa ")), "{through:?}");
        assert_eq!(ways(&graph, ["esa", "esa"], &[], &[]), [""; 0]);
    }

    #[test]
    fn paths_alike_are_taken_only_where_there_are_no_others() {
        let path = |cost: u64, nodes: &[u32]| (cost, nodes.to_vec());
        let all = [
            path(1, &[0, 1, 2, 3, 9]),
            path(2, &[0, 1, 2, 4, 9]),
            path(3, &[0, 5, 9]),
            path(4, &[0, 6, 9]),
            path(5, &[0, 6, 7, 9]),
        ];
        let costs = |most| distinct(all.iter().cloned(), most).iter().map(|path| path.0).collect::<Vec<_>>();
        assert_eq!(costs(5), [1, 3, 4]);
        assert_eq!(distinct(all[..2].iter().cloned(), 5).len(), 2);
    }

    #[test]
    fn orders_are_all_there() {
        let ids: Vec<EntityId> = (0..3).map(EntityId).collect();
        assert_eq!(orders(&ids).len(), 6);
    }
}
