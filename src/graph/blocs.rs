//! Camps: states that share more with each other than with the rest, period by period.
//!
//! States are tied by the agreements, missions, programmes, stations and crews that they share; their
//! agencies, institutes, companies and people count for them, and bodies of no state, as ESA, for
//! themselves. A thing shared by n of them ties each two with the weight 1/n, so that what many share makes no
//! camp by itself; treaties of more than sixteen, which are open to the world, are left out (the reasoning of M. E. J. Newman, "Scientific collaboration networks II", Physical
//! Review E 64, 2001, for papers of many authors). What holds together is found by [`super::louvain`].

pub mod period;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::era::Seen;
use super::id::{EntityId, LinkId};
use super::louvain::{Communities, communities};
use super::sets::roll::joins;
use crate::model::date::Date;
use crate::model::relation::Relation;
use crate::model::standing::Instrument;
pub use period::Period;

/// The weight of one thing as a whole number that most sizes divide: the least common multiple of 1 to 16.
pub const WHOLE: u64 = 720_720;

/// A treaty to which more than these ever had a part makes no camp: it is open to the world.
const CROWD: usize = 16;

/// What ties two members: a thing in which both have a part, or a tie of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Its weight, in parts of [`WHOLE`].
    pub weight: u64,
    /// The thing; `None` for a tie between two actors themselves.
    pub via: Option<EntityId>,
    /// The links that say so, one for each side.
    pub links: Vec<LinkId>,
}

/// A member of a bloc.
#[derive(Clone, Debug)]
pub struct Member {
    /// The state, or a body of no state.
    pub entity: EntityId,
    /// The weight of its ties inside the bloc, in parts of [`WHOLE`].
    pub weight: u64,
    /// Whether it is of the core: those who together have half of the weight, the strongest first.
    pub core: bool,
    /// Where it was in the period before.
    pub before: Before,
    /// With whom of the bloc it shares most, and what, the weightiest first.
    pub nearest: Option<(EntityId, Vec<Ground>)>,
}

/// Where a member was in the period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// There is no period before.
    First,
    /// In none of its blocs.
    New,
    /// In the same bloc.
    Same,
    /// In another one, which has this number.
    Moved(usize),
}

/// A bloc of a period.
#[derive(Clone, Debug)]
pub struct Bloc {
    /// Its number: blocs of several periods have the same number if one goes on in the other.
    pub number: usize,
    /// The members, the strongest first.
    pub members: Vec<Member>,
}

/// The blocs of a period.
#[derive(Clone, Debug)]
pub struct Split {
    /// The period.
    pub period: Period,
    /// The blocs, the weightiest first.
    pub blocs: Vec<Bloc>,
    /// Those who were in a bloc of the period before and are in none now, with its number.
    pub gone: Vec<(EntityId, usize)>,
    /// How clear the split is: [`Communities::modularity`].
    pub modularity: f64,
    /// How many things are shared.
    pub things: usize,
}

/// The blocs of the periods that are asked for; `counts` says of a thing whether it is looked at.
///
/// The numbers are those of the usual periods, whatever is asked: a bloc has the number that it got in the
/// first of them in which it is. What is in none of them has a number behind theirs.
pub fn blocs(
    seen: Seen<'_>,
    usual: &[Period],
    asked: &[Period],
    counts: &dyn Fn(EntityId) -> bool,
) -> Vec<Split> {
    let split = |period: Period| Web::of(seen, period, counts).split(seen, period);
    let mut numbers = 0;
    let mut known: Vec<Split> = Vec::new();
    for &period in usual {
        let mut split = split(period);
        number(&[known.last()], &mut split, &mut numbers);
        known.push(split);
    }
    let mut splits: Vec<Split> = Vec::new();
    for &period in asked {
        let mut split = match known.iter().find(|usual| usual.period == period) {
            Some(usual) => usual.clone(),
            None => {
                let mut split = split(period);
                let nearest = known.iter().max_by_key(|usual| usual.period.shared_days(period));
                number(&[nearest, splits.last()], &mut split, &mut numbers);
                split
            }
        };
        moves(splits.last(), &mut split);
        splits.push(split);
    }
    splits
}

