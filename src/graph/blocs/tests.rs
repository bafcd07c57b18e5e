//! Camps of a small world: who holds together, who moves, and that the order of the records does not matter.

use super::*;
use crate::dataset::read::options;
use crate::dataset::{Dataset, Entry, Place};
use crate::graph::{Era, Graph};
use crate::model::kind::Kind;

const STATES: &[&str] = &["a", "b", "c", "x", "y", "z"];

/// Two camps until 2000; then c goes over to the other one.
const SHARED: &[(&str, &str)] = &[
    ("1990", "a b"),
    ("1991", "a b c"),
    ("1992", "a c"),
    ("1993", "x y"),
    ("1994", "x y z"),
    ("1995", "a b c x y z"),
    ("2005", "a b"),
    ("2006", "x y z c"),
    ("2007", "x y"),
    ("2008", "z y"),
];

fn graph(turn: usize) -> Graph {
    let place = Place::default();
    let mut texts: Vec<(Kind, String)> = Vec::new();
    for state in STATES {
        texts.push((Kind::State, format!(r#"(id: "state-{state}", name: "{state}")"#)));
        texts.push((
            Kind::Agency,
            format!(r#"(id: "agency-{state}", name: "Agency {state}", country: "state-{state}")"#),
        ));
    }
    for (number, (year, who)) in SHARED.iter().enumerate() {
        let partners: Vec<String> = who.split(' ').map(|who| format!(r#"(who: "agency-{who}")"#)).collect();
        let partners = partners.join(",");
        texts.push((
            Kind::Mission,
            format!(r#"(id: "m{number}", name: "M{number}", during: "{year}", partners: [{partners}])"#),
        ));
    }
    let many = texts.len();
    texts.rotate_left(turn % many);
    if turn % 2 == 1 {
        texts.reverse();
    }
    let entries = texts.into_iter().map(|(kind, text)| {
        let record = options().from_str(&text).unwrap();
        Entry { kind, record, place, added: Vec::new(), partial: false }
    });
    Graph::build(Dataset { entries: entries.collect(), ..Dataset::default() })
}

fn told(graph: &Graph) -> Vec<String> {
    let periods = ["1990..1999", "2000.."].map(|text| Period::parse(text).unwrap());
    let mut lines = Vec::new();
    for split in blocs(graph.at(Era::default()), &periods, &periods, &|_| true) {
        for bloc in &split.blocs {
            let member = |member: &Member| {
                let sign = match member.before {
                    Before::Moved(from) => format!("<{from}"),
                    Before::New => "+".to_owned(),
                    Before::First | Before::Same => String::new(),
                };
                let core = if member.core { "*" } else { "" };
                format!("{}{core}{sign}", graph.entity(member.entity).name())
            };
            let members: Vec<String> = bloc.members.iter().map(member).collect();
            lines.push(format!("{} {}: {}", split.period, bloc.number, members.join(" ")));
        }
    }
    lines
}

#[test]
fn camps_are_found_go_on_and_lose_members() {
    assert_eq!(
        told(&graph(0)),
        ["1990–1999 0: a* b* c", "1990–1999 1: x* y* z", "since 2000 1: y* x* z c<0", "since 2000 0: a* b",]
    );
}

#[test]
fn letters_are_those_of_the_usual_periods_whatever_is_asked() {
    let graph = graph(0);
    let usual = ["1990..1999", "2000.."].map(|text| Period::parse(text).unwrap());
    for (asked, expected) in [("2000..", [1, 0]), ("2005..2008", [1, 0]), ("1991..1995", [0, 1])] {
        let splits = blocs(graph.at(Era::default()), &usual, &[Period::parse(asked).unwrap()], &|_| true);
        let numbers: Vec<usize> = splits[0].blocs.iter().map(|bloc| bloc.number).collect();
        assert_eq!(numbers, expected, "{asked}");
        let first = |member: &Member| member.before == Before::First;
        assert!(splits[0].blocs.iter().all(|bloc| bloc.members.iter().all(first)));
    }
}

#[test]
fn the_order_of_the_records_changes_nothing() {
    let first = told(&graph(0));
    for turn in 1..22 {
        assert_eq!(told(&graph(turn)), first, "{turn}");
    }
}

#[test]
fn periods_are_read_and_written() {
    for (text, words) in [
        ("1992..2007", "1992–2007"),
        ("2024..", "since 2024"),
        ("..1991", "until 1991"),
        ("2011", "2011–2011"),
    ] {
        let period = Period::parse(text).unwrap();
        assert_eq!(period.to_string(), words);
        assert_eq!(Period::parse(&period.typed()), Some(period));
    }
    for text in ["", "..", "2007..1992", "x..", "1992-2007"] {
        assert_eq!(Period::parse(text), None, "{text}");
    }
}
