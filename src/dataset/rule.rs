//! What a dataset must keep to: one rule a file, one table of all.
//!
//! Some rules are kept by the reader, because a record that breaks them never becomes a record; they are
//! in the table all the same, with their names and their explanations, and without a check.

mod alias_clash;
mod bad_date;
mod bad_id;
mod duplicate_id;
mod duplicate_url;
mod empty_name;
mod end_before_start;
mod event_outside_life;
mod loaded_word;
mod lone_entity;
mod long_quote;
mod long_summary;
mod no_source;
mod office;
mod office_overlap;
mod self_link;
mod similar_name;
mod span;
mod succession_order;
mod tie_outside_life;
mod two_heads;
mod unknown_id;
mod unsafe_link;
mod unused_source;
mod weak_support;
mod wrong_kind;

use std::collections::{HashMap, HashSet};

use super::diagnostic::{Diagnostic, Severity};
use super::location::Place;
use super::{Dataset, Entry};
use crate::model::source::SourceRecord;
use crate::model::word::Word;

/// A rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, as printed in brackets behind a fault.
    pub name: &'static str,
    /// What it asks for and why, in a sentence or two.
    pub doc: &'static str,
    /// Finds what breaks it; `None` where the reader does.
    pub check: Option<fn(&Known<'_>, &mut Vec<Diagnostic>)>,
}

/// Name of the reader's rule: brackets, quotes, commas.
pub const SYNTAX: &str = "syntax";
/// Name of the reader's rule: fields that do not exist.
pub const UNKNOWN_FIELD: &str = "unknown-field";
/// Name of the reader's rule: values that a vocabulary does not have.
pub const UNKNOWN_VALUE: &str = "unknown-value";
/// Name of the reader's rule: fields that must be there.
pub const MISSING_FIELD: &str = "missing-field";
/// Name of the reader's rule: a number for a text and the like.
pub const WRONG_TYPE: &str = "wrong-type";
/// Name of the reader's rule: files that are not UTF-8.
pub const NOT_UTF8: &str = "not-utf8";
/// Name of the reader's rule: files that start with a byte order mark.
pub const BYTE_ORDER_MARK: &str = "byte-order-mark";
/// Name of the reader's rule: files that are far too large.
pub const TOO_LARGE: &str = "too-large";
/// Name of the reader's rule: files and folders that cannot be read.
pub const UNREADABLE: &str = "unreadable";
/// Name of the reader's rule: folders without data.
pub const NO_FILES: &str = "no-files";
/// Name of the reader's rule: folders that no kind of record is kept in.
pub const UNKNOWN_FOLDER: &str = "unknown-folder";

/// A rule that the reader keeps.
const fn reader(name: &'static str, doc: &'static str) -> Rule {
    Rule { name, doc, check: None }
}

/// All rules.
pub const RULES: &[Rule] = &[
    reader(SYNTAX, "Brackets, quotes and commas are as RON wants them."),
    reader(UNKNOWN_FIELD, "A record has only the fields that its form knows."),
    reader(UNKNOWN_VALUE, "A relation, position, status and the like is a word of its vocabulary."),
    reader(MISSING_FIELD, "The fields that every record of its sort needs are there."),
    reader(WRONG_TYPE, "Text stands where text is wanted, a list where a list is wanted."),
    reader(NOT_UTF8, "Files are UTF-8."),
    reader(BYTE_ORDER_MARK, "Files start without a byte order mark."),
    reader(TOO_LARGE, "No data file has more than 64 MB."),
    reader(UNREADABLE, "Files and folders that are named can be read."),
    reader(NO_FILES, "A data folder has data in it."),
    reader(UNKNOWN_FOLDER, "Records are kept in the folder of their kind."),
    duplicate_id::RULE,
    bad_id::RULE,
    empty_name::RULE,
    unknown_id::RULE,
    wrong_kind::RULE,
    self_link::RULE,
    alias_clash::RULE,
    bad_date::RULE,
    end_before_start::RULE,
    no_source::RULE,
    weak_support::RULE,
    unused_source::RULE,
    duplicate_url::RULE,
    unsafe_link::RULE,
    long_quote::RULE,
    long_summary::RULE,
    office_overlap::RULE,
    two_heads::RULE,
    tie_outside_life::RULE,
    event_outside_life::RULE,
    succession_order::RULE,
    similar_name::RULE,
    loaded_word::RULE,
    lone_entity::RULE,
];

/// Everything that breaks a rule, in the order of the files.
pub fn check(dataset: &Dataset) -> Vec<Diagnostic> {
    let known = Known::new(dataset);
    let mut faults = Vec::new();
    for check in RULES.iter().filter_map(|rule| rule.check) {
        check(&known, &mut faults);
    }
    faults.sort_by(|a, b| (a.place, a.rule).cmp(&(b.place, b.rule)));
    faults
}

/// A dataset with what the rules look up in it.
pub struct Known<'d> {
    /// The dataset.
    pub dataset: &'d Dataset,
    entries: HashMap<&'d str, &'d Entry>,
    sources: HashMap<&'d str, &'d SourceRecord>,
    unread: HashSet<&'d str>,
}

impl<'d> Known<'d> {
    fn new(dataset: &'d Dataset) -> Self {
        let mut entries = HashMap::with_capacity(dataset.entries.len());
        for entry in &dataset.entries {
            entries.entry(&*entry.record.id).or_insert(entry);
        }
        let mut sources = HashMap::with_capacity(dataset.sources.len());
        for source in &dataset.sources {
            sources.entry(&*source.record.id).or_insert(&source.record);
        }
        Self { dataset, entries, sources, unread: dataset.unread.iter().map(String::as_str).collect() }
    }

    /// The entity with this id; the first if there are two.
    pub fn entity(&self, id: &str) -> Option<&'d Entry> {
        self.entries.get(id).copied()
    }

    /// The source with this id; the first if there are two.
    pub fn source(&self, id: &str) -> Option<&'d SourceRecord> {
        self.sources.get(id).copied()
    }

    /// Whether a record with this id stands in a file but could not be read: its own fault is enough.
    pub fn unread(&self, id: &str) -> bool {
        self.unread.contains(id)
    }

    /// A fault at a word of a record.
    pub fn fault(
        &self,
        rule: &'static str,
        severity: Severity,
        word: &Word,
        around: Place,
        message: String,
        help: String,
    ) -> Diagnostic {
        let place = Some(self.dataset.files.locate(word, around));
        Diagnostic { rule, severity, place, message, help }
    }
}
