//! What lies where in a text whose brackets match, and which records a text seems to hold.

use std::ops::Range;

use super::token::{Token, closes, opens, token};

/// The brackets that are open at a place, outermost first. The text is balanced.
pub(super) fn brackets(text: &str, place: usize) -> Vec<usize> {
    let mut open = Vec::new();
    let mut at = 0;
    while at < place.min(text.len()) {
        let Ok((kind, next)) = token(text, at) else {
            break;
        };
        match kind {
            Token::Byte(byte) if opens(byte) => open.push(at),
            Token::Byte(byte) if closes(byte) => drop(open.pop()),
            _ => {}
        }
        at = next;
    }
    open
}

/// The stretches between the commas of the bracket that opens at a place. The text is balanced.
pub(super) fn elements(text: &str, bracket: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut start = None;
    let mut end = bracket;
    let mut at = bracket;
    while at < text.len() {
        let Ok((kind, next)) = token(text, at) else {
            break;
        };
        match kind {
            Token::Blank => {
                at = next;
                continue;
            }
            Token::Byte(byte) if closes(byte) && depth == 1 => break,
            Token::Byte(b',') if depth == 1 => found.extend(start.take().map(|start| start..end)),
            _ if depth >= 1 => start = start.or(Some(at)),
            _ => {}
        }
        match kind {
            Token::Byte(byte) if opens(byte) => depth += 1,
            Token::Byte(byte) if closes(byte) => depth -= 1,
            _ => {}
        }
        end = next;
        at = next;
    }
    found.extend(start.map(|start| start..end));
    found
}

/// The identifiers of the records in a text that cannot be read.
pub(super) fn ids(text: &str) -> impl Iterator<Item = String> {
    text.match_indices("id").filter_map(move |(at, _)| {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '"')) {
            return None;
        }
        let behind = &text[at + 2..];
        let value = behind.trim_start_matches([' ', ':', '"']);
        let marked = behind[..behind.len() - value.len()].contains([':', '"']);
        let end = value.find(['"', ',', '\n', ')'])?;
        (marked && end > 0).then(|| value[..end].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_lie_between_the_commas_of_one_bracket() {
        let text = "(a: 1, b: [(c: \",\"), (d: 2)], /* e: 3, */ f: 4 )";
        let shown = |at| elements(text, at).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(shown(0), ["a: 1", "b: [(c: \",\"), (d: 2)]", "f: 4"]);
        assert_eq!(brackets(text, 26), [0, 10, 21]);
        assert_eq!(shown(10), ["(c: \",\")", "(d: 2)"]);
    }

    #[test]
    fn ids_of_broken_text_are_found() {
        let text = "(id: \"esa\", paid: \"no\", name: \"E), (id : \"nasa\", during \"2014\"), (id \"cas\", name: \"an id\")";
        assert_eq!(ids(text).collect::<Vec<_>>(), ["esa", "nasa", "cas"]);
        assert_eq!(
            ids("(id: cnsa\", name: \"C\"), (id: \"cmsa, name: \"C\"").collect::<Vec<_>>(),
            ["cnsa", "cmsa"]
        );
    }
}
