//! Who is around an entity, as a picture: rings of neighbours and what ties them to each other.

pub(super) mod bond;
mod detail;
mod legend;

use std::collections::HashMap;
use std::ops::RangeInclusive;

use unicode_width::UnicodeWidthStr;

use crate::atlas::Atlas;
use crate::figure::text::cut;
use crate::figure::{Body, Edge, Extract, Figure, Node, Role, Scene, Target, Text};
use crate::graph::ego::{Bounds, Ego, Member};
use crate::graph::era::Seen;
use crate::graph::{ClaimId, EntityId, Graph, LinkId};
use crate::layout::radial;
use crate::view::{Lens, Opt, Shift, View, option};

use bond::Bond;

/// The ego network of an entity.
pub struct Network;

/// More neighbours than this make no picture.
const LIMIT: usize = 150;
/// Cells of the longest label.
const LABEL: usize = 24;

impl View for Network {
    fn name(&self) -> &'static str {
        "network"
    }

    fn doc(&self) -> &'static str {
        "Who is around it?"
    }

    fn takes(&self) -> RangeInclusive<usize> {
        1..=1
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::DEPTH, &option::EXPAND, &option::COLLAPSE]
    }

    fn shift(&self, _: &Atlas, lens: &mut Lens, shift: Shift) -> bool {
        let by = match shift {
            Shift::In => 1,
            Shift::Out => -1,
            _ => return false,
        };
        lens.depth = lens.depth.saturating_add_signed(by).clamp(1, 3);
        true
    }

    fn unfold(&self, atlas: &Atlas, lens: &mut Lens, entity: EntityId) -> bool {
        let Some(&focus) = lens.focus.first() else { return false };
        let taken = |list: &mut Vec<EntityId>| {
            let place = list.iter().position(|&other| other == entity);
            place.map(|place| list.remove(place)).is_some()
        };
        if entity != focus && !taken(&mut lens.expanded) && !taken(&mut lens.collapsed) {
            let ego = ego(atlas.graph.at(lens.era()), focus, lens);
            let leads = ego
                .members
                .iter()
                .any(|member| member.ring > 0 && ego.members[member.parent].entity == entity);
            if leads { lens.collapsed.push(entity) } else { lens.expanded.push(entity) }
        }
        true
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let Some(&focus) = lens.focus.first() else {
            return Figure::nothing(
                "Network",
                Body::Scene(Scene::default()),
                "A network is around somebody: `/` finds an entity to start from.",
            );
        };
        let seen = atlas.graph.at(lens.era());
        let net = Net::new(seen, ego(seen, focus, lens));

        let mut extract = Extract::default();
        net.ego.members.iter().for_each(|member| extract.entity(member.entity));
        let scene = net.scene(lens, &mut extract);
        let mut figure = Figure::new(atlas.graph.entity(focus).short(), Body::Scene(scene), extract);
        figure.note = net.note(lens);
        figure.empty = net.empty(focus, lens);
        figure
    }
}

/// A neighbourhood with its nodes in the order of the picture and its links bundled by pair.
struct Net<'g> {
    seen: Seen<'g>,
    ego: Ego,
    /// Nodes by number, each bond once.
    bonds: Vec<(usize, usize, Bond)>,
    /// How many bonds each node has.
    ties: Vec<u32>,
}

impl<'g> Net<'g> {
    fn new(seen: Seen<'g>, mut ego: Ego) -> Self {
        ego.members = ordered(seen.graph(), &ego.members);
        let bonds = bonds(seen, &ego);
        let mut ties = vec![0; ego.members.len()];
        for &(from, to, _) in &bonds {
            ties[from] += 1;
            ties[to] += 1;
        }
        Self { seen, ego, bonds, ties }
    }

