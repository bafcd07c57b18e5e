//! Releases of the data: their records, what is told since, and the changelog.

use std::fs;
use std::process::Command;

use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input};
use spacepact::graph::Graph;
use spacepact::graph::release::{Release, Sort};
use spacepact::model::date::Date;

use crate::folder::Folder;

fn graph(input: &Input) -> Graph {
    Graph::build(dataset::read(input).0)
}

fn bundled() -> Atlas {
    Atlas::new(dataset::bundle::records().unwrap_or_else(|| dataset::read(&Input::bundled()).0))
}

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_spacepact")).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn the_newest_heading_of_the_changelog_is_the_version_of_the_data() {
    let changelog = fs::read_to_string("data/CHANGELOG.md").unwrap();
    let versions: Vec<&str> = changelog.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let atlas = bundled();
    let manifest = atlas.graph.manifest();
    assert_eq!(versions.first(), Some(&&*manifest.version));
    assert_eq!(versions.last(), Some(&"2026.11.1"));
    assert!(manifest.cite_as.contains(&format!("version {}", manifest.version)), "{}", manifest.cite_as);
    let readme = fs::read_to_string("data/README.md").unwrap();
    assert!(readme.contains(&format!("> {}", manifest.cite_as)), "data/README.md cites another version");
    for release in &atlas.releases {
        assert!(versions.contains(&&*release.version), "{} is not in the changelog", release.version);
    }
}

#[test]
fn the_counts_of_the_changelog_are_those_of_the_data() {
    let changelog = fs::read_to_string("data/CHANGELOG.md").unwrap();
    let atlas = bundled();
    let since = atlas.graph.since(&Release::parse(&atlas.release("last").unwrap().text).unwrap());
    for (sort, account) in Sort::ALL.iter().zip(&since.accounts) {
        let line = changelog.lines().find(|line| line.starts_with(&format!("| {sort} |"))).unwrap();
        let cells: Vec<usize> =
            line.split('|').filter_map(|cell| cell.trim().replace(',', "").parse().ok()).collect();
        assert_eq!(cells.first(), Some(&account.then), "{line}");
        // A handful of new records need no new table.
        let near =
            |told: usize, number: usize, parts: usize| told.abs_diff(number) * parts <= number.max(250);
        assert!(near(cells[1], account.now, 50) && near(cells[2], account.new, 10), "{line}: {account:?}");
    }
}

#[test]
fn records_can_be_read_and_a_release_is_not_changed_afterwards() {
    let atlas = bundled();
    assert!(atlas.release("2026.11.1").is_some());
    for release in &atlas.releases {
        let record = Release::parse(&release.text).unwrap_or_else(|| panic!("{}", release.version));
        if release.version == *atlas.graph.manifest().version {
            let now = Release::of(&atlas.graph) == record;
            assert!(now, "the data is no longer what {} was: give it a new version", release.version);
        }
    }
    assert!(atlas.graph.as_of() >= "2026-11-22".parse::<Date>().unwrap().last());
}

#[test]
fn files_and_snapshot_have_one_record() {
    let files = Release::of(&graph(&Input::bundled()));
    assert!(files == Release::of(&bundled().graph));
}

#[test]
fn what_is_laid_over_a_release_is_new_or_changed() {
    let before = Release::of(&graph(&Input::folder("tests/fixtures/tiny")));
    let mine = Folder::new("since");
    mine.write(
        "missions/mine.ron",
        "[(id: \"smile\", during: \"2026-05-20/..\", partners: [(who: \"cnsa\", sources: [\"mine\"])])]",
    );
    mine.write("sources/mine.ron", "[(id: \"mine\", title: \"Mine\", publisher: \"Me\", type: Press)]");
    let input = Input { only: true, folders: vec!["tests/fixtures/tiny".into(), mine.path().to_owned()] };
    let now = graph(&input);
    let since = now.since(&before);
    let numbers: Vec<(usize, usize, usize)> =
        since.accounts.iter().map(|account| (account.new, account.changed, account.gone)).collect();
    assert_eq!(numbers, [(0, 1, 0), (1, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (1, 0, 0)]);
}

#[test]
fn the_shell_writes_a_record_and_tells_what_came_since() {
    let tiny = "tests/fixtures/tiny";
    let (code, record, _) = run(&["check", tiny, "--release"]);
    assert_eq!((code, Release::parse(&record).is_some()), (Some(0), true));
    let (code, said, _) = run(&["check", "tests/fixtures/many", "--release"]);
    assert!(code == Some(2) && Release::parse(&said).is_none());

    let changes = |since| run(&["changes", "smile", "--since", since, "--only", "--data", tiny]);
    let (code, said, _) = changes("last");
    assert!(
        code == Some(0) && said.starts_with("Changes in the data since 2026.10.1 around SMILE\n"),
        "{said}"
    );
    assert!(said.contains("SXI part of ▲ SMILE") && said.contains(" gone in the whole dataset"), "{said}");
    let (code, _, said) = changes("2025.1.1");
    assert!(code == Some(2) && said.contains("known are 2026.10.1"), "{said}");
    let (code, _, said) =
        run(&["changes", "--since", "last", "--only", "--data", "tests/fixtures/broken/lone-entity"]);
    assert!(code == Some(2) && said.contains("keeps no record of a release"), "{said}");
}
