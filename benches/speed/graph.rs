//! Neighbourhoods and paths, against petgraph on the same links.

use std::collections::HashSet;

use petgraph::algo::{astar, k_shortest_path};
use petgraph::graph::{DiGraph, NodeIndex};
use spacepact::atlas::Atlas;
use spacepact::graph::ego::{Bounds, Ego};
use spacepact::graph::era::Seen;
use spacepact::graph::paths::yen::Net;
use spacepact::graph::paths::{Ask, connects, routes};
use spacepact::graph::{EntityId, Era};
use spacepact::model::relation::Relation;

use crate::table::{Table, run};

/// Near and far, through a hub and past it.
const PAIRS: [[&str; 2]; 4] =
    [["conae", "cnsa"], ["state-ae", "nasa"], ["smile", "gateway"], ["apsco", "csa"]];
const BEST: usize = 10;

pub(crate) fn lines(table: &mut Table, atlas: &Atlas) {
    let graph = &atlas.graph;
    let seen = graph.at(Era::default());
    around(table, seen);

    table.group("graph", "petgraph, the same steps at the same cost, four pairs");
    let ids = |pair: [&str; 2]| pair.map(|name| graph.find(name).unwrap());
    let pairs = PAIRS.map(ids);
    let (net, peer) = (net(seen), peer(seen, connects));
    let one = |[from, to]: [EntityId; 2]| net.paths(number(from), number(to)).next().map(|path| path.cost);
    let its = |peer: &Peer, [from, to]: [EntityId; 2]| {
        let (from, to) = (node(from), node(to));
        astar(peer, from, |at| at == to, |edge| u64::from(*edge.weight()), |_| 0).map(|path| path.0)
    };
    assert_eq!(pairs.map(one), pairs.map(|pair| its(&peer, pair)));
    table.race("the shortest path", run(|| pairs.map(one)), run(|| pairs.map(|pair| its(&peer, pair))));
    let best = |[from, to]: [EntityId; 2]| net.paths(number(from), number(to)).take(BEST).collect::<Vec<_>>();
    // Petgraph gives lengths alone, and those of walks that pass a node twice as well.
    let lengths = |[from, to]: [EntityId; 2]| {
        k_shortest_path(&peer, node(from), Some(node(to)), BEST, |edge| u64::from(*edge.weight()))
    };
    table.race("the 10 shortest paths", run(|| pairs.map(best)), run(|| pairs.map(lengths)));
    let five = |[from, to]: [EntityId; 2]| {
        routes(seen, &Ask { from, to, without: &[], via: &[], rung: None, keep: &|_| true, most: 5 })
    };
    let laid = |pair| its(&self::peer(seen, connects), pair);
    table.race("5 paths that differ, net laid anew", run(|| pairs.map(five)), run(|| pairs.map(laid)));
}

/// Two steps around the busiest entity.
fn around(table: &mut Table, seen: Seen<'_>) {
    let graph = seen.graph();
    let counts = |relation| relation != Relation::LocatedIn;
    let peer = peer(seen, counts);
    let hub = graph.entity_ids().max_by_key(|&id| graph.degree(id)).unwrap();
    let arcs = || {
        let next = |id| seen.arcs(id).filter(|arc| counts(arc.relation)).map(|arc| arc.other);
        next(hub).flat_map(|near| next(near).chain([near])).collect::<HashSet<_>>().len()
    };
    let its = || {
        let next = |at| peer.neighbors(at);
        next(node(hub)).flat_map(|near| next(near).chain([near])).collect::<HashSet<_>>().len()
    };
    let bounds = Bounds { depth: 2, limit: usize::MAX, expanded: &[], collapsed: &[] };
    let ego = || Ego::around(seen, hub, bounds);
    assert_eq!(arcs(), its());
    table.group("graph", "petgraph, two steps from the busiest entity");
    table.race("who is there", run(arcs), run(its));
    table.race("an ego network: in rings, sorted, linked", run(ego), run(its));
}

type Peer = DiGraph<(), u32>;

/// The neighbours of each entity in petgraph, each once.
fn peer(seen: Seen<'_>, counts: impl Fn(Relation) -> bool) -> Peer {
    let mut peer = Peer::new();
    for _ in seen.graph().entity_ids() {
        peer.add_node(());
    }
    for (from, to) in steps(seen, counts) {
        peer.add_edge(node(from), node(to), cost(seen, to));
    }
    peer
}

fn net(seen: Seen<'_>) -> Net {
    let mut net = Net::new(seen.graph().entity_ids().len());
    for (from, to) in steps(seen, connects) {
        net.step(number(from), number(to), cost(seen, to));
    }
    net
}

fn steps(seen: Seen<'_>, counts: impl Fn(Relation) -> bool) -> impl Iterator<Item = (EntityId, EntityId)> {
    seen.graph().entity_ids().filter(move |&id| seen.shows(id)).flat_map(move |from| {
        let mut near: Vec<EntityId> =
            seen.arcs(from).filter(|arc| counts(arc.relation)).map(|arc| arc.other).collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter().map(move |to| (from, to))
    })
}

/// The busier, the dearer, as on the paths of the view.
fn cost(seen: Seen<'_>, to: EntityId) -> u32 {
    1000 + 300 * seen.graph().degree(to).max(1).ilog2()
}

fn number(id: EntityId) -> u32 {
    id.index() as u32
}

fn node(id: EntityId) -> NodeIndex {
    NodeIndex::new(id.index())
}
