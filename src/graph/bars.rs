//! What bars two entities from dealing with each other, and what bars either of them from something else.

use super::era::Seen;
use super::id::{EntityId, LinkId};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::model::standing::Status;

/// An entity with its state, what it is a part of, and, if it is itself a state, its bodies.
#[derive(Clone, Debug)]
pub struct Side {
    /// The entity.
    pub own: EntityId,
    /// Its state, if it is not one.
    pub state: Option<EntityId>,
    /// Agencies, institutes, organisations and companies of a state.
    pub bodies: Vec<EntityId>,
    /// What it belongs to: the academy of an institute.
    pub wholes: Vec<EntityId>,
}

impl Side {
    /// The side of an entity.
    pub fn of(seen: Seen<'_>, own: EntityId) -> Self {
        let graph = seen.graph();
        let state = graph.entity(own).kind == Kind::State;
        let body = |id: &EntityId| {
            let entity = graph.entity(*id);
            state && entity.country == Some(own) && entity.kind.is_body() && seen.shows(*id)
        };
        let whole = seen.arcs(own).filter(|arc| arc.outward && arc.relation == Relation::PartOf);
        Self {
            own,
            state: graph.entity(own).country.filter(|_| !state),
            bodies: graph.entity_ids().filter(body).collect(),
            wholes: whole.map(|arc| arc.other).filter(|&id| graph.entity(id).kind.is_body()).collect(),
        }
    }

    /// Whether what is said of an entity is said of this side.
    pub fn holds(&self, id: EntityId) -> bool {
        self.own == id || self.state == Some(id) || self.bodies.contains(&id) || self.wholes.contains(&id)
    }
}

/// Whom a rule keeps from whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// The first from dealing with the second.
    Forth,
    /// The second from dealing with the first.
    Back,
    /// One of them from something else.
    Either,
}

/// A rule that bars something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The rule, or who made it.
    pub by: EntityId,
    /// Whom it keeps from whom.
    pub reach: Reach,
    /// What it bars on both sides, the ties that hold first.
    pub links: Vec<LinkId>,
    /// Whether it is in force.
    pub holds: bool,
}

impl Bar {
    /// Whether it stands between the two now.
    pub fn blocks(&self) -> bool {
        self.holds && self.reach != Reach::Either
    }
}

/// Every rule that bars one of two sides from something: those between the two first, then those in force,
/// then those that name one of the two themselves.
///
/// A rule stands between two sides if one of them made it and it bars the other. One that also names whom
/// it binds at home, as the Wolf Amendment names NASA, binds those alone and their state.
pub fn between(seen: Seen<'_>, a: &Side, b: &Side) -> Vec<Bar> {
    let graph = seen.graph();
    let mut rules: Vec<EntityId> = [a, b]
        .into_iter()
        .flat_map(|side| {
            [Some(side.own), side.state]
                .into_iter()
                .flatten()
                .chain(side.wholes.iter().copied())
                .chain(side.bodies.iter().copied())
        })
        .flat_map(|id| seen.arcs(id).filter(|arc| arc.relation == Relation::Restricts && !arc.outward))
        .map(|arc| arc.other)
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let mut bars: Vec<Bar> = rules.into_iter().map(|rule| bar(seen, rule, a, b)).collect();
    bars.sort_by_key(|bar| {
        let since = graph.entity(bar.by).during.and_then(Date::first);
        let named = |link: &LinkId| [a.own, b.own].contains(&graph.link(*link).to);
        (bar.reach == Reach::Either, !bar.holds, !bar.links.iter().any(named), since, bar.by)
    });
    bars
}

