//! `spacepact` is a terminal atlas of international space cooperation: who works with whom in space, on
//! what, since when, under which agreement, who said what about it, and on whose word we know.
//!
//! # The idea in one paragraph
//!
//! RON records become a dated graph. A [`view::View`] asks the graph one question through a
//! [`view::Lens`] and answers with a [`figure::Figure`]. Painters draw figures on terminal cells, formats
//! write the same figures to bytes. So what is seen is what is exported, what is exported can be cited,
//! and every view on screen is also one shell command.
//!
//! # Words
//!
//! | word | meaning |
//! |---|---|
//! | entity | a node: state, agency, institute, organisation, company, programme, mission, station, element, agreement, person, facility, topic |
//! | link | a dated, sourced, typed tie between two entities, with a role |
//! | stance | who held which position on what, when, in which office |
//! | milestone | a dated event of an entity; an announced one carries the date then expected |
//! | claim | any link, stance, milestone or attribute together with its citations, confidence and rank |
//! | source, citation | a publication; a pointer into it |
//! | rung, level | how far a tie goes; who really signed |
//! | lens | what one looks through: focus, as-of date, known-by date, filters, depth |
//! | view, figure | a question; its answer |
//! | target | what the thing under the cursor stands for |
//!
//! # The layers
//!
//! The modules below stand in layer order: **a module uses only those above it.** A test reads the order
//! of the `pub mod` lines of this file and fails on an import that points down.
//!
//! What each layer does *not* know:
//!
//! - [`model`] opens no file and knows no graph. Closed vocabularies are one macro table each.
//! - [`dataset`] never fails as a whole and never stops at the first fault: it gives what could be read
//!   and every [`dataset::Diagnostic`], each with its place and its remedy. One rule a file, one table
//!   [`dataset::rule::RULES`].
//! - [`graph`] is read-only once built, and hands out references and small numbers, never copies. It is
//!   looked at through two clocks ([`graph::Era`]) without being copied.
//! - [`search`] keeps no state between two questions; `fuzzy-matcher` is known to one file.
//! - [`layout`] is pure arithmetic: the same input gives the same places on every machine.
//! - [`figure`] knows meanings ([`figure::Role`]), never colours, cells or bytes.
//! - [`typeset`] turns figures into lines of a width; screen and text format print the same lines.
//! - [`view`] is pure: the same atlas and lens give the same figure. One question a file, one table
//!   [`view::VIEWS`].
//! - [`export`] reads a figure and nothing else. One format a file, one table [`export::FORMATS`].
//! - [`app`] is the program without a terminal: keys in, [`app::Effect`]s out. It waits for nothing,
//!   draws nothing, touches no file.
//! - [`tui`] is the only layer that knows ratatui and crossterm; painters read the state and never
//!   change it.
//! - [`cli`] is the other way in: arguments, and the same figures to a pipe.
//!
//! # One key press
//!
//! ```text
//! terminal event → tui::event → Chord → Keymap → Action → App::run (one line a command)
//!   → Workspace::settle: a pane whose lens changed asks its view for a new figure (pure)
//!   → tui::screen::draw(&App) → only the cells that changed are sent
//! ```
//!
//! # One RON file
//!
//! ```text
//! data/missions/europe.ron → split into records → each record by itself → Record with places
//!   → RULES → Graph → View::figure → Figure → typeset and paint, or Format::write
//! ```
//!
//! # Where things are added
//!
//! - a view: its file and one line in [`view::VIEWS`]; tab, palette, help, subcommand, exports and tests follow
//! - a format: its file and one line in [`export::FORMATS`]
//! - a kind of entity: one row in `model/kind.rs`, a folder in `data/`
//! - a relation: one row in `model/relation.rs`
//! - a rule: its file, one line in [`dataset::rule::RULES`], a broken fixture
//! - a key: one line in `assets/keymap.ron`
//! - a command: one row in `app/action.rs`, one arm in `app/update.rs`

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests"))]

pub mod model;

pub mod dataset;

pub mod graph;

pub mod search;

pub mod atlas;

pub mod layout;

pub mod figure;

pub mod typeset;

pub mod theme;

pub mod view;

pub mod export;

pub mod app;

pub mod tui;

pub mod cli;
