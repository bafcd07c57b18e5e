//! Cuts the list of a RON file into its records without reading them, so that one broken record does
//! not hide the others.

use std::ops::Range;

use super::token::{Token, closes, opens, partner, token};
use super::unbalanced::Unbalanced;

/// The byte ranges of the records of a list, or what is wrong with the brackets.
pub(super) fn records(text: &str) -> Result<Vec<Range<usize>>, Unbalanced> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut start = None;
    let mut ended = false;
    let mut at = 0;
    while at < text.len() {
        let (kind, next) = token(text, at)?;
        if kind == Token::Blank {
            at = next;
            continue;
        }
        if open.is_empty() && (ended || kind != Token::Byte(b'[')) {
            return Err(if ended { Unbalanced::Trailing { at } } else { Unbalanced::NoList { at } });
        }
        if open.len() == 1 && start.is_none() && !matches!(kind, Token::Byte(b',' | b']')) {
            start = Some(at);
        }
        match kind {
            Token::Byte(byte) if opens(byte) => open.push((at, byte)),
            Token::Byte(byte) if closes(byte) => {
                close(&mut open, at, byte)?;
                if open.is_empty() {
                    found.extend(start.take().map(|start| start..at));
                    ended = true;
                }
            }
            Token::Byte(b',') if open.len() == 1 => found.extend(start.take().map(|start| start..at)),
            _ => {}
        }
        at = next;
    }
    match open.last() {
        Some(&(at, bracket)) => Err(Unbalanced::Unclosed { at, open: bracket.into(), closed_by: None }),
        None if ended => Ok(found),
        None => Err(Unbalanced::NoList { at: 0 }),
    }
}

/// Closes the innermost bracket, if it is one of this sort.
///
/// Where it is not, either that bracket was left open or this one is too many: it is too many if no
/// bracket around it waits for it.
fn close(open: &mut Vec<(usize, u8)>, at: usize, byte: u8) -> Result<(), Unbalanced> {
    match open.pop() {
        Some((_, bracket)) if partner(bracket) == byte => Ok(()),
        Some((opened, bracket)) if open.iter().any(|&(_, around)| partner(around) == byte) => {
            Err(Unbalanced::Unclosed { at: opened, open: bracket.into(), closed_by: Some(at) })
        }
        _ => Err(Unbalanced::Unopened { at, close: byte.into() }),
    }
}

/// What is wrong inside one record that starts with its bracket; `None` if it ends with it, too.
pub(super) fn imbalance(text: &str) -> Option<Unbalanced> {
    let mut open = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (kind, next) = match token(text, at) {
            Ok(found) => found,
            Err(fault) => return Some(fault),
        };
        match kind {
            Token::Byte(byte) if opens(byte) => open.push((at, byte)),
            Token::Byte(byte) if closes(byte) => {
                if let Err(fault) = close(&mut open, at, byte) {
                    return Some(fault);
                }
            }
            _ => {}
        }
        at = next;
    }
    open.last().map(|&(at, bracket)| Unbalanced::Unclosed { at, open: bracket.into(), closed_by: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Result<Vec<&str>, Unbalanced> {
        records(text).map(|ranges| ranges.into_iter().map(|range| text[range].trim()).collect())
    }

    #[test]
    fn records_are_cut_at_the_commas_of_the_list() {
        assert_eq!(cut("[(a: 1), (b: [2, 3])]"), Ok(vec!["(a: 1)", "(b: [2, 3])"]));
        assert_eq!(
            cut("// one\n[\n  (a: \"),(\"), /* ( */ (b: r#\"]\"#),\n]\n"),
            Ok(vec!["(a: \"),(\")", "(b: r#\"]\"#)"])
        );
        assert_eq!(cut("[]"), Ok(vec![]));
        assert_eq!(cut("[('(', 'é')]"), Ok(vec!["('(', 'é')"]));
    }

    #[test]
    fn a_bracket_that_is_not_closed_is_named() {
        assert_eq!(
            cut("[(a: 1, (b: 2)]"),
            Err(Unbalanced::Unclosed { at: 1, open: '(', closed_by: Some(14) })
        );
        assert_eq!(cut("[(a: 1)"), Err(Unbalanced::Unclosed { at: 0, open: '[', closed_by: None }));
        assert_eq!(cut("[(a: 1))]"), Err(Unbalanced::Unopened { at: 7, close: ')' }));
        assert_eq!(cut("[(a: \"x)]"), Err(Unbalanced::Quote { at: 5 }));
        assert_eq!(cut("[/* (a: 1)]"), Err(Unbalanced::Comment { at: 1 }));
        assert_eq!(cut("(a: 1)"), Err(Unbalanced::NoList { at: 0 }));
        assert_eq!(cut("[] x"), Err(Unbalanced::Trailing { at: 3 }));
        assert_eq!(cut(""), Err(Unbalanced::NoList { at: 0 }));
    }
}
