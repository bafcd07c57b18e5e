//! Names on a grid: nothing may overlap, whatever is wished.

use spacepact::layout::label::{Place, Side, Wish, place};
use spacepact::layout::oval::{self, Item};
use spacepact::layout::radial::rings;

/// A fixed sequence of numbers that look random (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % limit
    }
}

fn assert_sound(grid: (u16, u16), places: &[Option<Place>], what: &str) {
    let mut taken = vec![false; usize::from(grid.0) * usize::from(grid.1)];
    for place in places.iter().flatten() {
        let strip = place.strip();
        assert!(strip.end() <= grid.0 && strip.y < grid.1, "{what}: {place:?} leaves {grid:?}");
        assert!(strip.holds(place.glyph.0, place.glyph.1), "{what}: {place:?} is torn");
        for x in strip.x..strip.end() {
            let cell = &mut taken[usize::from(strip.y) * usize::from(grid.0) + usize::from(x)];
            assert!(!*cell, "{what}: {place:?} overlaps");
            *cell = true;
        }
    }
}

/// A ring of neighbours with names between 4 and `longest` cells, as the painter places them.
fn ring(grid: (u16, u16), neighbours: usize, longest: u32) -> Vec<Option<Place>> {
    let mut dice = Dice(7);
    let items: Vec<Item> = rings(&vec![0; neighbours + 1])
        .into_iter()
        .enumerate()
        .map(|(number, at)| Item {
            at,
            ring: u8::from(number > 0),
            width: (4 + dice.below(longest - 3)) as u16,
            weight: dice.below(20),
        })
        .collect();
    let wishes = oval::wishes((f64::from(grid.0), f64::from(grid.1)), &items);
    place(grid, f64::from(grid.0) / 10.0, &wishes)
}

#[test]
fn nothing_overlaps_or_leaves_the_grid_whatever_is_wished() {
    let mut dice = Dice(1);
    for round in 0..600 {
        let grid = ((20 + dice.below(181)) as u16, (6 + dice.below(55)) as u16);
        let mut within =
            |limit: u16| f64::from(dice.below(u32::from(limit) * 12)) / 10.0 - f64::from(limit) / 10.0;
        let spots: Vec<(f64, f64)> = (0..200).map(|_| (within(grid.0), within(grid.1))).collect();
        let wishes: Vec<Wish> = spots
            .into_iter()
            .take(dice.below(201) as usize)
            .map(|(x, y)| Wish {
                x,
                y,
                width: dice.below(31) as u16,
                side: [Side::Left, Side::Right, Side::Middle][dice.below(3) as usize],
                weight: dice.below(9),
            })
            .collect();
        let reach = [0.0, 8.0, 40.0, f64::INFINITY][dice.below(4) as usize];
        let places = place(grid, reach, &wishes);
        assert_eq!(places.len(), wishes.len());
        assert_sound(grid, &places, &format!("round {round}"));
    }
}

#[test]
fn twenty_names_fit_at_80x24_and_a_hundred_and_fifty_at_200x60() {
    for (grid, neighbours) in [((76, 18), 20), ((136, 36), 75), ((200, 56), 150)] {
        let places = ring(grid, neighbours, 24);
        assert_sound(grid, &places, "ring");
        let named = places.iter().filter(|place| place.is_some_and(|place| place.label.is_some()));
        assert_eq!(named.count(), neighbours + 1, "{grid:?}");
    }
}

#[test]
fn where_names_have_no_room_signs_are_shown() {
    let places = ring((76, 18), 150, 24);
    assert_sound((76, 18), &places, "crowd");
    assert!(places.iter().all(Option::is_some));
    assert!(places[0].is_some_and(|focus| focus.label.is_some()));
}
