//! What must one know of it, on one page?

mod doubts;
mod positions;
mod scope;
mod sentence;
mod works;

use std::ops::RangeInclusive;

use super::phrase::count;
use super::{Lens, Opt, View, option};
use crate::atlas::Atlas;
use crate::figure::{Body, Extract, Figure, Page, Role, Target, Text};
use crate::graph::{ClaimId, Graph, SourceId};
use crate::model::date::Day;
use crate::model::standing::Confidence;
use scope::Scope;

/// Words that fit on a page.
const WORDS: usize = 450;

/// Footnotes behind one sentence, unless its claims need more; the best sources first.
const NOTES: usize = 3;

/// Sentences made of claims, each with its footnotes.
pub struct Brief;

impl View for Brief {
    fn name(&self) -> &'static str {
        "brief"
    }

    fn doc(&self) -> &'static str {
        "What must one know of it, on one page?"
    }

    fn also(&self) -> &'static [&'static str] {
        &["summary", "report"]
    }

    fn takes(&self) -> RangeInclusive<usize> {
        1..=2
    }

    fn focus_doc(&self) -> &'static str {
        "An entity, or two for what concerns both: cbers, \"brazil china\"; with ABOUT, what concerns both and that"
    }

    fn options(&self) -> &'static [&'static Opt] {
        &[&option::ABOUT]
    }

    fn figure(&self, atlas: &Atlas, lens: &Lens) -> Figure {
        let graph = &atlas.graph;
        let mut extract = Extract::default();
        let Some(scope) = Scope::new(graph.at(lens.era()), lens) else {
            return Figure::nothing(
                "Brief",
                Body::Page(Page::default()),
                "No entity is chosen. `/` searches, Enter opens what is selected.",
            );
        };
        let mut sections = vec![
            works::identity(&scope),
            works::agreements(&scope),
            works::missions(&scope),
            positions::section(&scope),
            doubts::restrictions(&scope),
            doubts::section(&scope),
            doubts::milestones(&scope),
        ];
        let left_out = fit(&mut sections);
        let mut page = Page::default();
        for section in sections.iter().filter(|section| !section.sentences.is_empty()) {
            page.heading(section.title, "");
            section.sentences.iter().for_each(|sentence| sentence.add(graph, &mut extract, &mut page));
        }
        let mut note = vec![count(words(&sections), "word")];
        note.extend((left_out > 0).then(|| format!("{} left out", count(left_out, "lesser claim"))));
        note.extend(lens.at.map(|_| "what it is: as known today".to_owned()));
        let empty = page.blocks.is_empty();
        let mut figure = Figure::new(scope.title(), Body::Page(page), extract);
        figure.note = lens.note(note);
        figure.empty = empty.then(|| scope.nothing());
        figure
    }
}

/// Sentences under a heading.
struct Section {
    title: &'static str,
    sentences: Vec<Sentence>,
    /// So many stay as long as other sections have more than they must.
    least: usize,
}

/// A sentence or two that say what some claims say.
struct Sentence {
    text: String,
    claims: Vec<ClaimId>,
    target: Target,
    /// How much it matters; of two that do not both fit the lesser goes.
    weight: f64,
    /// By what it stands in order within its section; without one, at its end.
    day: Option<Day>,
}

impl Section {
    /// The sentences that matter most, so many at most, in the order of their days.
    fn of(title: &'static str, mut sentences: Vec<Sentence>, least: usize, most: usize) -> Self {
        sentences.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        sentences.truncate(most);
        sentences.sort_by_key(|sentence| (sentence.day.is_none(), sentence.day));
        Self { title, sentences, least }
    }
}

impl Sentence {
    /// Adds it to the page with its best footnotes; without any it is not said.
    fn add(&self, graph: &Graph, extract: &mut Extract, page: &mut Page) {
        for &claim in &self.claims {
            extract.claim(graph, claim);
        }
        let chosen = notes(graph, &self.claims);
        let mut cites: Vec<u32> = chosen.into_iter().map(|id| extract.source(id)).collect();
        cites.sort_unstable();
        if cites.is_empty() {
            return;
        }
        let low = self.claims.iter().all(|&claim| graph.claim(claim).confidence == Confidence::Low);
        let text = match self.text.strip_suffix('.').filter(|_| low) {
            Some(text) => {
                Text::of(text, Role::Text).and(" (low confidence)", Role::Doubt).and(".", Role::Text)
            }
            None => Text::of(&*self.text, Role::Text),
        };
        page.fact("", text, cites, self.target);
    }
}

