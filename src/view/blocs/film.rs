//! The blocs side by side: a row a bloc, a column a period.

use super::letter;
use crate::figure::text::cut;
use crate::figure::{Cell, Column, Role, Row, Table, Target, Text};
use crate::graph::Graph;
use crate::graph::blocs::{Bloc, Split};
use crate::view::phrase::count;

/// So many blocs at most, those with most members in any period first.
const MOST: usize = 8;

/// The chart; its last lines say which letters are left out, and what modularity is.
pub(super) fn chart(graph: &Graph, splits: &[Split], names: &[String]) -> Table {
    let size = |number: usize| {
        let blocs = splits.iter().flat_map(|split| &split.blocs).filter(|bloc| bloc.number == number);
        blocs.map(|bloc| bloc.members.len()).max().unwrap_or(0)
    };
    let (mut numbers, absent): (Vec<usize>, Vec<usize>) =
        (0..names.len()).partition(|&number| size(number) > 0);
    numbers.sort_by_key(|&number| (std::cmp::Reverse(size(number)), number));
    let small = numbers.len().saturating_sub(MOST);
    numbers.truncate(MOST);
    numbers.sort_unstable();
    let mut columns = vec![Column::fit("bloc", 4, 4)];
    columns.extend(
        splits.iter().map(|split| Column::fit("", 12, 26).called(split.period.to_string()).narrow("")),
    );
    let mut rows: Vec<Row> = numbers
        .into_iter()
        .map(|number| {
            let mut cells = vec![Cell::Text(Text::strong(letter(number), Role::Accent))];
            cells.extend(splits.iter().map(|split| {
                let bloc = split.blocs.iter().find(|bloc| bloc.number == number);
                Cell::Text(bloc.map_or_else(|| Text::of("–", Role::Muted), |bloc| around(graph, bloc)))
            }));
            Row::new(cells, Target::NONE)
        })
        .collect();
    let said = |words: String| Row::heading(Text::of(words, Role::Muted));
    if small > 0 {
        rows.push(said(format!("{} below", count(small, "smaller bloc"))));
    }
    if !absent.is_empty() {
        let letters: Vec<String> = absent.into_iter().map(letter).collect();
        rows.push(said(format!("blocs of other periods alone: {}", letters.join(", "))));
    }
    rows.push(said("modularity: 0 no camps, 1 camps without any tie between them".to_owned()));
    Table { columns, rows, axis: None, heads: true }
}

/// "United States +22".
fn around(graph: &Graph, bloc: &Bloc) -> Text {
    let first = bloc.members.first().map_or("", |member| graph.entity(member.entity).short());
    let more = format!(" +{}", bloc.members.len().saturating_sub(1));
    Text::of(cut(first, 14), Role::Text).and(more, Role::Muted)
}