    fn graph(&self) -> &'g Graph {
        self.seen.graph()
    }

    fn scene(&self, lens: &Lens, extract: &mut Extract) -> Scene {
        let mut parents: Vec<usize> = self.ego.members.iter().map(|member| member.parent).collect();
        let near = self.ego.members.iter().filter(|member| member.ring <= 1).count();
        let crowd = (self.ego.left_out > 0).then_some(near);
        if crowd.is_some() {
            parents.push(0);
        }
        let mut spots = radial::rings(&parents).into_iter();
        let mut scene = Scene::default();
        let cited: Vec<Vec<Vec<u32>>> = self.cite(extract);
        for (number, at) in spots.by_ref().take(self.ego.members.len()).enumerate() {
            let member = self.ego.members[number];
            let entity = self.graph().entity(member.entity);
            scene.nodes.push(Node {
                at,
                glyph: entity.kind.glyph(),
                label: folded(label(entity.short()), lens.collapsed.contains(&member.entity)),
                role: Role::Kind(entity.kind),
                ring: member.ring,
                weight: self.ties[number],
                target: self.target(number),
                detail: detail::of(self, number, &cited),
            });
        }
        scene.nodes.extend(spots.map(|at| Node {
            at,
            glyph: '…',
            label: format!("+{} more", self.ego.left_out),
            role: Role::Muted,
            ring: 1,
            weight: u32::MAX - 1,
            target: Target::NONE,
            detail: vec![Text::from("Neighbours with fewer links are left out; `f` filters.")],
        }));
        scene.edges = self.bonds.iter().map(|(from, to, bond)| edge(*from, *to, bond)).collect();
        scene.beyond = self.ego.left_out;
        scene.legend = legend::of(&scene);
        scene
    }

    /// What a node stands for: the tie through which it is reached, and the entity; the focus for itself.
    fn target(&self, number: usize) -> Target {
        let member = self.ego.members[number];
        let way = self.bonds.iter().find(|&&(from, to, _)| {
            (from, to) == (member.parent, number) || (to, from) == (member.parent, number)
        });
        match way.and_then(|(_, _, bond)| bond.links.first()) {
            Some(&link) if number != member.parent => Target::claim(ClaimId::Link(link), member.entity),
            _ => Target::entity(member.entity),
        }
    }

    /// Puts every link with its sources into the extract; gives the footnotes by bond and link.
    fn cite(&self, extract: &mut Extract) -> Vec<Vec<Vec<u32>>> {
        let mut notes = |&id: &LinkId| extract.cite(self.graph(), ClaimId::Link(id));
        self.bonds.iter().map(|(_, _, bond)| bond.links.iter().map(&mut notes).collect()).collect()
    }

    fn note(&self, lens: &Lens) -> String {
        let depth = lens.depth.clamp(1, 3);
        let count = |ring: u8| self.ego.members.iter().filter(|member| member.ring == ring).count();
        let near = count(1);
        let many =
            |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        let mut parts = vec![many(usize::from(depth), "hop", "hops")];
        let all = self.ego.neighbours;
        parts.push(if near == all {
            many(near, "neighbour", "neighbours")
        } else {
            format!("{near} of {}", many(all, "neighbour", "neighbours"))
        });
        if self.ego.members.len() - 1 > near || depth > 1 {
            let far = self.ego.members.len() - 1 - near;
            let left = self.ego.beyond;
            parts.push(if left == 0 {
                format!("{far} beyond")
            } else {
                format!("{far} of {} beyond", far + left)
            });
        }
        parts.push(many(self.ego.links.len(), "link", "links"));
        lens.note(parts)
    }

    fn empty(&self, focus: EntityId, lens: &Lens) -> Option<String> {
        if self.ego.members.len() > 1 {
            return None;
        }
        let name = self.graph().entity(focus).short();
        let dated = lens.at.is_some() || lens.known_by.is_some();
        Some(if self.ego.neighbours > 0 {
            format!(
                "None of the {} neighbours of {name} passes the filter {}: `f` filters.",
                self.ego.neighbours, lens.query
            )
        } else if dated && self.graph().degree(focus) > 0 {
            format!("{name} has no ties in sight {}: `t` other date.", lens.limits().join(", "))
        } else {
            format!("No tie of {name} is on record: Enter opens what is known of it.")
        })
    }
}

/// The neighbourhood that a lens asks for.
fn ego(seen: Seen<'_>, focus: EntityId, lens: &Lens) -> Ego {
    let (expanded, collapsed) = (lens.expanded.as_slice(), lens.collapsed.as_slice());
    let bounds = Bounds { depth: lens.depth.clamp(1, 3), limit: LIMIT, expanded, collapsed };
    Ego::among(seen, focus, bounds, &|entity| lens.query.admits_entity(seen, entity))
}

/// The label of a node; one that is collapsed has a plus behind it.
fn folded(label: String, collapsed: bool) -> String {
    if collapsed { label + " +" } else { label }
}

/// A name that is short enough to stand beside many others.
pub(super) fn label(name: &str) -> String {
    if name.width() <= LABEL {
        return name.to_owned();
    }
    let plain = name.replace("Memorandum of Understanding", "MoU").replace("memorandum", "MoU");
    cut(&plain, LABEL).into_owned()
}

/// The members ring by ring, each ring by kind and name, with their parents renumbered.
fn ordered(graph: &Graph, members: &[Member]) -> Vec<Member> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_key(|&old| {
        let entity = graph.entity(members[old].entity);
        (members[old].ring, entity.kind, entity.short(), entity.id())
    });
    let mut place = vec![0; members.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    order.iter().map(|&old| Member { parent: place[members[old].parent], ..members[old] }).collect()
}

fn bonds(seen: Seen<'_>, ego: &Ego) -> Vec<(usize, usize, Bond)> {
    let place: HashMap<EntityId, usize> =
        ego.members.iter().enumerate().map(|(number, member)| (member.entity, number)).collect();
    let mut pairs: Vec<(usize, usize, LinkId)> = ego
        .links
        .iter()
        .map(|&id| {
            let link = seen.graph().link(id);
            let (from, to) = (place[&link.from], place[&link.to]);
            (from.min(to), from.max(to), id)
        })
        .collect();
    pairs.sort_unstable();
    pairs
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|pair| (pair[0].0, pair[0].1, Bond::new(seen, pair.iter().map(|&(_, _, id)| id).collect())))
        .collect()
}

fn edge(from: usize, to: usize, bond: &Bond) -> Edge {
    let claims = bond.links.iter().map(|&id| ClaimId::Link(id)).collect();
    Edge { from, to, stroke: bond.stroke, role: bond.role, claims }
}
