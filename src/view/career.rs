//! Where somebody served, one post after the other.

use crate::graph::era::Seen;
use crate::graph::{Arc, EntityId, Graph, LinkId};
use crate::model::date::{Date, Day, Moment};
use crate::model::relation::Relation;

/// Whether a tie of a person is a post.
pub fn serves(arc: &Arc) -> bool {
    arc.outward && matches!(arc.relation, Relation::HoldsOfficeAt | Relation::EmployedBy)
}

/// The first day of a post, for the order; those without a date come last.
pub fn began(graph: &Graph, link: LinkId) -> (bool, Option<Day>) {
    let link = graph.link(link);
    let day =
        link.during.or_else(|| link.seen.first().copied()).and_then(|date| date.first().or(date.last()));
    (day.is_none(), day)
}

/// The posts in sight, the oldest first.
pub fn posts(seen: Seen<'_>, person: EntityId) -> Vec<LinkId> {
    let mut posts: Vec<LinkId> = seen.arcs(person).filter(serves).map(|arc| arc.link).collect();
    posts.sort_by_key(|&link| began(seen.graph(), link));
    posts
}

/// A career in a line, body by body, the oldest first: "ASI 2008–14 › ESA 2008–11 › UNOOSA 2014–22". Where no
/// date is known, nobody knows the order either: "ESA 2021–; also EC".
pub fn line(seen: Seen<'_>, person: EntityId) -> String {
    let graph = seen.graph();
    let mut bodies: Vec<(EntityId, Vec<LinkId>)> = Vec::new();
    for post in posts(seen, person) {
        let body = graph.link(post).to;
        match bodies.iter_mut().find(|(known, _)| *known == body) {
            Some((_, posts)) => posts.push(post),
            None => bodies.push((body, vec![post])),
        }
    }
    let said = |(body, posts): &(EntityId, Vec<LinkId>)| {
        let name = graph.entity(*body).short();
        (name, years(graph, posts))
    };
    let (dated, undated): (Vec<_>, Vec<_>) =
        bodies.iter().map(said).partition(|(_, years)| !years.is_empty());
    let dated: Vec<String> = dated.into_iter().map(|(name, years)| format!("{name} {years}")).collect();
    let undated: Vec<&str> = undated.into_iter().map(|(name, _)| name).collect();
    match (dated.join(" › "), undated.join(", ")) {
        (dated, undated) if undated.is_empty() => dated,
        (dated, undated) if dated.is_empty() => undated,
        (dated, undated) => format!("{dated}; also {undated}"),
    }
}

/// The years from the first post to the last at one body, as far as they are known.
fn years(graph: &Graph, posts: &[LinkId]) -> String {
    let dates: Vec<Date> = posts.iter().filter_map(|&post| graph.link(post).during).collect();
    let year = |moment: Moment| format!("{}{}", moment.year(), if moment.about() { "~" } else { "" });
    let from = dates.iter().filter_map(|date| date.start()).min_by_key(|from| from.first());
    let open = |date: &Date| matches!(date, Date::Span { to: None, .. });
    if dates.iter().any(open) {
        return from.map_or(String::new(), |from| format!("{}–", year(from)));
    }
    match (from, dates.iter().filter_map(|date| date.end()).max_by_key(|to| to.last())) {
        (Some(from), Some(to)) if from.year() == to.year() => year(from),
        (Some(from), Some(to)) if from.year() / 100 == to.year() / 100 => {
            format!("{}–{:02}{}", year(from), to.year() % 100, if to.about() { "~" } else { "" })
        }
        (Some(from), Some(to)) => format!("{}–{}", year(from), year(to)),
        (Some(from), None) => year(from),
        (None, Some(to)) => format!("–{}", year(to)),
        (None, None) => {
            let seen = posts.iter().find_map(|&post| graph.link(post).seen.first()?.first());
            seen.map_or(String::new(), |day| format!("seen {}", day.parts().0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Era;
    use crate::model::kind::Kind;
    use crate::view::sample::of;

    #[test]
    fn a_career_is_a_line_of_bodies_and_years() {
        let atlas = of(
            &[
                (Kind::Agency, r#"(id: "a", name: "A", sources: ["s1"])"#),
                (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
                (Kind::Agency, r#"(id: "c", name: "C", sources: ["s1"])"#),
                (
                    Kind::Person,
                    r#"(id: "p", name: "P", sources: ["s1"], offices: [
                    (at: "b", title: "Head", during: "2014/2022-03", sources: ["s1"]),
                    (at: "c", title: "Adviser", during: "2022~/..", sources: ["s1"]),
                    (at: "a", title: "Chief", during: "1998/2002", sources: ["s1"]),
                    (at: "b", title: "Clerk", during: "2008-05", sources: ["s1"])])"#,
                ),
            ],
            &[],
        );
        let seen = atlas.graph.at(Era::default());
        assert_eq!(line(seen, atlas.graph.find("p").unwrap()), "A 1998–2002 › B 2008–22 › C 2022~–");
    }
}
