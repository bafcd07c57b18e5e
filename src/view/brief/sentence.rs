//! Plain English: names with their articles, lists, verbs in number and tense.

use crate::graph::{EntityId, Graph};
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::relation::Relation;

/// States whose names have an article.
const ARTICLES: &[&str] =
    &["Netherlands", "Philippines", "Soviet Union", "Czech Republic", "Maldives", "Bahamas"];

/// Words that make a name a description, which has an article: "the Artemis programme".
const COMMON: &[&str] = &[
    "programme",
    "constellation",
    "telescope",
    "station",
    "service",
    "project",
    "system",
    "rover",
    "centre",
    "call",
];

/// An entity as a sentence names it: "the United States", "the Artemis Accords", "ESA".
pub(super) fn name(graph: &Graph, id: EntityId) -> String {
    let entity = graph.entity(id);
    let short = entity.short();
    let article = match entity.kind {
        Kind::State => short.starts_with("United ") || ARTICLES.contains(&short),
        // An abbreviation stands alone: "CM25".
        Kind::Agreement => short.contains(' ') && !short.to_lowercase().starts_with("the "),
        Kind::Programme | Kind::Mission | Kind::Station | Kind::Element | Kind::Facility => {
            short.contains(' ') && short.split(' ').any(|word| COMMON.contains(&&*word.to_lowercase()))
        }
        _ => false,
    };
    if article { format!("the {short}") } else { short.to_owned() }
}

/// When something that is told of takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tense {
    Present,
    Future,
    Past,
}

/// The verb of a tie between its first and its second end.
pub(super) fn verb(relation: Relation, many: bool, tense: Tense) -> String {
    let (one, several, past) = forms(relation);
    match (tense, many) {
        (Tense::Past, true) => past.replacen("was a ", "were ", 1),
        (Tense::Past, false) => past.to_owned(),
        (Tense::Present, true) => several.to_owned(),
        (Tense::Present, false) => one.to_owned(),
        (Tense::Future, many) => {
            let bare =
                several.strip_prefix("are ").map_or_else(|| several.to_owned(), |rest| format!("be {rest}"));
            format!("{} to {bare}", if many { "are" } else { "is" })
        }
    }
}

/// A verb in the singular, in the plural, and in the past.
const fn forms(relation: Relation) -> (&'static str, &'static str, &'static str) {
    match relation {
        Relation::Leads => ("leads", "lead", "led"),
        Relation::ContributesTo => ("contributes to", "contribute to", "contributed to"),
        Relation::ParticipatesIn => ("takes part in", "take part in", "took part in"),
        Relation::Funds => ("funds", "fund", "funded"),
        Relation::Launches => ("launches", "launch", "launched"),
        Relation::Operates => ("operates", "operate", "operated"),
        Relation::Hosts => ("hosts", "host", "hosted"),
        Relation::Proposes => ("proposed", "proposed", "proposed"),
        Relation::Signed => ("signed", "signed", "signed"),
        Relation::PartyTo => ("is a party to", "are parties to", "was a party to"),
        Relation::WithdrewFrom => ("withdrew from", "withdrew from", "withdrew from"),
        Relation::MemberOf => ("is a member of", "are members of", "was a member of"),
        Relation::ObserverOf => ("is an observer at", "are observers at", "was an observer at"),
        Relation::AgreementWith => ("has an agreement with", "have agreements with", "had an agreement with"),
        Relation::TrainsWith => ("trains with", "train with", "trained with"),
        Relation::CrewOf => ("flies on", "fly on", "flew on"),
        Relation::HoldsOfficeAt => ("is in office at", "are in office at", "was in office at"),
        Relation::EmployedBy => ("works at", "work at", "worked at"),
        Relation::Restricts => ("restricts", "restrict", "restricted"),
        Relation::PartOf => ("is part of", "are part of", "was part of"),
        Relation::Succeeds => ("follows", "follow", "followed"),
        Relation::LocatedIn => ("has its seat in", "have their seats in", "had its seat in"),
    }
}

/// What somebody did who took a position: "supported", "was open to".
pub(super) const fn took(position: Position) -> &'static str {
    match position {
        Position::Champions => "promoted",
        Position::Supports => "supported",
        Position::Open => "been open to",
        Position::Conditional => "set conditions for",
        Position::Neutral => "taken no side on",
        Position::Reserved => "been reserved about",
        Position::Declines => "declined",
        Position::Opposes => "opposed",
        Position::Prohibits => "prohibited",
    }
}

/// The text with its first letter small, if its first word is no name: "Told reporters", not "ESA told".
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    let second_is_small = letters.clone().nth(1).is_some_and(char::is_lowercase);
    match letters.next() {
        Some(first) if second_is_small => first.to_lowercase().collect::<String>() + letters.as_str(),
        _ => text.to_owned(),
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        let next_is_large = text[at + 2..]
            .chars()
            .next()
            .is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit());
        // "No. 5", "J. Smith", "U.S." do not end a sentence.
        let word = text[start..at].rsplit(' ').next().unwrap_or_default();
        if next_is_large && word.chars().count() > 2 && !word.contains('.') {
            found.push(text[start..=at].trim());
            start = at + 2;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// A text that ends as a sentence does.
pub(super) fn stopped(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_agree_in_number_and_tense() {
        assert_eq!(verb(Relation::Leads, true, Tense::Present), "lead");
        assert_eq!(verb(Relation::ContributesTo, false, Tense::Past), "contributed to");
        assert_eq!(verb(Relation::PartyTo, true, Tense::Future), "are to be parties to");
        assert_eq!(verb(Relation::Launches, false, Tense::Future), "is to launch");
    }

    #[test]
    fn texts_are_cut_into_sentences_and_lists_are_joined() {
        assert_eq!(
            sentences("One by J. Smith. Two of 2014. It is so."),
            ["One by J. Smith.", "Two of 2014.", "It is so."]
        );
        assert_eq!(sentences("No end"), ["No end"]);
        assert_eq!((small("Told so"), small("ESA told")), ("told so".to_owned(), "ESA told".to_owned()));
    }
}
