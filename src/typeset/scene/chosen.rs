//! Which nodes of a network are drawn, and where: as many as can have their names, those with the most ties
//! before the others. The rest is counted in one line; a larger pane, or a node that is unfolded, shows more.

use unicode_width::UnicodeWidthStr;

use super::{Camera, Dot, Setting};
use crate::figure::{Node, Role, Scene, Text};
use crate::layout::label::{self, Place, Side, Wish};
use crate::layout::oval::{self, Item};
use crate::layout::{Point, radial};
use crate::model::kind::Kind;

/// Cells of a pane for each name.
const CELLS: f64 = 70.0;
/// So many nodes are tried in the smallest pane.
const FEW: usize = 18;
/// In a pane smaller than this, edges between two neighbours cannot be followed.
const CLEAR: (u16, u16) = (100, 30);
/// From this size on the pane has a line to spare for the legend.
const ROOMY: (u16, u16) = (70, 18);
/// How often the nodes are placed anew without those that found no room.
const TRIES: usize = 4;

/// Places the nodes of a network.
pub(super) fn setting(scene: &Scene, size: (u16, u16), camera: Camera) -> Setting {
    let zoom = camera.zoom.clamp(1.0, Camera::NEAREST);
    let most = (f64::from(size.0) * f64::from(size.1) * zoom * zoom / CELLS) as usize;
    let mut kept = choice(scene, most.max(FEW));
    let mut tries = 0;
    loop {
        tries += 1;
        let mut placed = placed(scene, &kept, size, camera);
        let nameless: Vec<usize> =
            (1..scene.nodes.len()).filter(|&number| is_nameless(placed.places[number])).collect();
        // Nearer by, what is left out must not move what is seen.
        if nameless.is_empty() || tries == TRIES || zoom > 1.0 {
            nameless.iter().for_each(|&number| placed.hide(number));
            return placed;
        }
        nameless.into_iter().for_each(|number| kept[number] = false);
    }
}

fn is_nameless(place: Option<Place>) -> bool {
    place.is_some_and(|place| place.label.is_none())
}

/// Whether a node is one of the neighbourhood, not the count of those that are left out.
fn is_somebody(node: &Node) -> bool {
    node.ring == 0 || node.target.is_some()
}

/// The nodes that are tried: all if they are few enough, else those with the most ties. Where something is
/// unfolded, half of them are of the outer rings, each beside somebody who is drawn.
fn choice(scene: &Scene, most: usize) -> Vec<bool> {
    let mut kept: Vec<bool> = scene.nodes.iter().map(is_somebody).collect();
    if kept.iter().filter(|kept| **kept).count() <= most {
        return kept;
    }
    let mut order: Vec<usize> = (1..kept.len()).filter(|&number| kept[number]).collect();
    order.sort_by_key(|&number| (std::cmp::Reverse(scene.nodes[number].weight), number));
    let (near, far): (Vec<usize>, Vec<usize>) =
        order.into_iter().partition(|&number| scene.nodes[number].ring <= 1);
    let first = if far.is_empty() { most } else { most / 2 }.min(near.len());
    kept = vec![false; scene.nodes.len()];
    kept.iter_mut().take(1).for_each(|focus| *focus = true);
    let mut left = most.saturating_sub(1);
    let mut take = |kept: &mut Vec<bool>, number: usize| {
        if left > 0 && !kept[number] {
            kept[number] = true;
            left -= 1;
        }
    };
    near[..first].iter().for_each(|&number| take(&mut kept, number));
    for ring in 2..=scene.nodes.iter().map(|node| node.ring).max().unwrap_or(0) {
        let known = kept.clone();
        for &number in far.iter().filter(|&&number| scene.nodes[number].ring == ring) {
            if neighbours(scene, number).any(|other| known[other]) {
                take(&mut kept, number);
            }
        }
    }
    near[first..].iter().for_each(|&number| take(&mut kept, number));
    kept
}

fn neighbours(scene: &Scene, number: usize) -> impl Iterator<Item = usize> + '_ {
    scene.edges.iter().filter_map(move |edge| match (edge.from == number, edge.to == number) {
        (true, _) => Some(edge.to),
        (_, true) => Some(edge.from),
        _ => None,
    })
}

/// Where the nodes are around the focus: as the view has them, or spread anew if some are left out.
fn spots(scene: &Scene, kept: &[bool]) -> Vec<Point> {
    let shown: Vec<usize> = (0..kept.len()).filter(|&number| kept[number]).collect();
    if scene.nodes.iter().zip(kept).all(|(node, kept)| *kept || !is_somebody(node)) {
        return shown.iter().map(|&number| scene.nodes[number].at).collect();
    }
    let parent = |&number: &usize| {
        let ring = scene.nodes[number].ring;
        let inner = neighbours(scene, number).filter(|&other| scene.nodes[other].ring < ring);
        inner
            .filter_map(|other| shown.binary_search(&other).ok())
            .min_by_key(|&place| (std::cmp::Reverse(scene.nodes[shown[place]].ring), place))
    };
    radial::rings(&shown.iter().map(|number| parent(number).unwrap_or(0)).collect::<Vec<_>>())
}

