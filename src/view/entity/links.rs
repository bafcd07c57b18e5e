//! The ties of a dossier, grouped by relation in both directions.

use crate::figure::{Block, Cell, Column, Extract, Page, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{Arc, ClaimId, EntityId};
use crate::model::relation::Relation;
use crate::search::{Key, Sort};
use crate::view::phrase::{doubt, short, when};
use crate::view::{Lens, career};

/// A heading, and which arcs stand under it.
type Section = (&'static str, fn(Arc) -> bool);

/// Sections of the dossier, in order; the first that wants an arc has it.
const SECTIONS: &[Section] = &[
    ("Restrictions", |arc| arc.relation == Relation::Restricts),
    ("People", |arc| {
        matches!(arc.relation, Relation::HoldsOfficeAt | Relation::EmployedBy | Relation::CrewOf)
            && !arc.outward
    }),
    ("Career", |arc| career::serves(&arc)),
    ("Flights", |arc| arc.relation == Relation::CrewOf),
    ("Members", |arc| matches!(arc.relation, Relation::MemberOf | Relation::ObserverOf) && !arc.outward),
    ("Memberships", |arc| matches!(arc.relation, Relation::MemberOf | Relation::ObserverOf)),
    ("Parties", |arc| matches!(arc.relation, Relation::Signed | Relation::PartyTo) && !arc.outward),
    ("Agreements", |arc| {
        matches!(arc.relation, Relation::Signed | Relation::PartyTo | Relation::AgreementWith)
    }),
    ("Ties", |_| true),
];

/// Order in which the sections are shown.
const ORDER: &[&str] = &[
    "Career",
    "Flights",
    "Ties",
    "Agreements",
    "Parties",
    "Restrictions",
    "People",
    "Memberships",
    "Members",
];

/// Adds the sections and says how many links they have.
pub(super) fn add(
    seen: Seen<'_>,
    lens: &Lens,
    focus: EntityId,
    extract: &mut Extract,
    page: &mut Page,
) -> usize {
    let mut sections: Vec<Vec<Arc>> = vec![Vec::new(); SECTIONS.len()];
    let mut links = 0;
    // Filters that say nothing about ties or what is said are those of the other end.
    let others = lens.query.silent(Sort::Link).beside(Key::About).beside(Key::Position);
    let passes = |arc: &Arc| lens.query.admits_link(seen, arc.link) && others.admits_entity(seen, arc.other);
    for arc in seen.arcs(focus).filter(passes) {
        links += 1;
        if let Some(section) = SECTIONS.iter().position(|(_, wants)| wants(arc)) {
            sections[section].push(arc);
        }
    }
    // A life is told from its beginning.
    if let Some(posts) = SECTIONS.iter().position(|(name, _)| *name == "Career") {
        sections[posts].sort_by_key(|arc| career::began(seen.graph(), arc.link));
    }
    for title in ORDER {
        let section = SECTIONS.iter().position(|(name, _)| name == title);
        let Some(arcs) = section.map(|section| &sections[section]).filter(|arcs| !arcs.is_empty()) else {
            continue;
        };
        page.heading(*title, arcs.len().to_string());
        page.blocks.push(Block::Table(table(seen, arcs, *title == "Career", extract)));
    }
    if links == 0 && seen.graph().on_topic(focus).is_empty() {
        page.heading("Ties", "0");
        let why = "No tie is known at this date and through these filters. `t` changes the date, `F` clears the filters.";
        page.paragraph(Text::of(why, Role::Muted), Vec::new());
    }
    links
}

fn table(seen: Seen<'_>, arcs: &[Arc], career: bool, extract: &mut Extract) -> Table {
    let columns = vec![
        Column::fit("relation", 11, 13),
        Column::fill("entity", 12, 3),
        Column::fill("role", 14, 3).rank(3),
        if career { Column::fit("when", 11, 23) } else { Column::fit("when", 11, 13).rank(2) },
        Column::fit("doubt", 0, 1).rank(4),
    ];
    let mut rows: Vec<Row> = Vec::with_capacity(arcs.len());
    let mut before: Option<&Arc> = None;
    for arc in arcs {
        let repeated = before.is_some_and(|before| before.same_group(arc));
        rows.push(row(seen, *arc, repeated, extract));
        before = Some(arc);
    }
    Table { columns, rows, axis: None, heads: false }
}

fn row(seen: Seen<'_>, arc: Arc, repeated: bool, extract: &mut Extract) -> Row {
    let graph = seen.graph();
    let link = graph.link(arc.link);
    let verb = Text::of(arc.label(), if repeated { Role::Border } else { Role::Muted });
    let mut detail = Vec::new();
    let mut add = |label: &str, text: Option<&str>| {
        detail.extend(text.map(|text| Text::of(format!("{label}{text}"), Role::Muted)));
    };
    add("", link.role());
    add("status: ", link.tie.status.as_deref());
    add("note: ", link.tie.note.as_deref());
    add("level: ", link.tie.level.map(crate::model::standing::Level::name));
    add("because: ", link.claim.because.as_deref());
    add("", link.tie.derived.then_some("composed from other facts, not read as a sentence"));
    let role = link.role().or(link.tie.status.as_deref()).or(link.tie.note.as_deref()).unwrap_or_default();
    let cells = vec![
        Cell::Text(verb),
        Cell::Text(short(graph, arc.other)),
        Cell::Text(Text::of(role, Role::Muted)),
        Cell::Text(when(seen, arc.link)),
        Cell::Text(doubt(link.claim.confidence, link.claim.rank)),
    ];
    let claim = ClaimId::Link(arc.link);
    let cites = extract.cite(graph, claim);
    Row { detail, ..Row::new(cells, Target::claim(claim, arc.other)).cited(cites) }
}
