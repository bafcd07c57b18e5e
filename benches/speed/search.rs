//! What a key costs while a name is typed.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher as _;
use fuzzy_matcher::skim::SkimMatcherV2;
use spacepact::atlas::Atlas;
use spacepact::graph::EntityId;

use crate::table::{Runner, Table, run};

/// A short name, a name with two letters swapped, a name in another script, two words.
const TYPED: [&str; 4] = ["esa", "aschbahcer", "国家航天局", "china nasa"];
/// More hits than a screen has lines.
const HITS: usize = 60;

pub(crate) fn lines(table: &mut Table, atlas: &Atlas) {
    table.group("search", "fuzzy-matcher over all names, a key");
    let (graph, index) = (&atlas.graph, atlas.index());
    let names: Vec<(EntityId, &str)> =
        graph.entity_ids().flat_map(|id| graph.entity(id).all_names().map(move |name| (id, name))).collect();
    let matcher = SkimMatcherV2::default();
    for typed in TYPED {
        let ours = |text: &str| index.search(graph, text, HITS, &|_| true).len();
        let plain = |text: &str| {
            let score = |&(id, name): &(EntityId, &str)| Some((matcher.fuzzy_match(name, text)?, id));
            let mut found: Vec<(i64, EntityId)> = names.iter().filter_map(score).collect();
            found.sort_by_key(|&(score, id)| (Reverse(score), id));
            found.truncate(HITS);
            found.len()
        };
        assert!(ours(typed) > 0, "{typed}");
        table.race(typed, keys(typed, ours), keys(typed, plain));
    }
}

/// A name typed letter by letter, by the letter.
fn keys<T>(typed: &str, search: impl Fn(&str) -> T) -> impl Runner {
    let ends = || typed.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let mut all = run(move || ends().map(|end| search(&typed[..end])).collect::<Vec<_>>());
    move |times| all(times) / typed.chars().count() as u32
}
