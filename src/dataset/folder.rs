//! The files of a folder that a user names: which there are, and what each holds.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::diagnostic::{Diagnostic, Severity};
use super::load::{Load, load, plain};
use super::location::{File, Place};
use super::outline::ids;
use super::read::Content;
use super::spelling::{either, nearest};
use super::{Dataset, rule, single};

/// Adds the files of a folder to a dataset, and to `contents` what each holds: `None` if it is not to be
/// parsed.
pub(super) fn gather(
    folder: &Path,
    layer: usize,
    dataset: &mut Dataset,
    contents: &mut Vec<Option<Content>>,
    faults: &mut Vec<Diagnostic>,
) {
    if folder.is_file() {
        return single::gather(folder, layer, dataset, contents, faults);
    }
    let mut walk = Walk::default();
    walk.folder(folder);
    if walk.paths.is_empty() && walk.faults.is_empty() {
        let folder = folder.display();
        let message = format!("{folder} has no .ron file");
        let help = format!("put records into {folder}/<kind>/*.ron, for example {folder}/missions/mine.ron");
        walk.faults.push(error(rule::NO_FILES, None, message, help));
    }
    dataset.partial |= !walk.faults.is_empty();
    faults.append(&mut walk.faults);
    walk.paths.sort();
    for path in walk.paths {
        let below = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let mut content = Content::of(&below);
        let Load { text, usable, fault } = load(&path);
        if !usable || content.is_none() {
            dataset.unread.extend(ids(&text));
            dataset.partial = true;
        }
        let file =
            dataset.files.add(File { name: path.display().to_string(), text: Cow::Owned(text), layer });
        faults.extend(fault.map(|fault| fault.at(file)));
        if content.is_none() {
            faults.push(unknown_folder(&below, file));
        }
        if !usable {
            content = None;
        }
        contents.push(content);
    }
}

fn error(rule: &'static str, place: Option<Place>, message: String, help: String) -> Diagnostic {
    Diagnostic { rule, severity: Severity::Error, place, message, help }
}

fn unknown_folder(below: &str, file: u32) -> Diagnostic {
    let list = || format!("the folders are {}", Content::folders().collect::<Vec<_>>().join(", "));
    let (message, help) = match below.split_once('/') {
        None => {
            let message = "only atlas.ron may lie here, outside of a folder".to_owned();
            (message, format!("move it into the folder of its kind; {}", list()))
        }
        Some((found, _)) => {
            let near = nearest(found, Content::folders());
            let help = if near.is_empty() { list() } else { format!("did you mean {}?", either(&near)) };
            (format!("no kind of record is kept in \"{found}\""), help)
        }
    };
    error(rule::UNKNOWN_FOLDER, Some(Place::whole(file)), message, help)
}

/// The data files below a folder.
#[derive(Default)]
struct Walk {
    paths: Vec<PathBuf>,
    seen: HashSet<PathBuf>,
    faults: Vec<Diagnostic>,
}

impl Walk {
    /// Looks into a folder, unless a link led here before. What starts with a dot is left alone: it
    /// belongs to an editor or to a version control system.
    fn folder(&mut self, folder: &Path) {
        let entries = match folder.canonicalize().and_then(|real| Ok((real, fs::read_dir(folder)?))) {
            Ok((real, entries)) => {
                if !self.seen.insert(real) {
                    return;
                }
                entries
            }
            Err(reason) => {
                let message = format!("{}: {}", folder.display(), plain(&reason));
                let help = "name a folder that can be read, in the form of data/".to_owned();
                self.faults.push(error(rule::UNREADABLE, None, message, help));
                return;
            }
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            if path.extension().is_some_and(|extension| extension == "ron") {
                self.paths.push(path);
            } else if path.is_dir() {
                self.folder(&path);
            }
        }
    }
}
