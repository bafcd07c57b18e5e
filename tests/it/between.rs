//! Paths, pairs and partners over the small dataset, and what is taken away of them.

use std::process::Command;

fn run(args: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_spacepact"))
        .args(args)
        .args(["--data", "tests/fixtures/tiny", "--only"])
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn found(args: &[&str]) -> String {
    let (code, text) = run(args);
    assert_eq!(code, Some(0), "{args:?}: {text}");
    text
}

#[test]
fn a_graph_of_paths_holds_the_links_of_the_paths_and_no_other() {
    let dot = found(&["path", "esa", "nasa", "--rung", "mission", "--format", "dot"]);
    let edges = dot.lines().filter(|line| line.contains(" -> ")).count();
    assert_eq!(edges, 2, "{dot}");
    assert!(dot.contains("\"esa\" -> \"iss\"") && dot.contains("\"nasa\" -> \"iss\""), "{dot}");
}

#[test]
fn what_is_left_out_is_said_and_what_must_be_passed_is_passed() {
    let all = found(&["path", "esa", "nasa"]);
    assert!(all.contains("ESA operates ISS (station), which NASA operates."), "{all}");
    let without = found(&["path", "esa", "nasa", "--without", "iss"]);
    assert!(without.contains("of the 3 paths found with ISS survive, 1 passed there"), "{without}");
    assert!(!without.contains("which NASA operates"), "{without}");
    let via = found(&["path", "esa", "nasa", "--via", "isecg"]);
    assert!(via.lines().nth(1).unwrap().ends_with("via ISECG") && via.contains("❖ ISECG"), "{via}");
    let (code, none) = run(&["path", "esa", "nasa", "--without", "nasa"]);
    assert_eq!(code, Some(1), "nothing found is 1");
    assert!(none.contains("is an end of the path"), "{none}");
}

#[test]
fn a_pair_is_the_same_from_both_ends() {
    let counts = |a: &str, b: &str| found(&["pair", a, b]).lines().nth(1).unwrap().to_owned();
    for (a, b) in [("esa", "cnsa"), ("state-cn", "esa"), ("nasa", "roscosmos")] {
        assert_eq!(counts(a, b), counts(b, a), "{a} {b}");
    }
}

#[test]
fn partners_are_a_table_of_counts() {
    let csv = found(&["partners", "cnsa", "--format", "csv"]);
    let head = csv.lines().find(|line| line.starts_with("group,no.,")).unwrap();
    for column in
        ["partner", "kind", "total", "flown", "crews", "missions", "treaties", "trend", "last", "strongest"]
    {
        assert!(head.split(',').any(|name| name == column), "{column}: {head}");
    }
    let both = found(&["partners", "cnsa", "nasa"]);
    assert!(both.starts_with("Who works with both CNSA and NASA"), "{both}");
}
