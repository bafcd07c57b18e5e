//! What a query lets pass.
//!
//! A filter judges only the sorts of thing that its row in [`Key`] names. A milestone is judged by its
//! entity, save for its own date and confidence.

use super::filter::{Filter, Test};
use super::fit::{describes, lasted, says};
use super::key::{Key, Sort};
use super::query::Query;
use crate::graph::era::Seen;
use crate::graph::{EntityId, LinkId, MilestoneId, Phase, StanceId};
use crate::model::date::{Date, Day};

impl Query {
    /// Whether an entity passes. Its words are not asked: they are [`super::Index::search`]'s.
    pub fn admits_entity(&self, seen: Seen<'_>, id: EntityId) -> bool {
        self.judge(Sort::Entity, |filter| match filter.test.key() {
            Key::About | Key::Position => self.takes_position(seen, id, filter),
            Key::From | Key::To => {
                let stretch = self.stretch(filter);
                lasted(seen, id, &|date| date.touches(stretch.0, stretch.1))
            }
            _ => describes(&filter.test, seen, id),
        })
    }

    /// Whether a link passes.
    pub fn admits_link(&self, seen: Seen<'_>, id: LinkId) -> bool {
        let link = seen.graph().link(id);
        self.judge(Sort::Link, |filter| match &filter.test {
            Test::With(who) => [link.from, link.to].contains(&who.entity),
            Test::By(who) => link.from == who.entity || link.relation.symmetric() && link.to == who.entity,
            Test::Confidence(confidence) => link.claim.confidence == *confidence,
            Test::Phase(phase) => seen.tie_phase(id) == *phase,
            _ => link.during.iter().chain(&link.seen).any(|&date| self.touches(filter, date)),
        })
    }

    /// Whether a stance passes.
    pub fn admits_stance(&self, seen: Seen<'_>, id: StanceId) -> bool {
        let stance = seen.graph().stance(id);
        self.judge(Sort::Stance, |filter| match &filter.test {
            Test::Confidence(confidence) => stance.claim.confidence == *confidence,
            Test::From(_) | Test::To(_) => self.touches(filter, stance.on),
            test => says(test, seen, id),
        })
    }

    /// Whether a milestone passes.
    pub fn admits_milestone(&self, seen: Seen<'_>, id: MilestoneId) -> bool {
        let milestone = seen.graph().milestone(id);
        self.judge(Sort::Milestone, |filter| match &filter.test {
            Test::Confidence(confidence) => milestone.claim.confidence == *confidence,
            Test::From(_) | Test::To(_) => self.touches(filter, milestone.on),
            test => describes(test, seen, milestone.entity),
        })
    }

    /// Whether what stands there in time passes the filters on just that.
    pub fn admits_phase(&self, phase: Phase) -> bool {
        self.holds(|key| key == Key::Phase, |filter| filter.test == Test::Phase(phase))
    }

    /// Asks every filter that judges this sort of thing.
    fn judge(&self, sort: Sort, fits: impl Fn(&Filter) -> bool) -> bool {
        self.holds(|key| key.judges().contains(&sort), fits)
    }

    /// Whether no excluding filter fits and every other one does, or one of its alternatives.
    fn holds(&self, asked: impl Fn(Key) -> bool, fits: impl Fn(&Filter) -> bool) -> bool {
        let asked = || self.groups().filter(|group| asked(group[0].test.key()));
        asked().all(|group| {
            let (key, exclude) = (group[0].test.key(), group[0].exclude);
            if exclude {
                !group.iter().any(&fits)
            } else if key.alternatives() {
                let same = |other: &&Filter| !other.exclude && other.test.key() == key;
                asked().flatten().filter(same).any(&fits)
            } else {
                group.iter().any(&fits)
            }
        })
    }

    /// Whether an entity takes a position that fits: one and the same stance must fit all filters on
    /// stances, so that `about:ilrs position:declines` finds who declines just that.
    fn takes_position(&self, seen: Seen<'_>, id: EntityId, filter: &Filter) -> bool {
        let on_stances = |key: Key| matches!(key, Key::About | Key::Position);
        let mut stances =
            seen.graph().stances_by(id).iter().copied().filter(|&stance| seen.shows_stance(stance));
        if !filter.exclude {
            return stances.any(|stance| self.holds(on_stances, |filter| says(&filter.test, seen, stance)));
        }
        // Beside a filter that asks for a stance, an excluding one has had its say on that stance.
        let asked = self.filters.iter().any(|other| !other.exclude && on_stances(other.test.key()));
        !asked && stances.any(|stance| says(&filter.test, seen, stance))
    }

    fn touches(&self, filter: &Filter, date: Date) -> bool {
        let (from, to) = self.stretch(filter);
        date.touches(from, to)
    }

    /// The days that a filter by date asks for: all of `from:` and `to:` together are one stretch, an
    /// excluding one stands alone.
    fn stretch(&self, filter: &Filter) -> (Option<Day>, Option<Day>) {
        if filter.exclude {
            return (lower(&filter.test), upper(&filter.test));
        }
        let asked = || self.filters.iter().filter(|filter| !filter.exclude).map(|filter| &filter.test);
        (asked().filter_map(lower).max(), asked().filter_map(upper).min())
    }
}

fn lower(test: &Test) -> Option<Day> {
    if let Test::From(moment) = test { Some(moment.first()) } else { None }
}

