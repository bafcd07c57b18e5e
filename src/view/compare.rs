//! What have two, three or four in common, and where do they differ?

mod facts;
mod shared;

use std::ops::RangeInclusive;

use super::phrase::{count, names, short};
use super::{Lens, View};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId};

/// Entities side by side: facts, positions, shared works, memberships, ties, partners.
pub struct Compare;

impl View for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn doc(&self) -> &'static str {
        "What do they share, and where do they differ?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["side by side"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        2..=4
    }

    fn focus_doc(&self) -> &'static str {
        "Two to four entities: esa cnsa nasa"
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        if lens.focus.len() < 2 {
            return Figure::nothing(
                "Compare",
                Body::Table(Table::default()),
                "Two to four entities are compared. In the shell: `spacepact compare esa cnsa`.",
            );
        }
        let mut sheet = Sheet::new(graph.at(lens.era()), lens, &mut extract);
        facts::add(&mut sheet);
        let (agree, conflict) = shared::positions(&mut sheet);
        let shared = shared::works(&mut sheet);
        shared::memberships(&mut sheet);
        facts::rungs(&mut sheet);
        facts::partners(&mut sheet);
        let table = sheet.table();
        let mut figure = Figure::new(names(graph, &lens.focus), Body::Table(table), extract);
        let mut note = vec![count(shared, "shared work")];
        if agree + conflict > 0 {
            note.push(format!("positions: {agree} agree, {conflict} in conflict"));
        }
        figure.note = lens.note(note);
        figure
    }
}

/// The table while it is being filled: a column for each entity.
struct Sheet<'a> {
    seen: Seen<'a>,
    lens: &'a Lens,
    focus: &'a [EntityId],
    extract: &'a mut Extract,
    rows: Vec<Row>,
}

/// Names of the columns, as exports have them; on screen a row of names stands below them.
const COLUMNS: [&str; 4] = ["first", "second", "third", "fourth"];

impl<'a> Sheet<'a> {
    fn new(seen: Seen<'a>, lens: &'a Lens, extract: &'a mut Extract) -> Self {
        let mut sheet = Self { seen, lens, focus: &lens.focus, extract, rows: Vec::new() };
        let names = sheet.focus.iter().map(|&id| {
            let entity = seen.graph().entity(id);
            let sign = Text::of(entity.kind.glyph().to_string(), Role::Kind(entity.kind));
            sign.and(" ", Role::Text).and_strong(entity.short(), Role::Accent)
        });
        let names = names.collect();
        let claims: Vec<ClaimId> = sheet.focus.iter().map(|&id| ClaimId::Entity(id)).collect();
        sheet.row(Text::empty(), names, Text::empty(), &claims, Target::entity(lens.focus[0]));
        sheet
    }

    fn heading(&mut self, title: &str, note: &str) {
        let text = Text::strong(title, Role::Accent).and(format!("  {note}"), Role::Muted);
        self.rows.push(Row::heading(text));
    }

    /// A row: what is compared, a cell for each, and what they have in common.
    fn row(&mut self, label: Text, values: Vec<Text>, verdict: Text, claims: &[ClaimId], target: Target) {
        let graph = self.seen.graph();
        let cites = self.extract.cite_all(graph, claims.iter().copied());
        let mut cells = vec![Cell::Text(label)];
        cells.extend(values.into_iter().map(Cell::Text));
        cells.push(Cell::Text(verdict));
        self.rows.push(Row::new(cells, target).cited(cites));
    }

    /// A row of an entity that is compared by what each has to do with it.
    fn entity_row(&mut self, id: EntityId, values: Vec<Text>, verdict: Text, claims: &[ClaimId]) {
        self.row(short(self.seen.graph(), id), values, verdict, claims, Target::entity(id));
    }

    /// How many have something of what is compared, in a word.
    fn shared(&self, has: &[bool]) -> Text {
        let having = has.iter().filter(|has| **has).count();
        let name = |place: usize| self.seen.graph().entity(self.focus[place]).short();
        match (having, has.len()) {
            (2, 2) => Text::of("both", Role::Good),
            (all, of) if all == of => Text::of("all", Role::Good),
            (1, _) => {
                let only = has.iter().position(|has| *has).unwrap_or(0);
                Text::of(format!("only {}", name(only)), Role::Muted)
            }
            (some, of) => Text::of(format!("{some} of {of}"), Role::Text),
        }
    }

