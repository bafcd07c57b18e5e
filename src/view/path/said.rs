//! A path in words.

use crate::graph::era::Seen;
use crate::graph::paths::{Hop, Route};
use crate::graph::{EntityId, LinkId, Phase};
use crate::model::kind::Kind;
use crate::model::relation::Relation;

/// "CONAE took part in SAC-D (mission, 2011), which NASA led; NASA operates the ISS."
pub(super) fn route(seen: Seen<'_>, route: &Route) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut hops = route.hops.iter().peekable();
    while let Some(hop) = hops.next() {
        let together = hops.peek().filter(|next| meets(seen, hop, next));
        if let Some(next) = together {
            parts.push(format!("{}, {}", sentence(seen, hop), clause(seen, next)));
            hops.next();
        } else {
            parts.push(sentence(seen, hop));
        }
    }
    parts.join("; ") + "."
}

/// Whether two hops lead to the same thing from both sides, so that one sentence says them.
fn meets(seen: Seen<'_>, hop: &Hop, next: &Hop) -> bool {
    let graph = seen.graph();
    let thing = !graph.entity(hop.to).kind.is_body() && graph.entity(hop.to).kind != Kind::Person;
    let into = |hop: &Hop, end: EntityId| hop.links.first().is_some_and(|&link| graph.link(link).to == end);
    thing && into(hop, hop.to) && into(next, hop.to)
}

fn sentence(seen: Seen<'_>, hop: &Hop) -> String {
    let graph = seen.graph();
    let Some(&id) = hop.links.first() else { return String::new() };
    let link = graph.link(id);
    let (from, to) = if link.relation.symmetric() { (hop.from, hop.to) } else { (link.from, link.to) };
    let [from, to] = [from, to].map(|id| graph.entity(id));
    format!("{} {} {}{}", from.short(), verb(seen, id), to.short(), remark(seen, hop, id))
}

/// What the far end is and when the tie was: " (mission, 2011)".
fn remark(seen: Seen<'_>, hop: &Hop, id: LinkId) -> String {
    let graph = seen.graph();
    let kind = graph.entity(hop.to).kind;
    let said = [Some(kind.name().to_owned()).filter(|_| !kind.is_body()), Some(graph.link(id).when())];
    let said: Vec<String> = said.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

/// The verb of a tie, in the past if it is over.
fn verb(seen: Seen<'_>, id: LinkId) -> &'static str {
    let link = seen.graph().link(id);
    let flown = seen.phase(seen.graph().entity(link.to).during) == Phase::Active;
    let relation = link.relation;
    if seen.tie_phase(id) != Phase::Ended && !(relation == Relation::Launches && flown) {
        return present(relation);
    }
    match relation {
        Relation::Leads => "led",
        Relation::ContributesTo => "contributed to",
        Relation::ParticipatesIn => "took part in",
        Relation::Funds => "funded",
        Relation::Launches => "launched",
        Relation::Operates => "operated",
        Relation::Hosts => "hosted",
        Relation::Proposes => "proposed",
        Relation::PartyTo => "was party to",
        Relation::MemberOf => "was a member of",
        Relation::ObserverOf => "was an observer at",
        Relation::AgreementWith => "had an agreement with",
        Relation::TrainsWith => "trained with",
        Relation::CrewOf => "was crew of",
        Relation::HoldsOfficeAt => "was in office at",
        Relation::EmployedBy => "worked at",
        Relation::PartOf => "was part of",
        Relation::Succeeds => "succeeded",
        Relation::Signed | Relation::WithdrewFrom | Relation::Restricts | Relation::LocatedIn => {
            relation.verb()
        }
    }
}

/// The verb of a sentence; those of the table stand without "is" where they head a list.
const fn present(relation: Relation) -> &'static str {
    match relation {
        Relation::PartyTo => "is party to",
        Relation::MemberOf => "is a member of",
        Relation::ObserverOf => "is an observer at",
        Relation::CrewOf => "is crew of",
        Relation::HoldsOfficeAt => "is in office at",
        Relation::PartOf => "is part of",
        relation => relation.verb(),
    }
}

/// The other side of a shared thing: "which NASA led", "in which NASA takes part".
fn clause(seen: Seen<'_>, hop: &Hop) -> String {
    let graph = seen.graph();
    let Some(&id) = hop.links.first() else { return String::new() };
    let who = graph.entity(hop.to).short();
    let verb = verb(seen, id);
    let preposition = verb.rsplit(' ').next().filter(|_| verb.contains(' '));
    match preposition.filter(|word| matches!(*word, "to" | "in" | "of" | "at" | "with")) {
        Some(word) => format!("{word} which {who} {}", verb.trim_end_matches(word).trim_end()),
        None => format!("which {who} {verb}"),
    }
}
