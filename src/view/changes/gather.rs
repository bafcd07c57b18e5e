//! Collects what changed: every dated claim whose date lies in the period.

use std::collections::HashSet;

use super::Period;
use super::event::{Change, Sort, life, milestone, stance, tie};
use crate::figure::Role;
use crate::graph::era::Seen;
use crate::graph::{Arc, ClaimId, EntityId};
use crate::model::date::{Date, Day, Moment};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::view::sieve::Sieve;
use crate::view::{Lens, words};

/// The changes that pass, by day.
pub(super) fn changes(seen: Seen<'_>, lens: &Lens, period: Period) -> Vec<Change> {
    let graph = seen.graph();
    let realms: Vec<Vec<EntityId>> = lens.focus.iter().map(|&id| graph.realm(id)).collect();
    let claims: Vec<ClaimId> = if realms.is_empty() {
        graph.claims().collect()
    } else {
        graph.claims_about(&realms.concat()).into_iter().collect()
    };
    let common = common(seen, &realms);
    let mut found: Vec<Change> = Vec::new();
    let sieve = Sieve::new(seen, &lens.query);
    for claim in claims.into_iter().filter(|&claim| sieve.admits(claim)) {
        found.extend(of_claim(seen, period, claim));
    }
    // What happened to a work that two in focus share concerns both.
    let known: HashSet<ClaimId> = found.iter().map(|change| change.claim).collect();
    for claim in graph.claims_about(&common) {
        let own = matches!(claim, ClaimId::Milestone(_) | ClaimId::Entity(_));
        if own && !known.contains(&claim) && sieve.admits(claim) {
            found.extend(of_claim(seen, period, claim));
        }
    }
    // Who left a work that one in focus leads left that one.
    let led: Vec<Vec<EntityId>> = lens.focus.iter().map(|&id| led(seen, id)).collect();
    let known: HashSet<ClaimId> = found.iter().map(|change| change.claim).collect();
    for claim in graph.claims_about(&led.concat()) {
        if !known.contains(&claim) && sieve.admits(claim) {
            found
                .extend(of_claim(seen, period, claim).into_iter().filter(|change| change.sort == Sort::Lost));
        }
    }
    for change in &mut found {
        let named = graph.named(change.claim);
        let shared = named.iter().any(|id| common.contains(id));
        let near = |realm: &Vec<EntityId>| shared || named.iter().any(|id| realm.contains(id));
        let lost = |led: &Vec<EntityId>| change.sort == Sort::Lost && named.iter().any(|id| led.contains(id));
        change.near = (0..realms.len()).filter(|&place| near(&realms[place]) || lost(&led[place])).collect();
    }
    once(seen, &mut found);
    // A signing that is told as an event and as the date of the agreement is one change.
    let events: HashSet<(EntityId, Day)> = found
        .iter()
        .filter(|change| change.sort == Sort::Event)
        .filter(|change| begins(seen, change.claim))
        .map(|change| (change.opens, change.day))
        .collect();
    found.retain(|change| change.sort != Sort::Founded || !events.contains(&(change.opens, change.day)));
    found.retain(|change| words::found(&lens.query, || change.what.plain()));
    found.sort_by_key(|change| (change.day, change.claim));
    found
}

/// The works that an actor leads or runs, with those that belong to them.
fn led(seen: Seen<'_>, id: EntityId) -> Vec<EntityId> {
    let graph = seen.graph();
    let leads = |arc: &Arc| arc.outward && matches!(arc.relation, Relation::Leads | Relation::Operates);
    let own =
        seen.arcs(id).filter(leads).map(|arc| arc.other).filter(|&work| graph.entity(work).kind.is_work());
    let mut led: Vec<EntityId> = own.flat_map(|work| graph.realm(work)).collect();
    led.sort_unstable();
    led.dedup();
    led
}

