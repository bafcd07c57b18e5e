//! Formats of sources: BibTeX by `biblatex`, CSL-JSON by `citationberg`, which are not ours.

use biblatex::{Bibliography, ChunksExt};
use citationberg::json::{Item, Value};

use super::cases::Case;
use super::check;

/// The ids of the footnotes in their order. A list of sources has these and the dataset, or, for a figure
/// without footnotes, all that it rests on.
fn footnotes(case: &Case) -> Vec<String> {
    let graph = &case.atlas.graph;
    case.figure.extract.sources().iter().map(|&id| graph.source(id).id().to_owned()).collect()
}

#[test]
fn bibtex_is_read_back_and_has_every_footnote() {
    check("bibtex", |case, text| {
        let bibliography = Bibliography::parse(text).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let keys: Vec<String> = bibliography.iter().map(|entry| entry.key.clone()).collect();
        let footnotes = footnotes(case);
        assert_eq!(keys[..footnotes.len()], footnotes, "{}", case.name);
        assert!(footnotes.is_empty() || keys.len() == footnotes.len() + 1, "{}", case.name);
        assert_eq!(keys.last().map(String::as_str), Some("spacepact-dataset"), "{}", case.name);
        for id in footnotes {
            let entry = bibliography.get(&id).unwrap();
            let graph = &case.atlas.graph;
            let source = graph.source(graph.find_source(&id).unwrap());
            let title = entry.title().unwrap().format_verbatim();
            let plain =
                |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            let escaped = source.record.title.contains(['\\', '~', '^']);
            assert!(escaped || plain(&title) == plain(&source.record.title), "{title}");
            let url = entry.url().ok();
            assert_eq!(url.is_some(), source.record.url.is_some(), "{id}");
            if let Some(published) = source.published.and_then(spacepact::model::date::Date::start) {
                let year = entry.get("year").unwrap().format_verbatim();
                assert_eq!(year, format!("{:04}", published.year()), "{id}");
            }
        }
    });
}

#[test]
fn csl_json_is_read_back_and_has_every_footnote() {
    check("csl-json", |case, text| {
        let items: Vec<Item> =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", case.name));
        let said = |item: &Item, key: &str| match item.0.get(key) {
            Some(Value::String(text)) => text.clone(),
            _ => String::new(),
        };
        let ids: Vec<String> = items.iter().map(|item| said(item, "id")).collect();
        let footnotes = footnotes(case);
        assert_eq!(ids[..footnotes.len()], footnotes, "{}", case.name);
        assert!(footnotes.is_empty() || ids.len() == footnotes.len() + 1, "{}", case.name);
        assert_eq!(ids.last().map(String::as_str), Some("spacepact-dataset"), "{}", case.name);
        for item in &items {
            assert!(!said(item, "type").is_empty() && item.0.contains_key("title"), "{}", case.name);
            if let Some(issued) = item.0.get("issued") {
                assert!(matches!(issued, Value::Date(_)), "{}: {issued:?}", case.name);
            }
        }
    });
}
