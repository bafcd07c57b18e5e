//! The forms of records: which fields cannot be left out.
//!
//! The parser knows it, too, but tells only of the first that is missing.

use serde::de::DeserializeOwned;

use super::Manifest;
use crate::model::record::Record;
use crate::model::source::SourceRecord;
use crate::model::stance::StanceRecord;

/// What a file can hold, with the fields that cannot be left out, in the order of the form.
pub(super) trait Form: DeserializeOwned {
    /// Names of the fields.
    const NEEDS: &[&str];
}

impl Form for Record {
    const NEEDS: &[&str] = &["id"];
}

impl Form for StanceRecord {
    const NEEDS: &[&str] = &["id", "holder", "position", "about", "on", "gist"];
}

impl Form for SourceRecord {
    const NEEDS: &[&str] = &["id", "title", "publisher", "type"];
}

impl Form for Manifest {
    const NEEDS: &[&str] = &["title", "version", "as_of", "licence"];
}

/// The fields that cannot be left out in a part of a record, by the list it stands in.
pub(super) fn needs_of_part(list: &str) -> &'static [&'static str] {
    match list {
        "milestones" => &["on", "kind"],
        "disputes" => &["field", "value"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use ron::error::Error;

    use super::*;
    use crate::dataset::read::options;
    use crate::model::milestone::MilestoneRecord;
    use crate::model::record::Dispute;

    /// The form wants exactly the fields of its list: all of these at once and none besides.
    fn check<T: DeserializeOwned>(needs: &[&str], values: &[&str]) {
        let read = |skip: Option<usize>| {
            let fields = needs.iter().zip(values).enumerate().filter(|(number, _)| Some(*number) != skip);
            let fields: Vec<String> = fields.map(|(_, (field, value))| format!("{field}: {value}")).collect();
            options().from_str::<T>(&format!("({})", fields.join(", "))).err().map(|error| error.code)
        };
        assert_eq!(read(None), None);
        for (number, needed) in needs.iter().enumerate() {
            let error = read(Some(number));
            let missing = matches!(error, Some(Error::MissingStructField { field, .. }) if field == *needed);
            assert!(missing, "{needed}: {error:?}");
        }
    }

    #[test]
    fn the_needed_fields_are_those_of_the_forms() {
        check::<Record>(Record::NEEDS, &["\"a\""]);
        check::<StanceRecord>(StanceRecord::NEEDS, &["\"a\"", "\"b\"", "Open", "\"c\"", "\"2014\"", "\"d\""]);
        check::<SourceRecord>(SourceRecord::NEEDS, &["\"a\"", "\"b\"", "\"c\"", "Press"]);
        check::<Manifest>(Manifest::NEEDS, &["\"a\"", "\"b\"", "\"c\"", "\"d\""]);
        check::<MilestoneRecord>(needs_of_part("milestones"), &["\"2014\"", "Signed"]);
        check::<Dispute>(needs_of_part("disputes"), &["\"a\"", "\"b\""]);
    }
}
