//! Reads the bundled files and the folders a user names.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use ron::Options;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::diagnostic::{Diagnostic, Severity};
use super::location::{File, Place};
use super::{Dataset, Entry, Manifest, Placed, bundle, rule, single, split, syntax};
use crate::dataset::spelling::{either, nearest};
use crate::model::kind::Kind;
use crate::model::record::Record;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

/// No data file is larger than this; a bigger one is a mistake and is not read.
pub const MAX_FILE: u64 = 64 << 20;

/// What to read.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Whether to leave the bundled data out.
    pub only: bool,
    /// Folders in the form of `data/`, or files that hold a whole dataset, each laid over what came before.
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
enum Content {
    Entities(Kind),
    Stances,
    Sources,
    Manifest,
}

/// What came out of one file.
#[derive(Default)]
struct Parsed {
    manifest: Option<Manifest>,
    entries: Vec<Entry>,
    stances: Vec<Placed<StanceRecord>>,
    sources: Vec<Placed<SourceRecord>>,
    unread: Vec<String>,
    faults: Vec<Diagnostic>,
}

/// Reads everything that was asked for, with every fault found on the way.
///
/// Faults of sense (an unknown id, a date that ends before it starts) are found by
/// [`rule::check`], which wants the whole dataset.
pub fn read(input: &Input) -> (Dataset, Vec<Diagnostic>) {
    let mut dataset = Dataset::default();
    let mut faults = Vec::new();
    let mut contents = Vec::new();
    if !input.only {
        for &(name, text) in bundle::FILES {
            let name = format!("data/{name}");
            contents.push(content_of(&name["data/".len()..]));
            dataset.files.add(File { name, text: Cow::Borrowed(text), layer: 0 });
        }
    }
    for (number, folder) in input.folders.iter().enumerate() {
        gather(folder, number + 1, &mut dataset, &mut contents, &mut faults);
    }
    for parsed in parse_all(&dataset, &contents) {
        faults.extend(parsed.faults);
        dataset.unread.extend(parsed.unread);
        dataset.manifest = parsed.manifest.unwrap_or(dataset.manifest);
        dataset.entries.extend(parsed.entries);
        dataset.stances.extend(parsed.stances);
        dataset.sources.extend(parsed.sources);
    }
    lay_over(&mut dataset);
    faults.sort_by_key(|fault| fault.place);
    (dataset, faults)
}

fn content_of(path: &str) -> Option<Content> {
    if path == "atlas.ron" {
        return Some(Content::Manifest);
    }
    match path.split_once('/')?.0 {
        "stances" => Some(Content::Stances),
        "sources" => Some(Content::Sources),
        folder => Kind::from_plural(folder).map(Content::Entities),
    }
}

/// The folders that a dataset may have.
fn folders() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|kind| kind.plural()).chain(["stances", "sources"])
}

fn gather(
    folder: &Path,
    layer: usize,
    dataset: &mut Dataset,
    contents: &mut Vec<Option<Content>>,
    faults: &mut Vec<Diagnostic>,
) {
    let loose = |rule, message: String, help: String| Diagnostic {
        rule,
        severity: Severity::Error,
        place: None,
        message,
        help,
    };
    let mut paths = Vec::new();
    if let Err(error) = walk(folder, &mut paths) {
        faults.push(loose(
            rule::UNREADABLE,
            format!("{}: {}", folder.display(), plain(&error)),
            "name a folder that can be read, in the form of data/".to_owned(),
        ));
        return;
    }
    if paths.is_empty() {
        faults.push(loose(
            rule::NO_FILES,
            format!("{} has no .ron file", folder.display()),
            format!("put records into {}/<kind>/*.ron, for example {0}/missions/mine.ron", folder.display()),
        ));
    }
    paths.sort();
    for path in paths {
        let shown = path.display().to_string();
        let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let content = content_of(&below);
        let (text, fault) = match load(&path) {
            Ok((text, fault)) => (text, fault),
            Err(fault) => (String::new(), Some(fault)),
        };
        if below.is_empty() && fault.is_none() {
            unfold(&shown, &text, layer, dataset, contents, faults);
            continue;
        }
        let file = dataset.files.add(File { name: shown, text: Cow::Owned(text), layer });
        contents.push(content);
        let top = Place { file, start: 0, end: 1 };
        faults.extend(fault.map(|fault| fault.at(file)));
        if content.is_none() {
            let found = below.split('/').next().unwrap_or_default();
            let near = nearest(found, folders());
            faults.push(Diagnostic {
                rule: rule::UNKNOWN_FOLDER,
                severity: Severity::Error,
                place: Some(top),
                message: format!("no kind of record is kept in `{found}`"),
                help: if near.is_empty() {
                    format!("the folders are {}", folders().collect::<Vec<_>>().join(", "))
                } else {
                    format!("did you mean {}?", either(&near))
                },
            });
        }
    }
}

