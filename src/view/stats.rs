//! How much is there?

use std::ops::RangeInclusive;

use super::phrase::{count, grouped, short};
use super::sieve::Sieve;
use super::{Lens, View};
use crate::atlas::Atlas;
use crate::figure::{Block, Body, Cell, Column, Extract, Figure, Page, Role, Row, Table, Target, Text};
use crate::graph::census::Inventory;
use crate::graph::ground::Ground;
use crate::graph::{ClaimId, Graph};

/// States that are shown; the others are added up.
const STATES: usize = 16;

/// Cells of the longest bar.
const BAR: usize = 28;

/// Counts of what there is.
pub struct Stats;

impl View for Stats {
    fn name(&self) -> &'static str {
        "stats"
    }

    fn doc(&self) -> &'static str {
        "How much is there?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=0
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let sieve = Sieve::new(seen, &lens.query);
        let inventory = seen.inventory(graph.claims().filter(|&claim| sieve.admits(claim)).collect());
        let mut page = Page::default();
        totals(&inventory, &mut page);
        if !inventory.claims.is_empty() {
            contents(graph, &inventory, &mut page);
            grounds(&inventory, &mut page);
        }
        let mut figure = Figure::new("Stats of the dataset", Body::Page(page), Extract::default());
        figure.note = lens.note(vec![count(inventory.claims.len(), "claim")]);
        figure.empty = inventory
            .claims
            .is_empty()
            .then(|| "Nothing passes. `F` clears the filters, `t` changes the date.".to_owned());
        figure
    }
}

fn totals(inventory: &Inventory, page: &mut Page) {
    let of = |wanted: fn(&ClaimId) -> bool| inventory.claims.iter().filter(|claim| wanted(claim)).count();
    let facts = [
        ("entities", of(|claim| matches!(claim, ClaimId::Entity(_)))),
        ("links", of(|claim| matches!(claim, ClaimId::Link(_)))),
        ("stances", of(|claim| matches!(claim, ClaimId::Stance(_)))),
        ("milestones", of(|claim| matches!(claim, ClaimId::Milestone(_)))),
        ("disputed", of(|claim| matches!(claim, ClaimId::Dispute(..)))),
        ("sources", inventory.sources),
    ];
    for (label, number) in facts {
        page.fact(label, grouped(number), Vec::new(), Target::NONE);
    }
}

fn contents(graph: &Graph, inventory: &Inventory, page: &mut Page) {
    let named = |name: &str| (Text::of(name, Role::Text), Target::NONE);
    section(page, "Entities by kind", "kind", &inventory.kinds, |kind| {
        let sign = Text::of(kind.glyph().to_string(), Role::Kind(*kind));
        (sign.and(format!(" {}", kind.plural()), Role::Text), Target::NONE)
    });
    let (shown, rest) = inventory.states.split_at(inventory.states.len().min(STATES));
    let more: usize = rest.iter().map(|(_, count)| count).sum();
    section(page, "Entities by state", "state", shown, |&state| (short(graph, state), Target::entity(state)));
    if !rest.is_empty() {
        let said = format!("and {} in {} more states", grouped(more), grouped(rest.len()));
        page.paragraph(Text::of(said, Role::Muted), Vec::new());
    }
    section(page, "Links by relation", "relation", &inventory.relations, |relation| named(relation.verb()));
    section(page, "Links by rung", "rung", &inventory.rungs, |rung| named(rung.name()));
    section(page, "Stances by position", "position", &inventory.positions, |&position| {
        (super::phrase::rung(position), Target::NONE)
    });
    decades(inventory, page);
}

fn grounds(inventory: &Inventory, page: &mut Page) {
    let named = |name: &str| (Text::of(name, Role::Text), Target::NONE);
    section(page, "Sources by type", "type", &inventory.types, |kind| named(kind.name()));
    section(page, "Sources by language", "language", &inventory.languages, |lang| named(lang));
    let weak = format!("{} of {} sources are weak", grouped(inventory.weak), grouped(inventory.sources));
    page.paragraph(Text::of(weak, Role::Muted), Vec::new());
    section(page, "Claims by confidence", "confidence", &inventory.confidences, |confidence| {
        named(confidence.name())
    });
    section(page, "Claims by grounds", "grounds", &inventory.grounds, |ground| {
        named(match ground {
            Ground::Weak => "weak sources and encyclopedias only",
            Ground::Single => "a single source",
            Ground::Secondary => "several, none first-hand",
            Ground::Firm => "several, one first-hand or scholarly",
        })
    });
    let single = format!("{} of the claims rest on one source, weak or not", grouped(inventory.single));
    page.paragraph(Text::of(single, Role::Muted), Vec::new());
}

