//! An edge of the graph.

use super::claim::Claim;
use super::id::EntityId;
use crate::model::date::Date;
use crate::model::record::{Group, Tie};
use crate::model::relation::Relation;
use crate::model::standing::Rung;

/// A dated, sourced, typed tie between two entities.
#[derive(Debug)]
pub struct Link {
    /// The first end: "ESA" of "ESA leads SMILE".
    pub from: EntityId,
    /// The second end.
    pub to: EntityId,
    /// The relation.
    pub relation: Relation,
    /// From when to when. A single moment is the start of something that lasts.
    pub during: Option<Date>,
    /// Dates at which a source saw it hold.
    pub seen: Vec<Date>,
    /// How far the tie goes; `None` where it is no cooperation.
    pub rung: Option<Rung>,
    /// Its grounds.
    pub claim: Claim,
    /// The tie as written.
    pub tie: Tie,
    /// The entity in whose record it is written.
    pub owner: EntityId,
    /// The list of that record in which it stands.
    pub group: Group,
}

impl Link {
    /// What is provided, or the title held.
    pub fn role(&self) -> Option<&str> {
        self.tie.role.as_deref()
    }

    /// The end that is not this one.
    pub fn other(&self, end: EntityId) -> EntityId {
        if self.from == end { self.to } else { self.from }
    }

    /// The dates as a reader wants them: "2015–", "2003–2007", "2021-03-09", "seen 2023-01".
    pub fn when(&self) -> String {
        match (self.during, self.seen.as_slice()) {
            (Some(date), _) => span(date),
            (None, []) => String::new(),
            (None, [one]) => format!("seen {one}"),
            (None, [first, .., last]) => format!("seen {first}, {last}"),
        }
    }
}

/// A date as a reader wants it: "2015–", "2003–2007", "–2014", "2021-03-09".
pub fn span(date: Date) -> String {
    match date {
        Date::At(moment) => moment.to_string(),
        Date::Span { from, to } => {
            let end =
                |moment: Option<crate::model::date::Moment>| moment.map_or(String::new(), |m| m.to_string());
            format!("{}–{}", end(from), end(to))
        }
    }
}
