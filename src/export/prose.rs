//! Figures as they are read: a picture becomes the list of its ties, and a list of sources that the
//! end of the text gives anyway is left out.

use super::{Sheet, ties};
use crate::figure::{Block, Body, Extract, Figure, Page, Table};

/// The figure of a sheet with a body that can be read aloud: a table or a page, never a scene.
pub(super) fn readable(sheet: &Sheet<'_>) -> Figure {
    let mut figure = sheet.figure.clone();
    figure.body = match figure.body {
        Body::Scene(scene) => Body::Page(ties::page(sheet, &scene)),
        Body::Page(page) => Body::Page(without_sources(page, &figure.extract)),
        Body::Table(table) => Body::Table(table),
    };
    figure
}

/// The page without its last section if that is nothing but the list of footnotes.
pub(super) fn without_sources(mut page: Page, extract: &Extract) -> Page {
    if let [.., Block::Heading { .. }, Block::Table(table)] = page.blocks.as_slice()
        && lists_footnotes(table, extract)
    {
        page.blocks.truncate(page.blocks.len() - 2);
    }
    page
}

fn lists_footnotes(table: &Table, extract: &Extract) -> bool {
    let sources = extract.sources();
    table.rows.len() == sources.len()
        && table.rows.iter().zip(sources).enumerate().all(|(number, (row, &source))| {
            let first = row.cells.first().map(crate::figure::Cell::plain);
            row.target.source == Some(source) && first == Some(format!("[{}]", number + 1))
        })
}
