//! Bytes → a file, all of them or none.
//!
//! The bytes go to a temporary file beside the target, which takes the target's name only once they are
//! all on the disk. Whatever goes wrong, the file that was there is as it was and no temporary file is
//! left behind.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// There is a file of that name and nobody asked to replace it.
    Exists(PathBuf),
    /// The folder is not there.
    NoFolder(PathBuf),
    /// It is a folder.
    IsFolder(PathBuf),
    /// The folder or the file may not be written.
    NotAllowed(PathBuf),
    /// The disk is full.
    Full(PathBuf),
    /// The path names no file.
    NoName,
    /// Something else, in the words of the operating system.
    Other(PathBuf, String),
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => {
                write!(
                    f,
                    "{} exists and was left as it is: choose to overwrite it, or name another file",
                    path.display()
                )
            }
            Self::NoFolder(path) => write!(f, "there is no folder {}", path.display()),
            Self::IsFolder(path) => write!(f, "{} is a folder: name a file in it", path.display()),
            Self::NotAllowed(path) => write!(f, "you may not write {}", path.display()),
            Self::Full(path) => write!(f, "no space is left for {}", path.display()),
            Self::NoName => f.write_str("no file is named"),
            Self::Other(path, words) => write!(f, "{} cannot be written: {words}", path.display()),
        }
    }
}

impl std::error::Error for SaveError {}

/// Writes a file as a whole. One that exists is kept unless `force` is set.
///
/// A link to a file is followed, so that the file it leads to is replaced, not the link. What is no file
/// at all, such as `/dev/stdout` or a named pipe, is written to as it is.
pub fn save(path: &Path, bytes: &[u8], force: bool) -> Result<(), SaveError> {
    if path.file_name().is_none() {
        return Err(if path.is_dir() { SaveError::IsFolder(path.to_owned()) } else { SaveError::NoName });
    }
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        Ok(found) if found.is_dir() => return Err(SaveError::IsFolder(path.to_owned())),
        Ok(found) if found.is_file() && !force => return Err(SaveError::Exists(path.to_owned())),
        Ok(found) if !found.is_file() => {
            return OpenOptions::new()
                .write(true)
                .open(&target)
                .and_then(|mut file| file.write_all(bytes))
                .map_err(|error| wrong(path, &error));
        }
        _ => {}
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(folder.to_owned()));
    }
    let fault = |error: io::Error| wrong(path, &error);
    let (draft, mut file) = Draft::create(folder, &target).map_err(fault)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(fault)?;
    if let Ok(old) = fs::metadata(&target) {
        // The new file may be read by whom the old one could be read.
        let _ = fs::set_permissions(&draft.0, old.permissions());
    }
    drop(file);
    draft.publish(&target, force).map_err(fault)?;
    // A folder that cannot be synced is no reason to say that the file was not written.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

fn wrong(path: &Path, error: &io::Error) -> SaveError {
    let path = path.to_owned();
    match error.kind() {
        io::ErrorKind::AlreadyExists => SaveError::Exists(path),
        io::ErrorKind::NotFound => {
            SaveError::NoFolder(path.parent().map_or_else(PathBuf::new, Path::to_owned))
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => SaveError::NotAllowed(path),
        io::ErrorKind::IsADirectory => SaveError::IsFolder(path),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => SaveError::Full(path),
        _ => {
            let words = error.to_string();
            let cut = words.find(" (os error").unwrap_or(words.len());
            SaveError::Other(path, words[..cut].to_lowercase())
        }
    }
}

/// A temporary file; it goes when this goes.
struct Draft(PathBuf);

impl Draft {
    /// A new file beside the target. Its name starts with a dot, so that no one takes it for data.
    fn create(folder: &Path, target: &Path) -> io::Result<(Self, File)> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().take(40).collect();
        let mut number = 0;
        loop {
            let path = folder.join(format!(".{name}.{}-{number}.tmp", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((Self(path), file)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 100 => number += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives the draft the name of the target, in one step.
    ///
    /// A hard link fails where the name is taken, so that a file which somebody else made in the
    /// meantime is kept, too; file systems without hard links get a last look instead.
    fn publish(self, target: &Path, force: bool) -> io::Result<()> {
        if force {
            return fs::rename(&self.0, target);
        }
        match fs::hard_link(&self.0, target) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !target.exists() => {
                fs::rename(&self.0, target)
            }
            linked => linked,
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After a rename there is nothing left to remove.
        let _ = fs::remove_file(&self.0);
    }
}

/// A file name for an export: the view, the entities in focus, the extension.
///
/// It has only small letters, digits and hyphens, and is short enough for every file system.
pub fn suggest_name<'a>(view: &'a str, focus: impl IntoIterator<Item = &'a str>, extension: &str) -> String {
    const LONGEST: usize = 60;
    let mut stem = String::new();
    for part in std::iter::once(view).chain(focus) {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let part: String = part.chars().map(plain).collect();
        let part = part.trim_matches('-');
        if part.is_empty() || (!stem.is_empty() && stem.len() + part.len() + 1 > LONGEST) {
            continue;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem += part;
    }
    stem.truncate(LONGEST);
    if stem.is_empty() {
        stem += "spacepact";
    }
    format!("{stem}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test, gone afterwards.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("spacepact-save-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn an_existing_file_is_kept_unless_asked() {
        let folder = Scratch::new("kept");
        let path = folder.0.join("a.md");
        save(&path, b"one", false).unwrap();
        assert_eq!(save(&path, b"two", false), Err(SaveError::Exists(path.clone())));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        save(&path, b"three", true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"three");
        assert_eq!(folder.names(), ["a.md"]);
    }

    #[test]
    fn faults_are_named_and_leave_nothing_behind() {
        let folder = Scratch::new("faults");
        let missing = folder.0.join("none");
        assert_eq!(save(&missing.join("a.md"), b"", false), Err(SaveError::NoFolder(missing)));
        assert_eq!(save(&folder.0, b"", true), Err(SaveError::IsFolder(folder.0.clone())));
        assert_eq!(save(Path::new(""), b"", true), Err(SaveError::NoName));
        assert_eq!(folder.names(), [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_and_a_device_is_written_to() {
        let folder = Scratch::new("links");
        let (real, link) = (folder.0.join("real.txt"), folder.0.join("link.txt"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        save(&link, b"new", true).unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        save(Path::new("/dev/null"), b"gone", false).unwrap();
        assert!(!Path::new("/dev/null").is_file());
    }

    #[test]
    fn names_are_safe_and_short() {
        assert_eq!(suggest_name("pair", ["esa", "cnsa"], "md"), "pair-esa-cnsa.md");
        assert_eq!(suggest_name("entity", ["../CON: x"], "csv"), "entity-con--x.csv");
        assert_eq!(suggest_name("", [], "svg"), "spacepact.svg");
        let long = "x".repeat(50);
        assert!(suggest_name("overlap", [long.as_str(), &long, &long], "json").len() <= 66);
    }
}
