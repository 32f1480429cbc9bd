//! Everything is as rustfmt writes it, but what learners write.
//!
//! `cargo fmt` passes over files that belong to no package, which here are most.

use crate::workspace;
use std::path::PathBuf;
use std::process::Command;

#[test]
fn rustfmt_has_nothing_to_change() {
    if !workspace::has(&mut Command::new("rustfmt")) {
        return;
    }
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--check", "-l", "--edition", "2024"]);
    workspace::succeed(rustfmt.args(files()));
}

/// Starters are among them; a learner's `lib.rs` is not. Nor is a wrong
/// variant that does not compile: rustfmt may not be able to read it.
fn files() -> Vec<PathBuf> {
    let mut files = workspace::with_extension("checker", "rs");
    files.extend(workspace::with_extension("solutions", "rs"));
    files.retain(|file| !workspace::read(file).starts_with("//@ caught-by: compile"));
    files
}
