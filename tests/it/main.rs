//! One test binary: a module a subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that falls has found something"
)]
#![allow(missing_docs, reason = "tests are not called")]

mod between;
mod cli;
mod data;
mod exports;
mod finding;
mod folder;
mod keys;
mod label;
mod look;
mod map;
mod marks;
mod mouse;
mod network;
mod overlay;
mod picture;
#[cfg(unix)]
mod pty;
mod questions;
mod readme;
mod releases;
mod rules;
mod sample;
mod screens;
mod search;
mod stage;
mod tidy;
mod tiny;
