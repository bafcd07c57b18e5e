//! What one looks through: the entities in focus, two dates, filters, depth, order.

use super::Misread;
use super::phrase::names;
use crate::graph::blocs::Period;
use crate::graph::sets::{Count, Sets};
use crate::graph::{EntityId, Era, Graph, SourceId};
use crate::layout::globe::Window;
use crate::model::date::Moment;
use crate::model::standing::Rung;
use crate::search::Query;

crate::vocabulary! {
    /// The order of a list.
    pub enum Sort {
        /// The best connected first.
        Links = "links",
        /// By name.
        Name = "name",
        /// The newest first.
        Date = "date",
        /// The oldest first.
        Oldest = "oldest",
        /// By holder, those who turned first, the words of each together.
        Holder = "holder",
        /// By the ties of those who signed, the newest first, with the words of each.
        Tie = "signature",
    }
}

impl Sort {
    /// Those of a list of entities.
    pub const LISTED: &[Self] = &[Self::Links, Self::Name, Self::Date];

    /// Those of what was said.
    pub const SAID: &[Self] = &[Self::Oldest, Self::Date, Self::Holder, Self::Tie];
}

crate::vocabulary! {
    /// The order of the rows of a matrix.
    pub enum Order {
        /// Those that are tied, or that think alike, lie together.
        Likeness = "likeness",
        /// The best tied first.
        Links = "links",
        /// From west to east, by seat.
        Place = "place",
        /// By name.
        Name = "name",
    }
}

crate::vocabulary! {
    /// What the cells of a matrix tell.
    pub enum Cells {
        /// What actors share.
        Ties = "ties",
        /// Which positions they take.
        Stances = "stances",
    }
}

crate::vocabulary! {
    /// What of the blocs is listed.
    pub enum Show {
        /// All members of each bloc.
        Members = "members",
        /// Only those who went from one bloc to another.
        Movers = "movers",
    }
}

crate::vocabulary! {
    /// How changes are listed.
    pub enum Listed {
        /// Under headings, by their kind or by whom they concern.
        Kinds = "kinds",
        /// In one list, in the order of their days.
        Steps = "steps",
    }
}

crate::vocabulary! {
    /// What may be missing.
    pub enum Lack {
        /// A source that is neither weak nor an encyclopedia.
        Weak = "weak",
        /// A second source.
        Single = "single",
        /// A source from those who act.
        FirstHand = "first-hand",
        /// A source of these years.
        Recent = "recent",
        /// A deed after the promise.
        Deed = "deed",
        /// A position.
        Position = "position",
        /// A head of the agency.
        Head = "head",
        /// A tie.
        Tie = "signature",
    }
}

/// A way to look at the atlas. Two equal lenses give the same figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Lens {
    /// The entities in focus.
    pub focus: Vec<EntityId>,
    /// The world as it was at the end of this year, month or day.
    pub at: Option<Moment>,
    /// The world as it was known at the end of this year, month or day.
    pub known_by: Option<Moment>,
    /// Words and filters.
    pub query: Query,
    /// How many steps to go around the focus.
    pub depth: u8,
    /// Entities around which a network goes one step more.
    pub expanded: Vec<EntityId>,
    /// Entities through which a network reaches nothing.
    pub collapsed: Vec<EntityId>,
    /// The order of a list.
    pub sort: Sort,
    /// The source whose claims are asked for.
    pub source: Option<SourceId>,
    /// Entities that are passed over.
    pub without: Vec<EntityId>,
    /// Entities that must be passed.
    pub via: Vec<EntityId>,
    /// The least rung of a tie.
    pub rung: Option<Rung>,
    /// The beginning of a period.
    pub from: Option<Moment>,
    /// The end of a period.
    pub to: Option<Moment>,
    /// The version of the data with which today's is compared.
    pub since: Option<String>,
    /// What it is about, beside the focus: one of these.
    pub about: Vec<EntityId>,
    /// The part of a map that is seen; `None`: what the map shows fills it.
    pub window: Option<Window>,
    /// Sets of members, in place of the focus.
    pub sets: Option<Sets>,
    /// Who counts as a member.
    pub count: Count,
    /// The order of the rows of a matrix.
    pub order: Order,
    /// What the cells of a matrix tell; `None`: what suits the focus.
    pub cells: Option<Cells>,
    /// What of the blocs is listed.
    pub show: Show,
    /// How changes are listed; `None`: as suits the focus.
    pub listed: Option<Listed>,
    /// Stretches of time that are told apart; empty: those of the view.
    pub periods: Vec<Period>,
    /// The one sort of gap that is listed, as a whole.
    pub lack: Option<Lack>,
}

impl Default for Lens {
    fn default() -> Self {
        Self {
            focus: Vec::new(),
            at: None,
            known_by: None,
            query: Query::default(),
            depth: 1,
            expanded: Vec::new(),
            collapsed: Vec::new(),
            sort: Sort::Links,
            source: None,
            without: Vec::new(),
            via: Vec::new(),
            rung: None,
            from: None,
            to: None,
            since: None,
            about: Vec::new(),
            window: None,
            sets: None,
            count: Count::Members,
            order: Order::Likeness,
            cells: None,
            show: Show::Members,
            listed: None,
            periods: Vec::new(),
            lack: None,
        }
    }
}

impl Lens {
    /// A lens on these entities, everything else as it comes.
    pub fn on(focus: impl Into<Vec<EntityId>>) -> Self {
        Self { focus: focus.into(), ..Self::default() }
    }

    /// The two dates as days: a year means its last day, so that `2015` shows what there was by its end.
    pub fn era(&self) -> Era {
        Era { at: self.at.map(Moment::last), known_by: self.known_by.map(Moment::last) }
    }

    /// What is said of an as-of date after the day on which the data ends.
    pub fn beyond(&self, graph: &Graph) -> Option<String> {
        let (at, ends) = (self.era().at?, graph.as_of()?);
        (at > ends).then(|| format!("the data ends on {ends}; of later days only plans are known"))
    }

    /// Says what is wrong with several options together.
    pub fn check(&self) -> Result<(), Misread> {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from.first() > to.last() => Err(Misread::Period(from, to)),
            _ => Ok(()),
        }
    }

    /// Everything that narrows the view, with what only some views have: "without ISS", "from 2015".
    pub fn told(&self, graph: &Graph) -> Vec<String> {
        let mut told = Vec::new();
        for (word, ids) in [("without", &self.without), ("via", &self.via)] {
            if !ids.is_empty() {
                told.push(format!("{word} {}", names(graph, ids)));
            }
        }
        told.extend(self.rung.map(|rung| format!("{rung} or more")));
        told.extend(self.from.map(|date| format!("from {date}")));
        told.extend(self.to.map(|date| format!("to {date}")));
        told.extend(self.limits());
        told
    }

    /// The note of a figure: what there is of it, and what narrows the view.
    pub fn note(&self, mut parts: Vec<String>) -> String {
        parts.extend(self.limits());
        parts.join(" · ")
    }

    /// What narrows the view, as it is said in titles: "as of 2015", "known by 2016-03", "kind:mission".
    pub fn limits(&self) -> Vec<String> {
        let mut limits = Vec::new();
        limits.extend(self.at.map(|at| format!("as of {at}")));
        limits.extend(self.known_by.map(|by| format!("known by {by}")));
        let query = self.query.to_string();
        if !query.is_empty() {
            limits.push(query);
        }
        limits
    }
}
