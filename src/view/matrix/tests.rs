//! What the view says of actors and of issues.

use super::*;
use crate::view::Address;
use crate::view::sample::{atlas, figure, printed};

#[test]
fn actors_share_missions_with_each_other() {
    let found = figure(&atlas(), &Matrix, &["esa", "nasa"], "");
    let lines = printed(&found, 60);
    let nasa = lines.iter().find(|line| line.contains(" NASA")).unwrap();
    let esa = lines.iter().find(|line| line.contains(" ESA")).unwrap();
    assert!(nasa.contains("1S") && esa.contains("1S"), "{lines:#?}");
    let whole = figure(&atlas(), &Matrix, &[], "");
    assert_eq!(whole.title, "Agency by agency");
    let none = figure(&atlas(), &Matrix, &["esa", "nasa"], "kind:station");
    assert!(none.empty.unwrap().starts_with("They share nothing at this date or through these filters"));
}

#[test]
fn issues_alone_ask_for_positions() {
    let found = figure(&atlas(), &Matrix, &["topic-crews", "smile"], "");
    assert_eq!(found.title, "Who stands where on Foreign crews, SMILE");
    let lines = printed(&found, 70);
    assert!(lines.iter().any(|line| line.starts_with("◆ ESA") && line.contains("declines")), "{lines:#?}");
    let atlas = atlas();
    let early = Address::parse("spacepact matrix topic-crews smile --of stances --at 2018", &atlas).unwrap();
    let lines = printed(&Matrix.figure(&atlas, &early.lens), 70);
    let esa = lines.iter().find(|line| line.starts_with("◆ ESA")).unwrap();
    assert!(esa.contains("supports") && esa.contains('·'), "{esa}");
}
