//! A folder laid over another one extends entities and replaces stances and sources.

use spacepact::dataset::{Input, rule};
use spacepact::model::position::Position;

use crate::folder::Folder;
use crate::rules::check;

fn over(below: &str, above: &Folder) -> Input {
    Input { only: true, folders: vec![below.into(), above.path().to_owned()] }
}

#[test]
fn an_entity_is_extended() {
    let mine = Folder::new("extend");
    mine.write(
        "missions/mine.ron",
        "[(id: \"smile\", short: \"Smile\", aliases: [\"微笑\"], partners: [(who: \"cnsa\", sources: [\"mine\"])])]",
    );
    mine.write("sources/mine.ron", "[(id: \"mine\", title: \"Mine\", publisher: \"Me\", type: Press)]");
    let (dataset, faults) = check(&over("tests/fixtures/tiny", &mine));
    assert!(faults.is_empty(), "{faults:#?}");
    let smile: Vec<_> = dataset.entries.iter().filter(|entry| &*entry.record.id == "smile").collect();
    let [smile] = smile[..] else { panic!("{} records of SMILE", smile.len()) };
    assert_eq!(smile.record.short.as_deref(), Some("Smile"));
    assert_eq!(&*smile.record.name, "Solar wind Magnetosphere Ionosphere Link Explorer");
    assert_eq!(smile.record.partners.len(), 5);
    assert!(dataset.files.show(smile.place).contains("tiny/missions/all.ron"));
    assert!(dataset.files.show(smile.added[0]).contains("missions/mine.ron"));
}

#[test]
fn a_fault_in_an_addition_is_told_where_the_addition_stands() {
    let mine = Folder::new("addition");
    mine.write("missions/mine.ron", "[\n    (id: \"smile\", partners: [(who: \"esaa\", sources: [])]),\n]");
    let (dataset, faults) = check(&over("tests/fixtures/tiny", &mine));
    let mut told: Vec<String> = faults.iter().map(|fault| fault.brief(&dataset.files)).collect();
    told.sort();
    let file = mine.path().join("missions/mine.ron");
    assert_eq!(
        told,
        [
            format!("{}:2:37: no entity has the id \"esaa\"", file.display()),
            format!("{}:2:37: the tie to \"esaa\" has no source", file.display()),
        ]
    );
}

#[test]
fn a_source_and_a_stance_are_replaced() {
    let mine = Folder::new("replace");
    mine.write(
        "sources/mine.ron",
        "[(id: \"klartext-smile-2024\", title: \"Mine\", publisher: \"Me\", type: Press)]",
    );
    mine.write(
        "stances/mine.ron",
        "[(id: \"esa-on-iss-2022\", holder: \"esa\", position: Champions, about: \"iss\", on: \"2022-11-23\", gist: \
         \"G.\", sources: [\"interfax-all-parties-iss-project-2023\"])]",
    );
    let (dataset, faults) = check(&over("tests/fixtures/tiny", &mine));
    assert!(faults.is_empty(), "{faults:#?}");
    let source: Vec<_> =
        dataset.sources.iter().filter(|source| &*source.record.id == "klartext-smile-2024").collect();
    assert_eq!((source.len(), &*source[0].record.title), (1, "Mine"));
    let stance: Vec<_> =
        dataset.stances.iter().filter(|stance| &*stance.record.id == "esa-on-iss-2022").collect();
    assert_eq!((stance.len(), stance[0].record.position), (1, Position::Champions));
}

#[test]
fn one_id_twice_in_a_folder_is_a_fault_even_over_another_folder() {
    let mine = Folder::new("twice");
    mine.write(
        "missions/mine.ron",
        "[\n    (id: \"smile\", aliases: [\"A\"]),\n    (id: \"smile\", aliases: [\"B\"], name: \"B\", summary: \"S.\", \
         sources: [\"klartext-smile-2024\"]),\n]",
    );
    let (dataset, faults) = check(&over("tests/fixtures/tiny", &mine));
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), ["duplicate-id"]);
    let file = mine.path().join("missions/mine.ron");
    assert!(faults[0].brief(&dataset.files).starts_with(&format!("{}:3:", file.display())));
    assert!(faults[0].help.contains(&format!("{}:2", file.display())), "{}", faults[0].help);
}

#[test]
fn an_id_keeps_its_kind() {
    let mine = Folder::new("kind");
    mine.write(
        "programmes/mine.ron",
        "[(id: \"smile\", name: \"S\", summary: \"S.\", sources: [\"klartext-smile-2024\"])]",
    );
    let (_, faults) = check(&over("tests/fixtures/tiny", &mine));
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), ["duplicate-id"]);
    assert!(faults[0].help.contains("move this one to missions/"), "{}", faults[0].help);
}

#[test]
fn a_broken_folder_does_not_take_the_others_with_it() {
    let input =
        Input { only: true, folders: vec!["tests/fixtures/nowhere".into(), "tests/fixtures/tiny".into()] };
    let (dataset, faults) = check(&input);
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [rule::UNREADABLE]);
    assert!(!dataset.entries.is_empty());
}
