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
        let kept: Vec<(u8, String)> = named
            .filter_map(|(place, name)| match key(place) {
                Some(key) => Some((place, format!(" {key} {} ", capital(name)))),
                None => (place == self.workspace.tab).then(|| (place, format!(" {} ", capital(name)))),
            })
            .collect();
        let (places, labels): (Vec<u8>, Vec<String>) = kept.into_iter().unzip();
        let shown = places.iter().position(|place| *place == self.workspace.tab).unwrap_or(0);
        let spans = tab_spans(self.size.0, &labels, shown as u8);
        let tab = |at: u8| (places[usize::from(at)], labels[usize::from(at)].clone());
        let tabs = spans.into_iter().map(|(span, at)| (span, tab(at)));
        tabs.map(|(span, (place, label))| Tab { place, span, label }).collect()
    }
}

/// The columns of each tab that is seen on a screen of a width.
pub fn tab_spans(width: u16, labels: &[String], shown: u8) -> Vec<(Range<u16>, u8)> {
    let from = sign(width).chars().count() as u16;
    let cells = |label: &String| label.chars().count() as u16;
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
        assert_eq!(tab_spans(120, &labels, 0)[0].0.start, 14);
    }
}
