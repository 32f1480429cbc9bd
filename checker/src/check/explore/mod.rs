//! Judging Rust files that are no exercise's: each of their tests is a model.

pub(super) mod file;
mod programs;

use super::{jobs, side_by_side};
use crate::cargo;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::Exercise;
use crate::finding::{Case, Step};
use crate::scratch::Scratch;
use crate::step::places::Paths;
use crate::step::{Found, Ran, case, model};
use crate::verdict::{Doubt, Judgement, Outcome};
use file::{File, MAIN_TEST};
use programs::Program;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One judgement to make.
struct Item<'a> {
    file: &'a File,
    paths: &'a Paths,
    /// The model as if it were an exercise: reports know nothing else.
    exercise: Exercise,
    what: What<'a>,
}

enum What<'a> {
    Run {
        program: &'a Path,
        /// As the program names it.
        name: String,
        case: Case,
    },
    /// There is nothing to run.
    Settled { step: Step, found: Found, seconds: f64 },
}

/// Explores files and tells of each model, in the order of the files and of
/// the tests in them.
pub fn explore(root: &Path, files: &[PathBuf], sink: &dyn Sink) -> Result<Vec<Judgement>, Error> {
    let files = file::read(files)?;
    let scratch = Scratch::open(root, cargo::source)?;
    for file in &files {
        let whole = file.exercise(&file.name);
        sink.event(Event::Started { exercise: &whole });
        sink.event(Event::Building { key: &whole.key });
    }
    let paths: Vec<_> = files.iter().map(|file| file.paths(root)).collect();
    let programs = programs::build(&scratch, &files, &paths, sink)?;
    let items = items(&files, &paths, &programs)?;
    let mut told = Told { items: &items, early: BTreeMap::new(), judgements: Vec::new(), sink };
    side_by_side::each(
        &items,
        |item| item.judge(sink),
        |index, judgement| told.take(index, judgement),
    )?;
    Ok(told.judgements)
}

fn items<'a>(
    files: &'a [File],
    paths: &'a [Paths],
    programs: &'a [Program],
) -> Result<Vec<Item<'a>>, Error> {
    let all: Vec<_> = files.iter().zip(paths).zip(programs).collect();
    let mut items = BTreeMap::new();
    side_by_side::each(
        &all,
        |((file, paths), program)| items_of(file, paths, program),
        |index, of_file| _ = items.insert(index, of_file),
    )?;
    Ok(items.into_values().flatten().collect())
}

/// What there is to judge of one file.
fn items_of<'a>(
    file: &'a File,
    paths: &'a Paths,
    program: &'a Program,
) -> Result<Vec<Item<'a>>, Error> {
    let settled = |step, found, seconds| {
        let what = What::Settled { step, found, seconds };
        vec![Item { file, paths, exercise: file.exercise(&file.name), what }]
    };
    let path = match program {
        Program::Built(path) => path,
        Program::Not { step, found, seconds } => {
            return Ok(settled(*step, found.clone(), *seconds));
        }
    };
    let listed = jobs::list(path)?;
    let names = jobs::names(&listed).ok_or_else(|| {
        Error::fault(format!("{} does not name its tests:\n{}", file.shown, listed.output()))
    })?;
    if names.is_empty() {
        let doubts = vec![Doubt::NothingExplored { case: file.name.clone() }];
        return Ok(settled(Step::Model, Found { doubts, ..Found::default() }, listed.seconds));
    }
    let models = names.iter().map(|name| {
        let shown = if name == MAIN_TEST { "main" } else { name };
        let case = case::find(&file.shown, &file.text, shown);
        let what = What::Run { program: path, name: name.clone(), case };
        Item { file, paths, exercise: file.exercise(shown), what }
    });
    Ok(models.collect())
}

impl Item<'_> {
    fn judge(&self, sink: &dyn Sink) -> Result<Judgement, Error> {
        let (step, found, seconds) = match &self.what {
            What::Settled { step, found, seconds } => (*step, found.clone(), *seconds),
            What::Run { program, name, case } => {
                let key = &self.exercise.key;
                sink.event(Event::Running { key, step: Step::Model, case: &case.name });
                let run = jobs::run(program, model::ask(&self.exercise.meta.model, name))?;
                let run = self.paths.in_run(run);
                let seconds = run.seconds;
                let found = model::read_all(&self.file.text, &[Ran { case: case.clone(), run }]);
                (Step::Model, found, seconds)
            }
        };
        let Found { findings, doubts, proofs } = found;
        Ok(Judgement {
            key: self.exercise.key.clone(),
            file: self.file.shown.clone(),
            source: self.file.text.clone(),
            outcomes: vec![Outcome { step, findings, doubts, proofs, seconds }],
            warnings: Vec::new(),
            seconds,
        })
    }
}

/// What was told so far. Models are done in any order and told in theirs.
struct Told<'a> {
    items: &'a [Item<'a>],
    /// Done while one before it was not.
    early: BTreeMap<usize, Judgement>,
    judgements: Vec<Judgement>,
    sink: &'a dyn Sink,
}

impl Told<'_> {
    fn take(&mut self, index: usize, judgement: Judgement) {
        self.early.insert(index, judgement);
        while let Some(judgement) = self.early.remove(&self.judgements.len()) {
            let exercise = &self.items[self.judgements.len()].exercise;
            self.sink.event(Event::Judged { exercise, judgement: &judgement, cached: false });
            self.judgements.push(judgement);
        }
    }
}
