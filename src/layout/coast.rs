//! The coastlines of the world, in as much detail as a raster can show.

use std::sync::OnceLock;

use super::Point;
use super::globe::wrapped;

/// To be said wherever the lines are drawn.
pub const CREDIT: &str = "Coastlines: Natural Earth, public domain";

const FILE: &str = include_str!("../../assets/coastline.txt");
/// Degrees of a dot from which a coarser set of lines is enough, and what is smaller than it.
const GRAINS: [f64; 3] = [0.0, 0.45, 1.0];

/// A coast.
#[derive(Clone, Debug, PartialEq)]
pub struct Coast {
    /// Its points, in degrees.
    pub line: Vec<Point>,
    /// Southern and northern end.
    pub lat: (f64, f64),
    /// Western and eastern end.
    pub lon: (f64, f64),
}

impl Coast {
    fn new(line: Vec<Point>) -> Self {
        let ends = |part: fn(&Point) -> f64| {
            line.iter().map(part).fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)))
        };
        Self { lat: ends(|point| point.y), lon: ends(|point| point.x), line }
    }

    /// Whether some of it may lie within so many degrees of a meridian.
    pub fn near(&self, meridian: f64, degrees: f64) -> bool {
        let half = (self.lon.1 - self.lon.0) / 2.0;
        wrapped(self.lon.0 + half - meridian).abs() <= degrees + half
    }
}

/// The coastlines for a raster of so many degrees a dot.
pub fn lines(grain: f64) -> &'static [Coast] {
    static SETS: OnceLock<[Vec<Coast>; GRAINS.len()]> = OnceLock::new();
    let sets = SETS.get_or_init(|| {
        let whole: Vec<Coast> = FILE.lines().filter_map(read).map(Coast::new).collect();
        let [_, middle, coarse] = GRAINS.map(|grain| simpler(&whole, grain));
        [whole, middle, coarse]
    });
    let set = GRAINS.iter().rposition(|&least| grain >= least).unwrap_or(0);
    &sets[set]
}

/// Reads a line of the file: a place in tenths of a degree, then steps.
fn read(line: &str) -> Option<Vec<Point>> {
    let pairs = line.split(' ').map(|pair| {
        let (x, y) = pair.split_once(',')?;
        Some((x.parse::<i32>().ok()?, y.parse::<i32>().ok()?))
    });
    let pairs: Vec<(i32, i32)> = pairs.collect::<Option<_>>()?;
    let (mut x, mut y) = (0, 0);
    let points = pairs.into_iter().map(|(right, up)| {
        (x, y) = (x + right, y + up);
        Point::new(f64::from(x) / 10.0, f64::from(y) / 10.0)
    });
    Some(points.collect())
}

/// The same coasts with less detail, without those that would be no more than a dot.
fn simpler(coasts: &[Coast], grain: f64) -> Vec<Coast> {
    let large = |coast: &&Coast| (coast.lon.1 - coast.lon.0).max(coast.lat.1 - coast.lat.0) > grain;
    coasts.iter().filter(large).map(|coast| Coast::new(simplified(&coast.line, grain / 2.0))).collect()
}

/// A line without the points that lie no farther than `slack` from the rest (Douglas and Peucker 1973).
pub fn simplified(line: &[Point], slack: f64) -> Vec<Point> {
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        let (Some(start), Some(end)) = (line.get(from), line.get(to)) else { break };
        (kept[from], kept[to]) = (true, true);
        let far = (from + 1..to).map(|at| (apart(line[at], *start, *end), at));
        let far = far.max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, at)) = far.filter(|&(apart, _)| apart > slack) {
            open.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// How far a point lies from a stroke.
fn apart(point: Point, from: Point, to: Point) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((point.x - from.x) * dx + (point.y - from.y) * dy) / length } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    let (x, y) = (point.x - from.x - along * dx, point.y - from.y - along * dy);
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_read_and_lies_on_the_globe() {
        let written = FILE.lines().filter(|line| !line.starts_with('#')).count();
        let whole = lines(0.0);
        assert_eq!(whole.len(), written);
        assert!(whole.len() > 400 && FILE.len() < 60_000);
        for coast in whole {
            assert!(coast.line.len() > 2);
            assert!(coast.lon.0 >= -180.0 && coast.lon.1 <= 180.0, "{:?}", coast.lon);
            assert!(coast.lat.0 >= -90.0 && coast.lat.1 <= 84.0, "{:?}", coast.lat);
            // No stroke along the seam of the map, where no land ends.
            assert!(coast.line.windows(2).all(|pair| (pair[0].x - pair[1].x).abs() < 90.0));
        }
    }

    #[test]
    fn a_coarser_raster_has_fewer_points() {
        let count = |grain: f64| lines(grain).iter().map(|coast| coast.line.len()).sum::<usize>();
        assert!(count(0.1) > count(0.5) && count(0.5) > 2 * count(2.0));
        assert_eq!(count(2.0), count(9.0));
    }

    #[test]
    fn what_is_left_of_a_line_is_near_all_of_it() {
        for coast in lines(0.0).iter().take(20) {
            let rest = simplified(&coast.line, 0.5);
            assert_eq!((rest.first(), rest.last()), (coast.line.first(), coast.line.last()));
            for point in &coast.line {
                let near = rest.windows(2).any(|pair| apart(*point, pair[0], pair[1]) <= 0.5 + 1e-9);
                assert!(near || rest.len() == 1);
            }
        }
        assert!(simplified(&[], 1.0).is_empty());
    }

    #[test]
    fn a_coast_is_near_a_meridian_across_the_date_line_too() {
        let coast = Coast::new(vec![Point::new(-179.0, 0.0), Point::new(-175.0, 1.0)]);
        assert!(coast.near(175.0, 10.0) && coast.near(-170.0, 10.0) && !coast.near(0.0, 10.0));
    }
}
