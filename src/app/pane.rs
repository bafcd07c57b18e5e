//! A pane: a question, its answer, and a cursor in it.

use std::borrow::Cow;

mod detail;

use crate::atlas::Atlas;
use crate::figure::motion::{Way, nearest};
use crate::figure::{Body, Extract, Figure, Page, Row, Table, Target, Text};
use crate::layout::Point;
use crate::layout::area::Area;
use crate::layout::globe::Window;
use crate::typeset::scene::{Camera, places};
use crate::typeset::{self, Line, Measure};
use crate::view::sources::Grounds;
use crate::view::{self, Lens, View};

#[cfg(test)]
mod tests;

/// The place of a node that is not drawn.
const NOWHERE: Point = Point::new(f64::NAN, f64::NAN);

/// What a pane shows.
#[derive(Clone)]
pub enum Subject {
    /// A view through a lens.
    View(&'static dyn View, Box<Lens>),
    /// What a claim rests on, and the line that tells it.
    Grounds(Option<Grounds>),
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::View(view, lens), Self::View(other, other_lens)) => {
                view.name() == other.name() && lens == other_lens
            }
            (Self::Grounds(grounds), Self::Grounds(other)) => grounds == other,
            _ => false,
        }
    }
}

/// A pane.
pub struct Pane {
    subject: Subject,
    figure: Figure,
    targets: Vec<Target>,
    /// The lines of a page at the width of the pane.
    lines: Vec<Line>,
    /// How wide its table is.
    measure: Measure,
    width: u16,
    /// Whether the figure is that of the subject.
    made: bool,
    /// The item under the cursor.
    pub cursor: usize,
    /// The first line that is seen.
    pub offset: usize,
    /// Whether the cursor has been moved; a page is shown from its top until then.
    pub moved: bool,
    /// From where a scene is looked at.
    pub camera: Camera,
    /// The column of the cell under the cursor, where it has left the row as a whole.
    pub column: Option<usize>,
}

impl Pane {
    /// An empty pane, to be set.
    pub fn new() -> Self {
        Self {
            subject: Subject::Grounds(None),
            figure: Figure::new("", Body::Page(Page::default()), Extract::default()),
            targets: Vec::new(),
            lines: Vec::new(),
            measure: Measure::default(),
            width: 0,
            made: false,
            cursor: 0,
            offset: 0,
            moved: false,
            camera: Camera::default(),
            column: None,
        }
    }

    /// What it shows.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The answer.
    pub fn figure(&self) -> &Figure {
        &self.figure
    }

