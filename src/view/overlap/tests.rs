//! What the view says of sets of members.

use super::*;
use crate::view::Address;
use crate::view::sample::{atlas, figure, printed};

fn shown(command: &str) -> Figure {
    let atlas = atlas();
    let address = Address::parse(command, &atlas).map_err(|error| error.to_string()).unwrap();
    assert_eq!(
        Address::parse(&address.command(&atlas), &atlas).ok().map(|read| read.lens),
        Some(address.lens.clone())
    );
    Overlap.figure(&atlas, &address.lens)
}

#[test]
fn words_behind_the_name_of_the_view_are_sets() {
    let both = shown("spacepact overlap smile & tiangong");
    assert_eq!((&*both.title, &*both.note), ("SMILE & Tiangong", "1 member"));
    assert!(printed(&both, 60)[1].starts_with("◆ NASA"));
    let without = shown("spacepact overlap 'smile - tiangong' --at 2020");
    assert_eq!((&*without.title, &*without.note), ("SMILE - Tiangong", "1 member · as of 2020"));
    assert!(
        printed(&without, 60).iter().any(|line| line.starts_with("◆ ESA") && line.contains("2015 · agency"))
    );
    let nobody = shown("spacepact overlap 'tiangong - smile'");
    let said = nobody.empty.unwrap();
    assert!(
        said.starts_with("Nobody is in it at this date: Tiangong has 1 member, SMILE has 2 members"),
        "{said}"
    );
}

#[test]
fn what_is_no_group_is_said_to_be_none() {
    let said = shown("spacepact overlap 'nasa & esa'").empty.unwrap();
    assert_eq!(
        said,
        "Nobody is in it at this date: NASA is an agency, not a group with members; ESA is an agency, not a \
         group with members. `partners nasa esa` names who works with NASA and ESA."
    );
    let topic = figure(&atlas(), &Overlap, &["topic-crews"], "").empty.unwrap();
    assert!(topic.ends_with("set `sets` with `a`: artemis-accords & ilrs."), "{topic}");
}

#[test]
fn a_focus_is_a_set_too() {
    let atlas = atlas();
    let both = figure(&atlas, &Overlap, &["smile", "tiangong"], "");
    assert_eq!(both.title, "SMILE & Tiangong");
    let ids: Vec<_> = ["smile", "tiangong"].iter().filter_map(|id| atlas.graph.find(id)).collect();
    let command = Address { view: &Overlap, lens: Lens::on(ids) }.command(&atlas);
    assert_eq!(command, "spacepact overlap 'smile & tiangong'");
    assert_eq!(figure(&atlas, &Overlap, &["nasa"], "").title, "What NASA is in");
    let hidden = figure(&atlas, &Overlap, &["smile"], "kind:state");
    assert!(hidden.empty.unwrap().contains("the filters hide 2 members"));
}