/// Adds the parts of a file that holds a whole dataset, as if each were a file.
fn unfold(
    name: &str,
    text: &str,
    layer: usize,
    dataset: &mut Dataset,
    contents: &mut Vec<Option<Content>>,
    faults: &mut Vec<Diagnostic>,
) {
    let whole = dataset.files.add(File { name: name.to_owned(), text: Cow::Owned(text.to_owned()), layer });
    contents.push(None);
    let parts = single::parts(text).unwrap_or_else(|fault| {
        faults.push(single::explain(&fault, whole));
        Vec::new()
    });
    for part in parts {
        let content = match part.name.as_str() {
            "manifest" => Some(Content::Manifest),
            list => content_of(&format!("{list}/")),
        };
        if content.is_none() {
            faults.push(single::unknown(&part, whole, folders().chain(["manifest"])));
            continue;
        }
        dataset.files.add(File { name: name.to_owned(), text: Cow::Owned(part.text), layer });
        contents.push(content);
    }
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    if folder.is_file() {
        paths.push(folder.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_ron = path.extension().is_some_and(|extension| extension == "ron");
        if path.is_dir() && !is_ron {
            walk(&path, paths)?;
        } else if is_ron {
            paths.push(path);
        }
    }
    Ok(())
}

/// A fault of a whole file, found before its number is known.
struct FileFault {
    rule: &'static str,
    severity: Severity,
    offset: usize,
    message: String,
    help: &'static str,
}

impl FileFault {
    fn at(self, file: u32) -> Diagnostic {
        let start = self.offset as u32;
        Diagnostic {
            rule: self.rule,
            severity: self.severity,
            place: Some(Place { file, start, end: start + 1 }),
            message: self.message,
            help: self.help.to_owned(),
        }
    }
}

fn load(path: &Path) -> Result<(String, Option<FileFault>), FileFault> {
    let unreadable = |error: &io::Error| FileFault {
        rule: rule::UNREADABLE,
        severity: Severity::Error,
        offset: 0,
        message: format!("the file cannot be read: {}", plain(error)),
        help: "check that it is a file and that you may read it; nothing of it is used",
    };
    let file = fs::File::open(path).map_err(|error| unreadable(&error))?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    if size > MAX_FILE {
        return Err(FileFault {
            rule: rule::TOO_LARGE,
            severity: Severity::Error,
            offset: 0,
            message: format!(
                "the file has {} MB; no data file may have more than {} MB",
                size >> 20,
                MAX_FILE >> 20
            ),
            help: "split it into files of about 1,500 lines; nothing of it is used",
        });
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => {
            let fault = FileFault {
                rule: rule::BYTE_ORDER_MARK,
                severity: Severity::Warning,
                offset: 0,
                message: "the file starts with a byte order mark".to_owned(),
                help: "save it as UTF-8 without the mark; it is read all the same",
            };
            Ok((text['\u{feff}'.len_utf8()..].to_owned(), Some(fault)))
        }
        Ok(text) => Ok((text, None)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let fault = FileFault {
                rule: rule::NOT_UTF8,
                severity: Severity::Error,
                offset: good,
                message: format!("byte {} of the file is not UTF-8", good + 1),
                help: "save the file as UTF-8; nothing of it is used",
            };
            let bytes = error.into_bytes();
            let text = String::from_utf8_lossy(&bytes[..good]).into_owned();
            Ok((text, Some(fault)))
        }
    }
}

/// The words of the operating system without its number.
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let cut = text.find(" (os error").unwrap_or(text.len());
    text[..cut].to_lowercase()
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
                        .map(|&number| (number, parse(dataset, number, contents[number])))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, parsed)| parsed).collect()
}

