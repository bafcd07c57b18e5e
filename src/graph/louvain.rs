//! Communities in a weighted network.
//!
//! V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
//! networks", Journal of Statistical Mechanics P10008, 2008: every node goes where modularity gains most,
//! then communities become nodes, until nothing moves. Weights are whole numbers and gains are compared
//! exactly; nodes are visited in the order of their keys. So the answer depends neither on the order of
//! the input nor on the machine. Louvain may leave a community in pieces that are not connected (V. A.
//! Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden", Scientific Reports 9, 2019); such pieces
//! are taken apart at the end, which only raises modularity.

use std::collections::BTreeMap;

/// Communities of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities<K> {
    /// The members of each, in order; the communities in the order of their first members.
    pub groups: Vec<Vec<K>>,
    /// How much more of the weight lies inside them than would by chance: Newman and Girvan's Q.
    pub modularity: f64,
}

/// So many rounds at most at one level; each one raises modularity, so few are needed.
const ROUNDS: usize = 200;

/// Finds the communities of everybody who stands at an end of an edge.
pub fn communities<K: Ord + Copy>(edges: impl IntoIterator<Item = (K, K, u64)>) -> Communities<K> {
    let mut weights: BTreeMap<(K, K), u64> = BTreeMap::new();
    for (a, b, weight) in edges.into_iter().filter(|(a, b, weight)| a != b && *weight > 0) {
        *weights.entry((a.min(b), a.max(b))).or_default() += weight;
    }
    let mut keys: Vec<K> = weights.keys().flat_map(|&(a, b)| [a, b]).collect();
    keys.sort_unstable();
    keys.dedup();
    let place = |key: &K| keys.binary_search(key).unwrap_or(0);
    let mut net = Net::new(keys.len());
    for ((a, b), weight) in &weights {
        net.tie(place(a), place(b), *weight);
    }
    let mut home: Vec<usize> = (0..keys.len()).collect();
    let mut level = net.clone();
    loop {
        let (moved, count) = level.settle();
        for node in &mut home {
            *node = moved[*node];
        }
        if count == level.size() {
            break;
        }
        level = level.gathered(&moved, count);
    }
    let home = net.parted(&home);
    let mut groups: Vec<Vec<K>> = Vec::new();
    for (node, &key) in keys.iter().enumerate() {
        if groups.len() <= home[node] {
            groups.resize(home[node] + 1, Vec::new());
        }
        groups[home[node]].push(key);
    }
    Communities { groups, modularity: net.modularity(&home) }
}

/// A network of numbered nodes.
#[derive(Clone)]
struct Net {
    /// The neighbours of each node, with weights.
    ties: Vec<BTreeMap<usize, u64>>,
    /// Weight inside a node, for nodes that are communities.
    inside: Vec<u64>,
}

impl Net {
    fn new(size: usize) -> Self {
        Self { ties: vec![BTreeMap::new(); size], inside: vec![0; size] }
    }

    fn size(&self) -> usize {
        self.ties.len()
    }

    fn tie(&mut self, a: usize, b: usize, weight: u64) {
        if a == b {
            self.inside[a] += weight;
        } else {
            *self.ties[a].entry(b).or_default() += weight;
            *self.ties[b].entry(a).or_default() += weight;
        }
    }

    /// The weight at a node, that inside it twice.
    fn strength(&self, node: usize) -> u64 {
        self.ties[node].values().sum::<u64>() + 2 * self.inside[node]
    }

    /// Moves every node to where modularity gains most, until none moves. Gives the community of each
    /// node, numbered by first members, and how many there are.
    fn settle(&self) -> (Vec<usize>, usize) {
        let strength: Vec<i128> = (0..self.size()).map(|node| i128::from(self.strength(node))).collect();
        let whole: i128 = strength.iter().sum();
        let mut home: Vec<usize> = (0..self.size()).collect();
        let mut total = strength.clone();
        for _ in 0..ROUNDS {
            let mut moved = false;
            for node in 0..self.size() {
                let old = home[node];
                total[old] -= strength[node];
                let mut shared: BTreeMap<usize, i128> = BTreeMap::from([(old, 0)]);
                for (&other, &weight) in &self.ties[node] {
                    *shared.entry(home[other]).or_default() += i128::from(weight);
                }
                let gain =
                    |&(&there, &weight): &(&usize, &i128)| weight * whole - total[there] * strength[node];
                let stays = gain(&(&old, &shared[&old]));
                // The first of the best; only a true gain moves.
                let best = shared.iter().rev().max_by_key(gain);
                let new = best.filter(|best| gain(best) > stays).map_or(old, |(&there, _)| there);
                total[new] += strength[node];
                home[node] = new;
                moved |= new != old;
            }
            if !moved {
                break;
            }
        }
        numbered(&home)
    }

