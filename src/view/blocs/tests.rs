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
    let agencies = Address::parse("spacepact blocs --where kind:agency", &atlas).unwrap();
    assert!(Blocs.figure(&atlas, &agencies.lens).empty.is_none(), "a kind of body says who is listed");
    let wrong = Address::parse("spacepact blocs --periods 2020..2010", &atlas).err().unwrap().to_string();
    assert!(wrong.starts_with("--periods takes periods such as 1992..2007"), "{wrong}");
}

#[test]
fn letters_go_on_behind_z() {
    assert_eq!([0, 25, 26, 27, 52].map(letter), ["A", "Z", "AA", "AB", "BA"]);
}

#[test]
fn movers_can_be_asked_alone_and_the_published_is_cited() {
    let mut atlas = atlas();
    let said = |atlas: &Atlas, command: &str| {
        let address = Address::parse(command, atlas).unwrap();
        Blocs.figure(atlas, &address.lens)
    };
    let stayed = said(&atlas, "spacepact blocs --show movers");
    assert!(stayed.empty.unwrap().starts_with("Nobody went from one bloc to another"));
    assert!(stayed.note.contains("only movers"));
    let lines = printed(&said(&atlas, "spacepact blocs"), 90);
    assert!(
        lines.iter().any(|line| line == "How blocs are found")
            && !lines.iter().any(|line| line == "Published")
    );
    let manifest =
        crate::model::manifest::Manifest { blocs: Some("topic-crews".into()), ..Default::default() };
    let text = r#"(id: "topic-crews", name: "Foreign crews", summary: "Found in a study.", sources: ["s2"])"#;
    let entry = crate::dataset::Entry {
        kind: crate::model::kind::Kind::Topic,
        record: crate::dataset::read::options().from_str(text).unwrap(),
        place: crate::dataset::Place::default(),
        added: Vec::new(),
        partial: false,
    };
    let source = r#"(id: "s2", title: "Two", publisher: "P", type: Press)"#;
    let source = crate::dataset::Placed {
        record: crate::dataset::read::options().from_str(source).unwrap(),
        place: crate::dataset::Place::default(),
    };
    let dataset = crate::dataset::Dataset {
        manifest,
        entries: vec![entry],
        sources: vec![source],
        ..Default::default()
    };
    atlas = Atlas::new(dataset);
    let lines = printed(&said(&atlas, "spacepact blocs"), 90);
    let at = lines.iter().position(|line| line == "Published").unwrap();
    assert!(lines[at + 1].contains("○ Foreign crews") && lines[at + 1].ends_with("[1]"), "{lines:#?}");
    assert_eq!(lines[at + 2], "Found in a study.");
}
