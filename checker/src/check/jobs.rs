//! The cases of built programs, one process each.

use super::judging::{Judging, Program};
use crate::error::Error;
use crate::exercise::Key;
use crate::finding::{Case, Step};
use crate::process::{self, Run};
use crate::step::{self, Ask, case, ending};
use facts::{Fact, Limits, Task};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// One case to run.
pub struct Job {
    /// Number of the file it is a case of.
    pub judging: usize,
    pub key: Key,
    pub step: Step,
    pub case: Case,
    program: PathBuf,
    ask: Ask,
}

/// Naming its cases takes a program a few milliseconds.
const LIST_DEADLINE: Duration = Duration::from_secs(10);

/// Every case of every program, in the order of the hidden files. A program
/// that cannot even name its cases is a finding.
pub fn of(judgings: &mut [Judging<'_>]) -> Result<Vec<Job>, Error> {
    let mut jobs = Vec::new();
    for (index, judging) in judgings.iter_mut().enumerate() {
        for program in std::mem::take(&mut judging.programs) {
            let run = list(&program.path)?;
            match names(&run) {
                Some(names) => {
                    jobs.extend(names.iter().map(|name| Job::new(index, judging, &program, name)));
                }
                None => {
                    let case = case::find(&program.hidden.file, &program.hidden.source, "main");
                    let found = ending::without_report(program.step, &case, &run);
                    judging.add(program.step, found, run.seconds);
                }
            }
        }
    }
    Ok(jobs)
}

impl Job {
    pub fn new(index: usize, judging: &Judging<'_>, program: &Program, name: &str) -> Self {
        let exercise = judging.entry.exercise;
        let source = &program.hidden.source;
        Self {
            judging: index,
            key: exercise.key.clone(),
            step: program.step,
            case: case::find(&program.hidden.file, source, name),
            program: program.path.clone(),
            ask: step::ask(program.step, exercise, name).about(&judging.claims),
        }
    }

    pub fn run(&self) -> Result<Run, Error> {
        run(&self.program, self.ask.clone())
    }
}

/// Asks a program for the names of its cases.
pub fn list(program: &Path) -> Result<Run, Error> {
    let limits = Limits { memory_mib: 512, cpus: None };
    run(program, Ask { task: Task::List, limits, deadline: LIST_DEADLINE })
}

/// What [`list`] was told; nothing, where the answer is not the harness's.
pub fn names(run: &Run) -> Option<&[String]> {
    run.told(|fact| match fact {
        Fact::Names(names) => Some(names.as_slice()),
        _ => None,
    })
}

/// Runs a program to its end.
pub fn run(program: &Path, Ask { task, limits, deadline }: Ask) -> Result<Run, Error> {
    let job = process::Job { program, limits, task, deadline };
    process::run(&job).map_err(|source| Error::file("start", program, &source))
}
