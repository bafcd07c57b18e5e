//! Paths over the small dataset and the sample of the views.

use super::*;
use crate::view::sample::{atlas, figure, printed};

#[test]
fn a_path_is_told_stop_by_stop_and_in_words() {
    let figure = figure(&atlas(), &Path, &["esa", "nasa"], "");
    assert_eq!(figure.title, "ESA to NASA");
    assert!(figure.note.starts_with("1 path · 1 holds"), "{}", figure.note);
    let lines = printed(&figure, 90);
    let said = "ESA leads SMILE (mission, 2015–), in which NASA takes part.";
    assert!(lines.iter().any(|line| line == said), "{lines:#?}");
    assert_eq!(figure.extract.links().len(), 2, "the extract holds the links of the paths and no other");
}

#[test]
fn where_there_is_no_path_the_limit_to_lift_is_named() {
    let atlas = atlas();
    let smile = atlas.graph.find("smile").unwrap();
    let ends = ["esa", "nasa"].map(|id| atlas.graph.find(id).unwrap());
    let without = Path.figure(&atlas, &Lens { without: vec![smile], ..Lens::on(ends) });
    let said = "No path from ESA to NASA is on record (without SMILE). With nothing left out: 1 path.";
    assert_eq!(without.empty.as_deref(), Some(said));
    assert_eq!(without.note, "0 paths · without SMILE");
    let lens = Lens { rung: Some(Rung::Crew), ..Lens::on(ends) };
    assert!(Path.figure(&atlas, &lens).empty.unwrap().ends_with("With any rung: 1 path."));
    let filtered = figure(&atlas, &Path, &["esa", "nasa"], "kind:station").empty.unwrap();
    assert!(filtered.ends_with("With no filters (`F`): 1 path."), "{filtered}");
    assert!(figure(&atlas, &Path, &["esa"], "").empty.is_some());
    assert!(figure(&atlas, &Path, &["esa", "esa"], "").empty.unwrap().contains("one and the same"));
}
