//! What is exported: every view over the small atlas, every sort of figure over the nasty one.

use std::sync::Arc;

use spacepact::atlas::Atlas;
use spacepact::dataset::{Input, read, rule};
use spacepact::export::{Sheet, Stamp};
use spacepact::figure::Figure;
use spacepact::theme::Theme;
use spacepact::view::{Address, Lens, VIEWS, View};

use super::figures;

/// A figure with everything that a format reads.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) atlas: Arc<Atlas>,
    pub(super) figure: Figure,
    pub(super) stamp: Stamp,
    pub(super) theme: Theme,
    /// The view that made the figure, if one did.
    pub(super) view: Option<(&'static dyn View, Lens)>,
}

impl Case {
    pub(super) fn sheet(&self) -> Sheet<'_> {
        Sheet { figure: &self.figure, graph: &self.atlas.graph, stamp: &self.stamp, theme: &self.theme }
    }
}

/// An atlas from a folder or a file, which must be without faults.
pub(super) fn atlas(path: &str) -> Atlas {
    let (dataset, mut faults) = read(&Input::folder(path));
    faults.extend(rule::check(&dataset));
    faults.retain(|fault| fault.severity == spacepact::dataset::Severity::Error);
    let told: Vec<String> = faults.iter().map(|fault| fault.render(&dataset.files)).collect();
    assert!(told.is_empty(), "{path}: {}", told.join("\n"));
    Atlas::new(dataset)
}

pub(super) fn cases() -> Vec<Case> {
    let theme = Theme::all().remove(0);
    let tiny = Arc::new(atlas("tests/fixtures/tiny"));
    let nasty = Arc::new(atlas("tests/fixtures/nasty.ron"));
    let mut cases = Vec::new();
    for atlas in [&tiny, &nasty] {
        for &view in VIEWS {
            for lens in lenses(atlas, view) {
                let address = Address { view, lens: lens.clone() };
                cases.push(Case {
                    name: address.command(atlas),
                    atlas: Arc::clone(atlas),
                    figure: view.figure(atlas, &lens),
                    stamp: Stamp::new(atlas, &address),
                    theme: theme.clone(),
                    view: Some((view, lens)),
                });
            }
        }
    }
    let address = Address { view: VIEWS[0], lens: Lens::default() };
    for (name, figure) in figures::all(&nasty.graph) {
        let mut stamp = Stamp::new(&nasty, &address);
        "kind:<mission> | \"x\"".clone_into(&mut stamp.cite_as);
        stamp.command = "spacepact pair esa cnsa --where 'a-->b'".to_owned();
        let atlas = Arc::clone(&nasty);
        cases.push(Case { name: name.to_owned(), atlas, figure, stamp, theme: theme.clone(), view: None });
    }
    assert!(cases.len() > 2 * VIEWS.len());
    cases
}

/// The view with as many entities as it takes, and once more as of an early date.
fn lenses(atlas: &Atlas, view: &dyn View) -> Vec<Lens> {
    let ids = ["smile", "esa", "cnsa"];
    let all: Vec<_> = ids.iter().map(|id| atlas.graph.find(id).unwrap()).collect();
    let (least, most) = (*view.takes().start(), (*view.takes().end()).min(2));
    let mut lenses = Vec::new();
    for number in least..=most.max(least) {
        let focus = if number == 1 { &all[..1] } else { &all[1..=number.min(2)] };
        lenses.push(Lens::on(focus));
        lenses.push(Lens { at: Some("2016".parse().unwrap()), ..Lens::on(focus) });
    }
    lenses
}
