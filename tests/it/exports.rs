//! Every format for every view and every body: what is written is read back by parsers that are not ours.

mod cases;
mod citations;
mod figures;
mod graphs;
mod pages;
mod round;
mod texts;
mod trees;

use std::collections::BTreeSet;

use spacepact::export::{FORMATS, find};

use cases::{Case, cases};

/// What a format makes of a case.
fn written(case: &Case, format: &str) -> String {
    let format = find(format).unwrap();
    let mut bytes = Vec::new();
    format.write(&case.sheet(), &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Runs a check on what a format makes of every case.
fn check(format: &str, check: impl Fn(&Case, &str)) {
    for case in cases() {
        let text = written(&case, format);
        check(&case, &text);
    }
}

#[test]
fn formats_have_names_of_their_own() {
    let names: BTreeSet<&str> = FORMATS.iter().map(|format| format.name()).collect();
    let extensions: BTreeSet<&str> = FORMATS.iter().map(|format| format.extension()).collect();
    assert_eq!((names.len(), extensions.len()), (FORMATS.len(), FORMATS.len()));
    for format in FORMATS {
        assert_eq!(find(format.name()).unwrap().name(), format.name());
        assert_eq!(find(format.extension()).unwrap().name(), format.name());
        assert!(!format.doc().is_empty());
    }
}

#[test]
fn every_export_says_where_it_comes_from_and_is_the_same_twice() {
    for case in cases() {
        for format in FORMATS {
            let text = written(&case, format.name());
            assert_eq!(text, written(&case, format.name()), "{} as {}", case.name, format.name());
            let stamp = &case.stamp;
            for said in [&stamp.version, &stamp.filters, &"spacepact ".to_owned()] {
                assert!(text.contains(said.as_str()), "{} as {} lacks {said:?}", case.name, format.name());
            }
            assert!(text.ends_with('\n'), "{} as {}", case.name, format.name());
        }
    }
}
