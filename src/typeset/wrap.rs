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

/// What separates the items of titles and counts.
const BETWEEN: &str = " · ";

/// As many of the items of a title or of counts as fit a width, from the left; those that count nothing
/// go first. `…` says that others are left out. Nothing is cut in the middle, but the first item where not even
/// it has room.
pub fn items(text: &str, width: usize) -> String {
    let mut items: Vec<&str> = text.split(BETWEEN).collect();
    let too_wide = |items: &[&str]| items.join(BETWEEN).width() > width;
    if too_wide(&items) && items.len() > 1 {
        items.retain(|item| !item.starts_with("0 "));
    }
    if items.len() > 1 && too_wide(&items) {
        // The sign that something is left out has room as well.
        while items.len() > 1 && items.join(BETWEEN).width() + 2 > width {
            items.pop();
        }
        let kept = items.join(BETWEEN);
        return cut(&Text::from(if kept.width() + 2 > width { kept } else { kept + " …" }), width).plain();
    }
    cut(&Text::from(items.join(BETWEEN)), width).plain()
}

/// As many of these names as fit a width, and the number of the others: "A, B and 2 more".
pub fn roll(names: &[&str], width: usize) -> String {
    let said = |shown: usize| match (names.len() - shown, &names[..shown]) {
        (0, all) => all.join(", "),
        (more, []) => more.to_string(),
        (more, some) => format!("{} and {more} more", some.join(", ")),
    };
    let fitting = (0..=names.len()).rev().map(said).find(|text| text.width() <= width);
    fitting.unwrap_or_else(|| names.len().to_string())
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

/// Letters of South East Asia, written without blanks between words: to find their words takes a dictionary,
/// and the rules of Unicode for breaking lines complain on standard error that they have none.
fn unspaced(letter: char) -> bool {
    matches!(u32::from(letter), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x1950..=0x19DF | 0x1A20..=0x1AAF | 0xA9E0..=0xA9FF | 0xAA60..=0xAADF)
}

/// The text, broken into lines of a width: between its items where it has some, else at blanks and where
/// the script allows it.
pub fn wrap(text: &Text, width: usize) -> Vec<Text> {
    let plain = text.plain();
    if plain.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let mut begun: Option<usize> = None;
    let mut from = 0;
    for item in plain.split(BETWEEN) {
        let (start, end) = (from, from + item.len());
        from = end + BETWEEN.len();
        let whole = item.width() <= width;
        let here = begun.filter(|begun| !whole || plain[*begun..end].width() <= width);
        if here.is_none()
            && let Some(begun) = begun
        {
            lines.push((begun, start - BETWEEN.len()));
        }
        let here = here.unwrap_or(start);
        let mut broken = if whole { vec![(here, end)] } else { words(&plain, (here, end), width) };
        begun = broken.pop().map(|(start, _)| start);
        lines.extend(broken);
    }
    lines.extend(begun.map(|begun| (begun, plain.trim_end().len().max(begun))));
    lines.into_iter().map(|(start, end)| slice(text, start, end)).collect()
}

/// The part of a text between two places, broken at blanks.
fn words(plain: &str, (start, end): (usize, usize), width: usize) -> Vec<(usize, usize)> {
    // A date such as 2026-05-19 must not be taken apart at its hyphens.
    let whole = textwrap::WordSplitter::NoHyphenation;
    let mut options = textwrap::Options::new(width.max(1)).word_splitter(whole);
    if plain[start..end].chars().any(unspaced) {
        options = options.word_separator(textwrap::WordSeparator::AsciiSpace);
    }
    let mut from = start;
    let broken = textwrap::wrap(&plain[start..end], options);
    let place = |line: std::borrow::Cow<'_, str>| {
        let start = plain[from..].find(&*line).map_or(from, |found| from + found);
        from = (start + line.len()).min(end);
        // A separator at the end or at the beginning of a line separates nothing.
        let line = &plain[start..from];
        let tail = line.trim_end_matches([' ', '·']);
        let head = tail.trim_start_matches([' ', '·']);
        (start + tail.len() - head.len(), start + tail.len())
    };
    broken.into_iter().map(place).collect()
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
    fn counts_and_names_are_left_out_as_wholes() {
        let counts = "◆ agency · 24 links · 0 stances · 8 milestones";
        assert_eq!(items(counts, 60), counts);
        assert_eq!(items(counts, 40), "◆ agency · 24 links · 8 milestones");
        for width in 10..counts.width() {
            let text = items(counts, width);
            assert!(text.width() <= width, "{text}");
            assert!(text.ends_with("milestones") || text.ends_with(" …") || text == "◆ agency", "{text}");
        }
        assert_eq!(items("Tiangong", 5), "Tian…");
        let names = ["ESA", "Roscosmos", "CNSA", "ISRO"];
        assert_eq!(roll(&names, 40), "ESA, Roscosmos, CNSA, ISRO");
        assert_eq!(roll(&names, 25), "ESA, Roscosmos and 2 more");
        assert_eq!(roll(&names, 23), "ESA and 3 more");
        assert_eq!(roll(&names, 4), "4");
    }

    #[test]
    fn lines_break_between_items_and_no_separator_is_left_at_an_end() {
        let text = Text::from("Wikipedia · 2025 · encyclopedia · en · read at Hubbry");
        let lines = |width| wrap(&text, width).iter().map(Text::plain).collect::<Vec<_>>();
        assert_eq!(lines(40), ["Wikipedia · 2025 · encyclopedia · en", "read at Hubbry"]);
        for width in 8..60 {
            for line in lines(width) {
                assert!(line.width() <= width.max(12), "{line} at {width}");
                assert!(!line.starts_with(['·', ' ']) && !line.ends_with(['·', ' ']), "{line} at {width}");
            }
        }
        let long = Text::from("medium confidence · preferred: reported on the day by several outlets");
        let lines = wrap(&long, 30).iter().map(Text::plain).collect::<Vec<_>>();
        assert_eq!(lines[0], "medium confidence · preferred:");
    }

    #[test]
    fn meanings_survive_a_break() {
        let text = Text::from("one two ").and_strong("three four", Role::Accent);
        let lines = wrap(&text, 9);
        assert_eq!(lines.iter().map(Text::plain).collect::<Vec<_>>(), ["one two", "three", "four"]);
        assert!(lines[2].0[0].strong);
    }
}
