//! What the view says of blocs.

use super::*;
use crate::view::Address;
use crate::view::sample::{atlas, printed};

#[test]
fn two_who_share_a_mission_are_a_bloc() {
    let atlas = atlas();
    let address = Address::parse("spacepact blocs --periods 2010..2020,2021..", &atlas).unwrap();
    assert_eq!(address.command(&atlas), "spacepact blocs --periods 2010..2020,2021..");
    let figure = Blocs.figure(&atlas, &address.lens);
    let lines = printed(&figure, 90);
    assert!(lines.iter().any(|line| line.contains("2021 A around ESA  2 members")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("ESA: SMILE")), "{lines:#?}");
    let none = Address::parse("spacepact blocs --where kind:station", &atlas).unwrap();
    assert!(Blocs.figure(&atlas, &none.lens).empty.is_some());
    let wrong = Address::parse("spacepact blocs --periods 2020..2010", &atlas).err().unwrap().to_string();
    assert!(wrong.starts_with("--periods takes periods such as 1992..2007"), "{wrong}");
}

#[test]
fn letters_go_on_behind_z() {
    assert_eq!([0, 25, 26, 27, 52].map(letter), ["A", "Z", "AA", "AB", "BA"]);
}
