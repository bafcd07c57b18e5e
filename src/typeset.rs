//! Figures → lines of a width in cells. The screen and the text format print the same lines; only the
//! screen adds a cursor and colours.

pub mod columns;
pub mod page;
pub mod scene;
pub mod strip;
pub mod table;
pub mod wrap;

use crate::figure::{Body, Figure, Role, Text};

pub use page::page;
pub use table::{Lines, Measure};

/// A width at which nothing is cut: that of a file or a pipe.
pub const BOUNDLESS: usize = 1 << 14;

/// A line of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text, not wider than was asked.
    pub text: Text,
    /// The item of the figure to which the line belongs, if the cursor can stand on it.
    pub item: Option<usize>,
}

impl Line {
    /// A line that the cursor passes over.
    pub const fn fixed(text: Text) -> Self {
        Self { text, item: None }
    }

    /// An empty line.
    pub const fn blank() -> Self {
        Self::fixed(Text::empty())
    }
}

/// A whole figure without its title: chart, then body, then what there is to say if there is nothing.
///
/// A scene has no lines; who prints text lists its edges instead.
pub fn figure(figure: &Figure, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(chart) = &figure.chart {
        lines.extend(Lines::new(chart, width).all().into_iter().map(|line| Line::fixed(line.text)));
        lines.push(Line::blank());
    }
    if let Some(empty) = &figure.empty {
        lines.extend(wrap::wrap(&Text::of(empty.as_str(), Role::Muted), width).into_iter().map(Line::fixed));
    }
    match &figure.body {
        Body::Table(table) => lines.extend(Lines::new(table, width).all()),
        Body::Page(body) => lines.extend(page(body, width)),
        Body::Scene(_) => {}
    }
    lines
}

/// How wide footnote numbers are, without writing them.
fn cites_width(numbers: &[u32]) -> usize {
    let digits = |number: u32| number.checked_ilog10().unwrap_or(0) as usize + 1;
    match numbers {
        [] => 0,
        [one] => digits(*one) + 2,
        [one, more @ ..] => digits(*one) + digits(more.len() as u32) + 3,
    }
}

/// Footnote numbers as they stand at the end of a line: `[3]`, and `[3+2]` for one and two more.
pub fn cites(numbers: &[u32]) -> Text {
    match numbers {
        [] => Text::empty(),
        [one] => Text::of(format!("[{one}]"), Role::Link),
        [one, more @ ..] => Text::of(format!("[{one}"), Role::Link)
            .and(format!("+{}", more.len()), Role::Muted)
            .and("]", Role::Link),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_as_wide_as_they_are_written() {
        for number in [1, 9, 10, 99, 100, 2026] {
            for many in [0, 1, 2, 10, 11, 101] {
                let numbers = vec![number; many];
                assert_eq!(cites_width(&numbers), cites(&numbers).width(), "{number} {many} times");
            }
        }
    }
}
