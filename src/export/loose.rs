//! A figure for paper without edges: no cell is cut, no list of footnotes abbreviated.

use crate::figure::{Block, Body, Cell, Column, Figure, Role, Table, Text, Width};

/// The figure with columns as wide as their cells and with every footnote in its text.
pub(super) fn loose(mut figure: Figure) -> Figure {
    figure.chart = figure.chart.map(table);
    figure.body = match figure.body {
        Body::Table(body) => Body::Table(table(body)),
        Body::Page(mut page) => {
            page.blocks = page.blocks.into_iter().map(block).collect();
            Body::Page(page)
        }
        body @ Body::Scene(_) => body,
    };
    figure
}

/// All footnote numbers: `[3]`, `[3,7,12]`.
pub(super) fn numbers(cites: &[u32]) -> String {
    if cites.is_empty() {
        return String::new();
    }
    let cites: Vec<String> = cites.iter().map(ToString::to_string).collect();
    format!("[{}]", cites.join(","))
}

/// The text with all its footnote numbers behind it.
pub(super) fn cited(text: Text, cites: &[u32]) -> Text {
    if cites.is_empty() { text } else { text.and(" ", Role::Text).and(numbers(cites), Role::Link) }
}

fn block(block: Block) -> Block {
    match block {
        Block::Paragraph { text, cites } => Block::Paragraph { text: cited(text, &cites), cites: Vec::new() },
        Block::Fact { label, value, cites, target } => {
            Block::Fact { label, value: cited(value, &cites), cites: Vec::new(), target }
        }
        Block::Table(body) => Block::Table(table(body)),
        heading @ Block::Heading { .. } => heading,
    }
}

fn table(mut table: Table) -> Table {
    for column in &mut table.columns {
        if let Width::Fit { max, .. } = &mut column.width {
            *max = u16::MAX;
        }
    }
    if table.rows.iter().all(|row| row.cites.is_empty()) {
        return table;
    }
    let places = table.columns.len();
    table.columns.push(Column::fit("sources", 0, u16::MAX).right());
    for row in table.rows.iter_mut().filter(|row| !row.heading) {
        row.cells.resize(places, Cell::Text(Text::empty()));
        row.cells.push(Cell::Text(Text::of(numbers(&row.cites), Role::Link)));
        row.cites.clear();
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Extract, Row, Target};

    #[test]
    fn every_footnote_is_named() {
        let row = Row::new(vec!["a".into()], Target::NONE).cited(vec![3, 7, 12]);
        let columns = vec![Column::fit("x", 1, 2)];
        let table = Table { columns, rows: vec![row], axis: None, heads: false };
        let figure = loose(Figure::new("", Body::Table(table), Extract::default()));
        let Body::Table(table) = figure.body else { panic!("no table") };
        assert_eq!(table.rows[0].cells[1].plain(), "[3,7,12]");
        assert_eq!(table.columns.len(), 2);
    }
}
