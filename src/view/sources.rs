//! On what grounds?

use std::ops::RangeInclusive;

use super::phrase::{count, grouped, names, quoted, short};
use super::{Lens, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Block, Body, Cell, Column, Extract, Figure, Page, Role, Row, Table, Target, Text};
use crate::graph::{ClaimId, Graph, SourceId};
use crate::model::standing::{Confidence, Rank};

/// Sources with the number of claims that rest on them; all claims of one source.
pub struct Sources;

impl View for Sources {
    fn name(&self) -> &'static str {
        "sources"
    }

    fn doc(&self) -> &'static str {
        "On what grounds?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["references", "bibliography"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::SOURCE]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        match lens.source {
            Some(source) => claims(atlas, lens, source),
            None => sources(atlas, lens),
        }
    }
}

fn sources(atlas: &Atlas, lens: &Lens) -> Figure {
    let graph = &atlas.graph;
    let about = graph.claims_about(&lens.focus);
    let counted = |id: SourceId| {
        let claims = graph.claims_on(id).iter();
        claims.filter(|claim| lens.focus.is_empty() || about.contains(claim)).count()
    };
    let seen = graph.at(lens.era());
    let words: Vec<String> = lens.query.words.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(usize, SourceId)> = graph
        .source_ids()
        .map(|id| (counted(id), id))
        .filter(|&(claims, id)| claims > 0 && admitted(graph, seen, &words, id))
        .collect();
    found.sort_by_key(|&(claims, id)| (std::cmp::Reverse(claims), id));
    let mut extract = Extract::default();
    lens.focus.iter().for_each(|&id| extract.entity(id));
    let rows: Vec<Row> =
        found.iter().map(|&(claims, id)| source_row(graph, id, claims, &mut extract)).collect();
    let shown = rows.len();
    let table = Table { columns: columns(), rows, axis: None, heads: true };
    let title = match lens.focus.as_slice() {
        [] => "Sources".to_owned(),
        focus => format!("Sources on {}", names(graph, focus)),
    };
    let mut figure = Figure::new(title, Body::Table(table), extract);
    figure.note = lens.note(vec![format!("{} of {}", grouped(shown), grouped(graph.census().sources))]);
    figure.empty =
        (shown == 0).then(|| "No source passes. `F` clears the filters, `t` changes the date.".to_owned());
    figure
}

fn columns() -> Vec<Column> {
    vec![
        Column::fit("published", 4, 12),
        Column::fit("publisher", 8, 26),
        Column::fill("title", 16, 1),
        Column::fit("type", 5, 12).rank(3),
        Column::fit("language", 2, 8).rank(4),
        Column::fit("weak", 0, 5).rank(5),
        Column::fit("claims", 2, 6).right(),
    ]
}

fn source_row(graph: &Graph, id: SourceId, claims: usize, extract: &mut Extract) -> Row {
    let source = graph.source(id);
    let record = &source.record;
    let text = |word: Option<&crate::model::word::Word>| word.map_or(String::new(), ToString::to_string);
    let cells = vec![
        Cell::Text(Text::of(source.published.map_or(String::new(), |date| date.to_string()), Role::Muted)),
        record.publisher.to_string().into(),
        Cell::Text(Text::of(&*record.title, Role::Text)),
        Cell::Text(Text::of(record.kind.name(), Role::Muted)),
        Cell::Text(Text::of(text(record.lang.as_ref()), Role::Muted)),
        Cell::Text(Text::of(if record.weak.is_some() { "weak" } else { "" }, Role::Doubt)),
        claims.to_string().into(),
    ];
    let number = extract.source(id);
    Row { detail: about(graph, id), ..Row::new(cells, Target::source(id)).cited(vec![number]) }
}

fn admitted(graph: &Graph, seen: crate::graph::era::Seen<'_>, words: &[String], id: SourceId) -> bool {
    let source = graph.source(id);
    let record = &source.record;
    let text = || format!("{} {} {}", record.title, record.publisher, record.id).to_lowercase();
    (words.is_empty() || words.iter().all(|word| text().contains(word.as_str())))
        && graph.claims_on(id).iter().any(|&claim| seen.knows(graph.claim(claim)))
}

/// All claims that rest on one source.
fn claims(atlas: &Atlas, lens: &Lens, id: SourceId) -> Figure {
    let graph = &atlas.graph;
    let seen = graph.at(lens.era());
    let mut extract = Extract::default();
    let number = extract.source(id);
    let rows: Vec<Row> = graph
        .claims_on(id)
        .iter()
        .filter(|&&claim| seen.knows(graph.claim(claim)))
        .map(|&claim| claim_row(graph, claim, &mut extract))
        .collect();
    let mut page = Page::default();
    page.paragraph(Text::strong(&*graph.source(id).record.title, Role::Text), vec![number]);
    about(graph, id).into_iter().for_each(|line| page.paragraph(line, Vec::new()));
    page.heading("Claims that rest on it", grouped(rows.len()));
    let columns = vec![
        Column::fit("sort", 4, 10),
        Column::fit("date", 4, 21),
        Column::fill("claim", 20, 1),
        Column::fit("confidence", 3, 10).rank(2),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: true }));
    let mut figure = Figure::new(graph.source(id).record.publisher.to_string(), Body::Page(page), extract);
    figure.note = count(graph.claims_on(id).len(), "claim");
    figure
}

