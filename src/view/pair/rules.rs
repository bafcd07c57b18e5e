//! What bars one side from the other, or either from something else.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::bars::{Bar, Reach, Side};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, Graph};
use crate::model::date::Date;
use crate::view::phrase::{brief, doubt, short};

/// Adds the rules and says how many there are.
pub(super) fn add(
    seen: Seen<'_>,
    sides: &[Side; 2],
    bars: &[Bar],
    extract: &mut Extract,
    page: &mut Page,
) -> usize {
    if bars.is_empty() {
        return 0;
    }
    let graph = seen.graph();
    let [a, b] = [&sides[0], &sides[1]].map(|side| graph.entity(side.own).short());
    let mut rows = Vec::new();
    let mut last = None;
    for bar in bars {
        if last != Some(bar.reach) {
            let title = match bar.reach {
                Reach::Forth => format!("On {a}'s side, against {b}"),
                Reach::Back => format!("On {b}'s side, against {a}"),
                Reach::Either => "On one of them, not against the other".to_owned(),
            };
            rows.push(Row::heading(Text::of(title, Role::Accent)));
            last = Some(bar.reach);
        }
        rows.push(row(seen, bar, extract));
    }
    page.heading("Restrictions", bars.len().to_string());
    let columns = vec![
        Column::fit("when", 4, 15),
        Column::fit("rule", 10, 26),
        Column::fill("what it bars", 16, 1),
        Column::fit("standing", 8, 12).rank(1),
        Column::fit("doubt", 0, 1).rank(4),
    ];
    page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: false }));
    bars.len()
}

/// Since when it bars them: as its ties say, or, if they do not, since it is a rule.
pub(super) fn during(graph: &Graph, bar: &Bar) -> Option<Date> {
    let rule = graph.entity(bar.by);
    let own = rule.during.filter(|_| !rule.kind.is_body());
    bar.links.iter().find_map(|&link| graph.link(link).during).or(own)
}

fn row(seen: Seen<'_>, bar: &Bar, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let cites = extract.cite_all(graph, bar.links.iter().map(|&link| ClaimId::Link(link)));
    let mut said = Vec::new();
    let mut detail = Vec::new();
    for &id in &bar.links {
        let link = graph.link(id);
        let role = link.role().map_or(String::new(), |role| format!(": {role}"));
        said.push(format!("{}{role}", graph.entity(link.to).short()));
        detail.extend(link.tie.note.iter().map(|note| Text::of(&**note, Role::Muted)));
    }
    let first = bar.links.first().map(|&link| graph.link(link));
    let dates = during(graph, bar).map(brief);
    let (standing, role) = if bar.holds { ("in force", Role::Bad) } else { ("not in force", Role::Ended) };
    let cells = vec![
        Cell::Text(Text::of(dates.unwrap_or_default(), if bar.holds { Role::Text } else { Role::Ended })),
        Cell::Text(short(graph, bar.by)),
        Cell::Text(Text::of(said.join("; "), Role::Text)),
        Cell::Text(Text::of(standing, role)),
        Cell::Text(first.map_or_else(Text::empty, |link| doubt(link.claim.confidence, link.claim.rank))),
    ];
    let target =
        bar.links.first().map_or(Target::entity(bar.by), |&link| Target::claim(ClaimId::Link(link), bar.by));
    Row { detail, ..Row::new(cells, target).cited(cites) }
}
