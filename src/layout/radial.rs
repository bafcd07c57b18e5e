//! A tree in rings: the root at the centre, every child one ring further out and near its parent.
//!
//! The wedges are those of Peter Eades, "Drawing Free Trees" (1992): each subtree gets a share of its
//! parent's wedge by the number of its leaves. The order around the ring is the order of the slice and
//! nothing else, so one node more or less moves the others a little and swaps none.

use super::Point;

/// Places a tree in the unit disc, clockwise from the top.
///
/// `parents` names the parent of each node by its index. Node 0 is the root whatever is written there,
/// and a parent comes before its children.
pub fn rings(parents: &[usize]) -> Vec<Point> {
    let tree = Tree::new(parents);
    let deepest = f64::from(tree.rings.iter().copied().max().unwrap_or(0).max(1));
    let wedges = tree.starts.iter().zip(&tree.spans);
    let place = |(ring, (start, span)): (&u32, (&f64, &f64))| {
        let way = turn(start + span / 2.0);
        let radius = f64::from(*ring) / deepest;
        Point::new(way.x * radius, way.y * radius)
    };
    tree.rings.iter().zip(wedges).map(place).collect()
}

/// Rings, and wedges as fractions of a turn.
struct Tree {
    rings: Vec<u32>,
    starts: Vec<f64>,
    spans: Vec<f64>,
}

impl Tree {
    fn new(parents: &[usize]) -> Self {
        let count = parents.len();
        let mut rings = vec![0; count];
        let mut children = vec![0_u32; count];
        for node in 1..count {
            rings[node] = rings[parents[node]] + 1;
            children[parents[node]] += 1;
        }
        let shares = shares(parents, &rings, &children);
        let mut inside = vec![0.0; count];
        for node in 1..count {
            inside[parents[node]] += shares[node];
        }
        let mut starts = vec![0.0; count];
        let mut spans = vec![1.0; count];
        // A single neighbour stands to the right, where there is room for its name.
        let first = if children.first() == Some(&1) { 0.75 } else { 0.0 };
        let mut next = vec![first; count];
        for node in 1..count {
            let parent = parents[node];
            spans[node] = spans[parent] * shares[node] / inside[parent];
            starts[node] = next[parent];
            next[parent] += spans[node];
            next[node] = starts[node];
        }
        Self { rings, starts, spans }
    }
}

/// What each subtree weighs in its parent's wedge: its leaves. In the first ring a quarter as much again is
/// dealt out evenly, so that a neighbour without children is not squeezed between those that have many.
fn shares(parents: &[usize], rings: &[u32], children: &[u32]) -> Vec<f64> {
    let mut leaves: Vec<f64> =
        children.iter().map(|&children| if children == 0 { 1.0 } else { 0.0 }).collect();
    for node in (1..parents.len()).rev() {
        leaves[parents[node]] += leaves[node];
    }
    let evenly = match (leaves.first(), children.first()) {
        (Some(all), Some(&near)) if near > 0 => all / f64::from(near) / 4.0,
        _ => 0.0,
    };
    for (share, &ring) in leaves.iter_mut().zip(rings) {
        if ring == 1 {
            *share += evenly;
        }
    }
    leaves
}

/// The point of the unit circle after a part of a turn, clockwise from the top.
///
/// The sines of the standard library may differ in the last digit from machine to machine; this sum
/// has the same bits everywhere.
pub fn turn(part: f64) -> Point {
    let quarters = (part - part.floor()) * 4.0;
    let whole = quarters.floor();
    let rest = quarters - whole;
    let (sin, cos) =
        if rest <= 0.5 { (sine(rest), cosine(rest)) } else { (cosine(1.0 - rest), sine(1.0 - rest)) };
    match whole as i64 {
        0 => Point::new(sin, cos),
        1 => Point::new(cos, -sin),
        2 => Point::new(-sin, -cos),
        _ => Point::new(-cos, sin),
    }
}

/// The sine of a part of a quarter turn, up to one half.
fn sine(part: f64) -> f64 {
    let x = part * std::f64::consts::FRAC_PI_2;
    let square = x * x;
    let mut term = x;
    let mut sum = x;
    for n in [2.0, 4.0, 6.0, 8.0, 10.0, 12.0] {
        term = -term * square / (n * (n + 1.0));
        sum += term;
    }
    sum
}

/// The cosine of a part of a quarter turn, up to one half.
fn cosine(part: f64) -> f64 {
    let x = part * std::f64::consts::FRAC_PI_2;
    let square = x * x;
    let mut term = 1.0;
    let mut sum = 1.0;
    for n in [1.0, 3.0, 5.0, 7.0, 9.0, 11.0] {
        term = -term * square / (n * (n + 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_agrees_with_the_library() {
        for step in 0..=1000 {
            let part = f64::from(step) / 1000.0 * 2.0 - 0.5;
            let (sin, cos) = (part * std::f64::consts::TAU).sin_cos();
            let point = turn(part);
            assert!((point.x - sin).abs() < 1e-11 && (point.y - cos).abs() < 1e-11, "{part}");
        }
    }

    #[test]
    fn children_lie_in_the_wedge_of_their_parent_and_rings_are_circles() {
        let points = rings(&[0, 0, 0, 0, 1, 1, 3, 3, 3, 3]);
        let radius = |point: &Point| (point.x * point.x + point.y * point.y).sqrt();
        assert_eq!(points[0], Point::default());
        assert!(points[1..4].iter().all(|point| (radius(point) - 0.5).abs() < 1e-9));
        assert!(points[4..].iter().all(|point| (radius(point) - 1.0).abs() < 1e-9));
        for (child, parent) in [(4, 1), (5, 1), (6, 3), (9, 3)] {
            let along = points[child].x * points[parent].x + points[child].y * points[parent].y;
            assert!(along > 0.0, "{child} turns away from {parent}");
        }
    }

    #[test]
    fn one_neighbour_more_moves_the_others_by_less_than_their_distance() {
        let before = rings(&[0; 21]);
        let after = rings(&[0; 22]);
        for node in 1..11 {
            let (dx, dy) = (before[node].x - after[node].x, before[node].y - after[node].y);
            assert!((dx * dx + dy * dy).sqrt() < 0.17, "{node}");
        }
    }

    #[test]
    fn nobody_and_one_are_no_special_case_for_the_caller() {
        assert!(rings(&[]).is_empty());
        assert_eq!(rings(&[0]), [Point::default()]);
        let lone = rings(&[0, 0])[1];
        assert!(lone.x > 0.99 && lone.y.abs() < 1e-9);
    }
}
