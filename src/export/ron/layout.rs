//! RON without line breaks → RON as people write it: what fits stays on a line, the rest is broken at its
//! brackets.

/// Widest line of what need not be broken.
const WIDTH: usize = 110;
/// Brackets inside of so many others are always broken: the file, its lists, their records.
const OPEN: usize = 3;

/// A bracket with what stands in it, or a piece of text.
enum Piece<'t> {
    Text(&'t str),
    Group(char, Vec<Vec<Piece<'t>>>, char),
}

/// The text, broken.
pub(super) fn set(text: &str) -> String {
    let mut at = 0;
    let mut out = String::with_capacity(text.len() * 2);
    for piece in item(text, &mut at) {
        write(&piece, 0, 0, &mut out);
    }
    out.push('\n');
    out
}

/// The pieces up to the next comma or closing bracket.
fn item<'t>(text: &'t str, at: &mut usize) -> Vec<Piece<'t>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = *at;
    while *at < bytes.len() {
        match bytes[*at] {
            open @ (b'(' | b'[' | b'{') => {
                found.extend(pieces(text[start..*at].trim()));
                *at += 1;
                found.push(group(text, at, open.into()));
                start = *at;
            }
            b',' | b')' | b']' | b'}' => break,
            _ => *at = after_string(text, *at),
        }
    }
    found.extend(pieces(text[start..*at].trim()));
    found
}

/// The name of a field and its value, as far as they are here.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let word = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let colon = if text[word..].starts_with(':') { word + 1 } else { 0 };
    let (name, value) = text.split_at(colon);
    [name, value.trim()].into_iter().filter(|part| !part.is_empty()).map(Piece::Text)
}

/// The items up to the closing bracket, and the place after it.
fn group<'t>(text: &'t str, at: &mut usize, open: char) -> Piece<'t> {
    let mut items = Vec::new();
    loop {
        let item = item(text, at);
        if !item.is_empty() {
            items.push(item);
        }
        let found = text.as_bytes().get(*at).copied();
        *at += 1;
        match found {
            Some(b',') => {}
            Some(close) => return Piece::Group(open, items, close.into()),
            None => return Piece::Group(open, items, if open == '(' { ')' } else { ']' }),
        }
    }
}

/// The place after the string that starts here, or after the byte if none does.
fn after_string(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let hashes = bytes[at + 1..].iter().take_while(|&&byte| byte == b'#').count();
    let raw = bytes[at] == b'r' && bytes.get(at + 1 + hashes) == Some(&b'"');
    // An `r` at the end of a word is no raw string; none is written without hashes.
    if raw && hashes > 0 {
        let close = format!("\"{}", "#".repeat(hashes));
        let body = at + 2 + hashes;
        return text[body..].find(&close).map_or(text.len(), |found| body + found + close.len());
    }
    if bytes[at] != b'"' {
        return at + 1;
    }
    let mut end = at + 1;
    while end < bytes.len() && bytes[end] != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    (end + 1).min(text.len())
}

/// Width of a piece on one line.
fn width(piece: &Piece<'_>) -> usize {
    match piece {
        Piece::Text(text) => text.chars().count() + 1,
        Piece::Group(_, items, _) => 2 + items.iter().flatten().map(|piece| width(piece) + 1).sum::<usize>(),
    }
}

fn write(piece: &Piece<'_>, depth: usize, used: usize, out: &mut String) {
    match piece {
        Piece::Text(text) => out.push_str(text),
        Piece::Group(open, items, close) => {
            out.push(*open);
            let broken = depth < OPEN || used + width(piece) > WIDTH;
            for (number, item) in items.iter().enumerate() {
                if broken {
                    out.push('\n');
                    out.push_str(&"    ".repeat(depth + 1));
                } else if number > 0 {
                    out.push_str(", ");
                }
                let mut used = 4 * (depth + 1);
                for piece in item {
                    write(piece, depth + 1, used, out);
                    if let Piece::Text(name) = piece
                        && name.ends_with(':')
                    {
                        out.push(' ');
                        used += name.len() + 1;
                    }
                }
                if broken {
                    out.push(',');
                }
            }
            if broken && !items.is_empty() {
                out.push('\n');
                out.push_str(&"    ".repeat(depth));
            }
            out.push(*close);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn what_fits_stays_on_a_line() {
        let text =
            r##"(states:[(id:"a",names:[(text:"x, (y",lang:"zh")],sources:["s","t"],note:r#"a "b", c"#)])"##;
        let want = r##"(
    states: [
        (
            id: "a",
            names: [(text: "x, (y", lang: "zh")],
            sources: ["s", "t"],
            note: r#"a "b", c"#,
        ),
    ],
)
"##;
        assert_eq!(set(text), want);
    }

    #[test]
    fn long_lists_are_broken() {
        let long = "x".repeat(60);
        let text = format!("(a:[(b:[\"{long}\",\"{long}\"])])");
        assert!(set(&text).lines().all(|line| line.len() < 90));
    }
}
