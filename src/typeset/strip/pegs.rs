//! Points of a strip: signs, numbers, and the dots that say how precise a date is.

use unicode_width::UnicodeWidthStr;

use super::{Inked, place, write};
use crate::figure::{Axis, Form, Mark, Role};

/// How far a sign may move aside for another one.
const ASIDE: usize = 2;

/// Draws the points of a strip. Numbers stand in place of their signs, and those that would touch are
/// drawn as one: `3–5`. Of signs that fall on one cell the later one steps aside.
pub(super) fn draw(points: &[&Mark], axis: Axis, cells: &mut [Inked]) {
    let width = cells.len();
    for mark in points {
        stretch(mark, axis, cells);
    }
    let mut placed: Vec<(usize, &Mark)> =
        points.iter().filter_map(|mark| Some((place(axis, width, mark.middle())?, *mark))).collect();
    placed.sort_by_key(|&(at, _)| at);
    let (numbered, signs): (Vec<_>, Vec<_>) =
        placed.into_iter().partition(|(_, mark)| number(mark).is_some());
    let groups = grouped(signs, width);
    for (number, group) in groups.iter().enumerate() {
        let Some(worst) = group.marks.iter().max_by_key(|mark| gravity(mark.role)) else { continue };
        sign(worst, group.at, cells);
        let next = group.at + 1;
        let alone = groups.get(number + 1).is_none_or(|after| after.at > next);
        if group.mixed() && alone && cells.get(next).is_some_and(|cell| cell.free() || cell.letter == '·') {
            cells[next] = Inked::new(several(group.marks.len()), Role::Muted);
        }
    }
    numbers(&numbered, cells);
}

/// Signs in one cell.
struct Group<'m> {
    at: usize,
    marks: Vec<&'m Mark>,
}

impl Group<'_> {
    fn mixed(&self) -> bool {
        self.marks.iter().any(|mark| !same(mark, self.marks[0]))
    }
}

/// The signs by cells: those of one sort share theirs, another steps aside as far as it may, and only then
/// different ones lie in one.
fn grouped<'m>(signs: Vec<(usize, &'m Mark)>, width: usize) -> Vec<Group<'m>> {
    let mut groups: Vec<Group<'m>> = Vec::new();
    for (at, mark) in signs {
        match groups.last_mut() {
            Some(last) if at <= last.at => {
                let aside = last.at < at + ASIDE && last.at + 1 < width;
                if aside && !last.marks.iter().any(|before| same(before, mark)) {
                    let at = last.at + 1;
                    groups.push(Group { at, marks: vec![mark] });
                } else {
                    last.marks.push(mark);
                }
            }
            _ => groups.push(Group { at, marks: vec![mark] }),
        }
    }
    groups
}

/// How much a sign must not be missed: of several in one cell the most negative is drawn.
const fn gravity(role: Role) -> i8 {
    match role {
        Role::Bad => 5,
        Role::Position(position) => -position.height(),
        Role::Ended => 3,
        Role::Doubt => 1,
        _ => 0,
    }
}

/// How many signs lie in one cell.
fn several(count: usize) -> char {
    u32::try_from(count).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or('+')
}

fn same(one: &Mark, other: &Mark) -> bool {
    one.form == other.form && one.role == other.role
}

/// The number that is drawn in place of the sign.
fn number(mark: &Mark) -> Option<u32> {
    mark.label.as_ref()?.parse().ok()
}

/// Dots over what the precision of the date covers.
fn stretch(mark: &Mark, axis: Axis, cells: &mut [Inked]) {
    let width = cells.len();
    if mark.to < axis.from || mark.from > axis.to {
        return;
    }
    let ends = (place(axis, width, mark.from.max(axis.from)), place(axis, width, mark.to.min(axis.to)));
    let (Some(from), Some(to)) = ends else { return };
    // The stretch ends where the next one begins: that cell is not part of it any more.
    let to = if to > from { to } else { from + 1 };
    for cell in &mut cells[from..to.min(width)] {
        if cell.free() || matches!(cell.letter, '╍' | '─' | '╰') {
            *cell = Inked::new('·', mark.role);
        }
    }
}

fn sign(mark: &Mark, at: usize, cells: &mut [Inked]) {
    let Form::Point(sign) = mark.form else { return };
    cells[at] = Inked { letter: sign, role: mark.role, strong: true };
    let mut next = at + 1;
    if mark.open_end && cells.get(next).is_some_and(|cell| cell.free() || cell.letter == '·') {
        cells[next] = Inked::new('▸', mark.role);
        next += 1;
    }
    if mark.open_start && at > 0 && (cells[at - 1].free() || cells[at - 1].letter == '·') {
        cells[at - 1] = Inked::new('◂', mark.role);
    }
    if let Some(label) = &mark.label {
        let room = cells.iter().skip(next).take_while(|cell| !cell.letter.is_alphanumeric()).count();
        if room >= label.width() {
            write(cells, next, label, mark.role, false);
        }
    }
}

