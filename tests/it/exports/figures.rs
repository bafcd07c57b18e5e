//! One figure of each body, with everything in it that a body can have; and one of each with nothing.

use spacepact::figure::{
    Axis, Block, Body, Cell, Column, Edge, Extract, Figure, Form, Mark, Node, Page, Role, Row, Scene, Stroke,
    Table, Target, Text,
};
use spacepact::graph::{ClaimId, Graph};
use spacepact::layout::Point;
use spacepact::model::kind::Kind;

pub(super) fn all(graph: &Graph) -> Vec<(&'static str, Figure)> {
    let mut extract = Extract::default();
    let table = table(graph, &mut extract);
    let mut figure = Figure::new("A <table> & \"more\"", Body::Table(table.clone()), extract);
    "▲ mission · 3 of 4 | kind:<x>".clone_into(&mut figure.note);
    figure.chart = Some(table);
    let mut found = vec![("table", figure)];

    let mut extract = Extract::default();
    let page = page(graph, &mut extract);
    found.push(("page", Figure::new("A page", Body::Page(page), extract)));

    let mut extract = Extract::default();
    let scene = scene(graph, &mut extract);
    found.push(("scene", Figure::new("A scene", Body::Scene(scene), extract)));

    let empty = [
        ("empty table", Body::Table(Table::default())),
        ("empty page", Body::Page(Page::default())),
        ("empty scene", Body::Scene(Scene::default())),
    ];
    for (name, body) in empty {
        let mut figure = Figure::new(name, body, Extract::default());
        figure.empty = Some("Nothing | <here>: `F` clears the filters.".to_owned());
        found.push((name, figure));
    }
    found
}

/// Every sort of mark and cell, under a heading and without one.
fn table(graph: &Graph, extract: &mut Extract) -> Table {
    let columns = vec![
        Column::fit("entity", 4, 20),
        Column::fit("position", 4, 14),
        Column::fill("words", 10, 1),
        Column::fit("count", 2, 6).right(),
        Column::fill("time", 20, 2),
        Column::fit("doubt", 0, 1),
    ];
    let marks = || {
        let mut open = Mark::bar(2012.0, 2022.0, Form::Bar, Role::Good).labelled("a | <b>");
        (open.open_start, open.open_end) = (true, true);
        vec![
            open,
            Mark::bar(2013.0, 2015.0, Form::Fading, Role::Doubt),
            Mark::bar(2015.0, 2016.0, Form::Ended, Role::Ended),
            Mark::bar(2016.0, 2018.0, Form::Guide, Role::Muted),
            Mark::bar(2018.0, 2018.0, Form::Riser, Role::Muted),
            Mark::point(2019.0, 2020.0, '●', Role::Bad).labelled("3"),
            Mark::bar(1950.0, 1960.0, Form::Bar, Role::Bad),
        ]
    };
    let mut rows = Vec::new();
    for (number, claim) in graph.claims().enumerate() {
        if number % 5 == 0 {
            rows.push(Row::heading(format!("Group {number} | <x>")));
        }
        let (.., text) = spacepact::view::sources::describe(graph, claim);
        let entity = graph.owner(claim);
        let cells = vec![
            Cell::Text(spacepact::view::phrase::short(graph, entity)),
            Cell::Text(Text::of("▲", Role::Text)),
            Cell::Text(text),
            Cell::from(format!("-{number}")),
            Cell::Strip(marks()),
            Cell::Text(Text::of("~", Role::Doubt)),
        ];
        let row = Row::new(cells, Target::claim(claim, entity)).cited(extract.cite(graph, claim));
        rows.push(Row { detail: vec![Text::from("=more | <detail>\nof it"), Text::from("")], ..row });
    }
    Table { columns, rows, axis: Some(Axis { from: 2010.0, to: 2025.0 }), heads: true }
}

fn page(graph: &Graph, extract: &mut Extract) -> Page {
    let mut page = Page::default();
    page.paragraph(
        "# no heading, 1. no list | <p>\nsecond line",
        vec![extract.source(graph.source_ids().next().unwrap())],
    );
    page.fact("label", "a | <value> & *more*", Vec::new(), Target::NONE);
    page.fact("", "more of it", vec![1], Target::NONE);
    page.heading("A | <heading>", "7");
    page.blocks.push(Block::Table(table(graph, extract)));
    page.heading("Sources", "");
    page.paragraph("[1]", Vec::new());
    extract.source(graph.source_ids().last().unwrap());
    page
}

/// Two rings, a bundle of claims, every stroke, a node without ties and one that is no entity.
fn scene(graph: &Graph, extract: &mut Extract) -> Scene {
    let ids = ["smile", "esa", "cnsa", "someone", "topic-x", "state-xx"];
    let mut scene = Scene::default();
    for (number, id) in ids.iter().enumerate() {
        let entity = graph.find(id).unwrap();
        extract.entity(entity);
        let kind: Kind = graph.entity(entity).kind;
        scene.nodes.push(Node {
            at: Point::new(if number == 0 { 0.0 } else { 0.5 }, number as f64 / 40.0),
            glyph: kind.glyph(),
            label: graph.entity(entity).short().to_owned(),
            role: Role::Kind(kind),
            ring: number.min(2) as u8,
            weight: number as u32,
            target: Target::entity(entity),
            detail: vec![Text::from("a | <detail>")],
        });
    }
    scene.nodes.push(Node {
        label: "+3 more".to_owned(),
        glyph: '…',
        role: Role::Muted,
        target: Target::NONE,
        ..scene.nodes[5].clone()
    });
    let place = |id| ids.iter().position(|known| graph.find(known) == Some(id)).unwrap();
    let strokes = [Stroke::Solid, Stroke::Dashed, Stroke::Dotted];
    for claim in graph.claims() {
        let (from, to) = match claim {
            ClaimId::Link(id) => (graph.link(id).from, graph.link(id).to),
            ClaimId::Stance(id) => (graph.stance(id).holder, graph.stance(id).about),
            _ => continue,
        };
        extract.cite(graph, claim);
        let (from, to) = (place(from), place(to));
        if let Some(edge) = scene.edges.iter_mut().find(|edge| (edge.from, edge.to) == (from, to)) {
            edge.claims.push(claim);
        } else {
            let stroke = strokes[scene.edges.len() % 3];
            scene.edges.push(Edge { from, to, stroke, role: Role::Heat(2), claims: vec![claim] });
        }
    }
    scene.legend = vec![Text::from("── holds | <legend>")];
    scene
}
