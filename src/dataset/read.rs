//! Reads the bundled files and the folders a user names.
//!
//! A file that cannot be cut into records is cut by its layout; an entity of which a claim is broken is
//! used without that claim; a broken stance or source is left out. What could not be used is reported,
//! and its identifiers are kept so that nobody complains of them a second time.

use std::borrow::Cow;
use std::path::PathBuf;

use ron::Options;
use ron::extensions::Extensions;

use super::diagnostic::Diagnostic;
use super::location::File;
use super::parsed::Parsed;
use super::{Dataset, bundle, folder, overlay, release};
use crate::model::kind::Kind;

/// What to read.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Whether to leave the bundled data out.
    pub only: bool,
    /// Folders in the form of `data/`, or single files that hold a whole dataset, each laid over what came
    /// before.
    pub folders: Vec<PathBuf>,
}

impl Input {
    /// Just the bundled data.
    pub fn bundled() -> Self {
        Self::default()
    }

    /// Just one folder.
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self { only: true, folders: vec![path.into()] }
    }
}

/// What a file holds, by the folder it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Entities(Kind),
    Stances,
    Sources,
    Manifest,
}

impl Content {
    /// The content of a file with this path below `data/`.
    pub(super) fn of(path: &str) -> Option<Self> {
        if path == "atlas.ron" {
            return Some(Self::Manifest);
        }
        match path.split_once('/')?.0 {
            "stances" => Some(Self::Stances),
            "sources" => Some(Self::Sources),
            folder => Kind::from_plural(folder).map(Self::Entities),
        }
    }

    /// The folders that a dataset may have.
    pub(super) fn folders() -> impl Iterator<Item = &'static str> {
        Kind::ALL.iter().map(|kind| kind.plural()).chain(["stances", "sources"])
    }
}

/// Reads everything that was asked for, with every fault found on the way.
///
/// Faults of sense (an unknown id, a date that ends before it starts) are found by
/// [`rule::check`](super::rule::check), which wants the whole dataset.
pub fn read(input: &Input) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let mut faults = Vec::new();
    let mut contents = Vec::new();
    if !input.only {
        for &(name, text) in bundle::FILES {
            contents.push(Content::of(name));
            dataset.files.add(File { name: format!("data/{name}"), text: Cow::Borrowed(text), layer: 0 });
        }
    }
    // What is laid over others has no releases of its own.
    let first = input.folders.first().filter(|_| input.only);
    dataset.releases = match first {
        Some(folder) => release::of_folder(folder),
        None if input.only => Vec::new(),
        None => bundle::releases(),
    };
    for (number, path) in input.folders.iter().enumerate() {
        folder::gather(path, number + 1, &mut dataset, &mut contents, &mut faults);
    }
    for parsed in parse_all(&dataset, &contents) {
        dataset.partial |= !parsed.faults.is_empty();
        faults.extend(parsed.faults);
        dataset.unread.extend(parsed.unread);
        dataset.manifest = parsed.manifest.unwrap_or(dataset.manifest);
        dataset.entries.extend(parsed.entries);
        dataset.stances.extend(parsed.stances);
        dataset.sources.extend(parsed.sources);
        for (text, place) in parsed.copies {
            dataset.files.add_copy(text, place);
        }
    }
    overlay::lay_over(&mut dataset);
    faults.sort_by_key(|fault| fault.place);
    (dataset, faults)
}

/// How RON is read and written here.
pub fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Parses all files, on as many threads as the machine has processors.
fn parse_all(dataset: &Dataset, contents: &[Option<Content>]) -> Vec<Parsed> {
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(8));
    let mut lots: Vec<Vec<usize>> = vec![Vec::new(); threads];
    let mut load = vec![0; threads];
    let mut order: Vec<usize> = (0..contents.len()).collect();
    let size = |number: usize| dataset.files.get(number as u32).map_or(0, |file| file.text.len());
    order.sort_by_key(|&number| std::cmp::Reverse(size(number)));
    for number in order {
        let lightest = (0..threads).min_by_key(|&lot| load[lot]).unwrap_or(0);
        load[lightest] += size(number) + 1;
        lots[lightest].push(number);
    }
    let mut done: Vec<(usize, Parsed)> = std::thread::scope(|scope| {
        let workers: Vec<_> = lots
            .iter()
            .map(|lot| {
                scope.spawn(|| {
                    lot.iter()
                        .map(|&number| (number, Parsed::file(dataset, number as u32, contents[number])))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        workers.into_iter().flat_map(join).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, parsed)| parsed).collect()
}
