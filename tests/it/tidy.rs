//! The house rules, as far as a program can check them.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder with its text.
fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The layers, in the order of `lib.rs`.
fn layers() -> Vec<String> {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect()
}

fn layer_of(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_layer_uses_only_those_above_it() {
    let layers = layers();
    assert!(layers.len() > 10, "{layers:?}");
    let order: HashMap<&str, usize> =
        layers.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut wrong = Vec::new();
    for (path, text) in files("src") {
        let Some(&own) = order.get(layer_of(&path).as_str()) else { continue };
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for (place, _) in code.match_indices("crate::") {
                let rest = &code[place + "crate::".len()..];
                let used: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if order.get(used.as_str()).is_some_and(|&used| used > own) {
                    wrong.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports that point down:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_terminal_layer_knows_the_terminal() {
    for (path, text) in files("src") {
        let layer = layer_of(&path);
        let knows = text.lines().any(|line| {
            let code = line.split("//").next().unwrap_or("");
            code.contains("ratatui::") || code.contains("crossterm::")
        });
        assert!(!knows || layer == "tui", "{} knows the terminal", path.display());
    }
    let matchers: Vec<_> =
        files("src").into_iter().filter(|(_, text)| text.contains("fuzzy_matcher::")).collect();
    assert_eq!(matchers.len(), 1, "fuzzy-matcher is known to one file");
}

#[test]
fn files_stay_small_open_with_their_purpose_and_leave_nothing_behind() {
    let words =
        ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "todo".to_owned() + "!(", "dbg".to_owned() + "!("];
    for (path, text) in files("src").into_iter().chain(files("tests")).chain(files("benches")) {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: it hides a noun", path.display());
        assert!(text.starts_with("//!"), "{} does not say what it is for", path.display());
        for word in &words {
            assert!(!text.contains(word.as_str()), "{}: {word}", path.display());
        }
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let drawer = ["util", "utils", "common", "helpers", "misc", "manager"].contains(&name.as_str());
        assert!(!drawer && name != "mod", "{} is a drawer", path.display());
    }
}

#[test]
fn there_is_one_version_of_crossterm() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("name = \"crossterm\"\n").count(), 1);
}
