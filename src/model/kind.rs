//! The kinds of entity: one table, and everything about a kind is in its row.

use super::record::Group;

macro_rules! kinds {
    ($( #[doc = $doc:literal] $member:ident, $article:literal $name:literal, $plural:literal, $glyph:literal, $letter:literal, $began:literal, [$($group:ident),*]; )+) => {
        crate::vocabulary! {
            /// What sort of thing an entity is.
            pub enum Kind {
                $( #[doc = $doc] $member = $name ),+
            }
        }

        impl Kind {
            /// The name with its article: "an agency".
            pub const fn with_article(self) -> &'static str {
                match self { $(Self::$member => concat!($article, " ", $name)),+ }
            }

            /// The folder of this kind under `data/`, and its plural on screen.
            pub const fn plural(self) -> &'static str {
                match self { $(Self::$member => $plural),+ }
            }

            /// The mark shown before a name of this kind: one cell wide, in every common terminal font.
            pub const fn glyph(self) -> char {
                match self { $(Self::$member => $glyph),+ }
            }

            /// The same mark in ASCII.
            pub const fn letter(self) -> char {
                match self { $(Self::$member => $letter),+ }
            }

            /// What the first date of such an entity is called.
            pub const fn began(self) -> &'static str {
                match self { $(Self::$member => $began),+ }
            }

            /// The groups of ties that a record of this kind may own.
            pub const fn groups(self) -> &'static [Group] {
                match self { $(Self::$member => &[$(Group::$group),*]),+ }
            }

            /// The kind whose records are kept in this folder.
            pub fn from_plural(plural: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.plural() == plural)
            }
        }
    };
}

kinds! {
    /// A country, present or former.
    State, "a" "state", "states", '◉', 'S', "founded", [Ties, Restricts, Succeeds];
    /// A governmental space agency or another body of a government with a task in space.
    Agency, "an" "agency", "agencies", '◆', 'A', "founded", [Members, PartOf, Succeeds, LocatedIn, Ties, Restricts, Partners];
    /// A research institute, university or laboratory.
    Institute, "an" "institute", "institutes", '◈', 'I', "founded", [Members, PartOf, Succeeds, LocatedIn, Ties, Partners];
    /// An intergovernmental, non-governmental or parliamentary body.
    Organisation, "an" "organisation", "organisations", '❖', 'O', "founded", [Members, PartOf, Succeeds, LocatedIn, Ties, Restricts, Partners];
    /// A company.
    Company, "a" "company", "companies", '◇', 'C', "founded", [PartOf, Succeeds, LocatedIn, Ties, Partners];
    /// A programme, a launcher family or a constellation.
    Programme, "a" "programme", "programmes", '▣', 'G', "begun", [Partners, PartOf, Succeeds, Restricts, Parties];
    /// A flight with a purpose of its own: a satellite, a probe, a crewed flight.
    Mission, "a" "mission", "missions", '▲', 'M', "launched", [Partners, PartOf, Succeeds, Parties];
    /// A space station.
    Station, "a" "station", "stations", '⌂', 'T', "begun", [Partners, PartOf, Succeeds];
    /// An instrument, module, lander or rover that is part of something else.
    Element, "an" "element", "elements", '▪', 'E', "launched", [Partners, PartOf, Succeeds];
    /// A treaty, memorandum, law, resolution, declaration or decision.
    Agreement, "an" "agreement", "agreements", '■', 'D', "signed", [Parties, PartOf, Succeeds, Restricts];
    /// A person who shapes cooperation.
    Person, "a" "person", "people", '●', 'P', "born", [Offices, Work, Flights, Training];
    /// A ground station, launch site, laboratory or test site.
    Facility, "a" "facility", "facilities", '⊞', 'F', "opened", [Partners, PartOf, LocatedIn, Succeeds];
    /// An issue on which positions are taken.
    Topic, "a" "topic", "topics", '○', 'Q', "raised", [Partners, PartOf, Restricts, Parties];
}

impl Kind {
    /// Whether it can act for itself; persons act for others.
    pub const fn is_body(self) -> bool {
        use Kind::{Agency, Company, Institute, Organisation, State};
        matches!(self, State | Agency | Institute | Organisation | Company)
    }

    /// Whether it can hold a position.
    pub const fn is_actor(self) -> bool {
        self.is_body() || matches!(self, Self::Person)
    }

    /// Whether it is built, flown, run or agreed by several.
    pub const fn is_work(self) -> bool {
        use Kind::{Agreement, Element, Facility, Mission, Programme, Station};
        matches!(self, Programme | Mission | Station | Element | Facility | Agreement)
    }
}