/// Says once what is told as the leaving of a work, as the end of the part in it, and as an event in its life.
fn once(seen: Seen<'_>, found: &mut Vec<Change>) {
    let graph = seen.graph();
    let link = |claim: ClaimId| if let ClaimId::Link(id) = claim { Some(graph.link(id)) } else { None };
    let mut twice: HashSet<ClaimId> = HashSet::new();
    for at in 0..found.len() {
        let Some(leaving) = link(found[at].claim).filter(|link| link.relation == Relation::WithdrewFrom)
        else {
            continue;
        };
        let same_day = |other: &&Change| other.day == found[at].day && other.claim != found[at].claim;
        let part = |claim| {
            let part = link(claim);
            part.is_some_and(|part| part.from == leaving.from && part.to == leaving.to)
        };
        let event = |claim: ClaimId| match claim {
            ClaimId::Milestone(id) => {
                let milestone = graph.milestone(id);
                (milestone.record.kind == MilestoneKind::Withdrew && milestone.entity == leaving.to)
                    .then_some(milestone.record.what.as_deref())
            }
            _ => None,
        };
        let parts = found.iter().filter(same_day).filter(|other| part(other.claim)).map(|other| other.claim);
        twice.extend(parts);
        let told = found.iter().filter(same_day).find_map(|other| Some((other.claim, event(other.claim)?)));
        if let Some((claim, what)) = told.filter(|(claim, _)| twice.insert(*claim)) {
            let words = what.map_or(String::new(), |what| format!("  {what}"));
            found[at].what = std::mem::take(&mut found[at].what).and(words, Role::Text);
            found[at].before = Some(claim);
        }
    }
    found.retain(|change| !twice.contains(&change.claim));
}

/// The works that two of the entities in focus share and that few others do.
fn common(seen: Seen<'_>, realms: &[Vec<EntityId>]) -> Vec<EntityId> {
    /// Ties of a work that is still a matter of the few.
    const TIES: usize = 24;
    let graph = seen.graph();
    let mut common: Vec<EntityId> = Vec::new();
    for (place, one) in realms.iter().enumerate() {
        for other in &realms[place + 1..] {
            common.extend(graph.common(one, other).into_iter().filter(|&id| graph.degree(id) <= TIES));
        }
    }
    common.sort_unstable();
    common.dedup();
    common
}

fn begins(seen: Seen<'_>, claim: ClaimId) -> bool {
    let ClaimId::Milestone(id) = claim else { return false };
    let kind = seen.graph().milestone(id).record.kind;
    matches!(kind, MilestoneKind::Signed | MilestoneKind::Launched | MilestoneKind::Agreed)
}

fn of_claim(seen: Seen<'_>, period: Period, claim: ClaimId) -> Vec<Change> {
    let graph = seen.graph();
    let within = |date: Date| lies(period, date);
    match claim {
        ClaimId::Stance(id) if within(graph.stance(id).on) => stance(seen, id).into_iter().collect(),
        ClaimId::Milestone(id) if within(graph.milestone(id).on) => vec![milestone(seen, id)],
        ClaimId::Link(id) if counts(graph.link(id).relation) => {
            let ends = ends(graph.link(id).during, graph.link(id).relation);
            turns(period, ends).map(|(on, over)| tie(seen, id, on, over)).collect()
        }
        ClaimId::Entity(id) if lives(graph.entity(id).kind) => {
            let during = graph.entity(id).during;
            let ends = (during.and_then(Date::start), during.and_then(Date::end));
            turns(period, ends).map(|(on, over)| life(seen, id, on, over)).collect()
        }
        _ => Vec::new(),
    }
}

/// Start and end of a tie; a signature only has a date.
fn ends(during: Option<Date>, relation: Relation) -> (Option<Moment>, Option<Moment>) {
    let once = matches!(relation, Relation::Signed | Relation::WithdrewFrom | Relation::Launches);
    let end = during.and_then(Date::end).filter(|_| !once);
    (during.and_then(Date::start), end)
}

/// The beginning and the end, as far as they lie in the period; whether it is the end.
fn turns(
    period: Period,
    (start, end): (Option<Moment>, Option<Moment>),
) -> impl Iterator<Item = (Date, bool)> {
    let start = start.map(|start| (Date::At(start), false));
    let end = end.map(|end| (Date::At(end), true));
    start.into_iter().chain(end).filter(move |&(on, _)| lies(period, on))
}

/// Whether a date lies in the period: the middle of what it may mean does, so that a year that is known
/// to no day belongs to one period of two that follow each other.
fn lies(period: Period, date: Date) -> bool {
    middle(date).is_some_and(|middle| period.first() <= middle && middle <= period.last())
}

/// The middle of what a date may mean.
pub(super) fn middle(date: Date) -> Option<Day> {
    let (first, last) = (date.first().or_else(|| known(date)), date.last().or_else(|| known(date)));
    Some(Day(first?.0.midpoint(last?.0)))
}

/// The end of a date that is known, where the other is open.
fn known(date: Date) -> Option<Day> {
    date.start().or(date.end()).map(Moment::last)
}

/// Whether a tie is news: not where something is, nor what is a part of what.
const fn counts(relation: Relation) -> bool {
    !matches!(relation, Relation::LocatedIn | Relation::PartOf | Relation::Succeeds)
}

/// Whether the dates of an entity are news: not the lives of people, nor the years of issues.
const fn lives(kind: Kind) -> bool {
    !matches!(kind, Kind::Person | Kind::Topic)
}