/// Who is tied to whom in a period, and by what.
#[derive(Default)]
struct Web {
    /// By pair, the weight of all that ties the two, and what it is.
    ties: BTreeMap<(EntityId, EntityId), (u64, Vec<Ground>)>,
    things: usize,
}

impl Web {
    fn of(seen: Seen<'_>, period: Period, counts: &dyn Fn(EntityId) -> bool) -> Self {
        let graph = seen.graph();
        let mut web = Self::default();
        for thing in graph.entity_ids().filter(|&id| seen.shows(id) && is_thing(seen, id) && counts(id)) {
            let sides = sides(seen, period, thing);
            let treaty = graph.entity(thing).record.instrument == Some(Instrument::Treaty);
            if treaty && self::sides(seen, Period::ALWAYS, thing).len() > CROWD {
                continue;
            }
            web.things += usize::from(sides.len() > 1);
            let sides: Vec<(EntityId, LinkId)> = sides.into_iter().collect();
            let weight = WHOLE / sides.len().max(1) as u64;
            for (place, &(a, link)) in sides.iter().enumerate() {
                for &(b, other) in &sides[place + 1..] {
                    web.tie(a, b, Ground { weight, via: Some(thing), links: vec![link, other] });
                }
            }
        }
        for link in graph.link_ids().filter(|&id| graph.link(id).relation.symmetric() && seen.shows_link(id))
        {
            let (from, to) = (graph.link(link).from, graph.link(link).to);
            let (a, b) = (graph.flag(from), graph.flag(to));
            let acts = graph.entity(a).kind.is_body() && graph.entity(b).kind.is_body();
            if a != b && acts && (counts(from) || counts(to)) && held(seen, period, link, None) {
                web.things += 1;
                web.tie(a.min(b), a.max(b), Ground { weight: WHOLE / 2, via: None, links: vec![link] });
            }
        }
        web
    }

    fn tie(&mut self, a: EntityId, b: EntityId, ground: Ground) {
        let (weight, grounds) = self.ties.entry((a, b)).or_default();
        *weight += ground.weight;
        grounds.push(ground);
    }

    fn weight(&self, a: EntityId, b: EntityId) -> u64 {
        self.ties.get(&(a.min(b), a.max(b))).map_or(0, |(weight, _)| *weight)
    }

    fn split(&self, seen: Seen<'_>, period: Period) -> Split {
        let graph = seen.graph();
        // Names decide what weights do not, so that the order of the files does not.
        let mut named: Vec<EntityId> = self.ties.keys().flat_map(|&(a, b)| [a, b]).collect();
        named.sort_unstable();
        named.dedup();
        named.sort_by_key(|&id| graph.entity(id).id());
        let place: HashMap<EntityId, usize> = named.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        let edges = self.ties.iter().map(|(&(a, b), &(weight, _))| (place[&a], place[&b], weight));
        let Communities { groups, modularity } = communities(edges);
        let mut blocs: Vec<Bloc> = groups
            .into_iter()
            .map(|group| {
                let group: Vec<EntityId> = group.into_iter().map(|place| named[place]).collect();
                Bloc { number: 0, members: self.members(&group) }
            })
            .collect();
        let weight = |bloc: &Bloc| bloc.members.iter().map(|member| member.weight).sum::<u64>();
        blocs.sort_by_key(|bloc| std::cmp::Reverse(weight(bloc)));
        Split { period, blocs, gone: Vec::new(), modularity, things: self.things }
    }

    /// The members of a group that is sorted by name.
    fn members(&self, group: &[EntityId]) -> Vec<Member> {
        let mut members: Vec<Member> = group
            .iter()
            .map(|&entity| {
                let others = group.iter().copied().filter(|&other| other != entity);
                let weight = others.clone().map(|other| self.weight(entity, other)).sum();
                let nearest = others.rev().max_by_key(|&other| self.weight(entity, other));
                let nearest = nearest.map(|other| (other, self.grounds(entity, other)));
                Member { entity, weight, core: false, before: Before::First, nearest }
            })
            .collect();
        members.sort_by_key(|member| std::cmp::Reverse(member.weight));
        let whole: u64 = members.iter().map(|member| member.weight).sum();
        let mut sum = 0;
        for member in &mut members {
            member.core = 2 * sum < whole;
            sum += member.weight;
        }
        members
    }

