//! The explanations as the learner reads them.

mod deadlocks;
mod moments;
mod mutation;
mod native;
mod pictures;
mod proofs;
mod races;
mod sets;
mod waits;

use std::fmt::Write;

/// Compares texts line by line and shows the whole of what came out.
#[track_caller]
pub fn same(told: &str, wanted: &str) {
    let wanted = wanted.trim_matches('\n');
    if told.trim_matches('\n') != wanted {
        let mut message = String::from("told:\n");
        writeln!(message, "{told}\n\nwanted:\n{wanted}").expect("a String takes everything");
        panic!("{message}");
    }
}
