//! Puts the data into the program: the files as they are, for checking and for showing where something
//! stands, and the same records as a snapshot that is read in a fraction of the time.
//!
//! A file that cannot be read does not break the build, or nobody could run `check` on it: then there is
//! no snapshot, and the program reads the files themselves.

#[allow(dead_code, unused_macros, missing_docs, unreachable_pub, reason = "only the records are needed here")]
mod model;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use model::kind::Kind;
use model::manifest::Manifest;
use model::record::Record;
use model::source::SourceRecord;
use model::stance::StanceRecord;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let data = root.join("data");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/model");

    let mut files = Vec::new();
    collect(&data, "ron", &mut files)?;
    fs::write(out.join("bundle.rs"), list(&files, |file| name(&data, file)))?;
    let mut releases = Vec::new();
    collect(&data.join("releases"), "txt", &mut releases)?;
    let version = |file: &Path| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    fs::write(out.join("releases.rs"), list(&releases, version))?;

    let snapshot = Snapshot::of(&data, &files).unwrap_or_default();
    fs::write(out.join("manifest.bin"), bytes(&snapshot.manifest))?;
    fs::write(out.join("entities.bin"), bytes(&snapshot.entities))?;
    fs::write(out.join("stances.bin"), bytes(&snapshot.stances))?;
    fs::write(out.join("sources.bin"), bytes(&snapshot.sources))
}

/// Names and texts of files, as an array.
fn list(files: &[PathBuf], name: impl Fn(&Path) -> String) -> String {
    let mut list = String::from("&[\n");
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
        let path = file.to_string_lossy();
        let _ = writeln!(list, "    ({:?}, include_str!({path:?})),", name(file));
    }
    list + "]"
}

/// The files with an ending in a folder and those below it, sorted.
fn collect(folder: &Path, ending: &str, files: &mut Vec<PathBuf>) -> io::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            println!("cargo::rerun-if-changed={}", path.display());
            collect(&path, ending, files)?;
        } else if path.extension().is_some_and(|extension| extension == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

/// The path of a file below `data/`.
fn name(data: &Path, file: &Path) -> String {
    file.strip_prefix(data).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

/// Every record, in the order in which the reader finds them.
#[derive(Default)]
struct Snapshot {
    manifest: Option<Manifest>,
    entities: Vec<(Kind, Record)>,
    stances: Vec<StanceRecord>,
    sources: Vec<SourceRecord>,
}

impl Snapshot {
    /// `None` if any file cannot be read.
    fn of(data: &Path, files: &[PathBuf]) -> Option<Self> {
        let mut snapshot = Self::default();
        for file in files {
            let text = fs::read_to_string(file).ok()?;
            let name = name(data, file);
            match name.split_once('/') {
                None => snapshot.manifest = Some(parse(&text)?),
                Some(("stances", _)) => snapshot.stances.extend(parse::<Vec<StanceRecord>>(&text)?),
                Some(("sources", _)) => snapshot.sources.extend(parse::<Vec<SourceRecord>>(&text)?),
                Some((folder, _)) => {
                    let kind = Kind::from_plural(folder)?;
                    let records: Vec<Record> = parse(&text)?;
                    snapshot.entities.extend(records.into_iter().map(|record| (kind, record)));
                }
            }
        }
        Some(snapshot)
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str(text).ok()
}

/// MessagePack with the names of fields, so that what is left out in a record is left out here too.
fn bytes(value: &impl Serialize) -> Vec<u8> {
    rmp_serde::to_vec_named(value).unwrap_or_default()
}