    /// Lines of its page; empty for tables and scenes.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How wide its table is, where it has one.
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// How many items the cursor can stand on.
    pub fn len(&self) -> usize {
        self.targets.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// What is under the cursor.
    pub fn target(&self) -> Target {
        match self.is_still() {
            true => Target::NONE,
            false => self.spot().map_or_else(|| self.item(self.cursor), |spot| spot.target),
        }
    }

    /// What an item stands for.
    pub fn item(&self, number: usize) -> Target {
        self.targets.get(number).copied().unwrap_or(Target::NONE)
    }

    /// Shows something; the figure is made anew only if it is something else.
    ///
    /// The cursor stays if only filters or dates changed, and goes to the top if it is another thing.
    /// Says whether it was.
    pub fn set(&mut self, atlas: &Atlas, subject: Subject) -> bool {
        if self.subject == subject && self.made {
            return false;
        }
        let (figure, same) = match (&subject, &self.subject) {
            (Subject::View(view, lens), Subject::View(old, old_lens)) => {
                (view::answer(*view, atlas, lens), view.name() == old.name() && lens.focus == old_lens.focus)
            }
            (Subject::View(view, lens), Subject::Grounds(_)) => (view::answer(*view, atlas, lens), false),
            (Subject::Grounds(Some(grounds)), _) => (grounds.figure(&atlas.graph), false),
            (Subject::Grounds(None), _) => (no_grounds(), false),
        };
        let before = self.item(self.cursor).entity;
        self.figure = figure;
        self.targets = self.figure.targets();
        if let Body::Table(table) = &self.figure.body {
            self.measure = Measure::of(table);
        }
        self.subject = subject;
        self.lines.clear();
        self.width = 0;
        self.made = true;
        if same {
            self.cursor = self.cursor.min(self.targets.len().saturating_sub(1));
            // A picture has other nodes in other places: the cursor goes with its entity.
            if matches!(self.figure.body, Body::Scene(_)) {
                let there = |target: &Target| target.entity.is_some() && target.entity == before;
                self.cursor = self.targets.iter().position(there).unwrap_or(0);
            }
        } else {
            self.cursor = 0;
            self.offset = 0;
            self.moved = false;
            self.column = None;
        }
        true
    }

    /// Sets the lines to the width and brings the cursor into sight.
    pub fn fit(&mut self, inside: Area) {
        if self.width != inside.width {
            self.width = inside.width.max(1);
            self.lines = match &self.figure.body {
                Body::Page(page) => typeset::page(page, inside.width.into()),
                _ => Vec::new(),
            };
        }
        let height = usize::from(self.body(inside).height).max(1);
        let line = self.line_of(self.cursor);
        let last = self.line_of_end(self.cursor);
        let most = self.count().saturating_sub(height);
        // A step to the last item asks for what stands below it too; a scroll beyond it stays there.
        let stepped = self.offset > most;
        self.offset = self.offset.min(most);
        if !self.is_still() {
            if line < self.offset && (stepped || self.cursor + 1 < self.targets.len()) {
                self.offset = line;
            }
            if last >= self.offset + height {
                self.offset = last + 1 - height;
            }
        }
        self.offset = self.offset.min(most);
    }

    /// Lines of the body, heads not counted.
    pub fn count(&self) -> usize {
        match &self.figure.body {
            Body::Table(table) => table.rows.len(),
            Body::Page(_) => self.lines.len(),
            Body::Scene(_) => 0,
        }
    }

    /// The chart: as a whole if it takes no more than half of the pane, else without what it can spare.
    pub fn chart(&self, inside: Area) -> Option<Cow<'_, Table>> {
        let chart = self.figure.chart.as_ref()?;
        if chart.rows.len() <= usize::from(inside.height / 2) || !chart.rows.iter().any(|row| row.spare) {
            return Some(Cow::Borrowed(chart));
        }
        let mut chart = chart.clone();
        chart.rows.retain(|row| !row.spare);
        Some(Cow::Owned(chart))
    }

    /// Rows of the chart that are shown, the empty one below it among them: all if they leave a third of
    /// the pane to the body, else as many as do; none where that is too few to be a chart.
    pub fn chart_rows(&self, inside: Area) -> u16 {
        let Some(chart) = self.chart(inside) else { return 0 };
        let rows = chart.rows.len() as u16 + u16::from(chart.heads) + 1;
        let most = inside.height * 2 / 3;
        if most < 5 { 0 } else { rows.min(most) }
    }

    /// Rows of the sentence that says why there is nothing, where there are rows below it all the same.
    pub fn said_rows(&self, inside: Area) -> u16 {
        match &self.figure.empty {
            Some(empty) if self.count() > 0 => {
                typeset::wrap::wrap(&Text::from(empty.as_str()), inside.width.into()).len() as u16 + 1
            }
            _ => 0,
        }
    }

    /// The part of a pane in which the body scrolls: under the chart and the heads, above the detail.
    pub fn body(&self, inside: Area) -> Area {
        let (_, rest) = inside.top(self.chart_rows(inside) + self.said_rows(inside));
        let heads = matches!(&self.figure.body, Body::Table(table) if table.heads && !self.is_empty());
        let (_, rest) = rest.top(u16::from(heads));
        rest.top(rest.height.saturating_sub(self.detail_rows(inside))).0
    }

    fn line_of(&self, item: usize) -> usize {
        match &self.figure.body {
            Body::Table(table) => row_of(&table.rows, item),
            Body::Page(_) => self.lines.iter().position(|line| line.item == Some(item)).unwrap_or(0),
            Body::Scene(_) => 0,
        }
    }

    fn line_of_end(&self, item: usize) -> usize {
        match &self.figure.body {
            Body::Page(_) => self.lines.iter().rposition(|line| line.item == Some(item)).unwrap_or(0),
            _ => self.line_of(item),
        }
    }

    /// The item on a line of the body, counted from its first seen line.
    pub fn item_at(&self, row: usize) -> Option<usize> {
        let line = self.offset + row;
        match &self.figure.body {
            Body::Table(table) => {
                let here = table.rows.get(line).filter(|row| !row.heading);
                here.map(|_| table.rows[..line].iter().filter(|row| !row.heading).count())
            }
            Body::Page(_) => self.lines.get(line).and_then(|line| line.item),
            Body::Scene(_) => None,
        }
    }

