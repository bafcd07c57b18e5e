//! The atlas: the graph and its search index, together what a question is put to.

use std::sync::OnceLock;

use crate::dataset::Dataset;
use crate::graph::Graph;
use crate::search::Index;

/// A graph that can be searched.
#[derive(Default)]
pub struct Atlas {
    /// What is known.
    pub graph: Graph,
    /// The options that named its data, as they are typed: empty for the bundled data.
    pub origin: String,
    index: OnceLock<Index>,
}

impl Atlas {
    /// Builds the graph of a dataset.
    pub fn new(dataset: Dataset) -> Self {
        Self { graph: Graph::build(dataset), origin: String::new(), index: OnceLock::new() }
    }

    /// The names of everything. Built when it is first asked for, so that the first frame does not wait
    /// for a search that nobody has typed yet.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::build(&self.graph))
    }
}
