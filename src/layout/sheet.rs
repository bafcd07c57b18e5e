//! A window on the globe, laid on a sheet of dots or pixels: where places fall, and which pieces of a
//! line are seen.

use super::Point;
use super::globe::{Window, height, latitude, wrapped};

/// How many times wider or narrower than it is a shape may be drawn so that the world fills its sheet.
const STRETCH: f64 = 1.5;

/// A window on a sheet, y downward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Width and height of the sheet.
    size: (f64, f64),
    /// The middle of the window: its longitude, and the height of its latitude.
    middle: (f64, f64),
    /// Units of the sheet for a degree of longitude and for one of height.
    scale: (f64, f64),
}

impl Sheet {
    /// A window on a sheet of square units.
    pub fn new(window: Window, size: (f64, f64)) -> Self {
        let (width, tall) = window.span();
        let across = size.0 / width;
        let down = (size.1 / tall).clamp(across / STRETCH, across * STRETCH);
        // What a tall sheet has to spare lies in the south of the world, where nobody sits.
        let spare = if window == Window::WORLD { (size.1 / down - tall).max(0.0) } else { 0.0 };
        let middle = (window.lon.into(), height(window.lat.into()) - spare / 2.0);
        Self { size, middle, scale: (across, down) }
    }

    /// Degrees of longitude to a unit of the sheet.
    pub fn grain(&self) -> f64 {
        1.0 / self.scale.0
    }

    /// The latitude that is drawn so far down.
    pub fn latitude(&self, y: f64) -> f64 {
        latitude(self.middle.1 - (y - self.size.1 / 2.0) / self.scale.1)
    }

    /// Where a place falls; it may be off the sheet.
    pub fn place(&self, place: Point) -> Point {
        self.at(wrapped(place.x - self.middle.0), place.y)
    }

    fn at(&self, east: f64, latitude: f64) -> Point {
        Point::new(
            self.size.0 / 2.0 + east * self.scale.0,
            self.size.1 / 2.0 - (height(latitude) - self.middle.1) * self.scale.1,
        )
    }

    /// Whether a point is on the sheet.
    pub fn holds(&self, point: Point) -> bool {
        (0.0..self.size.0).contains(&point.x) && (0.0..self.size.1).contains(&point.y)
    }

    /// Gives every piece of a line through these places that is on the sheet. A line that leaves at one
    /// side of the world comes back at the other.
    pub fn trace(&self, line: &[Point], piece: &mut dyn FnMut(Point, Point)) {
        let world = 360.0 * self.scale.0;
        let mut last: Option<Point> = None;
        for &place in line {
            let here = self.place(place);
            if let Some(from) = last {
                let step = here.x - from.x;
                let over = if step.abs() <= world / 2.0 { 0.0 } else { world.copysign(-step) };
                let mut cut = |from: Point, to: Point| {
                    if let Some((from, to)) = clip(from, to, self.size) {
                        piece(from, to);
                    }
                };
                cut(from, Point::new(here.x + over, here.y));
                if over != 0.0 {
                    cut(Point::new(from.x - over, from.y), here);
                }
            }
            last = Some(here);
        }
    }
}

/// The part of a stroke that lies between the origin and the far corner, if any does
/// (Liang and Barsky, "A New Concept and Method for Line Clipping", 1984).
pub fn clip(from: Point, to: Point, (width, height): (f64, f64)) -> Option<(Point, Point)> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let edges = [(-dx, from.x), (dx, width - from.x), (-dy, from.y), (dy, height - from.y)];
    for (outward, room) in edges {
        if outward == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if outward < 0.0 {
            enters = enters.max(room / outward);
        } else {
            leaves = leaves.min(room / outward);
        }
    }
    let at = |part: f64| {
        Point::new((from.x + part * dx).clamp(0.0, width), (from.y + part * dy).clamp(0.0, height))
    };
    (enters <= leaves).then(|| (at(enters), at(leaves)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::globe::great_circle;

    const SIZE: (f64, f64) = (100.0, 60.0);

    #[test]
    fn what_is_clipped_lies_inside_and_on_the_line() {
        let mut seed: u64 = 7;
        let mut draw = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as f64 / f64::from(1_u32 << 31) * 300.0 - 100.0
        };
        let mut seen = 0;
        for _ in 0..2000 {
            let (from, to) = (Point::new(draw(), draw()), Point::new(draw(), draw()));
            let inside =
                |point: Point| (0.0..=SIZE.0).contains(&point.x) && (0.0..=SIZE.1).contains(&point.y);
            let Some((a, b)) = clip(from, to, SIZE) else {
                assert!(!inside(from) && !inside(to));
                continue;
            };
            seen += 1;
            assert!(inside(a) && inside(b));
            assert!(!inside(from) || a == from);
            let aside =
                |point: Point| (point.x - from.x) * (to.y - from.y) - (point.y - from.y) * (to.x - from.x);
            assert!(aside(a).abs() < 1e-6 && aside(b).abs() < 1e-6);
        }
        assert!(seen > 200);
    }

    #[test]
    fn a_line_over_the_date_line_is_cut_in_two() {
        let sheet = Sheet::new(Window { lon: 0.0, lat: 0.0, zoom: 0 }, (360.0, 158.0));
        let mut pieces = Vec::new();
        sheet.trace(&[Point::new(170.0, 0.0), Point::new(-170.0, 0.0)], &mut |from, to| {
            pieces.push((from.x, to.x));
        });
        assert_eq!(pieces, [(350.0, 360.0), (0.0, 10.0)]);
        let way = great_circle(Point::new(140.0, 36.0), Point::new(-77.0, 39.0));
        sheet.trace(&way, &mut |from, to| assert!((from.x - to.x).abs() < 60.0));
    }

    #[test]
    fn the_middle_of_the_window_is_the_middle_of_the_sheet() {
        for window in [Window::WORLD, Window { lon: 175.0, lat: -40.0, zoom: 4 }] {
            let sheet = Sheet::new(window, SIZE);
            let at = sheet.place(Point::new(window.lon.into(), window.lat.into()));
            assert!((at.x - 50.0).abs() < 1e-9 && (at.y - 30.0).abs() < 1e-9 && sheet.holds(at));
        }
        // East of the date line is right of what is west of it.
        let sheet = Sheet::new(Window { lon: 175.0, lat: 0.0, zoom: 3 }, SIZE);
        assert!(sheet.place(Point::new(-178.0, 0.0)).x > sheet.place(Point::new(170.0, 0.0)).x);
    }
}
