//! Names in a plane that do not lie on each other.

use unicode_width::UnicodeWidthStr;

use super::canvas::CELL;

/// A rectangle, from its left top corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Box {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Box {
    fn meets(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// A place of a name beside its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Below,
    Above,
}

impl Side {
    /// The places in the order in which they are tried: the other sides come after the one that is liked.
    const fn choices(self) -> &'static [Self] {
        match self {
            Self::Left => &[Self::Left, Self::Right],
            Self::Right => &[Self::Right, Self::Left],
            Self::Below | Self::Above => &[Self::Below, Self::Above, Self::Right, Self::Left],
        }
    }

    /// The left top corner of a name at a node.
    fn corner(self, wish: Wish) -> (f64, f64) {
        let (centred, level) = (wish.x - wish.width / 2.0, wish.y - HEIGHT / 2.0);
        match self {
            Self::Left => (wish.x - NODE - AIR - wish.width, level),
            Self::Right => (wish.x + NODE + AIR, level),
            Self::Below => (centred, wish.y + NODE),
            Self::Above => (centred, wish.y - NODE - HEIGHT),
        }
    }
}

/// A name that wants a place beside its node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The node.
    pub(super) x: f64,
    pub(super) y: f64,
    /// Width of the name.
    pub(super) width: f64,
    /// Where it would rather stand.
    pub(super) side: Side,
    /// The more, the earlier it chooses.
    pub(super) weight: u32,
}

/// Height of a name.
pub(super) const HEIGHT: f64 = 17.0;
/// Half the side of the square around a node.
const NODE: f64 = 8.0;
/// Between a node and its name.
const AIR: f64 = 4.0;
/// How far a name is moved up or down at a time.
const STEP: f64 = 6.0;

/// Width of a name.
pub(super) fn width(name: &str) -> f64 {
    name.width() as f64 * CELL + 4.0
}

/// A place for each name, in the order of the wishes.
///
/// The heaviest choose first. A name stands beside its node, on the side that it likes or on the other;
/// where both are taken, it moves up and down until it is free, if need be out of the picture, which grows.
pub(super) fn place(wishes: &[Wish]) -> Vec<Box> {
    let nodes = wishes.iter().map(|wish| Box {
        x: wish.x - NODE,
        y: wish.y - NODE,
        width: 2.0 * NODE,
        height: 2.0 * NODE,
    });
    let mut taken: Vec<Box> = nodes.collect();
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&number| (std::cmp::Reverse(wishes[number].weight), number));
    let mut places = vec![Box { x: 0.0, y: 0.0, width: 0.0, height: 0.0 }; wishes.len()];
    for number in order {
        let place = free(wishes[number], &taken);
        taken.push(place);
        places[number] = place;
    }
    places
}

fn free(wish: Wish, taken: &[Box]) -> Box {
    let mut step = 0;
    loop {
        let away = f64::from(step) * STEP;
        for shift in if step == 0 { vec![0.0] } else { vec![away, -away] } {
            for side in wish.side.choices() {
                let (x, y) = side.corner(wish);
                let place = Box { x, y: y + shift, width: wish.width, height: HEIGHT };
                if !taken.iter().any(|&other| place.meets(other)) {
                    return place;
                }
            }
        }
        // Every name has an end, so there is air above all of them.
        step += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_lie_on_each_other() {
        let wishes: Vec<Wish> = (0..60)
            .map(|number| Wish {
                x: f64::from(number % 6) * 20.0,
                y: f64::from(number / 6) * 5.0,
                width: 90.0,
                side: if number % 2 == 0 { Side::Left } else { Side::Below },
                weight: number as u32,
            })
            .collect();
        let places = place(&wishes);
        for (number, place) in places.iter().enumerate() {
            assert!(!places[..number].iter().any(|&other| place.meets(other)));
        }
    }
}
