//! Cutting and breaking lines whose pieces have meanings, by cells, not by letters.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::figure::{Role, Span, Text};

/// The text, cut to a width; what is cut leaves `…` behind.
pub fn cut(text: &Text, width: usize) -> Text {
    if text.width() <= width {
        return text.clone();
    }
    let mut left = width.saturating_sub(1);
    let mut out = Text::empty();
    for span in &text.0 {
        let kept = head(&span.text, left);
        // A text can be wider than its letters one by one.
        left = left.saturating_sub(kept.width());
        let whole = kept.len() == span.text.len();
        out.0.push(Span {
            text: if whole { span.text.clone() } else { format!("{}…", kept.trim_end()) },
            ..span.clone()
        });
        if !whole {
            break;
        }
    }
    if width == 0 { Text::empty() } else { out }
}

/// The longest start of a text that fits a width.
pub fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    for (at, letter) in text.char_indices() {
        used += letter.width().unwrap_or(0);
        if used > width {
            return &text[..at];
        }
    }
    text
}

/// The text, cut and filled with blanks to a width, on either side.
pub fn fill(text: &Text, width: usize, right: bool) -> Text {
    let mut text = cut(text, width);
    let left = width.saturating_sub(text.width());
    if left > 0 {
        // A ground goes on under the blanks.
        let role = match text.0.first() {
            Some(Span { role: Role::Ground(step), .. }) => Role::Ground(*step),
            _ => Role::Text,
        };
        let blanks = Span { text: " ".repeat(left), role, strong: false };
        text.0.insert(if right { 0 } else { text.0.len() }, blanks);
    }
    text
}

/// Whether a text has letters that combine or run leftward, whose width terminals do not agree on.
pub fn unsteady(text: &str) -> bool {
    text.chars().any(|letter| {
        matches!(u32::from(letter), 0x0590..=0x08FF | 0x0900..=0x109F | 0x1780..=0x17FF | 0x200D | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC)
    })
}

/// The text, broken into lines of a width. Breaks at blanks and where the script allows it.
pub fn wrap(text: &Text, width: usize) -> Vec<Text> {
    let plain = text.plain();
    if plain.is_empty() {
        return Vec::new();
    }
    // A date such as 2026-05-19 must not be taken apart at its hyphens.
    let whole = textwrap::WordSplitter::NoHyphenation;
    let options = textwrap::Options::new(width.max(1)).word_splitter(whole);
    let mut lines = Vec::new();
    let mut from = 0;
    for line in textwrap::wrap(&plain, options) {
        let start = plain[from..].find(&*line).map_or(from, |found| from + found);
        let end = (start + line.len()).min(plain.len());
        lines.push(slice(text, start, end));
        from = end;
    }
    lines
}

/// The bytes from one place to another of the plain text, with their meanings.
fn slice(text: &Text, start: usize, end: usize) -> Text {
    let mut out = Text::empty();
    let mut at = 0;
    for span in &text.0 {
        let (from, to) = (start.max(at), end.min(at + span.text.len()));
        if from < to {
            out.0.push(Span { text: span.text[from - at..to - at].to_owned(), ..span.clone() });
        }
        at += span.text.len();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Role;

    #[test]
    fn a_cut_leaves_a_sign_and_never_half_a_glyph() {
        let name = Text::of("中国科学院 CAS", Role::Text);
        assert_eq!(cut(&name, 20).plain(), "中国科学院 CAS");
        assert_eq!(cut(&name, 6).plain(), "中国…");
        assert_eq!(cut(&name, 1).plain(), "…");
        assert_eq!(fill(&Text::from("ab"), 4, true).plain(), "  ab");
    }

    #[test]
    fn meanings_survive_a_break() {
        let text = Text::from("one two ").and_strong("three four", Role::Accent);
        let lines = wrap(&text, 9);
        assert_eq!(lines.iter().map(Text::plain).collect::<Vec<_>>(), ["one two", "three", "four"]);
        assert!(lines[2].0[0].strong);
    }
}
