//! One filter: a key, a value and whether it excludes.

use std::fmt;

use super::index::Index;
use super::key::Key;
use super::query::QueryError;
use super::resolve::STATE;
use crate::dataset::spelling::nearest;
use crate::graph::{EntityId, Graph, Phase};
use crate::model::date::Moment;
use crate::model::kind::Kind;
use crate::model::position::Position;
use crate::model::standing::{Confidence, Instrument, Status};

/// A filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Whether it shuts out what it describes.
    pub exclude: bool,
    /// What it describes.
    pub test: Test,
    /// Whether it stands behind a comma: that one or the one before it, `with:china,russia`.
    pub or: bool,
}

/// What a filter describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// `kind:`
    Kind(Kind),
    /// `in:`, a state.
    In(Who),
    /// `of:`
    Of(Who),
    /// `with:`
    With(Who),
    /// `by:`
    By(Who),
    /// `about:`
    About(Who),
    /// `position:`
    Position(Position),
    /// `status:`
    Status(Status),
    /// `form:`
    Form(Instrument),
    /// `phase:`
    Phase(Phase),
    /// `topic:`
    Topic(Who),
    /// `posts:`
    Posts(u8),
    /// `from:`
    From(Moment),
    /// `to:`
    To(Moment),
    /// `confidence:`
    Confidence(Confidence),
}

/// An entity with its id, so that a filter can be written without a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Its number.
    pub entity: EntityId,
    /// Its id.
    pub id: Box<str>,
}

impl Test {
    /// The key that stands in front of the colon.
    pub const fn key(&self) -> Key {
        match self {
            Self::Kind(_) => Key::Kind,
            Self::In(_) => Key::In,
            Self::Of(_) => Key::Of,
            Self::With(_) => Key::With,
            Self::By(_) => Key::By,
            Self::About(_) => Key::About,
            Self::Position(_) => Key::Position,
            Self::Status(_) => Key::Status,
            Self::Form(_) => Key::Form,
            Self::Phase(_) => Key::Phase,
            Self::Topic(_) => Key::Topic,
            Self::Posts(_) => Key::Posts,
            Self::From(_) => Key::From,
            Self::To(_) => Key::To,
            Self::Confidence(_) => Key::Confidence,
        }
    }

    /// Reads the value of a filter.
    pub(super) fn parse(key: Key, value: &str, graph: &Graph, index: &Index) -> Result<Self, QueryError> {
        let who = |keep: &dyn Fn(EntityId) -> bool| -> Result<Who, QueryError> {
            let named = || index.resolve_among(graph, value, keep);
            let entity = match graph.find(&format!("{STATE}{}", value.to_lowercase())) {
                Some(state) if key == Key::In => state,
                _ => named().map_err(|error| QueryError::Who { key, error })?,
            };
            Ok(Who { entity, id: graph.entity(entity).id().into() })
        };
        let anybody = |_: EntityId| true;
        let of_kind = |kind: Kind| move |entity: EntityId| graph.entity(entity).kind == kind;
        let date = || {
            let bad = |error| QueryError::Date { key, value: value.to_owned(), error };
            value.parse::<Moment>().map_err(bad)
        };
        Ok(match key {
            Key::Kind => Self::Kind(choose(key, value, Kind::ALL, |kind| [kind.name(), kind.plural()])?),
            Key::In => Self::In(who(&of_kind(Kind::State))?),
            Key::Of => Self::Of(who(&anybody)?),
            Key::With => Self::With(who(&anybody)?),
            Key::By => Self::By(who(&anybody)?),
            Key::About => Self::About(who(&anybody)?),
            Key::Position => Self::Position(choose(key, value, Position::ALL, |it| [it.name(); 2])?),
            Key::Status => Self::Status(choose(key, value, Status::ALL, |it| [it.name(); 2])?),
            Key::Form => Self::Form(choose(key, value, Instrument::ALL, |it| [it.name(); 2])?),
            Key::Phase => Self::Phase(choose(key, value, &Phase::ALL, |it| [it.name(); 2])?),
            Key::Topic => Self::Topic(who(&of_kind(Kind::Topic))?),
            Key::Posts => {
                Self::Posts(value.parse().map_err(|_| QueryError::Number { key, value: value.to_owned() })?)
            }
            Key::From => Self::From(date()?),
            Key::To => Self::To(date()?),
            Key::Confidence => Self::Confidence(choose(key, value, Confidence::ALL, |it| [it.name(); 2])?),
        })
    }

    /// The value as it is typed behind the colon; reads back as the same value.
    pub fn value(&self) -> String {
        match self {
            Self::Kind(kind) => kind.name().to_owned(),
            Self::In(who) => who.id.strip_prefix(STATE).unwrap_or(&who.id).to_owned(),
            Self::Of(who) | Self::With(who) | Self::By(who) | Self::About(who) | Self::Topic(who) => {
                who.id.to_string()
            }
            Self::Position(position) => position.name().to_owned(),
            Self::Status(status) => status.name().replace(' ', "-"),
            Self::Form(form) => form.name().replace(' ', "-"),
            Self::Phase(phase) => phase.name().to_owned(),
            Self::Posts(number) => number.to_string(),
            Self::From(moment) | Self::To(moment) => moment.to_string(),
            Self::Confidence(confidence) => confidence.name().to_owned(),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.exclude { "-" } else { "" };
        let value = self.test.value();
        let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
        if self.or {
            return write!(f, ",{quote}{value}{quote}");
        }
        write!(f, "{minus}{}:{quote}{value}{quote}", self.test.key())
    }
}

/// The member of a vocabulary with this name, or the only one whose name begins like this.
fn choose<T: Copy + PartialEq>(
    key: Key,
    value: &str,
    all: &[T],
    names: impl Fn(T) -> [&'static str; 2],
) -> Result<T, QueryError> {
    let typed = value.to_lowercase().replace(['-', '_'], " ");
    if let Some(&exact) = all.iter().find(|&&member| names(member).contains(&&*typed)) {
        return Ok(exact);
    }
    let begun = |member: T| names(member).iter().any(|name| name.starts_with(&typed));
    let fitting: Vec<T> = all.iter().copied().filter(|&member| begun(member)).collect();
    if let [one] = fitting[..] {
        return Ok(one);
    }
    let near = if fitting.is_empty() {
        let known = all.iter().flat_map(|&member| names(member));
        nearest(&typed, known)
    } else {
        fitting.iter().map(|&member| names(member)[0]).collect()
    };
    let all = all.iter().map(|&member| names(member)[0]).collect();
    Err(QueryError::Value { key, value: value.to_owned(), near, all })
}
