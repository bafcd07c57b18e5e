//! Pairs of the sample of the views.

use super::*;
use crate::model::kind::Kind;
use crate::view::sample::{atlas, figure, of, printed};

#[test]
fn a_pair_says_what_there_is_and_what_there_is_not() {
    let figure = figure(&atlas(), &Pair, &["esa", "nasa"], "");
    assert_eq!((&*figure.title, &*figure.note), ("ESA and NASA", "1 shared work"));
    let lines = printed(&figure, 90);
    assert!(lines.iter().any(|line| line.contains("▲ SMILE") && line.contains("leads")), "{lines:#?}");
    let silence =
        "No agreement, no stance, no person on both sides, no flight, no shared forum and no restriction";
    assert!(lines.join(" ").contains(silence), "{lines:#?}");
    assert!(figure.chart.is_some());
    assert_eq!(figure.extract.links().len(), 2);
}

#[test]
fn stances_of_people_in_office_count_for_their_body() {
    let whole = figure(&atlas(), &Pair, &["esa", "tiangong"], "");
    assert_eq!(whole.note, "3 stances");
    let filtered = figure(&atlas(), &Pair, &["esa", "tiangong"], "position:opposes");
    assert!(filtered.empty.unwrap().contains("the filters hide 3 ties"));
    assert!(figure(&atlas(), &Pair, &["esa"], "").empty.is_some());
}

#[test]
fn what_is_left_out_by_name_or_by_filter_is_not_listed_and_is_said() {
    let atlas = atlas();
    let filtered = figure(&atlas, &Pair, &["esa", "nasa"], "-with:esa");
    assert!(filtered.empty.unwrap().contains("the filters hide 1 tie"));
    let find = |id: &str| atlas.graph.find(id).unwrap();
    let lens = Lens { without: vec![find("smile")], ..Lens::on([find("esa"), find("nasa")]) };
    let without = Pair.figure(&atlas, &lens);
    assert_eq!(without.note, "1 filtered out · without SMILE");
}

#[test]
fn a_work_that_one_has_left_says_when() {
    let records = &[
        (Kind::Agency, r#"(id: "a", name: "A", sources: ["s1"])"#),
        (Kind::Agency, r#"(id: "b", name: "B", sources: ["s1"])"#),
        (
            Kind::Mission,
            r#"(id: "m", name: "M", sources: ["s1"], partners: [(who: "a", as: Leads, sources: ["s1"]),
            (who: "b", as: WithdrewFrom, during: "2022-04-13", sources: ["s2"])])"#,
        ),
    ];
    for focus in [["a", "b"], ["b", "a"]] {
        let figure = figure(&of(records, &[]), &Pair, &focus, "");
        assert_eq!(figure.note, "1 shared work");
        let lines = printed(&figure, 120);
        assert!(lines.iter().any(|line| line.contains("withdrew 2022-04-13")), "{lines:#?}");
    }
}

#[test]
fn restrictions_pass_the_filters_or_are_counted_as_filtered_out() {
    let records = &[
        (Kind::State, r#"(id: "us", name: "US", sources: ["s1"])"#),
        (Kind::State, r#"(id: "cn", name: "CN", sources: ["s1"])"#),
        (
            Kind::Agreement,
            r#"(id: "rule", name: "Rule", country: "us", status: InForce, during: "2011/..", sources: ["s1"],
            restricts: [(who: "cn", sources: ["s1"])])"#,
        ),
    ];
    let atlas = of(records, &[]);
    assert_eq!(figure(&atlas, &Pair, &["us", "cn"], "").note, "1 restriction");
    let filtered = figure(&atlas, &Pair, &["us", "cn"], "kind:mission");
    assert_eq!(filtered.note, "1 filtered out · kind:mission");
    let lines = printed(&filtered, 120).join(" ");
    assert!(lines.contains("no restriction that passes the filters"), "{lines}");
    let find = |id: &str| atlas.graph.find(id).unwrap();
    let lens = Lens { without: vec![find("rule")], ..Lens::on([find("us"), find("cn")]) };
    assert_eq!(Pair.figure(&atlas, &lens).note, "1 filtered out · without Rule");
}
