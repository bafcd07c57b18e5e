//! How blocs are found, and what is published of them.

use crate::figure::{Cell, Extract, Role, Row, Table, Target, Text};
use crate::graph::{ClaimId, Graph};
use crate::typeset::wrap::wrap;
use crate::view::phrase::short;

/// Cells of a line.
const LINE: usize = 76;

const METHOD: &str = "States are in one bloc if they share more agreements, missions and crews with each other than with the rest. \
What many share counts less for each two of them, and treaties that are open to the world do not count.";

const SIGNS: &str = "★ those who together have half of the ties of a bloc. Found by the method of Louvain.";

/// Adds how the blocs are found.
pub(super) fn method(table: &mut Table) {
    section(table, "How blocs are found");
    paragraph(table, METHOD);
    paragraph(table, SIGNS);
}

/// Adds what the dataset names as published of blocs, if it has it.
pub(super) fn add(graph: &Graph, extract: &mut Extract, table: &mut Table) {
    let named = graph.manifest().blocs.as_ref().and_then(|id| graph.find(id));
    let Some(topic) = named else { return };
    section(table, "Published");
    let cites = extract.cite(graph, ClaimId::Entity(topic));
    let mut cells = vec![Cell::Text(short(graph, topic))];
    cells.resize(table.columns.len(), Cell::from(""));
    table.rows.push(Row::new(cells, Target::entity(topic)).cited(cites));
    paragraph(table, graph.entity(topic).summary());
}

fn section(table: &mut Table, title: &str) {
    table.rows.push(Row::heading(Text::empty()));
    table.rows.push(Row::heading(Text::strong(title, Role::Accent)));
}

fn paragraph(table: &mut Table, words: &str) {
    table.rows.extend(wrap(&Text::of(words, Role::Muted), LINE).into_iter().map(Row::heading));
}
