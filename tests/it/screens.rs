//! Screens as readable text, at four sizes, over the small dataset.

use crate::stage::Stage;

const SIZES: &[(u16, u16)] = &[(40, 10), (80, 24), (140, 42), (200, 60)];

/// Scenes: a name and the keys that lead there.
const SCENES: &[(&str, &str)] = &[
    ("start", ""),
    ("search", "/ \"smi\""),
    ("nothing-found", "/ \"qqqq\""),
    ("dossier", "/ \"smile\" enter"),
    ("network", "/ \"smile\" enter 2"),
    ("timeline", "/ \"smile\" enter 3"),
    ("stances", "/ \"tiangong\" enter 4"),
    ("sources", "/ \"smile\" enter 5"),
    ("pair", "/ \"esa\" enter 6 \"cnsa\" enter"),
    ("path", "/ \"esa\" enter 7 \"nasa\" enter"),
    ("partners", "/ \"cnsa\" enter v r"),
    ("map", "/ \"esa\" enter 9"),
    ("map-of-all", "9 w"),
    ("map-near", "/ \"esa\" enter 9 + + + + right"),
    ("compare", "/ \"smile\" enter v x"),
    ("changes", "/ \"smile\" enter v c"),
    ("changes-of-data", "/ \"smile\" enter v c a c \"last\" enter"),
    ("changes-of-all-data", "v c w a c \"last\" enter"),
    ("conflicts", "/ \"smile\" enter v f"),
    ("gaps", "/ \"smile\" enter v g"),
    ("brief", "/ \"smile\" enter v w"),
    ("stats", "v #"),
    ("matrix", "/ \"esa\" enter 8"),
    ("matrix-cell", "/ \"esa\" enter 8 down right right right"),
    ("overlap", "/ \"artemis\" enter 0"),
    ("blocs", "v b"),
    ("as-of", "/ \"esa\" enter t \"2010\" enter"),
    ("palette", ": \"net\""),
    ("help", "?"),
    ("export", "/ \"smile\" enter e"),
    ("copy", "/ \"smile\" enter y"),
    ("filter", "f"),
    ("text-found", "/ \"laboratory five\""),
    ("value", "/ \"esa\" enter v r a b"),
];

#[test]
fn screens() {
    for &(columns, rows) in SIZES {
        for (name, keys) in SCENES {
            let stage = Stage::new((columns, rows)).play(keys);
            let screen = stage.screen();
            assert_eq!(screen.lines().count(), usize::from(rows), "{name}");
            insta::with_settings!({ description => *keys, omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../golden/screens" }, {
                insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), screen);
            });
        }
    }
}

#[test]
fn no_size_makes_it_fall() {
    for (columns, rows) in
        [(1, 1), (5, 20), (20, 5), (39, 9), (41, 11), (60, 12), (99, 23), (120, 16), (500, 150)]
    {
        for (_, keys) in SCENES {
            let mut stage = Stage::new((columns, rows)).play(keys);
            stage.screen();
            stage.app.resize(rows, columns);
            stage.screen();
        }
    }
}

#[test]
fn in_ascii_every_sign_has_another_and_none_becomes_a_question_mark() {
    for size in [(80, 24), (200, 60)] {
        for (name, keys) in SCENES {
            let mut stage = Stage::new(size).play(keys);
            stage.app.settings.ascii = true;
            // The help holds the keys in words only if it is opened so.
            let stage = if *name == "help" { stage.play("esc ?") } else { stage };
            let (screen, signs) = (stage.drawn(true), stage.drawn(false));
            assert!(screen.is_ascii(), "{name}: {screen}");
            assert_eq!(screen.matches('?').count(), signs.matches('?').count(), "{name}: {screen}");
        }
    }
}

#[test]
fn a_footer_that_is_cut_still_says_where_help_is() {
    for keys in ["", "2", "0", "8"] {
        let screen = Stage::new((80, 24)).play(keys).play("down").screen();
        assert!(screen.trim_end().ends_with("… ? help"), "{screen}");
    }
    let screen = Stage::new((80, 24)).play("0 down").screen();
    assert!(screen.lines().last().is_some_and(|line| line.contains("a settings")), "{screen}");
}
