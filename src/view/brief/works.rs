//! What it is, and what it does with others: agreements, missions, programmes.

use super::scope::Scope;
use super::sentence::{Tense, name, sentences, stopped, verb};
use super::{Section, Sentence};
use crate::figure::Target;
use crate::graph::{Arc, ClaimId, EntityId, LinkId, Phase};
use crate::model::date::{Date, Day};
use crate::model::kind::Kind;
use crate::model::milestone::MilestoneKind;
use crate::model::relation::Relation;
use crate::model::standing::Status;
use crate::view::dates::{at, happened, lasted, moment};
use crate::view::phrase::{capital, list};

/// Names in one clause; the others are counted.
const NAMES: usize = 4;

/// Bodies of a work whose parts are all told where the focus is one of them.
const PARTNERS: usize = 6;

/// Letters of a role that is named beside who has it.
const ROLE: usize = 44;

/// What the sides are, and who heads them.
pub(super) fn identity(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let mut said = Vec::new();
    for id in [Some(scope.focus), scope.about, scope.subject].into_iter().flatten() {
        let entity = graph.entity(id);
        let kept = if scope.about.is_some() { 1 } else { 2 };
        let summary: Vec<&str> = sentences(entity.summary()).into_iter().take(kept).collect();
        if !summary.is_empty() {
            let text = format!("{}: {}", entity.short(), stopped(&summary.join(" ")));
            said.push(plain(text, vec![ClaimId::Entity(id)], Target::entity(id)));
        }
        said.extend(head(scope, id));
    }
    Section { title: "What it is", sentences: said, least: 0 }
}

fn plain(text: String, claims: Vec<ClaimId>, target: Target) -> Sentence {
    Sentence { text, claims, target, weight: 9.0, day: None }
}

/// Who heads a body; for a person, the office.
fn head(scope: &Scope<'_>, id: EntityId) -> Option<Sentence> {
    let graph = scope.seen.graph();
    let office = |arc: &Arc| {
        arc.outward
            && arc.relation == Relation::HoldsOfficeAt
            && scope.seen.link_phase(arc.link) == Phase::Active
    };
    let link = if scope.is_person(id) {
        scope.seen.arcs(id).filter(office).last()?.link
    } else {
        scope.seen.heads(id).first().copied()?
    };
    let tie = graph.link(link);
    let since = tie.during.map_or(String::new(), |date| format!(" {}", lasted(date)));
    let title = tie.role().unwrap_or("head");
    let text =
        format!("{} has been {title} of {}{since}.", graph.entity(tie.from).name(), name(graph, tie.to));
    Some(plain(text, vec![ClaimId::Link(link)], Target::claim(ClaimId::Link(link), tie.from)))
}

/// Agreements that were signed: by whom, when, and what they provide for.
pub(super) fn agreements(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let works = scope.works.iter().filter(|&&id| graph.entity(id).kind == Kind::Agreement);
    let mut said: Vec<Sentence> = works.filter_map(|&id| agreement(scope, id)).collect();
    said.extend(direct(scope));
    Section::of("Agreements", said, 4, 6)
}

fn agreement(scope: &Scope<'_>, id: EntityId) -> Option<Sentence> {
    let graph = scope.seen.graph();
    let party = |arc: &Arc| {
        !arc.outward
            && matches!(arc.relation, Relation::Signed | Relation::PartyTo)
            && graph.entity(arc.other).kind.is_body()
            && scope.sieve.admits(ClaimId::Link(arc.link))
    };
    let mut arcs: Vec<Arc> = scope.seen.arcs(id).filter(party).collect();
    // Those the brief is about come first; of a crowd no others are named.
    arcs.sort_by_key(|arc| !scope.is_side(arc.other));
    let mut names: Vec<String> = Vec::new();
    let mut claims: Vec<ClaimId> = Vec::new();
    for arc in &arcs {
        let said = name(graph, arc.other);
        if !names.contains(&said) {
            names.push(said);
            claims.push(ClaimId::Link(arc.link));
        }
    }
    let first = graph.link(arcs.first()?.link);
    let (total, signed) = (names.len(), arcs.iter().all(|arc| arc.relation == Relation::Signed));
    claims.truncate(NAMES);
    if total > NAMES {
        names.truncate(if scope.about.is_some() { 2 } else { 1 });
        names.push(format!("{} others", total - names.len()));
    }
    let entity = graph.entity(id);
    let during = if total > NAMES { first.during } else { entity.during.or(first.during) };
    let when = during.and_then(Date::start).map_or(String::new(), |start| format!(" {}", at(start)));
    let act = match (signed, total > 1) {
        (true, _) => "signed",
        (false, true) => "became parties to",
        (false, false) => "became a party to",
    };
    let mut text = capital(&format!("{} {act} {}{when}.", list(&names), name(graph, id)));
    let more = sentences(entity.summary()).into_iter().skip(1).find(|it| it.starts_with("It "));
    if let Some(more) = more {
        text += " ";
        text += &stopped(more);
        claims.push(ClaimId::Entity(id));
    }
    let day = during.and_then(Date::first);
    let near = 3.0 - (total as f64 / 4.0).min(3.0);
    let rung = first.rung.map_or(0.0, |rung| f64::from(rung as u8) / 2.0);
    let weight = scope.weight(claims[0], day) + near + rung;
    Some(Sentence { text, claims, target: Target::entity(id), weight, day })
}

