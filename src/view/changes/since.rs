//! What is new or changed in the dataset since a release of it.

use std::collections::{BTreeSet, HashSet};

use super::gather::middle;
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::release::{Account, Held, Release, Since, Sort};
use crate::graph::{ClaimId, EntityId, Graph, SourceId};
use crate::model::date::{Date, Day, Moment};
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::phrase::{capital, date as told, doubt, grouped, names};
use crate::view::sieve::Sieve;
use crate::view::sources::describe;
use crate::view::{Lens, words};

/// So many lines a section of the whole dataset; the rest is counted.
const SHOWN: usize = 6;

/// So many where filters narrow it; with a focus, all.
const FILTERED: usize = 40;

/// The answer, of a release that is known.
pub(super) fn figure(atlas: &Atlas, lens: &Lens, version: &str) -> Figure {
    let graph = &atlas.graph;
    let of = match lens.focus.as_slice() {
        [] => String::new(),
        focus => format!(" around {}", names(graph, focus)),
    };
    let title = format!("Changes in the data since {version}{of}");
    let mut extract = Extract::default();
    lens.focus.iter().for_each(|&id| extract.entity(id));
    let Some(release) = atlas.release(version).and_then(|release| Release::parse(&release.text)) else {
        let mut figure = Figure::new(title, Body::Table(Table::default()), extract);
        figure.empty = Some(format!("This data keeps no record of a release {version}. `a` sets another."));
        return figure;
    };
    let since = graph.since(&release);
    let sections = sections(atlas, lens, &since);
    let table = table(graph, lens, &since, &sections, &mut extract);
    let mut figure = Figure::new(title, Body::Table(table), extract);
    // What is gone is known in numbers only, and so belongs to the whole alone.
    figure.chart = lens.focus.is_empty().then(|| accounts(&since.accounts));
    figure.note = note(atlas, lens, &since, &sections).join(" · ");
    figure.empty = sections.is_empty().then(|| {
        let filters = if lens.query.is_empty() { "" } else { " `F` clears the filters." };
        format!("Nothing{of} is new or changed in the data since {version}.{filters}")
    });
    figure
}

/// How many lines a section has.
fn most(lens: &Lens) -> usize {
    match (lens.focus.is_empty(), lens.query.is_empty()) {
        (true, true) => SHOWN,
        (true, false) => FILTERED,
        (false, _) => usize::MAX,
    }
}

fn note(atlas: &Atlas, lens: &Lens, since: &Since, sections: &[Section]) -> Vec<String> {
    let number = |word| {
        let of_word = sections.iter().filter(|section| section.word == word);
        grouped(of_word.map(|section| section.held.len()).sum())
    };
    let mut note = vec![format!("{} new", number(NEW)), format!("{} changed", number(CHANGED))];
    let gone = grouped(since.accounts.iter().map(|account| account.gone).sum());
    note.push(format!("{gone} gone in the whole dataset (their words are not kept)"));
    note.push(format!("now {}", atlas.graph.manifest().version));
    // Folders that are laid over the data with the releases.
    let layers = atlas.origin.matches("--data ").count();
    if layers > usize::from(atlas.origin.ends_with("--only")) {
        note.push("what --data adds counts as new".to_owned());
    }
    if sections.iter().any(|section| section.held.len() > most(lens)) {
        note.push(format!("{} of each are shown, of an entity in focus all", most(lens)));
    }
    note.extend(lens.told(&atlas.graph));
    note
}

const NEW: &str = "new";
const CHANGED: &str = "changed";

/// What came or changed, of one sort.
struct Section {
    title: String,
    word: &'static str,
    held: Vec<Held>,
}

