//! How many colours a terminal has, and what a role looks like in so many of them.
//!
//! Only the command line and the environment are asked, never the terminal: a query that nobody answers
//! would hold up the first frame for seconds.

use ratatui::style::{Color, Modifier, Style};

use crate::figure::Role;
use crate::theme::{Basic, Ink, Theme};

crate::vocabulary! {
    /// How many colours are used.
    pub enum Depth {
        /// None: weight, underlines and reversed cells say it all.
        Mono = "none",
        /// The sixteen of the terminal's own palette.
        Sixteen = "16",
        /// The palette of 256.
        Indexed = "256",
        /// Any colour.
        Rgb = "rgb",
    }
}

/// Reads a variable of the environment; `None` if it is not set or empty.
pub type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The environment of the process.
pub fn environment(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
}

/// Terminals that show any colour and say so only by their name: over SSH `COLORTERM` is lost.
const VIVID: &[&str] = &["alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm"];

impl Depth {
    /// What is asked for, else what the environment tells.
    ///
    /// `NO_COLOR` with any text in it means none; `TERM=dumb` too; then `COLORTERM` and `TERM` count.
    pub fn of(asked: Option<Self>, env: Env<'_>) -> Self {
        if let Some(asked) = asked {
            return asked;
        }
        let term = env("TERM").unwrap_or_default();
        if env("NO_COLOR").is_some() || term == "dumb" {
            return Self::Mono;
        }
        let vivid = VIVID.iter().any(|name| term.contains(name)) || term.ends_with("-direct");
        match env("COLORTERM").as_deref() {
            Some("truecolor" | "24bit") => Self::Rgb,
            _ if vivid || env("WT_SESSION").is_some() => Self::Rgb,
            _ if term.contains("256color") => Self::Indexed,
            _ if cfg!(windows) && term.is_empty() => Self::Rgb,
            _ => Self::Sixteen,
        }
    }
}

/// Whether only ASCII can be drawn: the locale is set and is not UTF-8, or this is the Linux console.
pub fn ascii(env: Env<'_>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env(name));
    let narrow = locale.is_some_and(|locale| {
        let locale = locale.to_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    });
    narrow || env("TERM").as_deref() == Some("linux")
}

/// Whether the background is light, as far as `COLORFGBG` tells: its last number is the background.
pub fn light(env: Env<'_>) -> bool {
    let ground = env("COLORFGBG").and_then(|pair| pair.rsplit(';').next()?.parse::<u8>().ok());
    matches!(ground, Some(7 | 9..=15))
}

/// What roles look like on this terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inks {
    /// The theme in use.
    pub theme: Theme,
    /// How many colours there are.
    pub depth: Depth,
    /// Whether only ASCII can be drawn.
    pub ascii: bool,
}

impl Inks {
    /// Text or strokes of a role.
    ///
    /// Without colours only weight is left, so what must not be missed is bold and what is beside the
    /// point is dim. A style never names a colour then: the terminal is not told of any.
    pub fn style(&self, role: Role) -> Style {
        if self.depth == Depth::Mono {
            return Style::new().add_modifier(weight(role));
        }
        let style = Style::new().fg(self.colour(self.theme.ink(role)));
        match role {
            Role::Ground(_) if self.depth == Depth::Sixteen => style.add_modifier(Modifier::REVERSED),
            Role::Ground(step) => style.patch(self.ground(self.theme.heat(step))),
            Role::Muted if self.depth == Depth::Sixteen && self.theme.muted.basic == Basic::Default => {
                style.add_modifier(Modifier::DIM)
            }
            _ => style,
        }
    }

    /// The line under the cursor: reversed where a background would not be seen.
    pub fn selection(&self) -> Style {
        if self.reverses() {
            return Style::new().add_modifier(Modifier::REVERSED);
        }
        Style::new().bg(self.colour(self.theme.selection))
    }

    /// Whether the line under the cursor is reversed, and so is to be of one colour: reversed letter by
    /// letter it would be a patchwork.
    pub const fn reverses(&self) -> bool {
        matches!(self.depth, Depth::Mono | Depth::Sixteen)
    }

    /// The lines above and below the panes.
    pub fn bar(&self) -> Style {
        self.ground(self.theme.bar)
    }

