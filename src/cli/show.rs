//! A view, printed or written to a file; or the atlas, opened.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use super::load::{self, Loaded};
use super::{Console, Ending, Fault};
use crate::app::{App, Keymap, Settings};
use crate::atlas::Atlas;
use crate::export::save::{self, SaveError};
use crate::export::{self, Format, Sheet, Stamp};
use crate::figure::Figure;
use crate::theme::Theme;
use crate::tui;
use crate::tui::depth::{Depth, Inks, environment};
use crate::view::{self, Address, Lens, View};

/// Prints a view.
pub(super) fn run(
    name: &str,
    matches: &ArgMatches,
    own: &ArgMatches,
    console: &mut Console<'_>,
) -> Result<Ending, Fault> {
    let Some(view) = view::find(name) else { return Ok(Ending::Wrong) };
    let loaded = load::atlas(own);
    sound(&loaded, console)?;
    let address = Address { view, lens: lens(view, &loaded.atlas, own)? };
    print(&loaded.atlas, &address, matches, own, console)
}

/// Prints what a view answers, as the options for results say.
pub(super) fn print(
    atlas: &Atlas,
    address: &Address,
    matches: &ArgMatches,
    own: &ArgMatches,
    console: &mut Console<'_>,
) -> Result<Ending, Fault> {
    let figure = view::answer(address.view, atlas, &address.lens);
    let stamp = Stamp::new(atlas, address);
    let theme = theme(matches);
    let sheet = Sheet { figure: &figure, graph: &atlas.graph, stamp: &stamp, theme: &theme };
    let file = own.get_one::<PathBuf>("output");
    match format(own, file)? {
        Some(format) => write(&sheet, format, file, own.get_flag("force"), console)?,
        None if own.get_flag("plain") => export::text::plain(&sheet, console.out, console.width)?,
        None => people(&sheet, matches, console)?,
    }
    Ok(ending(&figure))
}

/// The view that the arguments ask to open in the atlas.
pub(super) fn asked(matches: &ArgMatches, atlas: &Atlas) -> Result<Option<Address>, Fault> {
    match matches.subcommand() {
        Some(("saved", own)) => {
            super::saved::find(own)?.map(|saved| super::saved::address(&saved, atlas)).transpose()
        }
        Some((name, own)) => match view::find(name) {
            Some(view) => Ok(Some(Address { view, lens: lens(view, atlas, own)? })),
            None => Ok(None),
        },
        None => Ok(None),
    }
}

/// Refuses to answer from faulty data, and says all that is wrong.
pub(super) fn sound(loaded: &Loaded, console: &mut Console<'_>) -> Result<(), Fault> {
    for fault in &loaded.rendered {
        writeln!(console.err, "{fault}")?;
    }
    match loaded.errors() {
        0 => Ok(()),
        errors => Err(Fault::Data(errors)),
    }
}

fn ending(figure: &Figure) -> Ending {
    let nothing = figure.empty.is_some() && figure.targets().is_empty();
    if nothing { Ending::Nothing } else { Ending::Fine }
}

/// The lens that the options describe.
fn lens(view: &'static dyn View, atlas: &Atlas, own: &ArgMatches) -> Result<Lens, Fault> {
    let mut lens = Lens::default();
    if *view.takes().end() > 0 && view::bare(view).is_none() {
        for text in own.get_many::<String>("focus").into_iter().flatten() {
            lens.focus.push(atlas.index().resolve(&atlas.graph, text)?);
        }
    }
    if !view.takes().contains(&lens.focus.len()) && view::bare(view).is_none() {
        let takes = (*view.takes().start(), *view.takes().end());
        return Err(Fault::Focus { view: view.name(), takes, got: lens.focus.len() });
    }
    for option in view::options(view) {
        // What stands bare may be several words: `overlap ceos - isecg`.
        if let Some(words) = own.get_many::<String>(option.name) {
            let text = words.map(String::as_str).collect::<Vec<_>>().join(" ");
            (option.read)(&text, atlas, &mut lens).map_err(Fault::Misread)?;
        }
    }
    lens.check().map_err(Fault::Misread)?;
    Ok(lens)
}