fn bar(seen: Seen<'_>, rule: EntityId, a: &Side, b: &Side) -> Bar {
    let barred: Vec<(EntityId, LinkId)> = seen
        .arcs(rule)
        .filter(|arc| arc.outward && arc.relation == Relation::Restricts)
        .map(|arc| (arc.other, arc.link))
        .collect();
    let keeps = |maker: &Side, other: &Side| {
        let made = makers(seen, rule);
        let bound: Vec<EntityId> =
            barred.iter().map(|(id, _)| *id).filter(|id| at_home(seen, *id, &made)).collect();
        let bound_here =
            bound.is_empty() || maker.bodies.iter().chain([&maker.own]).any(|id| bound.contains(id));
        made.iter().any(|&id| maker.holds(id)) && bound_here && barred.iter().any(|&(id, _)| other.holds(id))
    };
    let reach = match (keeps(a, b), keeps(b, a)) {
        (true, _) => Reach::Forth,
        (_, true) => Reach::Back,
        _ => Reach::Either,
    };
    let mut links: Vec<LinkId> =
        barred.iter().filter(|(id, _)| a.holds(*id) || b.holds(*id)).map(|(_, link)| *link).collect();
    links.sort_by_key(|&link| (!seen.tie_phase(link).holds(), link));
    let drafted = matches!(seen.graph().entity(rule).record.status, Some(Status::Proposed | Status::Planned));
    let holds = !drafted && links.iter().any(|&link| seen.tie_phase(link).holds());
    Bar { by: rule, reach, links, holds }
}

/// Who made a rule: itself, its state, and those who run or proposed it.
fn makers(seen: Seen<'_>, rule: EntityId) -> Vec<EntityId> {
    let makes = |relation| matches!(relation, Relation::Operates | Relation::Leads | Relation::Proposes);
    let run = seen.arcs(rule).filter(|arc| !arc.outward && makes(arc.relation)).map(|arc| arc.other);
    [rule].into_iter().chain(seen.graph().entity(rule).country).chain(run).collect()
}

/// Whether somebody belongs to the state of those who made a rule.
fn at_home(seen: Seen<'_>, id: EntityId, made: &[EntityId]) -> bool {
    seen.graph().entity(id).country.is_some_and(|state| made.contains(&state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::read::options;
    use crate::dataset::{Dataset, Entry, Place};
    use crate::graph::{Era, Graph};

    const ENTITIES: &[(Kind, &str)] = &[
        (Kind::State, r#"(id: "us", name: "United States")"#),
        (Kind::State, r#"(id: "cn", name: "China")"#),
        (Kind::Agency, r#"(id: "nasa", name: "NASA", country: "us")"#),
        (Kind::Agency, r#"(id: "noaa", name: "NOAA", country: "us")"#),
        (Kind::Agency, r#"(id: "cnsa", name: "CNSA", country: "cn")"#),
        (Kind::Agency, r#"(id: "esa", name: "ESA")"#),
        (Kind::Mission, r#"(id: "smile", name: "SMILE")"#),
        (
            Kind::Agreement,
            r#"(id: "wolf", name: "Wolf", country: "us", restricts: [(who: "nasa"), (who: "cn")])"#,
        ),
        (
            Kind::Agreement,
            r#"(id: "itar", name: "ITAR", country: "us", restricts: [(who: "cn"), (who: "smile")])"#,
        ),
        (
            Kind::Agreement,
            r#"(id: "bill", name: "Bill", country: "us", status: Proposed, restricts: [(who: "cn")])"#,
        ),
    ];

    fn found(a: &str, b: &str) -> Vec<String> {
        let entries = ENTITIES.iter().map(|&(kind, text)| {
            let record = options().from_str(text).unwrap();
            Entry { kind, record, place: Place::default(), added: Vec::new(), partial: false }
        });
        let graph = Graph::build(Dataset { entries: entries.collect(), ..Dataset::default() });
        let seen = graph.at(Era::default());
        let side = |id: &str| Side::of(seen, graph.find(id).unwrap());
        let bars = between(seen, &side(a), &side(b));
        bars.iter()
            .map(|bar| format!("{} {:?} {}", graph.entity(bar.by).id(), bar.reach, bar.blocks()))
            .collect()
    }

    #[test]
    fn a_rule_binds_those_whom_it_names_at_home() {
        assert_eq!(found("nasa", "cnsa"), ["wolf Forth true", "itar Forth true", "bill Forth false"]);
        assert_eq!(found("cnsa", "noaa"), ["itar Back true", "bill Back false", "wolf Either false"]);
        assert_eq!(found("us", "cn")[0], "wolf Forth true");
        assert!(found("esa", "cnsa").iter().all(|bar| bar.ends_with("Either false")));
        assert_eq!(found("esa", "noaa"), [""; 0]);
    }
}
