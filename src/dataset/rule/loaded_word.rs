//! Our own words take no side.

use super::{Known, Rule};
use crate::dataset::diagnostic::{Diagnostic, Severity};
use crate::dataset::location::Place;
use crate::model::record::{Group, Record, Tie};
use crate::model::word::Word;

pub(super) const RULE: Rule = Rule {
    name: "loaded-word",
    doc: "Summaries, roles, events, gists and notes say what happened and do not judge it. Quotes, names and \
          titles keep the words of others, and so does what stands between quotation marks.",
    check: Some(check),
};

/// Words that judge, in small letters, and what they do; `regime` is none beside one of [`NEUTRAL_REGIMES`].
const LOADED: &[(&str, &[&str])] = &[
    (
        "blames",
        &[
            "absurd",
            "aggressive",
            "aggressively",
            "alarming",
            "allegedly",
            "arrogant",
            "bogus",
            "brazen",
            "cynical",
            "deplorable",
            "disastrous",
            "disgraceful",
            "hostile",
            "hypocritical",
            "illegitimate",
            "infamous",
            "irresponsible",
            "malign",
            "menacing",
            "notorious",
            "propaganda",
            "provocative",
            "reckless",
            "regime",
            "regrettably",
            "rogue",
            "sadly",
            "self-styled",
            "shameful",
            "sinister",
            "so-called",
            "unfortunately",
            "unjustified",
            "unprovoked",
        ],
    ),
    (
        "praises",
        &[
            "acclaimed",
            "admirable",
            "amazing",
            "breakthrough",
            "brilliant",
            "cutting-edge",
            "epochal",
            "fantastic",
            "fortunately",
            "game-changing",
            "glorious",
            "groundbreaking",
            "ground-breaking",
            "heroic",
            "historic",
            "impressive",
            "landmark",
            "legendary",
            "magnificent",
            "momentous",
            "outstanding",
            "pioneering",
            "prestigious",
            "remarkable",
            "renowned",
            "revolutionary",
            "spectacular",
            "state-of-the-art",
            "stunning",
            "triumph",
            "triumphant",
            "unparalleled",
            "unprecedented",
            "visionary",
            "world-class",
            "world-leading",
        ],
    ),
];

/// What goes before `regime` where it means a set of rules.
const NEUTRAL_REGIMES: &[&str] = &["control", "legal", "liability", "sanctions", "treaty", "licensing"];

fn check(known: &Known<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &known.dataset.entries {
        for word in texts(&entry.record) {
            judged(known, word, entry.place, faults);
        }
    }
    for stance in &known.dataset.stances {
        let record = &stance.record;
        let notes = record.conditions.iter().chain(&record.note).chain(&record.because);
        for word in std::iter::once(&record.gist).chain(notes) {
            judged(known, word, stance.place, faults);
        }
    }
}

/// What a record says in our own words. Offices and employments have titles, not roles.
fn texts(record: &Record) -> impl Iterator<Item = &Word> {
    let ties = record.all_ties().flat_map(|(group, tie)| {
        let titled = matches!(group, Group::Offices | Group::Work);
        let role = tie.role.iter().filter(move |_| !titled);
        let Tie { status, note, because, .. } = tie;
        role.chain(status).chain(note).chain(because)
    });
    let events = record.milestones.iter().flat_map(|it| it.what.iter().chain(&it.note).chain(&it.because));
    let disputes = record.disputes.iter().flat_map(|it| &it.because);
    std::iter::once(&record.summary).chain(&record.status_note).chain(ties).chain(events).chain(disputes)
}

fn judged(known: &Known<'_>, text: &Word, around: Place, faults: &mut Vec<Diagnostic>) {
    for (at, found, does) in loaded(text) {
        let message = format!("\"{found}\" {does}");
        let help = "say what happened, or quote who says so between “ and ”".to_owned();
        let mut fault = known.fault(RULE.name, Severity::Warning, text, around, message, help);
        fault.place = fault.place.filter(|&place| place != around).map_or(fault.place, |place| {
            let start = place.start + at as u32;
            Some(Place { start, end: start + found.len() as u32, ..place })
        });
        faults.push(fault);
    }
}

/// The loaded words of a text outside of quotation marks, where they stand and what they do.
fn loaded(text: &str) -> Vec<(usize, &str, &'static str)> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut quoted = false;
    let mut rest = 0;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        if sign.is_alphanumeric() || sign == '-' {
            continue;
        }
        let word = text[rest..at].trim_matches('-');
        let small = word.to_lowercase();
        let neutral = small == "regime" && NEUTRAL_REGIMES.contains(&&*before);
        let does = LOADED.iter().find(|(_, list)| list.contains(&&*small)).map(|(does, _)| *does);
        if let Some(does) = does.filter(|_| !quoted && !neutral) {
            found.push((at - word.len(), word, does));
        }
        before = small;
        rest = at + sign.len_utf8();
        quoted = match sign {
            '“' | '„' => true,
            '”' => false,
            '"' => !quoted,
            _ => quoted,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_outside_of_quotes_are_found() {
        let found = |text| loaded(text).into_iter().map(|(_, word, _)| word).collect::<Vec<_>>();
        assert_eq!(
            found("A Historic flight, world-class and so-called new"),
            ["Historic", "world-class", "so-called"]
        );
        assert!(found("historical, prehistoric and “historic”, says he of a \"landmark\"").is_empty());
        assert!(found("the Missile Technology Control Regime").is_empty());
        assert_eq!(loaded("“so” said the Regime"), [(18, "Regime", "blames")]);
    }

    #[test]
    fn every_loaded_word_is_listed_once_in_small_letters() {
        let all: Vec<&str> = LOADED.iter().flat_map(|(_, list)| list.iter().copied()).collect();
        for (number, word) in all.iter().enumerate() {
            assert!(!all[..number].contains(word) && *word == word.to_lowercase(), "{word}");
        }
    }
}
