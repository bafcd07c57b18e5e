//! What the lines and signs of a map mean.

use crate::figure::{Role, Scene, Stroke, Text};
use crate::layout::coast;
use crate::model::kind::Kind;

/// The strokes of ties, how they look in text, and what they say.
pub const STROKES: [(Stroke, &str, &str); 3] = [
    (Stroke::Solid, "──", "holds"),
    (Stroke::Dashed, "╌╌", "over or planned"),
    (Stroke::Dotted, "··", "intent or doubtful"),
];

/// The strokes and the signs that are in the picture, and whose coastlines these are.
pub(super) fn of(scene: &Scene) -> Vec<Text> {
    let strokes = STROKES.into_iter().filter_map(|(stroke, sign, words)| {
        let edge = scene.edges.iter().find(|edge| edge.stroke == stroke)?;
        Some((sign.to_owned(), edge.role, words))
    });
    let here = |kind: &&Kind| scene.nodes.iter().any(|node| node.role == Role::Kind(**kind));
    let kinds = Kind::ALL.iter().filter(here);
    let kinds = kinds.map(|kind| (kind.glyph().to_string(), Role::Kind(*kind), kind.name()));
    let credit = Text::of(format!("No borders. {}", coast::CREDIT), Role::Muted);
    let lines = [row(strokes), row(kinds), credit];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Signs side by side, each with its word.
fn row<'w>(signs: impl Iterator<Item = (String, Role, &'w str)>) -> Text {
    signs.fold(Text::empty(), |text, (sign, role, words)| {
        let gap = if text.is_empty() { "" } else { "  " };
        text.and(gap, Role::Text).and(sign, role).and(format!(" {words}"), Role::Muted)
    })
}
