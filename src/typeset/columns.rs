//! Shares of a width among the columns of a table.

use super::BOUNDLESS;
use crate::figure::{Column, Width};

/// Columns of this rank and up are no reason to shorten a head.
const ORNAMENT: u8 = 40;

/// Blanks between two columns.
pub const GAP: usize = 2;

/// Blanks before a column.
pub const fn gap(column: &Column, first: bool) -> usize {
    match (first, column.close) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => GAP,
    }
}

/// The width of each column; 0 for those left out.
///
/// `natural` is the widest cell of each column. What is only nice to have (rank 3 and up) is left out
/// first, the highest rank before the others; then columns that fit their cells shrink, the widest
/// before the others; then more columns are left out. What is left goes to the columns that fill, by
/// weight, and from those that have more than they need to those that have less; what even they do not
/// need goes to columns that are cut at their bound, to the one that lacks the least before the others.
///
/// Where there is no bound, every column is as wide as its widest cell.
pub fn shares(columns: &[Column], natural: &[usize], width: usize) -> Vec<usize> {
    if width >= BOUNDLESS / 2 {
        return natural.to_vec();
    }
    let mut kept: Vec<bool> = natural.iter().map(|&cells| cells > 0).collect();
    let wanted: Vec<usize> =
        columns.iter().zip(natural).map(|(column, &cells)| bounded(column, cells)).collect();
    while total(columns, &wanted, &kept) > width && drop_worst(columns, &mut kept, 3) {}
    let mut fits = wanted.clone();
    shrink(columns, &kept, width, &mut fits);
    while total(columns, &fits, &kept) > width && drop_worst(columns, &mut kept, 1) {
        fits.clone_from(&wanted);
        shrink(columns, &kept, width, &mut fits);
    }
    let mut left = width.saturating_sub(total(columns, &vec![0; columns.len()], &kept));
    let mut out = vec![0; columns.len()];
    for (i, column) in columns.iter().enumerate().filter(|(i, _)| kept[*i]) {
        if matches!(column.width, Width::Fit { .. }) {
            out[i] = fits[i].min(left);
            left -= out[i];
        }
    }
    fill(columns, natural, &kept, left, &mut out);
    let spare = width.saturating_sub(total(columns, &out, &kept));
    stretch(natural, &kept, spare, &mut out);
    out
}

/// Whether all columns have as much as they want, but those that are only an ornament.
pub fn all_fit(columns: &[Column], natural: &[usize], width: usize) -> bool {
    let wanted: Vec<usize> =
        columns.iter().zip(natural).map(|(column, &cells)| bounded(column, cells)).collect();
    let kept: Vec<bool> = columns.iter().map(|column| column.rank < ORNAMENT).collect();
    total(columns, &wanted, &kept) <= width
}

/// Gives cells that nobody else needs to columns that are cut.
fn stretch(natural: &[usize], kept: &[bool], mut spare: usize, out: &mut [usize]) {
    let mut cut: Vec<usize> = (0..out.len()).filter(|&i| kept[i] && out[i] < natural[i]).collect();
    cut.sort_by_key(|&i| natural[i] - out[i]);
    for i in cut {
        let more = (natural[i] - out[i]).min(spare);
        out[i] += more;
        spare -= more;
    }
}

/// What a column wants: its cells within its bounds; for one that fills, its least.
fn bounded(column: &Column, natural: usize) -> usize {
    match column.width {
        Width::Fit { min, max } => natural.clamp(min.into(), max.into()),
        Width::Fill { min, .. } => usize::from(min).min(natural),
    }
}

fn total(columns: &[Column], widths: &[usize], kept: &[bool]) -> usize {
    let shown = columns.iter().zip(widths).zip(kept).filter(|(_, kept)| **kept);
    shown.enumerate().map(|(place, ((column, width), _))| width + gap(column, place == 0)).sum()
}

