//! What somebody thinks of a cooperation: nine positions in order, from promotion to prohibition.

crate::vocabulary! {
    /// The attitude of a holder to what a stance is about, strongest support first.
    pub enum Position {
        /// Promotes it actively, asks others to join.
        Champions = "champions",
        /// Agrees with it or welcomes it.
        Supports = "supports",
        /// Would take part or lets others take part.
        Open = "open",
        /// Yes, if something named comes true.
        Conditional = "conditional",
        /// Speaks of it without taking a side.
        Neutral = "neutral",
        /// Doubts it or sees a rival in it, without refusing.
        Reserved = "reserved",
        /// Refuses for itself.
        Declines = "declines",
        /// Rejects what others do or propose.
        Opposes = "opposes",
        /// Bars it by law or by an administrative act.
        Prohibits = "prohibits",
    }
}

impl Position {
    /// Height on the ladder: 4 for `champions`, 0 for `neutral`, −4 for `prohibits`.
    pub const fn height(self) -> i8 {
        4 - self as i8
    }

    /// Whether going from one position to the other crosses from one side of neutral to the other.
    pub const fn reverses(self, later: Self) -> bool {
        self.height().signum() * later.height().signum() < 0
    }

    /// The arrow shown beside the name: up for support, down for refusal, hollow where
    /// it is less than that. No two positions share one.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Champions => "▲▲",
            Self::Supports => "▲",
            Self::Open => "△",
            Self::Conditional => "◇",
            Self::Neutral => "●",
            Self::Reserved => "▽",
            Self::Declines => "▼",
            Self::Opposes => "▼▼",
            Self::Prohibits => "✕",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_is_symmetric_and_reversals_cross_it() {
        assert_eq!(Position::Champions.height(), 4);
        assert_eq!(Position::Neutral.height(), 0);
        assert_eq!(Position::Prohibits.height(), -4);
        assert!(Position::Supports.reverses(Position::Declines));
        assert!(!Position::Neutral.reverses(Position::Declines));
        assert!(!Position::Supports.reverses(Position::Open));
    }
}