/// The sources to name: the best of each claim, then the next best until there are enough.
fn notes(graph: &Graph, claims: &[ClaimId]) -> Vec<SourceId> {
    let ranked = |claim: ClaimId| {
        let mut sources = graph.distinct_sources(claim);
        sources.sort_by_key(|&id| {
            let record = &graph.source(id).record;
            (record.weak.is_some(), record.kind)
        });
        sources
    };
    let ranked: Vec<Vec<SourceId>> = claims.iter().map(|&claim| ranked(claim)).collect();
    let mut chosen: Vec<SourceId> = Vec::new();
    for sources in &ranked {
        if !sources.iter().any(|source| chosen.contains(source)) {
            chosen.extend(sources.first());
        }
    }
    for &source in ranked.iter().flatten() {
        if chosen.len() < NOTES && !chosen.contains(&source) {
            chosen.push(source);
        }
    }
    chosen
}

fn words(sections: &[Section]) -> usize {
    let sentences = sections.iter().flat_map(|section| &section.sentences);
    sentences.map(|sentence| sentence.text.split_whitespace().count()).sum()
}

/// Leaves the least out until the rest fits on a page, and says how many went.
///
/// What it is stays. Of the others each keeps what it must, then at least one.
fn fit(sections: &mut [Section]) -> usize {
    let mut gone = 0;
    while words(sections) > WORDS {
        let Some((at, place)) =
            lightest(sections, |section| section.least).or_else(|| lightest(sections, |_| 1))
        else {
            break;
        };
        sections[at].sentences.remove(place);
        gone += 1;
    }
    gone
}

