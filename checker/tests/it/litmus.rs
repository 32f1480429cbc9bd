//! Programs whose verdict is known, through `explore`: those of `litmus/`, and
//! the conformance suite, which must hold on the real crates as well.

use crate::turn;
use crate::workspace::{self, agree, read, root, shown, with_extension};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SOLVED: &str = "solved";
const CANNOT_TELL: &str = "cannot tell";

/// What a litmus program says of itself.
struct Litmus {
    file: String,
    /// `solved`, `cannot tell`, or words of the explanation that it gets.
    expected: String,
}

fn suite() -> Vec<Litmus> {
    let files = with_extension("checker/litmus", "rs");
    let litmus = files.iter().map(|file| {
        let text = read(file);
        let expected = text.lines().next().and_then(|line| line.strip_prefix("//@ verdict: "));
        Litmus { file: shown(file), expected: expected.unwrap_or_default().to_owned() }
    });
    litmus.collect()
}

#[test]
fn litmus_programs_state_verdict_and_reason() {
    let mut complaints = Vec::new();
    for Litmus { file, expected } in suite() {
        let text = read(&root().join(&file));
        let reason = text.lines().find(|line| !line.starts_with("//@"));
        if expected.trim().is_empty() {
            complaints.push(format!("{file} does not begin with `//@ verdict: …`"));
        } else if !reason.is_some_and(|line| line.starts_with("//! ")) {
            complaints.push(format!("{file} does not say why in `//!` lines after its verdict"));
        } else if file.contains("/wrong/") == (expected == SOLVED) {
            complaints.push(format!("{file} lies in the wrong folder for `{expected}`"));
        } else if expected == CANNOT_TELL && !text.contains("standins/README.md") {
            complaints.push(format!("{file} does not name the table that says why"));
        }
    }
    agree(&complaints);
}

/// A program that fails for what no compiler takes proves nothing.
#[test]
fn litmus_programs_compile_against_the_real_crates() {
    let _turn = turn::alone();
    let folder = workspace::target("litmus");
    let modules = suite().into_iter().enumerate().map(|(number, Litmus { file, .. })| {
        format!("#[path = {:?}]\nmod program_{number};\n", root().join(file))
    });
    write(&folder.join("lib.rs"), &format!("#![allow(warnings)]\n{}", modules.collect::<String>()));
    write(&folder.join("Cargo.toml"), &manifest());
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let mut check = workspace::cargo();
    check.args(["check", "--quiet", "--tests"]).current_dir(&folder);
    workspace::succeed(check.arg("--target-dir").arg(folder.join("target")));
}

/// Of a package with the crates that litmus programs may use.
fn manifest() -> String {
    let workspace: toml::Table = read(&root().join("Cargo.toml")).parse().unwrap();
    let crates = &workspace["workspace"]["dependencies"];
    let named = ["crossbeam", "parking_lot", "rayon"].map(|it| (it.to_owned(), crates[it].clone()));
    let package = "package = { name = 'litmus', edition = '2024' }\nlib = { path = 'lib.rs' }\n\
                   workspace = {}\n";
    let mut manifest: toml::Table = package.parse().unwrap();
    manifest.insert("dependencies".to_owned(), toml::Table::from_iter(named).into());
    manifest.to_string()
}

fn write(file: &Path, text: &str) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

#[test]
fn litmus_programs_get_their_verdicts() {
    let _turn = turn::alone();
    let suite = suite();
    let files: Vec<_> = suite.iter().map(|litmus| root().join(&litmus.file)).collect();
    let judged = explore(&files);
    let (mut complaints, mut table) = (Vec::new(), Table::default());
    for Litmus { file, expected } in &suite {
        let models = judged.get(file).map(Vec::as_slice).unwrap_or_default();
        let got = verdict(models);
        table.count(expected, got);
        let fits = match expected.as_str() {
            SOLVED | CANNOT_TELL => expected == got,
            words => got == "not solved" && models.iter().any(|it| explains(it, words)),
        };
        if !fits {
            complaints.push(format!("{file}: expected {expected}, got {got}\n{}", told(models)));
        }
    }
    println!("{table}");
    agree(&complaints);
}

#[test]
fn conformance_holds_on_the_stand_ins() {
    let _turn = turn::alone();
    let mut complaints = Vec::new();
    for (file, models) in explore(&with_extension("checker/conformance/tests", "rs")) {
        for model in models.iter().filter(|model| model["verdict"] != SOLVED) {
            let (test, told) = (&model["exercise"], told(std::slice::from_ref(model)));
            complaints.push(format!("{file}: {test}: {}\n{told}", model["verdict"]));
        }
    }
    agree(&complaints);
}

#[test]
fn conformance_holds_on_the_real_crates() {
    let _turn = turn::alone();
    let mut test = workspace::cargo();
    test.args(["test", "--quiet", "-p", "conformance", "--target-dir"]);
    workspace::succeed(test.arg(workspace::target("conformance")));
}

/// Explores files in one call: what was judged of each, test by test.
fn explore(files: &[PathBuf]) -> BTreeMap<String, Vec<Value>> {
    let mut checker = Command::new(env!("CARGO_BIN_EXE_checker"));
    checker.args(["explore", "--format", "json"]).args(files).current_dir(root());
    let output = checker.env("CARGO", env!("CARGO")).output().unwrap();
    let code = output.status.code();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(code, Some(0..=2)), "explore ended with {code:?}\n{said}");
    let mut judged: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let file = shown(Path::new(line["file"].as_str().unwrap()));
        judged.entry(file).or_default().push(line);
    }
    judged
}

/// The worst of a file's models.
fn verdict(models: &[Value]) -> &'static str {
    let is = |verdict: &str| models.iter().any(|model| model["verdict"] == verdict);
    match () {
        () if is("not_solved") => "not solved",
        () if models.is_empty() || is("cannot_tell") => CANNOT_TELL,
        () => SOLVED,
    }
}

/// Whether these words stand in what is told, however its lines are broken.
fn explains(model: &Value, words: &str) -> bool {
    let told = model["explanation"].as_str().unwrap();
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    model["verdict"] == "not_solved" && told.contains(words)
}

fn told(models: &[Value]) -> String {
    let bad = models.iter().filter(|model| model["verdict"] != SOLVED);
    bad.filter_map(|model| model["explanation"].as_str()).collect::<Vec<_>>().join("\n")
}

/// How the verdicts compare with those expected.
#[derive(Default)]
struct Table {
    programs: usize,
    right: usize,
    false_alarms: usize,
    missed: usize,
    cannot_tell: usize,
}

impl Table {
    fn count(&mut self, expected: &str, got: &str) {
        self.programs += 1;
        match (expected, got) {
            (_, CANNOT_TELL) => self.cannot_tell += 1,
            (SOLVED, SOLVED) => self.right += 1,
            (SOLVED | CANNOT_TELL, "not solved") => self.false_alarms += 1,
            (_, SOLVED) => self.missed += 1,
            _ => self.right += 1,
        }
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { programs, right, false_alarms, missed, cannot_tell } = self;
        write!(
            f,
            "litmus: {programs} programs, {right} right, {false_alarms} false alarms, \
             {missed} missed, {cannot_tell} cannot tell"
        )
    }
}