fn parse(dataset: &Dataset, number: usize, content: Option<Content>) -> Parsed {
    let mut parsed = Parsed::default();
    let file = number as u32;
    let (Some(content), Some(source)) = (content, dataset.files.get(file)) else {
        return parsed;
    };
    let text = &*source.text;
    if text.is_empty() {
        return parsed;
    }
    if content == Content::Manifest {
        match options().from_str(text) {
            Ok(manifest) => parsed.manifest = Some(manifest),
            Err(error) => parsed.faults.push(syntax::explain(&error, text, file, 0)),
        }
        return parsed;
    }
    let ranges = match split::records(text) {
        Ok(ranges) => ranges,
        Err(fault) => {
            parsed.faults.push(syntax::unbalanced(&fault, file));
            return parsed;
        }
    };
    for range in ranges {
        let place = Place { file, start: range.start as u32, end: range.end as u32 };
        let raw = &text[range];
        match content {
            Content::Entities(kind) => {
                let record: Option<Record> = parsed.one(raw, place);
                parsed.entries.extend(record.map(|record| Entry { kind, record, place }));
            }
            Content::Stances => {
                let record = parsed.one(raw, place);
                parsed.stances.extend(record.map(|record| Placed { record, place }));
            }
            Content::Sources => {
                let record = parsed.one(raw, place);
                parsed.sources.extend(record.map(|record| Placed { record, place }));
            }
            Content::Manifest => {}
        }
    }
    parsed
}

impl Parsed {
    /// One record; if it is broken, the fault is noted and so is its id.
    fn one<T: DeserializeOwned>(&mut self, raw: &str, place: Place) -> Option<T> {
        match options().from_str(raw) {
            Ok(record) => Some(record),
            Err(error) => {
                self.faults.push(syntax::explain(&error, raw, place.file, place.start as usize));
                let id = raw.split_once("id:").and_then(|(_, rest)| rest.split('"').nth(1));
                self.unread.extend(id.map(str::to_owned));
                None
            }
        }
    }
}

/// How RON is read and written here.
pub fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Lets records of a later layer add to or replace those of an earlier one with the same id.
fn lay_over(dataset: &mut Dataset) {
    let files = &dataset.files;
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(dataset.entries.len());
    for entry in dataset.entries.drain(..) {
        match first.get(entry.record.id.as_str()) {
            Some(&at)
                if files.layer(kept[at].place) != files.layer(entry.place) && kept[at].kind == entry.kind =>
            {
                kept[at].record.extend(entry.record);
            }
            _ => {
                first.entry(entry.record.id.to_string()).or_insert(kept.len());
                kept.push(entry);
            }
        }
    }
    dataset.entries = kept;
    replace(&mut dataset.stances, |record| &record.id, files);
    replace(&mut dataset.sources, |record| &record.id, files);
}

fn replace<T>(list: &mut Vec<Placed<T>>, id: impl Fn(&T) -> &str, files: &super::Files) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<Placed<T>> = Vec::with_capacity(list.len());
    for placed in list.drain(..) {
        match first.get(id(&placed.record)) {
            Some(&at) if files.layer(kept[at].place) != files.layer(placed.place) => kept[at] = placed,
            _ => {
                first.entry(id(&placed.record).to_owned()).or_insert(kept.len());
                kept.push(placed);
            }
        }
    }
    *list = kept;
}
