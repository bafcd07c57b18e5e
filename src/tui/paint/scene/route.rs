//! Which way an edge takes.

use crate::tui::paint::braille::Dot;

/// So many spokes can run into the focus without becoming a blot.
const SPOKES: f64 = 36.0;
/// Dots of a spoke that are always drawn.
const SPOKE: f64 = 24.0;

/// How many dots of a spoke are left out at the focus: where there are many they begin only where they
/// can be told apart.
pub(super) fn hidden(from: Dot, to: Dot, spokes: usize) -> u32 {
    let length = f64::from((to.0 - from.0).abs().max((to.1 - from.1).abs()));
    let part = (1.0 - SPOKES / spokes.max(1) as f64).max(0.0);
    (length * part).min(length - SPOKE).max(0.0) as u32
}

/// The point toward which an edge between two neighbours bends: a little to the middle of the picture,
/// so that it does not run along a row of signs, but around the focus, which it has nothing to do with.
/// `core` is half the width and height of what may not be touched there.
pub(super) fn bend(from: Dot, to: Dot, focus: Dot, core: (f64, f64)) -> Dot {
    let along = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let length = (along.0 * along.0 + along.1 * along.1).sqrt().max(1.0);
    let start = (f64::from(focus.0 - from.0), f64::from(focus.1 - from.1));
    let across = (-along.1 / length, along.0 / length);
    // The focus seen from the straight line: how far aside, and how far along.
    let aside = across.0 * start.0 + across.1 * start.1;
    let onward = (along.0 * start.0 + along.1 * start.1) / length;
    let apart = aside.abs();
    let clear = across.0.abs() * core.0 + across.1.abs() * core.1;
    let wanted = if (0.0..=length).contains(&onward) { (apart * 0.7).max(clear) } else { apart * 0.7 };
    // A curve gets half as far as the point that draws it.
    let shift = 2.0 * (apart - wanted).min(length * 0.2) * if aside < 0.0 { -1.0 } else { 1.0 };
    let middle = (f64::from(from.0 + to.0) / 2.0, f64::from(from.1 + to.1) / 2.0);
    ((middle.0 + across.0 * shift).round() as i32, (middle.1 + across.1 * shift).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edge_through_the_focus_goes_around_it() {
        let toward = bend((0, 51), (100, 51), (50, 50), (12.0, 7.0));
        assert_eq!(toward.0, 50);
        // Half of the way is gone: at least seven dots beside the focus.
        assert!((toward.1 - 51).abs() / 2 >= 6, "{toward:?}");
    }

    #[test]
    fn an_edge_along_a_flank_leans_to_the_middle() {
        let toward = bend((100, 10), (100, 40), (50, 50), (12.0, 7.0));
        assert!(toward.0 < 100 && toward.0 > 80, "{toward:?}");
    }

    #[test]
    fn few_spokes_are_whole_and_many_keep_their_ends() {
        assert_eq!(hidden((0, 0), (80, 10), 20), 0);
        assert!((40..=56).contains(&hidden((0, 0), (80, 10), 150)));
        assert_eq!(hidden((0, 0), (10, 10), 150), 0);
    }
}