    /// The network whose nodes are the communities.
    fn gathered(&self, home: &[usize], count: usize) -> Self {
        let mut whole = Self::new(count);
        for node in 0..self.size() {
            whole.inside[home[node]] += self.inside[node];
            for (&other, &weight) in self.ties[node].range(node + 1..) {
                whole.tie(home[node], home[other], weight);
            }
        }
        whole
    }

    /// The communities with those taken apart that are not connected.
    fn parted(&self, home: &[usize]) -> Vec<usize> {
        let mut part: Vec<Option<usize>> = vec![None; self.size()];
        for start in 0..self.size() {
            let mut open = if part[start].is_none() { vec![start] } else { Vec::new() };
            while let Some(node) = open.pop() {
                if part[node].is_some() {
                    continue;
                }
                part[node] = Some(start);
                open.extend(self.ties[node].keys().filter(|&&other| home[other] == home[node]));
            }
        }
        let part: Vec<usize> = part.into_iter().map(Option::unwrap_or_default).collect();
        numbered(&part).0
    }

    fn modularity(&self, home: &[usize]) -> f64 {
        let whole: u64 = (0..self.size()).map(|node| self.strength(node)).sum();
        if whole == 0 {
            return 0.0;
        }
        let mut inside = vec![0_u64; self.size()];
        let mut total = vec![0_u64; self.size()];
        for node in 0..self.size() {
            total[home[node]] += self.strength(node);
            let own = self.ties[node].iter().filter(|(other, _)| home[**other] == home[node]);
            inside[home[node]] += own.map(|(_, weight)| weight).sum::<u64>();
        }
        let share = |weight: u64| weight as f64 / whole as f64;
        inside.iter().zip(&total).map(|(&inside, &total)| share(inside) - share(total).powi(2)).sum()
    }
}

/// The same communities numbered in the order in which they first appear, and how many there are.
fn numbered(home: &[usize]) -> (Vec<usize>, usize) {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut out = Vec::with_capacity(home.len());
    for &there in home {
        let next = numbers.len();
        out.push(*numbers.entry(there).or_insert(next));
    }
    (out, numbers.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// W. W. Zachary, "An information flow model for conflict and fission in small groups", 1977.
    const KARATE: &str = "1:2,3,4,5,6,7,8,9,11,12,13,14,18,20,22,32 2:3,4,8,14,18,20,22,31 3:4,8,9,10,14,28,29,33 \
        4:8,13,14 5:7,11 6:7,11,17 7:17 9:31,33,34 10:34 14:34 15:33,34 16:33,34 19:33,34 20:34 21:33,34 \
        23:33,34 24:26,28,30,33,34 25:26,28,32 26:32 27:30,34 28:34 29:32,34 30:33,34 31:33,34 32:33,34 33:34";

    fn karate() -> Vec<(u32, u32, u64)> {
        let rows = KARATE.split_whitespace().filter_map(|row| row.split_once(':'));
        let edges = rows.flat_map(|(from, to)| to.split(',').map(move |to| (from, to)));
        edges.map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap(), 1)).collect()
    }

    #[test]
    fn two_triangles_with_one_tie_between_them() {
        let edges = [(1, 2, 1), (2, 3, 1), (1, 3, 1), (4, 5, 1), (5, 6, 1), (4, 6, 1), (3, 4, 1)];
        let found = communities(edges);
        assert_eq!(found.groups, [[1, 2, 3], [4, 5, 6]]);
        assert!((found.modularity - 5.0 / 14.0).abs() < 1e-12, "{}", found.modularity);
        let none = communities(Vec::<(u32, u32, u64)>::new());
        assert_eq!((none.groups.len(), none.modularity), (0, 0.0));
    }

    #[test]
    fn the_karate_club_falls_apart_as_is_known() {
        let edges = karate();
        assert_eq!(edges.len(), 78);
        let found = communities(edges);
        // The greatest modularity there is, by exhaustive search: 0.4198.
        assert!((0.41..=0.4199).contains(&found.modularity), "{}", found.modularity);
        let of = |member: u32| found.groups.iter().position(|group| group.contains(&member));
        assert_ne!(of(1), of(34));
    }

    #[test]
    fn the_order_of_the_input_changes_nothing() {
        let edges = karate();
        let found = communities(edges.clone());
        let mut state = 11_u64;
        for _ in 0..40 {
            let mut mixed = edges.clone();
            for place in (1..mixed.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                mixed.swap(place, (state >> 33) as usize % (place + 1));
                if state & (1 << 40) == 0 {
                    let (a, b, weight) = mixed[place];
                    mixed[place] = (b, a, weight);
                }
            }
            assert_eq!(communities(mixed), found);
        }
    }
}
