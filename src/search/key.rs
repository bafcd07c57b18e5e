//! The keys of filters: one table with names, meanings and what each says something about.

crate::vocabulary! {
    /// The sorts of thing that a filter can be asked about.
    pub enum Sort {
        /// A node.
        Entity = "entity",
        /// A tie between two entities.
        Link = "link",
        /// A position that was taken.
        Stance = "stance",
        /// A dated event.
        Milestone = "milestone",
    }
}

macro_rules! keys {
    ($( #[doc = $doc:literal] $member:ident, $name:literal, $value:literal, $either:literal, [$($sort:ident),+]; )+) => {
        crate::vocabulary! {
            /// What stands in front of the colon of a filter.
            pub enum Key {
                $( #[doc = $doc] $member = $name ),+
            }
        }

        impl Key {
            /// What stands behind the colon, in words.
            pub const fn value(self) -> &'static str {
                match self { $(Self::$member => $value),+ }
            }

            /// Whether several filters of this key are alternatives, because a thing has only one such
            /// value; else all of them must hold, save for those with commas between their values.
            pub const fn alternatives(self) -> bool {
                match self { $(Self::$member => $either),+ }
            }

            /// Whether several values may stand behind the colon, with commas between them.
            pub const fn lists(self) -> bool {
                self.alternatives() || matches!(self, Self::Of | Self::With | Self::By | Self::About | Self::Topic)
            }

            /// The sorts of thing that the filter judges; all others it lets pass.
            pub const fn judges(self) -> &'static [Sort] {
                match self { $(Self::$member => &[$(Sort::$sort),+]),+ }
            }
        }
    };
}

keys! {
    /// The sort of entity.
    Kind, "kind", "a kind of entity", true, [Entity, Milestone];
    /// Belongs to the state or has its seat there; a stance: its holder does.
    In, "in", "a state or its two letters", true, [Entity, Stance, Milestone];
    /// Is a part or a member of it, or holds an office or works there.
    Of, "of", "an entity", false, [Entity, Stance, Milestone];
    /// Has a tie with it; a link: one end is it; a stance: it, or somebody of that state, is holder, issue or addressee.
    With, "with", "an entity", false, [Entity, Link, Stance, Milestone];
    /// Is led, made, run, signed, held by it: the first end of the tie, the holder of the stance.
    By, "by", "an entity", false, [Entity, Link, Stance, Milestone];
    /// Has taken a position on it.
    About, "about", "an entity", false, [Entity, Stance];
    /// Has taken this position.
    Position, "position", "a position", true, [Entity, Stance];
    /// Is in this state.
    Status, "status", "a status", true, [Entity, Milestone];
    /// Is an agreement of this form: treaty, agreement, memorandum (MoU), letter of intent and others.
    Form, "form", "a form of agreement", true, [Entity, Milestone];
    /// Is planned, active, ended or undated at the date one looks from; a tie to what is over is over.
    Phase, "phase", "planned, active, ended or undated", true, [Entity, Link, Milestone];
    /// Touches the topic; a stance: is about it.
    Topic, "topic", "a topic", false, [Entity, Stance, Milestone];
    /// Has served in so many agencies and organisations, or in more.
    Posts, "posts", "a number", true, [Entity];
    /// Lasts until then or later.
    From, "from", "a date", false, [Entity, Link, Stance, Milestone];
    /// Begins by then.
    To, "to", "a date", false, [Entity, Link, Stance, Milestone];
    /// Rests on grounds of this quality.
    Confidence, "confidence", "low, medium or high", true, [Entity, Link, Stance, Milestone];
}
