//! One test binary: a module a subject.

mod search;
