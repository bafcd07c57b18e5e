//! How blocs are found, and what is published of them.

use crate::figure::{Cell, Extract, Role, Row, Table, Target, Text};
use crate::graph::blocs::Split;
use crate::graph::{ClaimId, Graph};
use crate::typeset::wrap::wrap;
use crate::view::phrase::{list, short};

/// Cells of a line.
const LINE: usize = 76;

const METHOD: &str = "States are in one bloc if they share more agreements, missions and crews with each other than with the rest. \
What many share counts less for each two of them, and treaties that are open to the world do not count.";

const SIGNS: &str = "★ those who together have half of the ties of a bloc. Found by the method of Louvain.";

/// Adds how the blocs are found.
pub(super) fn method(table: &mut Table) {
    table.rows.push(Row::heading(Text::empty()));
    table.rows.push(Row::heading(Text::strong("How blocs are found", Role::Accent)));
    table.rows.extend(paragraph(METHOD));
    table.rows.extend(paragraph(SIGNS));
}

/// What the dataset names as published of blocs, if it has it, and the figures to hold beside it.
pub(super) fn rows(graph: &Graph, splits: &[Split], columns: usize, extract: &mut Extract) -> Vec<Row> {
    let named = graph.manifest().blocs.as_ref().and_then(|id| graph.find(id));
    let Some(topic) = named else { return Vec::new() };
    let cites = extract.cite(graph, ClaimId::Entity(topic));
    let mut cells = vec![Cell::Text(short(graph, topic))];
    cells.resize(columns, Cell::from(""));
    let mut rows = vec![Row::heading(Text::strong("Published", Role::Accent))];
    rows.push(Row::new(cells, Target::entity(topic)).cited(cites));
    rows.extend(paragraph(graph.entity(topic).summary()));
    let here = splits.iter().filter(|split| !split.blocs.is_empty());
    let here: Vec<String> =
        here.map(|split| format!("{:.2} in {}", split.modularity, split.period)).collect();
    let compared = format!("Here, to compare: modularity {}.", list(&here));
    rows.extend(paragraph(&compared).filter(|_| !here.is_empty()));
    rows
}

fn paragraph(words: &str) -> impl Iterator<Item = Row> {
    wrap(&Text::of(words, Role::Muted), LINE).into_iter().map(Row::heading)
}
