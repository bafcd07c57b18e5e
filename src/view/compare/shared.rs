//! What several have a part in: issues, works, memberships; and where they agree.

use std::collections::BTreeMap;

use super::{Sheet, none};
use crate::figure::{Role, Row, Text};
use crate::graph::link::span;
use crate::graph::{Arc, ClaimId, EntityId, StanceId};
use crate::model::date::{Date, Moment};
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::relation::Relation;
use crate::view::phrase::{count, grouped, position};

/// Lines a section; the rest is counted.
const SHOWN: usize = 14;

/// The latest position of each on the issues on which two or more have one. Says on how many they
/// agree and on how many they are in conflict.
pub(super) fn positions(sheet: &mut Sheet<'_>) -> (usize, usize) {
    let seen = sheet.seen;
    let graph = seen.graph();
    let mut issues: BTreeMap<EntityId, Vec<Option<StanceId>>> = BTreeMap::new();
    for (place, &id) in sheet.focus.iter().enumerate() {
        let admitted = |stance: &&StanceId| {
            seen.shows_stance(**stance) && sheet.lens.query.admits_stance(seen, **stance)
        };
        for &stance in graph.stances_by(id).iter().filter(admitted) {
            let row =
                issues.entry(graph.stance(stance).about).or_insert_with(|| vec![None; sheet.focus.len()]);
            row[place] = Some(stance);
        }
    }
    let mut rows: Vec<(EntityId, Vec<Option<StanceId>>, Verdict)> = issues
        .into_iter()
        .filter(|(_, said)| said.iter().flatten().count() > 1)
        .map(|(issue, said)| {
            let taken = said.iter().flatten().map(|&id| graph.stance(id).record.position);
            let verdict = Verdict::of(&taken.collect::<Vec<_>>());
            (issue, said, verdict)
        })
        .collect();
    rows.sort_by_key(|(issue, _, verdict)| {
        (*verdict, std::cmp::Reverse(graph.stances_about(*issue).len()), *issue)
    });
    let counted = |wanted: Verdict| rows.iter().filter(|(_, _, verdict)| *verdict == wanted).count();
    let totals = (counted(Verdict::Agree), counted(Verdict::Conflict));
    if rows.is_empty() {
        return totals;
    }
    sheet.heading("Positions on the same issues", "the latest of each");
    for (issue, said, verdict) in rows {
        let value = |id: Option<StanceId>| {
            id.map_or_else(none, |id| {
                let stance = graph.stance(id);
                position(stance).and(format!(" {}", years(stance.on)), Role::Muted)
            })
        };
        let values = said.iter().map(|&id| value(id)).collect();
        let claims: Vec<ClaimId> = said.iter().flatten().map(|&id| ClaimId::Stance(id)).collect();
        sheet.entity_row(issue, values, verdict.said(), &claims);
        if let (Some(row), Some(&claim)) = (sheet.rows.last_mut(), claims.first()) {
            row.target.claim = Some(claim);
            let gist = said.iter().flatten().map(|&id| {
                let stance = graph.stance(id);
                let actor = graph.entity(stance.actor()).short();
                Text::of(format!("{actor}, {}: {}", span(stance.on), stance.record.gist), Role::Text)
            });
            row.detail = gist.collect();
        }
    }
    totals
}

/// How positions stand to each other; what needs attention first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Some are for it and some against.
    Conflict,
    /// They differ, but not across neutral.
    Differ,
    /// All are on one side.
    Agree,
}

impl Verdict {
    fn of(taken: &[Position]) -> Self {
        let crossed = taken.iter().any(|one| taken.iter().any(|other| one.reverses(*other)));
        let side = |position: &Position| position.height().signum();
        if crossed {
            Self::Conflict
        } else if taken.windows(2).all(|pair| side(&pair[0]) == side(&pair[1])) {
            Self::Agree
        } else {
            Self::Differ
        }
    }

    fn said(self) -> Text {
        match self {
            Self::Conflict => Text::of("conflict", Role::Bad),
            Self::Differ => Text::of("differ", Role::Doubt),
            Self::Agree => Text::of("agree", Role::Good),
        }
    }
}

/// The missions, programmes and stations in which two or more have a part. Says how many there are.
pub(super) fn works(sheet: &mut Sheet<'_>) -> usize {
    let graph = sheet.seen.graph();
    let is_flown = |id: EntityId| graph.entity(id).kind.is_work() && graph.entity(id).kind != Kind::Agreement;
    let rows = ties(sheet, |arc| is_flown(arc.other), 2);
    listed(sheet, "Shared missions and works", rows, |arc| arc.label().to_owned())
}

