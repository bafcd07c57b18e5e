//! Where the user sits: before this machine, or at the other end of a connection.

use super::depth::Env;

/// What the environment tells of the user's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The program runs over SSH: what it opens or copies here would be seen by nobody.
    pub remote: bool,
    /// There is a desktop on which something can be opened.
    pub desktop: bool,
}

impl Seat {
    /// Reads it from the environment.
    pub fn of(env: Env<'_>) -> Self {
        let set = |names: &[&str]| names.iter().any(|name| env(name).is_some());
        let remote = set(&["SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT"]);
        let desktop = cfg!(any(windows, target_os = "macos"))
            || set(&["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"]);
        Self { remote, desktop: desktop && !remote }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_that_comes_over_ssh_is_not_a_desktop() {
        let ssh = |name: &str| ["SSH_TTY", "DISPLAY"].contains(&name).then(|| "x".to_owned());
        assert_eq!(Seat::of(&ssh), Seat { remote: true, desktop: false });
        let local = |name: &str| (name == "DISPLAY").then(|| ":0".to_owned());
        assert_eq!(Seat::of(&local), Seat { remote: false, desktop: true });
    }
}
