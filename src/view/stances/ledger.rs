//! The ledger: every stance with its date, its holder in the office of that day, and its words.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::matter::{Matter, Voice};
use super::parties::{Party, since};
use super::silence::{Silent, meaning};
use super::turn::Turn;
use crate::figure::{Cell, Column, Extract, Role, Row, Table, Target, Text};
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId, Graph, StanceId};
use crate::model::kind::Kind;
use crate::model::standing::{Confidence, Rank};
use crate::view::Sort;
use crate::view::phrase::{count, position, short, spoken};

/// What the rows of a ledger have in common.
pub(super) struct Ledger<'a> {
    graph: &'a Graph,
    matter: &'a Matter,
    order: Sort,
    /// Whether the rows need to say what they are about.
    about: bool,
    /// The place of each stance, from 1.
    numbers: HashMap<StanceId, usize>,
}

impl<'a> Ledger<'a> {
    /// A ledger in an order.
    pub(super) fn new(graph: &'a Graph, matter: &'a Matter, order: Sort) -> Self {
        let numbers = matter.voices.iter().enumerate().map(|(place, voice)| (voice.id, place + 1)).collect();
        Self { graph, matter, order, about: about_varies(graph, matter), numbers }
    }

    /// All stances. Who has none stands in line where the rows are those of signatories.
    pub(super) fn table(&self, parties: &[Party], silent: &[Silent], extract: &mut Extract) -> Table {
        let all = || 0..self.matter.voices.len();
        let rows = match self.order {
            Sort::Tie => self.signed(parties, silent, extract),
            Sort::Holder => self.grouped(extract),
            Sort::Date => all().rev().map(|place| self.row(place, extract)).collect(),
            _ => all().map(|place| self.row(place, extract)).collect(),
        };
        Table { columns: self.columns(), rows, axis: None, heads: true }
    }

    fn columns(&self) -> Vec<Column> {
        let signed = self.order == Sort::Tie;
        let mut columns = vec![Column::fit("no.", 3, 4).right().rank(if signed { 5 } else { 2 })];
        if signed {
            columns.push(Column::fit("signed", 10, 11));
            columns.push(Column::fit("signatory", 10, 22));
        }
        columns.push(Column::fit("date", 10, 21).rank(if signed { 4 } else { 0 }));
        columns.push(Column::fit("position", 13, 16));
        // Only where the title says who speaks can that give way.
        let sole = self.about && sole_holder(self.graph, self.matter);
        columns.push(Column::fill("holder", 20, if signed { 1 } else { 2 }).rank(if sole { 5 } else { 0 }));
        if self.about {
            columns.push(Column::fit("about", 12, 22).rank(if of_actors(self.matter) { 0 } else { 2 }));
        }
        if !signed {
            columns.push(Column::fit("toward", 6, 14).rank(4));
        }
        columns.push(Column::fill("words", 14, 1).rank(1));
        columns
    }

    /// By holder: who turned first, people before bodies, then who spoke most.
    fn grouped(&self, extract: &mut Extract) -> Vec<Row> {
        let mut groups: HashMap<EntityId, Vec<usize>> = HashMap::new();
        for (place, voice) in self.matter.voices.iter().enumerate() {
            groups.entry(self.graph.stance(voice.id).holder).or_default().push(place);
        }
        let turns = |places: &[usize]| {
            let own = |place: &&usize| self.matter.voices[**place].own;
            places.iter().filter(|place| matches!(own(place), Some((_, Turn::Reversed)))).count()
        };
        let mut groups: Vec<(EntityId, Vec<usize>)> = groups.into_iter().collect();
        groups.sort_by_cached_key(|(holder, places)| {
            let name = self.graph.entity(*holder).short().to_lowercase();
            let body = self.graph.entity(*holder).kind != Kind::Person;
            (turns(places) == 0, body, Reverse(places.len()), name, *holder)
        });
        let mut rows = Vec::new();
        for (holder, places) in groups {
            let turned = match turns(&places) {
                0 => String::new(),
                1 => ", turned".to_owned(),
                times => format!(", turned {times} times"),
            };
            let said = format!("  {}{turned}", count(places.len(), "stance"));
            rows.push(Row::heading(short(self.graph, holder).and(said, Role::Muted)));
            rows.extend(places.into_iter().map(|place| self.row(place, extract)));
        }
        rows
    }

    /// By signature, then those who did not sign.
    fn signed(&self, parties: &[Party], silent: &[Silent], extract: &mut Extract) -> Vec<Row> {
        let mut rows = Vec::new();
        if parties.iter().any(|party| silent.iter().any(|it| it.id == party.id)) {
            let said = format!(" no position found: {}", meaning(self.graph));
            rows.push(Row::heading(Text::strong("–", Role::Muted).and(said, Role::Muted)));
        }
        let mut listed = vec![false; self.matter.voices.len()];
        for party in parties {
            let before = rows.len();
            if silent.iter().any(|it| it.id == party.id) {
                rows.push(self.none(party, extract));
            }
            for (&place, other) in party
                .own
                .iter()
                .map(|place| (place, false))
                .chain(party.others.iter().map(|place| (place, true)))
            {
                let mut row = self.row(place, extract);
                let role = if rows.len() > before { Role::Border } else { Role::Text };
                row.cells.splice(1..1, self.signature(party, role));
                if other {
                    let by = Text::of("by another: ", Role::Muted);
                    let holder = row.cells[HOLDER].plain();
                    row.cells[HOLDER] = Cell::Text(by.and(holder, Role::Muted));
                }
                listed[place] = true;
                rows.push(row);
            }
        }
        let rest: Vec<usize> = (0..listed.len()).filter(|&place| !listed[place]).collect();
        if !rest.is_empty() {
            rows.push(Row::heading(Text::strong("Not as a signatory", Role::Muted)));
        }
        for place in rest {
            let mut row = self.row(place, extract);
            row.cells.splice(1..1, [Cell::from(""), Cell::from("")]);
            rows.push(row);
        }
        rows
    }

