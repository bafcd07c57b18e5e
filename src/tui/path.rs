//! Paths as people write and read them: `~` is home.

use std::path::{Path, PathBuf};

/// The path that was meant.
pub fn meant(typed: &Path, home: Option<&Path>) -> PathBuf {
    match (typed.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_path_buf(),
    }
}

/// The path as it is shown: whole, and short where it lies at home.
pub fn shown(path: &Path, home: Option<&Path>) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let at_home = home.filter(|home| home.parent().is_some()).and_then(|home| whole.strip_prefix(home).ok());
    match at_home {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => whole.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_is_a_tilde_both_ways() {
        let home = Some(Path::new("/home/lu"));
        assert_eq!(meant(Path::new("~/atlas/smile.svg"), home), Path::new("/home/lu/atlas/smile.svg"));
        assert_eq!(meant(Path::new("~lu/x"), home), Path::new("~lu/x"));
        assert_eq!(shown(Path::new("/home/lu/atlas/smile.svg"), home), "~/atlas/smile.svg");
        assert_eq!(shown(Path::new("/home/lupe/x"), home), "/home/lupe/x");
        assert_eq!(shown(Path::new("/srv/x"), Some(Path::new("/"))), "/srv/x");
        let here = std::env::current_dir().unwrap();
        assert_eq!(shown(Path::new("x.svg"), None), here.join("x.svg").display().to_string());
    }
}
