//! What keys do: scripts in, state out.

use spacepact::app::action::Action;
use spacepact::app::{Effect, Keymap, Slot};

use crate::stage::Stage;

fn centre(stage: &Stage) -> String {
    let app = &stage.app;
    app.workspace.centre.map(|id| app.atlas.graph.entity(id).id().to_owned()).unwrap_or_default()
}

#[test]
fn a_newcomer_finds_smile_follows_it_to_esa_and_comes_back() {
    let stage = Stage::new((140, 42)).play("/ \"smile\" enter");
    assert_eq!(centre(&stage), "smile");
    let before = stage.screen();
    let mut stage = stage;
    // Down the dossier to the first line that leads to ESA.
    for _ in 0..40 {
        let target = stage.app.workspace.pane(Slot::Main).target().entity;
        if target.is_some_and(|id| stage.app.atlas.graph.entity(id).id() == "esa") {
            break;
        }
        stage = stage.play("down");
    }
    let stage = stage.play("enter");
    assert_eq!(centre(&stage), "esa");
    let stage = stage.play("backspace");
    assert_eq!(centre(&stage), "smile");
    let stage = stage.play("home");
    assert_eq!(stage.screen().lines().nth(2), before.lines().nth(2));
    let stage = stage.play("alt-right");
    assert_eq!(centre(&stage), "esa");
}

#[test]
fn ten_hops_and_back_end_on_the_same_screen() {
    let mut stage = Stage::new((80, 24)).play("/ \"esa\" enter down down");
    let mut seen = vec![stage.screen()];
    for _ in 0..10 {
        stage = stage.play("down enter");
        seen.push(stage.screen());
    }
    let places = stage.app.trail.counts().0;
    for _ in 0..places.min(10) {
        stage = stage.play("backspace");
    }
    assert_eq!(centre(&stage), "esa");
}

#[test]
fn dates_and_filters_come_back_with_back() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter t \"2010\" enter");
    assert!(stage.screen().contains("as of 2010"));
    let stage = stage.play("2 t \"2020\" enter backspace");
    assert!(stage.screen().contains("as of 2010"), "{}", stage.screen());
}

#[test]
fn esc_never_quits_and_q_does() {
    let stage = Stage::new((80, 24)).play("esc esc esc / esc esc");
    assert!(stage.effects.is_empty());
    let stage = stage.play("q");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn the_copied_command_names_the_view() {
    let stage = Stage::new((80, 24)).play("/ \"smile\" enter t \"2020\" enter y v");
    assert_eq!(stage.copied(), Some("spacepact entity smile --at 2020"));
}

#[test]
fn an_unknown_key_says_where_to_look() {
    let stage = Stage::new((80, 24)).play("X");
    assert!(stage.app.notice.text.contains(": lists all commands"), "{}", stage.app.notice.text);
}

#[test]
fn every_command_can_be_run_anywhere() {
    for action in Action::every() {
        for start in ["", "/ \"smile\" enter", "2", "3", "4", "5", "tab tab tab"] {
            let mut stage = Stage::new((80, 24)).play(start);
            stage.app.run(action);
            stage.screen();
            assert!(!action.doc().is_empty() && !action.name().is_empty());
        }
    }
}

#[test]
fn every_command_has_a_key_and_every_tab_too() {
    let keymap = Keymap::bundled().unwrap();
    for action in Action::every() {
        assert!(keymap.keys(action).next().is_some(), "{} has no key", action.name());
    }
}

#[test]
fn a_bad_date_is_explained_and_not_lost() {
    let stage = Stage::new((80, 24)).play("t \"soon\" enter");
    assert!(stage.screen().contains("write 2015, 2015-06 or 2015-06-30"), "{}", stage.screen());
}

#[test]
fn paste_starts_a_search() {
    let mut stage = Stage::new((80, 24));
    stage.app.paste("smile\n");
    assert!(stage.screen().contains("SMILE"));
}

#[test]
fn a_paste_goes_on_with_what_is_being_typed() {
    let mut stage = Stage::new((80, 24)).play("/ \"smi\"");
    stage.app.paste("le");
    let typed = stage.app.workspace.search.as_ref().map(|edit| edit.text().to_owned());
    assert_eq!(typed.as_deref(), Some("smile"));
}

#[test]
fn back_leads_from_a_search_to_the_tab_it_was_started_in() {
    let stage = Stage::new((80, 24)).play("4 / \"smile\" enter backspace backspace");
    assert_eq!(stage.app.workspace.tab, 3, "{}", stage.screen());
}

#[test]
fn the_help_explains_signs_below_the_keys() {
    let stage = Stage::new((140, 60)).play("? \"doubt low\"");
    assert!(stage.screen().contains("~  low confidence"), "{}", stage.screen());
    let stage = stage.play("enter");
    assert!(stage.app.overlay.is_some(), "there is nothing to run");
}

#[test]
fn sorting_goes_by_what_is_seen() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 8 s");
    assert_eq!(stage.app.notice.text, "matrix is sorted by links");
    let stage = stage.play("s s s");
    assert_eq!(stage.app.notice.text, "matrix is sorted by likeness");
    let stage = stage.play("3 s");
    assert_eq!(stage.app.notice.text, "timeline has no other order");
}

#[test]
fn filters_are_completed_as_they_are_typed() {
    let stage = Stage::new((80, 24)).play("4 f \"by:europ\"");
    assert!(stage.screen().contains("by:esa"), "{}", stage.screen());
    let mut stage = stage.play("enter");
    assert_eq!(stage.app.workspace.lens().query.to_string(), "by:esa");
    let mut stage = stage.play("F f \"kind:orga\" enter");
    assert_eq!(stage.app.workspace.lens().query.to_string(), "kind:organisation");
    let mut stage = stage.play("F f \"from:2010\"");
    assert!(stage.screen().contains("Enter filters by what is typed"), "{}", stage.screen());
    stage = stage.play("enter");
    assert_eq!(stage.app.workspace.lens().query.to_string(), "from:2010");
}

#[test]
fn a_long_message_is_shown_to_its_end() {
    let stage = Stage::new((80, 24)).play("f \"kind:zzzz\" enter");
    assert!(stage.screen().contains("\"topic\""), "{}", stage.screen());
}
