//! GraphML, for yEd, Gephi and Cytoscape: one node an entity, one edge a link or a stance, every attribute
//! a key.
//!
//! Names of the attributes are those of the JSON format. Lists are joined by ` ; `; what is not known is
//! left out. The sources are an attribute of the graph, a line each, and so is the stamp.

use std::io::{self, Write};

use super::matter::Matter;
use super::network::{Edge, colour, edges};
use super::words::unsigned;
use super::xml::escape;
use super::{Format, Sheet};
use crate::figure::Role;
use crate::graph::{ClaimId, EntityId};
use crate::model::word::Word;

/// The extract for programs that draw and measure networks.
pub struct GraphMl;

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">"#;

const OF_GRAPH: &[&str] = &[
    "title",
    "note",
    "dataset",
    "version",
    "licence",
    "data_as_of",
    "as_of",
    "known_by",
    "filters",
    "command",
    "sources",
];
const OF_NODES: &[&str] = &[
    "kind",
    "name",
    "short",
    "names",
    "aliases",
    "country",
    "during",
    "status",
    "summary",
    "confidence",
    "milestones",
    "sources",
    "colour",
];
const OF_EDGES: &[&str] = &[
    "sort",
    "relation",
    "label",
    "role",
    "during",
    "seen",
    "phase",
    "rung",
    "level",
    "status",
    "note",
    "derived",
    "as",
    "for",
    "toward",
    "gist",
    "quote",
    "conditions",
    "confidence",
    "rank",
    "because",
    "sources",
];

impl Format for GraphMl {
    fn name(&self) -> &'static str {
        "graphml"
    }

    fn extension(&self) -> &'static str {
        "graphml"
    }

    fn doc(&self) -> &'static str {
        "entities and ties with all attributes, for yEd, Gephi, Cytoscape"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        writeln!(out, "{OPEN}")?;
        writeln!(out, "  <desc>{}</desc>", escape(&super::remarks(sheet).join("\n")))?;
        for (of, names) in [("graph", OF_GRAPH), ("node", OF_NODES), ("edge", OF_EDGES)] {
            for name in names {
                let sort = if *name == "derived" { "boolean" } else { "string" };
                writeln!(
                    out,
                    r#"  <key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{sort}"/>"#
                )?;
            }
        }
        writeln!(out, r#"  <graph id="spacepact" edgedefault="directed">"#)?;
        out.write_all(graph(sheet, &matter).as_bytes())?;
        for &id in matter.extract.entities() {
            out.write_all(node(sheet, &matter, id).as_bytes())?;
        }
        for (number, edge) in edges(&matter).iter().enumerate() {
            out.write_all(self::edge(&matter, number, edge).as_bytes())?;
        }
        writeln!(out, "  </graph>\n</graphml>")
    }
}

/// Attributes that are being written.
struct Data {
    of: &'static str,
    out: String,
}

impl Data {
    fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let indent = if self.of == "graph" { "    " } else { "      " };
            self.out += &format!("{indent}<data key=\"{}-{name}\">{}</data>\n", self.of, escape(value));
        }
    }

    fn word(&mut self, name: &str, value: Option<&Word>) {
        self.add(name, value.map_or("", Word::as_str));
    }

    /// Confidence, rank, its reason and the sources of a claim.
    fn grounds(&mut self, matter: &Matter<'_>, id: ClaimId) {
        let claim = matter.graph.claim(id);
        self.add("confidence", claim.confidence.name());
        if self.of == "edge" {
            self.add("rank", claim.rank.name());
            self.add("because", claim.because.as_deref().unwrap_or_default());
        }
        self.add("sources", &matter.source_ids(id).join(" ; "));
    }
}

fn graph(sheet: &Sheet<'_>, matter: &Matter<'_>) -> String {
    let mut data = Data { of: "graph", out: String::new() };
    let stamp = sheet.stamp;
    data.add("title", &sheet.figure.title);
    data.add("note", &unsigned(&sheet.figure.note));
    data.add("dataset", &stamp.dataset);
    data.add("version", &stamp.version);
    data.add("licence", &stamp.licence);
    data.add("data_as_of", &stamp.data_as_of);
    data.add("as_of", stamp.at.as_deref().unwrap_or_default());
    data.add("known_by", stamp.known_by.as_deref().unwrap_or_default());
    data.add("filters", &stamp.filters);
    data.add("command", &stamp.command);
    let sources: Vec<String> = matter
        .sources()
        .iter()
        .map(|&id| {
            let source = matter.graph.source(id);
            let url = source.record.url.as_deref().map_or(String::new(), |url| format!(" {url}"));
            format!("{}: {}{url}", source.id(), source.reference())
        })
        .collect();
    data.add("sources", &sources.join("\n"));
    data.out
}

