//! Options of the views that put many side by side: sets of members, matrices, blocs, gaps.

use super::{Misread, Opt, chosen};
use crate::graph::blocs::Period;
use crate::graph::sets::{Count, Sets};
use crate::search::sets;
use crate::view::{Cells, Lack, Listed, Order, Show};

/// Sets of members. Entities in focus say the same: who is in all of them.
pub const SETS: Opt = Opt {
    name: "sets",
    value: "SETS",
    doc: "Sets by name or id: & and, | or, - without: 'artemis-accords & ilrs', 'ceos - isecg', '(a | b) - c'",
    bare: true,
    choices: Vec::new,
    read: |text, atlas, lens| {
        let read = || sets::parse(text, &atlas.graph, atlas.index()).map_err(Misread::Sets);
        lens.sets = if text.is_empty() { None } else { Some(read()?) };
        Ok(())
    },
    write: |lens, atlas| {
        let sets = lens.sets.clone().or_else(|| Sets::all(&lens.focus))?;
        Some(sets.words(&|id| atlas.graph.entity(id).id().to_owned()))
    },
};

/// Options that choose from a vocabulary. What comes by itself, behind `or`, is never written; without it
/// nothing is chosen by itself.
macro_rules! choices_of {
    (@set $chosen:expr) => { $chosen };
    (@set $chosen:expr, $own:expr) => { $chosen.unwrap_or($own) };
    (@get $value:expr) => { $value };
    (@get $value:expr, $own:expr) => { Some($value).filter(|value| *value != $own) };
    ($( #[doc = $about:literal] $option:ident: $name:literal, $value:literal, $type:ident, $field:ident $(or $own:ident)?, $doc:literal; )+) => { $(
        #[doc = $about]
        pub const $option: Opt = Opt {
            name: $name,
            value: $value,
            doc: $doc,
            bare: false,
            choices: || $type::ALL.iter().map(|one| (one.name(), one.doc())).collect(),
            read: |text, _, lens| {
                let chosen =
                    if text.is_empty() { None } else { Some(chosen($name, text, $type::ALL, $type::name)?) };
                lens.$field = choices_of!(@set chosen $(, $type::$own)?);
                Ok(())
            },
            write: |lens, _| choices_of!(@get lens.$field $(, $type::$own)?).map(|one| one.name().to_owned()),
        };
    )+ };
}

choices_of! {
    /// Who counts as a member.
    COUNT: "count", "WHO", Count, count or Members,
        "Who counts: exactly those who are named, or states with all their agencies, institutes and companies";
    /// What a matrix tells.
    CELLS: "cells", "WHAT", Cells, cells,
        "What the cells tell: ties, what actors share; stances, which positions they take";
    /// What of the blocs is listed.
    SHOW: "show", "WHAT", Show, show or Members,
        "What is listed: members, all of each bloc; movers, only those who went from one bloc to another";
    /// The order of changes.
    LISTED: "list", "HOW", Listed, listed,
        "How changes are listed: by kind, under headings; or all in one list, step by step";
    /// The sort of gap.
    LACK: "lack", "WHAT", Lack, lack, "One sort of gap as a whole: what a claim, an agreement or an entity lacks";
    /// The order of the rows of a matrix.
    ORDER: "order", "ORDER", Order, order or Likeness,
        "Order of the rows: what belongs together, the best tied first, from west to east, by name";
}

/// Stretches of time that are told apart.
pub const PERIODS: Opt = Opt {
    name: "periods",
    value: "PERIODS",
    doc: "Stretches of time, with commas between them: 1992..2007,2008..2023,2024..",
    bare: false,
    choices: Vec::new,
    read: |text, _, lens| {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let read = parts.map(|part| {
            Period::parse(part).ok_or_else(|| Misread::Choice {
                option: "periods",
                text: part.to_owned(),
                takes: "periods such as 1992..2007 or 2024.., with commas between them".to_owned(),
            })
        });
        lens.periods = read.collect::<Result<_, _>>()?;
        Ok(())
    },
    write: |lens, _| {
        let periods: Vec<String> = lens.periods.iter().map(Period::typed).collect();
        Some(periods.join(",")).filter(|periods| !periods.is_empty())
    },
};