/// A table of counts with bars.
fn section<T>(
    page: &mut Page,
    title: &str,
    name: &'static str,
    tally: &[(T, usize)],
    say: impl Fn(&T) -> (Text, Target),
) {
    let total: usize = tally.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return;
    }
    let most = tally.iter().map(|&(_, count)| count).max().unwrap_or(1);
    let rows = tally
        .iter()
        .map(|(value, count)| {
            let (said, target) = say(value);
            Row::new(vec![Cell::Text(said), grouped(*count).into(), bar(*count, most)], target)
        })
        .collect();
    let columns = vec![
        Column::fit(name, 12, 36),
        Column::fit("count", 5, 7).right(),
        Column::fit("bar", 0, BAR as u16).rank(1),
    ];
    page.heading(title, grouped(total));
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
}

/// Links, stances and milestones decade by decade, the bar for their sum.
fn decades(inventory: &Inventory, page: &mut Page) {
    let sum = |counts: &[usize; 3]| counts.iter().sum::<usize>();
    let most = inventory.decades.iter().map(|(_, counts)| sum(counts)).max().unwrap_or(1);
    let total: usize = inventory.decades.iter().map(|(_, counts)| sum(counts)).sum();
    let rows: Vec<Row> = inventory
        .decades
        .iter()
        .map(|(decade, counts)| {
            let mut cells: Vec<Cell> = vec![format!("{decade}s").into()];
            cells.extend(counts.iter().map(|&count| Cell::from(grouped(count))));
            cells.push(bar(sum(counts), most));
            Row::new(cells, Target::NONE)
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let number = |name| Column::fit(name, 5, 10).right();
    let columns = vec![
        Column::fit("decade", 12, 12),
        number("links"),
        number("stances"),
        number("milestones"),
        Column::fit("bar", 0, BAR as u16).rank(1),
    ];
    page.heading("By decade", grouped(total));
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: true }));
    let undated = format!("{} without a date", count(inventory.undated, "link"));
    page.paragraph(Text::of(undated, Role::Muted), Vec::new());
}

/// A bar of block signs, in eighths of a cell.
fn bar(count: usize, most: usize) -> Cell {
    // The half block marks the cursor in terminals without Unicode, so it is not used here.
    const PARTS: [&str; 8] = ["", "▏", "▎", "▍", "▋", "▋", "▊", "▉"];
    let eighths = (count * BAR * 8).div_ceil(most.max(1));
    let step = (count * 4).div_ceil(most.max(1)).min(4);
    Cell::Text(Text::of(format!("{}{}", "█".repeat(eighths / 8), PARTS[eighths % 8]), Role::Heat(step as u8)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample::{atlas, figure, printed};

    #[test]
    fn bars_have_the_length_of_their_share() {
        let width = |count, most| bar(count, most).plain().chars().count();
        assert_eq!((width(0, 10), width(10, 10), width(5, 10)), (0, BAR, BAR / 2));
        assert_eq!(width(1, 100_000), 1);
    }

    #[test]
    fn counts_add_up_and_obey_the_filters() {
        let atlas = atlas();
        let lines = printed(&figure(&atlas, &Stats, &[], ""), 80);
        let line = |start: &str| lines.iter().find(|line| line.starts_with(start)).cloned().unwrap();
        assert!(line("entities").ends_with(" 7") && line("stances").ends_with(" 4"), "{lines:#?}");
        assert!(line("▲ missions").contains(" 2  █"));
        assert!(line("Links by relation").ends_with(" 5"));
        let missions = figure(&atlas, &Stats, &[], "kind:mission");
        let lines = printed(&missions, 80);
        assert!(lines.iter().any(|line| line.starts_with("entities") && line.ends_with(" 2")), "{lines:#?}");
        assert!(figure(&atlas, &Stats, &[], "kind:company").empty.is_some());
    }
}
