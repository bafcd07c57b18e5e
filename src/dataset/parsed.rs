//! The records of one file.

use super::diagnostic::Diagnostic;
use super::form::Form;
use super::location::Place;
use super::mend::mend;
use super::outline::ids;
use super::read::{Content, options};
use super::{Dataset, Entry, Manifest, Placed, salvage, split};
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

/// What came out of one file.
#[derive(Default)]
pub(super) struct Parsed {
    /// What the dataset says of itself, if this was its manifest.
    pub manifest: Option<Manifest>,
    /// Entities.
    pub entries: Vec<Entry>,
    /// Stances.
    pub stances: Vec<Placed<StanceRecord>>,
    /// Sources.
    pub sources: Vec<Placed<SourceRecord>>,
    /// Identifiers of records that could not be read.
    pub unread: Vec<String>,
    /// Texts from which broken records were read, and where they stand.
    pub copies: Vec<(String, Place)>,
    /// Faults of form.
    pub faults: Vec<Diagnostic>,
}

impl Parsed {
    /// Everything of one file; `None` stands for a file of which nothing is used.
    pub(super) fn file(dataset: &Dataset, file: u32, content: Option<Content>) -> Self {
        let mut parsed = Self::default();
        let (Some(content), Some(source)) = (content, dataset.files.get(file)) else {
            return parsed;
        };
        let text = &*source.text;
        if content == Content::Manifest {
            parsed.manifest = parsed.whole(text, Place { file, start: 0, end: text.len() as u32 });
            return parsed;
        }
        let ranges = split::records(text).unwrap_or_else(|fault| {
            let salvaged = salvage::salvage(text, &fault, file);
            parsed.faults = salvaged.faults;
            parsed.unread = salvaged.unread;
            salvaged.records
        });
        for range in ranges {
            let place = Place { file, start: range.start as u32, end: range.end as u32 };
            parsed.record(content, &text[range], place);
        }
        parsed
    }

    fn record(&mut self, content: Content, raw: &str, place: Place) {
        match content {
            Content::Entities(kind) => {
                let record = self.part(raw, place);
                self.entries.extend(record.map(|(record, partial)| Entry {
                    kind,
                    record,
                    place,
                    added: Vec::new(),
                    partial,
                }));
            }
            Content::Stances => {
                let record = self.whole(raw, place);
                self.stances.extend(record.map(|record| Placed { record, place }));
            }
            Content::Sources => {
                let record = self.whole(raw, place);
                self.sources.extend(record.map(|record| Placed { record, place }));
            }
            Content::Manifest => {}
        }
    }

    /// A record, if all of it can be read.
    fn whole<T: Form>(&mut self, raw: &str, place: Place) -> Option<T> {
        match options().from_str(raw) {
            Ok(record) => Some(record),
            Err(error) => {
                self.faults.extend(mend::<T>(raw, error, place).faults);
                self.unread.extend(ids(raw));
                None
            }
        }
    }

    /// A record, or what can be read of it, and whether it is not the whole.
    fn part<T: Form>(&mut self, raw: &str, place: Place) -> Option<(T, bool)> {
        let error = match options().from_str(raw) {
            Ok(record) => return Some((record, false)),
            Err(error) => error,
        };
        let mended = mend::<T>(raw, error, place);
        self.faults.extend(mended.faults);
        let Some((record, text)) = mended.rest else {
            self.unread.extend(ids(raw));
            return None;
        };
        self.copies.push((text, place));
        Some((record, true))
    }
}
