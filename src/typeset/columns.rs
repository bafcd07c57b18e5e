//! Shares of a width among the columns of a table.

use crate::figure::{Column, Width};

/// Blanks between two columns.
pub const GAP: usize = 2;

/// The width of each column; 0 for those left out.
///
/// `natural` is the widest cell of each column. Columns with the highest rank are left out, one after
/// the other, until the least that the others need fits. What is left goes to the columns that fill, by
/// weight, and from those that have more than they need to those that have less.
pub fn shares(columns: &[Column], natural: &[usize], width: usize) -> Vec<usize> {
    let mut kept: Vec<bool> = natural.iter().map(|&cells| cells > 0).collect();
    loop {
        let least = least(columns, natural, &kept);
        let worst =
            (0..columns.len()).filter(|&i| kept[i] && columns[i].rank > 0).max_by_key(|&i| columns[i].rank);
        match worst {
            Some(worst) if least > width => kept[worst] = false,
            _ => break,
        }
    }
    let count = kept.iter().filter(|&&kept| kept).count();
    let mut left = width.saturating_sub(GAP * count.saturating_sub(1));
    let mut out = vec![0; columns.len()];
    for (i, column) in columns.iter().enumerate().filter(|(i, _)| kept[*i]) {
        if let Width::Fit { min, max } = column.width {
            out[i] = natural[i].clamp(usize::from(min), usize::from(max)).min(left);
            left -= out[i];
        }
    }
    fill(columns, natural, &kept, left, &mut out);
    out
}

fn least(columns: &[Column], natural: &[usize], kept: &[bool]) -> usize {
    let mut sum = 0;
    for (i, column) in columns.iter().enumerate().filter(|(i, _)| kept[*i]) {
        sum += GAP
            + match column.width {
                Width::Fit { min, max } => natural[i].clamp(usize::from(min), usize::from(max)),
                Width::Fill { min, .. } => usize::from(min),
            };
    }
    sum.saturating_sub(GAP)
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
    fn the_highest_rank_goes_first() {
        let columns =
            [Column::fit("a", 10, 10), Column::fit("b", 10, 10).rank(1), Column::fit("c", 10, 10).rank(2)];
        assert_eq!(shares(&columns, &[10, 10, 10], 25), [10, 10, 0]);
        assert_eq!(shares(&columns, &[10, 10, 10], 12), [10, 0, 0]);
    }
}
