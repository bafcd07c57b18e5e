//! Cuts the list of a RON file into its records without reading them, so that one broken record does
//! not hide the others.

use std::ops::Range;

/// What keeps a file from being cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unbalanced {
    /// A bracket is opened here and never closed, or closed by another one.
    Unclosed { at: usize, open: char, closed_by: Option<usize> },
    /// A bracket is closed here that nobody opened.
    Unopened { at: usize, close: char },
    /// A string starts here and does not end.
    Quote { at: usize },
    /// The file does not start with `[`.
    NoList { at: usize },
    /// Something stands after the closing `]`.
    Trailing { at: usize },
}

/// The byte ranges of the records of a list, or what is wrong with the brackets.
///
/// Knows strings, raw strings, characters, and both kinds of comment.
pub(super) fn records(text: &str) -> Result<Vec<Range<usize>>, Unbalanced> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut start = None;
    let mut ended = false;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let next = skip_blank(text, at)?;
        if next != at {
            at = next;
            continue;
        }
        if open.is_empty() && (ended || byte != b'[') {
            return Err(if ended { Unbalanced::Trailing { at } } else { Unbalanced::NoList { at } });
        }
        if open.len() == 1 && start.is_none() && !matches!(byte, b',' | b']') {
            start = Some(at);
        }
        match byte {
            b'(' | b'[' | b'{' => open.push((at, byte)),
            b')' | b']' | b'}' => {
                let Some((opened, bracket)) = open.pop() else {
                    return Err(Unbalanced::Unopened { at, close: byte.into() });
                };
                if partner(bracket) != byte {
                    return Err(Unbalanced::Unclosed {
                        at: opened,
                        open: bracket.into(),
                        closed_by: Some(at),
                    });
                }
                if open.is_empty() {
                    found.extend(start.take().map(|start| start..at));
                    ended = true;
                }
            }
            b',' if open.len() == 1 => found.extend(start.take().map(|start| start..at)),
            b'"' => at = string_end(bytes, at).ok_or(Unbalanced::Quote { at })?,
            b'r' if matches!(bytes.get(at + 1), Some(b'"' | b'#')) => {
                at = raw_string_end(text, at).ok_or(Unbalanced::Quote { at })?;
            }
            b'\'' => at = char_end(bytes, at),
            _ => {}
        }
        at += 1;
    }
    match open.first() {
        Some(_) => {
            let &(at, bracket) = open.last().unwrap_or(&open[0]);
            Err(Unbalanced::Unclosed { at, open: bracket.into(), closed_by: None })
        }
        None if ended => Ok(found),
        None => Err(Unbalanced::NoList { at: 0 }),
    }
}

fn partner(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// The place after white space or a comment that starts here; the same place if none does.
fn skip_blank(text: &str, at: usize) -> Result<usize, Unbalanced> {
    let rest = &text.as_bytes()[at..];
    if rest[0].is_ascii_whitespace() {
        return Ok(at + 1);
    }
    if rest.starts_with(b"//") {
        return Ok(at + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len()));
    }
    if rest.starts_with(b"/*") {
        let mut depth = 0;
        let mut i = 0;
        while i < rest.len() {
            if rest[i..].starts_with(b"/*") {
                depth += 1;
                i += 2;
            } else if rest[i..].starts_with(b"*/") {
                depth -= 1;
                i += 2;
                if depth == 0 {
                    return Ok(at + i);
                }
            } else {
                i += 1;
            }
        }
        return Err(Unbalanced::Unclosed { at, open: '/', closed_by: None });
    }
    Ok(at)
}

fn string_end(bytes: &[u8], quote: usize) -> Option<usize> {
    let mut at = quote + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return Some(at),
            _ => at += 1,
        }
    }
    None
}

fn raw_string_end(text: &str, r: usize) -> Option<usize> {
    let hashes = text[r + 1..].bytes().take_while(|&b| b == b'#').count();
    if text.as_bytes().get(r + 1 + hashes) != Some(&b'"') {
        return Some(r);
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let body = r + 2 + hashes;
    text[body..].find(&close).map(|found| body + found + close.len() - 1)
}

fn char_end(bytes: &[u8], quote: usize) -> usize {
    let escaped = usize::from(bytes.get(quote + 1) == Some(&b'\\'));
    let close = bytes[quote + 1..].iter().skip(1 + escaped).take(5).position(|&b| b == b'\'');
    close.map_or(quote, |found| quote + 2 + escaped + found)
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
        assert_eq!(cut("[(a: \"x)]"), Err(Unbalanced::Quote { at: 5 }));
        assert_eq!(cut("(a: 1)"), Err(Unbalanced::NoList { at: 0 }));
        assert_eq!(cut("[] x"), Err(Unbalanced::Trailing { at: 3 }));
        assert_eq!(cut(""), Err(Unbalanced::NoList { at: 0 }));
    }
}
