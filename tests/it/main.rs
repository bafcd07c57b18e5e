//! One test binary: a module a subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

#[cfg(unix)]
mod pty;
