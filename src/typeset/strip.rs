//! Marks along a time axis → cells.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::figure::{Axis, Form, Mark, Role, Span, Text};
use crate::layout::axis;

/// A cell of a strip.
type Inked = (char, Role);

/// A strip of a width, with faint lines at the ticks of the axis.
pub fn strip(marks: &[Mark], axis: Axis, width: usize) -> Text {
    let mut cells: Vec<Inked> = vec![(' ', Role::Border); width];
    for (year, _) in ticks(axis, width) {
        if let Some(cell) = place(axis, width, year) {
            cells[cell] = ('┊', Role::Border);
        }
    }
    let points = |mark: &&Mark| matches!(mark.form, Form::Point(_));
    marks.iter().filter(|mark| !points(mark)).for_each(|mark| bar(mark, axis, &mut cells));
    marks.iter().filter(points).for_each(|mark| point(mark, axis, &mut cells));
    text(&cells)
}

/// The line above the strips: the labels of the ticks.
pub fn heads(axis: Axis, width: usize) -> Text {
    let mut cells: Vec<Inked> = vec![(' ', Role::Muted); width];
    let mut free = 0;
    for (year, label) in ticks(axis, width) {
        let Some(at) = place(axis, width, year) else { continue };
        let start = at.min(width.saturating_sub(label.len()));
        if start >= free && start + label.len() <= width {
            for (offset, letter) in label.chars().enumerate() {
                cells[start + offset] = (letter, Role::Muted);
            }
            free = start + label.len() + 1;
        }
    }
    text(&cells)
}

fn ticks(axis: Axis, width: usize) -> Vec<(f64, String)> {
    axis::ticks(axis.from, axis.to, width / 7)
}

fn place(axis: Axis, width: usize, year: f64) -> Option<usize> {
    let share = axis.share(year);
    ((0.0..=1.0).contains(&share) && width > 0).then(|| ((share * width as f64) as usize).min(width - 1))
}

fn bar(mark: &Mark, axis: Axis, cells: &mut [Inked]) {
    let width = cells.len();
    let clamp = |year: f64| place(axis, width, year.clamp(axis.from, axis.to)).unwrap_or(0);
    if width == 0 || mark.to < axis.from || mark.from > axis.to {
        return;
    }
    let (from, to) = (clamp(mark.from), clamp(mark.to));
    let (body, start, end) = match mark.form {
        Form::Bar => ('━', '╺', '╸'),
        Form::Fading => ('╍', '╍', '╍'),
        Form::Ended => ('╌', '╌', '╌'),
        Form::Guide => ('─', '╰', '─'),
        Form::Riser => ('┃', '┃', '┃'),
        Form::Point(_) => return,
    };
    if mark.form == Form::Riser {
        cells[from] = (body, mark.role);
        return;
    }
    for cell in from..=to {
        cells[cell] = (body, mark.role);
    }
    if mark.form == Form::Guide {
        cells[from] = (start, mark.role);
    }
    if mark.form == Form::Bar && from < to {
        cells[from].0 = if mark.open_start { '┅' } else { start };
        cells[to].0 = if mark.open_end { '▸' } else { end };
    } else if mark.open_end && matches!(mark.form, Form::Fading | Form::Ended) {
        cells[to].0 = '▸';
    }
    if let Some(label) = &mark.label
        && to - from > label.width() + 3
    {
        write(cells, from + 2, &format!(" {label} "), mark.role);
    }
}

fn point(mark: &Mark, axis: Axis, cells: &mut [Inked]) {
    let Form::Point(sign) = mark.form else { return };
    let width = cells.len();
    let Some(at) = place(axis, width, mark.middle()) else { return };
    let (from, to) = (place(axis, width, mark.from.max(axis.from)), place(axis, width, mark.to.min(axis.to)));
    if let (Some(from), Some(to)) = (from, to) {
        for cell in &mut cells[from..=to] {
            if matches!(cell.0, ' ' | '┊') {
                *cell = ('·', mark.role);
            }
        }
    }
    cells[at] = (sign, mark.role);
    if let Some(label) = &mark.label {
        let room = cells[at + 1..].iter().take_while(|(letter, _)| !letter.is_alphanumeric()).count();
        if room >= label.width() {
            write(cells, at + 1, label, mark.role);
        }
    }
}

fn write(cells: &mut [Inked], at: usize, label: &str, role: Role) {
    let mut cell = at;
    for letter in label.chars() {
        let wide = letter.width().unwrap_or(0);
        if wide == 0 || cell + wide > cells.len() {
            continue;
        }
        cells[cell] = (letter, role);
        if wide == 2 {
            cells[cell + 1] = ('\0', role);
        }
        cell += wide;
    }
}

/// Runs of one meaning; the second cells of wide letters are dropped.
fn text(cells: &[Inked]) -> Text {
    let mut out = Text::empty();
    for &(letter, role) in cells.iter().filter(|(letter, _)| *letter != '\0') {
        match out.0.last_mut() {
            Some(span) if span.role == role => span.text.push(letter),
            _ => out.0.push(Span { text: letter.to_string(), role, strong: false }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: Axis = Axis { from: 2014.0, to: 2024.0 };

    #[test]
    fn bars_points_and_stretches_take_their_places() {
        let marks = [
            Mark::bar(2015.0, 2018.0, Form::Bar, Role::Good),
            Mark::point(2020.0, 2021.0, '●', Role::Good).labelled("3"),
        ];
        assert_eq!(strip(&marks, AXIS, 20).plain().replace('┊', " "), "  ╺━━━━━╸   ·●3     ");
        assert_eq!(strip(&[], AXIS, 0).plain(), "");
    }

    #[test]
    fn what_lies_outside_is_not_drawn() {
        let marks =
            [Mark::bar(1990.0, 2000.0, Form::Bar, Role::Good), Mark::point(2030.0, 2030.0, '●', Role::Good)];
        assert_eq!(strip(&marks, AXIS, 10).plain().replace('┊', " ").trim(), "");
    }
}
