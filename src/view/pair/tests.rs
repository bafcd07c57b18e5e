//! Pairs of the sample of the views.

use super::*;
use crate::view::sample::{atlas, figure, printed};

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
    let figure = figure(&atlas(), &Pair, &["esa", "tiangong"], "");
    assert_eq!(figure.note, "3 stances");
    let filtered = super::super::sample::figure(&atlas(), &Pair, &["esa", "tiangong"], "position:opposes");
    assert!(filtered.empty.unwrap().contains("the filters hide 3 ties"));
    assert!(super::super::sample::figure(&atlas(), &Pair, &["esa"], "").empty.is_some());
}
