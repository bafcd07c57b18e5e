//! What the mouse does: gestures in, state out.

use spacepact::app::{Effect, Gesture, Mouse, Overlay, Slot};

use crate::stage::Stage;

/// The first cell where the screen says a text: column, row.
fn cell(stage: &Stage, text: &str) -> (u16, u16) {
    let screen = stage.screen();
    let (y, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).expect(text);
    let before = line.split(text).next().unwrap_or_default();
    (unicode_width::UnicodeWidthStr::width(before) as u16, y as u16)
}

/// Does something with the mouse there.
fn on(stage: &mut Stage, gesture: Gesture, text: &str) -> Vec<Effect> {
    let (x, y) = cell(stage, text);
    stage.app.mouse(Mouse { gesture, x, y })
}

fn centre(stage: &Stage) -> String {
    let app = &stage.app;
    app.workspace.centre.map(|id| app.atlas.graph.entity(id).id().to_owned()).unwrap_or_default()
}

#[test]
fn a_press_focuses_and_selects() {
    for size in [(80, 24), (140, 42)] {
        let mut stage = Stage::new(size).play("tab");
        on(&mut stage, Gesture::Press, " CNSA ");
        assert_eq!(stage.app.workspace.focused, Slot::List);
        assert_eq!(centre(&stage), "cnsa", "{}", stage.screen());
        on(&mut stage, Gesture::Press, "╮");
        assert_eq!(stage.app.workspace.focused, Slot::Main);
        assert_eq!(centre(&stage), "cnsa");
    }
}

#[test]
fn a_double_press_opens() {
    let mut stage = Stage::new((140, 42));
    let (x, y) = cell(&stage, " CNSA ");
    for gesture in [Gesture::Press, Gesture::Double] {
        stage.app.mouse(Mouse { gesture, x, y });
    }
    assert_eq!((centre(&stage).as_str(), stage.app.workspace.focused), ("cnsa", Slot::Main));
}

#[test]
fn the_search_line_is_pressed_to_search() {
    let mut stage = Stage::new((80, 24));
    on(&mut stage, Gesture::Press, "to search all names");
    assert!(stage.app.workspace.search.is_some());
    let mut stage = stage.play("\"smile\"");
    on(&mut stage, Gesture::Press, "▌");
    assert!(stage.app.workspace.search.is_none());
    assert_eq!(centre(&stage), "smile");
}

#[test]
fn tabs_are_pressed_where_they_are_drawn() {
    for size in [(80, 24), (140, 42)] {
        let mut stage = Stage::new(size);
        for tab in stage.app.tabs() {
            let label = tab.label.trim().to_owned();
            on(&mut stage, Gesture::Press, &label);
            assert_eq!(stage.app.workspace.tab, tab.place, "{label}");
            // A view of two asks for the second one first.
            stage.app.overlay = None;
        }
    }
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_leaves_the_focus() {
    let mut stage = Stage::new((80, 24)).play("/ \"esa\" enter F");
    stage.app.workspace.focused = Slot::List;
    let before = stage.app.workspace.pane(Slot::Main).offset;
    let turn = |stage: &mut Stage, gesture| stage.app.mouse(Mouse { gesture, x: 60, y: 8 });
    turn(&mut stage, Gesture::WheelDown);
    assert_eq!(stage.app.workspace.pane(Slot::Main).offset, before + 3);
    assert_eq!(stage.app.workspace.focused, Slot::List);
    turn(&mut stage, Gesture::WheelUp);
    assert_eq!(stage.app.workspace.pane(Slot::Main).offset, before);
}

#[test]
fn entries_of_pickers_are_pressed_and_a_press_beside_closes() {
    let mut stage = Stage::new((80, 24)).play("?");
    on(&mut stage, Gesture::Press, "page-down");
    assert!(stage.app.overlay.is_none());
    // A heading chooses nothing.
    let mut stage = stage.play("?");
    on(&mut stage, Gesture::Press, "Move");
    assert!(matches!(stage.app.overlay, Some(Overlay::Picker(_))));
    // Commands stand before the legend.
    while !stage.screen().contains(" Quit ") {
        on(&mut stage, Gesture::WheelDown, "Help");
    }
    assert_eq!(on(&mut stage, Gesture::Press, " Quit "), [Effect::Quit]);
    let mut stage = Stage::new((80, 24)).play(":");
    stage.app.mouse(Mouse { gesture: Gesture::Press, x: 0, y: 0 });
    assert!(stage.app.overlay.is_none());
}

#[test]
fn a_node_is_pressed_by_its_sign_or_its_name() {
    let mut stage = Stage::new((140, 42)).play("/ \"smile\" enter F 2");
    on(&mut stage, Gesture::Press, "◆ CAS");
    let target = stage.app.workspace.active().target().entity;
    let id = target.map(|id| stage.app.atlas.graph.entity(id).id().to_owned());
    assert_eq!(id.as_deref(), Some("cas"), "{}", stage.screen());
}

/// Wherever it is done, nothing breaks.
#[test]
fn every_gesture_on_every_cell_is_survived() {
    let gestures = [
        Gesture::Press,
        Gesture::Double,
        Gesture::WheelUp,
        Gesture::WheelDown,
        Gesture::Drag,
        Gesture::Press,
    ];
    for size in [(1, 1), (40, 10), (80, 24)] {
        for script in ["", "2", "?", ":", "y", "t", "/"] {
            let mut stage = Stage::new(size).play(script);
            for y in (0..=size.1).step_by(3) {
                for x in (0..=size.0).step_by(7) {
                    for gesture in gestures {
                        stage.app.mouse(Mouse { gesture, x, y });
                    }
                }
            }
        }
    }
}

#[test]
fn a_cell_of_a_matrix_is_selected_and_opens_the_pair() {
    let mut stage = Stage::new((140, 42)).play("/ \"esa\" enter 8");
    on(&mut stage, Gesture::Press, "1S/");
    assert!(stage.screen().contains("ESA × CNSA  1 shared, 1 over: Double Star"), "{}", stage.screen());
    let stage = stage.play("left");
    assert!(stage.screen().contains("ESA × CMSA"), "{}", stage.screen());
    let stage = stage.play("right enter");
    assert!(stage.screen().contains("Pair · "), "{}", stage.screen());
    // Past the first cell lies the row, past the row the pane to the left.
    let stage = Stage::new((140, 42)).play("/ \"esa\" enter 8 right left");
    assert_eq!(stage.app.workspace.focused, Slot::Main);
    assert!(stage.app.workspace.active().spot().is_none());
    assert_ne!(stage.play("left").app.workspace.focused, Slot::Main);
}
