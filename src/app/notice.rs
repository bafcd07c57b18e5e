//! What is said in the last line until the next key.

/// A short message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// The text; empty if there is none.
    pub text: String,
    /// Whether something went wrong.
    pub warning: bool,
}

impl Notice {
    /// What is said when the program starts.
    pub fn welcome() -> Self {
        Self::say("/ finds anybody by any name · v lists the views · ? explains keys and signs")
    }

    /// Something that went right.
    pub fn say(text: impl Into<String>) -> Self {
        Self { text: text.into(), warning: false }
    }

    /// Something that went wrong.
    pub fn warn(text: impl Into<String>) -> Self {
        Self { text: text.into(), warning: true }
    }
}
