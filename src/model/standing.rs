//! How good a claim is, how far a tie goes and who really signed.

crate::vocabulary! {
    /// How sure we are of a claim.
    pub enum Confidence {
        /// Weak sources only, a single lesser source, or an inferred date.
        Low = "low",
        /// One established outlet, or two lesser ones of different publishers.
        Medium = "medium",
        /// A first-hand document, or two independent established sources.
        High = "high",
    }
}

crate::vocabulary! {
    /// Which of several contradicting claims is followed.
    pub enum Rank {
        /// Known to be wrong or superseded; kept so that nobody enters it again.
        Deprecated = "deprecated",
        /// Nothing speaks against it.
        Normal = "normal",
        /// The one to follow among claims that disagree.
        Preferred = "preferred",
    }
}

crate::vocabulary! {
    /// How far a tie goes, weakest first.
    pub enum Rung {
        /// Words of intent: a letter, a joint statement, a political declaration.
        Intent = "intent",
        /// A memorandum of understanding or a like arrangement.
        Memorandum = "memorandum",
        /// A binding agreement or a contract.
        Agreement = "agreement",
        /// A treaty or convention between states.
        Treaty = "treaty",
        /// Hardware or operations shared in a mission, programme, station or facility.
        Mission = "mission",
        /// People of both sides trained or flown together.
        Crew = "crew",
    }
}

crate::vocabulary! {
    /// Who really signed.
    pub enum Level {
        /// A company.
        Company = "company",
        /// A university, an institute, a laboratory.
        Institute = "institute",
        /// A space agency or another body of a government.
        Agency = "agency",
        /// The state itself.
        State = "state",
    }
}

crate::vocabulary! {
    /// The form of an agreement.
    pub enum Instrument {
        /// A treaty or convention between states.
        Treaty = "treaty",
        /// An agreement, framework agreement or implementing agreement.
        Agreement = "agreement",
        /// A memorandum of understanding.
        Memorandum = "memorandum",
        /// A letter of intent, a joint statement, a declaration.
        Intent = "intent",
        /// A commercial or institutional contract, a barter.
        Contract = "contract",
        /// A law, a regulation, an act of a parliament.
        Law = "law",
        /// A resolution or decision of an international body.
        Resolution = "resolution",
        /// A code of conduct, guidelines, a charter, accords: political, not binding.
        Principles = "principles",
    }
}

impl Instrument {
    /// How far a tie under such an instrument goes; laws and resolutions tie nobody to anybody.
    pub const fn rung(self) -> Option<Rung> {
        match self {
            Self::Treaty => Some(Rung::Treaty),
            Self::Agreement | Self::Contract => Some(Rung::Agreement),
            Self::Memorandum => Some(Rung::Memorandum),
            Self::Intent | Self::Principles => Some(Rung::Intent),
            Self::Law | Self::Resolution => None,
        }
    }
}

crate::vocabulary! {
    /// What state something is in, at the date of its sources.
    pub enum Status {
        /// Proposed, studied or negotiated.
        Proposed = "proposed",
        /// Decided, not yet built.
        Planned = "planned",
        /// Being built.
        Development = "in development",
        /// Flying, running, in force.
        Operating = "operating",
        /// In force (agreements, laws).
        InForce = "in force",
        /// Halted for now.
        Suspended = "suspended",
        /// Came to its planned end.
        Completed = "completed",
        /// Given up before its end.
        Cancelled = "cancelled",
        /// Failed or lost.
        Lost = "lost",
        /// Dissolved, replaced or no longer in force.
        Ended = "ended",
    }
}
