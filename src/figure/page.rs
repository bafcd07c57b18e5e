//! Flowing text: headings, facts, paragraphs and small tables, one below the other.

use super::Target;
use super::table::Table;
use super::text::Text;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, and how much is under it.
    Heading {
        /// The heading.
        title: String,
        /// A count or a remark at its right end.
        note: String,
    },
    /// A paragraph, broken to the width.
    Paragraph {
        /// The text.
        text: Text,
        /// Footnote numbers behind it.
        cites: Vec<u32>,
    },
    /// A label and a value.
    Fact {
        /// The label: one or two words.
        label: &'static str,
        /// The value, broken to the width under itself.
        value: Text,
        /// Footnote numbers behind it.
        cites: Vec<u32>,
        /// What it stands for.
        target: Target,
    },
    /// Rows.
    Table(Table),
}

/// Blocks one below the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Page {
    /// What can be selected, in reading order: facts that stand for something, and all table rows.
    pub fn targets(&self) -> impl Iterator<Item = Target> + '_ {
        self.blocks.iter().flat_map(|block| -> Vec<Target> {
            match block {
                Block::Fact { target, .. } if target.is_some() => vec![*target],
                Block::Table(table) => table.targets().collect(),
                _ => Vec::new(),
            }
        })
    }

    /// The footnote numbers of what can be selected, by its place among them.
    pub fn cites(&self, item: usize) -> &[u32] {
        let mut left = item;
        for block in &self.blocks {
            match block {
                Block::Fact { target, cites, .. } if target.is_some() => match left.checked_sub(1) {
                    Some(rest) => left = rest,
                    None => return cites,
                },
                Block::Table(table) => match left.checked_sub(table.entries().count()) {
                    Some(rest) => left = rest,
                    None => return table.entries().nth(left).map_or(&[], |row| &row.cites),
                },
                _ => {}
            }
        }
        &[]
    }

    /// Adds a heading.
    pub fn heading(&mut self, title: impl Into<String>, note: impl Into<String>) {
        self.blocks.push(Block::Heading { title: title.into(), note: note.into() });
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<Text>, cites: Vec<u32>) {
        self.blocks.push(Block::Paragraph { text: text.into(), cites });
    }

    /// Adds a fact.
    pub fn fact(&mut self, label: &'static str, value: impl Into<Text>, cites: Vec<u32>, target: Target) {
        self.blocks.push(Block::Fact { label, value: value.into(), cites, target });
    }
}
