//! What lies between two sides: first the two themselves, then their states, then the bodies of states.

use std::collections::{BTreeMap, HashSet};

use super::pass::Pass;
use crate::graph::bars::Side;
use crate::graph::era::Seen;
use crate::graph::ties::{between, partners};
use crate::graph::{Arc, EntityId, Graph, LinkId, Phase, Shared, StanceId, Way};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::relation::Relation;
use crate::view::phrase::together;

/// The section in which a tie stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// An agreement of a few, or one without a record of its own.
    Agreement,
    /// What is built or flown together.
    Work,
    /// A person of both.
    Person,
    /// What a crowd belongs to.
    Forum,
}

/// A tie, with those between whom it is.
pub(super) struct Tie {
    /// Who of the first side.
    pub(super) ours: Vec<EntityId>,
    /// Who of the second side.
    pub(super) theirs: Vec<EntityId>,
    /// What ties them.
    pub(super) shared: Shared,
    /// In which section it stands.
    pub(super) sort: Sort,
}

/// Ties and stances between the same sort of sides.
pub(super) struct Group {
    /// Between whom; `None` for the two in focus.
    pub(super) title: Option<String>,
    /// What each side is called: "ESA", "bodies of China".
    pub(super) sides: [String; 2],
    /// Whether each side is many, so that a tie must say between whom it is.
    pub(super) many: bool,
    /// The ties.
    pub(super) ties: Vec<Tie>,
    /// Stances of one side on or toward the other, the first side's first.
    pub(super) stances: [Vec<StanceId>; 2],
}

/// All of it.
pub(super) struct Matter {
    /// What the two in focus are called.
    pub(super) sides: [String; 2],
    /// The groups, nearest first; no tie stands in two.
    pub(super) groups: Vec<Group>,
    /// How many ties and stances the query keeps out.
    pub(super) hidden: usize,
}

impl Matter {
    pub(super) fn new(seen: Seen<'_>, pass: &Pass<'_>, sides: &[Side; 2]) -> Self {
        let named = [&sides[0], &sides[1]].map(|side| seen.graph().entity(side.own).short().to_owned());
        let mut matter = Self { sides: named, groups: Vec::new(), hidden: 0 };
        let mut known = Known::default();
        for circle in circles(seen.graph(), sides) {
            matter.group(seen, pass, circle, &mut known);
        }
        matter
    }

    fn group(&mut self, seen: Seen<'_>, pass: &Pass<'_>, circle: Circle, known: &mut Known) {
        let Circle { title, sides, ours, theirs } = circle;
        let (ours, theirs) = (&*ours, &*theirs);
        let mut ties = ties(seen, ours, theirs);
        ties.retain(|tie| {
            tie.shared.links.iter().any(|link| known.links.insert(*link)) && known.new_via(tie)
        });
        let mut stances = [(ours, theirs), (theirs, ours)].map(|(by, on)| voices(seen, by, on));
        stances.iter_mut().for_each(|list| list.retain(|&id| known.stances.insert(id)));
        let all = ties.len() + stances.iter().map(Vec::len).sum::<usize>();
        ties.retain(|tie| pass.tie(tie));
        for list in &mut stances {
            list.retain(|&id| pass.stance(id));
        }
        let left = ties.len() + stances.iter().map(Vec::len).sum::<usize>();
        self.hidden += all - left;
        if left > 0 {
            let many = ours.len().max(theirs.len()) > 2;
            self.groups.push(Group { title, sides, many, ties, stances });
        }
    }

    /// Every tie.
    pub(super) fn ties(&self) -> impl Iterator<Item = &Tie> {
        self.groups.iter().flat_map(|group| &group.ties)
    }
}

/// What stands in a nearer group already.
#[derive(Default)]
struct Known {
    links: HashSet<LinkId>,
    via: HashSet<EntityId>,
    stances: HashSet<StanceId>,
}

impl Known {
    fn new_via(&mut self, tie: &Tie) -> bool {
        tie.shared.via.is_none_or(|via| self.via.insert(via))
    }
}

/// Those of both sides between whom ties are looked for.
struct Circle {
    title: Option<String>,
    sides: [String; 2],
    ours: Vec<EntityId>,
    theirs: Vec<EntityId>,
}

fn circles(graph: &Graph, sides: &[Side; 2]) -> Vec<Circle> {
    let [a, b] = sides;
    let called = |id: EntityId| graph.entity(id).short().to_owned();
    let mut circles = vec![Circle {
        title: None,
        sides: [a, b].map(|side| called(side.own)),
        ours: vec![a.own],
        theirs: vec![b.own],
    }];
    let mut add = |title: String, names: [String; 2], whole: &dyn Fn(&Side) -> Vec<EntityId>| {
        circles.push(Circle { title: Some(title), sides: names, ours: whole(a), theirs: whole(b) });
    };
    if a.state.is_some() || b.state.is_some() {
        let named = [a, b].map(|side| side.state.unwrap_or(side.own));
        // Two bodies of one state have nothing between their states.
        if named[0] != named[1] {
            let title = format!("Between {}", together(graph, &named));
            add(title, named.map(called), &|side| [side.own].into_iter().chain(side.state).collect());
        }
    }
    if !a.bodies.is_empty() || !b.bodies.is_empty() {
        let states: Vec<EntityId> =
            [a, b].iter().filter(|side| !side.bodies.is_empty()).map(|side| side.own).collect();
        let names = [a, b].map(|side| match side.bodies.is_empty() {
            true => called(side.own),
            false => format!("bodies of {}", called(side.own)),
        });
        add(format!("By bodies of {}", together(graph, &states)), names, &|side| {
            [side.own].into_iter().chain(side.bodies.iter().copied()).collect()
        });
    }
    circles
}

