//! Marks along a time axis → cells.

mod bars;
mod pegs;

use unicode_width::UnicodeWidthChar;

use crate::figure::{Axis, Form, Mark, Role, Span, Text};
use crate::layout::axis;

/// A cell of a strip. A letter two cells wide is followed by a `\0`.
#[derive(Clone, Copy)]
struct Inked {
    letter: char,
    role: Role,
    strong: bool,
}

impl Inked {
    const fn new(letter: char, role: Role) -> Self {
        Self { letter, role, strong: false }
    }

    /// Whether nothing but the grid is there.
    const fn free(self) -> bool {
        matches!(self.letter, ' ' | '┊')
    }
}

/// A strip of a width, with faint lines at the ticks of the axis.
pub fn strip(marks: &[Mark], axis: Axis, width: usize) -> Text {
    joined(&[], marks, &[], axis, width)
}

/// The same, with risers tied to those of the strips above and below.
pub fn joined(above: &[Mark], marks: &[Mark], below: &[Mark], axis: Axis, width: usize) -> Text {
    let mut cells = vec![Inked::new(' ', Role::Border); width];
    for (year, _) in ticks(axis, width) {
        if let Some(cell) = place(axis, width, year) {
            cells[cell].letter = '┊';
        }
    }
    let (risers, rest): (Vec<&Mark>, Vec<&Mark>) = marks.iter().partition(|mark| mark.form == Form::Riser);
    let (points, rest): (Vec<&Mark>, Vec<&Mark>) =
        rest.into_iter().partition(|mark| matches!(mark.form, Form::Point(_)));
    for mark in rest {
        bars::bar(mark, &points, axis, &mut cells);
    }
    for mark in risers {
        bars::riser(mark, above, below, axis, &mut cells);
    }
    pegs::draw(&points, axis, &mut cells);
    text(&cells)
}

/// The line above the strips: the labels of the ticks.
pub fn heads(axis: Axis, width: usize) -> Text {
    let mut cells = vec![Inked::new(' ', Role::Muted); width];
    let mut free = 0;
    for (year, label) in ticks(axis, width) {
        let Some(at) = place(axis, width, year) else { continue };
        let start = at.min(width.saturating_sub(label.len()));
        if start >= free && start + label.len() <= width {
            write(&mut cells, start, &label, Role::Muted, false);
            free = start + label.len() + 1;
        }
    }
    text(&cells)
}

fn ticks(axis: Axis, width: usize) -> Vec<(f64, String)> {
    axis::ticks(axis.from, axis.to, width / 6)
}

fn place(axis: Axis, width: usize, year: f64) -> Option<usize> {
    let share = axis.share(year);
    ((0.0..=1.0).contains(&share) && width > 0).then(|| ((share * width as f64) as usize).min(width - 1))
}

/// Writes a label; what has no room is left off.
fn write(cells: &mut [Inked], at: usize, label: &str, role: Role, strong: bool) {
    let mut cell = at;
    for letter in label.chars() {
        let wide = letter.width().unwrap_or(0);
        if wide == 0 || cell + wide > cells.len() {
            continue;
        }
        cells[cell] = Inked { letter, role, strong };
        if wide == 2 {
            cells[cell + 1] = Inked::new('\0', role);
        }
        cell += wide;
    }
}

/// Runs of one meaning; the second cells of wide letters are dropped.
fn text(cells: &[Inked]) -> Text {
    let mut out = Text::empty();
    for &Inked { letter, role, strong } in cells.iter().filter(|cell| cell.letter != '\0') {
        match out.0.last_mut() {
            Some(span) if span.role == role && span.strong == strong => span.text.push(letter),
            _ => out.0.push(Span { text: letter.to_string(), role, strong }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: Axis = Axis { from: 2014.0, to: 2024.0 };

    fn drawn(marks: &[Mark], width: usize) -> String {
        strip(marks, AXIS, width).plain().replace('┊', " ")
    }

    #[test]
    fn bars_points_and_stretches_take_their_places() {
        let marks = [
            Mark::bar(2015.0, 2018.0, Form::Bar, Role::Good),
            Mark::point(2020.0, 2021.0, '●', Role::Good).labelled("new"),
        ];
        assert_eq!(drawn(&marks, 20), "  ╺━━━━━╸   ·●new   ");
        assert_eq!(strip(&[], AXIS, 0).plain(), "");
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let marks =
            [Mark::bar(1990.0, 2000.0, Form::Bar, Role::Good), Mark::point(2030.0, 2030.0, '●', Role::Good)];
        assert_eq!(drawn(&marks, 10).trim(), "");
    }

    #[test]
    fn a_guide_bends_at_the_end_where_its_point_is_not() {
        let guide = |point: f64| {
            let marks = [
                Mark::bar(2016.0, 2020.0, Form::Guide, Role::Doubt),
                Mark::point(point, point, '●', Role::Doubt),
            ];
            drawn(&marks, 10)
        };
        assert_eq!(guide(2020.0), "  ╰───●   ");
        assert_eq!(guide(2016.0), "  ●───╯   ");
    }

    #[test]
    fn risers_turn_where_the_line_leaves_its_row() {
        let riser = Mark::bar(2018.0, 2018.0, Form::Riser, Role::Bad);
        let upper = [Mark::bar(2015.0, 2018.0, Form::Fading, Role::Good), riser.clone()];
        let middle = [riser.clone()];
        let lower = [Mark::bar(2018.0, 2020.0, Form::Bar, Role::Bad), riser];
        let plain = |text: Text| text.plain().replace('┊', " ");
        assert_eq!(plain(joined(&[], &upper, &middle, AXIS, 10)), " ╍╍╍┓     ");
        assert_eq!(plain(joined(&upper, &middle, &lower, AXIS, 10)), "    ┃     ");
        assert_eq!(plain(joined(&middle, &lower, &[], AXIS, 10)), "    ┗━╸   ");
    }
}
