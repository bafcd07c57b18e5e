//! The way to the screen: a whole frame is gathered, then written at one go.
//!
//! A frame is complete when its last bytes end the synchronised update that encloses it. What was
//! gathered of an incomplete one is lost with it, so a panic in the midst of drawing leaves no trace on
//! the screen to which the shell comes back.

use std::io::{self, ErrorKind, Write};
use std::thread;
use std::time::Duration;

/// Ends a synchronised update, as crossterm writes it.
const END: &[u8] = b"\x1b[?2026l";

/// Room for most frames.
const ROOM: usize = 64 * 1024;

/// Gathers frames and writes them to `W`.
pub struct Output<W> {
    screen: W,
    frame: Vec<u8>,
}

impl<W: Write> Output<W> {
    /// A way to a screen.
    pub fn new(screen: W) -> Self {
        Self { screen, frame: Vec::with_capacity(ROOM) }
    }

    fn send(&mut self) -> io::Result<()> {
        let mut rest = self.frame.as_slice();
        while !rest.is_empty() {
            match self.screen.write(rest) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => rest = &rest[written..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Whoever shares the terminal with us may have told it not to wait.
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    thread::sleep(Duration::from_millis(1));
                }
                Err(error) => return Err(error),
            }
        }
        self.frame.clear();
        self.screen.flush()
    }
}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Writes the frame if it is complete. Whoever draws flushes far more often than that.
    fn flush(&mut self) -> io::Result<()> {
        if self.frame.ends_with(END) { self.send() } else { Ok(()) }
    }
}

/// What stands at the other end: standard output past its buffer and its lock, for which a panic must
/// not have to wait.
#[cfg(unix)]
pub type Screen = std::fs::File;

/// What stands at the other end; Windows has letters converted by the standard library.
#[cfg(not(unix))]
pub type Screen = io::Stdout;

/// Opens the screen.
#[cfg(unix)]
pub fn screen() -> io::Result<Screen> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// Opens the screen.
#[cfg(not(unix))]
pub fn screen() -> io::Result<Screen> {
    Ok(io::stdout())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_frames_are_written() {
        let mut screen = Vec::new();
        let mut output = Output::new(&mut screen);
        output.write_all(b"\x1b[?2026hhalf").unwrap();
        output.flush().unwrap();
        output.write_all(b" and half").unwrap();
        output.write_all(END).unwrap();
        output.flush().unwrap();
        output.write_all(b"lost").unwrap();
        output.flush().unwrap();
        drop(output);
        assert_eq!(screen, b"\x1b[?2026hhalf and half\x1b[?2026l");
    }
}
