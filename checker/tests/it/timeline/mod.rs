//! Timelines of real threads: what must hold however busy the machine is.

use crate::turn;
use crate::workspace::{keys, read, root};
use serde_json::Value;
use std::process::Command;

/// Numbers of a run that only a system with `/proc` has.
const ON_LINUX: bool = cfg!(target_os = "linux");

fn timeline(args: &[&str]) -> (Option<i32>, String, String) {
    let mut checker = Command::new(env!("CARGO_BIN_EXE_checker"));
    let output = checker.current_dir(root()).arg("timeline").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn program(name: &str) -> String {
    format!("checker/tests/it/timeline/{name}.rs")
}

/// The only run of a program on one core.
fn run(name: &str) -> Value {
    let (code, told, errors) =
        timeline(&["--file", &program(name), "--cores", "1", "--format", "json"]);
    assert_eq!(code, Some(0), "{told}{errors}");
    serde_json::from_str::<Value>(&told).unwrap()["runs"][0].take()
}

fn lanes(run: &Value) -> &Vec<Value> {
    run["lanes"].as_array().unwrap()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[test]
fn two_that_compute_take_turns_on_one_core() {
    let _turn = turn::shared();
    let run = run("computing");
    if !ON_LINUX {
        return;
    }
    assert_eq!(lanes(&run).len(), 3);
    for lane in &lanes(&run)[1..] {
        assert!(number(&lane["accounts"]["involuntary"]) > 0, "{lane}");
    }
    assert_eq!(number(&run["seen"]["at_once"]), 0);
    assert_eq!(run["seen"]["kind"], "concurrent_only");
}

#[test]
fn no_column_has_two_that_run_on_one_core_and_no_line_is_too_long() {
    let _turn = turn::shared();
    let (code, told, errors) = timeline(&["--file", &program("computing"), "--cores", "1"]);
    assert_eq!(code, Some(0), "{told}{errors}");
    let lane = |letter: &str| {
        let line = told.lines().find(|line| line.starts_with(letter)).unwrap();
        line.chars().map(|cell| cell == '━').collect::<Vec<_>>()
    };
    let both = lane("A ").into_iter().zip(lane("B ")).filter(|cells| *cells == (true, true));
    assert_eq!(both.count(), 0, "{told}");
    let wide = told.lines().find(|line| line.chars().count() > 80);
    assert_eq!(wide, None);
}

#[test]
fn two_that_sleep_wait_longer_than_the_program_lasts() {
    let _turn = turn::shared();
    let seen = run("sleeping")["seen"].take();
    assert!(number(&seen["waited"]) > number(&seen["lasted"]), "{seen}");
    assert!(number(&seen["while_waiting"]) <= number(&seen["lasted"]), "{seen}");
}

#[test]
fn it_is_told_what_a_thread_waits_for() {
    let _turn = turn::shared();
    let run = run("waiting");
    let waits = |lane: &Value, reason: &str| {
        let causes = lane["causes"].as_array().unwrap();
        causes.iter().any(|cause| {
            cause["reason"] == reason && cause["place"].as_str().unwrap().starts_with("waiting.rs:")
        })
    };
    for reason in ["Lock", "Recv", "Sleep"] {
        assert!(lanes(&run).iter().any(|lane| waits(lane, reason)), "{reason}: {run}");
    }
    let names = lanes(&run).iter().flat_map(|lane| lane["causes"].as_array().unwrap());
    assert!(names.into_iter().any(|cause| cause["name"] == "seats"), "{run}");
}

/// A file made for `speedup`.
#[test]
fn a_function_run_is_drawn_where_there_is_no_main() {
    let _turn = turn::shared();
    let file = "checker/tests/it/speedup/false_sharing.rs";
    let (code, told, errors) = timeline(&["--file", file, "--cores", "1", "--format", "json"]);
    assert_eq!(code, Some(0), "{told}{errors}");
    let run = serde_json::from_str::<Value>(&told).unwrap()["runs"][0].take();
    assert_eq!(lanes(&run).len(), 2, "{run}");
}

#[test]
fn a_program_that_does_not_compile_is_told_in_the_compilers_words() {
    let _turn = turn::shared();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.rs");
    std::fs::write(&file, "fn main() {\n    let n: u32 = \"seven\";\n}\n").unwrap();
    let (code, told, _) = timeline(&["--file", file.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("mismatched types") && told.contains("broken.rs:2"), "{told}");
}

#[test]
fn an_exercise_without_a_scene_says_which_have_one() {
    let (code, _, errors) = timeline(&["hit-counter"]);
    assert_eq!(code, Some(64));
    assert!(errors.contains("overlap-the-waits"), "{errors}");
}

/// Every scene runs with our solution in it.
#[test]
fn scenes_run() {
    let _turn = turn::shared();
    for key in keys() {
        let hidden = root().join(format!("checker/hidden/{key}/timeline.rs"));
        if hidden.is_file() {
            assert!(read(&hidden).contains("harness::timeline!(scene);"), "{key}");
            let (_, name) = key.split_once('/').unwrap();
            let slug = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
            let solution = format!("solutions/{key}.rs");
            let slug = slug.replace('_', "-");
            let (code, told, errors) =
                timeline(&[&slug, "--file", &solution, "--cores", "1", "--format", "json"]);
            assert_eq!(code, Some(0), "{key}: {told}{errors}");
        }
    }
}
