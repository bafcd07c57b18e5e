//! The relations between entities: one table with names, wording, allowed ends and strength.

use super::kind::Kind;
use super::standing::Rung;

use Kind::{
    Agency, Agreement, Company, Element, Facility, Institute, Mission, Organisation, Person, Programme,
    State, Station, Topic,
};

/// Everybody who can act.
const ACTORS: &[Kind] = &[State, Agency, Institute, Organisation, Company, Person];
/// Bodies with an address.
const BODIES: &[Kind] = &[State, Agency, Institute, Organisation, Company, Facility];
/// What is built, flown, run or agreed.
const WORKS: &[Kind] = &[
    Programme,
    Mission,
    Station,
    Element,
    Facility,
    Agreement,
    Organisation,
    Topic,
    Institute,
    Agency,
    Company,
];
/// Those who give something to a work: actors, and works that feed other works.
const GIVERS: &[Kind] =
    &[State, Agency, Institute, Organisation, Company, Person, Facility, Element, Programme, Mission, Topic];
const ANY: &[Kind] = Kind::ALL;

macro_rules! relations {
    ($( #[doc = $doc:literal] $member:ident, $name:literal, $verb:literal, $outward:literal, $inward:literal, $from:expr => $to:expr, $rung:expr; )+) => {
        crate::vocabulary! {
            /// How one entity is tied to another.
            pub enum Relation {
                $( #[doc = $doc] $member = $name ),+
            }
        }

        impl Relation {
            /// The verb from the first end to the second, for sentences: "contributes to".
            pub const fn verb(self) -> &'static str {
                match self { $(Self::$member => $verb),+ }
            }

            /// The word for the second end in a list of the first: "leads".
            pub const fn outward(self) -> &'static str {
                match self { $(Self::$member => $outward),+ }
            }

            /// The word for the first end in a list of the second: "led by".
            pub const fn inward(self) -> &'static str {
                match self { $(Self::$member => $inward),+ }
            }

            /// The kinds that may stand at the first and at the second end.
            pub const fn ends(self) -> (&'static [Kind], &'static [Kind]) {
                match self { $(Self::$member => ($from, $to)),+ }
            }

            /// How far such a tie goes by itself; `None` where it is no cooperation.
            pub const fn rung(self) -> Option<Rung> {
                match self { $(Self::$member => $rung),+ }
            }
        }
    };
}

relations! {
    /// Leads it or is its principal investigator.
    Leads, "leads", "leads", "leads", "led by", GIVERS => WORKS, Some(Rung::Mission);
    /// Gives hardware, data or services to it.
    ContributesTo, "contributes-to", "contributes to", "contributes", "contributor", GIVERS => WORKS, Some(Rung::Mission);
    /// Takes part without a lead or hardware that is named.
    ParticipatesIn, "participates-in", "takes part in", "takes part", "participant", GIVERS => WORKS, Some(Rung::Mission);
    /// Pays for it.
    Funds, "funds", "funds", "funds", "funded by", ACTORS => WORKS, Some(Rung::Agreement);
    /// Brings it into space.
    Launches, "launches", "launches", "launches", "launched by", ACTORS => WORKS, Some(Rung::Agreement);
    /// Runs it.
    Operates, "operates", "operates", "operates", "operated by", GIVERS => WORKS, Some(Rung::Mission);
    /// Gives it a place.
    Hosts, "hosts", "hosts", "hosts", "hosted by", GIVERS => WORKS, Some(Rung::Agreement);
    /// Puts it forward.
    Proposes, "proposes", "proposes", "proposes", "proposed by", ACTORS => WORKS, Some(Rung::Intent);
    /// Signed it.
    Signed, "signed", "signed", "signed", "signed by", ACTORS => &[Agreement, Programme, Mission, Topic], None;
    /// Is bound by it: ratified, acceded or is named as a party.
    PartyTo, "party-to", "party to", "party to", "party", ACTORS => &[Agreement, Programme], None;
    /// Left it.
    WithdrewFrom, "withdrew-from", "withdrew from", "left", "left by", ACTORS => WORKS, None;
    /// Is a member of it.
    MemberOf, "member-of", "member of", "member of", "member", ACTORS => &[Organisation, Agency, Institute, Programme], Some(Rung::Agreement);
    /// Sits in it without a vote.
    ObserverOf, "observer-of", "observer at", "observer at", "observer", ACTORS => &[Organisation, Agency], Some(Rung::Intent);
    /// Has an agreement with it that is not an entity of its own here; no direction.
    AgreementWith, "agreement-with", "has an agreement with", "agreement", "agreement", GIVERS => ANY, Some(Rung::Agreement);
    /// Trains with it; no direction.
    TrainsWith, "trains-with", "trains with", "trains with", "trains with", ACTORS => &[State, Agency, Organisation, Facility, Institute], Some(Rung::Crew);
    /// Flies or flew on it.
    CrewOf, "crew-of", "crew of", "crew of", "crew", &[Person] => &[Mission, Programme, Station], Some(Rung::Crew);
    /// Holds or held an office there.
    HoldsOfficeAt, "holds-office-at", "in office at", "office at", "officer", &[Person] => BODIES, None;
    /// Works or worked there.
    EmployedBy, "employed-by", "works at", "works at", "staff", &[Person] => BODIES, None;
    /// Bars or limits it.
    Restricts, "restricts", "restricts", "restricts", "restricted by", &[Agreement, Topic, Programme, State, Agency, Organisation] => ANY, None;
    /// Is a part of it, or is covered by it.
    PartOf, "part-of", "part of", "part of", "includes", ANY => ANY, None;
    /// Comes after it.
    Succeeds, "succeeds", "succeeds", "succeeds", "followed by", ANY => ANY, None;
    /// Has its seat there.
    LocatedIn, "located-in", "seated in", "seat in", "seat of", BODIES => &[State], None;
}

impl Relation {
    /// Whether the tie has no direction.
    pub const fn symmetric(self) -> bool {
        matches!(self, Self::AgreementWith | Self::TrainsWith)
    }
}
