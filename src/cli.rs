//! The command line: every view is a subcommand, and so are search and check. Without a subcommand the
//! atlas opens.

mod args;
mod check;
mod fault;
mod keys;
mod load;
mod saved;
mod search;
mod show;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::ArgMatches;

pub use fault::Fault;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It did what it was asked.
    Fine,
    /// Nothing was found.
    Nothing,
    /// It was used wrongly, or the data is faulty.
    Wrong,
}

impl Ending {
    /// The exit code: 0, 1, 2.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// Where a command writes, and what may be written there.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Complaints.
    pub err: &'a mut dyn Write,
    /// Columns of the terminal; `None` where the results go to a file or a pipe, which have no width.
    pub width: Option<usize>,
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (mut out, mut err) = (io::BufWriter::new(io::stdout().lock()), io::stderr().lock());
    let terminal = io::stdout().is_terminal();
    let width = terminal.then(|| crate::tui::size().0.into());
    let mut console = Console { out: &mut out, err: &mut err, width };
    let ending = match args::command().try_get_matches_from(args) {
        Ok(matches) if opens(&matches) => {
            drop(out);
            drop(err);
            return open(&matches);
        }
        Ok(matches) => dispatch(&matches, &mut console),
        Err(error) => usage(&error, &mut console),
    };
    let ending = ending.and_then(|ending| out.flush().map(|()| ending).map_err(Fault::from));
    match ending {
        Ok(ending) => ExitCode::from(ending.code()),
        // Whoever read the results has seen enough.
        Err(Fault::Pipe) => ExitCode::SUCCESS,
        Err(fault) => {
            // If even that cannot be said, the exit code says it.
            let _ = writeln!(err, "spacepact: {fault}");
            ExitCode::from(fault.ending().code())
        }
    }
}

/// Whether the atlas is to be opened, by itself or at a view.
fn opens(matches: &ArgMatches) -> bool {
    let flag = |own: &ArgMatches| own.try_get_one::<bool>("open").ok().flatten().copied().unwrap_or(false);
    matches.subcommand().is_none_or(|(_, own)| flag(own))
}

/// Runs a subcommand; for tests, with any writers.
pub fn dispatch(matches: &ArgMatches, console: &mut Console<'_>) -> Result<Ending, Fault> {
    match matches.subcommand() {
        Some(("search", own)) => search::run(matches, own, console),
        Some(("check", own)) => check::run(matches, own, console),
        Some(("keys", _)) => keys::run(console),
        Some(("saved", own)) => saved::run(matches, own, console),
        Some((view, own)) => show::run(view, matches, own, console),
        None => Ok(Ending::Fine),
    }
}

fn usage(error: &clap::Error, console: &mut Console<'_>) -> Result<Ending, Fault> {
    let text =
        if console.width.is_some() { error.render().ansi().to_string() } else { error.render().to_string() };
    if error.use_stderr() {
        write!(console.err, "{text}")?;
        Ok(Ending::Wrong)
    } else {
        write!(console.out, "{text}")?;
        Ok(Ending::Fine)
    }
}

/// Opens the atlas in the terminal.
fn open(matches: &ArgMatches) -> ExitCode {
    let own = matches.subcommand().map_or(matches, |(_, own)| own);
    match show::open(matches, load::atlas(own)) {
        Ok(code) => code,
        Err(fault) => {
            let _ = writeln!(io::stderr(), "spacepact: {fault}");
            ExitCode::from(fault.ending().code())
        }
    }
}
