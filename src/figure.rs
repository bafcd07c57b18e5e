//! Pictures without a screen: what a view answers.
//!
//! A [`Figure`] says what is shown and what it means, never where on a screen and never in which
//! colour. Painters draw it on terminal cells, formats write it to bytes; both read the same figure, so
//! what is seen is what is exported.

pub mod extract;
pub mod motion;
pub mod page;
pub mod role;
pub mod scene;
pub mod strip;
pub mod table;
pub mod text;

use crate::graph::{ClaimId, EntityId, SourceId};

pub use extract::Extract;
pub use page::{Block, Page};
pub use role::Role;
pub use scene::{Edge, Node, Scene, Stroke};
pub use strip::{Axis, Form, Mark};
pub use table::{Align, Cell, Column, Row, Spot, Table, Width};
pub use text::{Span, Text};

/// What the thing under the cursor stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The entity that Enter opens.
    pub entity: Option<EntityId>,
    /// The claim whose sources can be shown.
    pub claim: Option<ClaimId>,
    /// The source itself.
    pub source: Option<SourceId>,
    /// A second entity: Enter opens the two together, their stances where the claim is one, else the pair.
    pub with: Option<EntityId>,
}

impl Target {
    /// Nothing to open.
    pub const NONE: Self = Self { entity: None, claim: None, source: None, with: None };

    /// An entity, with its own claim.
    pub const fn entity(id: EntityId) -> Self {
        Self { entity: Some(id), claim: Some(ClaimId::Entity(id)), ..Self::NONE }
    }

    /// A claim that leads to an entity.
    pub const fn claim(claim: ClaimId, entity: EntityId) -> Self {
        Self { entity: Some(entity), claim: Some(claim), ..Self::NONE }
    }

    /// A source.
    pub const fn source(id: SourceId) -> Self {
        Self { source: Some(id), ..Self::NONE }
    }

    /// The same with a second entity, so that it leads to the two together.
    pub const fn with(mut self, other: EntityId) -> Self {
        self.with = Some(other);
        self
    }

    /// Whether there is anything to open.
    pub const fn is_some(&self) -> bool {
        self.entity.is_some() || self.claim.is_some() || self.source.is_some()
    }
}

/// A choice that narrows a list, with the number of entities it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The filter as it is typed: `kind:agency`.
    pub filter: String,
    /// The value as it is shown: "agency".
    pub label: String,
    /// How many it would leave.
    pub count: usize,
}

/// The body of a figure.
#[derive(Clone, Debug)]
pub enum Body {
    /// Rows and columns.
    Table(Table),
    /// Shapes in a plane.
    Scene(Scene),
    /// Flowing text.
    Page(Page),
}

/// A view's answer.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What is shown: "SMILE", "ESA on Tiangong".
    pub title: String,
    /// How much of it, and through which filters: "12 of 940 · kind:mission".
    pub note: String,
    /// A chart above the body; its rows cannot be selected.
    pub chart: Option<Table>,
    /// The answer.
    pub body: Body,
    /// What the answer is made of.
    pub extract: Extract,
    /// Choices that would narrow it.
    pub choices: Vec<Choice>,
    /// Why there is nothing to see and which key or option helps, if there is nothing to see.
    pub empty: Option<String>,
}

impl Figure {
    /// A figure with a title and a body, and nothing else yet.
    pub fn new(title: impl Into<String>, body: Body, extract: Extract) -> Self {
        Self {
            title: title.into(),
            note: String::new(),
            chart: None,
            body,
            extract,
            choices: Vec::new(),
            empty: None,
        }
    }

    /// A figure that only says why there is nothing to see.
    pub fn nothing(title: &str, body: Body, why: &str) -> Self {
        Self { empty: Some(why.to_owned()), ..Self::new(title, body, Extract::default()) }
    }

    /// The footnote numbers of what the cursor can stand on, by its place among [`Self::targets`].
    pub fn cites(&self, item: usize) -> &[u32] {
        match &self.body {
            Body::Table(table) => table.entries().nth(item).map_or(&[], |row| &row.cites),
            Body::Page(page) => page.cites(item),
            Body::Scene(_) => &[],
        }
    }

    /// Everything the cursor can stand on, in reading order.
    pub fn targets(&self) -> Vec<Target> {
        match &self.body {
            Body::Table(table) => table.targets().collect(),
            Body::Scene(scene) => scene.nodes.iter().map(|node| node.target).collect(),
            Body::Page(page) => page.targets().collect(),
        }
    }
}
