//! `spacepact search`: ranked hits, as lines or as JSON.

use clap::ArgMatches;
use serde_json::json;

use super::{Console, Ending, Fault, load, show};
use crate::atlas::Atlas;
use crate::graph::EntityId;
use crate::search::{Found, Hit, Query};
use crate::typeset::wrap;
use crate::view::phrase::capital;

/// Prints the entities whose names match.
pub(super) fn run(_: &ArgMatches, own: &ArgMatches, console: &mut Console<'_>) -> Result<Ending, Fault> {
    let loaded = load::atlas(own);
    show::sound(&loaded, console)?;
    let atlas = &loaded.atlas;
    let words: Vec<&str> =
        own.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let query = Query::parse(&words.join(" "), &atlas.graph, atlas.index())?;
    let limit = own.get_one::<usize>("limit").copied().unwrap_or(20);
    let found = find(atlas, &query);
    let note = found.note();
    let mut hits = found.hits;
    let all = hits.len();
    hits.truncate(limit);
    let json = own.get_one::<String>("format").is_some_and(|format| format == "json");
    if json {
        objects(atlas, &hits, console)?;
    } else {
        lines(atlas, &query, &hits, all, console)?;
    }
    if let Some(note) = note {
        writeln!(console.err, "{}", capital(&note))?;
    }
    if all > limit && !json {
        writeln!(console.err, "{limit} of {all}; --limit shows more")?;
    }
    Ok(if all == 0 { Ending::Nothing } else { Ending::Fine })
}

/// The hits of words, in names or else in texts, and filters; of filters alone the best connected entities.
fn find(atlas: &Atlas, query: &Query) -> Found {
    let graph = &atlas.graph;
    let seen = graph.at(crate::graph::Era::default());
    let keep = |id: EntityId| query.admits_entity(seen, id);
    if !query.words.is_empty() {
        return atlas.index().find(graph, &query.words, &keep);
    }
    let mut found: Vec<EntityId> = graph.entity_ids().filter(|&id| keep(id)).collect();
    found.sort_by_key(|&id| (std::cmp::Reverse(graph.degree(id)), id));
    let hit = |entity| Hit { entity, score: 0, matched: String::new(), marks: Vec::new() };
    Found { hits: found.into_iter().map(hit).collect(), ..Found::default() }
}

fn objects(atlas: &Atlas, hits: &[Hit], console: &mut Console<'_>) -> Result<(), Fault> {
    let list: Vec<_> = hits
        .iter()
        .map(|hit| {
            let entity = atlas.graph.entity(hit.entity);
            json!({
                "id": entity.id(),
                "kind": entity.kind.name(),
                "name": entity.name(),
                "short": entity.short(),
                "score": hit.score,
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&list).map_err(|error| Fault::Io(error.into()))?;
    writeln!(console.out, "{text}")?;
    Ok(())
}

fn lines(
    atlas: &Atlas,
    query: &Query,
    hits: &[Hit],
    all: usize,
    console: &mut Console<'_>,
) -> Result<(), Fault> {
    if all == 0 {
        let near = atlas.index().suggest(&query.words);
        let hint =
            if near.is_empty() { String::new() } else { format!(" Did you mean {}?", near.join(" or ")) };
        let both = query.both().map_or(String::new(), |both| format!(" {both}"));
        writeln!(console.err, "Nothing matches \"{query}\".{hint}{both}")?;
        return Ok(());
    }
    let widest = hits.iter().map(|hit| atlas.graph.entity(hit.entity).id().len()).max().unwrap_or(0).min(36);
    for hit in hits {
        let entity = atlas.graph.entity(hit.entity);
        let other = !hit.matched.is_empty() && hit.matched != entity.name() && hit.matched != entity.short();
        let matched =
            if other && hit.matched != entity.id() { format!("  ({})", hit.matched) } else { String::new() };
        let short =
            if entity.short() == entity.name() { String::new() } else { format!("{}: ", entity.short()) };
        let line = format!(
            "{:<widest$}  {:<12}  {short}{}{matched}",
            entity.id(),
            entity.kind.name(),
            entity.name()
        );
        let width = console.width.unwrap_or(usize::MAX);
        writeln!(console.out, "{}", wrap::cut(&line.as_str().into(), width).plain())?;
    }
    Ok(())
}
