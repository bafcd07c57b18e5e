//! A sheet of paper that grows downward: text on a grid of cells, and the shapes between.

use unicode_width::UnicodeWidthStr;

use crate::export::network::{colour, paper};
use crate::export::xml::escape;
use crate::figure::{Role, Text};
use crate::theme::Theme;
use crate::typeset::wrap;

/// Width of a cell.
pub(super) const CELL: f64 = 8.4;
/// Height of a line.
pub(super) const LINE: f64 = 20.0;
/// Size of letters.
const LETTER: f64 = 14.0;
/// Blank border on all sides.
pub(super) const MARGIN: f64 = 28.0;
/// Cells of a line, at least and at most.
const CELLS: (usize, usize) = (104, 180);
/// Cells of a paragraph.
const MEASURE: usize = 100;

const FONTS: &str = "'DejaVu Sans Mono','JetBrains Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','Noto Sans Mono','Noto Sans CJK SC',monospace";

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture that is being drawn.
pub(super) struct Canvas<'t> {
    pub(super) theme: &'t Theme,
    /// The elements so far.
    pub(super) out: String,
    /// Cells of a line.
    pub(super) cells: usize,
    /// Base line of the next line of text.
    pub(super) y: f64,
    /// Width of the picture.
    pub(super) width: f64,
}

/// A number as SVG takes it, to a tenth.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

impl<'t> Canvas<'t> {
    /// An empty sheet, as wide as what is wanted, within bounds.
    pub(super) fn new(theme: &'t Theme, cells: usize) -> Self {
        let cells = cells.clamp(CELLS.0, CELLS.1);
        let width = 2.0 * MARGIN + cells as f64 * CELL;
        Self { theme, out: String::new(), cells, y: MARGIN + LETTER, width }
    }

    /// Left edge of a cell.
    pub(super) fn x(cell: usize) -> f64 {
        MARGIN + cell as f64 * CELL
    }

    /// Moves the next line down.
    pub(super) fn skip(&mut self, by: f64) {
        self.y += by;
    }

    /// The colour of a role.
    pub(super) fn ink(&self, role: Role) -> String {
        colour(self.theme, role)
    }

    /// The title of the picture.
    pub(super) fn title(&mut self, title: &str) {
        let (x, y, ink) = (number(MARGIN), number(self.y + 4.0), self.ink(Role::Accent));
        for (row, text) in wrap::wrap(&Text::from(title), MEASURE).iter().enumerate() {
            let y = if row == 0 { y.clone() } else { number(self.y + 4.0) };
            self.out += &format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"20\" font-weight=\"bold\" fill=\"{ink}\">{}</text>\n",
                escape(&text.plain())
            );
            self.y += LINE * 1.4;
        }
    }

    /// A text that starts at a cell of the current line.
    pub(super) fn write(&mut self, cell: usize, text: &Text) {
        self.text(Self::x(cell), self.y, text, Anchor::Start);
    }

    /// A text at a place.
    pub(super) fn text(&mut self, x: f64, y: f64, text: &Text, anchor: Anchor) {
        if text.plain().trim().is_empty() {
            return;
        }
        self.grounds(x, y, text, anchor);
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = |strong: bool| if strong { " font-weight=\"bold\"" } else { "" };
        self.out += &format!("<text x=\"{}\" y=\"{}\"{anchor}", number(x), number(y));
        match text.0.as_slice() {
            [one] => {
                let (ink, weight) = (self.ink(one.role), weight(one.strong));
                self.out += &format!(" fill=\"{ink}\"{weight}>{}", escape(&one.text));
            }
            spans => {
                self.out.push('>');
                for span in spans {
                    let (ink, weight) = (self.ink(span.role), weight(span.strong));
                    let text = escape(&span.text);
                    self.out += &format!("<tspan fill=\"{ink}\"{weight}>{text}</tspan>");
                }
            }
        }
        self.out += "</text>\n";
    }

    /// The grounds under the letters of a text.
    fn grounds(&mut self, x: f64, y: f64, text: &Text, anchor: Anchor) {
        let width = text.width() as f64 * CELL;
        let mut at = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        for span in &text.0 {
            let width = span.text.width() as f64 * CELL;
            if let Role::Ground(step) = span.role {
                let (x, y, width) = (number(at), number(y - 15.0), number(width));
                let ink = self.ink(Role::Heat(step));
                self.out += &format!(
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{ink}\"/>\n",
                    number(LINE)
                );
            }
            at += width;
        }
    }

    /// An address that can be followed; text alone if no browser should open it.
    pub(super) fn link(&mut self, cell: usize, url: &str) {
        let text = wrap::cut(&Text::of(url, Role::Link), self.cells - cell);
        if url.starts_with("https://") || url.starts_with("http://") {
            self.out += &format!("<a href=\"{}\">", escape(url));
            self.write(cell, &text);
            self.out += "</a>\n";
        } else {
            self.write(cell, &text);
        }
    }

    /// Makes room for a drawing that is wider.
    pub(super) fn widen(&mut self, width: f64) {
        self.width = self.width.max(width);
        self.cells = ((self.width - 2.0 * MARGIN) / CELL) as usize;
    }

    /// A paragraph, and the line after it.
    pub(super) fn paragraph(&mut self, text: &Text) {
        for text in wrap::wrap(text, MEASURE) {
            self.write(0, &text);
            self.y += LINE;
        }
    }

    /// A heading with a rule behind it and a remark at the right edge.
    pub(super) fn heading(&mut self, title: &str, note: &str) {
        self.y += LINE;
        let room = self.cells.saturating_sub(note.chars().count() + 8);
        let title = wrap::cut(&Text::strong(title, Role::Accent), room);
        self.write(0, &title);
        let right = Self::x(self.cells);
        let note = Text::of(note, Role::Muted);
        self.text(right, self.y, &note, Anchor::End);
        let from = Self::x(title.width() + 1);
        let to = if note.is_empty() { right } else { Self::x(self.cells - note.width() - 1) };
        if to > from {
            self.stroke((from, self.y - 4.5), (to, self.y - 4.5), Role::Border, "");
        }
        self.y += LINE;
    }

    /// A line from edge to edge.
    pub(super) fn rule(&mut self) {
        self.stroke((MARGIN, self.y - 4.5), (Self::x(self.cells), self.y - 4.5), Role::Border, "");
    }

    /// A straight line, one pixel thin unless the attributes say otherwise.
    pub(super) fn stroke(&mut self, from: (f64, f64), to: (f64, f64), role: Role, more: &str) {
        let ink = self.ink(role);
        self.out += &format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{ink}\"{more}/>\n",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
        );
    }

    /// The whole picture.
    pub(super) fn finish(self, title: &str, description: &str) -> String {
        let (width, height) = (number(self.width), number((self.y - LETTER + MARGIN).ceil()));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" font-family=\"{FONTS}\" font-size=\"{LETTER}\" \
             xml:space=\"preserve\">\n\
             <title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n{}</svg>\n",
            escape(title),
            escape(description),
            paper(self.theme),
            self.out
        )
    }
}
