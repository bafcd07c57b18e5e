//! Several at once: marks, the second of a pair, the whole atlas, options and saved views.

use spacepact::app::Effect;
use spacepact::view::Address;
use spacepact::view::saved::Saved;

use crate::stage::Stage;

/// The view of the main pane as a command.
fn command(stage: &Stage) -> String {
    stage.app.workspace.address().unwrap().command(&stage.app.atlas)
}

#[test]
fn marked_entities_are_what_views_of_several_look_at() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter m / \"cnsa\" enter 3");
    assert_eq!(command(&stage), "spacepact timeline cnsa esa");
    let stage = stage.play("1 m 3");
    assert_eq!(command(&stage), "spacepact timeline esa cnsa", "{}", stage.screen());
    assert!(stage.screen().contains("marked ESA"), "{}", stage.screen());
    let stage = stage.play("U");
    assert_eq!(command(&stage), "spacepact timeline cnsa");
}

#[test]
fn marking_in_the_list_leaves_the_cursor_and_a_dot() {
    let stage = Stage::new((100, 30)).play("/ \"kind:agency\" enter tab shift-tab shift-tab");
    let stage = stage.play("esc home");
    let before = stage.app.workspace.centre;
    let stage = stage.play("m");
    assert_eq!(stage.app.workspace.centre, before);
    assert_eq!(stage.app.workspace.marks, before.into_iter().collect::<Vec<_>>());
    let stage = stage.play("down m");
    assert_eq!(stage.app.workspace.marks.len(), 2, "{}", stage.screen());
    assert!(stage.screen().matches('●').count() >= 2, "{}", stage.screen());
}

#[test]
fn the_second_one_is_marked_where_a_view_looks_at_several_and_paired_elsewhere() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 3 p");
    assert!(stage.screen().contains("Mark whom"), "{}", stage.screen());
    let stage = stage.play("\"cnsa\" enter");
    assert_eq!(command(&stage), "spacepact timeline esa cnsa");
    let stage = stage.play("p \"nasa\" enter");
    assert_eq!(command(&stage), "spacepact timeline esa cnsa nasa");
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter p \"cnsa\" enter");
    assert_eq!(command(&stage), "spacepact pair esa cnsa");
}

#[test]
fn the_whole_atlas_stands_instead_of_the_centre_and_back_restores_it() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 5 w");
    assert_eq!(command(&stage), "spacepact sources");
    assert!(stage.screen().contains("the whole atlas"), "{}", stage.screen());
    let stage = stage.play("backspace");
    assert_eq!(command(&stage), "spacepact sources esa");
    let stage = stage.play("2 w");
    assert!(stage.app.notice.text.contains("always about somebody"));
}

#[test]
fn an_option_is_set_by_its_value_and_said_in_the_command() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 2 a a \"2\" enter");
    assert_eq!(command(&stage), "spacepact network esa --depth 2");
    let stage = stage.play("a a \"as it\" enter");
    assert_eq!(command(&stage), "spacepact network esa");
    let stage = stage.play("5 a a \"nonsense\" enter");
    assert!(stage.screen().contains("no source has the id"), "{}", stage.screen());
}

#[test]
fn the_menu_of_views_opens_with_one_key_and_shows_a_view_with_the_next() {
    let stage = Stage::new((80, 24)).play("v");
    assert!(stage.screen().contains("Who said what"), "{}", stage.screen());
    let stage = stage.play("s");
    assert!(command(&stage).starts_with("spacepact stances"), "{}", stage.screen());
}

#[test]
fn a_view_is_saved_with_its_dates_and_opened_again() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 2 t \"2016\" enter S \"early days\" enter");
    let saved =
        Saved { name: "early days".to_owned(), command: "spacepact network esa --at 2016".to_owned() };
    assert_eq!(stage.effects, [Effect::Keep(saved.clone())]);
    let mut stage = stage.play("'");
    assert!(stage.screen().contains("no view is saved yet"), "it is not on the list before it is written");
    stage.app.settings.shelf.put(&saved);
    let stage = stage.play("1 t enter / \"smile\" enter ' enter");
    assert_eq!(command(&stage), "spacepact network esa --at 2016", "{}", stage.screen());
    let stage = stage.play("S \"a: b\" enter");
    assert!(stage.screen().contains("a name holds no colon"), "{}", stage.screen());
}

#[test]
fn the_program_begins_at_a_view() {
    let mut stage = Stage::new((100, 30));
    let address = Address::parse("spacepact stances esa --at 2020", &stage.app.atlas);
    stage.app.begin(address.unwrap_or_else(|error| panic!("{error}")));
    assert_eq!(command(&stage), "spacepact stances esa --at 2020");
    assert_eq!(stage.app.trail.counts(), (0, 0));
}

#[test]
fn a_cell_of_a_matrix_opens_the_two_and_backspace_leads_back_to_it() {
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter m / \"cnsa\" enter m 8 right");
    let matrix = command(&stage);
    assert!(matrix.starts_with("spacepact matrix "), "{matrix}");
    let stage = stage.play("enter");
    assert!(
        ["spacepact pair esa cnsa", "spacepact pair cnsa esa"].contains(&&*command(&stage)),
        "{}",
        command(&stage)
    );
    let stage = stage.play("backspace");
    assert_eq!(command(&stage), matrix);
    assert_eq!(stage.app.workspace.marks.len(), 2);
    let stage = stage.play("enter");
    assert!(command(&stage).starts_with("spacepact pair "), "{}", command(&stage));

    let stage = Stage::new((140, 42)).play("/ \"tiangong\" enter m / \"topic-tiangong\" enter m 8");
    let matrix = command(&stage);
    let stage = stage.play("right enter");
    assert!(command(&stage).starts_with("spacepact stances "), "{}", stage.screen());
    assert_eq!(stage.app.workspace.address().unwrap().lens.focus.len(), 2);
    assert_eq!(command(&stage.play("backspace")), matrix);
}
