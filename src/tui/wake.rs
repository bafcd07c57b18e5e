//! What wakes the loop. Threads wait, each for one thing, and report to one channel, so that the loop
//! itself needs neither a tick nor a timeout.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, Event};

/// Something happened.
pub enum Wake {
    /// A key, the mouse, text pasted, another size.
    Event(Event),
    /// No more events can be read.
    Deaf(io::Error),
    /// The program is to end because of a signal.
    End(i32),
    /// The program was stopped and goes on.
    Continued,
    /// The terminal has another size. Events say so too, but not before the first of them is waited for.
    Resized,
}

/// Reads events, one after the other, for as long as somebody listens.
pub fn listen(wakes: Sender<Wake>) -> io::Result<()> {
    let read = move || {
        loop {
            let wake = event::read().map_or_else(Wake::Deaf, Wake::Event);
            let deaf = matches!(wake, Wake::Deaf(_));
            if wakes.send(wake).is_err() || deaf {
                return;
            }
        }
    };
    thread::Builder::new().name("events".to_owned()).spawn(read)?;
    Ok(())
}

#[cfg(unix)]
pub use unix::watch;

/// Windows closes a console without a signal.
#[cfg(not(unix))]
pub fn watch(_wakes: &Sender<Wake>) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, IsTerminal};
    use std::os::fd::{AsFd, OwnedFd};
    use std::process;
    use std::sync::mpsc::{self, Sender};
    use std::thread;
    use std::time::Duration;

    use crossterm::terminal::disable_raw_mode;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::Wake;
    use crate::tui::terminal::restore;

    /// So long the loop may take to end by itself.
    const PATIENCE: Duration = Duration::from_millis(500);

    /// Watches for signals, and for a terminal that goes away without one.
    pub fn watch(wakes: &Sender<Wake>) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])?;
        let (to_loop, also_to_loop) = (wakes.clone(), wakes.clone());
        let heed = move || {
            for signal in signals.forever() {
                let wake = match signal {
                    SIGCONT => Wake::Continued,
                    SIGWINCH => Wake::Resized,
                    _ => {
                        end(signal, &to_loop);
                        return;
                    }
                };
                // Without a loop there is nothing to draw, but there may be a program to end.
                let _ = to_loop.send(wake);
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(heed)?;
        thread::Builder::new().name("hang-up".to_owned()).spawn(move || mind_terminal(&also_to_loop))?;
        Ok(())
    }

    /// Ends the program: by the loop, or without it if it is stuck.
    fn end(signal: i32, wakes: &Sender<Wake>) {
        // If the loop is gone, the program is ending anyway.
        let _ = wakes.send(Wake::End(signal));
        thread::sleep(PATIENCE);
        // A terminal that reads nothing would hold up the restoring too, so nobody waits long for it.
        let (done, restored) = mpsc::channel();
        thread::spawn(move || {
            restore();
            done.send(())
        });
        if restored.recv_timeout(PATIENCE).is_err() {
            let _ = disable_raw_mode();
        }
        process::exit(128 + signal);
    }

    /// Waits until the terminal is gone. Reading from one that is gone never ends and takes a whole
    /// processor, and a signal comes only to the shell's own children.
    fn mind_terminal(wakes: &Sender<Wake>) {
        // As crossterm: keys come from standard input, or past it if that is no terminal.
        let terminal = if io::stdin().is_terminal() {
            io::stdin().as_fd().try_clone_to_owned()
        } else {
            File::open("/dev/tty").map(OwnedFd::from)
        };
        let Ok(terminal) = terminal else { return };
        let gone = |timeout: Option<&Timespec>| {
            let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
            let count = poll(&mut watched, timeout).unwrap_or(0);
            count > 0 && watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
        };
        if gone(Some(&Timespec { tv_sec: 0, tv_nsec: 0 })) {
            // Some systems cannot wait for a terminal.
            return;
        }
        while !gone(None) {}
        end(SIGHUP, wakes);
    }
}
