//! Every format writes a figure of middling size.

use spacepact::atlas::Atlas;
use spacepact::export::{FORMATS, Sheet, Stamp};
use spacepact::theme::Theme;
use spacepact::view::Address;

use crate::table::{Table, run};

const FIGURE: &str = "network cnsa";

pub(crate) fn lines(table: &mut Table, atlas: &Atlas) {
    table.group("format", &format!("making the figure that it writes, `{FIGURE}`"));
    let address = Address::parse(FIGURE, atlas).unwrap();
    let make = || address.view.figure(atlas, &address.lens);
    let (figure, stamp, theme) = (make(), Stamp::new(atlas, &address), Theme::all().remove(0));
    let sheet = Sheet { figure: &figure, graph: &atlas.graph, stamp: &stamp, theme: &theme };
    for format in FORMATS {
        let write = || {
            let mut bytes = Vec::new();
            format.write(&sheet, &mut bytes).map(|()| bytes.len()).unwrap()
        };
        table.race(format.name(), run(write), run(make));
    }
}
