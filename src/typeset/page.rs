//! Pages → lines.

use unicode_width::UnicodeWidthStr;

use super::{BOUNDLESS, Line, Lines, Measure, cites, wrap};
use crate::figure::{Block, Page, Role, Table, Text};

/// Text wider than this is hard to read; tables may be wider.
const MEASURE: usize = 96;

/// Narrowest column of labels.
const LABEL: usize = 9;

/// The lines of a page at a width.
pub fn page(page: &Page, width: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut item = 0;
    let label = labels(page);
    let mut measures = measures(page).into_iter();
    for block in &page.blocks {
        match block {
            Block::Heading { title, note } => {
                if !lines.is_empty() {
                    lines.push(Line::blank());
                }
                lines.push(Line::fixed(heading(title, note, width)));
            }
            Block::Paragraph { text, cites: numbers } => {
                lines.extend(cited(text, numbers, width.min(MEASURE)).into_iter().map(Line::fixed));
            }
            Block::Fact { label: name, value, cites: numbers, target } => {
                let room = width.min(MEASURE).saturating_sub(label + 2).max(8);
                let broken = cited(value, numbers, room);
                let own = target.is_some().then_some(item);
                item += usize::from(target.is_some());
                for (number, part) in broken.into_iter().enumerate() {
                    let name = if number == 0 { *name } else { "" };
                    let lead = wrap::fill(&Text::of(name, Role::Muted), label, false).and("  ", Role::Text);
                    lines.push(Line { text: lead.then(part), item: own });
                }
            }
            Block::Table(table) => {
                let measure = measures.next().unwrap_or_else(|| Measure::of(table));
                lines.extend(Lines::showing(table, &measure, width, None).starting(item).all());
                item += table.entries().count();
            }
        }
    }
    lines
}

/// The measures of the tables: those with the same columns stand in one grid down the page.
fn measures<'p>(page: &'p Page) -> Vec<Measure> {
    let table = |block: &'p Block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    };
    let tables: Vec<&Table> = page.blocks.iter().filter_map(table).collect();
    let own: Vec<Measure> = tables.iter().map(|table| Measure::of(table)).collect();
    let common = |table: &&Table| {
        let alike = tables.iter().zip(&own).filter(|(other, _)| other.columns == table.columns);
        alike.map(|(_, measure)| measure.clone()).reduce(|one, other| one.joined(&other)).unwrap_or_default()
    };
    tables.iter().map(common).collect()
}

fn labels(page: &Page) -> usize {
    let widths = page.blocks.iter().filter_map(|block| match block {
        Block::Fact { label, .. } => Some(label.width()),
        _ => None,
    });
    // Numbers as labels need no column of their own; words line up with those of other pages.
    match widths.max().unwrap_or(0) {
        narrow @ 0..=4 => narrow,
        wide => wide.max(LABEL),
    }
}

fn heading(title: &str, note: &str, width: usize) -> Text {
    let width = if width == BOUNDLESS { MEASURE } else { width };
    let line = Text::strong(title, Role::Accent);
    let note = &wrap::items(note, width.saturating_sub(title.width() + 1));
    let used = title.width() + note.width() + usize::from(!note.is_empty());
    let rule = width.saturating_sub(used + 1);
    if rule < 2 {
        return wrap::cut(&line.and(format!(" {note}"), Role::Muted), width);
    }
    let tail = if note.is_empty() { String::new() } else { format!(" {note}") };
    line.and(" ", Role::Text).and("─".repeat(rule), Role::Border).and(tail, Role::Muted)
}

/// The lines of a text with numbers behind it, which never stand alone on a line: they would be nobody's.
fn cited(text: &Text, numbers: &[u32], width: usize) -> Vec<Text> {
    const TIE: &str = "\u{a0}";
    if numbers.is_empty() {
        return wrap::wrap(text, width);
    }
    let mut lines = wrap::wrap(&text.clone().and(TIE, Role::Text).then(cites(numbers)), width);
    for span in lines.iter_mut().flat_map(|line| &mut line.0).filter(|span| span.text == TIE) {
        " ".clone_into(&mut span.text);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_with_the_last_word() {
        let text = Text::from("Science data are expected from September");
        for width in 12..60 {
            let lines = cited(&text, &[1, 2], width);
            let last = lines.last().unwrap().plain();
            assert!(last.ends_with("September [1+1]") || width < 15, "{last} at {width}");
            assert!(lines.iter().all(|line| line.width() <= width), "{width}");
        }
    }
}