    /// Letters that were searched for; patched over what the text has already.
    pub fn found(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// A background; none where the terminal's own is meant.
    pub fn ground(&self, ink: Ink) -> Style {
        match self.colour(ink) {
            Color::Reset => Style::new(),
            colour => Style::new().bg(colour),
        }
    }

    /// An ink in so many colours as there are.
    pub fn colour(&self, ink: Ink) -> Color {
        match self.depth {
            Depth::Mono => Color::Reset,
            Depth::Sixteen => basic(ink.basic),
            Depth::Indexed => Color::Indexed(ink.indexed),
            Depth::Rgb => Color::Rgb(ink.rgb.0, ink.rgb.1, ink.rgb.2),
        }
    }
}

fn weight(role: Role) -> Modifier {
    match role {
        Role::Accent | Role::Bad | Role::Heat(3..) | Role::Ground(3..) => Modifier::BOLD,
        Role::Link => Modifier::UNDERLINED,
        Role::Muted | Role::Border | Role::Ended | Role::Heat(0..=1) | Role::Ground(0..=1) => Modifier::DIM,
        Role::Text
        | Role::Kind(_)
        | Role::Good
        | Role::Doubt
        | Role::Position(_)
        | Role::Heat(2)
        | Role::Ground(2) => Modifier::empty(),
    }
}

fn basic(basic: Basic) -> Color {
    match basic {
        Basic::Default => Color::Reset,
        Basic::Grey => Color::DarkGray,
        Basic::Blue => Color::Blue,
        Basic::BrightBlue => Color::LightBlue,
        Basic::Cyan => Color::Cyan,
        Basic::Green => Color::Green,
        Basic::Yellow => Color::Yellow,
        Basic::BrightYellow => Color::LightYellow,
        Basic::Magenta => Color::Magenta,
        Basic::Red => Color::Red,
        Basic::BrightRed => Color::LightRed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs a question in an environment written as `NAME=value NAME=value`.
    fn given<T>(env: &str, ask: impl Fn(Env<'_>) -> T) -> T {
        let pairs: Vec<(&str, &str)> =
            env.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
        ask(&|name| {
            let value = pairs.iter().find(|(other, _)| *other == name)?.1;
            (!value.is_empty()).then(|| value.to_owned())
        })
    }

    #[test]
    fn the_depth_follows_the_environment() {
        for (env, depth) in [
            ("TERM=xterm", Depth::Sixteen),
            ("TERM=xterm-256color", Depth::Indexed),
            ("TERM=tmux-256color COLORTERM=truecolor", Depth::Rgb),
            ("TERM=xterm COLORTERM=24bit", Depth::Rgb),
            ("TERM=xterm COLORTERM=yes", Depth::Sixteen),
            ("TERM=xterm-kitty", Depth::Rgb),
            ("TERM=xterm-direct", Depth::Rgb),
            ("TERM=linux", Depth::Sixteen),
            ("TERM=dumb COLORTERM=truecolor", Depth::Mono),
            ("TERM=xterm-256color NO_COLOR=1", Depth::Mono),
            ("TERM=xterm-256color NO_COLOR=", Depth::Indexed),
        ] {
            assert_eq!(given(env, |env| Depth::of(None, env)), depth, "{env}");
        }
        assert_eq!(given("NO_COLOR=1", |env| Depth::of(Some(Depth::Rgb), env)), Depth::Rgb);
    }

    #[test]
    fn ascii_follows_the_first_locale_that_is_set() {
        for (env, expected) in [
            ("", false),
            ("LANG=en_GB.UTF-8", false),
            ("LANG=C.utf8", false),
            ("LANG=C", true),
            ("LANG=ja_JP.eucJP", true),
            ("LANG=C LC_CTYPE=en_GB.UTF-8", false),
            ("LANG=en_GB.UTF-8 LC_ALL=POSIX", true),
            ("LANG=en_GB.UTF-8 LC_ALL=", false),
            ("LANG=en_GB.UTF-8 TERM=linux", true),
        ] {
            assert_eq!(given(env, ascii), expected, "{env}");
        }
    }

    #[test]
    fn a_light_background_is_told_by_colorfgbg() {
        for (env, expected) in [
            ("", false),
            ("COLORFGBG=15;0", false),
            ("COLORFGBG=0;15", true),
            ("COLORFGBG=0;default;15", true),
            ("COLORFGBG=7;8", false),
            ("COLORFGBG=0;default", false),
        ] {
            assert_eq!(given(env, light), expected, "{env}");
        }
    }

    #[test]
    fn without_colours_no_style_names_one() {
        let roles =
            [Role::Text, Role::Muted, Role::Border, Role::Accent, Role::Link, Role::Bad, Role::Heat(4)];
        for theme in Theme::all() {
            let inks = Inks { theme, depth: Depth::Mono, ascii: false };
            let styles = roles.iter().map(|role| inks.style(*role));
            for style in styles.chain([inks.selection(), inks.bar(), inks.found()]) {
                assert_eq!((style.fg, style.bg), (None, None));
            }
            assert!(inks.selection().add_modifier.contains(Modifier::REVERSED));
        }
    }
}
