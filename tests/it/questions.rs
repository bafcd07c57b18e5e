//! The questions of `docs/questions.md`: the command answers what the page says it does, and the keys lead to
//! the same view.

use std::process::Command;

use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input};
use spacepact::view::Address;

use crate::stage::Stage;

const PAGE: &str = include_str!("../../docs/questions.md");

/// A question with its answer, as the page has it.
#[derive(Debug, Default)]
struct Question {
    title: String,
    keys: String,
    commands: Vec<String>,
    names: Vec<String>,
    lacks: Vec<String>,
}

/// Everything between backticks.
fn spans(line: &str) -> Vec<String> {
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn questions() -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    for line in PAGE.lines() {
        if let Some(title) = line.strip_prefix("## Q") {
            all.push(Question { title: format!("Q{title}"), ..Question::default() });
        }
        let Some(question) = all.last_mut() else { continue };
        if line.starts_with("In the atlas: ") {
            question.keys = spans(line).concat();
        } else if line.starts_with("In the shell: ") {
            question.commands = spans(line);
        } else if line.starts_with("It names ") {
            let (names, lacks) = line.split_once("; it does not name ").unwrap_or((line, ""));
            question.names = spans(names);
            question.lacks = spans(lacks);
        }
    }
    all
}

fn bundled() -> Atlas {
    let data = dataset::bundle::records().unwrap_or_else(|| dataset::read(&Input::bundled()).0);
    Atlas::new(data)
}

#[test]
fn every_question_has_keys_a_command_and_an_answer() {
    let all = questions();
    let numbers: Vec<String> =
        all.iter().map(|question| question.title.split('.').next().unwrap_or_default().to_owned()).collect();
    let wanted: Vec<String> = (1..=25).map(|number| format!("Q{number}")).collect();
    assert_eq!(numbers, wanted);
    for question in all {
        assert!(!question.keys.is_empty() && !question.commands.is_empty(), "{question:?}");
        assert!(!question.names.is_empty(), "{question:?}");
    }
}

#[test]
fn the_commands_answer_what_the_page_says() {
    let mut wrong = Vec::new();
    for question in questions() {
        let mut said = String::new();
        for command in &question.commands {
            let words = shlex::split(command).unwrap_or_default();
            let output = Command::new(env!("CARGO_BIN_EXE_spacepact")).args(&words[1..]).output().unwrap();
            if output.status.code() != Some(0) {
                let error = String::from_utf8_lossy(&output.stderr).into_owned();
                wrong.push(format!("{}: {command}: {error}", question.title));
            }
            said += &String::from_utf8_lossy(&output.stdout);
        }
        let missing = question.names.iter().filter(|name| !said.contains(name.as_str()));
        wrong.extend(missing.map(|name| format!("{}: `{name}` is not named", question.title)));
        let present = question.lacks.iter().filter(|name| said.contains(name.as_str()));
        wrong.extend(present.map(|name| format!("{}: `{name}` is named", question.title)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_keys_lead_to_the_view_that_the_command_prints() {
    let mut wrong = Vec::new();
    for question in questions() {
        let stage = Stage::with(bundled(), (140, 42)).play(&question.keys);
        let shown = stage.app.workspace.address().map(|address| address.command(&stage.app.atlas));
        let meant = match Address::parse(&question.commands[0], &stage.app.atlas) {
            Ok(meant) => meant.command(&stage.app.atlas),
            Err(error) => error.to_string(),
        };
        if shown.as_deref() != Some(meant.as_str()) {
            wrong.push(format!("{}: {} leads to {shown:?}, not to {meant}", question.title, question.keys));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