    fn grounds(&self, a: EntityId, b: EntityId) -> Vec<Ground> {
        let mut grounds =
            self.ties.get(&(a.min(b), a.max(b))).map_or_else(Vec::new, |(_, grounds)| grounds.clone());
        grounds.sort_by_key(|ground| std::cmp::Reverse(ground.weight));
        grounds
    }
}

/// Whether sharing it is working together.
fn is_thing(seen: Seen<'_>, id: EntityId) -> bool {
    let entity = seen.graph().entity(id);
    entity.kind.is_work()
        && !matches!(entity.record.instrument, Some(Instrument::Law | Instrument::Resolution))
}

/// Whose states have a part in a thing in a period, each with the link that says so.
fn sides(seen: Seen<'_>, period: Period, thing: EntityId) -> BTreeMap<EntityId, LinkId> {
    let graph = seen.graph();
    let mut sides = BTreeMap::new();
    let parts = seen.arcs(thing).filter(|arc| {
        let weak = matches!(arc.relation, Relation::Proposes | Relation::ObserverOf);
        !arc.outward && joins(arc.relation) && !weak
    });
    for arc in parts.filter(|arc| held(seen, period, arc.link, graph.entity(thing).during)) {
        let side = graph.flag(arc.other);
        if graph.entity(side).kind.is_body() {
            sides.entry(side).or_insert(arc.link);
        }
    }
    sides
}

/// Whether a tie belongs to a period: one that lasts to each that it touches, a signature or a flight to
/// its own, one without a date to those of the thing.
fn held(seen: Seen<'_>, period: Period, link: LinkId, thing: Option<Date>) -> bool {
    let link = seen.graph().link(link);
    let own = link.during.or_else(|| link.seen.first().copied());
    own.or(thing).is_some_and(|date| period.touches(date))
}

/// Numbers the blocs: one that goes on has the number of the one before with which it has most weight in
/// common, the greatest pairs first; what goes on from none of several befores has a new number.
fn number(befores: &[Option<&Split>], split: &mut Split, numbers: &mut usize) {
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for before in befores.iter().flatten() {
        let mut pairs: Vec<(u64, usize, usize)> = Vec::new();
        for old in &before.blocs {
            for (place, new) in split.blocs.iter().enumerate() {
                let both = new.members.iter().filter_map(|member| {
                    let same = old.members.iter().find(|other| other.entity == member.entity)?;
                    Some(member.weight.min(same.weight).max(1))
                });
                pairs.push((both.sum(), old.number, place));
            }
        }
        pairs.retain(|&(both, ..)| both > 0);
        pairs.sort_by_key(|&(both, old, new)| (std::cmp::Reverse(both), old, new));
        for (_, old, new) in pairs {
            if !taken.contains_key(&new) && !taken.values().any(|&number| number == old) {
                taken.insert(new, old);
            }
        }
    }
    for (place, bloc) in split.blocs.iter_mut().enumerate() {
        bloc.number = taken.get(&place).copied().unwrap_or_else(|| {
            *numbers += 1;
            *numbers - 1
        });
    }
}

/// Says who was where in the period before, and who is in none of the blocs any more.
fn moves(before: Option<&Split>, split: &mut Split) {
    let Some(before) = before else { return };
    let old = |entity: EntityId| {
        let there = |bloc: &&Bloc| bloc.members.iter().any(|member| member.entity == entity);
        before.blocs.iter().find(there).map(|bloc| bloc.number)
    };
    for bloc in &mut split.blocs {
        for member in &mut bloc.members {
            member.before = match old(member.entity) {
                None => Before::New,
                Some(number) if number == bloc.number => Before::Same,
                Some(number) => Before::Moved(number),
            };
        }
    }
    let here: BTreeSet<EntityId> =
        split.blocs.iter().flat_map(|bloc| &bloc.members).map(|member| member.entity).collect();
    let gone = before.blocs.iter().flat_map(|bloc| {
        let left = bloc.members.iter().filter(|member| !here.contains(&member.entity));
        left.map(|member| (member.entity, bloc.number)).collect::<Vec<_>>()
    });
    split.gone = gone.collect();
}

#[cfg(test)]
mod tests;
