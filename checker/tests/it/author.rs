//! Every shipped file gets the verdict it is shipped for.

use crate::{turn, workspace};
use std::process::Command;

#[test]
fn nothing_is_off_the_diagonal() {
    let _turn = turn::alone();
    let mut checker = Command::new(env!("CARGO_BIN_EXE_checker"));
    checker.args(["author", "check"]).current_dir(workspace::root()).env("NO_COLOR", "1");
    let output = workspace::succeed(checker.env("CARGO", env!("CARGO")));
    println!("{}", String::from_utf8_lossy(&output.stdout));
}
