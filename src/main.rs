//! The program: arguments in, exit code out.

use std::io::Write;
use std::process::ExitCode;

use spacepact::app::{App, Keymap, Settings};
use spacepact::atlas::Atlas;
use spacepact::dataset::{self, Input};
use spacepact::tui;

fn main() -> ExitCode {
    let (dataset, problems) = dataset::read(&Input::bundled());
    let problem_lines = problems.iter().map(|problem| problem.brief(&dataset.files)).collect();
    let settings = Settings { mouse: true, problems, problem_lines, ..Settings::default() };
    let started = Keymap::bundled().map_err(|error| error.to_string()).and_then(|keymap| {
        let app = App::new(Atlas::new(dataset), keymap, settings, (80, 24));
        tui::run(app, &tui::Options::default()).map_err(|error| error.to_string())
    });
    started.unwrap_or_else(|error| {
        // A message that cannot be written has nobody to read it.
        let _ = writeln!(std::io::stderr(), "{error}");
        ExitCode::from(2)
    })
}
