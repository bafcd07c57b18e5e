//! `spacepact check`: everything that is wrong with a dataset.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Console, Ending, Fault, load};
use crate::dataset::{self, Dataset, Input, Severity, rule};
use crate::view::phrase::count;

/// Prints every fault, and whether there is one.
pub(super) fn run(_: &ArgMatches, own: &ArgMatches, console: &mut Console<'_>) -> Result<Ending, Fault> {
    if let Some(name) = own.get_one::<String>("explain") {
        return explain(name, console);
    }
    let input = own.get_one::<PathBuf>("dir").map_or_else(|| load::input(own), Input::folder);
    let (data, mut faults) = dataset::read(&input);
    faults.extend(rule::check(&data));
    faults.sort_by_key(|fault| fault.place);
    for fault in &faults {
        writeln!(console.out, "{}", fault.render(&data.files))?;
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    let warnings = faults.len() - errors;
    let sizes = sizes(&data);
    match (errors, warnings) {
        (0, 0) => writeln!(console.out, "No fault in {sizes}.")?,
        _ => writeln!(
            console.out,
            "{} and {} in {sizes}.",
            count(errors, "error"),
            count(warnings, "warning")
        )?,
    }
    Ok(if errors == 0 { Ending::Fine } else { Ending::Wrong })
}

fn sizes(data: &Dataset) -> String {
    let ties: usize = data.entries.iter().map(|entry| entry.record.all_ties().count()).sum();
    let milestones: usize = data.entries.iter().map(|entry| entry.record.milestones.len()).sum();
    [
        count(data.entries.len(), "entity"),
        count(ties, "link"),
        count(data.stances.len(), "stance"),
        count(milestones, "milestone"),
        count(data.sources.len(), "source"),
    ]
    .join(", ")
}

fn explain(name: &str, console: &mut Console<'_>) -> Result<Ending, Fault> {
    let Some(rule) = rule::RULES.iter().find(|rule| rule.name == name) else {
        let known = rule::RULES.iter().map(|rule| rule.name).collect();
        return Err(Fault::Rule(name.to_owned(), known));
    };
    writeln!(console.out, "{}: {}", rule.name, rule.doc)?;
    Ok(Ending::Fine)
}
