//! The line of tabs: what stands in it, and where.

use std::ops::Range;

use super::App;
use super::action::{Action, tabs};
use super::keymap::Keys;
use crate::view::phrase::capital;

/// A tab in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Its place in [`tabs`].
    pub place: u8,
    /// The columns that it takes, blanks at both ends among them.
    pub span: Range<u16>,
    /// What it says: its key and its name.
    pub label: String,
    /// Whether there are tabs beyond it, out of sight, on its left or on its right.
    pub beyond: (bool, bool),
}

/// How much of names and blanks the labels have.
#[derive(Clone, Copy)]
enum Spacing {
    /// " 3 Timeline "
    Wide,
    /// " 3Time"
    Tight,
    /// " 3Time", and no name of more than four letters but that of the shown view.
    Tiny,
}

impl Spacing {
    fn label(self, key: Option<String>, name: &str, shown: bool) -> String {
        let name = match (self, name) {
            (Self::Tight | Self::Tiny, "timeline") => "time",
            (Self::Tiny, name) if !shown => name.get(..4).unwrap_or(name),
            (_, name) => name,
        };
        let (key, name) = (key.unwrap_or_default(), capital(name));
        match self {
            Self::Wide if key.is_empty() => format!(" {name} "),
            Self::Wide => format!(" {key} {name} "),
            Self::Tight | Self::Tiny => format!(" {key}{name}"),
        }
    }
}

/// What stands before the tabs on a screen of a width.
pub const fn sign(width: u16) -> &'static str {
    if width >= 100 { " ✦ spacepact  " } else { " ✦ " }
}

impl App {
    /// The tabs that are seen, from left to right.
    ///
    /// Where there is no room for all, the line begins so far to the right that the shown tab is in it.
    pub fn tabs(&self) -> Vec<Tab> {
        let key = |place: u8| {
            self.keymap.keys(Action::Show(place)).find(|keys| keys.then.is_none()).map(Keys::sign)
        };
        // A view without a key of its own has a tab only while it is shown.
        let named = tabs().enumerate().map(|(place, name)| (place as u8, name));
        let kept: Vec<(u8, Option<String>, &str)> = named
            .map(|(place, name)| (place, key(place), name))
            .filter(|(place, key, _)| key.is_some() || *place == self.workspace.tab)
            .collect();
        let shown = kept.iter().position(|(place, ..)| *place == self.workspace.tab).unwrap_or(0);
        let (labels, spans) = fitted(self.size.0, &kept, shown as u8);
        let tab = |(span, at): (Range<u16>, u8)| Tab {
            place: kept[usize::from(at)].0,
            span,
            label: labels[usize::from(at)].clone(),
            beyond: (at > 0, usize::from(at) + 1 < kept.len()),
        };
        let mut tabs: Vec<Tab> = spans.into_iter().map(tab).collect();
        let last = tabs.len().saturating_sub(1);
        for (number, tab) in tabs.iter_mut().enumerate() {
            tab.beyond.0 &= number == 0;
            tab.beyond.1 &= number == last;
        }
        tabs
    }
}

/// The widest labels that all have room, else as many of the narrowest as do.
fn fitted(
    width: u16,
    tabs: &[(u8, Option<String>, &str)],
    shown: u8,
) -> (Vec<String>, Vec<(Range<u16>, u8)>) {
    let set = |spacing: Spacing| -> (Vec<String>, Vec<(Range<u16>, u8)>) {
        let label = |(place, (_, key, name)): (usize, &(u8, Option<String>, &str))| {
            spacing.label(key.clone(), name, place == usize::from(shown))
        };
        let labels: Vec<String> = tabs.iter().enumerate().map(label).collect();
        let spans = tab_spans(width, &labels, shown);
        (labels, spans)
    };
    let tries = [Spacing::Wide, Spacing::Tight, Spacing::Tiny].into_iter().map(set);
    let whole = tries.into_iter().find(|(labels, spans)| spans.len() == labels.len());
    whole.unwrap_or_else(|| set(Spacing::Tiny))
}

/// The columns of each tab that is seen on a screen of a width.
pub fn tab_spans(width: u16, labels: &[String], shown: u8) -> Vec<(Range<u16>, u8)> {
    let from = sign(width).chars().count() as u16;
    let cells = |label: &String| label.chars().count() as u16;
    // The last column says that there are more.
    let whole = labels.iter().map(cells).sum::<u16>() <= width.saturating_sub(from);
    let width = if whole { width } else { width.saturating_sub(1) };
    let room = width.saturating_sub(from);
    let shown = usize::from(shown).min(labels.len().saturating_sub(1));
    let mut first = 0;
    while first < shown && labels[first..=shown].iter().map(cells).sum::<u16>() > room {
        first += 1;
    }
    let mut spans = Vec::new();
    let mut x = from;
    for (place, label) in labels.iter().enumerate().skip(first) {
        let end = x + cells(label);
        if end > width && place > shown {
            break;
        }
        spans.push((x..end.min(width), place as u8));
        x = end;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shown_tab_is_always_seen() {
        let labels: Vec<String> = (1..=12).map(|number| format!(" {number} Something ")).collect();
        for width in [40, 80, 99, 100, 140, 200] {
            for shown in 0..12 {
                let spans = tab_spans(width, &labels, shown);
                assert!(spans.iter().any(|(_, place)| *place == shown), "{shown} at {width}");
                assert!(spans.iter().all(|(span, _)| span.end <= width && !span.is_empty()));
                assert!(spans.windows(2).all(|pair| pair[0].0.end == pair[1].0.start));
            }
        }
        assert_eq!(tab_spans(80, &labels, 0)[0], (3..16, 0));
        assert!(tab_spans(80, &labels, 0).iter().all(|(span, _)| span.end < 80), "the last column is a sign");
        assert_eq!(tab_spans(120, &labels, 0)[0].0.start, 14);
    }
}
