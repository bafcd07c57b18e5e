//! Bytes → file, whole or not at all.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Why nothing was written.
#[derive(Debug)]
pub(super) enum SaveError {
    /// The file exists, and was not to be replaced.
    Exists,
    /// The system refused.
    Io(io::Error),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists => f.write_str("the file exists"),
            Self::Io(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for SaveError {}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes a file. One that exists is replaced at one go if `force`, else left as it is.
pub(super) fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), SaveError> {
    if !force && path.exists() {
        return Err(SaveError::Exists);
    }
    let mut name =
        path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?.to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What matters is why it was not written.
        let _ = fs::remove_file(&part);
    }
    Ok(written?)
}
