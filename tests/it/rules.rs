//! Every rule finds what breaks it, and says so in words that are reviewed as snapshots.

use std::fs;
use std::path::{Path, PathBuf};

use spacepact::dataset::{Dataset, Diagnostic, Input, Severity, read, rule};

use crate::folder::Folder;

/// Everything that is wrong with a folder, in the order of the files.
pub(crate) fn check(input: &Input) -> (Dataset, Vec<Diagnostic>) {
    let (dataset, mut faults) = noted(input);
    faults.retain(|fault| fault.severity != Severity::Note);
    (dataset, faults)
}

/// The same with what is only noted.
fn noted(input: &Input) -> (Dataset, Vec<Diagnostic>) {
    let (dataset, mut faults) = read(input);
    faults.extend(rule::check(&dataset));
    faults.sort_by_key(|fault| fault.place);
    (dataset, faults)
}

fn render(dataset: &Dataset, faults: &[Diagnostic]) -> String {
    faults.iter().map(|fault| fault.render(&dataset.files)).collect::<Vec<_>>().join("\n")
}

/// A folder that breaks a rule: a committed one, or one that is made here because git cannot hold it.
fn fixture(rule: &str) -> (PathBuf, Option<Folder>) {
    let committed = Path::new("tests/fixtures/broken").join(rule);
    if committed.exists() {
        return (committed, None);
    }
    let folder = Folder::new(rule);
    match rule {
        rule::NO_FILES => {}
        rule::TOO_LARGE => {
            let path = folder.write("missions/large.ron", "");
            fs::File::options().write(true).open(path).unwrap().set_len(200 << 20).unwrap();
        }
        rule::UNREADABLE => fs::create_dir_all(folder.path().join("missions/folder.ron")).unwrap(),
        other => panic!("the rule {other} has no folder in tests/fixtures/broken"),
    }
    (folder.path().to_owned(), Some(folder))
}

#[test]
fn every_rule_finds_what_breaks_it_and_nothing_else() {
    for rule in rule::RULES {
        let (path, _guard) = fixture(rule.name);
        let (dataset, mut faults) = noted(&Input::folder(&path));
        // Few of the folders tie all that is in them.
        faults.retain(|fault| fault.severity != Severity::Note || fault.rule == rule.name);
        let found = |name: &str| faults.iter().filter(|fault| fault.rule == name).count();
        assert!(found(rule.name) > 0, "{} finds nothing in {}", rule.name, path.display());
        assert_eq!(found(rule.name), faults.len(), "{}", render(&dataset, &faults));
        let text = render(&dataset, &faults).replace(&path.display().to_string(), rule.name);
        insta::assert_snapshot!(rule.name, text);
    }
}

#[test]
fn every_broken_folder_belongs_to_a_rule() {
    for entry in fs::read_dir("tests/fixtures/broken").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(rule::RULES.iter().any(|rule| rule.name == name), "{name}");
    }
}