fn placed(scene: &Scene, kept: &[bool], size: (u16, u16), camera: Camera) -> Setting {
    let foot = foot(scene, kept, size);
    let (columns, rows) = (size.0, size.1.saturating_sub(foot.len() as u16));
    let (width, height) = (f64::from(columns), f64::from(rows));
    let zoom = camera.zoom.clamp(1.0, Camera::NEAREST);
    let shown: Vec<usize> = (0..kept.len()).filter(|&number| kept[number]).collect();
    let item = |(&number, at): (&usize, Point)| {
        let node = &scene.nodes[number];
        Item { at, ring: node.ring, width: node.label.width() as u16, weight: node.weight }
    };
    let items: Vec<Item> = shown.iter().zip(spots(scene, kept)).map(item).collect();
    let mut wishes = oval::wishes((width * zoom, height * zoom), &items);
    for wish in &mut wishes {
        wish.x += width * (1.0 - zoom) / 2.0 + camera.dx;
        wish.y += height * (1.0 - zoom) / 2.0 + camera.dy;
    }
    let mut setting = Setting {
        core: (f64::from(items.first().map_or(0, |item| item.width)) + 6.0, 7.0),
        spokes: scene.edges.iter().filter(|edge| edge.from == 0 && kept[edge.to]).count(),
        quiet: size.0 < CLEAR.0 || size.1 < CLEAR.1,
        foot,
        ..Setting::empty(scene.nodes.len())
    };
    let places = label::place((columns, rows), width / 10.0, &wishes);
    for ((&number, wish), place) in shown.iter().zip(&wishes).zip(places) {
        setting.joints[number] = Some(joint(wish, place));
        setting.places[number] = place;
    }
    setting
}

/// Where the edges of a node meet: its sign, or the middle of all that is written for the focus.
fn joint(wish: &Wish, place: Option<Place>) -> Dot {
    let (x, y) = match place {
        Some(place) if wish.side == Side::Middle => {
            let strip = place.strip();
            (f64::from(strip.x) + f64::from(strip.width - 1) / 2.0, f64::from(strip.y))
        }
        Some(place) => (f64::from(place.glyph.0), f64::from(place.glyph.1)),
        None => (wish.x, wish.y),
    };
    ((2.0 * x).round() as i32, (4.0 * y).round() as i32 + 1)
}

/// The lines below the picture: what the strokes mean if there is room, and who is left out if there is anybody.
fn foot(scene: &Scene, kept: &[bool], size: (u16, u16)) -> Vec<Text> {
    let strokes = strokes(scene, size.0.into());
    let strokes = strokes.filter(|_| size.0 >= ROOMY.0 && size.1 >= ROOMY.1);
    strokes.into_iter().chain(rest(scene, kept, size.0.into()).filter(|_| size.1 > 4)).collect()
}

/// "+101 more: ▲ 62 missions, ◉ 20 states … z or x shows more".
fn rest(scene: &Scene, kept: &[bool], width: usize) -> Option<Text> {
    const WAY: &str = "  z or x shows more";
    let out = || scene.nodes.iter().zip(kept).filter(|(node, kept)| !**kept && is_somebody(node));
    let count = out().count() + scene.beyond;
    if count == 0 {
        return None;
    }
    let mut kinds: Vec<(usize, Kind)> = Kind::ALL
        .iter()
        .map(|&kind| (out().filter(|(node, _)| node.role == Role::Kind(kind)).count(), kind))
        .filter(|(count, _)| *count > 0)
        .collect();
    kinds.sort_by_key(|&(count, kind)| (std::cmp::Reverse(count), kind));
    let mut text = Text::of(format!("+{count} more"), Role::Muted);
    let room = if width >= ROOMY.0.into() { width - WAY.width() } else { width };
    let told: usize = kinds.iter().map(|(count, _)| count).sum();
    let mut whole = told == count;
    for (number, (count, kind)) in kinds.into_iter().enumerate() {
        let name = if count == 1 { kind.name() } else { kind.plural() };
        let item = Text::of(if number == 0 { ": " } else { ", " }, Role::Muted)
            .and(kind.glyph().to_string(), Role::Kind(kind))
            .and(format!(" {count} {name}"), Role::Muted);
        if text.width() + item.width() + 2 > room {
            whole = false;
            break;
        }
        text = text.then(item);
    }
    if !whole {
        text = text.and(" …", Role::Muted);
    }
    Some(if text.width() + WAY.width() <= width { text.and(WAY, Role::Muted) } else { text })
}

/// The strokes of the legend side by side, as many as there is room for.
fn strokes(scene: &Scene, width: usize) -> Option<Text> {
    let is_stroke = |text: &&Text| text.0.first().is_some_and(|span| span.text.width() == 2);
    let mut line: Option<Text> = None;
    for text in scene.legend.iter().filter(is_stroke) {
        let next = match line.clone() {
            Some(line) => line.and("   ", Role::Text).then(text.clone()),
            None => text.clone(),
        };
        if next.width() > width {
            break;
        }
        line = Some(next);
    }
    line
}