fn claim_row(graph: &Graph, id: ClaimId, extract: &mut Extract) -> Row {
    let cites = extract.cite(graph, id);
    let (sort, date, text) = describe(graph, id);
    let confidence = graph.claim(id).confidence;
    let cells = vec![
        Cell::Text(Text::of(sort, Role::Muted)),
        Cell::Text(Text::of(date, Role::Muted)),
        Cell::Text(text),
        Cell::Text(Text::of(
            confidence.name(),
            if confidence == Confidence::Low { Role::Doubt } else { Role::Muted },
        )),
    ];
    Row::new(cells, Target::claim(id, graph.owner(id))).cited(cites)
}

/// A claim in words: its sort, its date, and what it says.
pub fn describe(graph: &Graph, id: ClaimId) -> (&'static str, String, Text) {
    match id {
        ClaimId::Entity(id) => {
            let text = short(graph, id).and(format!("  {}", graph.entity(id).summary()), Role::Muted);
            ("entity", String::new(), text)
        }
        ClaimId::Dispute(id, number) => {
            let dispute = &graph.entity(id).record.disputes[number as usize];
            let text = short(graph, id).and(format!("  {}: {}", dispute.field, dispute.value), Role::Doubt);
            ("dispute", String::new(), text)
        }
        ClaimId::Link(id) => {
            let link = graph.link(id);
            let verb = format!(" {} ", link.relation.verb());
            let text = short(graph, link.from).and(verb, Role::Muted).then(short(graph, link.to));
            let role = link.role().map_or(String::new(), |role| format!(": {role}"));
            ("link", link.when(), text.and(role, Role::Text))
        }
        ClaimId::Stance(id) => {
            let stance = graph.stance(id);
            let verb = format!(" {} ", stance.record.position);
            let text = short(graph, stance.holder)
                .and(verb, Role::Position(stance.record.position))
                .then(short(graph, stance.about));
            ("stance", stance.on.to_string(), text.and(format!(": {}", stance.record.gist), Role::Text))
        }
        ClaimId::Milestone(id) => {
            let milestone = graph.milestone(id);
            let what = milestone.record.what.as_ref().map_or(milestone.record.kind.name(), |what| what);
            let text = short(graph, milestone.entity).and(format!("  {what}"), Role::Text);
            ("milestone", milestone.on.to_string(), text)
        }
    }
}

/// What is known of a source: who published it, when, in which language, how good it is, where to read it.
fn about(graph: &Graph, id: SourceId) -> Vec<Text> {
    let mut lines = facts(graph, id);
    lines.push(address(graph, id));
    lines
}

fn facts(graph: &Graph, id: SourceId) -> Vec<Text> {
    let source = graph.source(id);
    let record = &source.record;
    let mut line = record.publisher.to_string();
    if let Some(date) = source.published {
        line += &format!(" · {date}");
    }
    line += &format!(" · {}", record.kind);
    if let Some(lang) = &record.lang {
        line += &format!(" · {lang}");
    }
    if let Some(seen_at) = &record.seen_at {
        line += &format!(" · read at {seen_at}");
    }
    let mut lines = vec![Text::of(line, Role::Muted)];
    lines.extend(record.weak.as_ref().map(|weak| Text::of(format!("weak: {weak}"), Role::Doubt)));
    lines
}

fn address(graph: &Graph, id: SourceId) -> Text {
    match &graph.source(id).record.url {
        Some(url) => Text::of(&**url, Role::Link),
        None => Text::of("no address: only an unsafe copy was seen", Role::Muted),
    }
}

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
        for cite in &claim.cites {
            let said = |text: &str, role| Text::of(text, role);
            let at = cite.at.iter().map(|at| said(at, Role::Muted));
            let quote = cite.quote.iter().map(|quote| said(&quoted(quote), Role::Text));
            self.source(graph, cite.source, at.chain(quote).collect(), &mut page);
        }
        let own = |source: SourceId| claim.cites.iter().any(|cite| cite.source == source);
        let others: Vec<SourceId> =
            self.notes.iter().map(|(source, _)| *source).filter(|&source| !own(source)).collect();
        if !others.is_empty() {
            page.heading("Also on this line", others.len().to_string());
        }
        for &source in &others {
            extract.source(source);
            self.source(graph, source, Vec::new(), &mut page);
        }
        let mut figure = Figure::new("Sources", Body::Page(page), extract);
        let of = if matches!(self.claim, ClaimId::Entity(_)) { "page" } else { "line" };
        figure.note = format!("{} of this {of}", count(claim.cites.len() + others.len(), "source"));
        figure
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
