//! No warning in what we wrote. Exercises are left out: they are the learner's.

use crate::{turn, workspace};
use std::process::Command;

/// Of the root's workspace. What ends up on a learner's screen says in
/// `expect` why it cannot happen.
const LINTS: [&str; 4] = ["-D", "warnings", "-D", "clippy::unwrap_used"];

fn clippy() -> Option<Command> {
    workspace::has(workspace::cargo().arg("clippy")).then(|| {
        let mut clippy = workspace::cargo();
        clippy.args(["clippy", "--quiet", "--all-targets"]);
        clippy.arg("--target-dir").arg(workspace::target("clippy"));
        clippy
    })
}

#[test]
fn the_checker_has_no_warnings() {
    let Some(mut clippy) = clippy() else { return };
    let _turn = turn::alone();
    clippy.args(["-p", "checker", "-p", "facts", "-p", "harness", "--"]).args(LINTS);
    workspace::succeed(&mut clippy);
}

/// Its tests may `unwrap`, also outside of functions that clippy takes for tests.
#[test]
fn conformance_has_no_warnings() {
    let Some(mut clippy) = clippy() else { return };
    let _turn = turn::alone();
    workspace::succeed(clippy.args(["-p", "conformance", "--", "-D", "warnings"]));
}

#[test]
fn the_standins_have_no_warnings() {
    let Some(mut clippy) = clippy() else { return };
    let _turn = turn::alone();
    clippy.args(["--workspace", "--manifest-path", "checker/standins/Cargo.toml"]);
    workspace::succeed(clippy.args(["--", "-D", "warnings"]));
}

#[test]
fn the_instruments_have_no_warnings() {
    let Some(mut clippy) = clippy() else { return };
    let _turn = turn::alone();
    clippy.args(["--workspace", "--manifest-path", "checker/instruments/Cargo.toml"]);
    workspace::succeed(clippy.args(["--", "-D", "warnings"]));
}
