//! The ties of one sort, group by group.

use super::gather::{Group, Matter, Sort, Tie};
use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, LinkId, MilestoneId, Phase};
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::model::standing::{Confidence, Instrument, Level, Rank, Rung, Status};
use crate::view::phrase::{brief, doubt, names, short};

/// Names that are given of many.
const NAMED: usize = 3;

/// So many parties at most sign together.
const PARTIES: usize = 4;

/// Adds a section and says how many ties it has; none if there is nothing.
pub(super) fn add(
    seen: Seen<'_>,
    matter: &Matter,
    (sort, title): (Sort, &str),
    extract: &mut Extract,
    page: &mut Page,
) -> usize {
    let mut rows = Vec::new();
    let mut number = 0;
    for group in &matter.groups {
        let ties: Vec<&Tie> = group.ties.iter().filter(|tie| tie.sort == sort).collect();
        if let Some(title) = group.title.as_ref().filter(|_| !ties.is_empty()) {
            let size = format!(" {}", ties.len());
            rows.push(Row::heading(Text::of(title.as_str(), Role::Accent).and(size, Role::Muted)));
        }
        number += ties.len();
        rows.extend(ties.into_iter().map(|tie| row(seen, tie, group, extract)));
    }
    if number > 0 {
        let ties: Vec<&Tie> = matter.ties().filter(|tie| tie.sort == sort).collect();
        page.heading(title, tally(seen, sort, &ties));
        let columns = columns(sort, &matter.sides);
        page.blocks.push(Block::Table(Table { columns, rows, axis: None, heads: true }));
    }
    number
}

/// How many there are; of works, how many in each state.
fn tally(seen: Seen<'_>, sort: Sort, ties: &[&Tie]) -> String {
    let mut states: Vec<(String, usize)> = Vec::new();
    for tie in ties.iter().filter(|_| sort == Sort::Work) {
        let state = standing(seen, tie).plain();
        let state = match state.as_str() {
            "" => "state unknown",
            // Without its date.
            state if state.starts_with("withdrew") => "withdrew",
            state => state,
        };
        match states.iter_mut().find(|(other, _)| other == state) {
            Some((_, count)) => *count += 1,
            None => states.push((state.to_owned(), 1)),
        }
    }
    let states = states.into_iter().map(|(state, count)| format!("{count} {state}"));
    std::iter::once(ties.len().to_string()).chain(states).collect::<Vec<_>>().join(" · ")
}

fn columns(sort: Sort, [ours, theirs]: &[String; 2]) -> Vec<Column> {
    let mut columns = vec![Column::fit("when", 4, 15), Column::fill("what", 18, 3)];
    if sort == Sort::Agreement {
        columns.extend([
            Column::fit("form", 4, 10).rank(1),
            Column::fit("level", 5, 9).rank(2),
            Column::fit("status", 6, 14).rank(3),
        ]);
    } else {
        columns.extend((sort == Sort::Work).then(|| Column::fit("status", 6, 21).rank(1)));
        columns.extend([ours, theirs].map(|side| Column::fill("side", 14, 2).called(side).rank(1)));
    }
    columns.push(Column::fit("doubt", 0, 1).brief("~").rank(4));
    columns
}

fn row(seen: Seen<'_>, tie: &Tie, group: &Group, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let signed = signing(seen, tie);
    let links = tie.shared.links.iter().map(|&link| ClaimId::Link(link));
    let cites = extract.cite_all(graph, links.chain(signed.map(ClaimId::Milestone)));
    let signed = signed.and_then(|id| graph.milestone(id).record.what.as_deref());
    let mut cells = vec![Cell::Text(when(tie)), Cell::Text(what(seen, tie, group.title.is_some(), signed))];
    if tie.sort == Sort::Agreement {
        cells.extend([form(seen, tie), level(seen, tie), status(seen, tie)].map(Cell::Text));
    } else {
        cells.extend((tie.sort == Sort::Work).then(|| Cell::Text(standing(seen, tie))));
        cells.extend([&tie.ours, &tie.theirs].map(|side| Cell::Text(part(seen, tie, side, group.many))));
    }
    let claims = tie.shared.links.iter().map(|&link| &graph.link(link).claim);
    let confidence = claims.clone().map(|claim| claim.confidence).max().unwrap_or(Confidence::Medium);
    let rank = claims.map(|claim| claim.rank).max().unwrap_or(Rank::Normal);
    cells.push(Cell::Text(doubt(confidence, rank)));
    let first = tie.shared.links.first().copied();
    let opens = tie.shared.via.or_else(|| tie.theirs.first().copied());
    let target = match (first, opens) {
        (Some(link), Some(opens)) => Target::claim(ClaimId::Link(link), opens),
        _ => Target::NONE,
    };
    Row { detail: detail(seen, tie, signed), ..Row::new(cells, target).cited(cites) }
}

