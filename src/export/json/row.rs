//! A row of the view as an object: its columns in their order, between keys that every row has.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::export::grid::{Grid, Line};
use crate::export::matter::Matter;

/// A row, written without being copied.
pub(super) struct Row<'a> {
    grid: &'a Grid,
    line: &'a Line,
    sources: Vec<&'a str>,
}

impl<'a> Row<'a> {
    pub(super) fn new(matter: &Matter<'a>, grid: &'a Grid, line: &'a Line) -> Self {
        Self { grid, line, sources: matter.footnotes(&line.cites) }
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = self.line;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("group", &line.group)?;
        for (column, cell) in self.grid.columns.iter().zip(&line.cells) {
            if let Some(cell) = cell {
                map.serialize_entry(column, cell)?;
            }
        }
        map.serialize_entry("entity", &(!line.entity.is_empty()).then_some(&line.entity))?;
        map.serialize_entry("detail", &line.detail)?;
        map.serialize_entry("sources", &self.sources)?;
        map.end()
    }
}
