//! Silence, said: who is tied to an issue and yet has no position on it that we know of.

use std::cmp::Reverse;

use super::matter::Matter;
use super::parties::{day, since};
use crate::figure::{Cell, Extract, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Graph, LinkId};
use crate::model::kind::Kind;
use crate::view::Lens;
use crate::view::phrase::grouped;

/// Somebody without a position.
pub(super) struct Silent {
    /// Who.
    pub(super) id: EntityId,
    /// The tie to the issue, and whether it runs from there.
    tie: Option<(LinkId, bool)>,
}

/// Those without a stance: the actors in focus, or where there are none, the actors tied to the issues, the
/// newest tie first.
///
/// A stance that only the query keeps out is no silence, so filters on stances do not make anybody silent;
/// filters on ties judge the tie. A state is not silent where one of its bodies spoke.
pub(super) fn silent(seen: Seen<'_>, lens: &Lens, matter: &Matter) -> Vec<Silent> {
    let graph = seen.graph();
    if matter.issues.is_empty() {
        return Vec::new();
    }
    let mut asked: Vec<Silent> = matter.actors.iter().map(|&id| Silent { id, tie: None }).collect();
    if asked.is_empty() {
        let ties = matter.issues.iter().flat_map(|&issue| seen.arcs(issue));
        let ties = ties
            .filter(|arc| graph.entity(arc.other).kind.is_actor() && lens.query.admits_link(seen, arc.link));
        asked.extend(ties.map(|arc| Silent { id: arc.other, tie: Some((arc.link, arc.outward)) }));
        // Bodies first: that a person is silent says little.
        let person = |id: EntityId| graph.entity(id).kind == Kind::Person;
        asked.sort_by_key(|it| {
            let tie = it.tie.map(|(link, _)| link);
            (person(it.id), Reverse(day(graph, tie)), Reverse(graph.degree(it.id)), it.id, tie)
        });
        let mut named = std::collections::HashSet::new();
        asked.retain(|it| named.insert(it.id));
    }
    let about = |id| matter.issues.iter().any(|&issue| graph.is_about(id, issue));
    let speaks = |id: EntityId| graph.stances_by(id).iter().any(|&id| seen.shows_stance(id) && about(id));
    asked.retain(|it| !graph.realm(it.id).into_iter().any(speaks));
    asked
}

/// What silence means here.
pub(super) fn meaning(graph: &Graph) -> String {
    let sources = grouped(graph.census().sources);
    format!("nothing in {sources} sources says what they hold; a refusal to comment would stand above")
}

/// Adds them under a heading of their own.
pub(super) fn add(seen: Seen<'_>, silent: &[Silent], extract: &mut Extract, table: &mut Table) {
    if silent.is_empty() {
        return;
    }
    let graph = seen.graph();
    let said = format!(": {}", meaning(graph));
    table.rows.push(Row::heading(Text::strong("No position found", Role::Muted).and(said, Role::Muted)));
    let columns: Vec<String> = table.columns.iter().map(|column| column.name.to_string()).collect();
    for it in silent {
        extract.entity(it.id);
        let entity = graph.entity(it.id);
        let cells = columns.iter().map(|name| {
            Cell::Text(match (&**name, it.tie) {
                ("holder", _) => Text::of(format!("{} {}", entity.kind.glyph(), entity.short()), Role::Muted),
                ("position", _) => Text::of("–", Role::Muted),
                ("words", Some((link, outward))) => Text::of(tie(graph, link, outward), Role::Muted),
                _ => Text::empty(),
            })
        });
        let row = match it.tie {
            Some((link, _)) => {
                let claim = ClaimId::Link(link);
                Row::new(cells.collect(), Target::claim(claim, it.id)).cited(extract.cite(graph, claim))
            }
            None => Row::new(cells.collect(), Target::entity(it.id)),
        };
        table.rows.push(row);
    }
}

/// The tie with its date: "signed 2026-07-17", "participates".
fn tie(graph: &Graph, link: LinkId, outward: bool) -> String {
    let relation = graph.link(link).relation;
    let word = if outward { relation.inward() } else { relation.outward() };
    since(graph, link).map_or_else(|| word.to_owned(), |date| format!("{word} {date}"))
}
