//! The simple paths between two nodes of a net, cheapest first.
//!
//! J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971), with the
//! improvement of E. L. Lawler, Management Science 18 (1972): a path is only varied from where it left
//! the path that it was made of, so none is found twice. Each search for a variant is an A* search whose
//! estimate is the distance to the goal in the whole net, which a ban can only make longer.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// Nodes by number, each with the nodes that follow it and what the step costs.
#[derive(Debug, Default)]
pub struct Net {
    steps: Vec<Vec<(u32, u32)>>,
}

/// A path, ordered by cost, then by length, then by the numbers of its nodes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Path {
    /// What its steps cost together.
    pub cost: u64,
    /// How many nodes it has.
    length: usize,
    /// From the start to the goal.
    pub nodes: Vec<u32>,
    /// The place from which on it differs from the path of which it was made.
    parted: usize,
}

impl Net {
    /// A net with so many nodes and no steps.
    pub fn new(nodes: usize) -> Self {
        Self { steps: vec![Vec::new(); nodes] }
    }

    /// Adds a step. There may be one from a node to another.
    pub fn step(&mut self, from: u32, to: u32, cost: u32) {
        self.steps[from as usize].push((to, cost));
    }

    /// The paths from a node to another one, cheapest first, each when it is asked for.
    pub fn paths(&self, from: u32, to: u32) -> Paths<'_> {
        let mut paths =
            Paths { net: self, to, left: self.distances(to), open: BTreeSet::new(), found: Vec::new() };
        if from != to {
            paths.vary(&[from], 0);
        }
        paths
    }

    /// The least cost from every node to a goal; Dijkstra's algorithm against the direction of the steps.
    fn distances(&self, to: u32) -> Vec<Option<u64>> {
        let mut back: Vec<Vec<(u32, u32)>> = vec![Vec::new(); self.steps.len()];
        for (from, steps) in self.steps.iter().enumerate() {
            for &(next, cost) in steps {
                back[next as usize].push((from as u32, cost));
            }
        }
        let mut least = vec![None; self.steps.len()];
        let mut open = BinaryHeap::from([Reverse((0, to))]);
        while let Some(Reverse((cost, node))) = open.pop() {
            if least[node as usize].is_some() {
                continue;
            }
            least[node as usize] = Some(cost);
            let steps = back[node as usize].iter().filter(|(before, _)| least[*before as usize].is_none());
            open.extend(steps.map(|&(before, step)| Reverse((cost + u64::from(step), before))));
        }
        least
    }

    fn cost(&self, nodes: &[u32]) -> u64 {
        let step = |pair: &[u32]| self.steps[pair[0] as usize].iter().find(|step| step.0 == pair[1]);
        nodes.windows(2).filter_map(step).map(|step| u64::from(step.1)).sum()
    }
}

/// The paths of a net between two nodes. See [`Net::paths`].
#[derive(Debug)]
pub struct Paths<'n> {
    net: &'n Net,
    to: u32,
    /// What is left to the goal at least, by node.
    left: Vec<Option<u64>>,
    open: BTreeSet<Path>,
    found: Vec<Vec<u32>>,
}

impl Paths<'_> {
    /// Finds the cheapest path that begins with a root and then takes a step that no path found with the
    /// same root has taken.
    fn vary(&mut self, root: &[u32], parted: usize) {
        let taken: Vec<u32> = self
            .found
            .iter()
            .filter(|nodes| nodes.starts_with(root))
            .filter_map(|nodes| nodes.get(root.len()).copied())
            .collect();
        if let Some(tail) = self.search(root, &taken) {
            let nodes = [root, &tail].concat();
            let (cost, length) = (self.net.cost(&nodes), nodes.len());
            self.open.insert(Path { cost, length, nodes, parted });
        }
    }

    /// The cheapest way on from the end of a root, without the root itself.
    fn search(&self, root: &[u32], taken: &[u32]) -> Option<Vec<u32>> {
        let start = *root.last()?;
        let mut before: Vec<Option<(u64, u32)>> = vec![None; self.net.steps.len()];
        let mut shut = vec![false; self.net.steps.len()];
        root.iter().for_each(|&node| shut[node as usize] = node != start);
        let mut open = BinaryHeap::from([Reverse((self.left[start as usize]?, 0, start))]);
        while let Some(Reverse((_, cost, node))) = open.pop() {
            if node == self.to {
                return Some(trace(&before, start, self.to));
            }
            if std::mem::replace(&mut shut[node as usize], true) {
                continue;
            }
            for &(next, step) in &self.net.steps[node as usize] {
                let Some(left) = self.left[next as usize] else { continue };
                let cost = cost + u64::from(step);
                let worse = before[next as usize].is_some_and(|known| known <= (cost, node));
                if worse || shut[next as usize] || (node == start && taken.contains(&next)) {
                    continue;
                }
                before[next as usize] = Some((cost, node));
                open.push(Reverse((cost + left, cost, next)));
            }
        }
        None
    }
}