/// By sort, of the whole dataset also by kind and relation: first what is new, then what changed.
fn sections(atlas: &Atlas, lens: &Lens, since: &Since) -> Vec<Section> {
    let graph = &atlas.graph;
    let wanted = Wanted::new(atlas, lens);
    let mut sections: Vec<Section> = Vec::new();
    for (word, all) in [(NEW, &since.new), (CHANGED, &since.changed)] {
        let mut held: Vec<Held> = all.iter().copied().filter(|&held| wanted.admits(held, word)).collect();
        if lens.focus.is_empty() {
            held.sort_by_cached_key(|&held| (std::cmp::Reverse(ties(graph, held)), held));
        } else {
            held.sort_by_cached_key(|&held| (graph.date_of(held).and_then(middle), held));
        }
        let fine = lens.focus.is_empty() && word == NEW;
        let mut groups: Vec<(Group, Vec<Held>)> = Vec::new();
        for held in held {
            let group = Group::of(graph, held, fine);
            match groups.iter_mut().find(|(other, _)| *other == group) {
                Some((_, members)) => members.push(held),
                None => groups.push((group, vec![held])),
            }
        }
        groups.sort_by_key(|(group, _)| *group);
        sections.extend(groups.into_iter().map(|(group, held)| Section {
            title: format!("{} {}", capital(word), group.name()),
            word,
            held,
        }));
    }
    sections
}

/// What stands under one heading.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    sort: Sort,
    kind: Option<Kind>,
    relation: Option<Relation>,
}

impl Group {
    fn of(graph: &Graph, held: Held, fine: bool) -> Self {
        let (kind, relation) = match held {
            Held::Claim(ClaimId::Entity(id)) => (Some(graph.entity(id).kind), None),
            Held::Claim(ClaimId::Link(id)) => (None, Some(graph.link(id).relation)),
            _ => (None, None),
        };
        Self { sort: held.sort(), kind: kind.filter(|_| fine), relation: relation.filter(|_| fine) }
    }

    fn name(self) -> String {
        match (self.sort, self.kind, self.relation) {
            (_, Some(kind), _) => kind.plural().to_owned(),
            (_, _, Some(relation)) => format!("ties: {}", relation.verb()),
            (Sort::Link, ..) => "ties".to_owned(),
            (Sort::Dispute, ..) => "disputed values".to_owned(),
            (sort, ..) => sort.name().to_owned(),
        }
    }
}

/// What passes: what concerns the focus, is in sight, and has the words and dates that are asked for.
struct Wanted<'a> {
    atlas: &'a Atlas,
    lens: &'a Lens,
    claims: HashSet<ClaimId>,
    sources: BTreeSet<SourceId>,
    /// Who is tied to the focus.
    near: HashSet<EntityId>,
}

impl<'a> Wanted<'a> {
    fn new(atlas: &'a Atlas, lens: &'a Lens) -> Self {
        let graph = &atlas.graph;
        let sieve = Sieve::new(graph.at(lens.era()), &lens.query);
        let realm: Vec<EntityId> = lens.focus.iter().flat_map(|&id| graph.realm(id)).collect();
        let all: Vec<ClaimId> = match realm.as_slice() {
            [] => graph.claims().collect(),
            realm => graph.claims_about(realm).into_iter().collect(),
        };
        let claims: HashSet<ClaimId> = all.into_iter().filter(|&claim| sieve.admits(claim)).collect();
        let near = realm.iter().flat_map(|&id| graph.arcs(id)).map(|arc| arc.other);
        let near = near.filter(|&id| sieve.admits(ClaimId::Entity(id))).collect();
        let sources = claims.iter().flat_map(|&claim| graph.claim(claim).sources()).collect();
        Self { atlas, lens, claims, sources, near }
    }

    fn admits(&self, held: Held, word: &str) -> bool {
        let (graph, lens) = (&self.atlas.graph, self.lens);
        let concerns = match held {
            Held::Claim(ClaimId::Entity(id)) if word == NEW && self.near.contains(&id) => true,
            Held::Claim(claim) => self.claims.contains(&claim),
            Held::Source(id) => self.sources.contains(&id) && self.published(id),
        };
        let (from, to) = (lens.from.map(Moment::first), lens.to.map(Moment::last));
        let day = || graph.date_of(held).and_then(middle);
        let within = |day: Day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        concerns
            && (from.is_none() && to.is_none() || day().is_some_and(within))
            && words::found(&lens.query, || said(graph, held).plain())
    }