fn when(tie: &Tie) -> Text {
    let dates = tie.shared.when.map_or(String::new(), brief);
    match tie.shared.phase {
        Phase::Ended => Text::of(dates, Role::Ended),
        Phase::Ahead => Text::of(dates, Role::Doubt),
        Phase::Active | Phase::Undated => Text::of(dates, Role::Text),
    }
}

/// The shared thing, or what the two have of their own; between many, with who has it.
fn what(seen: Seen<'_>, tie: &Tie, among: bool, signed: Option<&str>) -> Text {
    let graph = seen.graph();
    let own = || {
        let link = tie.shared.links.first().map(|&link| graph.link(link));
        let said =
            link.and_then(|link| link.role().or(link.tie.note.as_deref()).or(Some(link.relation.verb())));
        Text::of(said.unwrap_or_default(), Role::Text)
    };
    let mut text = tie.shared.via.map_or_else(own, |via| short(graph, via));
    if tie.sort == Sort::Work && over(seen, tie) {
        text.0.iter_mut().filter(|span| span.role == Role::Text).for_each(|span| span.role = Role::Ended);
    }
    if tie.sort != Sort::Agreement {
        return text;
    }
    if among {
        text = text.and(format!("  {} – {}", few(seen, &tie.ours), few(seen, &tie.theirs)), Role::Muted);
    }
    // Who signed it, or what else is said of the part of one of them.
    if let Some(signed) = signed {
        return text.and(format!("  {signed}"), Role::Muted);
    }
    let mut roles: Vec<&str> = tie.shared.links.iter().filter_map(|&link| graph.link(link).role()).collect();
    roles.dedup();
    let known = tie.shared.via.is_some() && !roles.is_empty() && roles.len() <= NAMED;
    if known { text.and(format!("  {}", roles.join("; ")), Role::Muted) } else { text }
}

/// The event of its signature, as far as it is in sight. Where many sign, it is one of many.
fn signing(seen: Seen<'_>, tie: &Tie) -> Option<MilestoneId> {
    let graph = seen.graph();
    let agreement = |_: &EntityId| tie.sort == Sort::Agreement;
    let via = tie.shared.via.filter(agreement).filter(|&via| seen.parties(via).len() <= PARTIES)?;
    let events = graph.milestones(via).iter().copied();
    let signed = |&id: &MilestoneId| graph.milestone(id).record.kind == MilestoneKind::Signed;
    events.filter(|&id| seen.shows_milestone(id)).find(signed)
}

fn few(seen: Seen<'_>, ids: &[EntityId]) -> String {
    let named = names(seen.graph(), &ids[..ids.len().min(NAMED)]);
    if ids.len() > NAMED { format!("{named} +{}", ids.len() - NAMED) } else { named }
}

fn form(seen: Seen<'_>, tie: &Tie) -> Text {
    let instrument = tie.shared.via.and_then(|via| seen.graph().entity(via).record.instrument);
    let rung = tie.shared.rung.map_or("", Rung::name);
    Text::of(instrument.map_or(rung, Instrument::name), Role::Text)
}

fn level(seen: Seen<'_>, tie: &Tie) -> Text {
    let graph = seen.graph();
    let own = tie.shared.links.iter().find_map(|&link| graph.link(link).tie.level);
    let level = tie.shared.via.and_then(|via| graph.entity(via).record.level).or(own);
    Text::of(level.map_or("", Level::name), Role::Muted)
}

/// The state it is in; only as it is on the day of the dataset, because no date is known for it.
fn status(seen: Seen<'_>, tie: &Tie) -> Text {
    let graph = seen.graph();
    let now = seen.era().at.is_none();
    let said = tie.shared.links.iter().find_map(|&link| graph.link(link).tie.status.as_deref());
    let status = tie.shared.via.and_then(|via| graph.entity(via).record.status).filter(|_| now);
    let role = match status {
        Some(Status::InForce | Status::Operating) => Role::Good,
        Some(_) => Role::Ended,
        None => Role::Muted,
    };
    Text::of(said.or(status.map(Status::name)).unwrap_or_default(), role)
}

