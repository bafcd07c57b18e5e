//! JSON, for programs.
//!
//! The schema is stable: keys may be added, none goes away or changes its meaning within one major
//! version. Every key is always there; what is not known is `null`, and a list that has nothing is
//! `[]`. Names of closed vocabularies (kinds, relations, positions, …) are those of the data files'
//! documentation in lower case; dates are EDTF as in the data files.
//!
//! ```text
//! spacepact   dataset version data_as_of licence     what was asked, of which data
//!             as_of known_by filters command         the two dates of the view, its filters, the command
//! title note                                          the head of the view
//! entities[]  id kind name short names[] aliases[]    names: text lang former
//!             country during status summary confidence sources[]
//! links[]     from relation to role during seen[]     from, to: ids of entities
//!             phase rung level status note derived    phase: planned, active, ended or undated,
//!             confidence rank because sources[]         seen from as_of
//! stances[]   id holder as for position about toward  as: office then held; for: body spoken for
//!             on gist quote lang conditions note
//!             confidence rank because sources[]
//! milestones[] entity on kind what expected note confidence rank because sources[]
//! sources[]   number id title publisher author        number: footnote of the view; those that no
//!             published lang type url seen_at weak      footnote names have the numbers after
//! rows[]      group, the columns of the row,          one object a row, texts as shown;
//!             entity detail[] sources[]               entity: id or null
//! ```
//!
//! `sources` inside of the others are ids of entries of the list `sources`; every one of them is there.
//! A column that has the name of one of the keys of a row has ` text` behind its name.

mod record;
mod row;

use std::io::{self, Write};

use serde::Serialize;

use super::grid::grid;
use super::matter::Matter;
use super::words::unsigned;
use super::{Format, Sheet};

use record::{Entity, Link, Milestone, Source, Stance};
use row::Row;

/// The extract and the rows, with all attributes.
pub struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn doc(&self) -> &'static str {
        "entities, links, stances, milestones, sources and rows, for programs"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        let grid = grid(sheet);
        serde_json::to_writer_pretty(&mut *out, &Document::new(sheet, &matter, &grid))?;
        writeln!(out)
    }
}

#[derive(Serialize)]
struct Document<'a> {
    spacepact: Head<'a>,
    title: &'a str,
    note: String,
    entities: Vec<Entity<'a>>,
    links: Vec<Link<'a>>,
    stances: Vec<Stance<'a>>,
    milestones: Vec<Milestone<'a>>,
    sources: Vec<Source<'a>>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    dataset: &'a str,
    version: &'a str,
    data_as_of: &'a str,
    licence: &'a str,
    as_of: Option<&'a str>,
    known_by: Option<&'a str>,
    filters: &'a str,
    command: &'a str,
}

impl<'a> Document<'a> {
    fn new(sheet: &Sheet<'a>, matter: &'a Matter<'a>, grid: &'a super::grid::Grid) -> Self {
        let stamp = sheet.stamp;
        let extract = matter.extract;
        Self {
            spacepact: Head {
                dataset: &stamp.dataset,
                version: &stamp.version,
                data_as_of: &stamp.data_as_of,
                licence: &stamp.licence,
                as_of: stamp.at.as_deref(),
                known_by: stamp.known_by.as_deref(),
                filters: &stamp.filters,
                command: &stamp.command,
            },
            title: &sheet.figure.title,
            note: unsigned(&sheet.figure.note),
            entities: extract.entities().iter().map(|&id| matter.entity(id)).collect(),
            links: extract.links().iter().map(|&id| matter.link(id)).collect(),
            stances: extract.stances().iter().map(|&id| matter.stance(id)).collect(),
            milestones: extract.milestones().iter().map(|&id| matter.milestone(id)).collect(),
            sources: matter.sources().iter().map(|&id| matter.source(id)).collect(),
            rows: grid.lines.iter().map(|line| Row::new(matter, grid, line)).collect(),
        }
    }
}
