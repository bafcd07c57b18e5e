//! Entities, claims and sources as objects of JSON. What is not known is `null`.

use serde::Serialize;

use crate::export::matter::Matter;
use crate::graph::{Claim, ClaimId, EntityId, LinkId, MilestoneId, SourceId, StanceId};
use crate::model::word::Word;

#[derive(Serialize)]
pub(super) struct Entity<'a> {
    id: &'a str,
    kind: &'static str,
    name: &'a str,
    short: &'a str,
    names: Vec<Name<'a>>,
    aliases: Vec<&'a str>,
    country: Option<&'a str>,
    during: Option<String>,
    status: Option<&'static str>,
    summary: &'a str,
    confidence: &'static str,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct Name<'a> {
    text: &'a str,
    lang: Option<&'a str>,
    former: bool,
}

#[derive(Serialize)]
pub(super) struct Link<'a> {
    from: &'a str,
    relation: &'static str,
    to: &'a str,
    role: Option<&'a str>,
    during: Option<String>,
    seen: Vec<String>,
    phase: &'static str,
    rung: Option<&'static str>,
    level: Option<&'static str>,
    status: Option<&'a str>,
    note: Option<&'a str>,
    derived: bool,
    #[serde(flatten)]
    grounds: Grounds<'a>,
}

#[derive(Serialize)]
pub(super) struct Stance<'a> {
    id: &'a str,
    holder: &'a str,
    #[serde(rename = "as")]
    office: Option<&'a str>,
    #[serde(rename = "for")]
    body: Option<&'a str>,
    position: &'static str,
    about: &'a str,
    toward: Option<&'a str>,
    on: String,
    gist: &'a str,
    quote: Option<&'a str>,
    lang: Option<&'a str>,
    conditions: Option<&'a str>,
    note: Option<&'a str>,
    #[serde(flatten)]
    grounds: Grounds<'a>,
}

#[derive(Serialize)]
pub(super) struct Milestone<'a> {
    entity: &'a str,
    on: String,
    kind: &'static str,
    what: Option<&'a str>,
    expected: Option<String>,
    note: Option<&'a str>,
    #[serde(flatten)]
    grounds: Grounds<'a>,
}

/// What every claim has.
#[derive(Serialize)]
struct Grounds<'a> {
    confidence: &'static str,
    rank: &'static str,
    because: Option<&'a str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    number: u32,
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    author: Option<&'a str>,
    published: Option<String>,
    lang: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
    url: Option<&'a str>,
    seen_at: Option<&'a str>,
    weak: Option<&'a str>,
}

fn text(word: Option<&Word>) -> Option<&str> {
    word.map(Word::as_str)
}

impl<'a> Matter<'a> {
    pub(super) fn entity(&self, id: EntityId) -> Entity<'a> {
        let entity = self.graph.entity(id);
        let record = &entity.record;
        let name = |name: &'a crate::model::record::Name| Name {
            text: &name.text,
            lang: text(name.lang.as_ref()),
            former: name.former,
        };
        Entity {
            id: entity.id(),
            kind: entity.kind.name(),
            name: entity.name(),
            short: entity.given(),
            names: record.names.iter().map(name).collect(),
            aliases: record.aliases.iter().map(Word::as_str).collect(),
            country: entity.country.map(|id| self.graph.entity(id).id()),
            during: entity.during.map(|date| date.to_string()),
            status: record.status.map(crate::model::standing::Status::name),
            summary: entity.summary(),
            confidence: entity.claim.confidence.name(),
            sources: self.source_ids(ClaimId::Entity(id)),
        }
    }

    pub(super) fn link(&self, id: LinkId) -> Link<'a> {
        let link = self.graph.link(id);
        let tie = &link.tie;
        Link {
            from: self.graph.entity(link.from).id(),
            relation: link.relation.name(),
            to: self.graph.entity(link.to).id(),
            role: link.role(),
            during: link.during.map(|date| date.to_string()),
            seen: link.seen.iter().map(ToString::to_string).collect(),
            phase: self.seen.link_phase(id).name(),
            rung: link.rung.map(crate::model::standing::Rung::name),
            level: tie.level.map(crate::model::standing::Level::name),
            status: text(tie.status.as_ref()),
            note: text(tie.note.as_ref()),
            derived: tie.derived,
            grounds: self.grounds(ClaimId::Link(id)),
        }
    }

    pub(super) fn stance(&self, id: StanceId) -> Stance<'a> {
        let stance = self.graph.stance(id);
        let record = &stance.record;
        let named = |id: EntityId| self.graph.entity(id).id();
        Stance {
            id: &record.id,
            holder: named(stance.holder),
            office: text(record.office.as_ref()),
            body: stance.body.map(named),
            position: record.position.name(),
            about: named(stance.about),
            toward: stance.toward.map(named),
            on: stance.on.to_string(),
            gist: &record.gist,
            quote: text(record.quote.as_ref()),
            lang: text(record.lang.as_ref()),
            conditions: text(record.conditions.as_ref()),
            note: text(record.note.as_ref()),
            grounds: self.grounds(ClaimId::Stance(id)),
        }
    }

    pub(super) fn milestone(&self, id: MilestoneId) -> Milestone<'a> {
        let milestone = self.graph.milestone(id);
        let record = &milestone.record;
        Milestone {
            entity: self.graph.entity(milestone.entity).id(),
            on: milestone.on.to_string(),
            kind: record.kind.name(),
            what: text(record.what.as_ref()),
            expected: milestone.expected.map(|date| date.to_string()),
            note: text(record.note.as_ref()),
            grounds: self.grounds(ClaimId::Milestone(id)),
        }
    }

    fn grounds(&self, id: ClaimId) -> Grounds<'a> {
        let claim: &'a Claim = self.graph.claim(id);
        Grounds {
            confidence: claim.confidence.name(),
            rank: claim.rank.name(),
            because: claim.because.as_deref(),
            sources: self.source_ids(id),
        }
    }

    pub(super) fn source(&self, id: SourceId) -> Source<'a> {
        let source = self.graph.source(id);
        let record = &source.record;
        Source {
            number: self.number(id),
            id: source.id(),
            title: &record.title,
            publisher: &record.publisher,
            author: text(record.author.as_ref()),
            published: source.published.map(|date| date.to_string()),
            lang: text(record.lang.as_ref()),
            kind: record.kind.name(),
            url: text(record.url.as_ref()),
            seen_at: text(record.seen_at.as_ref()),
            weak: text(record.weak.as_ref()),
        }
    }
}