/// Where a work stands: who left it, else its state; on an earlier day only whether it was over.
fn standing(seen: Seen<'_>, tie: &Tie) -> Text {
    let graph = seen.graph();
    if let Some(exit) = exit(seen, tie) {
        let when = graph.link(exit).during.map_or(String::new(), |date| format!(" {}", brief(date)));
        return Text::of(format!("withdrew{when}"), Role::Ended);
    }
    let (now, own) = (seen.era().at.is_none(), tie.shared.via.map(|via| graph.entity(via).record.status));
    let said = || tie.shared.links.iter().find_map(|&link| graph.link(link).tie.status.as_deref());
    match own.flatten().filter(|_| now) {
        Some(status) if over(seen, tie) => Text::of(status.name(), Role::Ended),
        Some(Status::Operating) => Text::of(Status::Operating.name(), Role::Good),
        Some(status) => Text::of(status.name(), Role::Muted),
        None if over(seen, tie) => Text::of(Status::Ended.name(), Role::Ended),
        None => Text::of(said().filter(|_| now).unwrap_or_default(), Role::Muted),
    }
}

/// Whether a work is over, for both or for one of them.
fn over(seen: Seen<'_>, tie: &Tie) -> bool {
    let ended = tie.shared.phase == Phase::Ended || exit(seen, tie).is_some();
    ended || tie.shared.via.is_some_and(|via| seen.over(via))
}

/// The link that says that one of them left.
fn exit(seen: Seen<'_>, tie: &Tie) -> Option<LinkId> {
    let left = |id: &&LinkId| seen.graph().link(**id).relation == Relation::WithdrewFrom;
    tie.shared.links.iter().find(left).copied()
}

/// The links of one side.
fn links(seen: Seen<'_>, tie: &Tie, side: &[EntityId]) -> Vec<LinkId> {
    let of = |link: &LinkId| {
        let link = seen.graph().link(*link);
        side.contains(&link.from) || side.contains(&link.to)
    };
    tie.shared.links.iter().copied().filter(of).collect()
}

/// What one side does in it: "leads: platform, three instruments".
fn part(seen: Seen<'_>, tie: &Tie, side: &[EntityId], many: bool) -> Text {
    let graph = seen.graph();
    let own = links(seen, tie, side);
    let Some(link) = own.first().map(|&link| graph.link(link)) else { return Text::empty() };
    let forward = side.contains(&link.from);
    let verb = if forward { link.relation.outward() } else { link.relation.inward() };
    let mut text = if many {
        Text::of(format!("{} ", few(seen, side)), Role::Text).and(verb, Role::Muted)
    } else {
        Text::of(verb, Role::Muted)
    };
    if tie.shared.via.is_some_and(|via| forward && link.to != via && tie.sort == Sort::Work) {
        text = text.and(" ", Role::Text).then(short(graph, link.to));
    }
    if let Some(role) = link.role() {
        text = text.and(format!(": {role}"), Role::Text);
    }
    let dates = link.when();
    if tie.sort == Sort::Forum || tie.sort == Sort::Person {
        text = text.and(format!(" {dates}"), Role::Muted);
    }
    text
}

/// What the row has no room for: each side's part in full, notes, conditions of a rank.
fn detail(seen: Seen<'_>, tie: &Tie, signed: Option<&str>) -> Vec<Text> {
    let graph = seen.graph();
    let mut lines = Vec::new();
    lines.extend(signed.map(|signed| Text::of(signed, Role::Text)));
    for &id in tie.shared.links.iter().take(2 * NAMED) {
        let link = graph.link(id);
        let mut text = short(graph, link.from).and(format!(" {} ", link.relation.verb()), Role::Muted);
        text = text.then(short(graph, link.to));
        if let Some(role) = link.role() {
            text = text.and(format!(": {role}"), Role::Text);
        }
        let dates = link.when();
        if !dates.is_empty() {
            text = text.and(format!(" · {dates}"), Role::Muted);
        }
        lines.push(text);
        let notes = [&link.tie.status, &link.tie.note].into_iter().flatten();
        lines.extend(notes.map(|note| Text::of(&**note, Role::Muted)));
        lines.extend(link.claim.because.iter().map(|why| Text::of(format!("because: {why}"), Role::Muted)));
    }
    let more = tie.shared.links.len().saturating_sub(2 * NAMED);
    lines.extend((more > 0).then(|| Text::of(format!("and {more} more ties; Enter opens it"), Role::Muted)));
    lines
}
