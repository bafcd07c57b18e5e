//! Records of what releases of the data held, as they lie in `releases/` beside the data. They are carried as
//! text; only who asks what changed has them read, by [`Release`](crate::graph::release::Release).

use std::borrow::Cow;
use std::fs;
use std::path::Path;

/// A release and its record, unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// Its version: the name of the file without its ending.
    pub version: Cow<'static, str>,
    /// The record as written.
    pub text: Cow<'static, str>,
}

/// The records of these files, the earliest first.
pub(super) fn sorted(
    files: impl IntoIterator<Item = (Cow<'static, str>, Cow<'static, str>)>,
) -> Vec<Released> {
    let mut all: Vec<Released> =
        files.into_iter().map(|(version, text)| Released { version, text }).collect();
    all.sort_by_cached_key(|release| order(&release.version));
    all
}

/// The records of a folder in the form of `data/`. One that cannot be read is kept without its text, so that
/// it is missed when it is asked for.
pub(super) fn of_folder(folder: &Path) -> Vec<Released> {
    let files =
        fs::read_dir(folder.join("releases")).into_iter().flatten().flatten().map(|entry| entry.path());
    sorted(files.filter(|path| path.extension().is_some_and(|extension| extension == "txt")).map(|path| {
        let version = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        (Cow::Owned(version), Cow::Owned(fs::read_to_string(&path).unwrap_or_default()))
    }))
}

/// Versions count by their numbers: 2026.9.1 comes before 2026.11.1.
fn order(version: &str) -> (Vec<u32>, String) {
    (version.split('.').map(|part| part.parse().unwrap_or(0)).collect(), version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_count_by_their_numbers() {
        let files = ["2026.11.1", "2026.9.2", "2026.11.10", "2026.11.2"];
        let sorted = sorted(files.map(|version| (version.into(), "".into())));
        let versions: Vec<&str> = sorted.iter().map(|release| &*release.version).collect();
        assert_eq!(versions, ["2026.9.2", "2026.11.1", "2026.11.2", "2026.11.10"]);
    }
}
