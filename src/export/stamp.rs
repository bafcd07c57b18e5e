//! What every export says of itself.

use crate::atlas::Atlas;
use crate::view::Address;

/// Where an export comes from and how it is made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Title of the dataset.
    pub dataset: String,
    /// Its version.
    pub version: String,
    /// The day up to which its facts were looked for.
    pub data_as_of: String,
    /// Licence of its facts.
    pub licence: String,
    /// How to cite it; may be empty.
    pub cite_as: String,
    /// The as-of date of the view, if one is set.
    pub at: Option<String>,
    /// The known-by date of the view, if one is set.
    pub known_by: Option<String>,
    /// The filters of the view; empty if there are none.
    pub filters: String,
    /// The command that makes the view again.
    pub command: String,
}

impl Stamp {
    /// The stamp of a view.
    pub fn new(atlas: &Atlas, address: &Address) -> Self {
        let manifest = atlas.graph.manifest();
        Self {
            dataset: manifest.title.to_string(),
            version: manifest.version.to_string(),
            data_as_of: manifest.as_of.to_string(),
            licence: manifest.licence.to_string(),
            cite_as: manifest.cite_as.to_string(),
            at: address.lens.at.map(|at| at.to_string()),
            known_by: address.lens.known_by.map(|by| by.to_string()),
            filters: address.lens.query.to_string(),
            command: address.command(atlas),
        }
    }

    /// The stamp as lines for people: `dataset: …`, `as of: …`, `filters: …`, `command: …`.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![
            (
                "dataset",
                format!(
                    "{} {} ({}, facts up to {})",
                    self.dataset, self.version, self.licence, self.data_as_of
                ),
            ),
            ("as of", self.at.clone().unwrap_or_else(|| "all dates".to_owned())),
        ];
        lines.extend(self.known_by.clone().map(|by| ("known by", by)));
        lines.push((
            "filters",
            if self.filters.is_empty() { "none".to_owned() } else { self.filters.clone() },
        ));
        lines.push(("command", self.command.clone()));
        if !self.cite_as.is_empty() {
            lines.push(("cite as", self.cite_as.clone()));
        }
        lines
    }
}
