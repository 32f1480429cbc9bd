//! One file on its way to a judgement.

use super::building::Builds;
use crate::cargo::{Diagnostic, Package};
use crate::error::Error;
use crate::finding::{Finding, Step};
use crate::scratch::{Build, Entry, Packages, program_name};
use crate::step::compile::{self, Hidden};
use crate::step::places::Paths;
use crate::step::{Found, bounds, mutation, rules};
use crate::verdict::{Judgement, Outcome};
use facts::Claim;
use std::fs;
use std::path::{Path, PathBuf};

/// What is known of a file so far, and what is still to be run.
pub struct Judging<'a> {
    pub entry: &'a Entry<'a>,
    pub paths: Paths,
    pub programs: Vec<Program>,
    /// What the learner's own runs say to the exercise's claims.
    pub claims: Vec<Claim>,
    outcomes: Vec<Outcome>,
    warnings: Vec<String>,
    /// Whether witnesses were looked for.
    witnessed: bool,
}

/// A built hidden file.
#[derive(Debug, Clone)]
pub struct Program {
    pub step: Step,
    pub path: PathBuf,
    pub hidden: Hidden,
}

impl<'a> Judging<'a> {
    /// Reads what the builds said of the file. If it does not compile or breaks
    /// a rule, nothing of it is run.
    pub fn begin(root: &Path, entry: &'a Entry<'a>, builds: &Builds) -> Result<Self, Error> {
        let paths = Paths::new(entry.built_as(), entry.shown.clone(), root);
        let names = Packages::of(entry);
        let native = mapped(&paths, builds.native.package(&names.learner));
        let mut judging = Self {
            entry,
            paths,
            programs: Vec::new(),
            claims: Vec::new(),
            outcomes: Vec::new(),
            witnessed: false,
            warnings: native.warnings.iter().map(|warning| warning.rendered.clone()).collect(),
        };
        judging.compile(&native, &names, builds)?;
        Ok(judging)
    }

    fn compile(
        &mut self,
        native: &Package,
        names: &Packages,
        builds: &Builds,
    ) -> Result<(), Error> {
        let mut compiled = Found::default();
        if let Some(findings) = rules::broken(&native.errors) {
            self.add(Step::Rules, Found { findings, ..Found::default() }, builds.seconds_each);
            return Ok(());
        }
        if !native.errors.is_empty() {
            compiled.findings.push(compile::learner_errors(&native.errors));
            self.add(Step::Compile, compiled, builds.seconds_each);
            return Ok(());
        }
        let lacking = mapped(&self.paths, builds.model.package(&names.learner)).errors;
        let mut programs = Vec::new();
        for (build, built) in [(Build::Native, &builds.native), (Build::Model, &builds.model)] {
            let package = mapped(&self.paths, built.package(&names.hidden));
            let files = hidden_files(self.entry, build)?;
            let hidden: Vec<_> = files.iter().map(|(_, hidden)| hidden.clone()).collect();
            compiled.findings.extend(compile::hidden_errors(&package, &hidden));
            programs.extend(files.into_iter().filter_map(|(step, hidden)| {
                let path = package.executables.get(&hidden.program)?.clone();
                Some(Program { step, path, hidden })
            }));
        }
        let compiles = compiled.findings.is_empty();
        self.add(Step::Compile, compiled, builds.seconds_each);
        self.bounds(names, builds)?;
        let own = rules::own_file_only(native, &self.entry.built_as())?;
        let keeps_rules = own.is_empty();
        self.add(Step::Rules, Found { findings: own, ..Found::default() }, 0.0);
        if compiles && keeps_rules {
            self.programs = programs;
            self.lacks(&lacking);
        }
        Ok(())
    }

