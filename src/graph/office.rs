//! Who heads a body.

use super::era::{Phase, Seen};
use super::id::{EntityId, LinkId};
use crate::model::date::Date;
use crate::model::relation::Relation;

/// Titles of those who stand at the head of a body.
const HEADS: &[&str] = &[
    "administrator",
    "director general",
    "director-general",
    "president",
    "executive director",
    "secretary general",
    "secretary-general",
    "chief executive",
    "chairman",
    "chair",
    "director",
    "head",
];

/// What may stand behind such a title without making it a lesser one.
const WHOLE: &[&str] = &["", "of agency", "of the agency", "of the executive board", "of the institute"];

/// Whether a title is that of a head: "Acting Administrator" is, "Director of Science" is not.
pub fn is_head(title: &str) -> bool {
    let title = title.to_lowercase();
    let title = title.trim_start_matches("acting ").trim_start_matches("interim ");
    HEADS.iter().any(|head| {
        title.strip_prefix(head).is_some_and(|rest| {
            let rest = rest.trim_start();
            WHOLE.contains(&rest) || rest.starts_with(',') || rest.starts_with("and ")
        })
    })
}

impl Seen<'_> {
    /// The heads of a body, by the offices that are held at the date; those in office longest last.
    pub fn heads(self, body: EntityId) -> Vec<LinkId> {
        let graph = self.graph();
        let holds = |arc: &super::Arc| !arc.outward && arc.relation == Relation::HoldsOfficeAt;
        let mut heads: Vec<LinkId> = self
            .arcs(body)
            .filter(holds)
            .map(|arc| arc.link)
            .filter(|&id| self.link_phase(id) == Phase::Active)
            .filter(|&id| graph.link(id).role().is_some_and(is_head))
            .collect();
        let since = |id: LinkId| graph.link(id).during.and_then(Date::first);
        heads.sort_by_key(|&id| (std::cmp::Reverse(since(id)), id));
        heads
    }
}

#[cfg(test)]
mod tests {
    use super::is_head;

    #[test]
    fn heads_are_told_from_those_below_them() {
        for title in ["Administrator", "Acting Administrator", "Director General", "Head of Agency"] {
            assert!(is_head(title), "{title}");
        }
        assert!(is_head("Chairman and chief executive") && is_head("Chair of the Executive Board"));
        for title in
            ["Director of Science", "Deputy Director General", "Vice-president", "Head of flight programmes"]
        {
            assert!(!is_head(title), "{title}");
        }
    }
}
