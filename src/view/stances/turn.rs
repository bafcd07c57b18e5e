//! What changed from one stance of an actor to its next one on the same issue.

use crate::figure::{Role, Text};
use crate::graph::link::span;
use crate::graph::{Graph, StanceId};
use crate::view::years::Stretch;

crate::vocabulary! {
    /// A change of position.
    pub enum Turn {
        /// From one side of neutral to the other, by the same speaker.
        Reversed = "turned",
        /// From one side of neutral to the other, by another speaker of the same body.
        Relayed = "another speaker",
        /// Nearer to support.
        Warmer = "rose",
        /// Nearer to refusal.
        Cooler = "fell",
    }
}

impl Turn {
    /// The change between two stances; `None` if the position is the same.
    pub(in crate::view) fn between(graph: &Graph, before: StanceId, id: StanceId) -> Option<Self> {
        let (from, to) = (graph.stance(before).record.position, graph.stance(id).record.position);
        match from.height().cmp(&to.height()) {
            _ if from.reverses(to) && graph.stance(before).holder == graph.stance(id).holder => {
                Some(Self::Reversed)
            }
            _ if from.reverses(to) => Some(Self::Relayed),
            std::cmp::Ordering::Less => Some(Self::Warmer),
            std::cmp::Ordering::Greater => Some(Self::Cooler),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The sign behind the position.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Reversed => "⇄",
            Self::Relayed => "⇆",
            Self::Warmer => "↗",
            Self::Cooler => "↘",
        }
    }

    /// The role of the sign.
    pub const fn role(self) -> Role {
        match self {
            Self::Reversed | Self::Relayed => Role::Accent,
            Self::Warmer | Self::Cooler => Role::Muted,
        }
    }

    /// The change in words: "reverses no. 3 of 2017-08: supports → declines".
    ///
    /// `number` is the place of the earlier stance in the ledger, if it is shown there.
    pub(in crate::view) fn told(
        self,
        graph: &Graph,
        before: StanceId,
        id: StanceId,
        number: Option<usize>,
    ) -> Text {
        let (earlier, later) = (graph.stance(before), graph.stance(id));
        let verb = match self {
            Self::Reversed => "reverses",
            Self::Relayed => "differs, by another speaker, from",
            Self::Warmer => "warmer than",
            Self::Cooler => "cooler than",
        };
        let which = number.map_or_else(|| "the stance".to_owned(), |number| format!("no. {number}"));
        let (from, to) = (earlier.record.position, later.record.position);
        let text = Text::of(format!("{} {verb} {which} of {}: ", self.sign(), span(earlier.on)), self.role())
            .and(from.name(), Role::Position(from))
            .and(" → ", Role::Muted)
            .and(to.name(), Role::Position(to));
        if Stretch::of(earlier.on).meets(Stretch::of(later.on)) {
            return text.and(" (the dates overlap: which came first is not certain)", Role::Doubt);
        }
        text
    }
}
