//! Names in a plane that do not lie on each other.

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

/// A name that wants a place beside its node.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// The node.
    pub(super) x: f64,
    pub(super) y: f64,
    /// Width of the name.
    pub(super) width: f64,
    /// Whether it would rather stand at the left.
    pub(super) left: bool,
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
        for shift in if step == 0 { vec![0.0] } else { vec![STEP, -STEP] } {
            for left in [wish.left, !wish.left] {
                let x = if left { wish.x - NODE - AIR - wish.width } else { wish.x + NODE + AIR };
                let y = wish.y - HEIGHT / 2.0 + shift * f64::from(step);
                let place = Box { x, y, width: wish.width, height: HEIGHT };
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
                left: number % 2 == 0,
                weight: number as u32,
            })
            .collect();
        let places = place(&wishes);
        for (number, place) in places.iter().enumerate() {
            assert!(!places[..number].iter().any(|&other| place.meets(other)));
        }
    }
}
