//! "Did you mean": the words of a search as they may have been meant.

use super::index::Index;
use super::words::Words;

/// So many spellings are offered.
const MOST: usize = 3;

impl Index {
    /// The same words with every misspelt one put right, in a few ways, nearest first; nothing if all
    /// of them are known or none is near to a known one.
    pub fn suggest(&self, words: &str) -> Vec<String> {
        let mut ways: Vec<(usize, String)> = vec![(0, String::new())];
        for term in Words::parse(words).wanted {
            let Some(form) = term.forms.first() else {
                continue;
            };
            let near = self.vocabulary.near(&form.text);
            let known = near.is_empty() || near.iter().any(|near| near.steps == 0);
            let spellings: Vec<(usize, &str)> = if known {
                vec![(0, &form.text)]
            } else {
                near.iter().map(|near| (near.steps, near.shown)).take(MOST).collect()
            };
            let longer = |(steps, way): &(usize, String)| {
                let way = way.clone();
                let steps = *steps;
                spellings
                    .iter()
                    .map(move |(more, word)| (steps + more, format!("{way} {word}")))
                    .collect::<Vec<_>>()
            };
            ways = ways.iter().flat_map(longer).collect();
            ways.sort_by_key(|&(steps, _)| steps);
            ways.truncate(MOST);
        }
        ways.retain(|&(steps, _)| steps > 0);
        ways.into_iter().map(|(_, way)| way.trim_start().to_owned()).collect()
    }
}
