//! The text of one file, or why there is none.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use super::diagnostic::{Diagnostic, Severity};
use super::location::Place;
use super::rule;

/// No data file is larger than this; a bigger one is a mistake and is not read.
const MAX_FILE: u64 = 64 << 20;

/// A file as it was found.
pub(super) struct Load {
    /// Its text, as far as it can be shown.
    pub text: String,
    /// Whether the text is the whole file.
    pub usable: bool,
    /// What is wrong with the file as such.
    pub fault: Option<FileFault>,
}

/// A fault of a whole file, found before its number is known.
pub(super) struct FileFault {
    rule: &'static str,
    severity: Severity,
    /// Where in the file, if at one place.
    offset: Option<usize>,
    message: String,
    help: &'static str,
}

impl FileFault {
    /// The fault, once the file has a number.
    pub(super) fn at(self, file: u32) -> Diagnostic {
        let place = self.offset.map_or(Place::whole(file), |offset| {
            let start = offset as u32;
            Place { file, start, end: start + 1 }
        });
        Diagnostic {
            rule: self.rule,
            severity: self.severity,
            place: Some(place),
            message: self.message,
            help: self.help.to_owned(),
        }
    }
}

/// Loads a file.
pub(super) fn load(path: &Path) -> Load {
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Load { text: String::new(), usable: false, fault: Some(fault) },
    };
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => {
            let fault = FileFault {
                rule: rule::BYTE_ORDER_MARK,
                severity: Severity::Warning,
                offset: None,
                message: "the file starts with a byte order mark".to_owned(),
                help: "save it as UTF-8 without the mark; it is read all the same",
            };
            Load { text: text['\u{feff}'.len_utf8()..].to_owned(), usable: true, fault: Some(fault) }
        }
        Ok(text) => Load { text, usable: true, fault: None },
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let fault = FileFault {
                rule: rule::NOT_UTF8,
                severity: Severity::Error,
                offset: Some(good),
                message: format!("byte {} of the file is not UTF-8", good + 1),
                help: "save the file as UTF-8; nothing of it is used",
            };
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            Load { text, usable: false, fault: Some(fault) }
        }
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, FileFault> {
    let unreadable = |message: String| FileFault {
        rule: rule::UNREADABLE,
        severity: Severity::Error,
        offset: None,
        message,
        help: "check that it is a file and that you may read it; nothing of it is used",
    };
    let cannot = |error: &io::Error| unreadable(format!("the file cannot be read: {}", plain(error)));
    let metadata = fs::metadata(path).map_err(|error| cannot(&error))?;
    if !metadata.is_file() {
        // A pipe would keep us waiting for ever.
        let found = if metadata.is_dir() { "a folder" } else { "a pipe, a socket or a device" };
        return Err(unreadable(format!("this is {found}, not a file")));
    }
    let size = metadata.len();
    if size > MAX_FILE {
        let (size, most) = (size >> 20, MAX_FILE >> 20);
        return Err(FileFault {
            rule: rule::TOO_LARGE,
            severity: Severity::Error,
            offset: None,
            message: format!("the file has {size} MB; no data file may have more than {most} MB"),
            help: "split it into files of about 1,500 lines; nothing of it is used",
        });
    }
    let mut bytes = Vec::with_capacity(size as usize);
    let file = fs::File::open(path).map_err(|error| cannot(&error))?;
    file.take(MAX_FILE).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    Ok(bytes)
}

/// The words of the operating system without its number.
pub(super) fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let cut = text.find(" (os error").unwrap_or(text.len());
    text[..cut].to_lowercase()
}
