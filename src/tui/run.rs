//! The loop: what happens goes to the state, what the state asks for is done, then a frame is drawn.

use std::io;
use std::ops::ControlFlow::{self, Break, Continue};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;

use super::browse::{Browsed, browse};
use super::clipboard::{self, Way};
use super::depth::{self, Depth, Inks};
use super::event::{Input, Reader};
use super::seat::Seat;
use super::terminal::{self, Terminal};
use super::wake::{self, Wake};
use super::{path, screen, state};
use crate::app::taking::Unsaved;
use crate::app::{App, Effect, Notice};
use crate::export::save::{SaveError, save};
use crate::view::saved::Saved;

/// What the command line asks of the terminal, over what the environment tells.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How many colours are used.
    pub depth: Option<Depth>,
}

/// What happens within this time is drawn as one frame.
const BATCH: Duration = Duration::from_millis(40);

/// Shows the program until it ends; gives the code with which the process is to exit.
///
/// Fails without having touched anything if standard output is no terminal.
pub fn run(mut app: App, options: &Options) -> io::Result<ExitCode> {
    let env = &depth::environment;
    terminal::check(env)?;
    terminal::guard_panics();
    app.settings.ascii |= depth::ascii(env);
    if app.settings.theme.is_empty() && depth::light(env) {
        let light = app.themes.iter().find(|theme| !theme.dark);
        app.settings.theme = light.map(|theme| theme.name.clone()).unwrap_or_default();
    }
    let inks =
        Inks { theme: app.theme().clone(), depth: Depth::of(options.depth, env), ascii: app.settings.ascii };
    let (wake, wakes) = mpsc::channel();
    wake::watch(&wake)?;
    let size = crossterm::terminal::size()?;
    app.resize(size.0, size.1);
    let terminal = Terminal::enter(size, app.settings.mouse)?;
    let (reader, seat) = (Reader::default(), Seat::of(env));
    let mut session = Session { app, terminal, inks, reader, seat, changed: true };
    session.draw()?;
    wake::listen(wake)?;
    session.attend(&wakes)
}

/// The program on a terminal.
struct Session {
    app: App,
    terminal: Terminal,
    inks: Inks,
    reader: Reader,
    seat: Seat,
    /// Whether there is anything new to draw.
    changed: bool,
}

impl Session {
    fn attend(&mut self, wakes: &Receiver<Wake>) -> io::Result<ExitCode> {
        loop {
            let mut next = Some(wakes.recv().map_err(io::Error::other)?);
            let since = Instant::now();
            while let Some(wake) = next {
                if let Break(code) = self.take(wake)? {
                    return Ok(code);
                }
                next = if since.elapsed() < BATCH { wakes.try_recv().ok() } else { None };
            }
            self.draw()?;
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.changed {
            return Ok(());
        }
        self.changed = false;
        if self.inks.theme != *self.app.theme() {
            self.inks.theme = self.app.theme().clone();
        }
        let (app, inks) = (&self.app, &self.inks);
        self.terminal.draw(|frame| screen::draw(app, frame, inks))
    }

    fn take(&mut self, wake: Wake) -> io::Result<ControlFlow<ExitCode>> {
        match wake {
            Wake::Event(event) => match self.reader.read(event, Instant::now()) {
                Some(input) => self.input(input),
                None => Ok(Continue(())),
            },
            Wake::Deaf(error) => Err(error),
            Wake::End(signal) => Ok(Break(ExitCode::from(128 + signal as u8))),
            Wake::Continued => {
                self.terminal.renew()?;
                self.app.notice = Notice::default();
                self.fit()?;
                Ok(Continue(()))
            }
            Wake::Resized => self.input(Input::Resize),
        }
    }

    fn input(&mut self, input: Input) -> io::Result<ControlFlow<ExitCode>> {
        self.changed = true;
        let effects = match input {
            Input::Key(chord) => self.app.key(chord),
            Input::Mouse(mouse) => self.app.mouse(mouse),
            Input::Paste(text) => {
                self.app.paste(&text);
                Vec::new()
            }
            Input::Resize => {
                if crossterm::terminal::size()? != self.app.size {
                    self.fit()?;
                }
                Vec::new()
            }
        };
        for effect in effects {
            if let Break(code) = self.perform(effect)? {
                return Ok(Break(code));
            }
        }
        Ok(Continue(()))
    }

    /// Brings state and frames to the size that the terminal has now, and has all of it drawn.
    fn fit(&mut self) -> io::Result<()> {
        let size = crossterm::terminal::size()?;
        self.app.resize(size.0, size.1);
        self.terminal.resize(size);
        self.changed = true;
        Ok(())
    }

    fn perform(&mut self, effect: Effect) -> io::Result<ControlFlow<ExitCode>> {
        match effect {
            Effect::Quit => return Ok(Break(ExitCode::SUCCESS)),
            Effect::Suspend => {
                self.terminal.suspend()?;
                // If there is one, being continued takes it back.
                self.app.notice = Notice::say("there is no shell here to go back to");
                self.fit()?;
            }
            Effect::Redraw => self.fit()?,
            Effect::Mouse(on) => self.terminal.mouse(on)?,
            Effect::Copy(text) => self.app.notice = self.copy(&text)?,
            Effect::Open(address) => self.app.notice = self.open(&address)?,
            Effect::Keep(saved) => self.app.notice = self.keep(&saved),
            Effect::Save { path, bytes, force } => {
                let result = write(&path, &bytes, force);
                self.app.saved(result);
            }
        }
        Ok(Continue(()))
    }

    fn keep(&mut self, saved: &Saved) -> Notice {
        let kept = state::file(&depth::environment)
            .ok_or_else(|| "the environment names no folder for saved views".to_owned())
            .and_then(|file| state::change(&file, |shelf| shelf.put(saved)));
        match kept {
            Ok(shelf) => {
                self.app.settings.shelf = shelf;
                Notice::say(format!("saved as \"{}\": {}", saved.name, saved.command))
            }
            Err(why) => Notice::warn(why),
        }
    }

    fn copy(&mut self, text: &str) -> io::Result<Notice> {
        let way = clipboard::copy(text, self.seat, &depth::environment);
        if way == Way::Terminal {
            self.terminal.send(CopyToClipboard::to_clipboard_from(text))?;
        }
        let said = way.say(text);
        Ok(if way == Way::TooLong { Notice::warn(said) } else { Notice::say(said) })
    }

    fn open(&mut self, address: &str) -> io::Result<Notice> {
        Ok(match browse(address, self.seat) {
            Browsed::Opened(address) => Notice::say(format!("{address} opened in the browser")),
            Browsed::Shown(address) => {
                let copied = self.copy(&address)?;
                Notice::say(format!("{address} · {}", copied.text))
            }
            Browsed::Failed(why) => Notice::warn(why),
        })
    }
}

/// Writes a file; says where it is, or why not.
fn write(path: &Path, bytes: &[u8], force: bool) -> Result<String, Unsaved> {
    let home = std::env::home_dir();
    let path = path::meant(path, home.as_deref());
    let shown = path::shown(&path, home.as_deref());
    match save(&path, bytes, force) {
        Ok(()) => Ok(format!("written to {shown}")),
        Err(error) => {
            let exists = matches!(error, SaveError::Exists(_));
            let problem = if exists { format!("{shown} exists") } else { error.to_string() };
            Err(Unsaved { problem, exists })
        }
    }
}
