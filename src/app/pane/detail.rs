//! What the row under the cursor says besides, at the foot of a pane.

use super::Pane;
use crate::figure::{Body, Text};
use crate::layout::area::Area;
use crate::typeset::wrap::wrap;

impl Pane {
    /// Rows at the foot for what the row under the cursor says besides: as many as it takes, as far as the rows
    /// of the table leave them free.
    pub fn detail_rows(&self, inside: Area) -> u16 {
        if inside.height < 14 || self.said().is_empty() {
            return 0;
        }
        let taken = self.chart_rows(inside) + self.said_rows(inside) + 1 + self.count() as u16;
        let free = inside.height.saturating_sub(taken);
        if !matches!(self.figure.body, Body::Table(_)) || free <= 4 {
            return 4;
        }
        let lines: usize = self.said().iter().map(|text| wrap(text, usize::from(inside.width)).len()).sum();
        (lines as u16 + 1).clamp(4, free)
    }

    /// What the row under the cursor says besides, or the seat on a map.
    pub fn detail(&self) -> Option<&[Text]> {
        let detail = match &self.figure.body {
            Body::Table(table) => &table.entries().nth(self.cursor)?.detail,
            Body::Scene(scene) if scene.window.is_some() => &scene.nodes.get(self.cursor)?.detail,
            _ => return None,
        };
        Some(detail)
    }
}
