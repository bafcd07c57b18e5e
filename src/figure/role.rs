//! What ink means. A theme turns a role into a colour; nothing before the theme knows one.

use crate::model::kind::Kind;
use crate::model::position::Position;

/// The meaning of a piece of text or of a stroke.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Text,
    /// Labels, counts, what is beside the point.
    Muted,
    /// Frames and grid lines.
    Border,
    /// The thing in focus, keys, headings.
    Accent,
    /// The colour of a kind of entity.
    Kind(Kind),
    /// Footnote numbers and addresses.
    Link,
    /// Confirmed, reached, launched.
    Good,
    /// Doubtful: low confidence, disputed, delayed.
    Doubt,
    /// Wrong, failed, forbidden.
    Bad,
    /// Over, suspended, withdrawn.
    Ended,
    /// The colour of a position, from support to refusal.
    Position(Position),
    /// One of five steps of a ramp, 0 the faintest.
    Heat(u8),
    /// Letters on a ground of one of these steps.
    Ground(u8),
}