/// The sentence that matters least among the sections that have more than they must keep.
fn lightest(sections: &[Section], keep: impl Fn(&Section) -> usize) -> Option<(usize, usize)> {
    let open =
        sections.iter().enumerate().skip(1).filter(|(_, section)| section.sentences.len() > keep(section));
    let all = open.flat_map(|(at, section)| {
        section.sentences.iter().enumerate().map(move |(place, one)| (at, place, one.weight))
    });
    all.min_by(|one, other| one.2.total_cmp(&other.2)).map(|(at, place, _)| (at, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Block;
    use crate::model::kind::Kind;
    use crate::view::sample::{figure, of};

    const RECORDS: &[(Kind, &str)] = &[
        (
            Kind::Agency,
            r#"(id: "a", name: "Agency A", short: "A", sources: ["s1"], summary: "Agency of many states. It has a seat.")"#,
        ),
        (Kind::Agency, r#"(id: "b", name: "B", sources: ["s2"], summary: "Agency of one state.")"#),
        (
            Kind::Agreement,
            r#"(id: "pact", name: "A-B pact", during: "2014-12-11/..", instrument: Agreement, sources: ["s1"],
            summary: "Signed in 2014. It provides for flights.", parties: [
            (who: "a", during: "2014-12-11", sources: ["s1"]), (who: "b", during: "2014-12-11", sources: ["s2"])])"#,
        ),
        (
            Kind::Mission,
            r#"(id: "m", name: "M", sources: ["s1"], during: "2016-05/..", partners: [
            (who: "a", as: Leads, role: "platform", sources: ["s1"]), (who: "b", as: ContributesTo, sources: ["s3"])],
            disputes: [(field: "mass", value: "1 t", sources: ["s1"]), (field: "mass", value: "2 t", sources: ["s2"])])"#,
        ),
        (
            Kind::Agreement,
            r#"(id: "ban", name: "Ban Act", sources: ["s1"], restricts: [
            (who: "a", during: "2011-04/..", sources: ["s1"]), (who: "b", during: "2011-04/..", sources: ["s1"])])"#,
        ),
        (Kind::Person, r#"(id: "p", name: "P. Speaker", sources: ["s1"])"#),
        (Kind::Topic, r#"(id: "t", name: "Joint flights", sources: ["s1"])"#),
    ];

    const STANCES: &[&str] = &[
        r#"(id: "1", holder: "a", position: Supports, about: "t", toward: "b", on: "2017", gist: "Wanted to fly.", sources: ["s1"])"#,
        r#"(id: "2", holder: "p", as: "Director General", for: "a", position: Declines, about: "t", toward: "b", on: "2023-01-23",
            gist: "Saw no green light.", confidence: Low, sources: ["s3"])"#,
    ];

    fn said(focus: &[&str]) -> Vec<String> {
        let figure = figure(&of(RECORDS, STANCES), &Brief, focus, "");
        let Body::Page(page) = &figure.body else { panic!("a page") };
        page.blocks
            .iter()
            .map(|block| match block {
                Block::Heading { title, .. } => format!("# {title}"),
                Block::Fact { value, cites, target, .. } => {
                    assert!(!cites.is_empty() && cites.len() <= NOTES && target.is_some());
                    value.plain()
                }
                _ => panic!("a heading or a sentence"),
            })
            .collect()
    }

    #[test]
    fn a_brief_is_sentences_with_footnotes() {
        assert_eq!(
            said(&["a", "b"]),
            [
                "# What it is",
                "A: Agency of many states.",
                "B: Agency of one state.",
                "# Agreements",
                "A and B signed the A-B pact on 11 December 2014. It provides for flights.",
                "# Missions, programmes, stations",
                "A (platform) leads M, and B contributes to it. It was launched in May 2016.",
                "# Positions",
                "On 23 January 2023 P. Speaker, Director General of A, saw no green light. Before, in 2017 A had supported “Joint flights”.",
                "# Restrictions and withdrawals",
                "The Ban Act has restricted A and B since April 2011.",
                "# In doubt",
                "Sources differ on M, “mass”: 1 t or 2 t.",
            ]
        );
    }

    #[test]
    fn what_concerns_one_alone_is_no_matter_of_both() {
        let both = said(&["m", "b"]);
        assert!(both.iter().any(|line| line.starts_with("A (platform) leads M, and B")), "{both:#?}");
        assert!(!both.iter().any(|line| line.contains("Ban Act")), "{both:#?}");
    }

    #[test]
    fn two_in_focus_and_a_subject_all_count() {
        let records = &[
            RECORDS[0],
            RECORDS[1],
            RECORDS[2],
            (
                Kind::Programme,
                r#"(id: "sats", name: "Sats", sources: ["s1"], summary: "Satellites.", partners: [
                (who: "a", as: Leads, sources: ["s1"]), (who: "b", as: Leads, sources: ["s1"])])"#,
            ),
            (
                Kind::Mission,
                r#"(id: "one", name: "Sat 1", sources: ["s1"], during: "2013-12-09/2013-12-09", status: Lost,
                partners: [(who: "a", as: Leads, sources: ["s1"]), (who: "b", as: Leads, sources: ["s1"])],
                part_of: [(of: "sats", sources: ["s1"])])"#,
            ),
            (
                Kind::Mission,
                r#"(id: "two", name: "Sat 2", sources: ["s1"], status: Development, part_of: [(of: "sats", sources: ["s1"])])"#,
            ),
        ];
        let atlas = of(records, &[]);
        let find = |id: &str| atlas.graph.find(id).unwrap();
        let lens = Lens { about: vec![find("sats")], ..Lens::on([find("a"), find("b")]) };
        let figure = Brief.figure(&atlas, &lens);
        assert_eq!(figure.title, "Brief: A and B on Sats");
        let Body::Page(page) = &figure.body else { panic!("a page") };
        let has = |said: &str| {
            page.blocks
                .iter()
                .any(|block| matches!(block, Block::Fact { value, .. } if value.plain() == said))
        };
        assert!(has("A and B led Sat 1. It was lost on 9 December 2013."), "{page:#?}");
        assert!(has("Sat 2 is in development."), "{page:#?}");
        assert!(
            !page
                .blocks
                .iter()
                .any(|block| matches!(block, Block::Fact { value, .. } if value.plain().contains("pact")))
        );
    }

    #[test]
    fn who_has_left_is_not_said_to_take_part() {
        let records = &[
            RECORDS[0],
            RECORDS[1],
            (
                Kind::Station,
                r#"(id: "hub", name: "Hub", sources: ["s1"], partners: [
                (who: "a", as: ContributesTo, sources: ["s1"]),
                (who: "b", as: ContributesTo, during: "../2022-07-12", sources: ["s2"])])"#,
            ),
        ];
        let figure = figure(&of(records, &[]), &Brief, &["a"], "");
        let Body::Page(page) = &figure.body else { panic!("a page") };
        let said = "A contributes to Hub, and B contributed to it until 12 July 2022.";
        let has = |block: &Block| matches!(block, Block::Fact { value, .. } if value.plain() == said);
        assert!(page.blocks.iter().any(has), "{page:#?}");
    }

    #[test]
    fn the_page_is_never_longer_than_a_page() {
        let text = "word ".repeat(20);
        let one = |weight: f64| Sentence {
            text: text.clone(),
            claims: Vec::new(),
            target: Target::NONE,
            weight,
            day: None,
        };
        let many = |title, least| {
            Section::of(title, (0..20).map(|number| one(f64::from(number))).collect(), least, 20)
        };
        let mut sections = vec![many("What it is", 1), many("Two", 5), many("Three", 1)];
        sections[0].sentences.truncate(2);
        assert_eq!(fit(&mut sections), 20);
        assert!(words(&sections) <= WORDS);
        assert_eq!(sections[0].sentences.len(), 2);
    }
}
