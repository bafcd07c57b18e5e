//! What a user can ask for: one table of names and explanations, from which keys, palette and help are made.

use crate::view::VIEWS;

macro_rules! commands {
    ($( #[doc = $doc:literal] $member:ident = $name:literal, $section:ident; )+) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $( #[doc = $doc] $member, )+
            /// Shows a tab: its place in [`tabs`].
            Show(u8),
        }

        impl Action {
            /// Every command that is not a tab.
            pub const ALL: &[Self] = &[$(Self::$member),+];

            /// The name by which keymap and palette know it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$member => $name,)+
                    Self::Show(tab) => tabs().nth(tab.into()).unwrap_or_default(),
                }
            }

            /// What it does.
            pub fn doc(self) -> &'static str {
                match self {
                    $(Self::$member => $doc.trim_ascii(),)+
                    Self::Show(0) => "Explore: list, dossier, network and sources side by side",
                    Self::Show(tab) => VIEWS.iter().filter(|view| is_tab(view.name())).nth(usize::from(tab) - 1).map_or("", |view| view.doc()),
                }
            }

            /// The part of the help in which it stands.
            pub fn section(self) -> Section {
                match self {
                    $(Self::$member => Section::$section,)+
                    Self::Show(_) => Section::Look,
                }
            }
        }
    };
}

crate::vocabulary! {
    /// Parts of the help.
    pub enum Section {
        /// Moving the cursor.
        Move = "Move",
        /// Finding things.
        Find = "Find",
        /// Going from one to another.
        Go = "Go",
        /// Ways to look.
        Look = "Look",
        /// Taking things away.
        Take = "Take away",
        /// The program.
        Program = "Program",
    }
}

commands! {
    /// Up
    Up = "up", Move;
    /// Down
    Down = "down", Move;
    /// Left; in lists the pane to the left
    Left = "left", Move;
    /// Right; in lists the pane to the right
    Right = "right", Move;
    /// A page up
    PageUp = "page-up", Move;
    /// A page down
    PageDown = "page-down", Move;
    /// Half a page up
    HalfUp = "half-page-up", Move;
    /// Half a page down
    HalfDown = "half-page-down", Move;
    /// First line
    First = "first", Move;
    /// Last line
    Last = "last", Move;
    /// Next pane
    NextPane = "next-pane", Move;
    /// Previous pane
    PreviousPane = "previous-pane", Move;
    /// Search all names as you type
    Search = "search", Find;
    /// Filters of this view
    Filter = "filter", Find;
    /// Take all filters off
    ClearFilters = "clear-filters", Find;
    /// Sort the list, or the view, another way
    Sort = "sort", Find;
    /// As-of date: the world as it was
    AsOf = "as-of", Find;
    /// Known-by date: the world as it was known
    KnownBy = "known-by", Find;
    /// As-of date one year back
    YearBack = "year-back", Find;
    /// As-of date one year on
    YearOn = "year-on", Find;
    /// Mark what is under the cursor, or take its mark off
    Mark = "mark", Find;
    /// Take all marks off
    Unmark = "unmark-all", Find;
    /// The whole atlas instead of what is at the centre, and back
    Whole = "whole-atlas", Find;
    /// Choose the second entity of pair and path; elsewhere mark one more
    Other = "with-whom", Find;
    /// What can be set on this view: period, without, via, order
    Set = "set", Find;
    /// Open what is selected
    Open = "open", Go;
    /// Back to where you were
    Back = "back", Go;
    /// Forward again
    Forward = "forward", Go;
    /// Save this view under a name
    Save = "save-view", Go;
    /// Open a saved view
    Saved = "saved-views", Go;
    /// Next tab
    NextTab = "next-tab", Look;
    /// Previous tab
    PreviousTab = "previous-tab", Look;
    /// This pane only, and back
    Zoom = "zoom-pane", Look;
    /// Closer, on a map or an axis; in a network a step more
    ZoomIn = "zoom-in", Look;
    /// Farther; in a network a step less
    ZoomOut = "zoom-out", Look;
    /// Show or hide what lies behind a node of the network
    Unfold = "unfold", Look;
    /// What lies to the left, on a map or an axis
    PanLeft = "pan-left", Look;
    /// What lies to the right
    PanRight = "pan-right", Look;
    /// What lies above
    PanUp = "pan-up", Look;
    /// What lies below
    PanDown = "pan-down", Look;
    /// Next theme
    Theme = "theme", Look;
    /// Open the source in the browser
    Source = "open-source", Take;
    /// Show what the line under the cursor rests on
    Grounds = "show-sources", Take;
    /// Copy a name, a citation, the command of this view
    Copy = "copy", Take;
    /// Export this view to a file
    Export = "export", Take;
    /// Every command and every entity
    Palette = "palette", Program;
    /// This help; Enter runs the command
    Help = "help", Program;
    /// Faults found in the data
    Problems = "problems", Program;
    /// Mouse on or off; off lets the terminal select text
    Mouse = "mouse", Program;
    /// Draw the screen anew
    Redraw = "redraw", Program;
    /// Close what is open, clear the search; never quits
    Cancel = "cancel", Program;
    /// Suspend the program
    Suspend = "suspend", Program;
    /// Quit
    Quit = "quit", Program;
}

/// The list and the dossier make up the first tab; every other view has a tab of its own.
fn is_tab(view: &str) -> bool {
    !matches!(view, "list" | "entity")
}

/// The names of the tabs, in order.
pub fn tabs() -> impl Iterator<Item = &'static str> {
    let views = VIEWS.iter().map(|view| view.name()).filter(|name| is_tab(name));
    std::iter::once("explore").chain(views)
}

impl Action {
    /// Every command, the tabs included.
    pub fn every() -> impl Iterator<Item = Self> {
        let shows = (0..tabs().count() as u8).map(Self::Show);
        Self::ALL.iter().copied().chain(shows)
    }

    /// What else people call it.
    pub fn also(self) -> &'static [&'static str] {
        let view = match self {
            Self::Show(_) => VIEWS.iter().find(|view| view.name() == self.name()),
            _ => None,
        };
        view.map_or(&[], |view| view.also())
    }

    /// The command with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::every().find(|action| action.name() == name)
    }
}
