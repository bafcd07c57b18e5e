//! Formats of lines: DOT and Mermaid by a grammar of their own, strict where it matters.

use super::cases::Case;
use super::check;

/// Takes a text in double quotes off the front; a backslash hides what follows it, if the format has it.
fn quoted(text: &str, backslash: bool) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('"')?;
    let mut hidden = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            '\\' if backslash && !hidden => hidden = true,
            '"' if !hidden => return Some((&rest[..at], &rest[at + 1..])),
            _ => hidden = false,
        }
    }
    None
}

/// `[name=value, …]`, each value a word or quoted.
fn attributes(text: &str) -> bool {
    let Some(mut rest) = text.strip_prefix('[') else { return false };
    loop {
        let Some((name, value)) = rest.split_once('=') else { return false };
        let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric());
        if !word(name) {
            return false;
        }
        rest = match quoted(value, true) {
            Some((_, rest)) => rest,
            None => {
                let end = value.find([',', ']']).unwrap_or(value.len());
                if !word(&value[..end]) {
                    return false;
                }
                &value[end..]
            }
        };
        match rest.strip_prefix(", ") {
            Some(more) => rest = more,
            None => return rest == "]",
        }
    }
}

fn ends(case: &Case) -> usize {
    case.figure.extract.links().len() + case.figure.extract.stances().len()
}

#[test]
fn dot_keeps_to_its_grammar() {
    check("dot", |case, text| {
        let (mut nodes, mut edges) = (0, 0);
        let mut lines = text.lines().skip_while(|line| line.starts_with("// "));
        assert_eq!(lines.next(), Some("digraph spacepact {"), "{}", case.name);
        for line in lines {
            let Some(line) = line.strip_prefix("  ") else {
                assert_eq!(line, "}", "{}", case.name);
                continue;
            };
            if let Some((word @ ("graph" | "node" | "edge"), rest)) = line.split_once(' ') {
                assert!(attributes(rest), "{word} {rest}");
                continue;
            }
            let (_, rest) = quoted(line, true).unwrap();
            let rest = match rest.strip_prefix(" -> ") {
                Some(more) => {
                    edges += 1;
                    quoted(more, true).unwrap().1
                }
                None => {
                    nodes += 1;
                    rest
                }
            };
            assert!(attributes(rest.strip_prefix(' ').unwrap()), "{}: {line}", case.name);
        }
        assert_eq!((nodes, edges), (case.figure.extract.entities().len(), ends(case)), "{}", case.name);
    });
}

#[test]
fn mermaid_keeps_to_its_grammar() {
    check("mermaid", |case, text| {
        let known = case.figure.extract.entities().len();
        let (mut nodes, mut edges) = (0, 0);
        let mut lines = text.lines().skip_while(|line| line.starts_with("%% "));
        assert_eq!(lines.next(), Some("graph LR"), "{}", case.name);
        for line in lines {
            let line = line.strip_prefix("  ").unwrap();
            if line.starts_with("classDef ") || line.starts_with("class ") {
                assert!(line.is_ascii() && !line.contains('"'), "{line}");
                continue;
            }
            let rest = line.strip_prefix('n').unwrap();
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap();
            assert!(rest[..digits].parse::<usize>().unwrap() < known);
            let rest = &rest[digits..];
            let open = rest.find('"').unwrap();
            let (label, close) = quoted(&rest[open..], false).unwrap();
            assert!(!label.contains(['|', '`', '\\', '[', '{']) || !label.contains('|'), "{label}");
            match (&rest[..open], close) {
                ("[", "]") | ("([", "])") | ("((", "))") | ("[[", "]]") | ("{{", "}}") | ("(", ")") => {
                    nodes += 1;
                }
                (" -->|" | " ---|" | " -.->|" | " -.-|", close) => {
                    let to = close.strip_prefix("| n").unwrap();
                    assert!(to.parse::<usize>().unwrap() < known);
                    edges += 1;
                }
                other => panic!("{}: {other:?}", case.name),
            }
        }
        assert_eq!((nodes, edges), (known, ends(case)), "{}", case.name);
    });
}
