//! What a learner begins with is what `reset` restores and `author check` judges.

use crate::workspace::{self, keys, read, root};
use std::process::Command;

/// Only files that are still ours are compared: a learner's own work, committed
/// or not, fails no test of the project. Ours is a `lib.rs` without changes
/// whose last commit touched the starter as well.
#[test]
fn a_lib_is_the_starter_until_a_learner_edits_it() {
    let mut complaints = Vec::new();
    for key in keys() {
        let lib = format!("exercises/{key}/lib.rs");
        let starter = format!("checker/hidden/{key}/starter.rs");
        if is_ours(&lib, &starter) && read(&root().join(&lib)) != read(&root().join(&starter)) {
            complaints.push(format!("{lib} differs from {starter}"));
        }
    }
    workspace::agree(&complaints);
}

fn is_ours(lib: &str, starter: &str) -> bool {
    let Some(changes) = git(&["status", "--porcelain", "--", lib]) else { return false };
    let Some(commit) = git(&["log", "-1", "--format=%H", "--", lib]) else { return false };
    let commit = commit.trim();
    let touched = || git(&["show", "--name-only", "--format=", "--root", "--relative", commit]);
    changes.is_empty()
        && !commit.is_empty()
        && touched().is_some_and(|files| files.lines().any(|file| file == starter))
}

/// What git says; nothing outside of a repository, as in an unpacked archive.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).current_dir(root()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
