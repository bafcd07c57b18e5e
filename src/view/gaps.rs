//! What is missing?

mod claims;
mod entities;

use std::ops::RangeInclusive;

use super::option::{LACK, Opt};
use super::phrase::{count, grouped, names};
use super::{Lack, Lens, View, words};
use crate::atlas::Atlas;
use crate::figure::{Body, Cell, Column, Extract, Figure, Role, Row, Table, Target, Text};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId};

/// So many lines a section of the whole dataset; the rest is counted, unless it is no more than that.
const SHOWN: usize = 8;

/// So many where filters narrow it; with a focus, all.
const FILTERED: usize = 40;

/// What rests on little, is out of date, or is not known at all.
pub struct Gaps;

/// A gap in words.
struct Said {
    /// The dates that matter.
    date: String,
    /// What it is about.
    what: Text,
    /// What is missing of it.
    why: Text,
}

/// Gaps of one sort.
struct Section<'a> {
    lack: Lack,
    title: String,
    /// What the gaps are in, or the entities of which something is missing.
    gaps: Vec<ClaimId>,
    /// Puts one of them in words, which only those that are shown need.
    say: Box<dyn Fn(ClaimId) -> Said + 'a>,
}

impl<'a> Section<'a> {
    /// The best connected first.
    fn new(
        asked: &Asked<'_>,
        lack: Lack,
        title: impl Into<String>,
        mut gaps: Vec<ClaimId>,
        say: impl Fn(ClaimId) -> Said + 'a,
    ) -> Self {
        let graph = asked.seen.graph();
        gaps.sort_by_cached_key(|&gap| {
            let of = graph.owner(gap);
            (std::cmp::Reverse(graph.degree(of)), of, gap)
        });
        Self { lack, title: title.into(), gaps, say: Box::new(say) }
    }
}

impl View for Gaps {
    fn name(&self) -> &'static str {
        "gaps"
    }

    fn doc(&self) -> &'static str {
        "What is missing?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["missing", "single source"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        0..=8
    }

    fn focus_doc(&self) -> &'static str {
        "Entities, each with what belongs to it: a state with its agencies, a programme with its missions, a topic with \
         what is on it"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&LACK]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let seen = graph.at(lens.era());
        let asked = Asked::new(seen, lens);
        let mut sections = claims::sections(&asked);
        sections.extend(entities::sections(&asked));
        sections.retain(|section| lens.lack.is_none_or(|lack| lack == section.lack));
        for Section { gaps, say, .. } in &mut sections {
            gaps.retain(|&gap| {
                words::found(&lens.query, || {
                    let said = say(gap);
                    format!("{} {}", said.what.plain(), said.why.plain())
                })
            });
        }
        sections.retain(|section| !section.gaps.is_empty());
        let mut extract = Extract::default();
        lens.focus.iter().for_each(|&id| extract.entity(id));
        let table = table(&asked, &sections, &mut extract);
        let title = match lens.focus.as_slice() {
            [] => "Gaps".to_owned(),
            focus => format!("Gaps around {}", names(graph, focus)),
        };
        let mut figure = Figure::new(title, Body::Table(table), extract);
        let total = sections.iter().map(|section| section.gaps.len()).sum();
        let mut note = vec![count(total, "gap")];
        note.extend(asked.beyond());
        note.extend(lens.lack.map(|lack| format!("lack {lack}")));
        figure.note = lens.note(note);
        figure.chart = if asked.realm.is_empty() { overview(&sections) } else { None };
        figure.empty = (total == 0).then(|| nothing(lens));
        figure
    }
}

/// What is asked for: what belongs to the focus, and through which filters.
struct Asked<'a> {
    seen: Seen<'a>,
    lens: &'a Lens,
    /// The focus with what belongs to it; empty: everything.
    realm: Vec<EntityId>,
}

impl<'a> Asked<'a> {
    fn new(seen: Seen<'a>, lens: &'a Lens) -> Self {
        let graph = seen.graph();
        let mut realm: Vec<EntityId> = Vec::new();
        let belongs = |&id: &EntityId| graph.realm(id).into_iter().chain(graph.on_topic(id).iter().copied());
        for id in lens.focus.iter().flat_map(belongs) {
            if !realm.contains(&id) {
                realm.push(id);
            }
        }
        Self { seen, lens, realm }
    }

    /// Whether an entity is in focus or belongs to it, and passes the filters.
    fn wants(&self, id: EntityId) -> bool {
        (self.realm.is_empty() || self.realm.contains(&id))
            && self.seen.shows(id)
            && self.lens.query.admits_entity(self.seen, id)
    }

    /// What belongs to the focus beside it, said.
    fn beyond(&self) -> Option<String> {
        let more = self.realm.iter().filter(|id| !self.lens.focus.contains(id)).count();
        (more > 0).then(|| format!("and what belongs to it ({})", grouped(more)))
    }
}

