//! The figure of every view, on busy entities and on the whole atlas, and through both dates.

use spacepact::atlas::Atlas;
use spacepact::view::{Address, Lens, VIEWS, View};

use crate::table::{Table, run};

/// Whom a view looks at: as many of these as it needs, one where it needs none.
const BUSY: [&str; 4] = ["esa", "cnsa", "nasa", "roscosmos"];
/// Other commands that ask for much.
const MORE: [&str; 4] =
    ["network esa --depth 3", "overlap 'artemis-accords & ilrs'", "path conae cnsa", "matrix --of stances"];

pub(crate) fn lines(table: &mut Table, atlas: &Atlas) {
    table.group("view", "a look at every link of the atlas");
    let whole = VIEWS.iter().filter(|view| *view.takes().start() == 0 && *view.takes().end() > 0);
    let parse = |command: &str| Address::parse(command, atlas).unwrap();
    let busy = || VIEWS.iter().map(|&view| busy(atlas, view));
    let whole = whole.map(|&view| Address { view, lens: Lens::default() });
    for Address { view, lens } in busy().chain(whole).chain(MORE.map(parse)) {
        let name = named(atlas, view, &lens);
        table.race(&name, run(|| view.figure(atlas, &lens)), run(|| look(atlas, &lens)));
    }

    table.group("dates", "the same view without dates");
    for Address { view, lens } in busy() {
        let date = |text: &str| Some(text.parse().unwrap());
        let then = Lens { at: date("2018"), known_by: date("2022"), ..lens.clone() };
        let name = named(atlas, view, &lens);
        table.race(&name, run(|| view.figure(atlas, &then)), run(|| view.figure(atlas, &lens)));
    }
}

/// A view on as many busy entities as it needs.
pub(crate) fn busy(atlas: &Atlas, view: &'static dyn View) -> Address {
    let number = (*view.takes().start()).max(1).min(*view.takes().end());
    let focus: Vec<_> = BUSY[..number].iter().map(|id| atlas.graph.find(id).unwrap()).collect();
    Address { view, lens: Lens::on(focus) }
}

fn named(atlas: &Atlas, view: &'static dyn View, lens: &Lens) -> String {
    let command = Address { view, lens: lens.clone() }.command(atlas);
    command.trim_start_matches("spacepact ").to_owned()
}

/// The floor: who is in sight, and what ties them.
fn look(atlas: &Atlas, lens: &Lens) -> usize {
    let seen = atlas.graph.at(lens.era());
    atlas.graph.entity_ids().map(|id| seen.arcs(id).count()).sum()
}
