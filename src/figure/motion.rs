//! Steps of a cursor: to the next item, or to the nearest one in a direction.

use crate::layout::Point;

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Up.
    Up,
    /// Down.
    Down,
    /// Left.
    Left,
    /// Right.
    Right,
}

/// The nearest point in a direction, as an index; `None` if there is none.
///
/// Only points within 45 degrees of the way count, and a step aside costs twice a step along. Where the
/// cone is empty, anything on that side of the start counts, so that no way is a dead end while there
/// is something there.
pub fn nearest(points: &[Point], from: usize, way: Way) -> Option<usize> {
    let start = points.get(from)?;
    let parts = |point: &Point| {
        let (dx, dy) = (point.x - start.x, point.y - start.y);
        match way {
            Way::Up => (dy, dx.abs()),
            Way::Down => (-dy, dx.abs()),
            Way::Left => (-dx, dy.abs()),
            Way::Right => (dx, dy.abs()),
        }
    };
    let best = |cone: f64| {
        points
            .iter()
            .enumerate()
            .filter(|&(index, point)| {
                let (along, across) = parts(point);
                index != from && along > 1e-9 && across <= along * cone
            })
            .min_by(|(_, a), (_, b)| {
                let cost = |point| {
                    let (along, across) = parts(point);
                    along + 2.0 * across
                };
                cost(a).total_cmp(&cost(b))
            })
            .map(|(index, _)| index)
    };
    best(1.0).or_else(|| best(f64::INFINITY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_to_the_nearest_point_in_its_cone() {
        let points =
            [Point::new(0.0, 0.0), Point::new(1.0, 0.1), Point::new(0.4, 0.9), Point::new(-1.0, 0.0)];
        assert_eq!(nearest(&points, 0, Way::Right), Some(1));
        assert_eq!(nearest(&points, 0, Way::Up), Some(2));
        assert_eq!(nearest(&points, 0, Way::Left), Some(3));
        assert_eq!(nearest(&points, 1, Way::Right), None);
    }
}
