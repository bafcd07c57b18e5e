//! Which camps, when?

mod film;
mod movers;
mod published;

use std::ops::RangeInclusive;

use super::phrase::{count, short};
use super::{Lens, Opt, Show, View, option, words};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::blocs::{Before, Bloc, Ground, Member, Period, Split, WHOLE, blocs};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Graph};
use crate::search::{Filter, Key, Query, Test};

/// Communities of states by what they share, period by period, with those who moved.
pub struct Blocs;

/// The periods that are told apart if nothing else is asked for.
const PERIODS: &[&str] = &["1957..1991", "1992..2007", "2008..2023", "2024.."];

impl View for Blocs {
    fn name(&self) -> &'static str {
        "blocs"
    }

    fn doc(&self) -> &'static str {
        "Which camps, when?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["camps", "communities", "clusters"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=0
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::PERIODS, &option::FROM, &option::TO, &option::SHOW]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        // A kind of body says who is listed; all else, what counts of the things that are shared.
        let things = if kinds(lens).filters.is_empty() { &lens.query } else { &lens.query.beside(Key::Kind) };
        let counts = |id: EntityId| words::admits(seen, things, id);
        let usual = begun(seen, PERIODS.iter().filter_map(|text| Period::parse(text)).collect());
        let splits = blocs(seen, &usual, &periods(seen, lens, &usual), &counts);
        let names: Vec<String> = names(graph, &splits);
        let mut extract = Extract::default();
        let mut table = Table { columns: columns(), heads: true, ..Table::default() };
        movers::add(graph, lens, &splits, &mut table);
        let top = table.rows.len();
        for split in &splits {
            rows(graph, (lens, split), &names, &mut extract, &mut table);
        }
        let members = table.entries().next().is_some();
        // Nobody has moved: no column says so.
        if table.entries().all(|row| row.cells.get(MOVED).is_none_or(|cell| cell.plain().is_empty())) {
            table.columns.remove(MOVED);
            table.rows.iter_mut().filter(|row| !row.heading).for_each(|row| drop(row.cells.remove(MOVED)));
        }
        let published = published::rows(graph, &splits, table.columns.len(), &mut extract);
        table.rows.splice(top..top, published);
        published::method(&mut table);
        let mut figure = Figure::new("Blocs", Body::Table(table), extract);
        figure.note = note(lens, &splits);
        figure.chart = members.then(|| film::chart(graph, &splits, &names));
        let none = lens.show == Show::Movers && splits.iter().any(|split| !split.blocs.is_empty());
        figure.empty = (!members).then(|| if none { STAYED } else { NOTHING }.to_owned());
        figure
    }
}

const NOTHING: &str = "No two states share anything in these periods and through these filters. `F` clears the filters, `t` changes the date.";
const STAYED: &str =
    "Nobody went from one bloc to another in these periods. `a` sets `periods`, or `show` to members.";

/// The place of the column that says who moved.
const MOVED: usize = 2;

/// The periods that are asked for, without those that lie ahead of the date.
fn periods(seen: Seen<'_>, lens: &Lens, usual: &[Period]) -> Vec<Period> {
    match (lens.periods.as_slice(), lens.from, lens.to) {
        ([], None, None) => usual.to_vec(),
        ([], from, to) => begun(seen, vec![Period { from, to }]),
        (periods, ..) => begun(seen, periods.to_vec()),
    }
}

fn begun(seen: Seen<'_>, mut periods: Vec<Period>) -> Vec<Period> {
    periods.retain(|period| match (period.from, seen.today()) {
        (Some(from), Some(today)) => from.first() <= today,
        _ => true,
    });
    periods
}

/// What the blocs are called: by letter, and by the strongest member when each is first seen.
fn names(graph: &Graph, splits: &[Split]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for bloc in splits.iter().flat_map(|split| &split.blocs) {
        if names.len() <= bloc.number {
            names.resize(bloc.number + 1, String::new());
        }
        if names[bloc.number].is_empty() {
            let around = bloc.members.first().map_or("", |member| graph.entity(member.entity).short());
            names[bloc.number] = format!("{} ({around})", letter(bloc.number));
        }
    }
    names
}

/// A, B, … Z, AA, AB …
fn letter(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    if number < 26 { last.to_string() } else { format!("{}{last}", letter(number / 26 - 1)) }
}

fn columns() -> Vec<Column> {
    vec![
        Column::fit("member", 14, 26),
        Column::fit("weight", 5, 7).right(),
        Column::fit("moved", 3, 26).rank(1),
        Column::fill("closest tie", 20, 1).rank(2),
    ]
}

/// What went from one bloc to another; everything where all members are asked for.
fn listed(graph: &Graph, lens: &Lens, member: &Member) -> bool {
    let shown = lens.show == Show::Members || matches!(member.before, Before::Moved(_));
    shown && kinds(lens).admits_entity(graph.at(lens.era()), member.entity)
}

/// The filters for kinds of bodies.
fn kinds(lens: &Lens) -> Query {
    let body = |filter: &&Filter| matches!(filter.test, Test::Kind(kind) if kind.is_body());
    Query { words: String::new(), filters: lens.query.filters.iter().filter(body).cloned().collect() }
}

