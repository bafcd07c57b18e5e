//! RON, as a dataset that loads again: `spacepact --only --data FILE.ron`.
//!
//! One file holds it all: the manifest, a list for each kind of entity, the stances and the sources, each
//! record in the form of the data files. It has exactly what the view is made of. Entities keep only the
//! ties and milestones that the view has; a country or topic that they name from outside of it comes along
//! by name alone; sources are those of everything that is there. A view with a date has already left out
//! what was not in sight then, so the file is looked at without that date.

mod layout;

use std::collections::BTreeMap;
use std::io::{self, Write};

use ron::ser::PrettyConfig;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::matter::Matter;
use super::words::line;
use super::{Format, Sheet};
use crate::dataset::Manifest;
use crate::dataset::read::options;
use crate::graph::{ClaimId, EntityId, SourceId};
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;
use crate::model::word::Word;

/// The extract as a dataset.
pub struct Ron;

impl Format for Ron {
    fn name(&self) -> &'static str {
        "ron"
    }

    fn extension(&self) -> &'static str {
        "ron"
    }

    fn doc(&self) -> &'static str {
        "a dataset that can be loaded again"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        for text in super::remarks(sheet) {
            writeln!(out, "// {}", line(&text))?;
        }
        writeln!(out, "// load it with: spacepact --only --data FILE")?;
        let style = PrettyConfig::new().depth_limit(0).escape_strings(false);
        let text = options().to_string_pretty(&Whole::new(sheet), style).map_err(io::Error::other)?;
        out.write_all(layout::set(&text).as_bytes())
    }
}

/// A whole dataset.
struct Whole<'a> {
    manifest: Manifest,
    /// By the name of the list, in alphabetical order, as the files of a folder are read.
    entities: BTreeMap<&'static str, Vec<Record>>,
    stances: Vec<&'a StanceRecord>,
    sources: Vec<&'a SourceRecord>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Dataset", self.entities.len() + 3)?;
        out.serialize_field("manifest", &self.manifest)?;
        for (list, records) in &self.entities {
            out.serialize_field(list, records)?;
        }
        out.serialize_field("stances", &self.stances)?;
        out.serialize_field("sources", &self.sources)?;
        out.end()
    }
}

impl<'a> Whole<'a> {
    fn new(sheet: &Sheet<'a>) -> Self {
        let graph = sheet.graph;
        let mut matter = Matter::new(sheet);
        let mut records = records(&matter);
        for id in outside(&matter, &records) {
            records.insert(id, bare(&matter, id));
            matter.add_all(ClaimId::Entity(id));
        }
        let mut entities: BTreeMap<&'static str, Vec<Record>> = BTreeMap::new();
        for (id, record) in records {
            let kind: Kind = graph.entity(id).kind;
            entities.entry(kind.plural()).or_default().push(record);
        }
        let mut manifest = graph.manifest().clone();
        let known = |id: &Word| graph.find(id).is_some_and(|id| matter.extract.entities().contains(&id));
        manifest.opens = manifest.opens.filter(known);
        manifest.blocs = manifest.blocs.filter(known);
        let mut stances = matter.extract.stances().to_vec();
        stances.sort_unstable();
        let mut sources: Vec<SourceId> = matter.sources().to_vec();
        sources.sort_unstable();
        Self {
            manifest,
            entities,
            stances: stances.into_iter().map(|id| &graph.stance(id).record).collect(),
            sources: sources.into_iter().map(|id| &graph.source(id).record).collect(),
        }
    }
}

/// The entities of the extract with its ties and milestones, in the order of the graph.
fn records(matter: &Matter<'_>) -> BTreeMap<EntityId, Record> {
    let graph = matter.graph;
    let mut records: BTreeMap<EntityId, Record> =
        matter.extract.entities().iter().map(|&id| (id, graph.entity(id).record.clone())).collect();
    let mut links = matter.extract.links().to_vec();
    links.sort_unstable();
    for link in links.into_iter().map(|id| graph.link(id)) {
        if let Some(record) = records.get_mut(&link.owner) {
            record.group_mut(link.group).push(link.tie.clone());
        }
    }
    let mut milestones = matter.extract.milestones().to_vec();
    milestones.sort_unstable();
    for milestone in milestones.into_iter().map(|id| graph.milestone(id)) {
        if let Some(record) = records.get_mut(&milestone.entity) {
            record.milestones.push(milestone.record.clone());
        }
    }
    records
}

/// Countries and topics that the entities of the extract name and that are not in it.
fn outside(matter: &Matter<'_>, records: &BTreeMap<EntityId, Record>) -> Vec<EntityId> {
    let graph = matter.graph;
    let mut named: Vec<EntityId> = matter
        .extract
        .entities()
        .iter()
        .map(|&id| graph.entity(id))
        .flat_map(|entity| entity.country.iter().chain(&entity.topics))
        .copied()
        .filter(|id| !records.contains_key(id))
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// An entity by name alone.
fn bare(matter: &Matter<'_>, id: EntityId) -> Record {
    let record = &matter.graph.entity(id).record;
    Record {
        id: record.id.clone(),
        name: record.name.clone(),
        summary: record.summary.clone(),
        short: record.short.clone(),
        confidence: record.confidence,
        sources: record.sources.clone(),
        ..Record::default()
    }
}
