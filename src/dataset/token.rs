//! The little that has to be known of RON to cut a text without reading it: where blanks, comments and
//! strings end.

use super::unbalanced::Unbalanced;

/// What starts at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// White space or a comment.
    Blank,
    /// A string, a raw string or a character.
    Quoted,
    /// Any other byte: a bracket, a comma, a letter.
    Byte(u8),
}

/// The token that starts at `at`, and the place after it. `at` lies inside the text.
pub(super) fn token(text: &str, at: usize) -> Result<(Token, usize), Unbalanced> {
    let rest = &text.as_bytes()[at..];
    let quoted = |end: Option<usize>| end.map(|end| (Token::Quoted, end)).ok_or(Unbalanced::Quote { at });
    match rest[0] {
        byte if byte.is_ascii_whitespace() => Ok((Token::Blank, at + 1)),
        b'/' if rest.starts_with(b"//") => {
            let end = rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
            Ok((Token::Blank, at + end))
        }
        b'/' if rest.starts_with(b"/*") => {
            comment_end(rest).map(|end| (Token::Blank, at + end)).ok_or(Unbalanced::Comment { at })
        }
        b'"' => quoted(string_end(text.as_bytes(), at)),
        b'r' if matches!(rest.get(1), Some(b'"' | b'#')) => quoted(raw_string_end(text, at)),
        b'\'' => Ok((Token::Quoted, char_end(text.as_bytes(), at))),
        byte => Ok((Token::Byte(byte), at + 1)),
    }
}

/// Whether the byte opens a bracket.
pub(super) const fn opens(byte: u8) -> bool {
    matches!(byte, b'(' | b'[' | b'{')
}

/// Whether the byte closes a bracket.
pub(super) const fn closes(byte: u8) -> bool {
    matches!(byte, b')' | b']' | b'}')
}

/// The bracket that closes this one.
pub(super) const fn partner(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// The length of a comment that may have others inside.
fn comment_end(rest: &[u8]) -> Option<usize> {
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
                return Some(i);
            }
        } else {
            i += 1;
        }
    }
    None
}

fn string_end(bytes: &[u8], quote: usize) -> Option<usize> {
    let mut at = quote + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

fn raw_string_end(text: &str, r: usize) -> Option<usize> {
    let hashes = text[r + 1..].bytes().take_while(|&b| b == b'#').count();
    if text.as_bytes().get(r + 1 + hashes) != Some(&b'"') {
        return Some(r + 1);
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let body = r + 2 + hashes;
    text[body..].find(&close).map(|found| body + found + close.len())
}

/// A character is short; an apostrophe that does not end soon is taken for a mere byte.
fn char_end(bytes: &[u8], quote: usize) -> usize {
    let escaped = usize::from(bytes.get(quote + 1) == Some(&b'\\'));
    let close = bytes[quote + 1..].iter().skip(1 + escaped).take(5).position(|&b| b == b'\'');
    close.map_or(quote + 1, |found| quote + 3 + escaped + found)
}
