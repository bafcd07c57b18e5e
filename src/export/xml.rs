//! Text inside of XML.

/// Text as XML takes it, in elements and in attributes. What XML 1.0 cannot hold is left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "&#10;",
            '\t' => out += "&#9;",
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_escaped_and_control_characters_go() {
        assert_eq!(escape("a<b> & \"c\"\u{1b}[0m\nd"), "a&lt;b&gt; &amp; &quot;c&quot;[0m&#10;d");
    }
}
