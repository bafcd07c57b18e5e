//! The README: its commands run, and its numbers of views and keys are those of the program.

use std::path::Path;
use std::process::Command;

use spacepact::app::Keymap;
use spacepact::app::action::tabs;

const README: &str = include_str!("../../README.md");

/// Everything between backticks or in a block that starts with the name of the program.
fn commands() -> Vec<String> {
    let blocks = README.lines().filter(|line| line.starts_with("spacepact "));
    let spans = README.split('`').skip(1).step_by(2).filter(|span| span.starts_with("spacepact "));
    let all = blocks.chain(spans).map(|line| line.split("  #").next().unwrap_or(line).trim().to_owned());
    // The atlas itself wants a terminal.
    all.filter(|command| !command.contains("my-data") && !command.contains("--open")).collect()
}

#[test]
fn every_command_of_the_readme_finds_something() {
    let commands = commands();
    assert!(commands.len() >= 9, "{commands:?}");
    let bin = Path::new(env!("CARGO_BIN_EXE_spacepact")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let folder = std::env::temp_dir().join(format!("spacepact-readme-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for command in commands {
        let output = Command::new("sh")
            .args(["-c", &command])
            .env("PATH", &path)
            .env("XDG_STATE_HOME", &folder)
            .current_dir(&folder)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{command}: {said}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// The number that stands before a word: "1,560" before "entities".
fn quoted(noun: &str) -> usize {
    let (before, _) = README.rsplit_once(&format!(" {noun}")).unwrap_or_else(|| panic!("no {noun}"));
    let number = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    number.replace(',', "").parse().unwrap_or_else(|_| panic!("{number} {noun}"))
}

#[test]
fn the_numbers_of_the_readme_are_those_of_the_bundled_data() {
    let (data, _) = spacepact::dataset::read(&spacepact::dataset::Input::bundled());
    let census = spacepact::graph::Graph::build(data).census();
    for (noun, number) in [
        ("entities, ", census.entities),
        ("links, ", census.links),
        ("stances, ", census.stances),
        ("milestones and ", census.milestones),
        ("sources. ", census.sources),
    ] {
        // "Some": a handful of new records need no new README.
        let quoted = quoted(noun);
        assert!(
            quoted.abs_diff(number) * 50 < number,
            "the README says {quoted} {noun}the data has {number}"
        );
    }
}

#[test]
fn the_keys_of_the_readme_are_those_of_the_keymap() {
    let keymap = Keymap::bundled().unwrap();
    for (number, name) in tabs().enumerate() {
        let action = spacepact::app::Action::from_name(name).unwrap();
        let sign = keymap.sign(action);
        // Ten views have a digit, in the order of the tabs; the others stand in the menu.
        let expected = if number < 10 { ((number + 1) % 10).to_string() } else { sign.clone() };
        assert_eq!(sign, expected, "{name}");
        assert!(sign.len() == 1 || sign.starts_with("v "), "{name}");
        assert!(README.contains(name), "{name} is not in the README");
    }
}