/// Ties between the two themselves that have no record of their own.
fn direct(scope: &Scope<'_>) -> Vec<Sentence> {
    let graph = scope.seen.graph();
    let ours = scope.ours.iter().copied();
    let arcs = ours.flat_map(|id| scope.seen.arcs(id).map(move |arc| (id, arc)));
    let wanted = |(_, arc): &(EntityId, Arc)| {
        let near = if scope.about.is_some() { scope.theirs.contains(&arc.other) } else { true };
        near && scope.subject.is_none()
            && matches!(arc.relation, Relation::AgreementWith | Relation::TrainsWith)
            && scope.sieve.admits(ClaimId::Link(arc.link))
    };
    arcs.filter(wanted)
        .map(|(id, arc)| {
            let link = graph.link(arc.link);
            let act = going(arc.relation, link.during, tense(scope, arc.link, id));
            let role = link.role().map_or(String::new(), |role| format!(" ({role})"));
            let since = link.during.map_or(String::new(), |date| format!(" {}", dated(date, arc.relation)));
            let text = format!("{} {act} {}{role}{since}.", name(graph, id), name(graph, arc.other));
            let claim = ClaimId::Link(arc.link);
            let day = link.during.and_then(Date::first);
            Sentence {
                text: capital(&text),
                claims: vec![claim],
                target: Target::claim(claim, arc.other),
                weight: scope.weight(claim, day) + if scope.about.is_some() { 2.0 } else { 0.0 },
                day,
            }
        })
        .collect()
}

/// The verb of a tie with its date: what is open has gone on, a single day of training is over.
fn going(relation: Relation, during: Option<Date>, tense: Tense) -> String {
    let once = matches!(during, Some(Date::At(_))) && relation == Relation::TrainsWith;
    match (relation, tense, during) {
        (_, Tense::Present, Some(_)) if once => verb(relation, false, Tense::Past),
        (Relation::TrainsWith, Tense::Present, Some(_)) => "has trained with".to_owned(),
        (_, Tense::Present, Some(_)) => "has had an agreement with".to_owned(),
        _ => verb(relation, false, tense),
    }
}

/// A single date of an agreement is that of its beginning.
fn dated(date: Date, relation: Relation) -> String {
    match date {
        Date::At(only) if relation == Relation::TrainsWith => at(only),
        _ => lasted(date),
    }
}

/// Missions, programmes, stations: who does what in them, and where they stand.
pub(super) fn missions(scope: &Scope<'_>) -> Section {
    let graph = scope.seen.graph();
    let works = scope.works.iter().filter(|&&id| graph.entity(id).kind != Kind::Agreement);
    let said = works.filter_map(|&id| mission(scope, id)).collect();
    Section::of("Missions, programmes, stations", said, 4, 8)
}