/// Everything between some and some, each shared thing once with all who share it.
fn ties(seen: Seen<'_>, ours: &[EntityId], theirs: &[EntityId]) -> Vec<Tie> {
    let mut by_thing: BTreeMap<(Option<EntityId>, usize), Tie> = BTreeMap::new();
    let mut add = |a: EntityId, b: EntityId, shared: Shared| {
        let own = if shared.via.is_none() { a.index() << 32 | b.index() } else { 0 };
        let sort = sort(seen, &shared);
        let tie = by_thing.entry((shared.via, own)).or_insert_with(|| Tie {
            ours: Vec::new(),
            theirs: Vec::new(),
            shared: shared.clone(),
            sort,
        });
        for (list, id) in [(&mut tie.ours, a), (&mut tie.theirs, b)] {
            if !list.contains(&id) {
                list.push(id);
            }
        }
        for link in shared.links {
            if !tie.shared.links.contains(&link) {
                tie.shared.links.push(link);
            }
        }
        tie.shared.rung = tie.shared.rung.max(shared.rung);
        // It began with the first of those who share it.
        let first = |when: Option<Date>| when.and_then(Date::first);
        if first(shared.when).is_some_and(|day| first(tie.shared.when).is_none_or(|known| day < known)) {
            tie.shared.when = shared.when;
        }
        tie.shared.phase = tie.shared.phase.stronger(shared.phase);
    };
    for &a in ours {
        if let [b] = theirs {
            between(seen, a, *b).into_iter().filter(|_| a != *b).for_each(|shared| add(a, *b, shared));
            continue;
        }
        for partner in partners(seen, a).into_iter().filter(|partner| theirs.contains(&partner.entity)) {
            partner.shared.into_iter().for_each(|shared| add(a, partner.entity, shared));
        }
    }
    left(seen, ours, theirs, &mut add);
    let mut ties: Vec<Tie> = by_thing.into_values().collect();
    ties.sort_by_key(|tie| tie.shared.when.and_then(Date::first).map_or((true, 0), |day| (false, day.0)));
    ties
}

fn sort(seen: Seen<'_>, shared: &Shared) -> Sort {
    let graph = seen.graph();
    let agreed = |id| {
        matches!(graph.link(id).relation, Relation::AgreementWith | Relation::Signed | Relation::PartyTo)
    };
    match (shared.way, shared.via) {
        (Way::Person, _) => Sort::Person,
        (Way::Forum, _) => Sort::Forum,
        (_, Some(via)) if graph.entity(via).kind == Kind::Agreement => Sort::Agreement,
        (Way::Direct, _) if shared.links.iter().all(|&link| agreed(link)) => Sort::Agreement,
        _ => Sort::Work,
    }
}

/// Adds to what was shared what one of them left while the other had a part in it.
fn left(
    seen: Seen<'_>,
    ours: &[EntityId],
    theirs: &[EntityId],
    add: &mut impl FnMut(EntityId, EntityId, Shared),
) {
    let graph = seen.graph();
    for (mine, others, turned) in [(ours, theirs, false), (theirs, ours, true)] {
        let arcs = mine.iter().flat_map(|&id| seen.arcs(id).map(move |arc| (id, arc)));
        let exits = arcs.filter(|(_, arc)| {
            let kind = graph.entity(arc.other).kind;
            arc.outward && arc.relation == Relation::WithdrewFrom && kind.is_work() && kind != Kind::Agreement
        });
        for (leaver, exit) in exits {
            for &other in others.iter().filter(|&&other| other != leaver) {
                let part =
                    |arc: &Arc| arc.outward && arc.other == exit.other && arc.relation != Relation::Restricts;
                let links: Vec<_> = [exit.link]
                    .into_iter()
                    .chain(seen.arcs(other).filter(part).map(|arc| arc.link))
                    .collect();
                if links.len() > 1 {
                    let (a, b) = if turned { (other, leaver) } else { (leaver, other) };
                    add(a, b, exited(graph, exit, links));
                }
            }
        }
    }
}

/// A work that one has left: from its beginning to that day.
fn exited(graph: &Graph, exit: Arc, links: Vec<LinkId>) -> Shared {
    let day = graph.link(exit.link).during.and_then(Date::start);
    let from = graph.entity(exit.other).during.and_then(Date::start);
    let when = match from.filter(|from| day.is_none_or(|day| from.first() < day.first())) {
        Some(from) => Some(Date::Span { from: Some(from), to: day }),
        None => day.map(Date::At),
    };
    Shared { way: Way::Work, via: Some(exit.other), links, rung: None, when, phase: Phase::Ended }
}

/// Stances of some, or of people in office there, on or toward others.
fn voices(seen: Seen<'_>, by: &[EntityId], on: &[EntityId]) -> Vec<StanceId> {
    let graph = seen.graph();
    let concerns = |id: StanceId| {
        let toward = graph.stance(id).toward;
        on.iter().any(|&other| toward == Some(other) || graph.is_about(id, other))
    };
    let mut found: Vec<StanceId> = by.iter().flat_map(|&id| graph.stances_by(id)).copied().collect();
    let officers = by
        .iter()
        .flat_map(|&id| seen.arcs(id).filter(|arc| arc.relation == Relation::HoldsOfficeAt && !arc.outward));
    for office in officers {
        let during = graph.link(office.link).during;
        let then = |id: &StanceId| {
            let on = graph.stance(*id).on;
            during.is_some_and(|during| during.touches(on.first(), on.last()))
        };
        found.extend(graph.stances_by(office.other).iter().copied().filter(then));
    }
    found.sort_unstable();
    found.dedup();
    found.retain(|id| seen.shows_stance(*id) && concerns(*id));
    found
}
