//! CSL-JSON: the sources of a figure, for Zotero, Pandoc and every citation style. The last item is the
//! dataset itself, with the command of the view.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::matter::Matter;
use super::{Format, Sheet};
use crate::graph::SourceId;
use crate::model::date::{Date, Moment};
use crate::model::source::SourceType;

/// The sources, for citation managers.
pub struct CslJson;

impl Format for CslJson {
    fn name(&self) -> &'static str {
        "csl-json"
    }

    fn extension(&self) -> &'static str {
        "csl.json"
    }

    fn doc(&self) -> &'static str {
        "its sources, for Zotero, Pandoc and citation styles"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        let sources = matter.bibliography().iter().map(|&id| item(&matter, id));
        let items: Vec<Value> = sources.chain([dataset(sheet)]).collect();
        serde_json::to_writer_pretty(&mut *out, &items)?;
        writeln!(out)
    }
}

fn item(matter: &Matter<'_>, id: SourceId) -> Value {
    let source = matter.graph.source(id);
    let record = &source.record;
    let mut item = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        item.extend(value.map(|value| (key.to_owned(), value)));
    };
    let text = |text: &str| Some(json!(text));
    set("id", text(source.id()));
    set("type", text(sort(record.kind)));
    set("title", text(&record.title));
    set("author", record.author.as_ref().map(|author| json!([{ "literal": author.as_str() }])));
    let within = matches!(record.kind, SourceType::Press | SourceType::Paper | SourceType::Encyclopedia);
    set(if within { "container-title" } else { "publisher" }, text(&record.publisher));
    set("issued", source.published.map(issued));
    set("URL", record.url.as_deref().and_then(text));
    set("language", record.lang.as_deref().and_then(text));
    set("archive", record.seen_at.as_deref().and_then(text));
    set("note", record.weak.as_ref().map(|weak| json!(format!("weak: {weak}"))));
    set("citation-number", text(&matter.number(id).to_string()));
    Value::Object(item)
}

fn dataset(sheet: &Sheet<'_>) -> Value {
    let stamp = sheet.stamp;
    let said: Vec<String> =
        stamp.lines().into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
    let mut item = json!({
        "id": "spacepact-dataset",
        "type": "dataset",
        "title": stamp.dataset,
        "version": stamp.version,
        "note": said.join("\n"),
    });
    if let Ok(day) = stamp.data_as_of.parse::<Moment>() {
        item["issued"] = json!({ "date-parts": [parts(day)] });
    }
    item
}

/// The type of CSL that comes closest.
fn sort(kind: SourceType) -> &'static str {
    match kind {
        SourceType::Official => "webpage",
        SourceType::Treaty => "treaty",
        SourceType::Press => "article-newspaper",
        SourceType::Encyclopedia => "entry-encyclopedia",
        SourceType::Paper => "article-journal",
        SourceType::Dataset => "dataset",
    }
}

fn issued(date: Date) -> Value {
    let parts: Vec<Value> = date.start().into_iter().chain(date.end()).map(parts).collect();
    let about = date.to_string().contains('~');
    if about { json!({ "date-parts": parts, "circa": true }) } else { json!({ "date-parts": parts }) }
}

/// Year, month, day: as many as are known.
fn parts(moment: Moment) -> Value {
    let text = moment.to_string();
    json!(
        text.trim_end_matches('~').split('-').filter_map(|part| part.parse::<u16>().ok()).collect::<Vec<_>>()
    )
}
