//! How fast the atlas is, each line held against a peer or a floor in the same run: `cargo bench`, or
//! `cargo bench -- view` for the lines whose names contain "view".
//!
//! Times are those of one machine; ratios travel. A ratio of 0.10 is ten times as fast as the baseline.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that falls has found something")]
#![allow(clippy::print_stdout, reason = "the table is what it is for")]
#![allow(missing_docs, reason = "benches are not called")]

mod formats;
mod graph;
mod opening;
mod painting;
mod search;
mod table;
mod views;

use spacepact::atlas::Atlas;
use spacepact::dataset::bundle;

use table::Table;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --all-targets` starts it as well, but without this word.
    if !words.iter().any(|word| word == "--bench") {
        return;
    }
    let mut table = Table::new(words.into_iter().filter(|word| !word.starts_with('-')).collect());
    opening::lines(&mut table);
    let atlas = bundled();
    search::lines(&mut table, &atlas);
    graph::lines(&mut table, &atlas);
    views::lines(&mut table, &atlas);
    formats::lines(&mut table, &atlas);
    painting::lines(&mut table, atlas);
}

/// The atlas of the bundled data.
fn bundled() -> Atlas {
    Atlas::new(bundle::records().expect("the data was whole when this was built"))
}
