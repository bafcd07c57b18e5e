//! What is new, what is changed, and what makes no difference.

use super::*;
use crate::dataset::{Dataset, Entry, Place, Placed};
use crate::model::kind::Kind;

const ESA: &str = r#"(id: "esa", name: "ESA", names: [(text: "ASE", lang: "fr"), (text: "ЕКА", lang: "ru")],
    sources: ["s1", (source: "s2", at: "p. 4")])"#;
const SMILE: &str = r#"(id: "smile", name: "SMILE", sources: ["s1"], partners: [
    (who: "esa", as: Leads, during: "2015/..", sources: ["s1", "s2"]), (who: "cas", sources: ["s1"])],
    milestones: [(on: "2015", kind: Scheduled, expected: "2021", sources: ["s1"]),
        (on: "2019", kind: Scheduled, expected: "2023", sources: ["s1"])])"#;
const CAS: &str = r#"(id: "cas", name: "CAS", sources: ["s1"], ties: [(who: "esa", sources: ["s1"])])"#;
const SOURCE: &str = r#"(id: "s1", title: "One", publisher: "P", type: Press)"#;
const OTHER: &str = r#"(id: "s2", title: "Two", publisher: "P", type: Press)"#;

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    crate::dataset::read::options().from_str(text).unwrap()
}

fn graph(entities: &[(Kind, &str)], sources: &[&str]) -> Graph {
    let place = Place::default();
    let entries = entities.iter().map(|&(kind, text)| Entry {
        kind,
        record: read(text),
        place,
        added: Vec::new(),
        partial: false,
    });
    let sources = sources.iter().map(|text| Placed { record: read(text), place });
    Graph::build(Dataset { entries: entries.collect(), sources: sources.collect(), ..Dataset::default() })
}

fn of(esa: &str, smile: &str, cas: &str) -> Graph {
    graph(&[(Kind::Agency, esa), (Kind::Mission, smile), (Kind::Institute, cas)], &[SOURCE, OTHER])
}

/// How many are new, changed and gone, of all sorts, since these three records.
fn told(now: &Graph) -> (usize, usize, usize) {
    let since = now.since(&Release::of(&of(ESA, SMILE, CAS)));
    let gone = since.accounts.iter().map(|account| account.gone).sum();
    for account in &since.accounts {
        assert_eq!(account.then + account.new, account.now + account.gone, "{since:?}");
    }
    (since.new.len(), since.changed.len(), gone)
}

#[test]
fn the_hash_is_fnv_1a() {
    assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn neither_order_nor_place_nor_what_is_the_rule_makes_a_difference() {
    let esa = r#"(sources: [(at: "p. 4", source: "s2"), "s1"], confidence: Medium, name: "ESA", id: "esa",
        names: [(text: "ЕКА", lang: "ru"), (lang: "fr", text: "ASE")], ties: [(who: "cas", as: AgreementWith, sources: ["s1"])])"#;
    let smile = r#"(id: "smile", name: "SMILE", milestones: [
        (on: "2019", kind: Scheduled, expected: "2023", rank: Normal, sources: ["s1"]),
        (kind: Scheduled, on: "2015", expected: "2021", sources: ["s1"])], partners: [
        (who: "cas", as: ParticipatesIn, sources: ["s1"]),
        (who: "esa", as: Leads, sources: ["s2", "s1"], during: "2015/..")], sources: ["s1"])"#;
    let cas = r#"(id: "cas", name: "CAS", sources: ["s1"])"#;
    let now = graph(&[(Kind::Institute, cas), (Kind::Mission, smile), (Kind::Agency, esa)], &[OTHER, SOURCE]);
    assert_eq!(told(&now), (0, 0, 0));
}

#[test]
fn another_date_is_a_change_and_another_tie_is_new() {
    assert_eq!(told(&of(ESA, &SMILE.replace("2015/..", "2016/.."), CAS)), (0, 1, 0));
    assert_eq!(told(&of(ESA, &SMILE.replace("as: Leads", "as: Funds"), CAS)), (1, 0, 1));
    assert_eq!(
        told(&of(ESA, SMILE, &CAS.replace("ties: [", r#"ties: [(who: "smile", sources: ["s1"]), "#))),
        (1, 0, 0)
    );
    assert_eq!(told(&of(ESA, &SMILE.replace(r#""s1", "s2""#, r#""s1""#), CAS)), (0, 1, 0));
    assert_eq!(told(&of(&ESA.replace("p. 4", "p. 5"), SMILE, CAS)), (0, 1, 0));
}

#[test]
fn of_several_of_one_key_those_that_stand_count_first() {
    let third = r#"milestones: [(on: "2024", kind: Scheduled, expected: "2025", sources: ["s1"]), "#;
    let more = SMILE.replace("milestones: [", third);
    assert_eq!(told(&of(ESA, &more, CAS)), (1, 0, 0));
    assert_eq!(told(&of(ESA, &SMILE.replace(r#"expected: "2023""#, r#"expected: "2022""#), CAS)), (0, 1, 0));
    let fewer = SMILE.replace(r#"(on: "2019", kind: Scheduled, expected: "2023", sources: ["s1"])"#, "");
    assert_eq!(told(&of(ESA, &fewer, CAS)), (0, 0, 1));
}

#[test]
fn a_kind_and_a_source_can_change() {
    let agency =
        graph(&[(Kind::Agency, ESA), (Kind::Mission, SMILE), (Kind::Company, CAS)], &[SOURCE, OTHER]);
    assert_eq!(told(&agency), (0, 1, 0));
    let titled = OTHER.replace("Two", "Three");
    let named =
        graph(&[(Kind::Agency, ESA), (Kind::Mission, SMILE), (Kind::Institute, CAS)], &[SOURCE, &titled]);
    assert_eq!(told(&named), (0, 1, 0));
}

#[test]
fn what_changed_is_told_where_the_parts_were_kept() {
    let before = Release::of(&of(ESA, SMILE, CAS));
    let told = |esa: &str, smile: &str, before: &Release| -> Vec<Part> {
        let since = of(esa, smile, CAS).since(before);
        since.changed.iter().flat_map(|held| since.parts[held].clone()).collect()
    };
    assert_eq!(told(&ESA.replace("p. 4", "p. 5"), SMILE, &before), [Part::Sources]);
    assert_eq!(told(ESA, &SMILE.replace("2015/..", "2016/.."), &before), [Part::Dates]);
    let both = ESA.replace("ASE", "ESA").replace(r#"name: "ESA""#, r#"name: "Esa", country: "fr""#);
    assert_eq!(told(&both, SMILE, &before), [Part::Words, Part::Rest]);
    // As the first release was kept.
    let first: String =
        before.write("1").lines().map(|line| line.chars().take(25).collect::<String>() + "\n").collect();
    let first = Release::parse(&first.replace("# What release 1 of the d", "#")).unwrap();
    assert_eq!(told(ESA, &SMILE.replace("2015/..", "2016/.."), &first), []);
    assert_eq!(of(ESA, SMILE, CAS).since(&first).changed, []);
}

#[test]
fn what_is_written_is_read() {
    let release = Release::of(&of(ESA, SMILE, CAS));
    let text = release.write("2026.1.1");
    assert_eq!(Release::parse(&text), Some(release));
    assert!(text.lines().nth(1) == Some("entities") && text.lines().all(|line| line.len() < 180));
    for wrong in ["", "# nothing", "entities\nxyz 12", "0123 12", "planets\n0123 12"] {
        assert_eq!(Release::parse(wrong), None, "{wrong}");
    }
}
