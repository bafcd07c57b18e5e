//! The network view: what it answers.

use spacepact::app::Slot;
use spacepact::figure::{Role, Stroke, Text};
use spacepact::graph::ego::{Bounds, Ego};
use spacepact::model::kind::Kind;
use spacepact::view::{Lens, Network, View, find};

use crate::sample::{figure, hub, scene, smile};
use crate::stage::Stage;

#[test]
fn a_pair_has_one_edge_that_says_whether_it_holds() {
    let atlas = smile();
    let stroke = |lens: Lens, name: &str| {
        let figure = figure(&atlas, "smile", lens);
        let scene = scene(&figure);
        let node = scene.nodes.iter().position(|node| node.label.starts_with(name)).unwrap();
        let edges: Vec<_> = scene.edges.iter().filter(|edge| (edge.from, edge.to) == (0, node)).collect();
        assert_eq!(edges.len(), 1, "{name}");
        (edges[0].stroke, edges[0].claims.len(), edges[0].role)
    };
    let now = Lens::default;
    assert_eq!(stroke(now(), "CAS"), (Stroke::Solid, 2, Role::Heat(4)));
    assert_eq!(stroke(now(), "CSA"), (Stroke::Dashed, 1, Role::Ended));
    assert_eq!(stroke(now(), "Avio").0, Stroke::Dashed);
    assert_eq!(stroke(now(), "UKSA").0, Stroke::Dotted);
    assert_eq!(stroke(now(), "ESA-CAS MoU").0, Stroke::Dashed, "the memorandum has run out");
    let then = || Lens { at: Some("2017".parse().unwrap()), ..Lens::default() };
    assert_eq!(stroke(then(), "CSA"), (Stroke::Solid, 1, Role::Heat(4)));
}

#[test]
fn the_node_under_the_cursor_says_how_it_is_tied_and_on_whose_word() {
    let atlas = smile();
    let figure = figure(&atlas, "smile", Lens::default());
    let cas = scene(&figure).nodes.iter().find(|node| node.label == "CAS").unwrap();
    let lines: Vec<String> = cas.detail.iter().map(Text::plain).collect();
    assert_eq!(
        lines,
        [
            "◆ Chinese Academy of Sciences  agency · 2 ties here",
            "leads SMILE: platform · 2015– [1]",
            "proposes SMILE · 2015–2016 · over [1]",
        ]
    );
    assert_eq!(figure.extract.sources().len(), 1);
    assert_eq!(figure.extract.links().len(), 10);
}

#[test]
fn an_empty_picture_says_why_and_what_helps() {
    let atlas = smile();
    let empty = |id: &str, lens: Lens| figure(&atlas, id, lens).empty;
    assert_eq!(empty("smile", Lens::default()), None);
    assert!(empty("isro", Lens::default()).unwrap().starts_with("No tie of ISRO"));
    let long_ago = Lens { at: Some("1990".parse().unwrap()), ..Lens::default() };
    let said = empty("csa", long_ago).unwrap();
    assert!(said.contains("as of 1990") && said.contains("`t`"), "{said}");
    assert!(Network.figure(&atlas, &Lens::default()).empty.unwrap().contains('/'));
}

#[test]
fn what_is_not_kept_is_counted_and_leads_nowhere() {
    let atlas = smile();
    let seen = atlas.graph.at(Lens::default().era());
    let focus = atlas.graph.find("avio").unwrap();
    let bounds = Bounds { depth: 2, limit: 4, expanded: &[], collapsed: &[] };
    let all = Ego::around(seen, focus, bounds);
    assert_eq!((all.members.len(), all.neighbours, all.left_out), (4, 1, 0));
    assert_eq!(all.beyond, 4);
    let none = Ego::among(seen, focus, bounds, &|entity| atlas.graph.entity(entity).kind == Kind::Agency);
    assert_eq!((none.members.len(), none.neighbours), (1, 1));
}

#[test]
fn a_hub_leaves_out_its_weakest_and_says_how_many() {
    let atlas = hub(160);
    let figure = figure(&atlas, "hub", Lens::default());
    let last = scene(&figure).nodes.last().unwrap();
    assert_eq!((last.label.as_str(), last.role), ("+11 more", Role::Muted));
    assert!(figure.note.starts_with("1 hop · 149 of 160 neighbours · "), "{}", figure.note);
}

#[test]
fn the_view_is_in_the_table() {
    assert_eq!(find("network").map(View::doc), Some("Who is around it?"));
}

#[test]
fn a_node_unfolds_what_lies_behind_it_and_folds_it_again() {
    let stage = Stage::new((140, 42)).play("/ \"smile\" enter 2");
    let focus_only = |stage: &Stage| stage.app.workspace.pane(Slot::Main).len();
    let near = focus_only(&stage);
    let mut stage = stage.play("down x");
    assert!(stage.app.notice.text.contains("nothing more lies behind"), "{}", stage.app.notice.text);
    let at = |stage: &Stage| stage.app.workspace.pane(Slot::Main).target().entity;
    let esa = stage.app.atlas.graph.find("esa");
    stage.app.workspace.pane_mut(Slot::Main).cursor = 0;
    while at(&stage) != esa {
        let pane = stage.app.workspace.pane_mut(Slot::Main);
        pane.cursor += 1;
        assert!(pane.cursor < near, "ESA is a neighbour");
    }
    let stage = stage.play("x");
    let command = stage.app.workspace.address().unwrap().command(&stage.app.atlas);
    assert!(command.contains("--expand"), "{command}");
    assert!(focus_only(&stage) > near, "{command}");
    let stage = stage.play("x");
    assert_eq!(focus_only(&stage), near);
    let stage = stage.play("+");
    let far = focus_only(&stage);
    let stage = stage.play("x");
    assert!(focus_only(&stage) < far, "{}", stage.screen());
    assert!(stage.screen().contains(" +"), "{}", stage.screen());
}
