//! Shapes in a plane or on a map: nodes and the edges between them.

use super::Target;
use super::role::Role;
use crate::graph::ClaimId;
use crate::layout::Point;
use crate::layout::globe::Window;

/// How an edge is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stroke {
    /// It holds.
    #[default]
    Solid,
    /// It is over, suspended or planned.
    Dashed,
    /// It is weak: words of intent, low confidence.
    Dotted,
}

/// A thing in the plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it is: in the unit disc, the focus at its centre, y upward; on a map in degrees of longitude
    /// and latitude.
    pub at: Point,
    /// Its sign, one cell wide.
    pub glyph: char,
    /// Its name.
    pub label: String,
    /// What it means.
    pub role: Role,
    /// Steps from the focus; 0 for the focus.
    pub ring: u8,
    /// How much it matters when there is no room for all labels: more is kept longer.
    pub weight: u32,
    /// What it stands for.
    pub target: Target,
    /// What to say when the cursor is on it.
    pub detail: Vec<super::text::Text>,
}

/// A stroke between two nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Index of the first node.
    pub from: usize,
    /// Index of the second node.
    pub to: usize,
    /// How it is drawn.
    pub stroke: Stroke,
    /// What it means.
    pub role: Role,
    /// The claims that it bundles.
    pub claims: Vec<ClaimId>,
}

/// Nodes and edges.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The part of the world that is seen, if this is a map.
    pub window: Option<Window>,
    /// The nodes; the focus first.
    pub nodes: Vec<Node>,
    /// The edges.
    pub edges: Vec<Edge>,
    /// How many more there are than nodes.
    pub beyond: usize,
    /// What the strokes and signs mean, a line each.
    pub legend: Vec<super::text::Text>,
}
