//! Judging a Rust file that is no exercise's: each of its tests is a model.

use super::jobs::names;
use crate::cargo::{self, Built, Request};
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::{Exercise, Files, Key, Kind, Meta, ModelLimits};
use crate::finding::Step;
use crate::process::{self, Run};
use crate::scratch::{Build, Explored, Scratch};
use crate::step::places::Paths;
use crate::step::{Ask, Found, Ran, case, compile, model};
use crate::verdict::{Judgement, Outcome};
use facts::{Limits, Task};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The test that is added to a file which has none. One line behind the last,
/// so no line of the file moves; `main_` is free unless someone likes it too.
const MAIN_TEST: &str = "#[test] fn main_() { assert!(::std::process::Termination::report(main()) == \
                         ::std::process::ExitCode::SUCCESS, \"main returned an error\"); }";

/// The file and what is made of it.
struct File {
    /// As it was named.
    shown: String,
    name: String,
    /// As it was read.
    text: String,
    explored: Explored,
}

/// Explores a file and tells of each model.
pub fn explore(root: &Path, file: &Path, sink: &dyn Sink) -> Result<Vec<Judgement>, Error> {
    let start = Instant::now();
    let file = read(file)?;
    let scratch = Scratch::open(root)?;
    let paths = Paths::new(file.explored.built_as(), file.shown.clone(), root);
    let whole = exercise(&file, &file.name);
    sink.event(Event::Started { exercise: &whole });
    sink.event(Event::Building { key: &whole.key });
    let Some(program) = build(&scratch, Build::Model, &file, sink)?.program else {
        let found = why_not(&scratch, &file, &paths, sink)?;
        let judgement = judgement(&file, &whole, found, start.elapsed().as_secs_f64());
        sink.event(Event::Judged { exercise: &whole, judgement: &judgement, cached: false });
        return Ok(vec![judgement]);
    };
    let limits = Limits { memory_mib: 512, cpus: None };
    let list = Ask { task: Task::List, limits, deadline: Duration::from_secs(10) };
    let listed = run(&program, list)?;
    let names = names(&listed).ok_or_else(|| {
        Error::fault(format!("{} does not name its tests:\n{}", file.shown, listed.output()))
    })?;
    let mut judgements = Vec::new();
    for name in names {
        let shown = if name == "main_" { "main" } else { name };
        let exercise = exercise(&file, shown);
        let case = case::find(&file.shown, &file.text, shown);
        sink.event(Event::Running { key: &exercise.key, step: Step::Model, case: shown });
        let run = paths.in_run(run(&program, model::ask(&exercise.meta.model, name))?);
        let seconds = run.seconds;
        let found = model::read_all(&[Ran { case, run }]);
        let judgement = judgement(&file, &exercise, (Step::Model, found), seconds);
        sink.event(Event::Judged { exercise: &exercise, judgement: &judgement, cached: false });
        judgements.push(judgement);
    }
    Ok(judgements)
}

fn read(path: &Path) -> Result<File, Error> {
    let text = fs::read_to_string(path)
        .map_err(|source| Error::usage(format!("cannot read {}: {source}", path.display())))?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let source = with_test(&text).ok_or_else(|| {
        Error::usage(format!("{} has nothing to explore", path.display()))
            .advice("Each `#[test]` function is a model; without one, `fn main` is.")
    })?;
    let explored = Explored { package: format!("{name}--explored"), source };
    Ok(File { shown: path.display().to_string(), name, text, explored })
}

/// The text with at least one test in it, if it has anything to test.
fn with_test(text: &str) -> Option<String> {
    let has = |start: &str| text.lines().any(|line| line.trim_start().starts_with(start));
    if has("#[test]") {
        Some(text.to_owned())
    } else if has("fn main(") || has("pub fn main(") {
        Some(format!("{}\n{MAIN_TEST}\n", text.trim_end()))
    } else {
        None
    }
}

/// What one build came to.
struct Attempt {
    program: Option<PathBuf>,
    built: Built,
}

fn build(scratch: &Scratch, build: Build, file: &File, sink: &dyn Sink) -> Result<Attempt, Error> {
    scratch.lay_out_explored(build, &file.explored)?;
    let package = file.explored.package.clone();
    let workspace = &scratch.folder(build);
    let request = Request {
        workspace,
        packages: vec![package.clone()],
        tests: true,
        release: false,
        instrumented: build == Build::Model,
        again: true,
    };
    let built = cargo::build(&request, &|| sink.event(Event::Preparing))?;
    if let Some(error) = built.foreign.first() {
        return Err(Error::fault(format!("a stand-in does not compile:\n{}", error.rendered)));
    }
    let program = built.package(&package).executables.into_values().next();
    Ok(Attempt { program, built })
}

/// Whose errors they are: the file's, if the real crates make them too.
fn why_not(
    scratch: &Scratch,
    file: &File,
    paths: &Paths,
    sink: &dyn Sink,
) -> Result<(Step, Found), Error> {
    let package = &file.explored.package;
    let native = build(scratch, Build::Native, file, sink)?.built.package(package);
    let mut found = Found::default();
    let native = super::judging::mapped(paths, native);
    if !native.errors.is_empty() {
        found.findings.push(compile::learner_errors(&native.errors));
        return Ok((Step::Compile, found));
    }
    let model = build(scratch, Build::Model, file, sink)?.built.package(package);
    found.doubts = compile::lacking(&super::judging::mapped(paths, model).errors);
    Ok((Step::Model, found))
}

fn run(program: &Path, Ask { task, limits, deadline }: Ask) -> Result<Run, Error> {
    let job = process::Job { program, limits, task, deadline };
    process::run(&job).map_err(|source| Error::file("start", program, &source))
}

/// A model told as if it were an exercise: reports know nothing else.
fn exercise(file: &File, name: &str) -> Exercise {
    let path = PathBuf::from(&file.shown);
    Exercise {
        key: Key { chapter: file.name.clone(), name: name.to_owned() },
        title: name.to_owned(),
        meta: Meta {
            kind: Kind::Fix,
            crates: Vec::new(),
            difficulty: 1,
            minutes: 0,
            extension: false,
            allows_unsafe: true,
            hints: Vec::new(),
            model: ModelLimits::default(),
            tests: crate::exercise::TestLimits::default(),
            speed: crate::exercise::SpeedLimits::default(),
        },
        files: Files {
            lib: path.clone(),
            readme: path.clone(),
            solution: path.clone(),
            starter: path.clone(),
            meta: path,
            tests: None,
            model: None,
            answer: None,
            mutants: None,
            speed: None,
            right: Vec::new(),
            wrong: Vec::new(),
        },
    }
}

fn judgement(
    file: &File,
    exercise: &Exercise,
    (step, found): (Step, Found),
    seconds: f64,
) -> Judgement {
    let Found { findings, doubts, proofs } = found;
    Judgement {
        key: exercise.key.clone(),
        file: file.shown.clone(),
        source: file.text.clone(),
        outcomes: vec![Outcome { step, findings, doubts, proofs, seconds }],
        warnings: Vec::new(),
        seconds,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_becomes_a_test_behind_its_last_line() {
        let text = "fn main() {\n}\n";
        let tested = with_test(text).unwrap();
        assert!(tested.starts_with("fn main() {\n}\n#[test] fn main_()"), "{tested}");
        assert_eq!(with_test("#[test]\nfn a() {}\n").unwrap(), "#[test]\nfn a() {}\n");
        assert_eq!(with_test("pub fn helper() {}\n"), None);
    }
}
