//! Formats that are trees or tables: JSON by `serde_json`, CSV by `csv`, XML by `quick-xml`.

use std::collections::BTreeSet;

use quick_xml::escape::unescape;
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;
use spacepact::figure::Body;

use super::cases::Case;
use super::check;

fn ids<'v>(document: &'v Value, list: &str) -> Vec<&'v str> {
    document[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[test]
fn json_has_the_whole_extract_and_every_id_in_it_leads_somewhere() {
    check("json", |case, text| {
        let document: Value = serde_json::from_str(text).unwrap();
        let count = |list: &str| document[list].as_array().unwrap().len();
        let extract = &case.figure.extract;
        assert_eq!(count("entities"), extract.entities().len(), "{}", case.name);
        assert_eq!(count("links"), extract.links().len(), "{}", case.name);
        assert_eq!(count("stances"), extract.stances().len(), "{}", case.name);
        assert_eq!(count("milestones"), extract.milestones().len(), "{}", case.name);
        assert!(count("sources") >= extract.sources().len(), "{}", case.name);
        let entities: BTreeSet<&str> = ids(&document, "entities").into_iter().collect();
        let sources = ids(&document, "sources");
        for (number, &id) in extract.sources().iter().enumerate() {
            assert_eq!(sources[number], case.atlas.graph.source(id).id());
            assert_eq!(document["sources"][number]["number"], number + 1);
        }
        for list in ["entities", "links", "stances", "milestones", "rows"] {
            for item in document[list].as_array().unwrap() {
                for source in item["sources"].as_array().unwrap() {
                    assert!(sources.contains(&source.as_str().unwrap()), "{}: {source}", case.name);
                }
                for end in ["from", "to", "holder", "about", "toward", "for"] {
                    if list != "rows" && item[end].is_string() {
                        assert!(entities.contains(item[end].as_str().unwrap()), "{}: {end}", case.name);
                    }
                }
            }
        }
    });
}

#[test]
fn json_keeps_its_keys() {
    check("json", |case, text| {
        let document: Value = serde_json::from_str(text).unwrap();
        let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
        let want =
            ["entities", "links", "milestones", "note", "rows", "sources", "spacepact", "stances", "title"];
        assert_eq!(keys(&document), want);
        assert_eq!(document["spacepact"]["command"], case.stamp.command.as_str());
        if case.name != "page" {
            return;
        }
        let said: Vec<String> = ["spacepact", "entities", "links", "stances", "milestones", "sources"]
            .map(|list| {
                let value = if list == "spacepact" { &document[list] } else { &document[list][0] };
                format!("{list}: {}", keys(value).join(" "))
            })
            .into();
        insta::assert_snapshot!(said.join("\n"));
    });
}

#[test]
fn every_key_and_every_format_is_documented() {
    let document = include_str!("../../../docs/formats.md");
    for format in spacepact::export::FORMATS {
        let row = format!("| `{}` | `.{}` | {} |", format.name(), format.extension(), format.doc());
        assert!(document.contains(&row), "{row}");
    }
    check("json", |case, text| {
        let told = |key: &String| document.contains(&format!("`{key}`"));
        let value: Value = serde_json::from_str(text).unwrap();
        for (list, item) in value.as_object().unwrap() {
            assert!(told(list), "{list}");
            let first = if item.is_array() { &item[0] } else { item };
            let keys = first.as_object().into_iter().flat_map(serde_json::Map::keys);
            let unknown: Vec<&String> = keys.filter(|key| list != "rows" && !told(key)).collect();
            assert!(unknown.is_empty(), "{}: {list}: {unknown:?}", case.name);
        }
    });
}

#[test]
fn csv_is_a_rectangle_that_no_spreadsheet_runs() {
    check("csv", |case, text| {
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
        let head = reader.headers().unwrap().clone();
        let names: BTreeSet<&str> = head.iter().collect();
        assert_eq!(names.len(), head.len(), "{}: {head:?}", case.name);
        let command = head.iter().position(|name| name == "command").unwrap();
        let version = head.iter().position(|name| name == "dataset_version").unwrap();
        let mut records = 0;
        for record in reader.records() {
            let record = record.unwrap();
            records += 1;
            assert_eq!(&record[command], case.stamp.command.as_str());
            assert_eq!(&record[version], case.stamp.version.as_str());
            for cell in &record {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{}: {cell}", case.name);
            }
        }
        let rows = match &case.figure.body {
            Body::Table(table) => table.entries().count(),
            Body::Scene(scene) if scene.nodes.is_empty() => 0,
            Body::Scene(scene) => {
                let ties = case.figure.extract.links().len() + case.figure.extract.stances().len();
                // Without ties there is a row a node.
                if ties > 0 { ties } else { scene.nodes.len() }
            }
            Body::Page(_) => records,
        };
        assert_eq!(records, rows.max(1), "{}", case.name);
    });
}

/// Reads XML to its end; counts the elements, and gives the texts.
fn xml(text: &str) -> (Vec<String>, String) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let (mut names, mut words, mut open) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                open += 1;
                names.push(attributes(&element));
            }
            Event::Empty(element) => names.push(attributes(&element)),
            Event::End(_) => open -= 1,
            Event::Text(text) => words += &text,
            Event::GeneralRef(reference) => {
                words += &unescape(&format!("&{};", &*reference)).unwrap();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0);
    (names, words)
}