/// The format that was asked for, or that the ending of the file says; text for a file without one.
fn format(own: &ArgMatches, file: Option<&PathBuf>) -> Result<Option<&'static dyn Format>, Fault> {
    if let Some(named) = own.get_one::<String>("format") {
        return Ok(export::find(named));
    }
    let Some(file) = file else { return Ok(None) };
    let Some(ending) = file.extension().map(|ending| ending.to_string_lossy().into_owned()) else {
        return Ok(export::find("text"));
    };
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    export::of_file(&name).map(Some).ok_or(Fault::Ending(ending))
}

fn write(
    sheet: &Sheet<'_>,
    format: &dyn Format,
    file: Option<&PathBuf>,
    force: bool,
    console: &mut Console<'_>,
) -> Result<(), Fault> {
    let Some(file) = file else { return Ok(format.write(sheet, console.out)?) };
    let mut bytes = Vec::new();
    format.write(sheet, &mut bytes)?;
    save(file, &bytes, force)?;
    writeln!(console.err, "{} written ({} bytes)", file.display(), bytes.len())?;
    Ok(())
}

fn save(file: &Path, bytes: &[u8], force: bool) -> Result<(), Fault> {
    save::save(file, bytes, force).map_err(|error| match error {
        SaveError::Exists(file) => {
            Fault::Save(format!("{} exists and was left as it is; --force replaces it", file.display()))
        }
        other => Fault::Save(other.to_string()),
    })
}

fn theme(matches: &ArgMatches) -> Theme {
    let themes = Theme::all();
    let name = matches.get_one::<String>("theme");
    let named = themes.iter().find(|theme| Some(&theme.name) == name).or(themes.first());
    named.cloned().unwrap_or_default()
}

/// The colours that were asked for; `None` leaves it to the environment.
fn depth(matches: &ArgMatches) -> Option<Depth> {
    matches.get_one::<String>("color").and_then(|name| Depth::from_name(name))
}

/// Prints text as wide as the terminal and in its colours; to a file or a pipe without either.
fn people(sheet: &Sheet<'_>, matches: &ArgMatches, console: &mut Console<'_>) -> Result<(), Fault> {
    let lines = export::text::lines(sheet, console.width);
    let depth = if console.width.is_some() { Depth::of(depth(matches), &environment) } else { Depth::Mono };
    let inks = Inks { theme: sheet.theme.clone(), depth, ascii: false };
    for line in lines {
        if console.width.is_some() {
            writeln!(console.out, "{}", tui::ansi::line(&line, &inks))?;
        } else {
            writeln!(console.out, "{}", line.plain().trim_end())?;
        }
    }
    Ok(())
}

/// Opens the atlas in the terminal.
pub(super) fn open(matches: &ArgMatches, loaded: Loaded) -> Result<ExitCode, Fault> {
    let settings = Settings {
        theme: matches.get_one::<String>("theme").cloned().unwrap_or_default(),
        ascii: matches.get_flag("ascii"),
        mouse: !matches.get_flag("no-mouse"),
        problems: loaded.faults,
        problem_lines: loaded.brief,
        // What cannot be read is said when something is to be saved; it is no reason not to begin.
        shelf: tui::state::file(&environment)
            .and_then(|file| tui::state::read(&file).ok())
            .unwrap_or_default(),
    };
    let size = tui::size();
    let address = asked(matches, &loaded.atlas)?;
    let mut app = App::new(loaded.atlas, Keymap::bundled()?, settings, size);
    if let Some(address) = address {
        app.begin(address);
    }
    tui::run(app, &tui::Options { depth: depth(matches) }).map_err(|error| Fault::Terminal(error.to_string()))
}
