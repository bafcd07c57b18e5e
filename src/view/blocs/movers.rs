//! Who went from one bloc to another, each with its way: "Germany A → B".

use super::letter;
use crate::figure::{Role, Row, Table, Text};
use crate::graph::blocs::{Before, Split};
use crate::graph::{EntityId, Graph};
use crate::view::phrase::count;
use crate::view::{Lens, Show};

/// Cells of a line, and lines of those who moved above the blocs.
const LINE: usize = 74;
const LINES: usize = 3;

/// Everybody who moved, with the blocs it was in, the weightiest first.
pub(super) fn all(splits: &[Split]) -> Vec<(EntityId, Vec<usize>)> {
    let mut found: Vec<(u64, EntityId, Vec<usize>)> = Vec::new();
    for bloc in splits.iter().flat_map(|split| &split.blocs) {
        for member in &bloc.members {
            let Before::Moved(from) = member.before else { continue };
            match found.iter_mut().find(|(_, id, _)| *id == member.entity) {
                Some((weight, _, way)) => {
                    *weight = (*weight).max(member.weight);
                    // It was gone for a period, or came back to where it was.
                    if way.last() != Some(&from) {
                        way.push(from);
                    }
                    way.push(bloc.number);
                }
                None => found.push((member.weight, member.entity, vec![from, bloc.number])),
            }
        }
    }
    found.sort_by_key(|(weight, id, _)| (std::cmp::Reverse(*weight), *id));
    found.into_iter().map(|(_, id, way)| (id, way)).collect()
}

/// Names those who moved, in the first lines of the table.
pub(super) fn add(graph: &Graph, lens: &Lens, splits: &[Split], table: &mut Table) {
    let movers = all(splits);
    if movers.is_empty() {
        return;
    }
    let said = |(id, way): &(EntityId, Vec<usize>)| {
        let way: Vec<String> = way.iter().map(|&bloc| letter(bloc)).collect();
        format!("{} {}", graph.entity(*id).short(), way.join(" → "))
    };
    let said: Vec<String> = movers.iter().map(said).collect();
    let mut lines = broken(&said);
    let most = if lens.show == Show::Movers { usize::MAX } else { LINES };
    if lines.len() > most {
        let shown: usize = lines[..most].iter().map(Vec::len).sum();
        lines.truncate(most);
        lines.push(vec![format!("and {} more; `a` sets show to movers: all of them", said.len() - shown)]);
    }
    let title = Text::strong(format!("{} moved", count(movers.len(), "member")), Role::Accent);
    table.rows.push(Row::heading(title));
    table.rows.extend(lines.iter().map(|line| Row::heading(Text::of(line.join(", "), Role::Doubt))));
}

/// Words in lines of a width, none taken apart.
fn broken(words: &[String]) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut used = usize::MAX;
    for word in words {
        let width = word.chars().count() + 2;
        if used.saturating_add(width) > LINE {
            lines.push(Vec::new());
            used = 0;
        }
        used += width;
        if let Some(line) = lines.last_mut() {
            line.push(word.clone());
        }
    }
    lines
}
