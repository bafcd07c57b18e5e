//! The small atlas that the other tests use is sound and has one of everything.

use std::collections::BTreeSet;

use spacepact::dataset::{Dataset, Input};
use spacepact::model::date::Date;
use spacepact::model::kind::Kind;
use spacepact::model::milestone::MilestoneRecord;
use spacepact::model::record::Tie;
use spacepact::model::standing::{Confidence, Rank};

use crate::rules::check;

fn tiny() -> Dataset {
    let (dataset, faults) = check(&Input::folder("tests/fixtures/tiny"));
    let told: Vec<String> = faults.iter().map(|fault| fault.render(&dataset.files)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    dataset
}

#[test]
fn tiny_has_neither_faults_nor_warnings() {
    tiny();
}

#[test]
fn tiny_has_one_of_everything() {
    let dataset = tiny();
    let kinds: BTreeSet<Kind> = dataset.entries.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len());
    let ties: Vec<&Tie> =
        dataset.entries.iter().flat_map(|entry| entry.record.all_ties().map(|(_, tie)| tie)).collect();
    let during = |tie: &&Tie| tie.during.as_ref().map(|during| during.parse::<Date>().unwrap());
    let milestones: Vec<&MilestoneRecord> =
        dataset.entries.iter().flat_map(|entry| &entry.record.milestones).collect();
    assert!(ties.len() >= 40 && dataset.stances.len() >= 12 && dataset.sources.len() >= 15);
    assert!(ties.iter().any(|tie| tie.during.is_none()), "an undated tie");
    assert!(
        ties.iter().filter_map(during).any(|date| matches!(date, Date::Span { to: None, .. })),
        "an open end"
    );
    assert!(ties.iter().any(|tie| tie.confidence == Some(Confidence::Low)), "a doubtful tie");
    assert!(
        milestones.iter().any(|milestone| milestone.rank == Some(Rank::Deprecated)),
        "a deprecated claim"
    );
    assert!(dataset.entries.iter().any(|entry| entry.record.disputes.len() == 2), "a dispute");
    let smile = dataset.entries.iter().find(|entry| &*entry.record.id == "smile").unwrap();
    let slips = smile.record.milestones.iter().filter(|milestone| milestone.expected.is_some());
    assert!(slips.count() >= 5, "a schedule that slips");
}
