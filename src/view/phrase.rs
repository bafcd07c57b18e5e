//! Wording that several views share: how an entity, a date, a position is said.

use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::link::span;
use crate::graph::{ClaimId, EntityId, Graph, LinkId, Phase, Stance};
use crate::model::date::{Date, Moment};
use crate::model::position::Position;
use crate::model::standing::{Confidence, Rank};

/// An entity by its short name, with the sign of its kind.
pub fn short(graph: &Graph, id: EntityId) -> Text {
    let entity = graph.entity(id);
    let role = Role::Kind(entity.kind);
    Text::of(entity.kind.glyph().to_string(), role).and(" ", Role::Text).and(entity.short(), Role::Text)
}

/// The dates of a link with its standing: active ones as they are, ended ones faint, planned ones said. At a
/// date, one without dates is in sight all the same, and says why.
pub fn when(seen: Seen<'_>, id: LinkId) -> Text {
    let when = seen.graph().link(id).when();
    match seen.link_phase(id) {
        Phase::Ended => Text::of(when, Role::Ended),
        Phase::Ahead => Text::of(format!("{when} planned"), Role::Doubt),
        Phase::Undated if seen.era().at.is_some() && seen.undated(id) => Text::of("undated", Role::Doubt),
        Phase::Active | Phase::Undated => Text::of(when, Role::Text),
    }
}

/// The date of an event as a reader wants it: "2025-10–2025-12", "from 2025-09", "by 2035".
pub fn date(date: Date) -> String {
    match date {
        Date::Span { from: Some(from), to: None } => format!("from {from}"),
        Date::Span { from: None, to: Some(to) } => format!("by {to}"),
        _ => span(date),
    }
}

/// A stretch from one day to another by its months, where both do not fit: "2019-09–2019-10", "2016-07".
pub fn brief(date: Date) -> String {
    let month = |moment: Moment| moment.to_string().chars().take(7).collect::<String>();
    match date {
        Date::Span { from: Some(from), to: Some(to) } if month(from) == month(to) => month(from),
        Date::Span { from: Some(from), to: Some(to) } => format!("{}–{}", month(from), month(to)),
        _ => span(date),
    }
}

/// A sign for claims a reader should be careful with: `~` for low confidence, `≠` where sources disagree
/// and this is the one to follow, `✗` for one known to be wrong.
pub fn doubt(confidence: Confidence, rank: Rank) -> Text {
    match (confidence, rank) {
        (_, Rank::Deprecated) => Text::of("✗", Role::Bad),
        (_, Rank::Preferred) => Text::of("≠", Role::Doubt),
        (Confidence::Low, _) => Text::of("~", Role::Doubt),
        _ => Text::empty(),
    }
}

/// The position of a stance with its arrow.
pub fn position(stance: &Stance) -> Text {
    rung(stance.record.position)
}

/// A position with its arrow.
pub fn rung(position: Position) -> Text {
    let role = Role::Position(position);
    Text::of(format!("{:<2} ", position.glyph()), role).and(position.name(), role)
}

/// Who says so: the publishers of the sources of a claim, each once, with a word on weak ones.
pub fn publishers(graph: &Graph, claim: ClaimId) -> String {
    let mut named: Vec<String> = Vec::new();
    for source in graph.distinct_sources(claim) {
        let record = &graph.source(source).record;
        let weak = if record.weak.is_some() { " (weak)" } else { "" };
        let name = format!("{}{weak}", record.publisher);
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named.join(", ")
}

/// What a stance says: the words of its holder if they are English, else the gist.
pub fn spoken(stance: &Stance) -> Text {
    match &stance.record.quote {
        Some(quote) if stance.record.lang.is_none() => Text::of(quoted(quote), Role::Text),
        _ => Text::of(&*stance.record.gist, Role::Muted),
    }
}

/// How a claim stands among those that disagree with it.
pub fn standing(rank: Rank) -> Text {
    match rank {
        Rank::Preferred => Text::of("✓ preferred", Role::Good),
        Rank::Deprecated => Text::of("✗ superseded", Role::Bad),
        Rank::Normal => Text::of("~ disputed", Role::Doubt),
    }
}

/// What a disputed value is: "launch date" for "launched".
pub fn field(name: &str) -> &str {
    match name {
        "launched" => "launch date",
        "signed" => "date of signature",
        "founded" => "date of foundation",
        "concluded" => "date of conclusion",
        "begun" => "date of beginning",
        other => other,
    }
}

/// Entities by their short names: "ESA, NASA".
pub fn names(graph: &Graph, ids: &[EntityId]) -> String {
    ids.iter().map(|&id| graph.entity(id).short()).collect::<Vec<_>>().join(", ")
}

/// Names with commas and "and": "A, B and C".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Entities by their short names, as a sentence has them: "ESA, NASA and CNSA".
pub fn together(graph: &Graph, ids: &[EntityId]) -> String {
    list(&ids.iter().map(|&id| graph.entity(id).short().to_owned()).collect::<Vec<_>>())
}

/// The words of somebody, in quotation marks.
pub fn quoted(words: &str) -> String {
    format!("“{}”", words.trim().trim_matches(['"', '“', '”']))
}

/// A name with its first letter large, as titles have it.
pub fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// A number and its noun: "1 link", "41 links".
pub fn count(number: usize, noun: &str) -> String {
    let plural = match noun.strip_suffix('y') {
        Some(stem) if number != 1 && !noun.ends_with("ey") => format!("{stem}ies"),
        _ if number == 1 => noun.to_owned(),
        _ => format!("{noun}s"),
    };
    format!("{} {plural}", grouped(number))
}

/// A number with thin blanks between thousands: "1 903".
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(count(1, "link"), "1 link");
        assert_eq!(count(2, "entity"), "2 entities");
        assert_eq!(count(0, "source"), "0 sources");
        assert_eq!(grouped(1903), "1\u{202f}903");
        assert_eq!(grouped(412), "412");
    }

    #[test]
    fn the_last_of_several_has_an_and() {
        let names: Vec<String> = ["A", "B", "C"].map(str::to_owned).into();
        assert_eq!((list(&names), list(&names[..1])), ("A, B and C".to_owned(), "A".to_owned()));
    }
}
