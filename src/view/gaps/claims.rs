//! Claims that rest on little, or on what is old.

use super::{Asked, Gap, Section};
use crate::figure::{Role, Text};
use crate::graph::era::Seen;
use crate::graph::ground::Ground;
use crate::graph::{ClaimId, EntityId, LinkId, Phase};
use crate::model::date::{Date, Day};
use crate::model::relation::Relation;
use crate::model::standing::Status;
use crate::view::phrase::{date as told, publishers, short};
use crate::view::sieve::Sieve;
use crate::view::sources::describe;

/// Years after which a claim about the present is out of date.
const YEARS: i32 = 3;

pub(super) fn sections(asked: &Asked<'_>) -> Vec<Section> {
    let claims = claims(asked);
    let titles = [
        (Ground::Weak, "On weak sources and encyclopedias only"),
        (Ground::Single, "On a single source"),
        (Ground::Secondary, "On several sources, none of them first-hand"),
    ];
    let graph = asked.seen.graph();
    let mut sections: Vec<Section> = titles
        .into_iter()
        .map(|(ground, title)| {
            let poor = claims.iter().copied().filter(|&claim| graph.ground(claim) == ground);
            Section { title: title.to_owned(), gaps: poor.map(|claim| gap(asked, claim)).collect() }
        })
        .collect();
    for section in &mut sections {
        order(asked.seen, &mut section.gaps);
    }
    sections.push(stale(asked, &claims));
    sections
}

/// The best connected first.
pub(super) fn order(seen: Seen<'_>, gaps: &mut [Gap]) {
    let graph = seen.graph();
    gaps.sort_by_key(|gap| (std::cmp::Reverse(graph.degree(gap.of)), gap.of, gap.claim));
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

fn gap(asked: &Asked<'_>, claim: ClaimId) -> Gap {
    let graph = asked.seen.graph();
    let (sort, date, text, of) = describe(graph, claim);
    let date = match claim {
        ClaimId::Milestone(id) => told(graph.milestone(id).on),
        ClaimId::Stance(id) => told(graph.stance(id).on),
        _ => date,
    };
    let weak = graph.ground(claim) == Ground::Weak;
    let why = Text::of(publishers(graph, claim), if weak { Role::Doubt } else { Role::Text });
    let what = if sort == "stance" { text } else { said(asked, claim).unwrap_or(text) };
    Gap { of, date, what, why, claim }
}

/// An entity by its name and what kind of claim it is: the summary would say what is not in doubt.
fn said(asked: &Asked<'_>, claim: ClaimId) -> Option<Text> {
    let ClaimId::Entity(id) = claim else { return None };
    let graph = asked.seen.graph();
    Some(short(graph, id).and(format!("  {}", graph.entity(id).summary()), Role::Muted))
}

/// What is said of the present, on sources that are older than some years.
fn stale(asked: &Asked<'_>, claims: &[ClaimId]) -> Section {
    let seen = asked.seen;
    let graph = seen.graph();
    let title = format!("Said of the present, on sources older than {YEARS} years");
    let Some(limit) = seen.today().map(|today| Day(today.0 - YEARS * 365 - 1)) else {
        return Section { title, gaps: Vec::new() };
    };
    let old = |claim: ClaimId| graph.newest(claim).filter(|&day| day < limit);
    let mut gaps: Vec<Gap> = Vec::new();
    for &claim in claims {
        let newest = match claim {
            ClaimId::Link(id) if runs(seen, id) => old(claim),
            ClaimId::Entity(id) if ahead(seen, id) => {
                let all = graph.claims_about(&[id]).into_iter().filter_map(|claim| graph.newest(claim)).max();
                all.filter(|&day| day < limit)
            }
            _ => None,
        };
        if let Some(newest) = newest {
            let why = format!("newest source of {newest}, by {}", publishers(graph, claim));
            gaps.push(Gap { why: Text::of(why, Role::Doubt), ..gap(asked, claim) });
        }
    }
    order(seen, &mut gaps);
    Section { title, gaps }
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
