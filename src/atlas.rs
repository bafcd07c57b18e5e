//! The atlas: the graph and its search index, together what a question is put to.

use std::sync::OnceLock;

use crate::dataset::{Dataset, Released};
use crate::graph::Graph;
use crate::search::Index;

/// A graph that can be searched.
#[derive(Default)]
pub struct Atlas {
    /// What is known.
    pub graph: Graph,
    /// The options that named its data, as they are typed: empty for the bundled data.
    pub origin: String,
    /// Records of what releases of its data held, the earliest first.
    pub releases: Vec<Released>,
    index: OnceLock<Index>,
}

impl Atlas {
    /// Builds the graph of a dataset.
    pub fn new(mut dataset: Dataset) -> Self {
        let releases = std::mem::take(&mut dataset.releases);
        Self { graph: Graph::build(dataset), origin: String::new(), releases, index: OnceLock::new() }
    }

    /// The record of a release, by its version; `last`: of the newest but what the data itself is.
    pub fn release(&self, version: &str) -> Option<&Released> {
        let own = &*self.graph.manifest().version;
        let mut newest = self.releases.iter().rev();
        newest.find(|release| release.version == version || version == "last" && release.version != own)
    }

    /// The names of everything. Built when it is first asked for, so that the first frame does not wait
    /// for a search that nobody has typed yet.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::build(&self.graph))
    }
}
