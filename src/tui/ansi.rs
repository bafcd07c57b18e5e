//! Lines with colours, for commands that print to a terminal.

use ratatui::style::{Color, Modifier, Style};

use crate::figure::Text;
use crate::tui::depth::Inks;

/// A line with the escape codes of its inks.
pub fn line(text: &Text, inks: &Inks) -> String {
    let mut out = String::new();
    for span in &text.0 {
        let mut style = inks.style(span.role);
        if span.strong {
            style = style.add_modifier(Modifier::BOLD);
        }
        let codes = codes(style);
        if codes.is_empty() {
            out += &span.text;
        } else {
            out += &format!("\u{1b}[{}m{}\u{1b}[0m", codes.join(";"), span.text);
        }
    }
    out
}

/// The codes of a style: ECMA-48, "select graphic rendition".
fn codes(style: Style) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let weights =
        [(Modifier::BOLD, "1"), (Modifier::DIM, "2"), (Modifier::UNDERLINED, "4"), (Modifier::REVERSED, "7")];
    let set = weights.iter().filter(|(weight, _)| style.add_modifier.contains(*weight));
    codes.extend(set.map(|(_, code)| (*code).to_owned()));
    codes.extend(style.fg.and_then(colour));
    codes
}

fn colour(colour: Color) -> Option<String> {
    let basic = match colour {
        Color::Rgb(r, g, b) => return Some(format!("38;2;{r};{g};{b}")),
        Color::Indexed(number) => return Some(format!("38;5;{number}")),
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        _ => return None,
    };
    Some(basic.to_string())
}
