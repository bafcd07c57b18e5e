//! GEXF 1.3, for Gephi: the network with its dates, so that a slider moves through time.
//!
//! Nodes and edges carry `start` and `end` as days; an end that is open is left out. A year means its
//! first day at the start and its last day at the end, as on screen. What a date does not tell is static.
//! Every edge has a direction, because many readers take no mixture; `directed` says whether it means
//! anything.

use std::io::{self, Write};

use super::matter::Matter;
use super::network::{Edge, edges};
use super::xml::escape;
use super::{Format, Sheet};
use crate::figure::Role;
use crate::graph::{ClaimId, EntityId};
use crate::model::date::Date;
use crate::model::standing::Rung;

/// The extract for Gephi, with dates.
pub struct Gexf;

const OPEN: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">"#;

const OF_NODES: &[&str] = &["kind", "name", "country", "during", "status", "confidence", "sources"];
const OF_EDGES: &[&str] = &[
    "sort",
    "directed",
    "relation",
    "role",
    "during",
    "phase",
    "rung",
    "gist",
    "confidence",
    "rank",
    "sources",
];

impl Format for Gexf {
    fn name(&self) -> &'static str {
        "gexf"
    }

    fn extension(&self) -> &'static str {
        "gexf"
    }

    fn doc(&self) -> &'static str {
        "entities and dated ties, for Gephi and its timeline"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        writeln!(out, "{OPEN}")?;
        writeln!(out, "  <meta lastmodifieddate=\"{}\">", escape(&sheet.stamp.data_as_of))?;
        writeln!(out, "    <creator>spacepact</creator>")?;
        writeln!(out, "    <description>{}</description>", escape(&super::remarks(sheet).join("\n")))?;
        writeln!(out, "  </meta>")?;
        writeln!(out, "  <graph mode=\"dynamic\" timeformat=\"date\" defaultedgetype=\"directed\">")?;
        for (class, names) in [("node", OF_NODES), ("edge", OF_EDGES)] {
            writeln!(out, "    <attributes class=\"{class}\" mode=\"static\">")?;
            for name in names {
                writeln!(out, "      <attribute id=\"{name}\" title=\"{name}\" type=\"string\"/>")?;
            }
            writeln!(out, "    </attributes>")?;
        }
        writeln!(out, "    <nodes>")?;
        for &id in matter.extract.entities() {
            out.write_all(node(sheet, &matter, id).as_bytes())?;
        }
        writeln!(out, "    </nodes>\n    <edges>")?;
        for (number, edge) in edges(&matter).iter().enumerate() {
            out.write_all(self::edge(&matter, number, edge).as_bytes())?;
        }
        writeln!(out, "    </edges>\n  </graph>\n</gexf>")
    }
}

fn node(sheet: &Sheet<'_>, matter: &Matter<'_>, id: EntityId) -> String {
    let entity = matter.graph.entity(id);
    let claim = ClaimId::Entity(id);
    let values = [
        ("kind", entity.kind.name().to_owned()),
        ("name", entity.name().to_owned()),
        ("country", entity.country.map_or(String::new(), |id| matter.graph.entity(id).id().to_owned())),
        ("during", entity.during.map_or(String::new(), |date| date.to_string())),
        ("status", entity.record.status.map_or(String::new(), |status| status.to_string())),
        ("confidence", matter.graph.claim(claim).confidence.to_string()),
        ("sources", matter.source_ids(claim).join(" ; ")),
    ];
    let (red, green, blue) = sheet.theme.ink(Role::Kind(entity.kind)).rgb;
    format!(
        "      <node id=\"{}\" label=\"{}\"{}>\n{}        <viz:color r=\"{red}\" g=\"{green}\" b=\"{blue}\"/>\n      </node>\n",
        escape(entity.id()),
        escape(entity.short()),
        spell(entity.during),
        attributes(&values)
    )
}

fn edge(matter: &Matter<'_>, number: usize, edge: &Edge) -> String {
    let claim = matter.graph.claim(edge.claim);
    let named = |id: EntityId| escape(matter.graph.entity(id).id());
    let mut values = vec![("relation", edge.verb.to_owned())];
    let during = match edge.claim {
        ClaimId::Link(id) => {
            let link = matter.graph.link(id);
            values.extend([
                ("sort", "link".to_owned()),
                ("role", link.role().unwrap_or_default().to_owned()),
                ("phase", matter.seen.link_phase(id).name().to_owned()),
                ("rung", link.rung.map_or("", Rung::name).to_owned()),
            ]);
            link.during
        }
        ClaimId::Stance(id) => {
            let stance = matter.graph.stance(id);
            values.extend([("sort", "stance".to_owned()), ("gist", stance.record.gist.to_string())]);
            Some(stance.on)
        }
        ClaimId::Entity(_) | ClaimId::Milestone(_) | ClaimId::Dispute(..) => None,
    };
    values.extend([
        ("directed", edge.directed.to_string()),
        ("during", during.map_or(String::new(), |date| date.to_string())),
        ("confidence", claim.confidence.to_string()),
        ("rank", claim.rank.to_string()),
        ("sources", matter.source_ids(edge.claim).join(" ; ")),
    ]);
    format!(
        "      <edge id=\"e{number}\" source=\"{}\" target=\"{}\" type=\"directed\" label=\"{}\"{}>\n{}      </edge>\n",
        named(edge.from),
        named(edge.to),
        escape(&edge.label()),
        spell(during),
        attributes(&values)
    )
}

/// The days from and to which something is there, as attributes.
fn spell(date: Option<Date>) -> String {
    let mut out = String::new();
    for (name, day) in [("start", date.and_then(Date::first)), ("end", date.and_then(Date::last))] {
        if let Some(day) = day {
            let (year, month, day) = day.parts();
            out += &format!(" {name}=\"{year:04}-{month:02}-{day:02}\"");
        }
    }
    out
}

fn attributes(values: &[(&str, String)]) -> String {
    let mut out = String::from("        <attvalues>\n");
    for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
        out += &format!("          <attvalue for=\"{name}\" value=\"{}\"/>\n", escape(value));
    }
    out + "        </attvalues>\n"
}
