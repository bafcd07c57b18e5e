//! `spacepact check`: everything that is wrong with a dataset.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Console, Ending, Fault, load};
use crate::dataset::{self, Dataset, Input, Severity, Support, Thin, rule};
use crate::graph::Graph;
use crate::graph::release::Release;
use crate::view::phrase::{count, grouped};

/// Prints every fault, and whether there is one.
pub(super) fn run(_: &ArgMatches, own: &ArgMatches, console: &mut Console<'_>) -> Result<Ending, Fault> {
    if let Some(name) = own.get_one::<String>("explain") {
        return explain(name, console);
    }
    let input = own.get_one::<PathBuf>("dir").map_or_else(|| load::input(own), Input::folder);
    let (data, mut faults) = dataset::read(&input);
    if let Some(reason) = own.get_one::<String>("list").and_then(|name| Thin::from_name(name)) {
        return list(&data, reason, console);
    }
    faults.extend(rule::check(&data));
    faults.sort_by_key(|fault| fault.place);
    if own.get_flag("release") {
        faults.retain(|fault| fault.severity == Severity::Error);
        if faults.is_empty() {
            return release(data, console);
        }
    }
    for fault in &faults {
        writeln!(console.out, "{}", fault.render(&data.files))?;
    }
    let sizes = sizes(&data);
    let number = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    let errors = number(Severity::Error);
    let notes = match number(Severity::Note) {
        0 => String::new(),
        notes => format!(" ({})", count(notes, "note")),
    };
    match (errors, number(Severity::Warning)) {
        (0, 0) => writeln!(console.out, "No fault in {sizes}{notes}.")?,
        (errors, warnings) => {
            let (errors, warnings) = (count(errors, "error"), count(warnings, "warning"));
            writeln!(console.out, "{errors} and {warnings} in {sizes}{notes}.")?;
        }
    }
    thin(&data, console)?;
    Ok(if errors == 0 { Ending::Fine } else { Ending::Wrong })
}

/// Prints how many claims rest on little.
fn thin(data: &Dataset, console: &mut Console<'_>) -> Result<(), Fault> {
    let support = Support::new(data);
    writeln!(console.out, "\nOf {} (`check --list WHAT` lists them):", count(support.claims(), "claim"))?;
    for reason in Thin::ALL {
        let number = grouped(support.thin(*reason).count());
        writeln!(console.out, "  {reason:<6}  {number:>7}  {}", reason.doc())?;
    }
    Ok(())
}

/// Prints the claims that rest on little for one reason, each on a line with its place.
fn list(data: &Dataset, reason: Thin, console: &mut Console<'_>) -> Result<Ending, Fault> {
    for (place, subject) in Support::new(data).thin(reason) {
        writeln!(console.out, "{}: {subject}", data.files.show(place))?;
    }
    Ok(Ending::Fine)
}

/// Prints what the data holds, as prints that a later version can be compared with.
fn release(data: Dataset, console: &mut Console<'_>) -> Result<Ending, Fault> {
    let graph = Graph::build(data);
    write!(console.out, "{}", Release::of(&graph).write(&graph.manifest().version))?;
    Ok(Ending::Fine)
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
