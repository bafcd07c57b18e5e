//! Text that Markdown leaves as it is.

/// The text with a backslash before everything that could be markup; line breaks become blanks.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.trim();
    for (at, letter) in text.char_indices() {
        match letter {
            '&' if !is_reference(&text[at + 1..]) => out.push(letter),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '$' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Whether what stands behind an ampersand makes it the name of a letter: `amp;`, `#39;`.
fn is_reference(behind: &str) -> bool {
    let name = behind.split_once(';').map_or("", |(name, _)| name);
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// Escaped text that starts a block: a sign that would make it a heading or a list is escaped, too.
pub(super) fn start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text[digits..].chars().next();
    match text.chars().next() {
        Some('#' | '+' | '-' | '=' | ':') => format!("\\{text}"),
        Some(_) if digits > 0 && matches!(after, Some('.' | ')')) => {
            format!("{}\\{}", &text[..digits], &text[digits..])
        }
        _ => text.to_owned(),
    }
}

/// Text as it is typed, in as many backticks as it needs.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut longest = 0;
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let blank = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Whether a text is an address that a browser opens, and nothing else.
pub(super) fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// An address as a link. Signs that would end it are written as their codes.
pub(super) fn address(url: &str) -> String {
    let url = url.replace('<', "%3C").replace('>', "%3E").replace('|', "%7C").replace('\\', "%5C");
    format!("<{url}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(escape("a|b <c> & d_e\\ *f*\ng"), r"a\|b \<c\> & d\_e\\ \*f\* g");
        assert_eq!(escape("a & b; &amp; &#39; A&B;"), r"a & b; \&amp; \&#39; A\&B;");
        assert_eq!(start("2015. A year"), r"2015\. A year");
        assert_eq!(start("# no"), r"\# no");
        assert_eq!(start("2015 as it is"), "2015 as it is");
    }

    #[test]
    fn code_is_fenced_as_far_as_needed() {
        assert_eq!(code("spacepact list"), "`spacepact list`");
        assert_eq!(code("a `b`"), "`` a `b` ``");
    }

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_address("https://www.esa.int/a_b"));
        assert!(!is_address("javascript:alert(1)"));
        assert_eq!(address("https://x.org/<a>"), "<https://x.org/%3Ca%3E>");
    }
}
