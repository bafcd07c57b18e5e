//! The globe on a plane: a projection, windows on it, and the shortest ways between two places.
//!
//! A place is a [`Point`] in degrees: x the longitude, y the latitude. The projection is that of Tom
//! Patterson, Bojan Šavrič and Bernhard Jenny, "Introducing the Patterson Cylindrical Projection" (2014):
//! it is a polynomial, so it is exact everywhere, it gives Europe the room that its many seats need, and
//! its meridians are upright, so that a window can go around the world.

use super::Point;
use super::radial::turn;

/// Coefficients of the projection, for the latitude to the powers 1, 5, 7 and 9.
const PATTERSON: [f64; 4] = [1.0148, 0.23185, -0.14499, 0.02406];
/// Degrees of a radian.
const RADIAN: f64 = 180.0 / std::f64::consts::PI;
/// Mean radius of the Earth in kilometres (IUGG).
const EARTH: f64 = 6371.0;

/// How high above the equator a latitude is drawn, in degrees of longitude.
pub fn height(latitude: f64) -> f64 {
    let angle = latitude / RADIAN;
    let square = angle * angle;
    let [first, fifth, seventh, ninth] = PATTERSON;
    RADIAN * angle * (first + square * square * (fifth + square * (seventh + square * ninth)))
}

/// The latitude that is drawn at a height (Newton's method).
pub fn latitude(height: f64) -> f64 {
    let [first, fifth, seventh, ninth] = PATTERSON;
    let mut guess = height.clamp(-103.0, 103.0) * 0.9;
    for _ in 0..8 {
        let square = (guess / RADIAN) * (guess / RADIAN);
        let slope = 7.0 * seventh + square * 9.0 * ninth;
        let slope = first + square * square * (5.0 * fifth + square * slope);
        guess -= (self::height(guess) - height) / slope;
    }
    guess
}

