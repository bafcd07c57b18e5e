//! The data that the program carries inside itself: the files, and a snapshot of their records made when
//! the program was built.

use super::release::{Released, sorted};
use super::{Dataset, Entry, Manifest, Place, Placed};
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

/// Path below `data/` and text of every bundled file, sorted by path.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/bundle.rs"));

/// Version and record of every release.
const RELEASES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/releases.rs"));

const MANIFEST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/manifest.bin"));
const ENTITIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/entities.bin"));
const STANCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/stances.bin"));
const SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// The records of the releases, the earliest first.
pub fn releases() -> Vec<Released> {
    sorted(RELEASES.iter().map(|&(version, text)| (version.into(), text.into())))
}

/// The bundled records, without the places where they are written; `None` if a file was broken when the
/// program was built, so that only [`read`](super::read::read) can say what is wrong with it.
///
/// Reads the snapshot, which takes a fraction of the time of reading the files. The data in it has no
/// faults of form; faults of sense are a matter of [`rule::check`](super::rule::check) and of the tests.
pub fn records() -> Option<Dataset> {
    let manifest: Option<Manifest> = rmp_serde::from_slice(MANIFEST).ok()?;
    let (entities, rest) = std::thread::scope(|scope| {
        let rest = scope.spawn(|| {
            let stances: Vec<StanceRecord> = rmp_serde::from_slice(STANCES).ok()?;
            let sources: Vec<SourceRecord> = rmp_serde::from_slice(SOURCES).ok()?;
            Some((stances, sources))
        });
        let entities: Option<Vec<(Kind, Record)>> = rmp_serde::from_slice(ENTITIES).ok();
        (entities, rest.join().unwrap_or_default())
    });
    let (stances, sources) = rest?;
    let place = Place::default();
    Some(Dataset {
        manifest: manifest?,
        entries: entities?
            .into_iter()
            .map(|(kind, record)| Entry { kind, record, place, added: Vec::new(), partial: false })
            .collect(),
        stances: stances.into_iter().map(|record| Placed { record, place }).collect(),
        sources: sources.into_iter().map(|record| Placed { record, place }).collect(),
        releases: releases(),
        ..Dataset::default()
    })
}
