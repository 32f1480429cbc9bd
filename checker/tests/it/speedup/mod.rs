//! What limits a program, where its structure says so: that is the same on any
//! machine. What only the clock can say is not asserted here.

use crate::turn;
use crate::workspace::root;
use serde_json::Value;
use std::process::Command;

fn speedup(args: &[&str]) -> (Option<i32>, String, String) {
    let mut checker = Command::new(env!("CARGO_BIN_EXE_checker"));
    let output = checker.current_dir(root()).arg("speedup").args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn scaling(name: &str) -> Value {
    let file = format!("checker/tests/it/speedup/{name}.rs");
    let (code, told, errors) = speedup(&["--file", &file, "--format", "json"]);
    assert_eq!(code, Some(0), "{told}{errors}");
    serde_json::from_str(&told).unwrap()
}

fn diagnosis(name: &str) -> String {
    let scaling = scaling(name);
    scaling["diagnosis"]["what"].as_str().unwrap_or_else(|| panic!("{scaling}")).to_owned()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

#[test]
fn the_structure_of_a_program_says_what_limits_it() {
    let _turn = turn::alone();
    assert_eq!(diagnosis("wavefront"), "little-parallelism");
    assert_eq!(diagnosis("merge_sort"), "serial-part");
    assert_eq!(diagnosis("mutex_sum"), "lock");
    assert_eq!(diagnosis("fibonacci"), "small-grain");
}

/// 144 blocks on 23 diagonals, all alike: by hand 6.3.
#[test]
fn parallelism_by_cpu_time_is_what_a_person_derives() {
    let _turn = turn::alone();
    let graph = scaling("wavefront")["graph"].take();
    let costs = &graph["nanoseconds"];
    let parallelism = number(&costs["work"]) / number(&costs["span"]);
    // The longest of each diagonal counts, so whatever disturbs one makes it less.
    assert!((3.0..6.8).contains(&parallelism), "{graph}");
}

#[test]
fn a_sum_has_enough_parallelism_for_any_machine() {
    let _turn = turn::alone();
    let scaling = scaling("parallel_sum");
    let costs = &scaling["graph"]["nanoseconds"];
    assert!(number(&costs["work"]) / number(&costs["span"]) > 20.0, "{scaling}");
    assert!(!scaling["points"].as_array().unwrap().is_empty());
}

#[test]
fn a_program_without_serial_and_run_is_measured_from_main_on() {
    let _turn = turn::alone();
    let scaling = scaling("whole");
    assert_eq!(scaling["baseline"], "one-core");
    assert_eq!(number(&scaling["graph"]["threads"]), 4.0);
}

#[test]
fn an_exercise_is_measured_on_its_own_input_and_the_plot_written() {
    let _turn = turn::alone();
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("par-sum.svg");
    let solution = "solutions/06_speedup/02_par_sum.rs";
    let args = ["par-sum", "--file", solution, "--svg", picture.to_str().unwrap()];
    let (code, told, errors) = speedup(&args);
    assert_eq!(code, Some(0), "{told}{errors}");
    let wide = told.lines().find(|line| line.chars().count() > 80);
    assert_eq!(wide, None);
    assert!(std::fs::read_to_string(picture).unwrap().starts_with("<svg"));
}

#[test]
fn what_cannot_be_measured_says_so() {
    let _turn = turn::shared();
    let (code, _, errors) = speedup(&["hit-counter"]);
    assert_eq!(code, Some(64));
    assert!(errors.contains("par-sum"), "{errors}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.rs");
    std::fs::write(&file, "pub fn run() -> u64 {\n    \"seven\"\n}\n").unwrap();
    let (code, told, _) = speedup(&["--file", file.to_str().unwrap()]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("mismatched types") && told.contains("broken.rs:2"), "{told}");
}
