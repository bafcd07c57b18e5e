//! `spacepact saved`: the views that were saved under a name.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Console, Ending, Fault, load, show};
use crate::atlas::Atlas;
use crate::tui::depth::environment;
use crate::tui::state;
use crate::view::Address;
use crate::view::saved::{Saved, Shelf, fault};

/// Lists the saved views, prints one, saves or removes one.
pub(super) fn run(
    matches: &ArgMatches,
    own: &ArgMatches,
    console: &mut Console<'_>,
) -> Result<Ending, Fault> {
    if let (Some(name), Some(command)) = (own.get_one::<String>("name"), own.get_one::<String>("save")) {
        return keep(name, command, own, console);
    }
    if own.get_flag("remove") {
        let saved = find(own)?;
        let name = saved.map_or(String::new(), |saved| saved.name);
        let remove = |shelf: &mut Shelf| {
            shelf.remove(&name);
        };
        state::change(&file()?, remove).map_err(Fault::Save)?;
        writeln!(console.err, "{name} removed")?;
        return Ok(Ending::Fine);
    }
    match find(own)? {
        Some(saved) => {
            let loaded = load::atlas(own);
            show::sound(&loaded, console)?;
            show::print(&loaded.atlas, &address(&saved, &loaded.atlas)?, matches, own, console)
        }
        None => list(&shelf()?, console),
    }
}

/// The saved view that is named, if one is named.
pub(super) fn find(own: &ArgMatches) -> Result<Option<Saved>, Fault> {
    let Some(name) = own.get_one::<String>("name") else { return Ok(None) };
    let shelf = shelf()?;
    let known = || shelf.views().map(|saved| saved.name).collect();
    shelf.find(name).map(Some).ok_or_else(|| Fault::Unsaved(name.clone(), known()))
}

/// The view behind a name.
pub(super) fn address(saved: &Saved, atlas: &Atlas) -> Result<Address, Fault> {
    saved.address(atlas).map_err(|error| Fault::Saved(saved.name.clone(), error))
}

fn keep(name: &str, command: &str, own: &ArgMatches, console: &mut Console<'_>) -> Result<Ending, Fault> {
    if let Some(fault) = fault(name) {
        return Err(Fault::Save(format!("\"{name}\" is no name for a view: {fault}")));
    }
    let loaded = load::atlas(own);
    let typed = Saved { name: name.trim().to_owned(), command: command.to_owned() };
    let saved = Saved { command: address(&typed, &loaded.atlas)?.command(&loaded.atlas), ..typed };
    state::change(&file()?, |shelf| shelf.put(&saved)).map_err(Fault::Save)?;
    writeln!(console.err, "{} saved: {}", saved.name, saved.command)?;
    Ok(Ending::Fine)
}

fn list(shelf: &Shelf, console: &mut Console<'_>) -> Result<Ending, Fault> {
    let views: Vec<Saved> = shelf.views().collect();
    if views.is_empty() {
        writeln!(console.err, "no view is saved yet: `S` in the atlas saves the one you see")?;
        return Ok(Ending::Nothing);
    }
    let width = views.iter().map(|saved| saved.name.chars().count()).max().unwrap_or(0);
    for saved in views {
        writeln!(console.out, "{:<width$}  {}", saved.name, saved.command)?;
    }
    Ok(Ending::Fine)
}

fn file() -> Result<PathBuf, Fault> {
    state::file(&environment)
        .ok_or_else(|| Fault::Save("the environment names no folder for saved views".to_owned()))
}

fn shelf() -> Result<Shelf, Fault> {
    Ok(state::read(&file()?)?)
}
