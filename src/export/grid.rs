//! Figures as rows of plain cells, for formats that are read by programs.

use super::Sheet;
use super::matter::Matter;
use super::words::words;
use crate::figure::{Block, Body, Cell, Page, Row, Scene, Table, Target, Text};
use crate::graph::{ClaimId, Entity, LinkId, StanceId};
use crate::model::standing::Rung;

/// A table without ink. Every line has one cell a column.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// What the rows are grouped by: `group` in tables and scenes, `section` in pages.
    pub(super) grouped: &'static str,
    /// Names of the columns, each once.
    pub(super) columns: Vec<String>,
    /// The rows.
    pub(super) lines: Vec<Line>,
}

/// A row without ink.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The headings above it.
    pub(super) group: String,
    /// Its cells, as many as there are columns; `None` for columns of other parts of a page.
    pub(super) cells: Vec<Option<String>>,
    /// Identifier of the entity it stands for; may be empty.
    pub(super) entity: String,
    /// What else there is to say about it.
    pub(super) detail: Vec<String>,
    /// Its footnotes.
    pub(super) cites: Vec<u32>,
}

/// Names that a format gives to columns of its own.
const RESERVED: &[&str] = &["group", "section", "entity", "detail", "sources"];

/// The body of a figure as rows.
pub(super) fn grid(sheet: &Sheet<'_>) -> Grid {
    let mut grid = Grid { grouped: "group", ..Grid::default() };
    match &sheet.figure.body {
        Body::Table(table) => grid.table(sheet, "", table),
        Body::Page(page) => grid.page(sheet, page),
        Body::Scene(scene) => grid.ties(sheet, scene),
    }
    let width = grid.columns.len();
    for line in &mut grid.lines {
        line.cells.resize(width, None);
    }
    grid
}

impl Grid {
    fn table(&mut self, sheet: &Sheet<'_>, section: &str, table: &Table) {
        let mut taken = Vec::new();
        let places: Vec<Option<usize>> = (0..table.columns.len())
            .map(|number| says_something(table, number).then(|| self.place(table, number, &mut taken)))
            .collect();
        let mut group = section.to_owned();
        for row in &table.rows {
            if row.heading {
                let title = row.cells.first().map(cell).unwrap_or_default();
                group = if section.is_empty() { title } else { format!("{section}: {title}") };
                continue;
            }
            let mut line = line(sheet, row);
            line.group.clone_from(&group);
            for (place, cell) in places.iter().zip(&row.cells) {
                if let Some(place) = place {
                    self.set(&mut line, *place, self::cell(cell));
                }
            }
            self.lines.push(line);
        }
    }

    fn page(&mut self, sheet: &Sheet<'_>, page: &Page) {
        self.grouped = "section";
        let (label_at, value_at) = (self.named("label"), self.named("value"));
        let mut section = String::new();
        for block in &page.blocks {
            let (label, value, cites, target) = match block {
                Block::Heading { title, .. } => {
                    section.clone_from(title);
                    continue;
                }
                Block::Table(table) => {
                    self.table(sheet, &section, table);
                    continue;
                }
                Block::Paragraph { text, cites } => ("", text, cites, Target::NONE),
                Block::Fact { label, value, cites, target } => (*label, value, cites, *target),
            };
            let entity = entity(sheet, target);
            let mut line = Line { group: section.clone(), entity, cites: cites.clone(), ..Line::default() };
            self.set(&mut line, label_at, label.to_owned());
            self.set(&mut line, value_at, words(value));
            self.lines.push(line);
        }
    }

    /// The edges of a scene: links, then stances; its nodes if it has no edges.
    fn ties(&mut self, sheet: &Sheet<'_>, scene: &Scene) {
        let columns = ["from", "from name", "relation", "to", "to name", "role", "during", "phase"];
        self.columns = columns.iter().chain(&["rung", "confidence"]).map(ToString::to_string).collect();
        let matter = Matter::new(sheet);
        self.lines.extend(matter.extract.links().iter().map(|&id| link(&matter, id)));
        self.lines.extend(matter.extract.stances().iter().map(|&id| stance(&matter, id)));
        if self.lines.is_empty() {
            self.lines.extend(scene.nodes.iter().map(|node| {
                let entity = entity(sheet, node.target);
                Line {
                    cells: vec![Some(entity.clone()), Some(node.label.clone())],
                    entity,
                    ..Line::default()
                }
            }));
        }
    }