    fn signature(&self, party: &Party, role: Role) -> [Cell; 2] {
        let date = since(self.graph, party.link).map_or(String::new(), |date| date.to_string());
        let name = match role {
            Role::Text => short(self.graph, party.id),
            _ => Text::of(short(self.graph, party.id).plain(), role),
        };
        [Cell::Text(Text::of(date, role)), Cell::Text(name)]
    }

    /// The row of a signatory without a position.
    fn none(&self, party: &Party, extract: &mut Extract) -> Row {
        let mut cells: Vec<Cell> = self.columns().iter().map(|_| Cell::from("")).collect();
        cells.splice(1..3, self.signature(party, Role::Text));
        cells[HOLDER - 1] = Cell::Text(Text::of("–", Role::Muted));
        if let Some(words) = cells.last_mut() {
            let own = if party.others.is_empty() { "– no reason found" } else { "– none of its own" };
            *words = Cell::Text(Text::of(own, Role::Muted));
        }
        let claim = ClaimId::Link(party.link);
        Row::new(cells, Target::claim(claim, party.id)).cited(extract.cite(self.graph, claim))
    }

    fn row(&self, place: usize, extract: &mut Extract) -> Row {
        let (graph, voice) = (self.graph, &self.matter.voices[place]);
        let stance = graph.stance(voice.id);
        let record = &stance.record;
        let turn = if self.order == Sort::Holder { voice.own } else { voice.turn };
        let mut stand = position(stance);
        if let Some((_, turn)) = turn {
            stand = stand.and(format!(" {}", turn.sign()), turn.role());
        }
        let holder = match &record.office {
            Some(office) => short(graph, stance.holder).and(format!(", {office}"), Role::Muted),
            None => short(graph, stance.holder),
        };
        let mut cells = vec![
            Cell::Text(Text::of((place + 1).to_string(), Role::Muted)),
            Cell::Text(Text::of(span(stance.on), Role::Text)),
            Cell::Text(stand),
            Cell::Text(holder),
        ];
        if self.about {
            cells.push(Cell::Text(short(graph, stance.about)));
        }
        if self.order != Sort::Tie {
            cells.push(Cell::Text(stance.toward.map_or_else(Text::empty, |other| short(graph, other))));
        }
        cells.push(Cell::Text(spoken(stance)));
        let claim = ClaimId::Stance(voice.id);
        let opened = if self.matter.actors.contains(&stance.holder) { stance.about } else { stance.holder };
        let cites = extract.cite(graph, claim);
        Row {
            detail: detail(graph, voice, turn, &self.numbers),
            ..Row::new(cells, Target::claim(claim, opened)).cited(cites)
        }
    }
}

/// The column of the holder where the rows are those of signatories.
const HOLDER: usize = 5;

/// Whether the rows need to say what they are about: not if all are about the same.
fn about_varies(graph: &Graph, matter: &Matter) -> bool {
    let mut named = matter.voices.iter().map(|voice| graph.stance(voice.id).about);
    named.next().is_some_and(|first| named.any(|about| about != first))
}

/// Whether the focus says whose stances they are, and not on what.
fn of_actors(matter: &Matter) -> bool {
    !matter.actors.is_empty() && matter.issues.is_empty()
}

/// Whether all are of one holder.
pub(super) fn sole_holder(graph: &Graph, matter: &Matter) -> bool {
    let mut holders = matter.voices.iter().map(|voice| graph.stance(voice.id).holder);
    holders.next().is_some_and(|first| holders.all(|holder| holder == first))
}

/// What the row has no room for, the words first.
fn detail(
    graph: &Graph,
    voice: &Voice,
    turn: Option<(StanceId, Turn)>,
    numbers: &HashMap<StanceId, usize>,
) -> Vec<Text> {
    let stance = graph.stance(voice.id);
    let record = &stance.record;
    let mut lines = vec![Text::of(&*record.gist, Role::Text)];
    if let Some(quote) = &record.quote {
        let words = Text::of(crate::view::phrase::quoted(quote), Role::Text);
        lines.push(match &record.lang {
            Some(lang) => words.and(format!(" ({lang})"), Role::Muted),
            None => words,
        });
    }
    if let Some((before, turn)) = turn {
        lines.push(turn.told(graph, before, voice.id, numbers.get(&before).copied()));
    }
    let mut say = |label: &str, text: Option<&str>, role: Role| {
        lines.extend(text.map(|text| Text::of(format!("{label}{text}"), role)));
    };
    say("condition: ", record.conditions.as_deref(), Role::Text);
    say("as ", record.office.as_deref(), Role::Muted);
    say("for ", stance.body.map(|body| graph.entity(body).name()), Role::Muted);
    say("toward ", stance.toward.map(|other| graph.entity(other).name()), Role::Muted);
    say("note: ", record.note.as_deref(), Role::Muted);
    let low = stance.claim.confidence == Confidence::Low;
    say("~ ", low.then_some("low confidence"), Role::Doubt);
    let rank = (stance.claim.rank != Rank::Normal).then_some(stance.claim.rank.name());
    say("≠ ", rank, Role::Doubt);
    say("because: ", stance.claim.because.as_deref(), Role::Muted);
    lines
}
