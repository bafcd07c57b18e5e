//! `spacepact`: a terminal atlas of international space cooperation.

#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")
)]

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