fn rows(
    graph: &Graph,
    (lens, split): (&Lens, &Split),
    names: &[String],
    extract: &mut Extract,
    table: &mut Table,
) {
    if split.blocs.is_empty() {
        let title = Text::strong(split.period.to_string(), Role::Accent);
        table.rows.push(Row::heading(title.and("  nothing is shared by two", Role::Muted)));
        return;
    }
    let clear = format!(
        "  {}, modularity {:.2}, {} shared by {}",
        count(split.blocs.len(), "bloc"),
        split.modularity,
        count(split.things, "thing"),
        count(split.blocs.iter().map(|bloc| bloc.members.len()).sum(), "member")
    );
    let title = Text::strong(split.period.to_string(), Role::Accent).and(clear, Role::Muted);
    table.rows.push(Row::heading(title));
    for bloc in &split.blocs {
        let members: Vec<&Member> =
            bloc.members.iter().filter(|member| listed(graph, lens, member)).collect();
        if !members.is_empty() {
            table.rows.push(Row::heading(heading(graph, split, bloc)));
            table.rows.extend(members.into_iter().map(|member| row(graph, member, names, extract)));
        }
    }
    if lens.show == Show::Movers {
        return;
    }
    if !split.gone.is_empty() {
        let gone: Vec<String> = split
            .gone
            .iter()
            .map(|&(id, bloc)| format!("{} from {}", graph.entity(id).short(), letter(bloc)))
            .collect();
        let words = Text::of(format!("in no bloc any more: {}", gone.join(", ")), Role::Ended);
        table.rows.push(Row::heading(words));
    }
}

/// "1992–2007 A around the United States  23 members, core of 4".
fn heading(graph: &Graph, split: &Split, bloc: &Bloc) -> Text {
    let around = bloc.members.first().map_or("", |member| graph.entity(member.entity).short());
    let core = bloc.members.iter().filter(|member| member.core).count();
    Text::of(format!("{} ", split.period), Role::Muted)
        .and_strong(format!("{} around {around}", letter(bloc.number)), Role::Text)
        .and(format!("  {}, core of {core}", count(bloc.members.len(), "member")), Role::Muted)
}

fn row(graph: &Graph, member: &Member, names: &[String], extract: &mut Extract) -> Row {
    let core = if member.core { Text::of("★ ", Role::Accent) } else { Text::of("  ", Role::Text) };
    let moved = match member.before {
        Before::First | Before::Same => Text::empty(),
        Before::New => Text::of("new", Role::Good),
        Before::Moved(from) => Text::of(format!("from {}", names[from]), Role::Doubt),
    };
    let grounds = member.nearest.as_ref().map_or(&[][..], |(_, grounds)| grounds.as_slice());
    let nearest =
        member.nearest.as_ref().map_or_else(Text::empty, |(other, grounds)| tie(graph, *other, grounds, 2));
    let cells = vec![
        Cell::Text(core.then(short(graph, member.entity))),
        Cell::Text(Text::of(weight(member.weight), Role::Muted)),
        Cell::Text(moved),
        Cell::Text(nearest),
    ];
    let links = grounds.iter().take(CITED).flat_map(|ground| &ground.links);
    let cites = extract.cite_all(graph, links.map(|&link| ClaimId::Link(link)));
    let claim = grounds.first().and_then(|ground| ground.links.first());
    let target = claim
        .map_or(Target::entity(member.entity), |&link| Target::claim(ClaimId::Link(link), member.entity));
    let detail = member.nearest.as_ref().map(|(other, grounds)| tie(graph, *other, grounds, 8));
    Row { detail: detail.into_iter().collect(), ..Row::new(cells, target).cited(cites) }
}

/// So many of the grounds of the closest tie have their footnotes.
const CITED: usize = 2;

/// The closest tie of a member: with whom, and by what.
fn tie(graph: &Graph, other: EntityId, grounds: &[Ground], most: usize) -> Text {
    let name = |ground: &Ground| ground.via.map_or("a tie of their own", |via| graph.entity(via).short());
    let things: Vec<&str> = grounds.iter().take(most).map(name).collect();
    let more = grounds.len().saturating_sub(most);
    let more = if more > 0 { format!(", +{more}") } else { String::new() };
    Text::of(format!("{}: ", graph.entity(other).short()), Role::Text)
        .and(format!("{}{more}", things.join(", ")), Role::Muted)
}

/// The weight in whole things: "12.5".
fn weight(parts: u64) -> String {
    format!("{:.1}", parts as f64 / WHOLE as f64)
}

fn note(lens: &Lens, splits: &[Split]) -> String {
    let mut parts = vec![count(splits.len(), "period")];
    parts.push("by shared agreements, missions and crews".to_owned());
    if splits.len() > 1 {
        parts.push(format!("{} moved", movers::all(splits).len()));
    }
    parts.extend((lens.show == Show::Movers).then(|| "only movers".to_owned()));
    lens.note(parts)
}

#[cfg(test)]
mod tests;
