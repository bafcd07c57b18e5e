//! A picture in words: its ties, grouped by neighbour.

use super::Sheet;
use super::matter::Matter;
use crate::figure::{Block, Cell, Column, Node, Page, Role, Row, Scene, Table, Target, Text};
use crate::graph::{ClaimId, EntityId, LinkId};
use crate::view::phrase::{count, doubt, position, short, when};

/// The page of a scene: a heading a node, below it what ties it to nodes nearer to the focus.
pub(super) fn page(sheet: &Sheet<'_>, scene: &Scene) -> Page {
    let matter = Matter::new(sheet);
    let mut groups: Vec<Vec<ClaimId>> = vec![Vec::new(); scene.nodes.len()];
    for edge in &scene.edges {
        let (from, to) = (&scene.nodes[edge.from], &scene.nodes[edge.to]);
        let owner = if from.ring > to.ring { edge.from } else { edge.to };
        groups[owner].extend(&edge.claims);
    }
    let mut page = Page::default();
    if scene.window.is_some() {
        page.heading("Places", scene.nodes.len().to_string());
        page.blocks.push(places(&matter, scene));
    }
    let mut alone = Vec::new();
    for (node, claims) in scene.nodes.iter().zip(&groups) {
        if !claims.is_empty() {
            page.heading(name(&matter, node), count(claims.len(), "tie"));
            page.blocks.push(table(&matter, node.target.entity, claims));
        } else if scene.window.is_none() && (node.ring > 0 || scene.edges.is_empty()) {
            alone.push(name(&matter, node));
        }
    }
    if !alone.is_empty() {
        page.heading("Shown without ties", alone.len().to_string());
        page.paragraph(alone.join(", "), Vec::new());
    }
    let drawn: Vec<ClaimId> = groups.into_iter().flatten().collect();
    let further: Vec<ClaimId> = undrawn(&matter, &drawn);
    if !further.is_empty() {
        page.heading("Further ties", further.len().to_string());
        page.blocks.push(table(&matter, None, &further));
    }
    page
}

/// Where the nodes of a map are: what each says of its place.
fn places(matter: &Matter<'_>, scene: &Scene) -> Block {
    let columns = vec![Column::fit("who", 6, 40), Column::fill("place", 20, 1)];
    let row = |node: &Node| {
        let who = Text::of(format!("{} ", node.glyph), node.role).and(name(matter, node), Role::Text);
        let place = node.detail.get(1).cloned().unwrap_or_default();
        let cites = node.target.entity.map_or(Vec::new(), |id| matter.cites(ClaimId::Entity(id)));
        Row::new(vec![Cell::Text(who), Cell::Text(place)], node.target).cited(cites)
    };
    let rows = scene.nodes.iter().map(row).collect();
    Block::Table(Table { columns, rows, axis: None, heads: false })
}

/// The whole name of a node; its label may have been cut for the picture.
fn name<'n>(matter: &Matter<'n>, node: &'n Node) -> &'n str {
    node.target.entity.map_or(node.label.as_str(), |id| matter.graph.entity(id).short())
}

/// Links and stances of the extract that no edge stands for.
fn undrawn(matter: &Matter<'_>, drawn: &[ClaimId]) -> Vec<ClaimId> {
    let mut drawn = drawn.to_vec();
    drawn.sort_unstable();
    let ties = matter.claims().filter(|claim| matches!(claim, ClaimId::Link(_) | ClaimId::Stance(_)));
    ties.filter(|claim| drawn.binary_search(claim).is_err()).collect()
}

fn table(matter: &Matter<'_>, owner: Option<EntityId>, claims: &[ClaimId]) -> Block {
    let columns = vec![
        Column::fit("relation", 6, 20),
        Column::fill("entity", 12, 2),
        Column::fill("role", 8, 2).rank(3),
        Column::fit("when", 4, 22),
        Column::fit("doubt", 0, 1).rank(4),
    ];
    let rows = claims.iter().map(|&claim| row(matter, owner, claim)).collect();
    Block::Table(Table { columns, rows, axis: None, heads: false })
}

fn row(matter: &Matter<'_>, owner: Option<EntityId>, claim: ClaimId) -> Row {
    let (verb, other, role, when, target) = match claim {
        ClaimId::Link(id) => link(matter, owner, id),
        ClaimId::Stance(id) => {
            let stance = matter.graph.stance(id);
            let ends = ends(matter, owner, stance.holder, stance.about);
            let on = Text::of(stance.on.to_string(), Role::Text);
            (position(stance), ends, &*stance.record.gist, on, stance.about)
        }
        ClaimId::Milestone(id) => {
            let milestone = matter.graph.milestone(id);
            let what = milestone.record.what.as_deref().unwrap_or_default();
            let on = Text::of(milestone.on.to_string(), Role::Text);
            let kind = Text::of(milestone.record.kind.name(), Role::Muted);
            (kind, short(matter.graph, milestone.entity), what, on, milestone.entity)
        }
        ClaimId::Entity(id) | ClaimId::Dispute(id, _) => {
            let summary = matter.graph.entity(id).summary();
            (Text::empty(), short(matter.graph, id), summary, Text::empty(), id)
        }
    };
    let grounds = matter.graph.claim(claim);
    let cells = vec![
        Cell::Text(verb),
        Cell::Text(other),
        Cell::Text(Text::of(role, Role::Muted)),
        Cell::Text(when),
        Cell::Text(doubt(grounds.confidence, grounds.rank)),
    ];
    Row::new(cells, Target::claim(claim, target)).cited(matter.cites(claim))
}

fn link<'a>(
    matter: &Matter<'a>,
    owner: Option<EntityId>,
    id: LinkId,
) -> (Text, Text, &'a str, Text, EntityId) {
    let link = matter.graph.link(id);
    let backward = owner == Some(link.to);
    let verb = if backward { link.relation.inward() } else { link.relation.outward() };
    let tie = &link.tie;
    let role = link.role().or(tie.status.as_deref()).or(tie.note.as_deref()).unwrap_or_default();
    let other = if backward { link.from } else { link.to };
    let ends = ends(matter, owner, link.from, link.to);
    (Text::of(verb, Role::Muted), ends, role, when(matter.seen, id), other)
}

/// The end that is not the owner; both if the owner is neither.
fn ends(matter: &Matter<'_>, owner: Option<EntityId>, from: EntityId, to: EntityId) -> Text {
    let graph = matter.graph;
    if owner == Some(from) {
        short(graph, to)
    } else if owner == Some(to) {
        short(graph, from)
    } else {
        short(graph, from).and(" → ", Role::Muted).then(short(graph, to))
    }
}
