//! What newcomers look for and how they get on: words that no name has, filters, values, a second entity.

use std::process::Command;

use spacepact::app::{Overlay, Slot};

use crate::stage::Stage;

fn centre(stage: &Stage) -> String {
    let app = &stage.app;
    app.workspace.centre.map(|id| app.atlas.graph.entity(id).id().to_owned()).unwrap_or_default()
}

/// The view of the main pane as a command.
fn command(stage: &Stage) -> String {
    stage.app.workspace.address().unwrap().command(&stage.app.atlas)
}

/// The labels that an open picker shows.
fn offered(stage: &Stage) -> Vec<String> {
    match &stage.app.overlay {
        Some(Overlay::Picker(picker)) => picker.shown().iter().map(|entry| entry.label.plain()).collect(),
        _ => Vec::new(),
    }
}

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_spacepact"))
        .args(args)
        .args(["--data", "tests/fixtures/tiny", "--only"])
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn words_that_no_name_has_are_looked_for_in_texts() {
    let stage = Stage::new((140, 42)).play("/ \"laboratory five\"");
    assert_eq!(centre(&stage), "iss");
    assert!(stage.screen().contains("No name has these words; 1 text does."), "{}", stage.screen());
    let (code, out, err) = run(&["search", "laboratory", "five"]);
    assert_eq!((code, out.starts_with("iss ")), (Some(0), true), "{out}");
    assert!(err.contains("No name has these words; 1 text does"), "{err}");
    let (code, out, _) = run(&["list", "--where", "laboratory five"]);
    assert!(code == Some(0) && out.contains("No name has these words; 1 text does."), "{out}");
}

#[test]
fn an_empty_result_keeps_the_search_and_the_centre() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter / \"smile zzzz\"");
    assert_eq!(centre(&stage), "esa", "what was seen before, not what half of the words found");
    let stage = stage.play("enter");
    assert!(stage.app.workspace.search.is_some());
    assert_eq!(stage.app.notice.text, "nothing is found: change the words, or esc leaves");
    let stage = stage.play("m");
    assert!(stage.app.workspace.marks.is_empty(), "it is a letter");
}

#[test]
fn the_name_of_a_key_or_a_command_beats_what_is_said_of_others() {
    assert_eq!(offered(&Stage::new((80, 24)).play("f \"position\""))[0], "position:…");
    assert_eq!(offered(&Stage::new((80, 24)).play(": \"sort\""))[0], "sort");
    for (words, view) in [("broker", "partners"), ("in common", "overlap"), ("who with whom", "matrix")] {
        assert_eq!(offered(&Stage::new((80, 24)).play(&format!(": \"{words}\"")))[0], view, "{words}");
    }
}

#[test]
fn filters_of_the_first_tab_are_those_of_the_list() {
    let mut stage = Stage::new((140, 42)).play("/ \"esa\" enter f \"kind:agency\" enter");
    assert_eq!(stage.app.workspace.listing.query.to_string(), "esa kind:agency");
    assert_eq!(stage.app.workspace.focused, Slot::List);
    assert!(stage.app.workspace.lens().query.is_empty());
    assert!(!stage.screen().contains("   filter "), "{}", stage.screen());
    let mut stage = stage.play("F tab z f \"kind:mission\" enter");
    assert_eq!(stage.app.workspace.lens().query.to_string(), "kind:mission", "the dossier alone");
    assert!(!stage.screen().contains("Agreements"), "{}", stage.screen());
    assert!(stage.screen().contains("filter kind:mission"), "{}", stage.screen());
    let mut stage = stage.play("F");
    assert!(stage.app.workspace.lens().query.is_empty() && stage.app.workspace.listing.query.is_empty());
}

#[test]
fn several_names_behind_a_colon_mean_either() {
    let mut stage = Stage::new((140, 42)).play("/ \"esa\" enter 3 f \"with:china,russia\"");
    assert_eq!(offered(&stage)[0], "with:state-cn,state-ru");
    stage = stage.play("enter");
    assert_eq!(stage.app.workspace.lens().query.to_string(), "with:state-cn,state-ru");
    let count = |filter: &str| {
        let (_, out, _) = run(&["list", "--where", filter, "--format", "csv"]);
        out.lines().count()
    };
    let (one, other) = (count("with:nasa"), count("with:cnsa"));
    assert!(count("with:nasa,cnsa") > one.max(other));
    let (code, out, _) = run(&["list", "--where", "with:nasa with:cnsa kind:mission"]);
    assert_eq!(code, Some(1));
    assert!(out.contains("with:nasa and with:cnsa must both hold; with:nasa,cnsa means either"), "{out}");
}

