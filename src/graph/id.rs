//! Small numbers that name the things of a graph. They are good for that graph only.

macro_rules! ids {
    ($( #[doc = $doc:literal] $name:ident; )+) => {
        $(
            #[doc = $doc]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub(super) u32);

            impl $name {
                /// Place in the table of its sort.
                pub const fn index(self) -> usize {
                    self.0 as usize
                }
            }
        )+
    };
}

ids! {
    /// Number of an entity.
    EntityId;
    /// Number of a link.
    LinkId;
    /// Number of a stance.
    StanceId;
    /// Number of a milestone.
    MilestoneId;
    /// Number of a source.
    SourceId;
}

/// Number of a claim: anything that rests on sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimId {
    /// Name, dates and summary of an entity.
    Entity(EntityId),
    /// A link.
    Link(LinkId),
    /// A stance.
    Stance(StanceId),
    /// A milestone.
    Milestone(MilestoneId),
    /// One of the values on which sources of an entity disagree.
    Dispute(EntityId, u16),
}
