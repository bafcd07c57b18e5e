//! A terminal in memory with a program on it.

use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Callbacks, Parser, Screen};

/// Longest wait for anything.
const DEADLINE: Duration = Duration::from_secs(10);

/// What the terminal has been sent that is no part of the screen.
#[derive(Default)]
struct Asides {
    /// How often the title was put away and brought back.
    titles: (usize, usize),
}

impl Callbacks for Asides {
    fn unhandled_csi(
        &mut self,
        _: &mut Screen,
        _: Option<u8>,
        _: Option<u8>,
        numbers: &[&[u16]],
        letter: char,
    ) {
        match (letter, numbers.first()) {
            ('t', Some([22])) => self.titles.0 += 1,
            ('t', Some([23])) => self.titles.1 += 1,
            _ => {}
        }
    }
}

struct Seen {
    parser: Parser<Asides>,
    bytes: Vec<u8>,
    /// Whether the other end is closed.
    over: bool,
}

/// A program on a terminal.
pub(super) struct Console {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Console {
    /// Starts a program on a terminal of 80 × 24.
    pub(super) fn run(program: &str, arguments: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("there are terminals");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program runs");
        let reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let writer = pair.master.take_writer().expect("the terminal can be written to");
        let parser = Parser::new_with_callbacks(cells(24), cells(80), 0, Asides::default());
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), over: false }), Condvar::new()));
        watch(reader, Arc::clone(&seen));
        Self { master: pair.master, writer, child, seen }
    }

    /// Types.
    pub(super) fn write(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.writer.flush().expect("the terminal takes keys");
    }

    /// Gives the terminal another size.
    pub(super) fn resize(&mut self, cols: u16, rows: u16) {
        self.seen.0.lock().unwrap().parser.screen_mut().set_size(cells(rows), cells(cols));
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal has a size");
    }

    /// Waits until the screen is as it should be.
    pub(super) fn wait(&self, what: &str, is_so: impl Fn(&Screen) -> bool) {
        self.wait_for(what, |seen| is_so(seen.parser.screen()));
    }

    fn wait_for(&self, what: &str, is_so: impl Fn(&Seen) -> bool) {
        let (seen, news) = &*self.seen;
        let (seen, late) = news
            .wait_timeout_while(seen.lock().unwrap(), DEADLINE, |seen| !is_so(seen) && !seen.over)
            .unwrap();
        let screen = seen.parser.screen();
        assert!(is_so(&seen), "{what} did not come (late: {}):\n{}", late.timed_out(), screen.contents());
    }

    /// Waits until the program has ended and all it wrote has been read; gives its code.
    pub(super) fn ended(&mut self) -> u32 {
        let since = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                break status;
            }
            assert!(since.elapsed() < DEADLINE, "the program did not end:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        };
        self.wait_for("the end of what it wrote", |seen| seen.over);
        status.exit_code()
    }

    /// Looks at the screen.
    pub(super) fn with_screen(&self, look: impl FnOnce(&Screen)) {
        look(self.seen.0.lock().unwrap().parser.screen());
    }

    /// Everything that was written.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen.0.lock().unwrap().bytes).into_owned()
    }

    /// How often the title was put away and brought back.
    pub(super) fn titles(&self) -> (usize, usize) {
        self.seen.0.lock().unwrap().parser.callbacks().titles
    }

    /// Whether the terminal gathers lines and answers `ctrl-c` by itself.
    pub(super) fn is_cooked(&self) -> bool {
        let modes = self.master.get_termios().expect("the terminal has modes");
        format!("{:?}", modes.local_flags).contains("ICANON")
    }

    /// The number of the process.
    pub(super) fn process(&self) -> u32 {
        self.child.process_id().expect("the program has a number")
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        // A test that failed leaves its program behind.
        if let Ok(None) = self.child.try_wait() {
            let _ = self.child.kill();
        }
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has cells")
}

fn watch(mut reader: Box<dyn Read + Send>, seen: Arc<(Mutex<Seen>, Condvar)>) {
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        loop {
            let count = reader.read(&mut bytes).unwrap_or(0);
            let mut now = seen.0.lock().unwrap();
            now.parser.process(&bytes[..count]);
            now.bytes.extend_from_slice(&bytes[..count]);
            now.over = count == 0;
            seen.1.notify_all();
            if now.over {
                return;
            }
        }
    });
}

/// Sends a signal.
pub(super) fn signal(name: &str, process: u32) {
    let sent = Command::new("kill").args(["-s", name, &process.to_string()]).status();
    assert!(sent.expect("there is a kill").success());
}
