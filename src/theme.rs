//! Roles → colours. A theme is a RON file; each ink is given for true colour, for 256 and for 16 colours.

use serde::Deserialize;

use crate::figure::Role;
use crate::model::kind::Kind;
use crate::model::position::Position;

/// One of the sixteen colours of a terminal, or its own foreground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Basic {
    /// The foreground of the terminal.
    Default,
    /// Dark grey.
    Grey,
    /// Blue.
    Blue,
    /// Bright blue.
    BrightBlue,
    /// Cyan.
    Cyan,
    /// Green.
    Green,
    /// Yellow.
    Yellow,
    /// Bright yellow.
    BrightYellow,
    /// Magenta.
    Magenta,
    /// Red.
    Red,
    /// Bright red.
    BrightRed,
}

/// A colour, for every sort of terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Ink {
    /// Red, green, blue.
    pub rgb: (u8, u8, u8),
    /// Number in the palette of 256.
    pub indexed: u8,
    /// One of sixteen.
    pub basic: Basic,
}

/// The inks of a theme.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Whether it is for a dark background.
    pub dark: bool,
    /// Background of pictures; the terminal keeps its own.
    pub paper: Ink,
    /// Background of bars.
    pub bar: Ink,
    /// Background of the selected line.
    pub selection: Ink,
    /// Ordinary text.
    pub text: Ink,
    /// Text beside the point.
    pub muted: Ink,
    /// Frames.
    pub border: Ink,
    /// What is in focus.
    pub accent: Ink,
    /// Agencies, institutes, organisations; support.
    pub body: Ink,
    /// Missions, programmes, stations, elements.
    pub work: Ink,
    /// Persons.
    pub person: Ink,
    /// Agreements; doubt.
    pub deal: Ink,
    /// States and facilities; good news.
    pub place: Ink,
    /// What is over; refusal.
    pub ended: Ink,
    /// Errors.
    pub bad: Ink,
    /// Five steps of one hue, the faintest first.
    pub heat: [Ink; 5],
}

const BUNDLED: &[&str] = &[
    include_str!("../assets/themes/dark.ron"),
    include_str!("../assets/themes/light.ron"),
    include_str!("../assets/themes/contrast.ron"),
];

impl Default for Theme {
    /// White on black.
    fn default() -> Self {
        let white = Ink { rgb: (255, 255, 255), indexed: 15, basic: Basic::Default };
        let black = Ink { rgb: (0, 0, 0), indexed: 0, basic: Basic::Default };
        Self {
            name: "plain".to_owned(),
            dark: true,
            paper: black,
            bar: black,
            selection: black,
            text: white,
            muted: white,
            border: white,
            accent: white,
            body: white,
            work: white,
            person: white,
            deal: white,
            place: white,
            ended: white,
            bad: white,
            heat: [white; 5],
        }
    }
}

impl Theme {
    /// The themes that come with the program; the first is the default.
    ///
    /// Never empty: were none of them readable, there would still be one of white on black.
    pub fn all() -> Vec<Self> {
        let themes: Vec<Self> = BUNDLED.iter().filter_map(|text| Self::parse(text).ok()).collect();
        if themes.is_empty() { vec![Self::default()] } else { themes }
    }

    /// Reads a theme.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        ron::from_str(text)
    }

    /// The ink of a role.
    pub fn ink(&self, role: Role) -> Ink {
        match role {
            Role::Text => self.text,
            Role::Muted => self.muted,
            Role::Border => self.border,
            Role::Accent | Role::Link => self.accent,
            Role::Good => self.place,
            Role::Doubt => self.deal,
            Role::Bad => self.bad,
            Role::Ended => self.ended,
            Role::Kind(kind) => self.kind(kind),
            Role::Position(position) => self.position(position),
            Role::Heat(step) => self.heat(step),
            Role::Ground(step) => on(self.heat(step)),
        }
    }

    /// A step of the ramp.
    pub fn heat(&self, step: u8) -> Ink {
        self.heat[usize::from(step).min(4)]
    }

    fn kind(&self, kind: Kind) -> Ink {
        match kind {
            Kind::Agency | Kind::Institute | Kind::Organisation | Kind::Company => self.body,
            Kind::Mission | Kind::Programme | Kind::Station | Kind::Element => self.work,
            Kind::Person => self.person,
            Kind::Agreement => self.deal,
            Kind::State | Kind::Facility => self.place,
            Kind::Topic => self.accent,
        }
    }

    fn position(&self, position: Position) -> Ink {
        match position {
            Position::Champions | Position::Supports | Position::Open => self.body,
            Position::Conditional => self.deal,
            Position::Neutral => self.text,
            Position::Reserved | Position::Declines | Position::Opposes | Position::Prohibits => self.ended,
        }
    }
}

/// Black or white, whichever can be read on a ground. Sixteen colours have no black to write with: there
/// grounds are given by reversing them.
fn on(ground: Ink) -> Ink {
    let (red, green, blue) = ground.rgb;
    let light = 2 * u32::from(red) + 7 * u32::from(green) + u32::from(blue) > 10 * 127;
    let rgb = if light { (0, 0, 0) } else { (255, 255, 255) };
    Ink { rgb, indexed: if light { 16 } else { 231 }, basic: ground.basic }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_theme_is_read() {
        assert_eq!(Theme::all().len(), BUNDLED.len());
    }

    /// What text is written with, and what is only drawn: the two faintest steps of heat are meant to be
    /// hardly seen.
    fn roles() -> (Vec<Role>, [Role; 2]) {
        let plain = [Role::Text, Role::Muted, Role::Accent, Role::Link, Role::Good, Role::Doubt, Role::Bad];
        let kinds = Kind::ALL.iter().map(|&kind| Role::Kind(kind));
        let positions = Position::ALL.iter().map(|&position| Role::Position(position));
        let rest = [Role::Ended, Role::Heat(3), Role::Heat(4)];
        let written = plain.into_iter().chain(kinds).chain(positions).chain(rest).collect();
        (written, [Role::Border, Role::Heat(2)])
    }

    /// The contrast of two colours (WCAG 2.1), from 1 to 21.
    fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
        let channel = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let light = |(red, green, blue)| {
            0.05 + 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    /// The colour of a number above 15 in the palette of 256: a cube, then greys.
    fn palette(number: u8) -> (u8, u8, u8) {
        let step = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
        match number {
            232.. => (8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232)),
            _ => (step((number - 16) / 36), step((number - 16) / 6 % 6), step((number - 16) % 6)),
        }
    }

    #[test]
    fn every_ink_stands_out_from_its_ground() {
        let (written, drawn) = roles();
        for theme in Theme::all() {
            let check = |role: Role, ground: Ink, least: f64| {
                let ink = theme.ink(role);
                let rgb = contrast(ink.rgb, ground.rgb);
                let indexed = contrast(palette(ink.indexed), palette(ground.indexed));
                assert!(rgb.min(indexed) >= least, "{}: {role:?} {rgb:.2} {indexed:.2}", theme.name);
            };
            for &role in &written {
                check(role, theme.paper, 4.5);
                check(role, theme.bar, 3.5);
                check(role, theme.selection, 3.0);
                assert_ne!(theme.ink(role).basic, Basic::Grey, "{role:?}: grey is too faint for text");
            }
            drawn.into_iter().for_each(|role| check(role, theme.paper, 3.0));
        }
    }
}
