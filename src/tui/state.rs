//! What is kept between two runs: the saved views, in the state folder of the user.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::depth::Env;
use crate::export::save::save;
use crate::view::saved::Shelf;

/// The file of the saved views; `None` if the environment names no folder for it.
///
/// `$XDG_STATE_HOME/spacepact/views`, else `~/.local/state/spacepact/views`; `%LOCALAPPDATA%` on Windows.
pub fn file(env: Env<'_>) -> Option<PathBuf> {
    let set = |name: &str| env(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = set("XDG_STATE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".local/state")))
        .or_else(|| set("LOCALAPPDATA"))?;
    Some(folder.join("spacepact").join("views"))
}

/// The saved views; none if there is no file yet.
pub fn read(file: &Path) -> io::Result<Shelf> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Shelf::parse(&text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Shelf::default()),
        Err(error) => Err(error),
    }
}

/// Changes the saved views: what another program has written meanwhile stays. Gives them as they are now.
pub fn change(file: &Path, change: impl FnOnce(&mut Shelf)) -> Result<Shelf, String> {
    let said = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let mut shelf = read(file).map_err(|error| said(&error))?;
    change(&mut shelf);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| said(&error))?;
    }
    save(file, shelf.print().as_bytes(), true).map_err(|error| error.to_string())?;
    Ok(shelf)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::saved::Saved;

    #[test]
    fn the_file_lies_where_the_environment_says() {
        let env = |set: &'static [(&'static str, &'static str)]| {
            move |name: &str| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        };
        let at = |set| file(&env(set)).map(|path| path.display().to_string());
        assert_eq!(at(&[("XDG_STATE_HOME", "/s"), ("HOME", "/h")]).as_deref(), Some("/s/spacepact/views"));
        assert_eq!(at(&[("HOME", "/h")]).as_deref(), Some("/h/.local/state/spacepact/views"));
        assert_eq!(at(&[("XDG_STATE_HOME", "relative")]), None);
    }

    #[test]
    fn a_change_keeps_what_others_wrote() {
        let folder = std::env::temp_dir().join(format!("spacepact-state-{}", std::process::id()));
        let file = folder.join("spacepact").join("views");
        let view = |name: &str| Saved { name: name.to_owned(), command: "spacepact list".to_owned() };
        change(&file, |shelf| shelf.put(&view("one"))).unwrap();
        fs::write(&file, format!("{}# by hand\n", fs::read_to_string(&file).unwrap())).unwrap();
        change(&file, |shelf| shelf.put(&view("two"))).unwrap();
        assert_eq!(
            fs::read_to_string(&file).unwrap(),
            "one: spacepact list\n# by hand\ntwo: spacepact list\n"
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