#[test]
fn phases_are_those_at_the_date_one_looks_from() {
    let (_, out, _) = run(&["list", "--where", "kind:mission phase:ended"]);
    assert!(out.contains("Double Star"), "{out}");
    let (_, out, _) = run(&["list", "--where", "kind:mission phase:ended", "--at", "2005"]);
    assert!(!out.contains("Double Star  "), "{out}");
    let (code, out, _) = run(&["pair", "esa", "cnsa", "--where", "phase:active,undated"]);
    assert!(code == Some(0) && !out.lines().any(|line| line.starts_with("Double Star")), "{out}");
    for view in ["matrix", "partners", "network", "timeline", "entity"] {
        let (code, out, err) = run(&[view, "esa", "--where", "phase:active"]);
        assert!(code.is_some_and(|code| code < 2) && out.contains("phase:active"), "{view}: {out}{err}");
    }
}

#[test]
fn a_date_after_the_data_says_what_is_known_then() {
    let words = "of later days only plans are known";
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter t \"2031\" enter");
    let said = &stage.app.notice.text;
    assert!(said.starts_with("as of 2031: the data ends on ") && said.ends_with(words), "{said}");
    let (_, out, _) = run(&["entity", "esa", "--at", "2031"]);
    assert!(out.contains(words), "{out}");
    let (_, out, _) = run(&["entity", "esa", "--at", "2020"]);
    assert!(!out.contains(words), "{out}");
}

#[test]
fn values_are_chosen_by_typing_and_an_unknown_letter_says_so() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 7 \"nasa\" enter a");
    let rung = offered(&stage).iter().position(|label| label == "rung").unwrap();
    let letter = char::from(b'a' + rung as u8);
    let stage = stage.play("%");
    assert!(stage.app.notice.text.starts_with("% chooses nothing here"), "{}", stage.app.notice.text);
    let stage = stage.play(&format!("{letter} \"mission\""));
    assert_eq!(offered(&stage)[0], "mission");
    let stage = stage.play("enter");
    assert!(command(&stage).contains("--rung mission"), "{}", command(&stage));
    let without = offered(&stage.play("a")).iter().position(|label| label == "without").unwrap();
    let keys = format!("/ \"esa\" enter 7 \"nasa\" enter a {} ", char::from(b'a' + without as u8));
    let stage = Stage::new((140, 42)).play(&format!("{keys}\"iss,china nat\""));
    assert!(offered(&stage)[0].ends_with("CNSA"), "{:?}", offered(&stage));
    assert!(stage.screen().contains("agency, China"), "{}", stage.screen());
    let stage = stage.play("enter");
    assert!(command(&stage).contains("--without iss,cnsa"), "{}", command(&stage));
    let stage = Stage::new((140, 42)).play(&format!("{keys}\"qqqq\" enter"));
    assert!(stage.app.notice.text.contains("nothing here is called \"qqqq\""), "{}", stage.app.notice.text);
    assert!(stage.app.overlay.is_some(), "it is typed again");
    let stage = stage.play("ctrl-u \"iss,cnsa\" enter");
    assert!(command(&stage).contains("--without iss,cnsa"), "{}", command(&stage));
}

#[test]
fn a_second_entity_is_not_that_of_another_centre() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 6 \"cnsa\" enter");
    assert_eq!(command(&stage), "spacepact pair esa cnsa");
    let stage = stage.play("1 6");
    assert_eq!(command(&stage), "spacepact pair esa cnsa", "the same centre");
    let stage = stage.play("/ \"nasa\" enter 6");
    assert!(offered(&stage)[0].ends_with("CNSA"), "{:?}", offered(&stage));
    let stage = stage.play("enter");
    assert_eq!(command(&stage), "spacepact pair nasa cnsa");
}

#[test]
fn back_leads_to_what_one_looked_at() {
    let stage = Stage::new((140, 42)).play("/ \"smile\" enter tab tab / \"esa\" enter o backspace");
    assert!(matches!(stage.app.workspace.focused, Slot::Main | Slot::List), "{}", stage.screen());
    let stage = Stage::new((140, 42)).play("o backspace");
    assert_eq!(stage.app.workspace.focused, Slot::Main);
}

#[test]
fn the_first_frame_says_how_to_begin() {
    let stage = Stage::new((80, 24));
    assert!(stage.screen().contains("/ finds anybody by any name"), "{}", stage.screen());
    assert!(!stage.play("down").screen().contains("/ finds anybody"));
}

#[test]
fn the_footer_names_keys_in_one_order() {
    let hints = |keys: &str| {
        let stage = Stage::new((200, 50)).play(keys);
        let words: Vec<String> =
            stage.app.hints().into_iter().map(|(key, word)| format!("{key} {word}")).collect();
        words.join("  ")
    };
    assert!(hints("/ \"esa\" enter 2").contains("+- hops"), "{}", hints("/ \"esa\" enter 2"));
    assert!(hints("/ \"esa\" enter 3 down").contains("+- zoom"));
    for keys in ["/ \"esa\" enter 8 down", "/ \"esa\" enter v r down"] {
        assert!(hints(keys).contains("⏎ open  a settings  / search"), "{}", hints(keys));
    }
    assert_eq!(hints("v").matches("choose").count(), 1);
}