fn attributes(element: &quick_xml::events::BytesStart<'_>) -> String {
    for attribute in element.attributes() {
        attribute.unwrap().normalized_value(XmlVersion::Explicit1_0).unwrap();
    }
    element.name().as_ref().to_owned()
}

fn count(names: &[String], name: &str) -> usize {
    names.iter().filter(|found| *found == name).count()
}

/// A text as XML gives it back: without what XML cannot hold.
fn kept(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[test]
fn graphml_is_well_formed_and_complete() {
    check("graphml", |case, text| {
        let (names, words) = xml(text);
        let extract = &case.figure.extract;
        assert_eq!(count(&names, "node"), extract.entities().len(), "{}", case.name);
        assert_eq!(count(&names, "edge"), extract.links().len() + extract.stances().len(), "{}", case.name);
        assert!(words.contains(&kept(&case.figure.title)), "{}", case.name);
        for &id in extract.entities() {
            assert!(words.contains(&kept(case.atlas.graph.entity(id).summary())), "{}", case.name);
        }
    });
}

#[test]
fn svg_is_well_formed_and_has_a_sign_for_everything() {
    check("svg", |case: &Case, text| {
        let (names, words) = xml(text);
        assert!(words.contains(&kept(&case.figure.title).replace('\n', " ")), "{}", case.name);
        assert_eq!((count(&names, "svg"), count(&names, "desc")), (1, 1));
        assert!(!text.contains("NaN") && !text.contains("inf\""), "{}", case.name);
        if let Body::Scene(scene) = &case.figure.body {
            assert_eq!(text.matches("class=\"node\"").count(), scene.nodes.len(), "{}", case.name);
            assert_eq!(text.matches("class=\"edge\"").count(), scene.edges.len(), "{}", case.name);
        }
    });
}

#[test]
fn gexf_has_every_entity_and_tie_and_days_for_its_dates() {
    check("gexf", |case, text| {
        let mut reader = Reader::from_str(text);
        let (mut nodes, mut edges, mut known) = (0, 0, BTreeSet::new());
        loop {
            let (tag, attributes) = match reader.read_event().unwrap() {
                Event::Eof => break,
                Event::Start(tag) | Event::Empty(tag) => {
                    let attributes: Vec<(String, String)> = tag
                        .attributes()
                        .map(|attribute| {
                            let attribute = attribute.unwrap();
                            (attribute.key.as_ref().to_owned(), attribute.value.to_string())
                        })
                        .collect();
                    (tag.name().as_ref().to_owned(), attributes)
                }
                _ => continue,
            };
            let value = |name: &str| attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value);
            for name in ["start", "end"] {
                if let Some(day) = value(name) {
                    assert!(day.parse::<spacepact::model::date::Moment>().is_ok(), "{}: {day}", case.name);
                }
            }
            match tag.as_str() {
                "node" => {
                    nodes += 1;
                    known.insert(value("id").unwrap().clone());
                }
                "edge" => {
                    edges += 1;
                    for end in ["source", "target"] {
                        assert!(known.contains(value(end).unwrap()), "{}", case.name);
                    }
                }
                _ => {}
            }
        }
        let extract = &case.figure.extract;
        let ties = extract.links().len() + extract.stances().len();
        assert_eq!((nodes, edges), (extract.entities().len(), ties), "{}", case.name);
    });
}
