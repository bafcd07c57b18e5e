//! RON: what is written loads again, without a fault, and answers the same.

use std::collections::BTreeSet;
use std::path::PathBuf;

use spacepact::atlas::Atlas;
use spacepact::figure::Extract;
use spacepact::graph::Graph;
use spacepact::view::Lens;

use super::cases::{Case, atlas};
use super::check;

/// A file that goes when the test is over.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn load(text: &str) -> Atlas {
    let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "-");
    let name = format!("spacepact-round-{}-{thread}.ron", std::process::id());
    let file = Scratch(std::env::temp_dir().join(name));
    std::fs::write(&file.0, text).unwrap();
    atlas(file.0.to_str().unwrap())
}

/// Everything in an extract, in words that do not depend on its numbers.
fn matter(graph: &Graph, extract: &Extract) -> BTreeSet<String> {
    let named = |id| graph.entity(id).id();
    let mut all = BTreeSet::new();
    all.extend(extract.entities().iter().map(|&id| format!("entity {}", named(id))));
    all.extend(extract.links().iter().map(|&id| {
        let link = graph.link(id);
        format!("link {} {} {} {:?}", named(link.from), link.relation, named(link.to), link.tie)
    }));
    all.extend(extract.stances().iter().map(|&id| format!("stance {:?}", graph.stance(id).record)));
    all.extend(extract.milestones().iter().map(|&id| {
        let milestone = graph.milestone(id);
        format!("milestone {} {:?}", named(milestone.entity), milestone.record)
    }));
    all.extend(extract.sources().iter().map(|&id| format!("source {:?}", graph.source(id).record)));
    all
}

fn everything(graph: &Graph) -> Extract {
    let mut extract = Extract::default();
    graph.entity_ids().for_each(|id| extract.entity(id));
    graph.link_ids().for_each(|id| extract.link(graph, id));
    graph.stance_ids().for_each(|id| extract.stance(graph, id));
    graph.milestone_ids().for_each(|id| extract.milestone(graph, id));
    for id in graph.source_ids() {
        extract.source(id);
    }
    extract
}

/// The extract of a case, but for sources: a dataset has also those of its entities.
fn compare(case: &Case, again: &Atlas) {
    let want = matter(&case.atlas.graph, &case.figure.extract);
    let have = matter(&again.graph, &everything(&again.graph));
    let lost: Vec<&String> = want.difference(&have).collect();
    assert!(lost.is_empty(), "{}: {lost:#?}", case.name);
    let more = have.difference(&want).filter(|item| !item.starts_with("source "));
    let more: Vec<&String> =
        more.filter(|item| !item.contains(" state-") && !item.contains(" topic-")).collect();
    assert!(more.is_empty(), "{}: {more:#?}", case.name);
}

#[test]
fn what_is_written_loads_again_and_is_the_same() {
    check("ron", |case, text| compare(case, &load(text)));
}

#[test]
fn the_same_view_over_it_gives_the_same_answer() {
    check("ron", |case, text| {
        let Some((view, lens)) = &case.view else { return };
        // A view of everything counts what is not in its own extract, and so does one of sources; which
        // paths are best depends on all ties of their stops; what changed until a date is asked from that
        // date, and so is what a brief chooses; what is missing is not in the file. One of somebody has all.
        let more = ["sources", "path", "changes", "gaps", "brief"];
        if lens.focus.is_empty() || more.contains(&view.name()) {
            return;
        }
        let again = load(text);
        let focus = lens.focus.iter().map(|&id| again.graph.find(case.atlas.graph.entity(id).id()).unwrap());
        // What the date hides is not in the file.
        let lens = Lens { focus: focus.collect(), at: None, ..lens.clone() };
        let figure = view.figure(&again, &lens);
        let want = matter(&case.atlas.graph, &case.figure.extract);
        let have = matter(&again.graph, &figure.extract);
        // Who is silent is told by all that is not in the file.
        let told = |item: &&String| view.name() != "stances" || !item.starts_with("entity ");
        let only: Vec<&String> = want.symmetric_difference(&have).filter(told).collect();
        assert!(only.is_empty(), "{}: {only:#?}", case.name);
    });
}
