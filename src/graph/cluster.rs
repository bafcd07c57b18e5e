//! An order in which what belongs together lies together.

use std::cmp::Reverse;

/// The items in an order in which those that are most like each other are neighbours.
///
/// Average linkage: the two groups with the greatest mean likeness are joined, again and again (R. R. Sokal
/// and C. D. Michener, "A statistical method for evaluating systematic relationships", 1958); at each join
/// the two groups are turned so that the ends that meet are the likest (G. Gruvaeus and H. Wainer, "Two
/// additions to hierarchical cluster analysis", 1972). Means are compared as fractions and ties go to the
/// smaller key, so the order depends neither on rounding nor on the order of the items.
pub fn ordered<K: Ord>(keys: &[K], likeness: &dyn Fn(usize, usize) -> u64) -> Vec<usize> {
    let mut by_key: Vec<usize> = (0..keys.len()).collect();
    by_key.sort_by(|&a, &b| keys[a].cmp(&keys[b]));
    let mut groups: Vec<Vec<usize>> = by_key.into_iter().map(|item| vec![item]).collect();
    let mut sums: Vec<Vec<u64>> =
        groups.iter().map(|a| groups.iter().map(|b| likeness(a[0], b[0])).collect()).collect();
    while groups.len() > 1 {
        let Some((a, b)) = likest(&groups, &sums) else { break };
        let other = groups.remove(b);
        let one = std::mem::take(&mut groups[a]);
        groups[a] = joined(&one, &other, likeness);
        let gone = sums.remove(b);
        for row in &mut sums {
            let more = row.remove(b);
            row[a] += more;
        }
        for (place, more) in (0..gone.len()).filter(|&place| place != b).enumerate() {
            sums[a][place] += gone[more];
        }
    }
    groups.into_iter().flatten().collect()
}

/// The two groups with the greatest mean likeness, the first ones among equals.
fn likest(groups: &[Vec<usize>], sums: &[Vec<u64>]) -> Option<(usize, usize)> {
    let mut best: Option<(u128, u128, (usize, usize))> = None;
    for a in 0..groups.len() {
        for b in a + 1..groups.len() {
            let (sum, pairs) = (u128::from(sums[a][b]), (groups[a].len() * groups[b].len()) as u128);
            if best.is_none_or(|(most, of, _)| sum * of > most * pairs) {
                best = Some((sum, pairs, (a, b)));
            }
        }
    }
    best.map(|(.., pair)| pair)
}

/// Two groups end to end, the likest ends together.
fn joined(one: &[usize], other: &[usize], likeness: &dyn Fn(usize, usize) -> u64) -> Vec<usize> {
    let turned = |group: &[usize], turn: bool| -> Vec<usize> {
        if turn { group.iter().rev().copied().collect() } else { group.to_vec() }
    };
    let ways = [(false, false), (false, true), (true, false), (true, true)];
    let meets = |&(first, second): &(bool, bool)| {
        let (one, other) = (turned(one, first), turned(other, second));
        one.last().zip(other.first()).map_or(0, |(&a, &b)| likeness(a, b))
    };
    let (first, second) = ways.into_iter().min_by_key(|way| Reverse(meets(way))).unwrap_or_default();
    let mut whole = turned(one, first);
    whole.extend(turned(other, second));
    whole
}

#[cfg(test)]
mod tests {
    use super::ordered;

    /// Two groups of three that are tied inside, and one tie between them.
    fn like(a: char, b: char) -> u64 {
        let group = |letter: char| "abc".contains(letter);
        match (a, b) {
            ('c', 'x') | ('x', 'c') => 2,
            _ if a == b => 0,
            _ if group(a) == group(b) => 5,
            _ => 0,
        }
    }

    fn order(items: &str) -> String {
        let keys: Vec<char> = items.chars().collect();
        let found = ordered(&keys, &|a, b| like(keys[a], keys[b]));
        found.into_iter().map(|item| keys[item]).collect()
    }

    #[test]
    fn what_is_tied_lies_together_whatever_the_order_of_the_items() {
        let found = order("abcxyz");
        let sides = [&found[..3], &found[3..]].map(|side| {
            let mut letters: Vec<char> = side.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect::<String>()
        });
        assert!(sides.contains(&"abc".to_owned()) && sides.contains(&"xyz".to_owned()), "{found}");
        for items in ["zyxcba", "axbycz", "cazxby", "bzcyax"] {
            assert_eq!(order(items), found, "{items}");
        }
        assert_eq!(order(""), "");
        assert_eq!(order("a"), "a");
    }
}
