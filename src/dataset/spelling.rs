//! "Did you mean": the nearest spellings of a word that nobody knows.

/// Number of single letters to insert, drop, change or swap with their neighbour to get from one text
/// to the other, counted up to a limit.
///
/// Optimal string alignment: Damerau-Levenshtein where no letter is touched twice.
pub fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let width = b.len() + 1;
    let mut before = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for i in 1..=a.len() {
        row[0] = i;
        let mut best = i;
        for j in 1..width {
            let change = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + change);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            best = best.min(cost);
        }
        if best > limit {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    (above[b.len()] <= limit).then_some(above[b.len()])
}

/// Up to three known words that are spelt nearly like this one, nearest first.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    let lower = word.to_lowercase();
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|other| distance(&lower, &other.to_lowercase(), limit).map(|steps| (steps, other)))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, other)| other).collect()
}

/// A list of quoted words as people write it: `"a"`, `"a" or "b"`, `"a", "b" or "c"`.
pub fn either<S: AsRef<str>>(words: &[S]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.as_ref())).collect();
    joined(&quoted, "or")
}

/// A list as people write it, with a word before its last item.
pub fn joined<S: AsRef<str>>(words: &[S], and: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {and} {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_a_drop_and_a_change_cost_one_each() {
        assert_eq!(distance("aschbahcer", "aschbacher", 2), Some(1));
        assert_eq!(distance("esa", "es", 1), Some(1));
        assert_eq!(distance("smile", "smyle", 1), Some(1));
        assert_eq!(distance("smile", "double-star", 3), None);
    }

    #[test]
    fn the_nearest_come_first() {
        assert_eq!(nearest("esaa", ["nasa", "esa", "jaxa"]), ["esa"]);
        assert_eq!(either(&nearest("csa", ["cas", "cnsa", "usa"])), "\"cas\", \"cnsa\" or \"usa\"");
    }
}