/// The sorts of gaps with their numbers, and the word that lists one sort as a whole.
fn overview(sections: &[Section<'_>]) -> Option<Table> {
    let rows = sections.iter().map(|Section { lack, title, gaps, .. }| {
        let cells = vec![
            Cell::Text(Text::of(grouped(gaps.len()), Role::Text)),
            Cell::Text(Text::of(title.as_str(), Role::Text)),
            Cell::Text(Text::of(format!("lack {lack}"), Role::Muted)),
        ];
        Row::new(cells, Target::NONE)
    });
    let columns = vec![
        Column::fit("gaps", 4, 7).right(),
        Column::fit("sort", 20, 60),
        Column::fit("set", 9, 16).rank(1),
    ];
    let table = Table { columns, rows: rows.collect(), axis: None, heads: true };
    (sections.len() > 1).then_some(table)
}

fn table(asked: &Asked<'_>, sections: &[Section<'_>], extract: &mut Extract) -> Table {
    let graph = asked.seen.graph();
    let columns =
        vec![Column::fit("date", 4, 21).rank(2), Column::fill("what", 24, 3), Column::fill("why", 16, 2)];
    let mut rows = Vec::new();
    for section in sections {
        let size = section.gaps.len();
        let title =
            Text::strong(&*section.title, Role::Accent).and(format!("  {}", grouped(size)), Role::Muted);
        rows.push(Row::heading(title));
        let some = match (asked.realm.is_empty(), asked.lens.query.is_empty()) {
            _ if asked.lens.lack.is_some() => usize::MAX,
            (true, true) => SHOWN,
            (true, false) => FILTERED,
            (false, _) => usize::MAX,
        };
        let most = if size / 2 <= some { size } else { some };
        for &gap in section.gaps.iter().take(most) {
            let Said { date, what, why } = (section.say)(gap);
            let cells = vec![Cell::Text(Text::of(date, Role::Muted)), Cell::Text(what), Cell::Text(why)];
            let cites = extract.cite(graph, gap);
            rows.push(Row::new(cells, Target::claim(gap, graph.owner(gap))).cited(cites));
        }
        if size > most {
            let said =
                format!("+{} more: all with lack {}, or for an entity", grouped(size - most), section.lack);
            rows.push(Row::heading(Text::of(said, Role::Muted)));
        }
    }
    Table { columns, heads: !rows.is_empty(), rows, axis: None }
}

fn nothing(lens: &Lens) -> String {
    let mut text = "No gap of the sorts that are looked for is known here.".to_owned();
    if !lens.query.is_empty() {
        text += " `F` clears the filters.";
    }
    if !lens.focus.is_empty() {
        text += " `w` looks at the whole atlas.";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::view::sample::{atlas, figure, of};

    fn headings(figure: &Figure) -> Vec<String> {
        let Body::Table(table) = &figure.body else { panic!("a table") };
        let headings = table.rows.iter().filter(|row| row.heading);
        headings.map(|row| row.cells[0].plain()).collect()
    }

    #[test]
    fn sections_are_counted_and_cut_where_nothing_is_in_focus() {
        let atlas = atlas();
        let all = headings(&figure(&atlas, &Gaps, &[], ""));
        assert_eq!(
            all,
            [
                "On a single source  25",
                "+17 more: all with lack single, or for an entity",
                "On several sources, none of them first-hand  1",
                "Said of the present, on sources older than 3 years  2",
                "No position known  1",
                "Head of agency unknown  1",
                "Without ties  1",
            ]
        );
        let single = Lens { lack: Some(Lack::Single), ..Lens::default() };
        assert_eq!(
            headings(&Gaps.figure(&atlas, &single)),
            ["On a single source  25"],
            "one sort as a whole"
        );
        let focus = figure(&atlas, &Gaps, &["tiangong"], "");
        assert!(headings(&focus).iter().all(|heading| !heading.starts_with('+')));
        let Body::Table(table) = &focus.body else { panic!("a table") };
        assert!(table.entries().all(|row| !row.cites.is_empty() && row.target.is_some()));
    }

    #[test]
    fn filters_narrow_claims_by_what_they_name() {
        let atlas = atlas();
        let agencies = headings(&figure(&atlas, &Gaps, &[], "kind:agency"));
        assert!(agencies.contains(&"No position known  1".to_owned()), "{agencies:?}");
        assert!(figure(&atlas, &Gaps, &[], "kind:company").empty.is_some());
    }

    #[test]
    fn words_without_deeds_are_those_that_nothing_followed() {
        let memorandum = |id: &str, one: &str, other: &str| {
            format!(
                r#"(id: "{id}", name: "{id}", during: "2015/..", instrument: Memorandum, sources: ["s1"],
                parties: [(who: "{one}", sources: ["s1"]), (who: "{other}", sources: ["s1"])])"#
            )
        };
        let (kept, idle) = (memorandum("kept", "a", "b"), memorandum("idle", "a", "c"));
        let atlas = of(
            &[
                (Kind::Agency, r#"(id: "a", name: "A", sources: ["s1"])"#),
                (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
                (Kind::Agency, r#"(id: "c", name: "C", sources: ["s1"])"#),
                (Kind::Agreement, &kept),
                (Kind::Agreement, &idle),
                (
                    Kind::Mission,
                    r#"(id: "deed", name: "Deed", during: "2020/..", sources: ["s1"], partners: [
                    (who: "a", sources: ["s1"]), (who: "b", sources: ["s1"])])"#,
                ),
                (
                    Kind::Mission,
                    r#"(id: "past", name: "Past", during: "2001/2004", sources: ["s1"], partners: [
                    (who: "a", sources: ["s1"]), (who: "c", sources: ["s1"])])"#,
                ),
            ],
            &[],
        );
        let seen = atlas
            .graph
            .at(crate::graph::Era { at: crate::model::date::Day::new(2026, 1, 1), known_by: None });
        let idle: Vec<&str> =
            seen.promises().iter().map(|promise| atlas.graph.entity(promise.agreement).id()).collect();
        assert_eq!(idle, ["idle"]);
    }
}