fn mission(scope: &Scope<'_>, id: EntityId) -> Option<Sentence> {
    let graph = scope.seen.graph();
    // Of two sides only they are named; else the partners are what matters.
    let own = scope.ours.contains(&id) && !graph.entity(scope.focus).kind.is_body()
        || scope.about.is_none() && scope.seen.bodies(id) <= PARTNERS;
    let told = |arc: &Arc| own || scope.about.is_none() && arc.relation == Relation::Leads;
    let doing = |arc: &Arc| {
        !arc.outward
            && (told(arc) && graph.entity(arc.other).kind.is_body() || scope.is_side(arc.other))
            && graph.link(arc.link).rung.is_some()
            && scope.sieve.admits(ClaimId::Link(arc.link))
    };
    let mut arcs: Vec<Arc> = scope.seen.arcs(id).filter(doing).collect();
    // With two sides, those who do the same are named together, the focus first.
    let sort = |arc: &Arc| (arc.relation, tense(scope, arc.link, id));
    arcs.sort_by_key(|arc| (sort(arc), !scope.ours.contains(&arc.other)));
    let mut clauses: Vec<String> = Vec::new();
    let mut claims: Vec<ClaimId> = Vec::new();
    let mut named: Vec<EntityId> = Vec::new();
    for group in arcs.chunk_by(|one, next| sort(one) == sort(next)) {
        let fresh: Vec<&Arc> = group.iter().filter(|arc| !named.contains(&arc.other)).collect();
        let Some(first) = fresh.first() else { continue };
        named.extend(fresh.iter().map(|arc| arc.other));
        claims.extend(fresh.iter().take(NAMES).map(|arc| ClaimId::Link(arc.link)));
        let object = if clauses.is_empty() { name(graph, id) } else { "it".to_owned() };
        let act = verb(first.relation, fresh.len() > 1, tense(scope, first.link, id));
        clauses.push(format!("{} {act} {object}{}", who(scope, &fresh), until(scope, &fresh)));
        if clauses.len() == 3 {
            break;
        }
    }
    if clauses.is_empty() {
        return alone(scope, id);
    }
    let mut text = capital(&stopped(&match clauses.as_slice() {
        [one] => one.clone(),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
        [] => String::new(),
    }));
    let (state, day) = state(scope, id, &mut claims);
    text += &state;
    let rung = arcs.iter().filter_map(|arc| graph.link(arc.link).rung).max().map_or(0, |rung| rung as u8);
    let partners = if scope.seen.bodies(id) > 1 { 1.5 } else { 0.0 };
    let weight = scope.weight(claims[0], day) + f64::from(rung) / 2.0 + partners;
    let target = Target::claim(claims[0], id);
    Some(Sentence { text, claims, target, weight, day })
}

/// A part of what the brief is about of which nobody is known to have a share: where it stands.
fn alone(scope: &Scope<'_>, id: EntityId) -> Option<Sentence> {
    let entity = scope.seen.graph().entity(id);
    let now = scope.seen.era().at.is_none() && scope.is_part(id) && entity.kind == Kind::Mission;
    let status = entity.record.status.filter(|_| now)?;
    let planned = matches!(status, Status::Proposed | Status::Planned | Status::Development);
    let claim = ClaimId::Entity(id);
    if !planned || !scope.sieve.admits(claim) {
        return None;
    }
    let mut claims = vec![claim];
    let (state, day) = state(scope, id, &mut claims);
    let text = capital(&format!("{} is {}.{state}", name(scope.seen.graph(), id), status.name()));
    let weight = scope.weight(claim, day) + 2.0;
    Some(Sentence { text, claims, target: Target::entity(id), weight, day })
}

/// Who does it, with what each gives where there is room.
fn who(scope: &Scope<'_>, arcs: &[&Arc]) -> String {
    let graph = scope.seen.graph();
    let mut names: Vec<String> = arcs
        .iter()
        .take(NAMES)
        .map(|arc| {
            let role =
                graph.link(arc.link).role().filter(|role| arcs.len() < 3 && role.chars().count() <= ROLE);
            let role = role.map_or(String::new(), |role| format!(" ({role})"));
            format!("{}{role}", name(graph, arc.other))
        })
        .collect();
    if arcs.len() > NAMES {
        names.truncate(NAMES - 1);
        names.push(format!("{} others", arcs.len() - names.len()));
    }
    list(&names)
}