    /// Whether a source was out by the known-by date.
    fn published(&self, id: SourceId) -> bool {
        let out = self.atlas.graph.source(id).published.and_then(Date::first);
        self.lens.era().known_by.is_none_or(|by| out.is_some_and(|out| out <= by))
    }
}

/// The ties of those whom it names; of a source the claims that rest on it.
fn ties(graph: &Graph, held: Held) -> usize {
    match held {
        Held::Claim(claim) => graph.named(claim).into_iter().map(|id| graph.degree(id)).sum(),
        Held::Source(id) => graph.claims_on(id).len(),
    }
}

fn said(graph: &Graph, held: Held) -> Text {
    match held {
        Held::Claim(claim) => describe(graph, claim).2,
        Held::Source(id) => {
            let record = &graph.source(id).record;
            Text::of(&*record.title, Role::Text).and(format!("  {}", record.publisher), Role::Muted)
        }
    }
}

fn table(graph: &Graph, lens: &Lens, since: &Since, sections: &[Section], extract: &mut Extract) -> Table {
    let columns = vec![
        Column::fit("change", 3, 24),
        Column::fit("date", 4, 21).rank(3),
        Column::fill("what", 24, 1),
        Column::fit("doubt", 0, 5).rank(2),
    ];
    let most = most(lens);
    let mut rows = Vec::new();
    for section in sections {
        let size = section.held.len();
        let title = Text::strong(&*section.title, Role::Accent);
        rows.push(Row::heading(title.and(format!("  {}", grouped(size)), Role::Muted)));
        rows.extend(
            section.held.iter().take(most).map(|&held| row(graph, since, held, section.word, extract)),
        );
        if size > most {
            let more = format!("and {} more", grouped(size - most));
            rows.push(Row::heading(Text::of(more, Role::Muted)));
        }
    }
    Table { columns, heads: !rows.is_empty(), rows, axis: None }
}

fn row(graph: &Graph, since: &Since, held: Held, word: &'static str, extract: &mut Extract) -> Row {
    let (target, doubt, cites) = match held {
        Held::Claim(id) => {
            let claim = graph.claim(id);
            let target = Target::claim(id, graph.owner(id));
            (target, doubt(claim.confidence, claim.rank), extract.cite(graph, id))
        }
        Held::Source(id) => (Target::source(id), Text::empty(), vec![extract.source(id)]),
    };
    let role = if word == NEW { Role::Good } else { Role::Doubt };
    let parts: Vec<&str> = since.parts.get(&held).into_iter().flatten().map(|part| part.name()).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    let cells = vec![
        Cell::Text(Text::of(word, role).and(parts, Role::Muted)),
        Cell::Text(Text::of(graph.date_of(held).map_or(String::new(), told), Role::Muted)),
        Cell::Text(said(graph, held)),
        Cell::Text(doubt),
    ];
    Row::new(cells, target).cited(cites)
}

/// How much there was and is of each sort.
fn accounts(accounts: &[Account]) -> Table {
    let columns = vec![
        Column::fit("of all", 8, 12),
        Column::fit("then", 5, 7).right(),
        Column::fit("now", 5, 7).right(),
        Column::fit("new", 5, 7).right(),
        Column::fit("changed", 7, 7).right(),
        Column::fit("gone", 5, 7).right(),
    ];
    let rows = Sort::ALL.iter().zip(accounts).map(|(sort, account)| {
        let numbers = [account.then, account.now, account.new, account.changed, account.gone];
        let name = Cell::Text(Text::of(sort.name(), Role::Muted));
        let cells = std::iter::once(name).chain(numbers.map(|number| grouped(number).into()));
        Row::new(cells.collect(), Target::NONE)
    });
    Table { columns, rows: rows.collect(), axis: None, heads: true }
}

#[cfg(test)]
mod tests;
