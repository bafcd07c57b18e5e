//! What signs and words on the screen mean, for the help: every line is read off the table that draws it.

use super::action::Action;
use super::keymap::Keymap;
use super::picker::{Entry, Pick};
use crate::figure::{Role, Text};
use crate::graph::era::Phase;
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::standing::{Confidence, Rank, Rung};
use crate::search::Key;
use crate::view::map::STROKES;
use crate::view::phrase;
use crate::view::stances::Turn;

/// The lines of the legend, section by section.
pub(super) fn entries(keymap: &Keymap) -> Vec<Entry> {
    let mut lines = Vec::new();
    let mut add = |section, label: Text, note: &str, tail: &str| {
        let (note, tail) = (note.to_owned(), tail.to_owned());
        lines.push(Entry { label, note, tail, section, letter: None, pick: Pick::Nothing });
    };
    for &kind in Kind::ALL {
        let sign = Text::of(kind.glyph().to_string(), Role::Kind(kind));
        add("Signs of kinds", sign.and(format!("  {}", kind.plural()), Role::Text), kind.doc(), "");
    }
    for &position in Position::ALL {
        add("Positions", phrase::rung(position), position.doc(), "");
    }
    for &turn in Turn::ALL {
        let sign = Text::of(turn.sign(), turn.role());
        add("Positions", sign.and(format!("  {turn}"), Role::Text), turn.doc(), "");
    }
    for &rung in Rung::ALL {
        add("How far a tie goes", Text::from(rung.name()), rung.doc(), "");
    }
    for phase in Phase::ALL {
        add("Standing", Text::from(phase.standing()), phase.doc(), "");
    }
    for (_, sign, words) in STROKES {
        add("Standing", Text::of(sign, Role::Text), &format!("a line: {words}"), "");
    }
    let doubts = [
        (Confidence::Low, Rank::Normal, "low confidence", Confidence::Low.doc()),
        (Confidence::High, Rank::Preferred, "sources disagree", Rank::Preferred.doc()),
        (Confidence::High, Rank::Deprecated, "known to be wrong", Rank::Deprecated.doc()),
    ];
    for (confidence, rank, words, doc) in doubts {
        let sign = phrase::doubt(confidence, rank);
        add("Doubt", sign.and(format!("  {words}"), Role::Text), doc, "");
    }
    let rest = format!(
        "nodes of a network without room for their names, fewest ties first; {} shows more",
        keymap.sign(Action::Zoom)
    );
    add("Pictures", Text::from("+101 more"), &rest, "");
    add(
        "Pictures",
        Text::from("+3"),
        "so many more stand at this place of a map; left and right walk through them",
        "",
    );
    let grounds = keymap.sign(Action::Grounds);
    let source = keymap.sign(Action::Source);
    add("Sources", Text::from("[1]"), "rests on source 1 of those listed below", &grounds);
    add("Sources", Text::from("[1+8]"), &format!("source 1 and eight more; {grounds} shows them"), &grounds);
    add("Sources", Text::from("in the browser"), Action::Source.doc(), &source);
    for &key in Key::ALL {
        add("Filters", Text::from(format!("{key}:")), key.doc(), key.value());
    }
    add(
        "Filters",
        Text::from(","),
        "between values: either of them; two filters of a key must both hold",
        "with:esa,nasa",
    );
    add("Filters", Text::from("-"), "before a filter or a word excludes what it describes", "-kind:mission");
    lines
}