/// Until when one took part, where it is over.
fn until(scope: &Scope<'_>, arcs: &[&Arc]) -> String {
    let [arc] = arcs else { return String::new() };
    let during = scope.seen.graph().link(arc.link).during;
    match during.and_then(Date::end).filter(|_| scope.seen.link_phase(arc.link) == Phase::Ended) {
        Some(end) => format!(" until {}", moment(end)),
        None => String::new(),
    }
}

fn tense(scope: &Scope<'_>, link: LinkId, work: EntityId) -> Tense {
    use Status::{Cancelled, Completed, Ended, Lost};
    let entity = scope.seen.graph().entity(work);
    let status = entity.record.status.filter(|_| scope.seen.era().at.is_none());
    let over = scope.seen.phase(entity.during) == Phase::Ended
        || matches!(status, Some(Completed | Cancelled | Lost | Ended));
    match scope.seen.link_phase(link) {
        Phase::Ahead => Tense::Future,
        Phase::Ended => Tense::Past,
        _ if over => Tense::Past,
        Phase::Active | Phase::Undated => Tense::Present,
    }
}

/// Whether a work is lost by the day from which one looks.
fn lost(scope: &Scope<'_>, id: EntityId) -> bool {
    let entity = scope.seen.graph().entity(id);
    let over = scope.seen.era().at.is_none() || scope.seen.phase(entity.during) == Phase::Ended;
    entity.record.status == Some(Status::Lost) && over
}

/// Where a work stands: when it was launched, is to be launched, or why it is not; and the day of that.
fn state(scope: &Scope<'_>, id: EntityId, claims: &mut Vec<ClaimId>) -> (String, Option<Day>) {
    let graph = scope.seen.graph();
    let entity = graph.entity(id);
    let shown = || graph.milestones(id).iter().copied().filter(|&id| scope.seen.shows_milestone(id));
    let of = |kind: MilestoneKind| shown().filter(move |&id| graph.milestone(id).record.kind == kind);
    let status = entity.record.status.filter(|_| scope.seen.era().at.is_none());
    let began = entity.during.and_then(Date::start);
    let day = began.map(crate::model::date::Moment::first);
    if status == Some(Status::Cancelled) {
        let event = of(MilestoneKind::Cancelled).next_back();
        claims.push(event.map_or(ClaimId::Entity(id), ClaimId::Milestone));
        let on = event.map(|event| graph.milestone(event).on);
        let when = on.map_or(String::new(), |on| format!(" {}", happened(on)));
        return (format!(" It was cancelled{when}."), on.and_then(Date::first).or(day));
    }
    if lost(scope, id) {
        let launched = of(MilestoneKind::Launched).next();
        let event = of(MilestoneKind::Ended).next_back();
        claims.extend(launched.into_iter().chain(event).map(ClaimId::Milestone));
        claims.extend(event.is_none().then_some(ClaimId::Entity(id)));
        let on = |event| graph.milestone(event).on;
        let end = event.map(on).or_else(|| entity.during.and_then(Date::end).map(Date::At));
        let when = end.map_or(String::new(), |end| format!(" {}", happened(end)));
        let start = launched.map_or(String::new(), |event| format!("launched {} and ", happened(on(event))));
        let why = entity.record.status_note.as_ref().map_or(String::new(), |why| format!(" ({why})"));
        return (format!(" It was {start}lost{when}{why}."), day.or_else(|| end.and_then(Date::first)));
    }
    if entity.kind != Kind::Mission {
        return (
            String::new(),
            day.or_else(|| shown().next_back().and_then(|id| graph.milestone(id).on.first())),
        );
    }
    if let Some(event) = of(MilestoneKind::Launched).next() {
        let on = graph.milestone(event).on;
        claims.push(ClaimId::Milestone(event));
        return (format!(" It was launched {}.", happened(on)), on.first());
    }
    if let Some(began) = began.filter(|began| scope.seen.today().is_some_and(|today| began.first() <= today))
    {
        claims.push(ClaimId::Entity(id));
        return (format!(" It was launched {}.", at(began)), Some(began.first()));
    }
    let expected = shown().rfind(|&id| graph.milestone(id).expected.is_some());
    let Some(event) = expected else { return (String::new(), day) };
    claims.push(ClaimId::Milestone(event));
    let milestone = graph.milestone(event);
    let expected = milestone.expected.map_or(String::new(), happened);
    (format!(" Its launch was last expected {expected}."), milestone.on.first())
}
