//! What of a long table and of its chart is seen.

use super::*;
use crate::figure::{Cell, Column};

/// Two headings, twenty items, three headings; a chart of nine rows of which four can go.
fn pane() -> Pane {
    let heading = || Row::heading("heading");
    let item = |spare: bool| Row { spare, ..Row::new(vec![Cell::from("item")], Target::NONE) };
    let mut rows: Vec<Row> = std::iter::repeat_with(heading).take(2).collect();
    rows.extend((0..20).map(|_| item(false)));
    rows.extend(std::iter::repeat_with(heading).take(3));
    let table = |rows| Table { columns: vec![Column::fit("what", 4, 10)], rows, axis: None, heads: false };
    let mut figure = Figure::new("", Body::Table(table(rows)), Extract::default());
    figure.chart = Some(table((0..9).map(|row| item(row < 4)).collect()));
    let targets = figure.targets();
    Pane { figure, targets, made: true, ..Pane::new() }
}

#[test]
fn the_last_item_shows_what_is_below_it_and_the_first_what_is_above() {
    let mut pane = pane();
    pane.figure.chart = None;
    let inside = Area { x: 0, y: 0, width: 20, height: 5 };
    pane.step(100);
    pane.fit(inside);
    assert_eq!((pane.cursor, pane.offset), (19, 20));
    pane.scroll(-1, inside);
    pane.fit(inside);
    assert_eq!(pane.offset, 19);
    pane.step(1);
    pane.fit(inside);
    assert_eq!((pane.cursor, pane.offset), (19, 20));
    pane.step(-100);
    pane.fit(inside);
    assert_eq!((pane.cursor, pane.offset), (0, 0));
}

#[test]
fn pages_reach_the_very_last_line_where_no_item_is_in_sight() {
    let mut pane = pane();
    pane.figure.chart = None;
    let inside = Area { x: 0, y: 0, width: 20, height: 2 };
    for _ in 0..20 {
        pane.scroll(2, inside);
        pane.fit(inside);
    }
    assert_eq!((pane.cursor, pane.offset), (19, 23));
    pane.step(1);
    pane.fit(inside);
    assert_eq!(pane.offset, 21, "a step brings the last item back into sight");
}

#[test]
fn a_chart_shows_its_whole_scale_where_there_is_room() {
    let rows = |height| pane().chart(Area { x: 0, y: 0, width: 20, height }).map(|chart| chart.rows.len());
    assert_eq!((rows(18), rows(17)), (Some(9), Some(5)));
}
