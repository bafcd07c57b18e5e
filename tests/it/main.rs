//! Everything that needs files, bytes, a screen or a process, in one binary: a module a subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod label;
mod network;
mod picture;
mod sample;
