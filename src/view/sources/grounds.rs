//! The grounds of one claim, and of the line that tells it: the pane beside a view.

use super::{address, describe, facts};
use crate::figure::{Block, Body, Cell, Column, Extract, Figure, Page, Role, Row, Table, Target, Text};
use crate::graph::{ClaimId, Graph, SourceId};
use crate::model::standing::{Confidence, Rank};
use crate::view::phrase::{count, quoted, short};

/// The grounds of one claim: how sure, and each source with its quote and address.
///
/// This is the pane beside a view, not a view: a claim has no name that a command could take. The numbers of
/// its sources are the footnotes of the figure beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    claim: ClaimId,
    /// The footnotes: those of the claim, then those that the line has besides.
    notes: Vec<(SourceId, u32)>,
}

impl Grounds {
    /// The grounds of a claim that a figure tells, on the line with this number if it is one line.
    pub fn new(graph: &Graph, claim: ClaimId, beside: &Figure, item: Option<usize>) -> Self {
        let own = graph.claim(claim).sources();
        let mut notes: Vec<(SourceId, u32)> =
            own.filter_map(|source| Some((source, beside.extract.number_of(source)?))).collect();
        for &number in item.map_or(&[][..], |item| beside.cites(item)) {
            if let Some(source) = beside.extract.footnote(number)
                && !notes.iter().any(|(known, _)| *known == source)
            {
                notes.push((source, number));
            }
        }
        Self { claim, notes }
    }

    /// The grounds as a page.
    pub fn figure(&self, graph: &Graph) -> Figure {
        let claim = graph.claim(self.claim);
        let mut extract = Extract::default();
        extract.cite(graph, self.claim);
        let mut page = Page::default();
        page.paragraph(said(graph, self.claim), Vec::new());
        page.paragraph(standing(graph, self.claim), Vec::new());
        if let ClaimId::Stance(id) = self.claim
            && let Some(quote) = &graph.stance(id).record.quote
        {
            page.paragraph(Text::of(quoted(quote), Role::Text), Vec::new());
        }
        let own = |source: SourceId| claim.cites.iter().any(|cite| cite.source == source);
        let others: Vec<SourceId> =
            self.notes.iter().map(|(source, _)| *source).filter(|&source| !own(source)).collect();
        for &source in &others {
            extract.source(source);
        }
        // A line that tells more of somebody than who that is rests on what it tells.
        let named = matches!(self.claim, ClaimId::Entity(_));
        let told = named && !others.is_empty();
        if told {
            self.besides(graph, "On this line", &others, &mut page);
            page.heading("Name, dates, summary", claim.cites.len().to_string());
        }
        for cite in &claim.cites {
            let said = |text: &str, role| Text::of(text, role);
            let at = cite.at.iter().map(|at| said(at, Role::Muted));
            let quote = cite.quote.iter().map(|quote| said(&quoted(quote), Role::Text));
            self.source(graph, cite.source, at.chain(quote).collect(), &mut page);
        }
        if !told && !others.is_empty() {
            self.besides(graph, "Also on this line", &others, &mut page);
        }
        let mut figure = Figure::new("Sources", Body::Page(page), extract);
        let of = if named && !told { "page" } else { "line" };
        figure.note = format!("{} of this {of}", count(claim.cites.len() + others.len(), "source"));
        figure
    }

    /// Adds what the line rests on besides the claim.
    fn besides(&self, graph: &Graph, title: &str, others: &[SourceId], page: &mut Page) {
        page.heading(title, others.len().to_string());
        others.iter().for_each(|&source| self.source(graph, source, Vec::new(), page));
    }

    /// Adds a source: its footnote and title, what is known of it, and its address.
    fn source(&self, graph: &Graph, id: SourceId, more: Vec<Text>, page: &mut Page) {
        let record = &graph.source(id).record;
        let number = self.notes.iter().find(|(source, _)| *source == id);
        let number = number.map_or(String::new(), |(_, number)| format!("[{number}] "));
        let title = Text::of(number, Role::Link).and_strong(&*record.title, Role::Text);
        page.fact("", title, Vec::new(), Target::source(id));
        for line in facts(graph, id).into_iter().chain(more) {
            page.fact("", line, Vec::new(), Target::NONE);
        }
        // An address stands on one line; what is cut off is copied and opened all the same.
        let sign = Text::of(if record.url.is_some() { "↗" } else { "–" }, Role::Muted);
        let cells = vec![Cell::Text(sign), Cell::Text(address(graph, id))];
        let row = Row::new(cells, Target::source(id));
        let columns = vec![Column::fit("", 1, 1), Column::fill("address", 10, 1).narrow("address")];
        page.blocks.push(Block::Table(Table { columns, rows: vec![row], axis: None, heads: false }));
    }
}

/// A claim in one line; for an entity its name, since the dossier stands beside it.
fn said(graph: &Graph, id: ClaimId) -> Text {
    match id {
        ClaimId::Entity(id) => short(graph, id).and("  name, dates, summary", Role::Muted),
        _ => {
            let (_, date, text) = describe(graph, id);
            if date.is_empty() { text } else { Text::of(format!("{date}  "), Role::Muted).then(text) }
        }
    }
}

/// How sure a claim is, and its rank among others with the reason.
fn standing(graph: &Graph, id: ClaimId) -> Text {
    let claim = graph.claim(id);
    let role = match claim.confidence {
        Confidence::Low => Role::Doubt,
        Confidence::Medium => Role::Muted,
        Confidence::High => Role::Good,
    };
    let mut text = Text::of(format!("{} confidence", claim.confidence), role);
    if claim.rank != Rank::Normal {
        text = text.and(format!(" · {}", claim.rank), Role::Doubt);
    }
    if let Some(because) = &claim.because {
        text = text.and(format!(": {because}"), Role::Text);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::entity::Dossier;
    use crate::view::pair::Pair;
    use crate::view::sample::{atlas, figure, printed};

    #[test]
    fn grounds_have_the_footnotes_of_the_line_beside_them() {
        let atlas = atlas();
        let graph = &atlas.graph;
        for beside in [figure(&atlas, &Dossier, &["smile"], ""), figure(&atlas, &Pair, &["esa", "nasa"], "")]
        {
            let mut lines = 0;
            for (item, target) in beside.targets().into_iter().enumerate() {
                let Some(claim) = target.claim else { continue };
                let grounds = Grounds::new(graph, claim, &beside, Some(item));
                let numbers: Vec<u32> = grounds.notes.iter().map(|(_, number)| *number).collect();
                assert!(beside.cites(item).iter().all(|number| numbers.contains(number)), "{numbers:?}");
                let text = printed(&grounds.figure(graph), 80).join("\n");
                assert!(numbers.iter().all(|number| text.contains(&format!("[{number}] "))), "{text}");
                lines += 1;
            }
            assert!(lines > 0);
        }
        // Of a shared work each tie has its own source.
        let pair = figure(&atlas, &Pair, &["esa", "nasa"], "");
        let target = pair.targets()[0];
        let grounds = Grounds::new(graph, target.claim.unwrap(), &pair, Some(0)).figure(graph);
        assert!(printed(&grounds, 80).join("\n").contains("Also on this line"));
    }
}
