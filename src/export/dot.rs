//! DOT, for Graphviz: one node an entity, one edge a link or a stance.
//!
//! Shape and colour say the kind, as on the screen. Edges that are over are dashed, planned and doubtful
//! ones dotted. The stamp stands above as comments.

use std::io::{self, Write};

use super::matter::Matter;
use super::network::{Edge, Line, colour, edges, paper, tip};
use super::words::line;
use super::{Format, Sheet};
use crate::figure::Role;
use crate::graph::EntityId;
use crate::model::kind::Kind;

/// The extract for Graphviz.
pub struct Dot;

impl Format for Dot {
    fn name(&self) -> &'static str {
        "dot"
    }

    fn extension(&self) -> &'static str {
        "dot"
    }

    fn doc(&self) -> &'static str {
        "entities and ties, for Graphviz"
    }

    fn write(&self, sheet: &Sheet<'_>, out: &mut dyn Write) -> io::Result<()> {
        let matter = Matter::new(sheet);
        for text in super::remarks(sheet) {
            writeln!(out, "// {}", line(&text))?;
        }
        let theme = sheet.theme;
        let (back, text, muted) = (paper(theme), colour(theme, Role::Text), colour(theme, Role::Muted));
        writeln!(out, "digraph spacepact {{")?;
        writeln!(
            out,
            "  graph [label={}, bgcolor=\"{back}\", fontcolor=\"{text}\", fontname=\"sans-serif\", labelloc=t, overlap=false]",
            quoted(&sheet.figure.title)
        )?;
        writeln!(out, "  node [fontcolor=\"{text}\", fontname=\"sans-serif\", style=solid]")?;
        writeln!(
            out,
            "  edge [color=\"{muted}\", fontcolor=\"{muted}\", fontname=\"sans-serif\", fontsize=10]"
        )?;
        for &id in matter.extract.entities() {
            writeln!(out, "  {}", node(sheet, id))?;
        }
        for tie in edges(&matter) {
            writeln!(out, "  {}", edge(sheet, &tie))?;
        }
        writeln!(out, "}}")
    }
}

fn node(sheet: &Sheet<'_>, id: EntityId) -> String {
    let entity = sheet.graph.entity(id);
    format!(
        "{} [label={}, tooltip={}, shape={}, color=\"{}\"]",
        quoted(entity.id()),
        quoted(entity.short()),
        quoted(&tip(entity)),
        shape(entity.kind),
        colour(sheet.theme, Role::Kind(entity.kind)),
    )
}

fn edge(sheet: &Sheet<'_>, edge: &Edge) -> String {
    let named = |id: EntityId| quoted(sheet.graph.entity(id).id());
    let style = match edge.line {
        Line::Solid => "solid",
        Line::Dashed => "dashed",
        Line::Dotted => "dotted",
    };
    let mut out = format!(
        "{} -> {} [label={}, style={style}, color=\"{}\"",
        named(edge.from),
        named(edge.to),
        quoted(&edge.label()),
        colour(sheet.theme, edge.role),
    );
    if !edge.remark.is_empty() {
        out += &format!(", tooltip={}", quoted(&edge.remark));
    }
    if !edge.directed {
        out += ", dir=none";
    }
    out + "]"
}

const fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::State => "doublecircle",
        Kind::Agency => "box",
        Kind::Institute => "component",
        Kind::Organisation => "tab",
        Kind::Company => "octagon",
        Kind::Programme => "folder",
        Kind::Mission => "hexagon",
        Kind::Station => "house",
        Kind::Element => "box3d",
        Kind::Agreement => "note",
        Kind::Person => "ellipse",
        Kind::Facility => "pentagon",
        Kind::Topic => "plaintext",
    }
}

/// A text in double quotes. Backslashes are doubled, because labels read them, and so are the ampersands
/// of what would be a character reference.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.trim().chars() {
        match letter {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '&' => out += "&amp;",
            '\n' => out += "\\n",
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
    fn quotes_backslashes_and_breaks_stay_inside() {
        assert_eq!(quoted("a \"b\" \\ c\nd"), r#""a \"b\" \\ c\nd""#);
        assert_eq!(quoted("R&D"), "\"R&amp;D\"");
        assert_eq!(quoted("微笑"), "\"微笑\"");
    }
}
