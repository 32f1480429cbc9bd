//! Timelines: a program is built as it is to run, on the `std` that says when a
//! thread waits, and run with nothing beside it.

use super::explore::file::read_program;
use super::jobs;
use super::judging::{mapped, read_hidden};
use super::side_by_side::usable_cpus;
use super::{Subject, building, entries};
use crate::cargo::{self, Built};
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::{Exercise, Key};
use crate::finding::{Case, Finding, Step};
use crate::scratch::{Scratch, runner_name};
use crate::step::compile::{self, Hidden};
use crate::step::places::Paths;
use crate::step::{Ask, Found, case, ending};
use crate::verdict::{Judgement, Outcome};
use facts::timeline::Timeline;
use facts::{Fact, Limits, Task};
use std::path::Path;
use std::time::Duration;

/// The only case of such a program.
const NAME: &str = "timeline";

/// A program that sleeps through a quarter of this is given up as blocked.
const DEADLINE: Duration = Duration::from_secs(20);
const MEMORY_MIB: u64 = 1024;

/// What came of it. Without outcomes the judgement says that all went well.
pub struct Recorded {
    pub judgement: Judgement,
    /// The file that drives the learner's, for the names and places in it.
    pub case: Case,
    /// One for each number of cores; none where the program did not get so far.
    pub runs: Vec<Timeline>,
}

/// A program to build and run, and who is told about it.
struct Scene<'a> {
    exercise: &'a Exercise,
    judgement: Judgement,
    paths: Paths,
    /// Name of the package that holds the judged file.
    package: String,
    /// The file that drives it, where that is not the same.
    hidden: Option<Hidden>,
}

/// How many cores a program is to be run on, one run after the other; none
/// stands for all that there are.
pub fn cores(wanted: Option<usize>) -> Result<Vec<Option<usize>>, Error> {
    let usable = usable_cpus();
    match wanted {
        Some(cores) if cores > usable => {
            let reason = format!("{cores} cores are asked for, and {usable} can be used here");
            Err(Error::usage(reason))
        }
        Some(cores) => Ok(vec![Some(cores)]),
        None if usable == 1 => Ok(vec![None]),
        None => Ok(vec![Some(1), None]),
    }
}

/// Runs a program from its `main` on.
pub fn record_file(
    root: &Path,
    path: &Path,
    cores: &[Option<usize>],
    sink: &dyn Sink,
) -> Result<Recorded, Error> {
    let file = read_program(path)?;
    let exercise = file.exercise("main");
    begin(&exercise, sink);
    let scratch = Scratch::open(root, cargo::source)?;
    scratch.lay_out_timeline_of(&file.explored)?;
    let scene = Scene {
        exercise: &exercise,
        judgement: judgement(&exercise.key, &file.shown, &file.text),
        paths: file.paths(root),
        package: file.explored.package.clone(),
        hidden: None,
    };
    scene.record(&scratch, cores, sink)
}

/// Runs the scene of an exercise with the learner's file in it.
pub fn record(
    root: &Path,
    subject: Subject<'_>,
    cores: &[Option<usize>],
    sink: &dyn Sink,
) -> Result<Recorded, Error> {
    let exercise = subject.exercise;
    let (name, path) =
        exercise.files.scene().ok_or_else(|| Error::usage("there is no scene to run"))?;
    begin(exercise, sink);
    let entries = entries(&[subject])?;
    let entry = entries.first().expect("one subject is one entry");
    let scratch = Scratch::open(root, cargo::source)?;
    scratch.lay_out_timeline(entry)?;
    let scene = Scene {
        exercise,
        judgement: judgement(&exercise.key, &entry.shown, &entry.source),
        paths: Paths::new(entry.built_as(), entry.shown.clone(), root),
        package: entry.package(),
        hidden: Some(read_hidden(entry, name, path)?),
    };
    scene.record(&scratch, cores, sink)
}

fn begin(exercise: &Exercise, sink: &dyn Sink) {
    sink.event(Event::Started { exercise });
    sink.event(Event::Building { key: &exercise.key });
}

fn judgement(key: &Key, file: &str, source: &str) -> Judgement {
    Judgement {
        key: key.clone(),
        file: file.to_owned(),
        source: source.to_owned(),
        outcomes: Vec::new(),
        warnings: Vec::new(),
        seconds: 0.0,
    }
}

impl Scene<'_> {
    fn record(
        mut self,
        scratch: &Scratch,
        cores: &[Option<usize>],
        sink: &dyn Sink,
    ) -> Result<Recorded, Error> {
        let name = runner_name(&self.package);
        let built = building::build_timeline(scratch, name.clone(), sink)?;
        let mut runs = Vec::new();
        match built.package(&name).executables.into_values().next() {
            Some(program) => {
                for &cpus in cores {
                    match self.run(&program, cpus, sink)? {
                        Ok(timeline) => runs.push(timeline),
                        Err(found) => {
                            runs.clear();
                            self.add(Step::Test, found);
                            break;
                        }
                    }
                }
            }
            None => {
                let findings = self.errors(&built, &name)?;
                self.add(Step::Compile, Found { findings, ..Found::default() });
            }
        }
        let (exercise, judgement, case) = (self.exercise, &self.judgement, self.case());
        if runs.is_empty() {
            sink.event(Event::Judged { exercise, judgement, cached: false });
        }
        Ok(Recorded { judgement: self.judgement, case, runs })
    }

    /// One run; `Err` says why there is nothing to draw.
    fn run(
        &self,
        program: &Path,
        cpus: Option<usize>,
        sink: &dyn Sink,
    ) -> Result<Result<Timeline, Found>, Error> {
        let key = &self.exercise.key;
        sink.event(Event::Running { key, step: Step::Test, case: NAME });
        let limits = Limits { memory_mib: MEMORY_MIB, cpus };
        let ask = Ask { task: Task::Case { name: NAME.to_owned() }, limits, deadline: DEADLINE };
        let run = jobs::run(program, ask)?;
        let told = run.facts.iter().find_map(|fact| match fact {
            Fact::Recorded(timeline) => Some(Timeline::clone(timeline)),
            _ => None,
        });
        let Some(mut timeline) = told.filter(|_| !run.forged) else {
            let run = self.paths.in_run(run);
            return Ok(Err(ending::without_report(Step::Test, &self.case(), &run)));
        };
        for place in &mut timeline.places {
            place.file = self.paths.in_text(&place.file);
        }
        Ok(Ok(timeline))
    }

    /// Why the program was not built.
    fn errors(&self, built: &Built, runner: &str) -> Result<Vec<Finding>, Error> {
        let own = mapped(&self.paths, built.package(&self.package)).errors;
        if !own.is_empty() {
            return Ok(vec![compile::learner_errors(&own)]);
        }
        let hidden: Vec<_> = self.hidden.iter().cloned().collect();
        let found = compile::hidden_errors(&mapped(&self.paths, built.package(runner)), &hidden);
        if found.is_empty() {
            let shown = &self.judgement.file;
            return Err(Error::fault(format!("{shown} was not built, and cargo says nothing")));
        }
        Ok(found)
    }

    fn add(&mut self, step: Step, Found { findings, doubts, proofs }: Found) {
        self.judgement.outcomes.push(Outcome { step, findings, doubts, proofs, seconds: 0.0 });
    }

    fn case(&self) -> Case {
        match &self.hidden {
            Some(hidden) => case::find(&hidden.file, &hidden.source, "scene"),
            None => case::find(&self.judgement.file, &self.judgement.source, "main"),
        }
    }
}