    /// What the compiler said of misuses of the learner's types.
    fn bounds(&mut self, names: &Packages, builds: &Builds) -> Result<(), Error> {
        let Some(path) = &self.entry.exercise.files.bounds else { return Ok(()) };
        let package = mapped(&self.paths, builds.native.package(&names.bounds));
        // A library's target is named as rustc names the crate.
        let hidden = read_hidden(self.entry, "bounds", path)?;
        let hidden = Hidden { program: names.bounds.replace('-', "_"), ..hidden };
        self.add(Step::Bounds, bounds::read(&package, &hidden), 0.0);
        Ok(())
    }

    /// Steps that cannot run because the stand-ins lack something.
    fn lacks(&mut self, errors: &[Diagnostic]) {
        let doubts = compile::lacking(errors);
        if !doubts.is_empty() {
            let files = &self.entry.exercise.files;
            let step = if files.model.is_some() { Step::Model } else { Step::Answer };
            self.add(step, Found { doubts, ..Found::default() }, 0.0);
        }
    }

    /// Records what a step came to.
    pub fn add(&mut self, step: Step, found: Found, seconds: f64) {
        let Found { findings, doubts, proofs } = found;
        self.outcomes.push(Outcome { step, findings, doubts, proofs, seconds });
    }

    /// The findings for which an execution that shows them is still to be looked for.
    pub fn unwitnessed(&mut self) -> Vec<&mut Finding> {
        if self.witnessed {
            return Vec::new();
        }
        let outcomes = self.outcomes.iter_mut();
        outcomes.flat_map(|outcome| mutation::unwitnessed(&mut outcome.findings)).collect()
    }

    /// There is nothing more to look for, whatever was found.
    pub fn witnessed(&mut self) {
        self.witnessed = true;
    }

    /// Whether the slow measurement is worth making: it is built and made only
    /// for a file that every cheaper step has passed.
    pub fn wants_speed(&self) -> bool {
        let passed = |outcome: &Outcome| {
            outcome.step != Step::Speed && outcome.findings.is_empty() && outcome.doubts.is_empty()
        };
        self.entry.exercise.files.speed.is_some() && self.outcomes.iter().all(passed)
    }

    /// Records what the speed measurement came to, also if that is nothing.
    pub fn measured(&mut self, found: Found, seconds: f64) {
        self.add(Step::Speed, found, seconds);
    }

    pub fn finish(mut self) -> Judgement {
        self.outcomes.sort_by_key(|outcome| outcome.step);
        Judgement {
            key: self.entry.exercise.key.clone(),
            file: self.entry.shown.clone(),
            source: self.entry.source.clone(),
            seconds: self.outcomes.iter().map(|outcome| outcome.seconds).sum(),
            outcomes: self.outcomes,
            warnings: self.warnings,
        }
    }
}

/// Name and text of each hidden file of a build, and the step it serves.
fn hidden_files(entry: &Entry<'_>, build: Build) -> Result<Vec<(Step, Hidden)>, Error> {
    let files = &entry.exercise.files;
    let all = match build {
        Build::Native => {
            [(Step::Test, "tests", &files.tests), (Step::Mutation, "mutants", &files.mutants)]
        }
        Build::Model => {
            [(Step::Model, "model", &files.model), (Step::Answer, "answer", &files.answer)]
        }
        Build::Timeline | Build::Span => return Ok(Vec::new()),
    };
    let mut hidden = Vec::new();
    for (step, name, path) in all {
        if let Some(path) = path {
            hidden.push((step, read_hidden(entry, name, path)?));
        }
    }
    Ok(hidden)
}

/// The text of a hidden file, and what it is built as.
pub fn read_hidden(entry: &Entry<'_>, name: &str, path: &Path) -> Result<Hidden, Error> {
    let source = fs::read_to_string(path).map_err(|source| Error::file("read", path, &source))?;
    Ok(Hidden { program: program_name(entry, name), file: format!("{name}.rs"), source })
}

/// With paths as the learner knows them.
pub fn mapped(paths: &Paths, mut package: Package) -> Package {
    for diagnostic in package.errors.iter_mut().chain(&mut package.warnings) {
        diagnostic.rendered = paths.in_text(&diagnostic.rendered);
    }
    package
}
