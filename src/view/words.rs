//! The words of a query, looked for in a text: where a view is no list of names, they narrow it by
//! what is said.

use crate::graph::EntityId;
use crate::graph::era::Seen;
use crate::search::Query;
use crate::search::fold::fold;

/// Whether an entity passes the filters of a query, and its words are found in one of its names.
pub fn admits(seen: Seen<'_>, query: &Query, id: EntityId) -> bool {
    let names = || seen.graph().entity(id).all_names().collect::<Vec<_>>().join(" ");
    query.admits_entity(seen, id) && found(query, names)
}

/// Whether every word of the query is found in a text, and none of those with a minus. The text is
/// made only if there are words.
pub fn found(query: &Query, text: impl FnOnce() -> String) -> bool {
    if query.words.is_empty() {
        return true;
    }
    let text = fold(&text()).text;
    query.words.split_whitespace().all(|word| {
        let (minus, word) = word.strip_prefix('-').map_or((false, word), |word| (true, word));
        text.contains(&fold(word.trim_matches('"')).text) != minus
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_case_and_accents() {
        let query = |words: &str| Query { words: words.to_owned(), filters: Vec::new() };
        let text = || "Jan Wörner spoke of flights".to_owned();
        assert!(found(&query(""), text) && found(&query("worner FLIGHTS"), text));
        assert!(!found(&query("worner moon"), text) && !found(&query("-flights"), text));
        assert!(found(&query("-moon \"spoke of\""), text));
    }
}
