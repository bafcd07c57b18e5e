//! The stretch of the axis that is looked at: closer and farther, earlier and later.

use crate::figure::Axis;
use crate::model::date::Moment;
use crate::view::years::Stretch;
use crate::view::{Lens, Shift};

use super::event::Event;

/// Windows shorter than this, in years, begin and end with months; longer ones with years.
const BY_MONTHS: f64 = 3.0;
/// No window is shorter: a quarter of a year.
const SHORTEST: f64 = 0.25;

/// The window of a lens, in years with fractions; an end that is not set is that of the whole.
pub(super) fn of(lens: &Lens, whole: Axis) -> Axis {
    let from = lens.from.and_then(|from| Stretch::at(from).from).unwrap_or(whole.from);
    let to = lens.to.and_then(|to| Stretch::at(to).to).unwrap_or(whole.to);
    Axis { from, to: to.max(from + 1.0 / 366.0) }
}

/// Whether something of an event lies in the window.
pub(super) fn shows(window: Axis, event: &Event) -> bool {
    event.marks.iter().any(|mark| mark.to >= window.from && mark.from < window.to)
}

/// Sets the window of a lens to another one. The whole is no window.
pub(super) fn shift(lens: &mut Lens, whole: Axis, shift: Shift) -> bool {
    let window = of(lens, whole);
    let (middle, length) = (f64::midpoint(window.from, window.to), window.to - window.from);
    let (middle, length) = match shift {
        Shift::In => (middle, (length / 2.0).max(SHORTEST)),
        Shift::Out => (middle, length * 2.0),
        Shift::Left => (middle - length / 2.0, length),
        Shift::Right => (middle + length / 2.0, length),
        Shift::Up | Shift::Down => return false,
    };
    let all = whole.to - whole.from;
    if length >= all {
        (lens.from, lens.to) = (None, None);
        return true;
    }
    let from = (middle - length / 2.0).clamp(whole.from, whole.to - length);
    let step = if length < BY_MONTHS { 12.0 } else { 1.0 };
    let first = (from * step).round();
    let last = ((from + length) * step).round().max(first + 1.0) - 1.0;
    (lens.from, lens.to) = (moment(first, step), moment(last, step));
    true
}

/// The year or month that begins so many steps after the year 0.
fn moment(steps: f64, step: f64) -> Option<Moment> {
    let steps = steps as i32;
    if step > 1.0 {
        format!("{:04}-{:02}", steps.div_euclid(12), steps.rem_euclid(12) + 1).parse().ok()
    } else {
        format!("{steps:04}").parse().ok()
    }
}

/// The window in words: "2015 to 2020".
pub(super) fn said(lens: &Lens) -> Option<String> {
    match (lens.from, lens.to) {
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("up to {to}")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Axis = Axis { from: 1960.0, to: 2030.0 };

    fn after(shifts: &[Shift]) -> Option<String> {
        let mut lens = Lens::default();
        for &step in shifts {
            assert!(shift(&mut lens, WHOLE, step));
        }
        said(&lens)
    }

    #[test]
    fn a_window_narrows_to_a_quarter_and_widens_to_the_whole() {
        assert_eq!(after(&[Shift::In]).as_deref(), Some("1978 to 2012"));
        assert_eq!(after(&[Shift::In, Shift::Out]), None);
        let close = after(&[Shift::In; 12]);
        assert!(close.as_ref().is_some_and(|said| said.contains('-')), "{close:?}");
        let wide = [[Shift::In; 6], [Shift::Out; 6]].concat();
        assert_eq!(after(&wide), None);
    }

    #[test]
    fn it_never_leaves_the_whole() {
        assert_eq!(
            after(&[Shift::In, Shift::Left, Shift::Left, Shift::Left]).as_deref(),
            Some("1960 to 1994")
        );
        assert_eq!(after(&[Shift::In, Shift::Right, Shift::Right]).as_deref(), Some("1995 to 2029"));
    }
}
