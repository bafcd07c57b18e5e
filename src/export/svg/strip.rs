//! Marks along a time axis as shapes.

use super::canvas::{Anchor, Canvas, number};
use crate::export::network::paper;
use crate::export::words::line;
use crate::export::xml::escape;
use crate::figure::{Axis, Form, Mark, Role, Text};
use crate::layout::axis;

/// Where the axis of a strip runs.
#[derive(Clone, Copy)]
pub(super) struct Track {
    pub(super) axis: Axis,
    /// Left end.
    pub(super) from: f64,
    /// Length.
    pub(super) width: f64,
}

/// How far a riser goes from the middle of its row.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) up: f64,
    pub(super) down: f64,
}

impl Track {
    /// The place of a year; years outside are at the near end.
    fn x(self, year: f64) -> f64 {
        let share = self.axis.share(year);
        self.from + if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 } * self.width
    }

    fn shows(self, mark: &Mark) -> bool {
        mark.to >= self.axis.from && mark.from <= self.axis.to
    }
}

impl Canvas<'_> {
    /// Labels of the ticks on the current line, and a faint line below each, through the rows.
    pub(super) fn axis(&mut self, track: Track, height: f64) {
        let most = (track.width / 60.0) as usize;
        for (year, label) in axis::ticks(track.axis.from, track.axis.to, most) {
            let x = track.x(year);
            self.text(x, self.y, &Text::of(label, Role::Muted), Anchor::Middle);
            let top = self.y + 5.0;
            self.stroke((x, top), (x, top + height), Role::Border, " stroke-dasharray=\"1 4\"");
        }
    }

    /// The marks of a row on the current line: bars first, points over them.
    pub(super) fn strip(&mut self, marks: &[Mark], track: Track, reach: &dyn Fn(&Mark) -> Reach) {
        let is_point = |mark: &&Mark| matches!(mark.form, Form::Point(_));
        let shown: Vec<&Mark> = marks.iter().filter(|mark| track.shows(mark)).collect();
        shown.iter().filter(|mark| !is_point(mark)).for_each(|mark| self.bar(mark, track, reach(mark)));
        shown.iter().filter(|mark| is_point(mark)).for_each(|mark| self.point(mark, track));
    }

    fn bar(&mut self, mark: &Mark, track: Track, reach: Reach) {
        let (from, to) = (track.x(mark.from), track.x(mark.to).max(track.x(mark.from) + 2.0));
        let middle = self.y - 5.0;
        let ink = self.ink(mark.role);
        match mark.form {
            Form::Bar => self.solid(mark, from, to),
            Form::Fading => self.thick((from, to), mark.role, " stroke-width=\"3\" stroke-dasharray=\"5 3\""),
            Form::Ended => self.thick((from, to), mark.role, " stroke-width=\"2\" stroke-dasharray=\"2 4\""),
            Form::Guide => self.thick((from, to), mark.role, ""),
            Form::Riser => {
                let (top, bottom) = (middle - reach.up, middle + reach.down);
                self.stroke((from, top), (from, bottom), mark.role, " stroke-width=\"2\"");
            }
            Form::Point(_) => {}
        }
        if mark.open_end && matches!(mark.form, Form::Fading | Form::Ended) {
            self.out += &arrow(to, middle, &ink);
        }
        if let Some(label) = &mark.label {
            self.label(from + 4.0, label, mark.role);
        }
    }

    fn thick(&mut self, (from, to): (f64, f64), role: Role, more: &str) {
        self.stroke((from, self.y - 5.0), (to, self.y - 5.0), role, more);
    }

    /// A bar; an end that is not known is open: pale at the left, an arrow at the right.
    fn solid(&mut self, mark: &Mark, from: f64, to: f64) {
        let ink = self.ink(mark.role);
        let middle = self.y - 5.0;
        let pale = if mark.open_start { ((to - from) / 3.0).min(14.0) } else { 0.0 };
        let end = if mark.open_end { (to - 7.0).max(from) } else { to };
        if pale > 0.0 {
            self.thick((from, from + pale), mark.role, " stroke-width=\"6\" stroke-dasharray=\"2 2\"");
        }
        let width = (end - from - pale).max(0.0);
        self.out += &format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"6\" rx=\"1\" fill=\"{ink}\"/>\n",
            number(from + pale),
            number(middle - 3.0),
            number(width)
        );
        if mark.open_end {
            self.out += &arrow(to, middle, &ink);
        }
    }

    /// A sign at the middle of the stretch that its date covers.
    fn point(&mut self, mark: &Mark, track: Track) {
        let Form::Point(sign) = mark.form else { return };
        let (from, to, at) = (track.x(mark.from), track.x(mark.to), track.x(mark.middle()));
        if to - from > 6.0 {
            self.thick((from, to), mark.role, " stroke-dasharray=\"1 3\"");
        }
        self.text(at, self.y, &Text::of(sign, mark.role), Anchor::Middle);
        if let Some(label) = &mark.label {
            self.label(at + 5.0, label, mark.role);
        }
    }

    /// A small word above a mark, with the colour of the paper around it, so that a tick does not cross it.
    fn label(&mut self, x: f64, label: &str, role: Role) {
        let (ink, paper) = (self.ink(role), paper(self.theme));
        self.out += &format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"11\" fill=\"{ink}\" stroke=\"{paper}\" stroke-width=\"3\" \
             paint-order=\"stroke\">{}</text>\n",
            number(x),
            number(self.y - 9.0),
            escape(&line(label))
        );
    }
}

fn arrow(to: f64, middle: f64, ink: &str) -> String {
    format!("<path d=\"M{} {}l7 5l-7 5z\" fill=\"{ink}\"/>\n", number(to - 7.0), number(middle - 5.0))
}