fn node(sheet: &Sheet<'_>, matter: &Matter<'_>, id: EntityId) -> String {
    let entity = matter.graph.entity(id);
    let record = &entity.record;
    let mut data = Data { of: "node", out: String::new() };
    data.add("kind", entity.kind.name());
    data.add("name", entity.name());
    data.add("short", entity.short());
    let names: Vec<&str> = record.names.iter().map(|name| name.text.as_str()).collect();
    data.add("names", &names.join(" ; "));
    let aliases: Vec<&str> = record.aliases.iter().map(Word::as_str).collect();
    data.add("aliases", &aliases.join(" ; "));
    data.add("country", entity.country.map_or("", |id| matter.graph.entity(id).id()));
    data.add("during", &entity.during.map_or(String::new(), |date| date.to_string()));
    data.add("status", record.status.map_or("", crate::model::standing::Status::name));
    data.add("summary", entity.summary());
    let own = matter.extract.milestones().iter().map(|&id| matter.graph.milestone(id));
    let own: Vec<String> = own
        .filter(|milestone| milestone.entity == id)
        .map(|milestone| {
            let what = milestone.record.what.as_deref().map_or(String::new(), |what| format!(": {what}"));
            format!("{} {}{what}", milestone.on, milestone.record.kind)
        })
        .collect();
    data.add("milestones", &own.join(" ; "));
    data.grounds(matter, ClaimId::Entity(id));
    data.add("colour", &colour(sheet.theme, Role::Kind(entity.kind)));
    format!("    <node id=\"{}\">\n{}    </node>\n", escape(entity.id()), data.out)
}

fn edge(matter: &Matter<'_>, number: usize, edge: &Edge) -> String {
    let mut data = Data { of: "edge", out: String::new() };
    match edge.claim {
        ClaimId::Stance(id) => {
            let record = &matter.graph.stance(id).record;
            data.add("sort", "stance");
            data.add("relation", record.position.name());
            data.add("label", &edge.label());
            data.add("during", &edge.when);
            data.word("as", record.office.as_ref());
            data.word("for", record.body.as_ref());
            data.word("toward", record.toward.as_ref());
            data.add("gist", &record.gist);
            data.word("quote", record.quote.as_ref());
            data.word("conditions", record.conditions.as_ref());
            data.word("note", record.note.as_ref());
        }
        ClaimId::Link(id) => {
            let link = matter.graph.link(id);
            data.add("sort", "link");
            data.add("relation", link.relation.name());
            data.add("label", &edge.label());
            data.add("role", link.role().unwrap_or_default());
            data.add("during", &link.during.map_or(String::new(), |date| date.to_string()));
            let seen: Vec<String> = link.seen.iter().map(ToString::to_string).collect();
            data.add("seen", &seen.join(" ; "));
            data.add("phase", matter.seen.link_phase(id).name());
            data.add("rung", link.rung.map_or("", crate::model::standing::Rung::name));
            data.add("level", link.tie.level.map_or("", crate::model::standing::Level::name));
            data.word("status", link.tie.status.as_ref());
            data.word("note", link.tie.note.as_ref());
            data.add("derived", if link.tie.derived { "true" } else { "false" });
        }
        ClaimId::Entity(_) | ClaimId::Milestone(_) | ClaimId::Dispute(..) => {}
    }
    data.grounds(matter, edge.claim);
    let named = |id: EntityId| escape(matter.graph.entity(id).id());
    let direction = if edge.directed { "" } else { " directed=\"false\"" };
    format!(
        "    <edge id=\"e{number}\" source=\"{}\" target=\"{}\"{direction}>\n{}    </edge>\n",
        named(edge.from),
        named(edge.to),
        data.out
    )
}
