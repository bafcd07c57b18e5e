//! Mermaid, for Markdown pages: one node an entity, one edge a link or a stance.
//!
//! Identifiers are `n0`, `n1`, … in the order of the extract, because many words are reserved. Mermaid
//! itself draws at most 500 edges unless its `maxEdges` is raised.

use std::io::{self, Write};

use super::matter::Matter;
use super::network::{Edge, Line, colour, edges};
use super::words::line;
use super::{Format, Sheet};
use crate::figure::Role;
use crate::graph::EntityId;
use crate::model::kind::Kind;

/// The extract for Markdown pages.
pub struct Mermaid;

impl Format for Mermaid {
    fn name(&self) -> &'static str {
        "mermaid"
    }

    fn extension(&self) -> &'static str {
        "mmd"
    }

    fn doc(&self) -> &'static str {
        "entities and ties, for Markdown pages"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        for text in super::remarks(sheet) {
            writeln!(out, "%% {}", line(&text))?;
        }
        writeln!(out, "graph LR")?;
        let entities = matter.extract.entities();
        for (number, &id) in entities.iter().enumerate() {
            writeln!(out, "  {}", node(sheet, number, id))?;
        }
        let mut places = vec![0; sheet.graph.census().entities];
        for (number, id) in entities.iter().enumerate() {
            places[id.index()] = number;
        }
        for tie in edges(&matter) {
            writeln!(out, "  {}", edge(&tie, places[tie.from.index()], places[tie.to.index()]))?;
        }
        classes(sheet, entities, out)
    }
}

fn node(sheet: &Sheet<'_>, number: usize, id: EntityId) -> String {
    let entity = sheet.graph.entity(id);
    let label = quoted(entity.short());
    let (open, close) = match entity.kind {
        Kind::State | Kind::Facility => ("{{", "}}"),
        Kind::Mission | Kind::Programme | Kind::Station | Kind::Element => ("([", "])"),
        Kind::Person => ("((", "))"),
        Kind::Agreement => ("[[", "]]"),
        Kind::Topic => ("(", ")"),
        Kind::Agency | Kind::Institute | Kind::Organisation | Kind::Company => ("[", "]"),
    };
    format!("n{number}{open}{label}{close}")
}

fn edge(edge: &Edge, from: usize, to: usize) -> String {
    let arrow = match (edge.line, edge.directed) {
        (Line::Solid, true) => "-->",
        (Line::Solid, false) => "---",
        (Line::Dashed | Line::Dotted, true) => "-.->",
        (Line::Dashed | Line::Dotted, false) => "-.-",
    };
    format!("n{from} {arrow}|{}| n{to}", quoted(&edge.label()))
}

/// The colours of the kinds that occur.
fn classes(sheet: &Sheet<'_>, entities: &[EntityId], out: &mut dyn Write) -> io::Result<()> {
    for &kind in Kind::ALL {
        let of_kind = entities.iter().enumerate().filter(|&(_, &id)| sheet.graph.entity(id).kind == kind);
        let names: Vec<String> = of_kind.map(|(number, _)| format!("n{number}")).collect();
        if !names.is_empty() {
            let ink = colour(sheet.theme, Role::Kind(kind));
            writeln!(out, "  classDef {kind} stroke:{ink},stroke-width:2px")?;
            writeln!(out, "  class {} {kind}", names.join(","))?;
        }
    }
    Ok(())
}

/// A label in double quotes; what Mermaid could take for its own is written as a character code.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.trim().chars() {
        match letter {
            '\n' => out += "<br/>",
            '"' | '#' | '&' | '<' | '>' | '\\' | '`' | ';' | '|' | '*' | '_' | '~' => {
                out += &format!("#{};", u32::from(letter));
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_ends_a_label_but_its_quote() {
        assert_eq!(quoted("a \"b\" <c>\nd"), "\"a #34;b#34; #60;c#62;<br/>d\"");
        assert_eq!(quoted("C#|`x`"), "\"C#35;#124;#96;x#96;\"");
    }
}
