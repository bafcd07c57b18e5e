//! The words of a text, without the signs that stand before them on screen.

use crate::figure::{Role, Text};
use crate::model::kind::Kind;
use crate::model::position::Position;

/// The letters of a text without the signs of kinds and positions, for readers that are programs or
/// that have no legend. A text that is nothing but such a sign becomes the word for it.
pub(super) fn words(text: &Text) -> String {
    if let Some(word) = doubt(text) {
        return word.to_owned();
    }
    let mut out = String::new();
    let mut meant = "";
    let mut after_sign = false;
    for span in &text.0 {
        let sign = sign(span.role);
        let (rest, name) = match &sign {
            Some((sign, name)) => match span.text.trim_start().strip_prefix(sign.as_str()) {
                Some(rest) => (rest, *name),
                None => (span.text.as_str(), ""),
            },
            None => (span.text.as_str(), ""),
        };
        if !name.is_empty() {
            meant = name;
            after_sign = true;
        }
        let rest = if after_sign { rest.trim_start() } else { rest };
        after_sign &= rest.is_empty();
        out += rest;
    }
    if out.trim().is_empty() && !meant.is_empty() { meant.to_owned() } else { out.trim().to_owned() }
}

/// The sign that a role is shown by, and the word for it.
pub(super) fn sign(role: Role) -> Option<(String, &'static str)> {
    match role {
        Role::Kind(kind) => Some((kind.glyph().to_string(), kind.name())),
        Role::Position(position) => Some((position.glyph().to_owned(), position.name())),
        _ => None,
    }
}

/// The word for a sign of doubt; `None` for anything else.
pub(super) fn doubt(text: &Text) -> Option<&'static str> {
    let [span] = text.0.as_slice() else { return None };
    match (span.text.as_str(), span.role) {
        ("~", Role::Doubt) => Some("low confidence"),
        ("≠", Role::Doubt) => Some("disputed"),
        ("✗", Role::Bad) => Some("superseded"),
        _ => None,
    }
}

/// A string without the signs of kinds and positions that are named right behind them: "▲ mission".
pub(super) fn unsigned(text: &str) -> String {
    let kinds = Kind::ALL.iter().map(|kind| (kind.glyph().to_string(), kind.name()));
    let positions = Position::ALL.iter().map(|position| (position.glyph().to_owned(), position.name()));
    let mut out = text.to_owned();
    for (sign, name) in kinds.chain(positions) {
        out = out.replace(&format!("{sign} {name}"), name);
    }
    out
}

/// A text on one line: a line break or another control character becomes a blank, so that the text is
/// as wide as before.
pub(super) fn line(text: &str) -> String {
    text.replace(|c: char| c.is_control(), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_go_and_a_lone_sign_becomes_its_word() {
        let kind = Role::Kind(Kind::Agency);
        let esa = Text::of("◆", kind).and(" ", Role::Text).and("ESA", Role::Text);
        assert_eq!(words(&esa.clone().and(" leads ", Role::Muted).then(esa)), "ESA leads ESA");
        let role = Role::Position(Position::Champions);
        assert_eq!(words(&Text::of("▲▲ ", role).and("champions", role)), "champions");
        assert_eq!(words(&Text::of("▲▲", role)), "champions");
        assert_eq!(words(&Text::of("● known", Role::Good)), "● known");
        assert_eq!(words(&Text::of("~", Role::Doubt)), "low confidence");
        assert_eq!(unsigned("▲ mission · 3 links"), "mission · 3 links");
    }

    #[test]
    fn a_line_has_no_breaks() {
        assert_eq!(line("one\ntwo\t  three"), "one two   three");
    }
}
