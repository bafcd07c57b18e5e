//! From nothing to a graph that can be asked.

use std::cell::LazyCell;
use std::collections::HashMap;

use petgraph::graph::DiGraph;
use serde::de::DeserializeOwned;
use spacepact::dataset::{Dataset, Input, bundle, read};
use spacepact::graph::Graph;
use spacepact::model::record::Record;
use spacepact::model::source::SourceRecord;
use spacepact::model::stance::StanceRecord;
use spacepact::search::Index;

use crate::table::{Table, run, run_on};

pub(crate) fn lines(table: &mut Table) {
    let snapshot = || bundle::records().unwrap();
    table.group("opening", "reading the same records with ron, on one thread");
    if table.wants("the snapshot") {
        let count = |data: &Dataset| (data.entries.len(), data.stances.len(), data.sources.len());
        let plain = ron();
        assert_eq!((plain.0.len(), plain.1.len(), plain.2.len()), count(&snapshot()));
    }
    table.race("the snapshot", run(snapshot), run(ron));
    table.race("the snapshot and its graph", run(|| Graph::build(snapshot())), run(ron));
    table.race("data/ with all that is wrong in it", run(|| read(&Input::bundled())), run(ron));

    table.group("opening", "petgraph with ids and ties alone");
    let records =
        LazyCell::new(|| snapshot().entries.into_iter().map(|entry| entry.record).collect::<Vec<_>>());
    table.race("the graph", run_on(snapshot, Graph::build), run(|| peer(&records)));

    table.group("opening", "all names in lower case");
    let graph = LazyCell::new(|| Graph::build(snapshot()));
    let names = || graph.entity_ids().flat_map(|id| graph.entity(id).all_names());
    let lower = || names().map(str::to_lowercase).collect::<Vec<_>>();
    table.race("the index of names", run(|| Index::build(&graph)), run(lower));
}

/// The records of `data/`, read by ron and nothing else.
fn ron() -> (Vec<Record>, Vec<StanceRecord>, Vec<SourceRecord>) {
    let (mut records, mut stances, mut sources) = (Vec::new(), Vec::new(), Vec::new());
    for &(name, text) in bundle::FILES {
        match name.split_once('/') {
            Some(("stances", _)) => stances.append(&mut list(text)),
            Some(("sources", _)) => sources.append(&mut list(text)),
            Some(_) => records.append(&mut list(text)),
            None => {}
        }
    }
    (records, stances, sources)
}

fn list<T: DeserializeOwned>(text: &str) -> Vec<T> {
    read::options().from_str(text).unwrap()
}

fn peer(records: &[Record]) -> DiGraph<(), ()> {
    let mut graph = DiGraph::new();
    let ids: HashMap<&str, _> = records.iter().map(|record| (&*record.id, graph.add_node(()))).collect();
    for record in records {
        for (group, tie) in record.all_ties() {
            let (here, there) = (ids[&*record.id], ids[&*tie.who]);
            let (from, to) = if group.inward() { (there, here) } else { (here, there) };
            graph.add_edge(from, to, ());
        }
    }
    graph
}
