//! The tests of the parts that `cargo test` does not reach by itself.

use crate::{turn, workspace};

#[test]
fn the_harness_passes_its_tests() {
    let _turn = turn::alone();
    let mut test = workspace::cargo();
    test.args(["test", "--quiet", "-p", "facts", "-p", "harness", "--lib", "--target-dir"]);
    workspace::succeed(test.arg(workspace::target("parts")));
}

#[test]
fn the_standins_pass_their_tests() {
    let _turn = turn::alone();
    let mut test = workspace::cargo();
    test.args(["test", "--quiet", "--manifest-path", "checker/standins/Cargo.toml"]);
    workspace::succeed(test.arg("--target-dir").arg(workspace::target("standins")));
}

#[test]
fn the_instruments_pass_their_tests() {
    let _turn = turn::alone();
    let mut test = workspace::cargo();
    test.args(["test", "--quiet", "--manifest-path", "checker/instruments/Cargo.toml"]);
    workspace::succeed(test.arg("--target-dir").arg(workspace::target("instruments")));
}