/// Organisations and agreements: those of all first, then those of some.
pub(super) fn memberships(sheet: &mut Sheet<'_>) {
    let member = |arc: Arc| arc.outward && matches!(arc.relation, Relation::MemberOf | Relation::ObserverOf);
    let rows = ties(sheet, member, 1);
    listed(sheet, "Memberships", rows, |arc| {
        if arc.relation == Relation::MemberOf { "member" } else { "observer" }.to_owned()
    });
    let party = |arc: Arc| arc.outward && matches!(arc.relation, Relation::Signed | Relation::PartyTo);
    let rows = ties(sheet, party, 2);
    let title = if sheet.focus.len() == 2 { "Agreements of both" } else { "Agreements of several of them" };
    listed(sheet, title, rows, |arc| {
        if arc.relation == Relation::Signed { "signed" } else { "party" }.to_owned()
    });
}

/// What ties lead to, with the first fitting tie of each entity in focus.
type Ties = Vec<(EntityId, Vec<Option<Arc>>)>;

fn ties(sheet: &Sheet<'_>, wanted: impl Fn(Arc) -> bool, least: usize) -> Ties {
    let seen = sheet.seen;
    let graph = seen.graph();
    let mut found: BTreeMap<EntityId, Vec<Option<Arc>>> = BTreeMap::new();
    for (place, &id) in sheet.focus.iter().enumerate() {
        let admitted = |arc: &Arc| sheet.lens.query.admits_link(seen, arc.link) && wanted(*arc);
        for arc in seen.arcs(id).filter(admitted) {
            let row = found.entry(arc.other).or_insert_with(|| vec![None; sheet.focus.len()]);
            row[place].get_or_insert(arc);
        }
    }
    let mut found: Ties = found.into_iter().collect();
    found.retain(|(id, row)| row.iter().flatten().count() >= least && !sheet.focus.contains(id));
    let having = |row: &[Option<Arc>]| row.iter().flatten().count();
    // Those of all first; among them those of the fewest others say most.
    found.sort_by_key(|(id, row)| (std::cmp::Reverse(having(row)), graph.degree(*id), *id));
    found
}

fn listed(sheet: &mut Sheet<'_>, title: &str, rows: Ties, say: impl Fn(Arc) -> String) -> usize {
    let graph = sheet.seen.graph();
    let total = rows.len();
    if total == 0 {
        return 0;
    }
    sheet.heading(title, &grouped(total));
    let rest = total.saturating_sub(SHOWN);
    for (id, row) in rows.into_iter().take(SHOWN) {
        let value = |arc: &Option<Arc>| {
            arc.map_or_else(none, |arc| {
                let when =
                    graph.link(arc.link).during.map_or(String::new(), |date| format!(" {}", span(date)));
                Text::of(say(arc), Role::Text).and(when, Role::Muted)
            })
        };
        let claims: Vec<ClaimId> = row.iter().flatten().map(|arc| ClaimId::Link(arc.link)).collect();
        let has: Vec<bool> = row.iter().map(Option::is_some).collect();
        let verdict = sheet.shared(&has);
        sheet.entity_row(id, row.iter().map(value).collect(), verdict, &claims);
        let whole = row.iter().zip(sheet.focus).filter_map(|(arc, &of)| Some(((*arc)?, of)));
        let detail = whole
            .map(|(arc, of)| {
                let link = graph.link(arc.link);
                let role = link.role().map_or(String::new(), |role| format!(": {role}"));
                Text::of(
                    format!("{} {} {}{role}", graph.entity(of).short(), say(arc), link.when()),
                    Role::Text,
                )
            })
            .collect();
        if let Some(row) = sheet.rows.last_mut() {
            row.detail = detail;
        }
    }
    if rest > 0 {
        let said = format!("+{} more", count(rest, "entity"));
        sheet.rows.push(Row::heading(Text::of(said, Role::Muted)));
    }
    total
}

/// A date by its years alone, as a narrow column has room for: "2001", "1993–", "2015–2018".
fn years(date: Date) -> String {
    let year = |moment: Moment| moment.year().to_string();
    match date {
        Date::At(only) => year(only),
        Date::Span { from: Some(from), to: Some(to) } if from.year() == to.year() => year(from),
        Date::Span { from, to } => {
            format!("{}–{}", from.map_or(String::new(), year), to.map_or(String::new(), year))
        }
    }
}
