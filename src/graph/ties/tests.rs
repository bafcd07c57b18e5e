//! Pairs and partners of the small dataset.

use super::*;
use crate::dataset::{Input, read};
use crate::graph::{Era, Graph};

fn graph() -> Graph {
    Graph::build(read(&Input::folder("tests/fixtures/tiny")).0)
}

fn era(at: &str) -> Era {
    Era { at: at.parse::<Moment>().ok().map(Moment::last), known_by: None }
}

#[test]
fn one_to_all_finds_what_each_pair_finds() {
    let graph = graph();
    for at in ["", "2010", "2024"] {
        let seen = graph.at(era(at));
        for x in graph.entity_ids() {
            let all = partners(seen, x);
            for other in graph.entity_ids().filter(|&other| graph.entity(other).kind.is_body()) {
                let found = all.iter().find(|partner| partner.entity == other);
                let shared = found.map_or(Vec::new(), |partner| partner.shared.clone());
                let pair =
                    if other == x || !seen.shows(other) { Vec::new() } else { between(seen, x, other) };
                assert_eq!(shared, pair, "{} {} {at}", graph.entity(x).id(), graph.entity(other).id());
            }
        }
    }
}

#[test]
fn a_pair_shares_missions_once_each_with_the_links_of_both_sides() {
    let graph = graph();
    let seen = graph.at(Era::default());
    let find = |id: &str| graph.find(id).unwrap();
    let shared = between(seen, find("esa"), find("cnsa"));
    let star = shared.iter().find(|shared| shared.via == Some(find("double-star"))).unwrap();
    assert_eq!((star.way, star.rung, star.phase), (Way::Work, Some(Rung::Mission), Phase::Ended));
    assert_eq!(star.links.len(), 2);
    assert_eq!(graph.link(star.links[0]).from, find("esa"));
    assert_eq!(star.when.map(|date| date.to_string()).as_deref(), Some("2003-12-29/2007-10-14"));
    assert!(shared.iter().filter(|shared| shared.via == star.via).count() == 1);
    let before = graph.at(era("1999"));
    assert!(between(before, find("esa"), find("cnsa")).iter().all(|shared| shared.via != star.via));
}

#[test]
fn two_dates_overlap_from_the_later_start_to_the_earlier_end() {
    let date = |text: &str| text.parse::<Date>().ok();
    for (a, b, both) in [
        ("2001/..", "2005/2010", "2005/2010"),
        ("2001/2007", "2005/..", "2005/2007"),
        ("2012", "2014", "2014"),
        ("2001/2002", "2005", "2005"),
        ("2001/..", "", "2001/.."),
        ("", "", ""),
    ] {
        assert_eq!(overlap([date(a), date(b)]), date(both), "{a} {b}");
    }
}
