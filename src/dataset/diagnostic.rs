//! A fault in the data: what is wrong, where, and what would be right.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::location::{Files, Place};

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The record or claim is left out.
    Error,
    /// Worth a look; everything is used.
    Warning,
    /// Nothing is wrong; somebody who looks after the data may want to know.
    Note,
}

impl Severity {
    /// The word shown before the message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the rule that is broken.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where; `None` if it is not in a file (a folder without files).
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: String,
}

impl Diagnostic {
    /// The fault as text for people: message, place, the line with a mark under it, and the remedy.
    ///
    /// ```text
    /// error: no entity has the id "esaa"  [unknown-id]
    ///   --> missions/smile.ron:41:17
    ///    |
    /// 41 |         (who: "esaa", as: Leads),
    ///    |                ^^^^
    ///    = did you mean "esa" (European Space Agency)?
    /// ```
    pub fn render(&self, files: &Files) -> String {
        let mut out = format!("{}: {}  [{}]\n", self.severity.name(), self.message, self.rule);
        let mut gutter = String::from(" ");
        if let Some(place) = self.place
            && let Some(file) = files.get(place.file)
        {
            let at = files.line_column(place);
            let number = at.line.to_string();
            gutter = " ".repeat(number.len());
            let where_in =
                if place.is_whole() { String::new() } else { format!(":{}:{}", at.line, at.column) };
            let _ = writeln!(out, "{gutter}--> {}{where_in}", file.name);
            if !place.is_whole() && !file.text.is_empty() {
                let (line, mark) = excerpt(files, place);
                let _ = writeln!(out, "{gutter} |\n{number} | {line}\n{gutter} | {mark}");
            }
        }
        let _ = writeln!(out, "{gutter} = {}", self.help);
        out
    }

    /// The fault on one line, as compilers print it: `file:line:column: message`.
    pub fn brief(&self, files: &Files) -> String {
        match self.place.and_then(|place| files.get(place.file).map(|file| (place, file))) {
            Some((place, file)) => {
                let at = files.line_column(place);
                format!("{}:{}:{}: {}", file.name, at.line, at.column, self.message)
            }
            None => self.message.clone(),
        }
    }
}

/// The line of a place, shortened around it if it is long, and the marks to print below.
fn excerpt(files: &Files, place: Place) -> (String, String) {
    const WIDTH: usize = 110;
    let line = files.line(place);
    let column = files.line_column(place).column - 1;
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    let chars: Vec<char> = line.chars().map(shown).collect();
    let from = if chars.len() > WIDTH { column.saturating_sub(WIDTH / 2) } else { 0 };
    let from = from.min(chars.len());
    let to = chars.len().min(from + WIDTH);
    let column = column.clamp(from, to);
    let text = |part: &[char]| part.iter().collect::<String>();
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < chars.len() { "…" } else { "" };
    let marked = marked(files, place).chars().count().min(to - column);
    let before = lead.width() + text(&chars[from..column]).width();
    let carets = text(&chars[column..column + marked]).width().max(1);
    let cut = text(&chars[from..to]);
    (format!("{lead}{cut}{tail}"), format!("{}{}", " ".repeat(before), "^".repeat(carets)))
}

/// The text of a place as far as it stands on the first line.
fn marked(files: &Files, place: Place) -> &str {
    let text = files.get(place.file).map_or("", |file| &*file.text);
    let end = (place.end as usize).min(text.len());
    text.get(place.start as usize..end).and_then(|part| part.lines().next()).unwrap_or_default()
}
