//! Marks that have a length: bars, guides, and the risers that tie one strip to the next.

use unicode_width::UnicodeWidthStr;

use super::{Inked, place, write};
use crate::figure::{Axis, Form, Mark};

/// Draws a bar or a guide; `points` are the points of the same strip.
pub(super) fn bar(mark: &Mark, points: &[&Mark], axis: Axis, cells: &mut [Inked]) {
    let width = cells.len();
    let clamp = |year: f64| place(axis, width, year.clamp(axis.from, axis.to)).unwrap_or(0);
    if width == 0 || mark.to < axis.from || mark.from > axis.to {
        return;
    }
    let (from, to) = (clamp(mark.from), clamp(mark.to));
    let body = match mark.form {
        Form::Bar => '━',
        Form::Fading => '╍',
        Form::Ended => '╌',
        Form::Guide => '─',
        Form::Riser | Form::Point(_) => return,
    };
    cells[from..=to].fill(Inked::new(body, mark.role));
    match mark.form {
        // The point lies at the end of the guide; the bend at the other one, under the point before.
        Form::Guide if points.iter().any(|point| place(axis, width, point.middle()) == Some(from)) => {
            cells[to].letter = '╯';
        }
        Form::Guide => cells[from].letter = '╰',
        Form::Bar if from < to => {
            cells[from].letter = if mark.open_start { '┅' } else { '╺' };
            cells[to].letter = if mark.open_end { '▸' } else { '╸' };
        }
        _ if mark.open_end => cells[to].letter = '▸',
        _ => {}
    }
    if let Some(label) = &mark.label
        && to - from > label.width() + 3
    {
        write(cells, from + 2, &format!(" {label} "), mark.role, false);
    }
}

/// Draws a riser, turned toward the bars beside it and the risers above and below.
pub(super) fn riser(mark: &Mark, above: &[Mark], below: &[Mark], axis: Axis, cells: &mut [Inked]) {
    let width = cells.len();
    let Some(at) = place(axis, width, mark.from) else { return };
    let rises = |marks: &[Mark]| {
        marks.iter().any(|mark| mark.form == Form::Riser && place(axis, width, mark.from) == Some(at))
    };
    let barred =
        |cell: Option<&Inked>| cell.is_some_and(|cell| matches!(cell.letter, '━' | '╍' | '╺' | '╸' | '▸'));
    let (left, right) =
        (barred(at.checked_sub(1).and_then(|cell| cells.get(cell))), barred(cells.get(at + 1)));
    let letter = match (rises(above), rises(below), left, right) {
        (true, false, true, false) => '┛',
        (true, false, false, true) => '┗',
        (false, true, true, false) => '┓',
        (false, true, false, true) => '┏',
        (true, false, true, true) => '┻',
        (false, true, true, true) => '┳',
        (true, false, false, false) => '╹',
        (false, true, false, false) => '╻',
        _ => '┃',
    };
    cells[at] = Inked::new(letter, mark.role);
}
