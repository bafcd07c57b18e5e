//! What the figures of stances say.

use super::*;
use crate::figure::{Body, Cell, Row};
use crate::model::kind::Kind;
use crate::view::sample::{atlas, figure, printed};

fn rows(figure: &Figure) -> Vec<&Row> {
    let Body::Table(table) = &figure.body else { panic!("a ledger is a table") };
    table.rows.iter().collect()
}

#[test]
fn a_reversal_is_counted_marked_and_explained() {
    let atlas = atlas();
    let figure = figure(&atlas, &Stances, &["esa", "tiangong"], "");
    assert_eq!(
        (&*figure.title, &*figure.note),
        ("ESA on Tiangong", "3 stances · 2017–2023 · 0 turned, 1 by another")
    );
    let rows = rows(&figure);
    assert!(rows[2].cells[2].plain().ends_with("declines ⇆"));
    let told = "⇆ differs, by another speaker, from no. 2 of 2018-10: supports → declines";
    assert!(rows[2].detail.iter().any(|line| line.plain() == told));
    assert_eq!(rows[2].cites, [3, 1]);
    // Enter leads to what is not in focus: the speaker, or where ESA spoke itself, the issue.
    assert_eq!(rows[2].target.entity, atlas.graph.find("dg"));
    assert_eq!(rows[0].target.entity, atlas.graph.find("topic-crews"));
}

#[test]
fn the_ladder_shows_how_long_a_position_is_known_to_have_held() {
    let figure = figure(&atlas(), &Stances, &["esa", "tiangong"], "");
    let lines = printed(&figure, 66);
    assert_eq!(
        lines[1..10],
        [
            "▲▲ champions",
            "▲  supports     ··1··╺━━2━━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍╍┓",
            "△  open                                       ┃",
            "◇  conditional                                ┃",
            "●  neutral                                    ┃",
            "▽  reserved                                   ┃",
            "▼  declines                                   3━━━━━━╍╍╍╍╍╍╍╍╍╍╍╍╍",
            "▼▼ opposes",
            "✕  prohibits",
        ]
    );
}

#[test]
fn several_issues_of_one_actor_are_lanes() {
    let figure = figure(&atlas(), &Stances, &["esa"], "");
    let chart = figure.chart.unwrap();
    assert_eq!(chart.columns[0].name, "about");
    assert_eq!(chart.rows[0].cells[0].plain(), "○ Foreign crews");
    assert_eq!(chart.entries().count(), 3);
}

#[test]
fn silence_is_said_and_is_not_what_filters_hide() {
    let atlas = atlas();
    let silent = figure(&atlas, &Stances, &["nasa", "tiangong"], "");
    let said = "No position of NASA on Tiangong found in the 3 sources (as of 2026-11-22). `t` other date";
    assert_eq!(silent.empty.as_deref(), Some(said));
    let hidden = figure(&atlas, &Stances, &["esa", "tiangong"], "position:opposes");
    assert!(hidden.empty.unwrap().contains("the filters hide 3 stances"));
    let issue = figure(&atlas, &Stances, &["tiangong"], "position:declines");
    let rows = rows(&issue);
    let [.., heading, last] = rows.as_slice() else { panic!("a heading and a name") };
    assert!(heading.cells[0].plain().starts_with("No position found: nothing in 3 sources"));
    let said: Vec<String> = last.cells.iter().map(Cell::plain).collect();
    assert_eq!(said.concat(), "–◆ NASAtakes part");
    assert!(issue.note.contains("1 without a position"), "{}", issue.note);
}

#[test]
fn the_newest_stands_first_where_that_is_asked_and_keeps_its_number() {
    let atlas = atlas();
    let focus = ["esa", "tiangong"].map(|id| atlas.graph.find(id).unwrap());
    let figure = Stances.figure(&atlas, &Lens { sort: Sort::Date, ..Lens::on(focus) });
    let numbers: Vec<String> = rows(&figure).iter().take(3).map(|row| row.cells[0].plain()).collect();
    assert_eq!(numbers, ["3", "2", "1"]);
    assert!(figure.note.ends_with("newest first"), "{}", figure.note);
}