/// A longitude between -180 and 180 degrees; 180 is -180.
pub fn wrapped(longitude: f64) -> f64 {
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

/// A place as a vector of length one.
fn vector(place: Point) -> [f64; 3] {
    let (east, north) = (turn(place.x / 360.0), turn(place.y / 360.0));
    [east.y * north.y, east.x * north.y, north.x]
}

/// The place under a vector.
fn under([x, y, z]: [f64; 3]) -> Point {
    Point::new(angle(y, x), angle(z, (x * x + y * y).sqrt()))
}

/// The direction of a vector in degrees, as `atan2` has it, but the same on every machine.
fn angle(y: f64, x: f64) -> f64 {
    let (long, short) = (x.abs().max(y.abs()), x.abs().min(y.abs()));
    if long == 0.0 {
        return 0.0;
    }
    // Each halving of the angle makes the series for it shorter.
    let half = |t: f64| t / (1.0 + (1.0 + t * t).sqrt());
    let t = half(half(short / long));
    let square = t * t;
    let series = [15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0];
    let sum = series.iter().fold(0.0, |sum, power| 1.0 / power - square * sum);
    let octant = 4.0 * RADIAN * t * sum;
    let right = if y.abs() > x.abs() { 90.0 - octant } else { octant };
    let upper = if x < 0.0 { 180.0 - right } else { right };
    if y < 0.0 { -upper } else { upper }
}

fn chord(a: [f64; 3], b: [f64; 3]) -> f64 {
    let square = |k: usize| (a[k] - b[k]) * (a[k] - b[k]);
    (square(0) + square(1) + square(2)).sqrt()
}

/// Kilometres between two places.
pub fn distance(from: Point, to: Point) -> f64 {
    let half = chord(vector(from), vector(to)) / 2.0;
    2.0 * angle(half, (1.0 - half * half).max(0.0).sqrt()) / RADIAN * EARTH
}

/// The shortest way between two places, both among its points: a great circle, halved until its pieces
/// look straight. Between opposite ends of the Earth every way is as short; then it goes over a pole.
pub fn great_circle(from: Point, to: Point) -> Vec<Point> {
    const STRAIGHT: f64 = 0.04;
    let (start, end) = (vector(from), vector(to));
    let mut way = vec![start, end];
    let mut piece = chord(start, end);
    while piece > STRAIGHT {
        let mut finer = Vec::with_capacity(2 * way.len());
        for pair in way.windows(2) {
            finer.extend([pair[0], middle(pair[0], pair[1])]);
        }
        finer.extend(way.last());
        piece = chord(finer[0], finer[1]);
        way = finer;
    }
    let last = way.len() - 1;
    let inner = way[1..last].iter().map(|&vector| under(vector));
    [from].into_iter().chain(inner).chain([to]).collect()
}

fn middle(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    let sum = [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    let length = chord(sum, [0.0; 3]);
    if length < 1e-9 { [0.0, 0.0, 1.0] } else { sum.map(|part| part / length) }
}

/// A part of the world: its middle in whole degrees and how near it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Longitude of the middle.
    pub lon: f32,
    /// Latitude of the middle.
    pub lat: f32,
    /// 0 for the whole world, each step by [`Window::STEP`] nearer, to [`Window::NEAREST`].
    pub zoom: u8,
}

impl Window {
    /// The whole world, cut in the Bering Strait, the ice of Antarctica below the edge.
    pub const WORLD: Self = Self { lon: 11.0, lat: 19.0, zoom: 0 };
    /// How many times nearer a step is.
    pub const STEP: f64 = 1.5;
    /// The last step: a coastline has no more detail.
    pub const NEAREST: u8 = 8;
    /// Degrees from west to east and heights from south to north that the whole world takes.
    const WHOLE: (f64, f64) = (360.0, 158.0);
    /// The latitude beyond which the middle does not go.
    const POLAR: f64 = 75.0;

    /// Degrees from edge to edge, and heights.
    pub fn span(self) -> (f64, f64) {
        let factor = (0..self.zoom).fold(1.0, |factor, _| factor * Self::STEP);
        (Self::WHOLE.0 / factor, Self::WHOLE.1 / factor)
    }

    /// One step nearer or farther; the whole world has its middle where it always has.
    pub fn zoomed(self, by: i8) -> Self {
        let zoom = self.zoom.saturating_add_signed(by).min(Self::NEAREST);
        if zoom == 0 && by < 0 { Self::WORLD } else { Self { zoom, ..self } }
    }

    /// Moved by thirds of itself, to the east and to the north.
    pub fn moved(self, (east, north): (f64, f64)) -> Self {
        let (width, tall) = self.span();
        let lat = latitude(height(self.lat.into()) + north * tall / 3.0);
        Self::at(f64::from(self.lon) + east * width / 3.0, lat, self.zoom)
    }

    /// The same step with its middle at about this place.
    pub fn to(self, place: Point) -> Self {
        Self::at(place.x, place.y, self.zoom)
    }

    /// A window with its middle at about this place.
    fn at(lon: f64, lat: f64, zoom: u8) -> Self {
        let lat = lat.round().clamp(-Self::POLAR, Self::POLAR);
        Self { lon: wrapped(lon.round()) as f32, lat: lat as f32, zoom }
    }

    /// The nearest window that holds all of these places with some air; the world if there is none.
    pub fn around(places: &[Point]) -> Self {
        let Some((west, width)) = narrowest(places) else { return Self::WORLD };
        let heights = || places.iter().map(|place| height(place.y));
        let (low, high) = (heights().fold(f64::MAX, f64::min), heights().fold(f64::MIN, f64::max));
        let holds = |window: &Self| {
            let span = window.span();
            width <= span.0 * 0.7 && high - low <= span.1 * 0.7
        };
        // What is as near as a country says more with its neighbours around it.
        let middle = (west + width / 2.0, latitude(f64::midpoint(low, high)));
        let mut steps = (1..Self::NEAREST - 1).rev().map(|zoom| Self::at(middle.0, middle.1, zoom));
        steps.find(holds).unwrap_or(Self::WORLD)
    }
}

/// Where the narrowest stretch of longitudes that holds all places begins, and how wide it is.
fn narrowest(places: &[Point]) -> Option<(f64, f64)> {
    let mut around: Vec<f64> = places.iter().map(|place| wrapped(place.x)).collect();
    around.sort_by(f64::total_cmp);
    let first = *around.first()?;
    let next = around.iter().skip(1).copied().chain([first + 360.0]);
    let gaps = around.iter().zip(next).map(|(&from, to)| (to - from, to));
    let (gap, end) = gaps.fold((-1.0, 0.0), |widest, gap| if gap.0 > widest.0 { gap } else { widest });
    Some((wrapped(end), 360.0 - gap))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: Point, b: Point) -> bool {
        (a.x - b.x).abs() < 1e-6 && (a.y - b.y).abs() < 1e-6
    }

    #[test]
    fn the_projection_can_be_undone_and_grows_toward_the_poles() {
        for step in -900..=900 {
            let degrees = f64::from(step) / 10.0;
            assert!((latitude(height(degrees)) - degrees).abs() < 1e-9, "{degrees}");
        }
        assert!((height(90.0) / RADIAN - 1.790_857_183).abs() < 1e-6);
        assert!(height(60.0) - height(50.0) > height(10.0) - height(0.0));
    }

    #[test]
    fn a_vector_leads_back_to_its_place() {
        for lon in (-179..180).step_by(7) {
            for lat in (-89..90).step_by(7) {
                let place = Point::new(f64::from(lon), f64::from(lat));
                assert!(near(under(vector(place)), place), "{place:?}");
            }
        }
        for (y, x) in [(0.0, -1.0), (1.0, 0.0), (-1.0, -1.0), (-2.0, 0.5_f64)] {
            let (ours, theirs) = (angle(y, x), f64::atan2(y, x).to_degrees());
            assert!((ours - theirs).abs() < 1e-9, "{y} {x}: {ours} {theirs}");
        }
    }

    #[test]
    fn great_circles_go_through_known_places() {
        let way = great_circle(Point::new(0.0, 0.0), Point::new(90.0, 0.0));
        assert!(near(way[way.len() / 2], Point::new(45.0, 0.0)));
        // Half of the way between two places on a parallel lies nearer to the pole.
        let way = great_circle(Point::new(-45.0, 45.0), Point::new(45.0, 45.0));
        let top = way[way.len() / 2];
        assert!(top.x.abs() < 1e-6 && (top.y - 54.735_610_317).abs() < 1e-6, "{top:?}");
        // Over the date line, not around the world.
        let way = great_circle(Point::new(139.69, 35.69), Point::new(-118.24, 34.05));
        assert!(way.iter().all(|place| place.x > 139.0 || place.x < -118.0));
        let poles = great_circle(Point::new(10.0, 0.0), Point::new(-170.0, 0.0));
        assert!(poles.iter().any(|place| place.y > 89.0));
        assert_eq!(great_circle(top, top), [top, top]);
    }

    #[test]
    fn distances_are_those_of_the_atlas() {
        let (paris, tokyo) = (Point::new(2.3522, 48.8566), Point::new(139.6917, 35.6895));
        assert!((distance(paris, tokyo) - 9712.0).abs() < 10.0, "{}", distance(paris, tokyo));
        assert!(distance(paris, paris) < 1e-6);
        assert!((distance(Point::new(0.0, 90.0), Point::new(0.0, -90.0)) - 20015.0).abs() < 1.0);
    }

    #[test]
    fn a_window_is_as_near_as_its_places_allow() {
        let europe = [Point::new(2.35, 48.86), Point::new(12.5, 41.9), Point::new(24.9, 60.2)];
        let window = Window::around(&europe);
        assert!(window.zoom >= 3 && (window.lon, window.lat) == (14.0, 51.0), "{window:?}");
        assert_eq!(Window::around(&[]), Window::WORLD);
        let world = [europe[0], Point::new(-77.0, 38.9), Point::new(139.7, 35.7)];
        assert_eq!(Window::around(&world), Window::WORLD);
        let pacific = [Point::new(178.0, -18.0), Point::new(-176.0, -13.0)];
        assert!((179.0..=180.0).contains(&Window::around(&pacific).lon.abs()));
        assert!(Window::around(&europe[..1]).zoom < Window::NEAREST);
    }

    #[test]
    fn a_window_goes_around_the_world_and_stops_at_the_poles() {
        let mut window = Window::WORLD.zoomed(3);
        let start = window;
        for _ in 0..100 {
            window = window.moved((1.0, 1.0));
            assert!((-180.0..180.0).contains(&window.lon) && window.lat <= 75.0);
        }
        assert_eq!(window.zoomed(1).lat.to_string(), "75");
        assert_eq!(start.moved((1.0, 0.0)).moved((-1.0, 0.0)), start);
        assert_eq!(window.zoomed(-3), Window::WORLD);
        assert_eq!(window.zoomed(100).zoom, Window::NEAREST);
    }
}
