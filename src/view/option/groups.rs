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

/// Who counts as a member.
pub const COUNT: Opt = Opt {
    name: "count",
    value: "WHO",
    doc: "Who counts: exactly those who are named, or states with all their agencies, institutes and companies",
    bare: false,
    choices: || Count::ALL.iter().map(|count| (count.name(), count.doc())).collect(),
    read: |text, _, lens| {
        lens.count =
            if text.is_empty() { Count::Members } else { chosen("count", text, Count::ALL, Count::name)? };
        Ok(())
    },
    write: |lens, _| (lens.count != Count::Members).then(|| lens.count.name().to_owned()),
};

/// What a matrix tells.
pub const CELLS: Opt = Opt {
    name: "cells",
    value: "WHAT",
    doc: "What the cells tell: ties, what actors share; stances, which positions they take",
    bare: false,
    choices: || Cells::ALL.iter().map(|cells| (cells.name(), cells.doc())).collect(),
    read: |text, _, lens| {
        lens.cells =
            if text.is_empty() { None } else { Some(chosen("cells", text, Cells::ALL, Cells::name)?) };
        Ok(())
    },
    write: |lens, _| lens.cells.map(|cells| cells.name().to_owned()),
};

/// What of the blocs is listed.
pub const SHOW: Opt = Opt {
    name: "show",
    value: "WHAT",
    doc: "What is listed: members, all of each bloc; movers, only those who went from one bloc to another",
    bare: false,
    choices: || Show::ALL.iter().map(|show| (show.name(), show.doc())).collect(),
    read: |text, _, lens| {
        lens.show =
            if text.is_empty() { Show::Members } else { chosen("show", text, Show::ALL, Show::name)? };
        Ok(())
    },
    write: |lens, _| (lens.show != Show::Members).then(|| lens.show.name().to_owned()),
};

/// The order of changes.
pub const LISTED: Opt = Opt {
    name: "list",
    value: "HOW",
    doc: "How changes are listed: by kind, under headings; or all in one list, step by step",
    bare: false,
    choices: || Listed::ALL.iter().map(|listed| (listed.name(), listed.doc())).collect(),
    read: |text, _, lens| {
        lens.listed =
            if text.is_empty() { None } else { Some(chosen("list", text, Listed::ALL, Listed::name)?) };
        Ok(())
    },
    write: |lens, _| lens.listed.map(|listed| listed.name().to_owned()),
};

/// The sort of gap.
pub const LACK: Opt = Opt {
    name: "lack",
    value: "WHAT",
    doc: "One sort of gap as a whole: what a claim, an agreement or an entity lacks",
    bare: false,
    choices: || Lack::ALL.iter().map(|lack| (lack.name(), lack.doc())).collect(),
    read: |text, _, lens| {
        lens.lack = if text.is_empty() { None } else { Some(chosen("lack", text, Lack::ALL, Lack::name)?) };
        Ok(())
    },
    write: |lens, _| lens.lack.map(|lack| lack.name().to_owned()),
};

/// The order of the rows of a matrix.
pub const ORDER: Opt = Opt {
    name: "order",
    value: "ORDER",
    doc: "Order of the rows: what belongs together, the best tied first, from west to east, by name",
    bare: false,
    choices: || Order::ALL.iter().map(|order| (order.name(), order.doc())).collect(),
    read: |text, _, lens| {
        lens.order =
            if text.is_empty() { Order::Likeness } else { chosen("order", text, Order::ALL, Order::name)? };
        Ok(())
    },
    write: |lens, _| (lens.order != Order::Likeness).then(|| lens.order.name().to_owned()),
};

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
