//! A line of text whose pieces have meanings.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::role::Role;

/// A run of text with one meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text; no line breaks.
    pub text: String,
    /// What it means.
    pub role: Role,
    /// Whether it stands out: a name, a title.
    pub strong: bool,
}

/// A line, or a paragraph that will be broken into lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Nothing.
    pub const fn empty() -> Self {
        Self(Vec::new())
    }

    /// Text with a meaning.
    pub fn of(text: impl Into<String>, role: Role) -> Self {
        Self::empty().and(text, role)
    }

    /// Text that stands out.
    pub fn strong(text: impl Into<String>, role: Role) -> Self {
        Self::empty().and_strong(text, role)
    }

    /// The same line with more behind it.
    pub fn and(mut self, text: impl Into<String>, role: Role) -> Self {
        self.push(text, role, false);
        self
    }

    /// The same line with more behind it, standing out.
    pub fn and_strong(mut self, text: impl Into<String>, role: Role) -> Self {
        self.push(text, role, true);
        self
    }

    /// The same line with another behind it.
    pub fn then(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    fn push(&mut self, text: impl Into<String>, role: Role, strong: bool) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Span { text, role, strong });
        }
    }

    /// The letters alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    /// Width in terminal cells.
    pub fn width(&self) -> usize {
        self.0.iter().map(|span| width(&span.text)).sum()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Width of a text in terminal cells. Most texts are of plain letters, one cell each, and soon counted.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) { text.len() } else { text.width() }
}

/// A name in so many cells at most. What is cut leaves `…` behind, at the end of a word if one is near.
pub fn cut(name: &str, width: usize) -> Cow<'_, str> {
    if self::width(name) <= width {
        return Cow::Borrowed(name);
    }
    let mut used = 0;
    let mut end = 0;
    for (at, letter) in name.char_indices() {
        used += letter.width().unwrap_or(0);
        if used + 1 > width {
            break;
        }
        end = at + letter.len_utf8();
    }
    let kept = &name[..end];
    let word = kept.rfind([' ', '-', '/']).filter(|&blank| 4 * blank >= 3 * end);
    let kept = word.map_or(kept, |blank| &kept[..blank]);
    let mark = if width == 0 { "" } else { "…" };
    Cow::Owned(format!("{}{mark}", kept.trim_end()))
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::of(text, Role::Text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::of(text, Role::Text)
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, width};

    #[test]
    fn names_are_cut_by_cells_and_at_words_where_one_ends_nearby() {
        assert_eq!(cut("SMILE", 5), "SMILE");
        assert_eq!(cut("Graziella Branduardi", 12), "Graziella…");
        assert_eq!(cut("Branduardi-Raymont", 9), "Branduar…");
        assert_eq!(cut("微笑卫星计划", 6), "微笑…");
        assert_eq!(cut("SMILE", 1), "…");
        assert_eq!(cut("SMILE", 0), "");
    }

    #[test]
    fn plain_letters_are_counted_and_others_measured() {
        assert_eq!(["", "~SMILE 2!", "Wörner", "微笑", "e\u{301}"].map(width), [0, 9, 6, 4, 1]);
    }
}