fn upper(test: &Test) -> Option<Day> {
    if let Test::To(moment) = test { Some(moment.last()) } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::graph;
    use super::super::index::Index;
    use super::*;
    use crate::graph::{Era, Graph};
    use crate::model::date::Moment;

    fn admitted<T>(text: &str, ids: impl Fn(&Graph, &Query) -> Vec<T>) -> Vec<T> {
        let graph = graph();
        let query = Query::parse(text, &graph, &Index::build(&graph));
        query.map(|query| ids(&graph, &query)).unwrap_or_default()
    }

    fn entities(text: &str) -> String {
        let ids = |graph: &Graph, query: &Query| {
            let seen = graph.at(Era::default());
            let admitted = graph.entity_ids().filter(|&id| query.admits_entity(seen, id));
            admitted.map(|id| graph.entity(id).id().to_owned()).collect()
        };
        admitted(text, ids).join(" ")
    }

    #[test]
    fn entities_pass_by_what_they_are_and_what_they_are_tied_to() {
        for (text, ids) in [
            ("kind:agency", "esa cnsa"),
            ("kind:agency kind:topic", "esa cnsa topic-moon"),
            ("in:cn", "cnsa change-6 probe"),
            ("in:cn -kind:mission", "cnsa"),
            ("of:esa", "josef-aschbacher"),
            ("with:esa", "change-6 accord josef-aschbacher"),
            ("with:esa with:cnsa", "change-6 accord"),
            ("with:esa,cnsa kind:mission", "change-6 probe"),
            ("-with:esa,cnsa in:cn", "cnsa"),
            ("with:esa,state-cn with:cnsa", "change-6 accord"),
            ("by:cnsa kind:mission", "change-6 probe"),
            ("by:change-6", ""),
            ("status:operating", "change-6"),
            ("topic:moon", "change-6 topic-moon"),
            ("confidence:high", "change-6"),
            ("posts:1", "josef-aschbacher"),
            ("posts:2", ""),
            ("from:2006 kind:mission", "change-6"),
            ("from:2002 to:2003 in:cn", "cnsa probe"),
            ("to:2023 kind:mission", "probe"),
            ("-from:2006 kind:mission", "probe"),
            ("about:topic-moon", "esa cnsa josef-aschbacher"),
            ("about:topic-moon position:declines", "esa josef-aschbacher"),
            ("position:supports position:champions", "esa cnsa"),
            ("about:topic-moon -position:declines", "cnsa"),
            ("about:change-6 position:declines", ""),
            ("kind:agency -position:declines", "cnsa"),
        ] {
            assert_eq!(entities(text), ids, "{text}");
        }
    }

    #[test]
    fn phases_are_told_from_the_date_one_looks_from() {
        let era = Era { at: "2010".parse::<Moment>().ok().map(Moment::last), known_by: None };
        for (text, ids, links) in [
            ("phase:ended", "probe", 1),
            ("phase:active", "esa cnsa", 0),
            ("phase:planned", "accord", 2),
            ("kind:mission phase:undated,ended", "change-6 probe", 5),
            ("-phase:ended,planned kind:mission", "change-6", 4),
        ] {
            let found = |graph: &Graph, query: &Query| {
                let seen = graph.at(era);
                let ids = graph.entity_ids().filter(|&id| query.admits_entity(seen, id));
                let ids: Vec<&str> = ids.map(|id| graph.entity(id).id()).collect();
                vec![(ids.join(" "), graph.link_ids().filter(|&id| query.admits_link(seen, id)).count())]
            };
            assert_eq!(admitted(text, found), [(ids.to_owned(), links)], "{text}");
        }
        let query =
            Query::parse("phase:active,undated", &graph(), &Index::build(&graph())).unwrap_or_default();
        assert!(query.admits_phase(Phase::Undated) && !query.admits_phase(Phase::Ended));
    }

    #[test]
    fn stances_links_and_milestones_pass_by_their_own_dates_and_ends() {
        let stances = |text: &str| {
            let ids = |graph: &Graph, query: &Query| {
                let seen = graph.at(Era::default());
                let admitted = graph.stance_ids().filter(|&id| query.admits_stance(seen, id));
                admitted.map(|id| graph.stance(id).record.id.to_string()).collect()
            };
            admitted(text, ids).join(" ")
        };
        for (text, ids) in [
            ("", "c b a"),
            ("kind:mission status:operating", "c b a"),
            ("by:esa", "c a"),
            ("of:esa -position:supports", "a"),
            ("in:cn", "b"),
            ("with:cnsa", "b a"),
            ("about:topic-moon to:2022", "b"),
            ("topic:moon", "c b a"),
            ("confidence:high", "b"),
        ] {
            assert_eq!(stances(text), ids, "{text}");
        }
        let links = |text: &str| {
            admitted(text, |graph, query| {
                graph.link_ids().filter(|&id| query.admits_link(graph.at(Era::default()), id)).collect()
            })
            .len()
        };
        let counts =
            ["", "with:esa", "by:cnsa", "from:2022 to:2024", "confidence:low", "kind:topic"].map(links);
        assert_eq!(counts, [7, 3, 4, 2, 1, 7]);
        let milestones = |text: &str| {
            admitted(text, |graph, query| {
                graph
                    .milestone_ids()
                    .filter(|&id| query.admits_milestone(graph.at(Era::default()), id))
                    .collect()
            })
            .len()
        };
        let counts =
            ["", "kind:mission with:esa", "kind:state", "from:2024-06", "position:open"].map(milestones);
        assert_eq!(counts, [1, 1, 0, 0, 1]);
    }
}
