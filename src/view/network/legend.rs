//! What the strokes and signs of a network mean.

use crate::figure::{Role, Scene, Stroke, Text};
use crate::model::kind::Kind;

/// A line for every stroke and sign that is in the picture, and no other.
pub(super) fn of(scene: &Scene) -> Vec<Text> {
    let stroke = |stroke: Stroke| scene.edges.iter().find(|edge| edge.stroke == stroke);
    let role = |role: Role| scene.edges.iter().any(|edge| edge.role == role);
    let mut lines = Vec::new();
    let mut line = |sign: &str, ink: Role, words: &str| {
        lines.push(Text::of(sign, ink).and(format!("  {words}"), Role::Muted));
    };
    if let Some(edge) = stroke(Stroke::Solid) {
        line("──", edge.role, "holds; the brighter, the farther it goes");
    }
    if let Some(edge) = stroke(Stroke::Dashed) {
        line("╌╌", edge.role, "over or planned");
    }
    if let Some(edge) = stroke(Stroke::Dotted) {
        line("··", edge.role, "words of intent, or doubtful");
    }
    if role(Role::Bad) {
        line("──", Role::Bad, "restricts");
    }
    if role(Role::Muted) {
        line("──", Role::Muted, "part, office, seat: no cooperation");
    }
    for &kind in Kind::ALL {
        if scene.nodes.iter().any(|node| node.role == Role::Kind(kind)) {
            line(&kind.glyph().to_string(), Role::Kind(kind), kind.name());
        }
    }
    lines
}
