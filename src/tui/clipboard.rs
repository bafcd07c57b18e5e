//! Text → clipboard, and by which way: nobody is told "copied" on faith.
//!
//! Before the machine, the desktop's own tool is asked; it keeps the text after we have gone. Where there
//! is none, and always over SSH, the terminal is asked by OSC 52, which tmux and the connection pass on.

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::depth::Env;
use super::seat::Seat;

/// Bytes of which terminals take the 100 000 letters that OSC 52 makes of them, and no more.
pub const MOST: usize = 74_994;

/// So long a tool may take.
const PATIENCE: Duration = Duration::from_secs(1);

/// Tools, and what must be set in the environment for each.
const TOOLS: &[(&str, &str, &[&str])] = &[
    ("WAYLAND_DISPLAY", "wl-copy", &[]),
    ("DISPLAY", "xclip", &["-selection", "clipboard", "-in"]),
    ("DISPLAY", "xsel", &["--clipboard", "--input"]),
];

/// How a text is brought to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A tool has taken it.
    Tool(&'static str),
    /// The terminal is to be sent it.
    Terminal,
    /// It is too long for the terminal.
    TooLong,
}

impl Way {
    /// What is said of it.
    pub fn say(self, text: &str) -> String {
        let size = size(text.len());
        match self {
            Self::Tool(tool) => format!("{size} copied with {tool}"),
            Self::Terminal => format!("{size} sent to the terminal (OSC 52)"),
            Self::TooLong => {
                format!("{size} are too much for the clipboard of a terminal: export to a file instead")
            }
        }
    }
}

/// Gives a text to the desktop's clipboard, or says how else it is to go.
pub fn copy(text: &str, seat: Seat, env: Env<'_>) -> Way {
    let taken = if seat.desktop { offer(text, env) } else { None };
    match taken {
        Some(tool) => Way::Tool(tool),
        None if text.len() > MOST => Way::TooLong,
        None => Way::Terminal,
    }
}

/// The first tool that takes the text.
fn offer(text: &str, env: Env<'_>) -> Option<&'static str> {
    if cfg!(target_os = "macos") {
        return run("pbcopy", &[], text).ok().map(|()| "pbcopy");
    }
    let fitting = TOOLS.iter().filter(|(needs, ..)| env(needs).is_some());
    let mut taken = fitting.filter(|(_, tool, arguments)| run(tool, arguments, text).is_ok());
    taken.next().map(|(_, tool, _)| *tool)
}

/// Runs a tool on a text. It may leave a part of itself behind that keeps the text.
fn run(tool: &str, arguments: &[&str], text: &str) -> io::Result<()> {
    let mut command = Command::new(tool);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // What it leaves behind shall neither be suspended nor hang up with us.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(text.as_bytes())?;
    }
    let since = Instant::now();
    while since.elapsed() < PATIENCE {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(_) => return Err(io::Error::other("it failed")),
            None => thread::sleep(Duration::from_millis(2)),
        }
    }
    child.kill()?;
    Err(io::ErrorKind::TimedOut.into())
}

fn size(bytes: usize) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        ..10_000 => format!("{bytes} bytes"),
        _ => format!("{} kB", bytes.div_ceil(1000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_ssh_the_terminal_is_asked_whatever_tools_there_are() {
        let seat = Seat { remote: true, desktop: false };
        let env = |_: &str| Some("x".to_owned());
        assert_eq!(copy("Smile", seat, &env), Way::Terminal);
        let long = "x".repeat(MOST + 1);
        assert_eq!(copy(&long, seat, &env), Way::TooLong);
        assert!(Way::TooLong.say(&long).starts_with("75 kB are too much"));
    }

    #[cfg(unix)]
    #[test]
    fn a_tool_counts_only_if_it_succeeds() {
        assert!(run("cat", &[], "Smile").is_ok());
        assert!(run("false", &[], "").is_err());
        assert!(run("there-is-no-such-tool", &[], "").is_err());
    }
}
