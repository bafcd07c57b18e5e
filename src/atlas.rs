//! The atlas: the graph and its search index, together what a question is put to.

use crate::dataset::Dataset;
use crate::graph::Graph;
use crate::search::Index;

/// A graph that can be searched.
#[derive(Default)]
pub struct Atlas {
    /// What is known.
    pub graph: Graph,
    /// The names of it.
    pub index: Index,
    /// The options that named its data, as they are typed: empty for the bundled data.
    pub origin: String,
}

impl Atlas {
    /// Builds the graph of a dataset and the index of its names.
    pub fn new(dataset: Dataset) -> Self {
        let graph = Graph::build(dataset);
        let index = Index::build(&graph);
        Self { graph, index, origin: String::new() }
    }
}