    /// The column of a table among the columns of the grid. A name that the table has used before gets
    /// a number, so that no cell hides another.
    fn place(&mut self, table: &Table, number: usize, taken: &mut Vec<usize>) -> usize {
        let name = match &*table.columns[number].name {
            "" => "value",
            name => name,
        };
        let name = if RESERVED.contains(&name) { format!("{name} text") } else { name.to_owned() };
        let mut place = self.named(&name);
        let mut count = 1;
        while taken.contains(&place) {
            count += 1;
            place = self.named(&format!("{name} {count}"));
        }
        taken.push(place);
        place
    }

    fn named(&mut self, name: &str) -> usize {
        self.columns.iter().position(|column| column == name).unwrap_or_else(|| {
            self.columns.push(name.to_owned());
            self.columns.len() - 1
        })
    }

    fn set(&self, line: &mut Line, place: usize, text: String) {
        line.cells.resize(self.columns.len(), None);
        line.cells[place] = Some(number(text));
    }
}

/// A number as machines read it, without the blanks that set off its thousands; any other text as it is.
fn number(text: String) -> String {
    let blank = '\u{202f}';
    let grouped = text.contains(blank) && text.chars().all(|sign| sign.is_ascii_digit() || sign == blank);
    if grouped { text.replace(blank, "") } else { text }
}

/// Whether a column has words: strips without labels and bars of blocks are for the eye only.
pub(super) fn says_something(table: &Table, column: usize) -> bool {
    let drawn = |letter: char| ('\u{2580}'..='\u{259f}').contains(&letter);
    let mut cells = table.entries().filter_map(|row| row.cells.get(column)).peekable();
    let only_seen = cells.peek().is_some_and(|cell| match cell {
        Cell::Strip(_) => true,
        Cell::Text(text) => text.plain().chars().any(drawn),
    });
    !only_seen || cells.any(|cell| !cell.plain().chars().all(drawn))
}

/// The words of a cell.
pub(super) fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => words(text),
        Cell::Strip(_) => cell.plain(),
    }
}

fn line(sheet: &Sheet<'_>, row: &Row) -> Line {
    let mut cites = row.cites.clone();
    if cites.is_empty() {
        // A row that stands for a source rests on it.
        let sources = sheet.figure.extract.sources().iter();
        let own = sources.zip(1..).find(|&(&source, _)| row.target.source == Some(source));
        cites.extend(own.map(|(_, number)| number));
    }
    let detail = row.detail.iter().map(Text::plain).collect();
    Line { entity: entity(sheet, row.target), detail, cites, ..Line::default() }
}

fn entity(sheet: &Sheet<'_>, target: Target) -> String {
    target.entity.map_or(String::new(), |id| sheet.graph.entity(id).id().to_owned())
}

fn link(matter: &Matter<'_>, id: LinkId) -> Line {
    let link = matter.graph.link(id);
    let (from, to) = (matter.graph.entity(link.from), matter.graph.entity(link.to));
    let mut line = tie(matter, ClaimId::Link(id), from, link.relation.verb(), to);
    let cells = [
        link.role().unwrap_or_default().to_owned(),
        link.when(),
        matter.seen.link_phase(id).name().to_owned(),
        link.rung.map_or("", Rung::name).to_owned(),
        link.claim.confidence.to_string(),
    ];
    line.cells.extend(cells.map(Some));
    line.detail.extend(link.tie.note.iter().map(ToString::to_string));
    line
}

fn stance(matter: &Matter<'_>, id: StanceId) -> Line {
    let stance = matter.graph.stance(id);
    let (from, to) = (matter.graph.entity(stance.holder), matter.graph.entity(stance.about));
    let mut line = tie(matter, ClaimId::Stance(id), from, stance.record.position.name(), to);
    let (gist, on) = (stance.record.gist.to_string(), stance.on.to_string());
    let confidence = stance.claim.confidence.to_string();
    line.cells.extend([gist, on, String::new(), String::new(), confidence].map(Some));
    line.detail.extend(stance.record.quote.iter().map(ToString::to_string));
    line
}

fn tie(matter: &Matter<'_>, claim: ClaimId, from: &Entity, verb: &str, to: &Entity) -> Line {
    let cells = [from.id(), from.short(), verb, to.id(), to.short()];
    Line {
        cells: cells.map(|cell| Some(cell.to_owned())).into(),
        entity: to.id().to_owned(),
        cites: matter.cites(claim),
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_have_no_blanks_and_texts_keep_theirs() {
        assert_eq!(number("2\u{202f}174".to_owned()), "2174");
        assert_eq!(number("2\u{202f}174 links".to_owned()), "2\u{202f}174 links");
    }
}
