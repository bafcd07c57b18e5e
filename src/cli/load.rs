//! Reads the data that the options name.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::atlas::Atlas;
use crate::dataset::{self, Diagnostic, Input, Severity, rule};
use crate::view::address::quote;

/// An atlas with the faults of its data.
pub(super) struct Loaded {
    /// The atlas, without what is faulty.
    pub(super) atlas: Atlas,
    /// What is wrong with the data.
    pub(super) faults: Vec<Diagnostic>,
    /// The same as text for people.
    pub(super) rendered: Vec<String>,
    /// The same, each on one line.
    pub(super) brief: Vec<String>,
}

impl Loaded {
    /// How many faults are errors.
    pub(super) fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.severity == Severity::Error).count()
    }
}

/// The input that the options name.
pub(super) fn input(matches: &ArgMatches) -> Input {
    let folders = matches.get_many::<PathBuf>("data").into_iter().flatten().cloned().collect();
    Input { only: matches.get_flag("only"), folders }
}

/// The options as they are typed, for the command that makes a view again.
fn origin(input: &Input) -> String {
    let mut words: Vec<String> = input
        .folders
        .iter()
        .map(|folder| format!("--data {}", quote(&folder.display().to_string())))
        .collect();
    if input.only {
        words.push("--only".to_owned());
    }
    words.join(" ")
}

/// Reads the data and builds the atlas.
///
/// The bundled data alone is not checked again: the tests of the program have done it.
pub(super) fn atlas(matches: &ArgMatches) -> Loaded {
    let input = input(matches);
    let (data, faults) = if input.folders.is_empty() {
        dataset::bundle::records().map_or_else(|| dataset::read(&input), |data| (data, Vec::new()))
    } else {
        let (data, mut faults) = dataset::read(&input);
        faults.extend(rule::check(&data));
        // What is only worth a look in the bundled data is nothing to whoever adds to it, and notes are
        // for `check` alone.
        faults.retain(|fault| {
            let own = fault.place.is_none_or(|place| data.files.layer(place) > 0);
            fault.severity == Severity::Error || own && fault.severity == Severity::Warning
        });
        (data, faults)
    };
    let rendered = faults.iter().map(|fault| fault.render(&data.files)).collect();
    let brief = faults.iter().map(|fault| fault.brief(&data.files)).collect();
    let mut atlas = Atlas::new(data);
    atlas.origin = origin(&input);
    Loaded { atlas, faults, rendered, brief }
}
