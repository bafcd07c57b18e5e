//! What the view says of actors and of issues.

use super::*;
use crate::model::kind::Kind;
use crate::view::Address;
use crate::view::sample::{atlas, figure, of, printed};

#[test]
fn actors_share_missions_with_each_other() {
    let found = figure(&atlas(), &Matrix, &["esa", "nasa"], "");
    let lines = printed(&found, 60);
    let nasa = lines.iter().find(|line| line.contains("2 NASA")).unwrap();
    let esa = lines.iter().find(|line| line.contains("1 ESA")).unwrap();
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
    let early =
        Address::parse("spacepact matrix topic-crews smile --cells stances --at 2018", &atlas).unwrap();
    let lines = printed(&Matrix.figure(&atlas, &early.lens), 70);
    let esa = lines.iter().find(|line| line.starts_with("◆ ESA")).unwrap();
    assert!(esa.contains("supports") && esa.contains('·'), "{esa}");
}

#[test]
fn a_cell_leads_to_the_two_and_lists_what_holds_first() {
    let records: &[(Kind, &str)] = &[
        (Kind::State, r#"(id: "state-il", name: "Israel", sources: ["s1"])"#),
        (Kind::State, r#"(id: "state-ir", name: "Iran", sources: ["s1"])"#),
        (Kind::Agency, r#"(id: "one", name: "One", short: "ISA", country: "state-il", sources: ["s1"])"#),
        (Kind::Agency, r#"(id: "two", name: "Two", short: "ISA", country: "state-ir", sources: ["s1"])"#),
        (
            Kind::Mission,
            r#"(id: "old", name: "Old", sources: ["s1"], during: "1990/1999", partners: [
            (who: "one", during: "1990/1999", sources: ["s1"]), (who: "two", during: "1990/1999", sources: ["s1"])])"#,
        ),
        (
            Kind::Agreement,
            r#"(id: "now", name: "Now", sources: ["s1"], during: "2020/..", instrument: Agreement, parties: [
            (who: "one", during: "2020/..", sources: ["s1"]), (who: "two", during: "2020/..", sources: ["s1"])])"#,
        ),
    ];
    let atlas = of(records, &[]);
    let found = figure(&atlas, &Matrix, &["one", "two"], "");
    assert!(found.note.starts_with("2 actors · 1 of 2 shared are over, not counted · "), "{}", found.note);
    let crate::figure::Body::Table(table) = &found.body else { panic!("a table") };
    let spot = &table.rows[0].spots[0];
    let [one, two] = ["one", "two"].map(|id| atlas.graph.find(id));
    assert!([(one, two), (two, one)].contains(&(spot.target.with, spot.target.entity)), "{spot:?}");
    let detail = spot.detail[0].plain();
    assert!(detail.contains("2 shared, 1 over: Now") && detail.contains("; over: Old"), "{detail}");
    let lines = printed(&found, 100);
    // What holds is counted, with the letter of what holds.
    assert!(lines.iter().any(|line| line.contains(" 1A ")), "{lines:#?}");
    assert!(
        lines.iter().any(|line| line.contains("ISA (IL)"))
            && lines.iter().any(|line| line.contains("ISA (IR)"))
    );
    let ended = figure(&atlas, &Matrix, &["one", "two"], "kind:mission");
    assert!(printed(&ended, 100).iter().any(|line| line.contains("1S/")), "{:#?}", printed(&ended, 100));
}

#[test]
fn names_are_heads_where_all_have_room() {
    let found = figure(&atlas(), &Matrix, &["esa", "nasa"], "");
    let heads = |width| printed(&found, width).into_iter().find(|line| line.starts_with("no.")).unwrap();
    assert!(heads(80).contains("ESA") && heads(80).contains("NASA"), "{}", heads(80));
    assert!(!heads(24).contains("NASA"), "{}", heads(24));
    let found = figure(&atlas(), &Matrix, &["topic-crews", "smile"], "");
    let crate::figure::Body::Table(table) = &found.body else { panic!("a table") };
    assert_eq!(table.columns[1].width, crate::figure::Width::Fit { min: 3, max: 28 });
    let spot = &table.rows[0].spots[0].target;
    assert!(spot.with.is_some() && matches!(spot.claim, Some(crate::graph::ClaimId::Stance(_))));
}
