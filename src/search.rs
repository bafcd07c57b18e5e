//! Names → ranked hits.
use crate::graph::era::Seen;
use crate::graph::{EntityId, Graph, LinkId, MilestoneId, StanceId};
/// Index.
#[derive(Debug, Default)]
pub struct Index;
/// Hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// e
    pub entity: EntityId,
    /// s
    pub score: u32,
    /// m
    pub matched: String,
    /// m
    pub marks: Vec<usize>,
}
/// Query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// w
    pub words: String,
    /// f
    pub filters: Vec<()>,
}
impl std::fmt::Display for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words)
    }
}
impl Index {
    /// b
    pub fn build(_: &Graph) -> Self {
        Self
    }
    /// s
    pub fn search(
        &self,
        graph: &Graph,
        words: &str,
        limit: usize,
        keep: &dyn Fn(EntityId) -> bool,
    ) -> Vec<Hit> {
        graph
            .entity_ids()
            .filter(|&e| keep(e) && graph.entity(e).all_names().any(|n| n.contains(words)))
            .take(limit)
            .map(|entity| Hit {
                entity,
                score: 0,
                matched: graph.entity(entity).name().to_owned(),
                marks: vec![],
            })
            .collect()
    }
}
impl Query {
    /// a
    pub fn admits_entity(&self, _: Seen<'_>, _: EntityId) -> bool {
        true
    }
    /// a
    pub fn admits_stance(&self, _: Seen<'_>, _: StanceId) -> bool {
        true
    }
    /// a
    pub fn admits_link(&self, _: Seen<'_>, _: LinkId) -> bool {
        true
    }
    /// a
    pub fn admits_milestone(&self, _: Seen<'_>, _: MilestoneId) -> bool {
        true
    }
}

/// f
pub struct Facet {
    /// k
    pub key: &'static str,
    /// v
    pub value: String,
    /// l
    pub label: String,
    /// c
    pub count: usize,
}
/// f
pub fn facets(_: &Graph, _: &[EntityId]) -> Vec<Facet> {
    Vec::new()
}
impl Index {
    /// s
    pub fn suggest(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}