/// Numbers that are drawn as one.
struct Peg {
    at: usize,
    numbers: Vec<u32>,
    role: Role,
}

impl Peg {
    /// The numbers, runs of them by their ends: `2,4–6`.
    fn text(&self) -> String {
        let mut sorted = self.numbers.clone();
        sorted.sort_unstable();
        let runs = sorted.chunk_by(|one, next| next - one <= 1).map(|run| match run {
            [one] => one.to_string(),
            [first, .., last] => format!("{first}–{last}"),
            [] => String::new(),
        });
        let text = runs.collect::<Vec<_>>().join(",");
        match sorted[..] {
            [first, .., last] if text.width() > 7 => format!("{first}…{last}"),
            _ => text,
        }
    }
}

fn numbers(numbered: &[(usize, &Mark)], cells: &mut [Inked]) {
    let mut pegs: Vec<Peg> = Vec::new();
    for &(at, mark) in numbered {
        let Some(number) = number(mark) else { continue };
        match pegs.last_mut() {
            // One cell between two numbers, or they read as one.
            Some(peg) if at <= peg.at + peg.text().width() => {
                peg.numbers.push(number);
                peg.role = mark.role;
            }
            _ => pegs.push(Peg { at, numbers: vec![number], role: mark.role }),
        }
    }
    for peg in pegs {
        let text = peg.text();
        let at = peg.at.min(cells.len().saturating_sub(text.width()));
        write(cells, at, &text, peg.role, true);
    }
}

#[cfg(test)]
mod tests {
    use super::super::strip;
    use crate::figure::{Axis, Form, Mark, Role};
    use crate::model::position::Position;

    const AXIS: Axis = Axis { from: 2014.0, to: 2024.0 };

    fn drawn(marks: &[Mark], width: usize) -> String {
        strip(marks, AXIS, width).plain().replace('┊', " ")
    }

    fn numbered(number: u32, year: f64) -> Mark {
        Mark::point(year, year, '●', Role::Good).labelled(number.to_string())
    }

    #[test]
    fn numbers_that_would_touch_are_drawn_as_one() {
        let marks = [numbered(3, 2016.0), numbered(4, 2016.2), numbered(5, 2016.6), numbered(6, 2020.0)];
        assert_eq!(drawn(&marks, 20), "    3–5     6       ");
        let apart = [numbered(3, 2016.0), numbered(5, 2016.2)];
        assert_eq!(drawn(&apart, 20), "    3,5             ");
        let late = [numbered(11, 2023.9)];
        assert_eq!(drawn(&late, 20), "                  11");
    }

    #[test]
    fn a_number_keeps_the_bar_and_the_precision_visible() {
        let marks = [
            Mark::bar(2015.0, 2018.0, Form::Fading, Role::Good),
            Mark::point(2018.0, 2019.0, '●', Role::Good).labelled("2"),
            Mark::bar(2019.0, 2022.0, Form::Bar, Role::Good),
        ];
        assert_eq!(drawn(&marks, 40), "    ╍╍╍╍╍╍╍╍╍╍╍╍··2·╺━━━━━━━━━━━╸       ");
    }

    #[test]
    fn of_many_signs_on_one_cell_the_most_negative_is_seen_and_how_many_there_are() {
        let position = |year: f64, position: Position| {
            let sign = position.glyph().chars().next().unwrap();
            Mark::point(year, year, sign, Role::Position(position))
        };
        let marks = [
            position(2016.0, Position::Supports),
            position(2016.1, Position::Opposes),
            position(2016.2, Position::Open),
            position(2016.3, Position::Champions),
            position(2016.4, Position::Neutral),
        ];
        let drawn = drawn(&marks, 10);
        assert!(drawn.contains('▼'), "{drawn}");
        assert!(drawn.contains(|letter: char| letter.is_ascii_digit()), "{drawn}");
        let edge = [position(2023.8, Position::Opposes), position(2023.9, Position::Supports)];
        assert_eq!(strip(&edge, AXIS, 10).plain().replace('┊', " "), "         ▼");
    }

    #[test]
    fn signs_on_one_cell_step_aside_and_open_dates_say_so() {
        let marks = [
            Mark::point(2016.0, 2016.0, '▲', Role::Good),
            Mark::point(2016.1, 2016.1, '▼', Role::Bad),
            Mark { open_end: true, ..Mark::point(2020.0, 2020.0, '●', Role::Doubt) },
        ];
        assert_eq!(drawn(&marks, 10), "  ▲▼  ●▸  ");
    }
}