fn trace(before: &[Option<(u64, u32)>], start: u32, goal: u32) -> Vec<u32> {
    let mut nodes = vec![goal];
    while let Some(&node) = nodes.last()
        && let Some((_, previous)) = before[node as usize].filter(|(_, previous)| *previous != start)
    {
        nodes.push(previous);
    }
    nodes.reverse();
    nodes
}

impl Iterator for Paths<'_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        let path = self.open.pop_first()?;
        self.found.push(path.nodes.clone());
        for place in path.parted..path.nodes.len() - 1 {
            self.vary(&path.nodes[..=place], place);
        }
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{HashSet, hash_map::RandomState};

    use petgraph::algo::all_simple_paths;
    use petgraph::graph::{DiGraph, NodeIndex};

    use super::*;

    /// A small generator of numbers that are the same everywhere (Marsaglia, xorshift).
    struct Dice(u64);

    impl Dice {
        fn throw(&mut self, sides: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % sides
        }
    }

    #[test]
    fn all_paths_of_random_nets_come_once_and_in_order() {
        let mut dice = Dice(42);
        let mut seen = 0;
        for round in 0..400 {
            let size = 2 + round % 6;
            let mut net = Net::new(size as usize);
            let mut oracle: DiGraph<(), u64> = DiGraph::new();
            let nodes: Vec<NodeIndex> = (0..size).map(|_| oracle.add_node(())).collect();
            for from in 0..size {
                for to in (0..size).filter(|&to| to != from) {
                    if dice.throw(100) < 55 {
                        let cost = dice.throw(6);
                        net.step(from as u32, to as u32, cost as u32);
                        oracle.add_edge(nodes[from as usize], nodes[to as usize], cost);
                    }
                }
            }
            let found: Vec<Path> = net.paths(0, size as u32 - 1).collect();
            let mut costs: Vec<u64> = all_simple_paths::<Vec<_>, _, RandomState>(
                &oracle,
                nodes[0],
                nodes[size as usize - 1],
                0,
                None,
            )
            .map(|path| net.cost(&path.iter().map(|node| node.index() as u32).collect::<Vec<_>>()))
            .collect();
            costs.sort_unstable();
            assert_eq!(found.iter().map(|path| path.cost).collect::<Vec<_>>(), costs, "round {round}");
            let distinct: HashSet<&[u32]> = found.iter().map(|path| path.nodes.as_slice()).collect();
            assert_eq!(distinct.len(), found.len());
            for path in &found {
                let visited: HashSet<u32> = path.nodes.iter().copied().collect();
                assert_eq!(visited.len(), path.nodes.len(), "a path passes no node twice");
            }
            seen += found.len();
        }
        assert!(seen > 2000, "{seen} paths are too few to mean anything");
    }

    #[test]
    fn there_is_no_path_to_oneself_or_to_what_is_apart() {
        let mut net = Net::new(3);
        net.step(0, 1, 1);
        assert_eq!(net.paths(0, 0).count() + net.paths(0, 2).count(), 0);
        assert_eq!(net.paths(0, 1).map(|path| path.nodes).collect::<Vec<_>>(), [[0, 1]]);
    }
}
