//! Closed vocabularies: one macro makes the type, its names and its list from one table.

/// Declares an enum whose members each have one name, used in files, on the command line and on screen.
///
/// ```
/// spacepact::vocabulary! {
///     /// How warm it is.
///     pub enum Warmth {
///         /// Below zero.
///         Cold = "cold",
///         /// Above.
///         Warm = "warm",
///     }
/// }
/// assert_eq!(Warmth::from_name("cold"), Some(Warmth::Cold));
/// assert_eq!(Warmth::ALL.len(), 2);
/// assert_eq!(Warmth::Warm.doc(), "Above.");
/// ```
#[macro_export]
macro_rules! vocabulary {
    ($(#[$outer:meta])* pub enum $type:ident {
        $(#[doc = $doc:literal] $member:ident = $name:expr),+ $(,)?
    }) => {
        $(#[$outer])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $type {
            $(#[doc = $doc] $member),+
        }

        impl $type {
            /// All members, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$member),+];

            /// The name as it is shown and typed.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$member => $name),+ }
            }

            /// What the member means, in a sentence.
            pub fn doc(self) -> &'static str {
                match self { $(Self::$member => $doc),+ }.trim()
            }

            /// The member with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.name() == name)
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}
