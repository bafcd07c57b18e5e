//! Stub: replaced.
use crate::figure::Role;
use crate::theme::Theme;
use ratatui::style::{Color, Modifier, Style};

/// d
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Depth {
    /// m
    Mono,
    /// r
    Rgb,
}
/// i
pub struct Inks {
    /// t
    pub theme: Theme,
    /// d
    pub depth: Depth,
    /// a
    pub ascii: bool,
}
impl Inks {
    /// s
    pub fn style(&self, role: Role) -> Style {
        let (r, g, b) = self.theme.ink(role).rgb;
        match self.depth {
            Depth::Mono => Style::new(),
            Depth::Rgb => Style::new().fg(Color::Rgb(r, g, b)),
        }
    }
    /// s
    pub fn selection(&self) -> Style {
        let (r, g, b) = self.theme.selection.rgb;
        match self.depth {
            Depth::Mono => Style::new().add_modifier(Modifier::REVERSED),
            Depth::Rgb => Style::new().bg(Color::Rgb(r, g, b)),
        }
    }
    /// s
    pub fn bar(&self) -> Style {
        let (r, g, b) = self.theme.bar.rgb;
        match self.depth {
            Depth::Mono => Style::new(),
            Depth::Rgb => Style::new().bg(Color::Rgb(r, g, b)),
        }
    }
    /// s
    pub fn found(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }
}
