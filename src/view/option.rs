//! What can be set on a lens by name: one row an option, read by the shell, the screen and saved views alike.

mod groups;

use std::fmt;

use super::{Lens, Sort};
use crate::atlas::Atlas;
use crate::graph::release::Release;
use crate::layout::globe::{Window, wrapped};
use crate::model::date::{DateError, Moment};
use crate::model::standing::Rung;
use crate::search::{Query, QueryError, SetsError, Unresolved};

pub use groups::{CELLS, COUNT, LACK, LISTED, ORDER, PERIODS, SETS, SHOW};

/// Something that can be set on a lens.
pub struct Opt {
    /// Its name: `--at` in the shell, "at" on screen.
    pub name: &'static str,
    /// What its value is called: `DATE`.
    pub value: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Whether it stands without its name, behind the entities: `overlap "a & b"`.
    pub bare: bool,
    /// The only values that it takes, with what they mean; empty if it takes more than can be listed.
    pub choices: fn() -> Vec<(&'static str, &'static str)>,
    /// Sets it. An empty text takes it off.
    pub read: fn(&str, &Atlas, &mut Lens) -> Result<(), Misread>,
    /// Its value on a lens, if it is set.
    pub write: fn(&Lens, &Atlas) -> Option<String>,
}

impl fmt::Debug for Opt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl PartialEq for Opt {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Opt {}

/// A value that cannot be read.
#[derive(Debug)]
pub enum Misread {
    /// A date: the option, what was written, what is wrong.
    Date(&'static str, String, DateError),
    /// A name that is no entity's, or that of several.
    Name(Unresolved),
    /// Filters.
    Query(QueryError),
    /// Sets of members.
    Sets(SetsError),
    /// No source has this id.
    Source(String),
    /// A period that ends before it begins.
    Period(Moment, Moment),
    /// No release has this version; the versions that are known.
    Release(String, Vec<String>),
    /// The record of this release is none.
    Record(String),
    /// None of the values that the option takes.
    Choice {
        /// The option.
        option: &'static str,
        /// What was written.
        text: String,
        /// What it takes.
        takes: String,
    },
}

impl From<Unresolved> for Misread {
    fn from(error: Unresolved) -> Self {
        Self::Name(error)
    }
}

impl From<QueryError> for Misread {
    fn from(error: QueryError) -> Self {
        Self::Query(error)
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(option, text, error) => {
                write!(f, "--{option} {text}: {error}; write 2015, 2015-06 or 2015-06-30")
            }
            Self::Name(error) => error.fmt(f),
            Self::Query(error) => error.fmt(f),
            Self::Sets(error) => error.fmt(f),
            Self::Source(id) => write!(f, "no source has the id \"{id}\"; `spacepact sources` lists them"),
            Self::Period(from, to) => {
                write!(
                    f,
                    "the period ends on {to}, before it begins on {from}; write the earlier date as --from"
                )
            }
            Self::Release(text, known) if known.is_empty() => {
                write!(f, "this data keeps no record of a release, neither of \"{text}\" nor of another")
            }
            Self::Release(text, known) => {
                write!(f, "no release is called \"{text}\"; known are {}", known.join(", "))
            }
            Self::Record(version) => {
                write!(f, "releases/{version}.txt is not as `spacepact check --release` writes it")
            }
            Self::Choice { option, text, takes } => write!(f, "--{option} takes {takes}, not \"{text}\""),
        }
    }
}

impl std::error::Error for Misread {}

/// The options of every view.
pub const ALWAYS: &[&Opt] = &[&AT, &KNOWN_BY, &WHERE];

/// Options that are alike but for their name and their field: a value, how it is read and how it is written.
macro_rules! options_of {
    ($value:literal, $read:expr, $write:expr; $( #[doc = $about:literal] $option:ident: $name:literal, $field:ident, $doc:literal; )+) => { $(
        #[doc = $about]
        pub const $option: Opt = Opt {
            name: $name,
            value: $value,
            doc: $doc,
            bare: false,
            choices: Vec::new,
            read: |text, atlas, lens| $read($name, text, atlas).map(|value| lens.$field = value),
            write: |lens, atlas| $write(&lens.$field, atlas),
        };
    )+ };
}

options_of! {
    "DATE", date, |date: &Option<Moment>, _: &Atlas| date.map(|date| date.to_string());
    /// The as-of date.
    AT: "at", at, "The world as it was at the end of this year, month or day: 2015, 2015-06, 2015-06-30";
    /// The known-by date.
    KNOWN_BY: "known-by", known_by, "The world as it was known then, by the dates of publication";
    /// The first day of a period.
    FROM: "from", from, "The beginning of the period: 2015, 2015-06, 2015-06-30";
    /// The last day of a period.
    TO: "to", to, "The end of the period: 2020, 2020-06, 2020-06-30";
}

options_of! {
    "ENTITIES", entities, ids;
    /// Entities around which one step more is gone.
    EXPAND: "expand", expanded, "Go one step more around these, with commas between them";
    /// Entities through which nothing is reached.
    COLLAPSE: "collapse", collapsed, "Reach nothing through these: hubs that would hide the rest";
    /// Entities that are passed over.
    WITHOUT: "without", without, "Leave these out, by name or id, with commas between them: copuos,un";
    /// Entities that must be passed.
    VIA: "via", via, "Go through these, with commas between them";
    /// What it is about.
    ABOUT: "about", about, "Only what has to do with this, or with one of several: china, or china,russia";
}

/// Words and filters.
pub const WHERE: Opt = Opt {
    name: "where",
    value: "FILTERS",
    doc: "Words and filters: 'kind:mission in:cn -status:cancelled with:esa from:2010 to:2020'",
    bare: false,
    choices: Vec::new,
    read: |text, atlas, lens| {
        lens.query = Query::parse(text, &atlas.graph, atlas.index())?;
        Ok(())
    },
    write: |lens, _| Some(lens.query.to_string()).filter(|query| !query.is_empty()),
};

/// How many steps to go around the focus.
pub const DEPTH: Opt = Opt {
    name: "depth",
    value: "STEPS",
    doc: "How many steps to go around the focus: 1, 2 or 3",
    bare: false,
    choices: || vec![("1", "Its neighbours"), ("2", "Their neighbours as well"), ("3", "One step more")],
    read: |text, _, lens| {
        let takes = || "1, 2 or 3".to_owned();
        let depth =
            if text.is_empty() { Some(1) } else { text.parse().ok().filter(|depth| (1..=3).contains(depth)) };
        lens.depth = depth.ok_or_else(|| Misread::Choice {
            option: "depth",
            text: text.to_owned(),
            takes: takes(),
        })?;
        Ok(())
    },
    write: |lens, _| (lens.depth != 1).then(|| lens.depth.to_string()),
};

/// The order of a list.
pub const SORT: Opt = Opt {
    name: "sort",
    value: "ORDER",
    doc: "Order: date puts the newest first",
    bare: false,
    choices: || Sort::LISTED.iter().map(|sort| (sort.name(), sort.doc())).collect(),
    read: |text, _, lens| sort(text, Sort::LISTED, lens),
    write: sorted,
};

/// The order of what was said.
pub const VOICES: Opt = Opt {
    doc: "Order: oldest or newest first, by holder, by date of signature",
    choices: || Sort::SAID.iter().map(|sort| (sort.name(), sort.doc())).collect(),
    read: |text, _, lens| sort(text, Sort::SAID, lens),
    ..SORT
};

fn sort(text: &str, all: &[Sort], lens: &mut Lens) -> Result<(), Misread> {
    lens.sort = if text.is_empty() { Sort::Links } else { chosen("sort", text, all, Sort::name)? };
    Ok(())
}

fn sorted(lens: &Lens, _: &Atlas) -> Option<String> {
    (lens.sort != Sort::Links).then(|| lens.sort.name().to_owned())
}

/// The source whose claims are asked for.
pub const SOURCE: Opt = Opt {
    name: "source",
    value: "ID",
    doc: "List every claim that rests on this source",
    bare: false,
    choices: Vec::new,
    read: |text, atlas, lens| {
        let found = atlas.graph.find_source(text);
        lens.source =
            if text.is_empty() { None } else { Some(found.ok_or_else(|| Misread::Source(text.to_owned()))?) };
        Ok(())
    },
    write: |lens, atlas| lens.source.map(|id| atlas.graph.source(id).id().to_owned()),
};

/// The least rung of a tie.
pub const RUNG: Opt = Opt {
    name: "rung",
    value: "RUNG",
    doc: "Only ties that go at least so far",
    bare: false,
    choices: || Rung::ALL.iter().map(|rung| (rung.name(), rung.doc())).collect(),
    read: |text, _, lens| {
        lens.rung = if text.is_empty() { None } else { Some(chosen("rung", text, Rung::ALL, Rung::name)?) };
        Ok(())
    },
    write: |lens, _| lens.rung.map(|rung| rung.name().to_owned()),
};

/// The release with which the data is compared.
pub const SINCE: Opt = Opt {
    name: "since",
    value: "RELEASE",
    doc: "What is new or changed in the dataset since this version of it: 2026.11.1, or last",
    bare: false,
    choices: Vec::new,
    read: |text, atlas, lens| {
        lens.since = if text.is_empty() { None } else { Some(release(text, atlas)?) };
        Ok(())
    },
    write: |lens, _| lens.since.clone(),
};

fn release(text: &str, atlas: &Atlas) -> Result<String, Misread> {
    let known = || atlas.releases.iter().map(|release| release.version.to_string()).collect();
    let found = atlas.release(text).ok_or_else(|| Misread::Release(text.to_owned(), known()))?;
    let version = found.version.to_string();
    if Release::parse(&found.text).is_some() { Ok(version) } else { Err(Misread::Record(version)) }
}

/// The part of a map that is seen.
pub const WINDOW: Opt = Opt {
    name: "window",
    value: "LON,LAT,ZOOM",
    doc: "The middle of the map and how near it is, 0 to 8: 10,50,4",
    bare: false,
    choices: Vec::new,
    read: |text, _, lens| {
        let window = window(text);
        lens.window = if text.is_empty() { None } else { Some(window.ok_or_else(|| no_window(text))?) };
        Ok(())
    },
    write: |lens, _| lens.window.map(|Window { lon, lat, zoom }| format!("{lon},{lat},{zoom}")),
};

fn window(text: &str) -> Option<Window> {
    let mut parts = text.split([',', '|']).map(str::trim);
    let mut degrees = |most: f64| {
        let degrees: f64 = parts.next()?.parse().ok()?;
        // Neither infinite nor no number at all.
        (degrees.abs() <= most).then_some(degrees)
    };
    let (lon, lat) = (wrapped(degrees(360.0)?) as f32, degrees(90.0)? as f32);
    let zoom = parts.next()?.parse().ok().filter(|&zoom| zoom <= Window::NEAREST)?;
    parts.next().is_none().then_some(Window { lon, lat, zoom })
}

fn no_window(text: &str) -> Misread {
    let takes = format!("a longitude, a latitude and a step from 0 to {}, as in 10,50,4", Window::NEAREST);
    Misread::Choice { option: "window", text: text.to_owned(), takes }
}

fn date(option: &'static str, text: &str, _: &Atlas) -> Result<Option<Moment>, Misread> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| Misread::Date(option, text.to_owned(), error))
}

/// The member of a vocabulary with this name.
pub(super) fn chosen<T: Copy>(
    option: &'static str,
    text: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
) -> Result<T, Misread> {
    all.iter().copied().find(|&member| name(member) == text).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|&member| name(member)).collect();
        Misread::Choice { option, text: text.to_owned(), takes: names.join(", ") }
    })
}

fn entities(_: &str, text: &str, atlas: &Atlas) -> Result<Vec<crate::graph::EntityId>, Misread> {
    let names = text.split([',', '|']).map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| Ok(atlas.index().resolve(&atlas.graph, name)?)).collect()
}

fn ids(entities: &[crate::graph::EntityId], atlas: &Atlas) -> Option<String> {
    let ids: Vec<&str> = entities.iter().map(|&id| atlas.graph.entity(id).id()).collect();
    Some(ids.join(",")).filter(|ids| !ids.is_empty())
}