    /// Moves the cursor by so many items.
    pub fn step(&mut self, by: isize) {
        let last = self.targets.len().saturating_sub(1);
        // The first step in a page only brings the cursor into sight where it is.
        let seen = self.moved || !matches!(self.figure.body, Body::Page(_));
        self.moved = true;
        if seen || by.unsigned_abs() != 1 {
            self.cursor = self.cursor.saturating_add_signed(by).min(last);
        }
        if self.cursor == 0 && by < 0 {
            self.offset = 0;
        }
        if self.cursor == last && by > 0 {
            self.offset = self.count();
        }
    }

    /// Moves by so many lines, the cursor to the item nearest there; where no item is seen as a whole,
    /// the text just scrolls.
    pub fn scroll(&mut self, by: isize, inside: Area) {
        let height = usize::from(self.body(inside).height);
        let most = self.count().saturating_sub(height);
        self.offset = self.offset.saturating_add_signed(by).min(most);
        let page = matches!(self.figure.body, Body::Page(_));
        let (top, end) = (self.offset, self.offset + height);
        let whole = |item: &usize| !page || (self.line_of(*item) >= top && self.line_of_end(*item) < end);
        let seen = (0..height).filter_map(|row| self.item_at(row)).filter(whole);
        let (first, last) = seen.fold((None, None), |(first, _), item| (first.or(Some(item)), Some(item)));
        self.moved = first.is_some();
        if first.is_none() && !page && by > 0 {
            self.cursor = self.targets.len().saturating_sub(1);
        }
        if let (Some(first), Some(last)) = (first, last) {
            let aim = if by == 0 { self.cursor } else { self.cursor.saturating_add_signed(by) };
            self.cursor = aim.clamp(first, last);
        }
    }

    /// Whether it is a page in which no line has been selected yet.
    pub fn is_still(&self) -> bool {
        matches!(self.figure.body, Body::Page(_)) && !self.moved
    }

    /// Whether the body is a plane in which the cursor goes four ways.
    pub fn is_plane(&self) -> bool {
        matches!(self.figure.body, Body::Scene(_))
    }

    /// The window of its map, with the seat under the cursor in the middle.
    pub fn aim(&self) -> Option<Window> {
        match &self.figure.body {
            Body::Scene(scene) => Some(scene.window?.to(scene.nodes.get(self.cursor)?.at)),
            _ => None,
        }
    }

    /// Where the nodes of its scene are drawn; empty for other bodies.
    pub fn places(&self, inside: Area) -> Vec<Option<(u16, u16)>> {
        match &self.figure.body {
            Body::Scene(scene) => places(scene, self.body(inside), self.camera),
            _ => Vec::new(),
        }
    }

    /// Moves the cursor in a plane, over the places where the nodes are really drawn.
    pub fn go(&mut self, way: Way, inside: Area) {
        // Two cells side by side are about as far as one above the other; y grows upward. What is not
        // drawn is nowhere, and no way leads there.
        let places = self.places(inside);
        let point = |(x, y): (u16, u16)| Point::new(f64::from(x) / 2.0, -f64::from(y));
        let points: Vec<Point> = places.iter().map(|place| place.map_or(NOWHERE, point)).collect();
        let step = || stacked(&places, self.cursor, way).or_else(|| nearest(&points, self.cursor, way));
        // From what is not drawn every way leads back to the first that is.
        let next = match places.get(self.cursor) {
            Some(None) => places.iter().position(Option::is_some),
            _ => step(),
        };
        self.cursor = next.unwrap_or(self.cursor);
    }
}

impl Default for Pane {
    fn default() -> Self {
        Self::new()
    }
}

/// The next to the left or to the right among those that one sign stands for.
fn stacked(places: &[Option<(u16, u16)>], from: usize, way: Way) -> Option<usize> {
    let here = places.get(from).copied().flatten()?;
    let same = |number: &usize| places[*number] == Some(here);
    match way {
        Way::Right => (from + 1..places.len()).find(same),
        Way::Left => (0..from).rev().find(same),
        Way::Up | Way::Down => None,
    }
}

/// The row of an entry, headings counted.
fn row_of(rows: &[Row], item: usize) -> usize {
    rows.iter().enumerate().filter(|(_, row)| !row.heading).nth(item).map_or(0, |(line, _)| line)
}

fn no_grounds() -> Figure {
    Figure::nothing(
        "Sources",
        Body::Page(Page::default()),
        "Put the cursor on a line to see what it rests on.",
    )
}
