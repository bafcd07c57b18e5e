//! Claims that rest on little, or on what is old.

use super::{Asked, Said, Section};
use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::ground::Ground;
use crate::graph::{ClaimId, EntityId, LinkId, Phase};
use crate::model::date::{Date, Day};
use crate::model::relation::Relation;
use crate::model::standing::Status;
use crate::view::Lack;
use crate::view::phrase::{date as told, publishers};
use crate::view::sieve::Sieve;
use crate::view::sources::describe;

/// Years after which a claim about the present is out of date.
const YEARS: i32 = 3;

pub(super) fn sections<'a>(asked: &'a Asked<'_>) -> Vec<Section<'a>> {
    let claims = claims(asked);
    let titles = [
        (Ground::Weak, Lack::Weak, "On weak sources and encyclopedias only"),
        (Ground::Single, Lack::Single, "On a single source"),
        (Ground::Secondary, Lack::FirstHand, "On several sources, none of them first-hand"),
    ];
    let graph = asked.seen.graph();
    let grounds: Vec<(ClaimId, Ground)> = claims.iter().map(|&claim| (claim, graph.ground(claim))).collect();
    let of = |ground: Ground| grounds.iter().filter(move |(_, own)| *own == ground).map(|(claim, _)| *claim);
    let mut sections: Vec<Section<'a>> = titles
        .into_iter()
        .map(|(ground, lack, title)| {
            Section::new(asked, lack, title, of(ground).collect(), |claim| said(asked, claim))
        })
        .collect();
    sections.push(stale(asked, &claims));
    sections
}

/// Every claim in sight that is about what is asked for and passes the filters. What follows from
/// other facts, as the seat of an agency does, has no grounds of its own.
fn claims(asked: &Asked<'_>) -> Vec<ClaimId> {
    let graph = asked.seen.graph();
    let about: Vec<ClaimId> = if asked.realm.is_empty() {
        graph.claims().collect()
    } else {
        graph.claims_about(&asked.realm).into_iter().collect()
    };
    let sieve = Sieve::new(asked.seen, &asked.lens.query);
    let derived = |claim: &ClaimId| matches!(claim, ClaimId::Link(id) if graph.link(*id).tie.derived);
    about.into_iter().filter(|claim| !derived(claim) && sieve.admits(*claim)).collect()
}

fn said(asked: &Asked<'_>, claim: ClaimId) -> Said {
    let graph = asked.seen.graph();
    let (_, date, what) = describe(graph, claim);
    let date = match claim {
        ClaimId::Milestone(id) => told(graph.milestone(id).on),
        ClaimId::Stance(id) => told(graph.stance(id).on),
        _ => date,
    };
    let weak = graph.ground(claim) == Ground::Weak;
    let why = Text::of(publishers(graph, claim), if weak { Role::Doubt } else { Role::Text });
    Said { date, what, why }
}

/// What is said of the present, on sources that are older than some years.
fn stale<'a>(asked: &'a Asked<'_>, claims: &[ClaimId]) -> Section<'a> {
    let seen = asked.seen;
    let graph = seen.graph();
    let title = format!("Said of the present, on sources older than {YEARS} years");
    let limit = seen.today().map(|today| Day(today.0 - YEARS * 365 - 1));
    let old = |claim: ClaimId| newest(seen, claim).zip(limit).is_some_and(|(day, limit)| day < limit);
    let gaps = claims.iter().copied().filter(|&claim| old(claim)).collect();
    Section::new(asked, Lack::Recent, title, gaps, move |claim| {
        let newest = newest(seen, claim).map_or(String::new(), |day| format!(" of {day}"));
        let why = format!("newest source{newest}, by {}", publishers(graph, claim));
        Said { why: Text::of(why, Role::Doubt), ..said(asked, claim) }
    })
}

/// The day of the newest source of a claim about the present: of a tie that goes on, or of all that is said
/// of what is still to come.
fn newest(seen: Seen<'_>, claim: ClaimId) -> Option<Day> {
    let graph = seen.graph();
    match claim {
        ClaimId::Link(id) if runs(seen, id) => graph.newest(claim),
        ClaimId::Entity(id) if ahead(seen, id) => {
            graph.claims_about(&[id]).into_iter().filter_map(|claim| graph.newest(claim)).max()
        }
        _ => None,
    }
}

/// Whether a tie is said to go on: an office, a share in something that is not over.
fn runs(seen: Seen<'_>, id: LinkId) -> bool {
    use Relation::{
        ContributesTo, EmployedBy, Funds, HoldsOfficeAt, Hosts, Leads, Operates, ParticipatesIn, Proposes,
        TrainsWith,
    };
    let graph = seen.graph();
    let link = graph.link(id);
    let lasts = matches!(
        link.relation,
        Leads
            | ContributesTo
            | ParticipatesIn
            | Funds
            | Operates
            | Hosts
            | Proposes
            | HoldsOfficeAt
            | EmployedBy
            | TrainsWith
    );
    let open =
        matches!(link.during, Some(Date::Span { to: None, .. })) && seen.link_phase(id) == Phase::Active;
    lasts && open && !over(seen, link.from) && !over(seen, link.to)
}

/// Whether something has come to its end.
fn over(seen: Seen<'_>, id: EntityId) -> bool {
    use Status::{Cancelled, Completed, Ended, Lost};
    let entity = seen.graph().entity(id);
    seen.phase(entity.during) == Phase::Ended
        || matches!(entity.record.status, Some(Completed | Cancelled | Lost | Ended))
}

/// Whether something is said to be still to come, or halted.
fn ahead(seen: Seen<'_>, id: EntityId) -> bool {
    use Status::{Development, Planned, Proposed, Suspended};
    matches!(seen.graph().entity(id).record.status, Some(Proposed | Planned | Development | Suspended))
}
