//! A program that an instrument looks at: built as it is to run, and run with
//! nothing beside it.

use super::building;
use super::explore::file::File;
use super::jobs;
use super::judging::{mapped, read_hidden};
use crate::cargo::Built;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::Exercise;
use crate::finding::{Case, Finding, Step};
use crate::process::Run;
use crate::scratch::{Build, Entry, Scratch, runner_name};
use crate::step::compile::{self, Hidden};
use crate::step::places::Paths;
use crate::step::{Ask, Found, case, ending};
use crate::verdict::{Judgement, Outcome};
use facts::Place;
use std::path::{Path, PathBuf};

/// The program, and what is told about it where it does not get so far. Without
/// outcomes the judgement says that all went well.
pub struct Scene<'a> {
    pub exercise: &'a Exercise,
    pub judgement: Judgement,
    paths: Paths,
    /// Name of the package that holds the judged file.
    package: String,
    /// The file that drives it, where that is not the same.
    hidden: Option<Hidden>,
}

impl<'a> Scene<'a> {
    /// A file that is no exercise's.
    pub fn of_file(root: &Path, file: &File, exercise: &'a Exercise) -> Self {
        Self {
            exercise,
            judgement: judgement(exercise, &file.shown, &file.text),
            paths: file.paths(root),
            package: file.explored.package.clone(),
            hidden: None,
        }
    }

    /// A learner's file, driven by the hidden file of this name.
    pub fn of_entry(
        root: &Path,
        entry: &Entry<'a>,
        name: &str,
        hidden: &Path,
    ) -> Result<Self, Error> {
        Ok(Self {
            exercise: entry.exercise,
            judgement: judgement(entry.exercise, &entry.shown, &entry.source),
            paths: Paths::new(entry.built_as(), entry.shown.clone(), root),
            package: entry.package(),
            hidden: Some(read_hidden(entry, name, hidden)?),
        })
    }

    /// Tells that the program is being built.
    pub fn begin(&self, sink: &dyn Sink) {
        let exercise = self.exercise;
        sink.event(Event::Started { exercise });
        sink.event(Event::Building { key: &exercise.key });
    }

    /// Builds what was laid out; `Err` in it says why it does not compile.
    pub fn build(
        &self,
        scratch: &Scratch,
        build: Build,
        sink: &dyn Sink,
    ) -> Result<Result<PathBuf, Vec<Finding>>, Error> {
        let name = runner_name(&self.package);
        let built = building::build_to_run(scratch, build, name.clone(), sink)?;
        match built.package(&name).executables.into_values().next() {
            Some(program) => Ok(Ok(program)),
            None => self.errors(&built, &name).map(Err),
        }
    }

    fn errors(&self, built: &Built, runner: &str) -> Result<Vec<Finding>, Error> {
        let own = mapped(&self.paths, built.package(&self.package)).errors;
        if !own.is_empty() {
            return Ok(vec![compile::learner_errors(&own)]);
        }
        let hidden: Vec<_> = self.hidden.iter().cloned().collect();
        let found = compile::hidden_errors(&mapped(&self.paths, built.package(runner)), &hidden);
        if found.is_empty() {
            let shown = &self.judgement.file;
            let errors = built.package(runner).errors.into_iter();
            let rendered: Vec<_> = errors.map(|error| error.rendered).collect();
            return Err(Error::fault(format!("{shown} was not built\n{}", rendered.join("\n"))));
        }
        Ok(found)
    }

    /// Runs a built program; `name` is told while it runs.
    pub fn run(&self, program: &Path, name: &str, ask: Ask, sink: &dyn Sink) -> Result<Run, Error> {
        sink.event(Event::Running { key: &self.exercise.key, step: Step::Speed, case: name });
        jobs::run(program, ask)
    }

    /// What a run shows that did not tell what was asked.
    pub fn without_report(&self, step: Step, run: Run) -> Found {
        ending::without_report(step, &self.case(), &self.shown(run))
    }

    /// A run with paths as the learner knows them.
    pub fn shown(&self, run: Run) -> Run {
        self.paths.in_run(run)
    }

    /// The same for a place.
    pub fn show(&self, place: &mut Place) {
        place.file = self.paths.in_text(&place.file);
    }

    /// Something that keeps the program from being looked at.
    pub fn add(&mut self, step: Step, Found { findings, doubts, proofs }: Found) {
        self.judgement.outcomes.push(Outcome { step, findings, doubts, proofs, seconds: 0.0 });
    }

    /// Tells it.
    pub fn give_up(&self, sink: &dyn Sink) {
        let (exercise, judgement) = (self.exercise, &self.judgement);
        sink.event(Event::Judged { exercise, judgement, cached: false });
    }

    /// The file that drives the program, for the names and places in it.
    pub fn case(&self) -> Case {
        match &self.hidden {
            Some(hidden) => case::find(&hidden.file, &hidden.source, "scene"),
            None => case::find(&self.judgement.file, &self.judgement.source, "main"),
        }
    }
}

fn judgement(exercise: &Exercise, file: &str, source: &str) -> Judgement {
    Judgement {
        key: exercise.key.clone(),
        file: file.to_owned(),
        source: source.to_owned(),
        outcomes: Vec::new(),
        warnings: Vec::new(),
        seconds: 0.0,
    }
}