    fn table(self) -> Table {
        let mut columns = vec![Column::fit("about", 10, 26)];
        columns.extend(COLUMNS.iter().take(self.focus.len()).map(|name| Column::fill(name, 12, 1)));
        columns.push(Column::fit("in common", 4, 12));
        Table { columns, rows: self.rows, axis: None, heads: false }
    }
}

/// A cell where nothing is known.
fn none() -> Text {
    Text::of("–", Role::Border)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::view::sample::{figure, of, printed};

    const RECORDS: &[(Kind, &str)] = &[
        (Kind::State, r#"(id: "state-x", name: "Xland", sources: ["s1"])"#),
        (
            Kind::Agency,
            r#"(id: "a", name: "A", sources: ["s1"], during: "1975/..", country: "state-x", seat: (place: "Xtown"))"#,
        ),
        (Kind::Agency, r#"(id: "b", name: "B", sources: ["s2"], during: "1993-04-22/..")"#),
        (
            Kind::Person,
            r#"(id: "p", name: "P. Head", sources: ["s1"], offices: [
            (at: "a", title: "Administrator", during: "2020/..", sources: ["s1"])])"#,
        ),
        (
            Kind::Organisation,
            r#"(id: "club", name: "Club", sources: ["s1"], members: [
            (who: "a", during: "2001/..", sources: ["s1"]), (who: "b", sources: ["s1"])])"#,
        ),
        (
            Kind::Organisation,
            r#"(id: "ring", name: "Ring", sources: ["s1"], members: [(who: "b", sources: ["s1"])])"#,
        ),
        (
            Kind::Mission,
            r#"(id: "m", name: "M", sources: ["s1"], partners: [
            (who: "a", as: Leads, sources: ["s1"]), (who: "b", sources: ["s3"])])"#,
        ),
        (Kind::Topic, r#"(id: "t", name: "T", sources: ["s1"])"#),
    ];

    const STANCES: &[&str] = &[
        r#"(id: "1", holder: "a", position: Supports, about: "t", on: "2019", gist: "yes", sources: ["s1"])"#,
        r#"(id: "2", holder: "a", position: Champions, about: "m", on: "2019", gist: "yes", sources: ["s1"])"#,
        r#"(id: "3", holder: "b", position: Opposes, about: "t", on: "2020", gist: "no", sources: ["s2"])"#,
        r#"(id: "4", holder: "b", position: Supports, about: "m", on: "2020", gist: "yes", sources: ["s2"])"#,
    ];

    #[test]
    fn facts_positions_works_and_memberships_stand_side_by_side() {
        let figure = figure(&of(RECORDS, STANCES), &Compare, &["a", "b"], "");
        assert_eq!(figure.note, "1 shared work · positions: 1 agree, 1 in conflict");
        let lines = printed(&figure, 100);
        let line = |start: &str| {
            let line = lines.iter().find(|line| line.starts_with(start));
            line.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
        };
        assert_eq!(line("founded"), "founded 1975 1993-04-22");
        assert_eq!(line("head"), "head ● P. Head – [1]");
        assert_eq!(line("○ T"), "○ T ▲ supports 2019 ▼▼ opposes 2020 conflict [1+1]");
        assert_eq!(line("▲ M  "), "▲ M ▲▲ champions 2019 ▲ supports 2020 agree [1+1]");
        assert_eq!(line("❖ Club"), "❖ Club member 2001– member both [1]");
        assert_eq!(line("❖ Ring"), "❖ Ring – member only B [1]");
        assert!(lines.iter().any(|line| line.contains("leads") && line.contains("takes part")), "{lines:#?}");
    }

    #[test]
    fn one_alone_is_told_what_to_do() {
        let figure = figure(&of(RECORDS, STANCES), &Compare, &["a"], "");
        assert!(figure.empty.unwrap().contains("compare esa cnsa"));
    }
}