/// Leaves out the column of the highest rank, if one has at least this rank.
fn drop_worst(columns: &[Column], kept: &mut [bool], least: u8) -> bool {
    let worst =
        (0..columns.len()).filter(|&i| kept[i] && columns[i].rank >= least).max_by_key(|&i| columns[i].rank);
    if let Some(worst) = worst {
        kept[worst] = false;
    }
    worst.is_some()
}

/// Takes cells from the widest columns that fit, down to their least, until all have room.
fn shrink(columns: &[Column], kept: &[bool], width: usize, fits: &mut [usize]) {
    while total(columns, fits, kept) > width {
        let spare = |i: usize| match columns[i].width {
            Width::Fit { min, .. } => fits[i] > usize::from(min),
            Width::Fill { .. } => false,
        };
        let Some(widest) = (0..columns.len()).filter(|&i| kept[i] && spare(i)).max_by_key(|&i| fits[i])
        else {
            return;
        };
        fits[widest] -= 1;
    }
}

/// Gives out what is left: nobody more than it needs while another needs more.
fn fill(columns: &[Column], natural: &[usize], kept: &[bool], mut left: usize, out: &mut [usize]) {
    let mut hungry: Vec<(usize, usize)> = columns
        .iter()
        .enumerate()
        .filter(|(i, _)| kept[*i])
        .filter_map(|(i, column)| match column.width {
            Width::Fill { weight, .. } => Some((i, usize::from(weight.max(1)))),
            Width::Fit { .. } => None,
        })
        .collect();
    while !hungry.is_empty() {
        let weights: usize = hungry.iter().map(|(_, weight)| weight).sum();
        let content = hungry.iter().position(|&(i, weight)| natural[i] <= left * weight / weights);
        let Some(content) = content else {
            let mut given = 0;
            for (place, &(i, weight)) in hungry.iter().enumerate() {
                let last = place + 1 == hungry.len();
                out[i] = if last { left - given } else { left * weight / weights };
                given += out[i];
            }
            return;
        };
        let (i, _) = hungry.remove(content);
        out[i] = natural[i];
        left -= natural[i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_goes_where_it_is_needed() {
        let columns = [Column::fit("a", 2, 6), Column::fill("b", 4, 1), Column::fill("c", 4, 1)];
        assert_eq!(shares(&columns, &[4, 30, 5], 30), [4, 17, 5]);
        assert_eq!(shares(&columns, &[4, 30, 30], 28), [4, 10, 10]);
        assert_eq!(shares(&columns, &[4, 3, 5], 80), [4, 3, 5]);
    }

    #[test]
    fn a_bound_is_none_where_there_is_room() {
        let columns = [Column::fit("a", 2, 6), Column::fill("b", 4, 1), Column::fit("c", 2, 4)];
        assert_eq!(shares(&columns, &[20, 5, 9], 60), [20, 5, 9]);
        assert_eq!(shares(&columns, &[20, 5, 9], 26), [8, 5, 9]);
        assert_eq!(shares(&columns, &[20, 50, 9], 40), [6, 26, 4]);
    }

    #[test]
    fn the_highest_rank_goes_first() {
        let columns =
            [Column::fit("a", 10, 10), Column::fit("b", 10, 10).rank(1), Column::fit("c", 10, 10).rank(2)];
        assert_eq!(shares(&columns, &[10, 10, 10], 25), [10, 10, 0]);
        assert_eq!(shares(&columns, &[10, 10, 10], 12), [10, 0, 0]);
    }

    #[test]
    fn what_fits_shrinks_before_what_matters_goes() {
        let columns = [Column::fit("a", 4, 20), Column::fill("b", 10, 1), Column::fit("c", 2, 2)];
        assert_eq!(shares(&columns, &[20, 30, 2], 24), [8, 10, 2]);
        let extra = [Column::fit("a", 4, 20), Column::fill("b", 10, 1), Column::fit("c", 9, 9).rank(3)];
        assert_eq!(shares(&extra, &[20, 30, 9], 34), [20, 12, 0]);
    }
}
