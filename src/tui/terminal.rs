//! Entering and leaving the terminal.
//!
//! Whatever is switched on is switched off again, in the reverse order, by whoever comes first: the end
//! of the program, an error, a panic, a signal, a suspension. [`restore`] does it, and only once.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::{Print, ResetColor, force_color_output};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::{Frame, TerminalOptions, Viewport};
use unicode_width::UnicodeWidthStr;

use super::depth::Env;
use super::output::{Output, Screen, screen};
use crate::typeset::wrap::unsteady;

/// Whether the terminal is ours.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// What is said where there is no terminal to draw on.
pub const NO_TERMINAL: &str =
    "there is no terminal to draw on; use a view as a command, e.g. `spacepact entity smile`";

/// Fails if nothing can be drawn on standard output.
pub fn check(env: Env<'_>) -> io::Result<()> {
    if io::stdout().is_terminal() && env("TERM").as_deref() != Some("dumb") {
        Ok(())
    } else {
        Err(io::Error::new(io::ErrorKind::Unsupported, NO_TERMINAL))
    }
}

/// The terminal while it is ours; it is given back when this goes out of scope.
pub struct Terminal {
    inner: ratatui::Terminal<CrosstermBackend<Output<Screen>>>,
    mouse: bool,
    /// The area to be cleared and drawn as a whole by the next frame.
    stale: Option<Rect>,
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// Its size is told from outside and only changes by [`Terminal::resize`], so that a frame always has
    /// the size for which the state has set its lines.
    pub fn enter(size: (u16, u16), mouse: bool) -> io::Result<Self> {
        // How many colours there are is decided by our depth alone; crossterm shall not think again.
        force_color_output(true);
        let area = Rect::new(0, 0, size.0, size.1);
        let backend = CrosstermBackend::new(Output::new(screen()?));
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let inner = ratatui::Terminal::with_options(backend, options)?;
        let mut terminal = Self { inner, mouse, stale: None };
        terminal.take()?;
        Ok(terminal)
    }

    fn take(&mut self) -> io::Result<()> {
        let first = !ENTERED.swap(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mouse = self.mouse;
        let out = self.inner.backend_mut();
        queue!(out, BeginSynchronizedUpdate)?;
        switch_on(out, first, mouse)?;
        execute!(out, EndSynchronizedUpdate)
    }

    /// Draws a frame and writes it at one go.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.inner.backend_mut(), BeginSynchronizedUpdate)?;
        if let Some(area) = self.stale.take() {
            self.inner.resize(area)?;
        }
        let behind = behind_scripts(self.inner.draw(paint)?.buffer);
        for run in &behind {
            self.inner.backend_mut().draw(run.iter().map(|(x, y, cell)| (*x, *y, cell)))?;
        }
        execute!(self.inner.backend_mut(), EndSynchronizedUpdate)
    }

    /// The next frame is of this size and drawn as a whole.
    ///
    /// `ratatui` would also clear by `clear()`, but asks the terminal for its cursor then, and who waits
    /// for the answer is the thread that reads keys.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.stale = Some(Rect::new(0, 0, columns, rows));
    }

    /// Writes something that is not part of a picture, together with the next frame.
    pub fn send(&mut self, command: impl Command) -> io::Result<()> {
        queue!(self.inner.backend_mut(), command)
    }

    /// Has the mouse reported, or not.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on { report_mouse(self.inner.backend_mut()) } else { self.send(DisableMouseCapture) }
    }

    /// Gives the terminal to the shell until it lets us go on.
    ///
    /// The whole process group stops, as it would without raw mode, and a group that nobody could
    /// continue does not stop at all: the system sees to both.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> io::Result<()> {
        use rustix::process::{Signal, kill_current_process_group};
        restore();
        let sent = kill_current_process_group(Signal::TSTP);
        self.take()?;
        Ok(sent?)
    }

    /// There is no shell that could let us go on.
    #[cfg(not(unix))]
    pub fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Takes the terminal anew after the process was stopped by others, who may have left it in any state.
    pub fn renew(&mut self) -> io::Result<()> {
        disable_raw_mode()?;
        self.take()
    }
}

/// What stands behind letters whose width terminals do not agree on, to be drawn once more: every run begins
/// with the cursor at its place, so that the frame on the right stands where it belongs.
fn behind_scripts(buffer: &Buffer) -> Vec<Vec<(u16, u16, Cell)>> {
    let area = buffer.area;
    let run = |y: u16| {
        let last = (area.left()..area.right()).rev().find(|&x| unsteady(buffer[(x, y)].symbol()))?;
        let mut x = last + buffer[(last, y)].symbol().width().max(1) as u16;
        let mut run = Vec::new();
        while x < area.right() {
            let cell = &buffer[(x, y)];
            run.push((x, y, cell.clone()));
            x += cell.symbol().width().max(1) as u16;
        }
        Some(run)
    };
    (area.top()..area.bottom()).filter_map(run).collect()
}

impl Drop for Terminal {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. Only the first call does anything, from whichever thread it comes.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // There is nobody left who could be told of a failure.
        let _ = switch_off(&mut io::stdout());
        let _ = disable_raw_mode();
    }
}

/// From now on a panic gives the terminal back before it says what happened.
pub fn guard_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let say = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            say(info);
        }));
    });
}

fn switch_on(out: &mut impl Write, title: bool, mouse: bool) -> io::Result<()> {
    if title {
        queue!(out, Print("\x1b[22;0t"), SetTitle("spacepact"))?;
    }
    queue!(out, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
    if mouse { report_mouse(out) } else { Ok(()) }
}

/// Presses, wheel and drags, but not every move: `EnableMouseCapture` would wake us for each cell.
fn report_mouse(out: &mut impl Write) -> io::Result<()> {
    if cfg!(windows) {
        queue!(out, crossterm::event::EnableMouseCapture)
    } else {
        queue!(out, Print("\x1b[?1000h\x1b[?1002h\x1b[?1006h"))
    }
}

/// A frame may have been cut off, so the first thing is to end it.
fn switch_off(out: &mut impl Write) -> io::Result<()> {
    execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        ResetColor,
        Show,
        LeaveAlternateScreen,
        Print("\x1b[23;0t")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_script_is_drawn_again() {
        let buffer = Buffer::with_lines(["│ देश x │", "│ land  │"]);
        let runs = behind_scripts(&buffer);
        assert_eq!(runs.len(), 1);
        let text: String = runs[0].iter().map(|(.., cell)| cell.symbol()).collect();
        assert_eq!(text.trim_end(), " x │");
    }

    /// The modes that a text leaves switched on: `CSI ? n h` without a later `CSI ? n l`.
    fn left_on(text: &[u8]) -> Vec<String> {
        let text = String::from_utf8_lossy(text);
        let mut on: Vec<String> = Vec::new();
        for part in text.split("\x1b[?").skip(1) {
            let end = part.find(|letter: char| !letter.is_ascii_digit()).unwrap();
            let number = part[..end].to_owned();
            on.retain(|other| *other != number);
            if part[end..].starts_with('h') {
                on.push(number);
            }
        }
        on
    }

    #[test]
    fn whatever_is_switched_on_is_switched_off() {
        let mut bytes = Vec::new();
        switch_on(&mut bytes, true, true).unwrap();
        assert_eq!(left_on(&bytes), ["1049", "2004", "1000", "1002", "1006"]);
        assert!(bytes.starts_with(b"\x1b[22;0t"));
        switch_off(&mut bytes).unwrap();
        // The cursor is what is on again.
        assert_eq!(left_on(&bytes), ["25"]);
        assert!(bytes.ends_with(b"\x1b[23;0t"));
    }
}
