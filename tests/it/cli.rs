//! The command line as a shell sees it: what is printed, where, and with which exit code.

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use spacepact::app::{Effect, Overlay};
use spacepact::dataset::Thin;
use spacepact::export::FORMATS;
use spacepact::view::VIEWS;

use crate::stage::Stage;

const TINY: [&str; 3] = ["--only", "--data", "tests/fixtures/tiny"];

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_spacepact")).args(args).env_remove("NO_COLOR").output().unwrap()
}

/// Runs over the small dataset.
fn tiny(args: &[&str]) -> Output {
    run(&[args, &TINY].concat())
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("spacepact-cli-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_view_prints_something_without_colour() {
    for view in VIEWS {
        let mut args = vec![view.name()];
        args.extend(["smile", "esa"].into_iter().take(*view.takes().start()));
        let output = tiny(&args);
        assert_eq!(output.status.code(), Some(0), "{}: {}", view.name(), complaint(&output));
        let text = text(&output);
        assert!(text.lines().count() > 5 && !text.contains('\u{1b}'), "{}", view.name());
        assert!(
            text.contains("--only") && text.contains("tests/fixtures/tiny"),
            "{}: the command",
            view.name()
        );
    }
}

#[test]
fn nothing_is_cut_in_a_pipe() {
    let output = tiny(&["stances", "tiangong"]);
    assert!(!text(&output).contains('…'), "{}", text(&output));
}

#[test]
fn sets_stand_bare_behind_overlap_in_one_word_or_in_several() {
    for args in [&["overlap", "artemis accords - ilrs"][..], &["overlap", "artemis", "accords", "-", "ilrs"]]
    {
        let output = tiny(args);
        assert_eq!(output.status.code(), Some(0), "{}", complaint(&output));
        let text = text(&output);
        assert!(text.starts_with("Artemis Accords - ILRS\n3 members"), "{text}");
        assert!(text.contains("spacepact overlap 'artemis-accords - ilrs' --"), "{text}");
    }
    let states = tiny(&["overlap", "ilrs", "--count", "states", "--at", "2022"]);
    assert!(text(&states).contains("CNSA, agency"), "{}", text(&states));
    let wrong = tiny(&["overlap", "ilrs & & esa"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(complaint(&wrong).contains("at letter 8 stands \"&\" where a name or \"(\" should"));
}

#[test]
fn search_prints_a_list_of_hits() {
    let output = tiny(&["search", "smile", "--format", "json", "--limit", "2"]);
    assert_eq!(output.status.code(), Some(0));
    let hits: Value = serde_json::from_slice(&output.stdout).unwrap();
    let hits = hits.as_array().unwrap();
    assert!(!hits.is_empty() && hits.len() <= 2);
    for key in ["id", "kind", "name", "short", "score"] {
        assert!(hits[0].get(key).is_some(), "{key}");
    }
    assert_eq!(hits[0]["id"], "smile");
}

#[test]
fn nothing_found_is_1_and_json_stays_json() {
    let output = tiny(&["search", "qqqqqq", "--format", "json"]);
    assert_eq!((output.status.code(), text(&output).trim()), (Some(1), "[]"));
    let output = tiny(&["entity", "qqqqqq"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaint(&output).contains("nothing here is called \"qqqqqq\""), "{}", complaint(&output));
    assert_eq!(tiny(&["list", "--where", "qqqqqq"]).status.code(), Some(1));
}

#[test]
fn wrong_use_is_2_and_says_what_would_be_right() {
    for (args, said) in [
        (vec!["entity"], "required"),
        (vec!["entity", "esa", "--at", "soon"], "write 2015, 2015-06 or 2015-06-30"),
        (vec!["list", "--where", "knd:mission"], "kind"),
        (vec!["stances", "--format", "docx"], "markdown"),
        (vec!["fly"], "unrecognized"),
        (vec!["check", "--explain", "no-such-rule"], "no-source"),
    ] {
        let output = tiny(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", complaint(&output));
        assert!(complaint(&output).contains(said), "{args:?}: {}", complaint(&output));
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn faulty_data_is_told_and_not_answered_from() {
    let output = run(&["entity", "smile", "--only", "--data", "tests/fixtures/broken/unknown-id"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        complaint(&output).contains("[unknown-id]") && output.stdout.is_empty(),
        "{}",
        complaint(&output)
    );
}

#[test]
fn check_says_how_much_there_is_or_what_is_wrong() {
    let output = run(&["check", "tests/fixtures/tiny"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output).starts_with("No fault in "), "{}", text(&output));
    let output = run(&["check", "tests/fixtures/many"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output).contains(" errors and "), "{}", text(&output));
    let output = run(&["check", "tests/fixtures/no-such-folder"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_counts_and_lists_what_rests_on_little() {
    let tiny = "tests/fixtures/tiny";
    let counts = text(&run(&["check", tiny]));
    for thin in Thin::ALL {
        let output = run(&["check", tiny, "--list", thin.name()]);
        assert_eq!(output.status.code(), Some(0));
        let listed = text(&output);
        let (number, first) = (listed.lines().count(), listed.lines().next().unwrap());
        let told = counts.lines().find(|line| line.contains(thin.doc())).unwrap();
        assert_eq!(told.split_whitespace().nth(1), Some(&*number.to_string()), "{told}");
        let mut parts = first.split(':');
        let (file, line) = (parts.next().unwrap(), parts.next().unwrap());
        let here = fs::read_to_string(file).unwrap();
        let line = here.lines().nth(line.parse::<usize>().unwrap() - 1).unwrap();
        assert!(line.contains(first.split('"').nth(1).unwrap()), "{first}\n{line}");
    }
    assert_eq!(run(&["check", tiny, "--list", "thick"]).status.code(), Some(2));
}

#[test]
fn notes_are_for_check_alone() {
    let folder = "tests/fixtures/broken/lone-entity";
    assert!(text(&run(&["check", folder])).contains("note: nothing leads to \"cas\""));
    let output = run(&["entity", "smile", "--only", "--data", folder]);
    assert_eq!((output.status.code(), complaint(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_spacepact"))
        .args(["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), complaint(&output).as_str()), (Some(0), ""));
}

#[test]
fn an_existing_file_is_kept_unless_asked() {
    let folder = scratch("keep");
    let file = folder.join("smile.md");
    let path = file.to_str().unwrap();
    fs::write(&file, "mine").unwrap();
    let output = tiny(&["entity", "smile", "-o", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint(&output).contains("--force"), "{}", complaint(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(tiny(&["entity", "smile", "-o", path, "--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("# "), "the ending says markdown");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no temporary file is left");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn json_of_a_view_has_its_keys() {
    let output = tiny(&["entity", "smile", "--format", "json"]);
    let view: Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["title", "entities", "links", "stances", "milestones", "sources"] {
        assert!(view.get(key).is_some(), "{key}");
    }
    for key in ["id", "kind", "name", "short", "names"] {
        assert!(view["entities"][0].get(key).is_some(), "{key}");
    }
}

#[test]
fn the_dialog_writes_what_the_shell_prints() {
    for (tab, view) in
        [("1", "entity"), ("2", "network"), ("3", "timeline"), ("4", "stances"), ("5", "sources")]
    {
        let mut stage = Stage::new((140, 42)).play(&format!("/ \"smile\" enter {tab} e"));
        for format in FORMATS {
            let dialog = match &stage.app.overlay {
                Some(Overlay::Dialog(dialog)) => dialog.bytes.clone(),
                _ => panic!("no dialog on {view}"),
            };
            let shell = tiny(&[view, "smile", "--format", format.name()]);
            let same = |bytes: &[u8]| {
                // The shell names the data it was given; the stage was given the same without options.
                String::from_utf8_lossy(bytes)
                    .replace(" --data tests/fixtures/tiny --only", "")
                    .replace(" --only --data tests/fixtures/tiny", "")
            };
            assert!(same(&dialog) == same(&shell.stdout), "{view} as {}", format.name());
            stage = stage.play("down");
        }
    }
}

#[test]
fn the_dialog_asks_before_it_overwrites() {
    let stage = Stage::new((140, 42)).play("/ \"smile\" enter e enter");
    assert!(matches!(stage.effects.last(), Some(Effect::Save { force: false, .. })), "{:?}", stage.effects);
}