#[test]
fn rules_are_named_once_and_explained() {
    for (number, rule) in rule::RULES.iter().enumerate() {
        assert!(rule.doc.ends_with('.'), "{}", rule.name);
        assert!(rule::RULES[..number].iter().all(|other| other.name != rule.name), "{}", rule.name);
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let (dataset, faults) = check(&Input::folder("tests/fixtures/many"));
    insta::assert_snapshot!("many", render(&dataset, &faults));
}

#[test]
fn a_broken_record_hides_no_other_and_is_not_missed() {
    let folder = Folder::new("broken-record");
    folder.write(
        "missions/broken.ron",
        "[\n    (id: \"lost\", name: \"Lost\", partners: [(who: \"a\"),\n    ),\n    (id: \"kept\", name: \"Kept\", \
         summary: \"A mission.\", sources: [\"s\"], succeeds: [(of: \"lost\", sources: [\"s\"])]),\n]\n",
    );
    folder.write(
        "sources/broken.ron",
        "[\n    (id: \"t\", title: \"T\", publisher: \"P\", type: Pres),\n    (id: \"s\", title: \"S\", publisher: \
         \"P\", type: Press),\n]\n",
    );
    folder.write(
        "stances/all.ron",
        "[(id: \"x\", holder: \"lost\", position: Open, about: \"kept\", on: \"2014\", gist: \"G.\", sources: \
         [\"t\"])]",
    );
    let (dataset, faults) = check(&Input::folder(folder.path()));
    let rules: Vec<&str> = faults.iter().map(|fault| fault.rule).collect();
    assert_eq!(rules, [rule::SYNTAX, rule::UNKNOWN_VALUE], "{}", render(&dataset, &faults));
    let ids: Vec<&str> = dataset.entries.iter().map(|entry| &*entry.record.id).collect();
    assert_eq!(ids, ["kept"]);
    assert_eq!(dataset.unread, ["lost", "t"]);
}

#[test]
fn a_broken_claim_costs_only_itself_and_keeps_its_place() {
    let folder = Folder::new("broken-claim");
    folder.write(
        "missions/all.ron",
        "[\n    (\n        id: \"smile\", name: \"SMILE\", summary: \"Ionosphère\", sources: [\"s\"],\n        \
         partners: [\n            (who: \"esa\", as: Leeds, sources: [\"s\"]),\n            (who: \"cas\", sources: \
         [\"s\"]),\n        ],\n    ),\n]\n",
    );
    folder.write("sources/all.ron", "[(id: \"s\", title: \"S\", publisher: \"P\", type: Press)]");
    let (dataset, faults) = check(&Input::folder(folder.path()));
    let told: Vec<(&str, String)> = faults
        .iter()
        .map(|fault| (fault.rule, fault.brief(&dataset.files).rsplit_once(".ron:").unwrap().1.to_owned()))
        .collect();
    assert_eq!(
        told,
        [
            ("unknown-value", "5:30: `Leeds` is not a value of this field".to_owned()),
            ("unknown-id", "6:20: no entity has the id \"cas\"".to_owned()),
        ]
    );
    assert_eq!(dataset.entries[0].record.partners.len(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let (dataset, faults) = check(&Input::folder("tests/fixtures/nowhere"));
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].severity, Severity::Error);
    assert_eq!(faults[0].brief(&dataset.files), "tests/fixtures/nowhere: no such file or directory");
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_named_and_the_others_are_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = Folder::new("permission");
    let path = folder.write("missions/closed.ron", "[]");
    folder.write("missions/open.ron", "[(id: \"a\", name: \"A\", summary: \"S.\", sources: [\"s\"])]");
    folder.write("sources/all.ron", "[(id: \"s\", title: \"S\", publisher: \"P\", type: Press)]");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        // The superuser may read everything.
        return;
    }
    let (dataset, faults) = check(&Input::folder(folder.path()));
    assert_eq!(faults.iter().map(|fault| fault.rule).collect::<Vec<_>>(), [rule::UNREADABLE]);
    assert_eq!(dataset.entries.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_circle_ends() {
    let folder = Folder::new("circle");
    folder.write("missions/all.ron", "[(id: \"a\", name: \"A\", summary: \"S.\", sources: [\"s\"])]");
    folder.write("sources/all.ron", "[(id: \"s\", title: \"S\", publisher: \"P\", type: Press)]");
    std::os::unix::fs::symlink(folder.path(), folder.path().join("missions/again")).unwrap();
    let (dataset, faults) = check(&Input::folder(folder.path()));
    assert!(faults.is_empty(), "{}", render(&dataset, &faults));
}

#[test]
fn no_text_makes_the_reader_stumble() {
    let text = fs::read_to_string("tests/fixtures/tiny/missions/all.ron").unwrap();
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let folder = Folder::new("mutations");
    // A plain congruential generator: the same changes in every run.
    let mut state: usize = 12_345;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
        state / 7 % below
    };
    for _ in 0..200 {
        let mut changed = text.clone();
        for _ in 0..=random(3) {
            let at = places[random(places.len())].min(changed.len());
            let Some(old) = changed.get(at..).and_then(|rest| rest.chars().next()) else { continue };
            let signs =
                ["", "(", ")", "[", "]", "{", ",", ":", "\"", "\\", "'", "//", "/*", "r#\"", "é", "\n"];
            changed.replace_range(at..at + old.len_utf8(), signs[random(signs.len())]);
        }
        folder.write("missions/all.ron", &changed);
        let (dataset, faults) = check(&Input::folder(folder.path()));
        render(&dataset, &faults);
        assert!(dataset.entries.len() + dataset.unread.len() > 0 || !faults.is_empty());
    }
}

#[test]
fn a_sign_that_is_missing_is_told_once_and_where_it_is_missing() {
    let folder = Folder::new("signs");
    for kind in fs::read_dir("tests/fixtures/tiny").unwrap().map(|entry| entry.unwrap().path()) {
        let name = format!("{}/all.ron", kind.file_name().unwrap().to_str().unwrap());
        // Records of releases are no data.
        if kind.is_dir() && !kind.ends_with("releases") {
            folder.write(&name, &fs::read_to_string(kind.join("all.ron")).unwrap());
        }
    }
    let text = fs::read_to_string("tests/fixtures/tiny/missions/all.ron").unwrap();
    let signs = text.char_indices().filter(|(_, sign)| "()[]\":,".contains(*sign));
    let (mut told, mut near) = (0, 0);
    for (at, sign) in signs.step_by(7) {
        let mut changed = text.clone();
        changed.remove(at);
        folder.write("missions/all.ron", &changed);
        let (dataset, faults) = check(&Input::folder(folder.path()));
        let line = text[..at].matches('\n').count() + 1;
        // Without some commas, and inside texts, all is well.
        assert!(faults.len() <= 1, "{sign} of line {line}\n{}", render(&dataset, &faults));
        let place = faults.first().and_then(|fault| fault.place);
        told += faults.len();
        near +=
            usize::from(place.is_some_and(|place| dataset.files.line_column(place).line.abs_diff(line) <= 1));
    }
    assert!(told > 60 && near * 10 >= told * 9, "{near} of {told} are told on their line");
}