/// Two signatories, a welcome, a voice from outside, words in another language.
fn accord() -> Atlas {
    crate::view::sample::of(
        &[
            (Kind::State, r#"(id: "state-ax", name: "Axland", sources: ["s1"])"#),
            (Kind::State, r#"(id: "state-bx", name: "Bexia", sources: ["s1"])"#),
            (Kind::State, r#"(id: "state-cx", name: "Cexia", sources: ["s1"])"#),
            (Kind::Agency, r#"(id: "axa", name: "AXA", country: "state-ax", sources: ["s1"])"#),
            (Kind::Person, r#"(id: "p", name: "Pat", sources: ["s1"])"#),
            (
                Kind::Agreement,
                r#"(id: "accord", name: "Accord", sources: ["s1"], parties: [
                (who: "state-ax", as: Signed, during: "2020", sources: ["s1"]),
                (who: "state-bx", as: Signed, during: "2024-05-06", sources: ["s1"]),
                (who: "state-cx", as: Signed, during: "2022-03", sources: ["s1"])])"#,
            ),
        ],
        &[
            r#"(id: "a", holder: "axa", position: Supports, about: "accord", on: "2020", gist: "Signed.", sources: ["s1"])"#,
            r#"(id: "b", holder: "p", position: Supports, about: "accord", on: "2021", gist: "For it.",
                quote: "Dafür", lang: "de", sources: ["s1"])"#,
            r#"(id: "c", holder: "p", position: Opposes, about: "accord", on: "2023", gist: "Of Bexia, against it.", sources: ["s1"])"#,
            r#"(id: "d", holder: "axa", position: Supports, about: "accord", toward: "state-bx", on: "2024", gist: "Welcome.", sources: ["s1"])"#,
        ],
    )
}

fn sorted(sort: Sort) -> (String, Vec<String>) {
    let atlas = accord();
    let focus = [atlas.graph.find("accord").unwrap()];
    let figure = Stances.figure(&atlas, &Lens { sort, ..Lens::on(focus) });
    let said = |row: &&Row| row.cells.iter().map(Cell::plain).collect::<Vec<_>>().join("|");
    (figure.note.clone(), rows(&figure).iter().map(said).collect())
}

#[test]
fn signatories_stand_by_date_with_their_words_or_their_silence() {
    let (note, rows) = sorted(Sort::Tie);
    assert_eq!(note, "4 stances · 2020–2024 · 1 turned · 2 without a position · by signature, newest first");
    assert!(rows[0].starts_with("– no position found: nothing in 3 sources"));
    assert_eq!(
        rows[1..],
        [
            "|2024-05-06|◉ Bexia||–||– none of its own",
            "4|2024-05-06|◉ Bexia|2024|▲  supports|by another: ◆ AXA|Welcome.",
            "|2022-03|◉ Cexia||–||– no reason found",
            "1|2020|◉ Axland|2020|▲  supports|◆ AXA|Signed.",
            "Not as a signatory",
            "2|||2021|▲  supports|● Pat|For it.",
            "3|||2023|▼▼ opposes ⇄|● Pat|Of Bexia, against it.",
        ]
    );
}

#[test]
fn by_holder_those_who_turned_come_first() {
    let (note, rows) = sorted(Sort::Holder);
    assert!(note.ends_with("2 without a position · by holder"), "{note}");
    assert_eq!((&*rows[0], &*rows[3]), ("● Pat  2 stances, turned", "◆ AXA  2 stances"));
    // The silent follow, who signed last first, each with the tie.
    assert_eq!(rows[rows.len() - 2..], ["||–|◉ Bexia||signed 2024-05-06", "||–|◉ Cexia||signed 2022-03"]);
}

#[test]
fn only_orders_that_change_something_are_offered() {
    let atlas = accord();
    let orders = |id: &str| Stances.orders(&atlas, &Lens::on([atlas.graph.find(id).unwrap()]));
    assert_eq!(orders("accord"), ["oldest", "date", "holder", "signature"]);
    assert_eq!(orders("p"), ["oldest", "date"]);
    assert!(orders("state-cx").is_empty());
}

#[test]
fn a_subject_takes_in_what_belongs_to_it_and_what_the_words_name() {
    let atlas = accord();
    let find = |id| atlas.graph.find(id).unwrap();
    let about = |id| {
        let lens = Lens { about: vec![find(id)], ..Lens::on([find("accord")]) };
        Stances.figure(&atlas, &lens).note
    };
    assert!(about("state-bx").starts_with("2 stances · 2023–2024 · "), "{}", about("state-bx"));
    assert!(about("state-bx").ends_with("about Bexia"));
}

#[test]
fn who_spoke_and_of_what_stay_where_it_is_narrow() {
    let figure = figure(&atlas(), &Stances, &["esa"], "");
    let Body::Table(table) = &figure.body else { panic!("a ledger is a table") };
    let rank = |name: &str| table.columns.iter().find(|column| column.name == name).unwrap().rank;
    assert!(rank("about") == 0 && rank("holder") == 0 && rank("words") > 0 && rank("toward") > rank("words"));
}

#[test]
fn words_and_dates_narrow_the_ledger() {
    let atlas = atlas();
    assert_eq!(figure(&atlas, &Stances, &[], "glad").note, "1 stance · 2024 · on SMILE · glad");
    assert_eq!(
        figure(&atlas, &Stances, &["esa"], "from:2020 about:tiangong").note.split(" · ").next(),
        Some("1 stance")
    );
}
