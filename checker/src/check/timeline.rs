//! Timelines: a program is built on the `std` that says when a thread waits, and
//! run with nothing beside it.

use super::explore::file::{RUN_MAIN, has, read_program};
use super::scene::Scene;
use super::side_by_side::usable_cpus;
use super::speedup::parts;
use super::{Subject, entries};
use crate::cargo;
use crate::error::Error;
use crate::event::Sink;
use crate::finding::{Case, Step};
use crate::scratch::{Build, LIBRARY, Scratch};
use crate::step::{Ask, Found};
use crate::verdict::Judgement;
use facts::timeline::Timeline;
use facts::{Fact, Limits, Task};
use std::path::Path;
use std::time::Duration;

/// The only case of such a program.
const NAME: &str = "timeline";

/// The function that is added to a program.
const ENTRY: &str = "__timeline";

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
    let added = |text: &str| {
        if has(text, "fn main(") {
            return Ok(format!("pub fn {ENTRY}() {{ {RUN_MAIN} }}"));
        }
        // A file for `speedup`: what it sets up is drawn too.
        let run = parts(text)?.added;
        Ok(format!("{run} pub fn {ENTRY}() {{ __parallel(&mut |program| program()) }}"))
    };
    let file = read_program(path, added)?;
    let exercise = file.exercise("main");
    let scene = Scene::of_file(root, &file, &exercise);
    scene.begin(sink);
    let scratch = Scratch::open(root, cargo::source)?;
    let main = format!("harness::timeline_main({LIBRARY}::{ENTRY})");
    scratch.lay_out_program(Build::Timeline, &file.explored, &main)?;
    drawn(scene, &scratch, cores, sink)
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
    let entries = entries(&[subject])?;
    let entry = entries.first().expect("one subject is one entry");
    let scene = Scene::of_entry(root, entry, name, path)?;
    scene.begin(sink);
    let scratch = Scratch::open(root, cargo::source)?;
    scratch.lay_out_scene(Build::Timeline, entry, (name, path))?;
    drawn(scene, &scratch, cores, sink)
}

/// The runs of a scene that is laid out.
fn drawn(
    mut scene: Scene<'_>,
    scratch: &Scratch,
    cores: &[Option<usize>],
    sink: &dyn Sink,
) -> Result<Recorded, Error> {
    let mut runs = Vec::new();
    match scene.build(scratch, Build::Timeline, sink)? {
        Ok(program) => {
            for &cpus in cores {
                match run(&scene, &program, cpus, sink)? {
                    Ok(timeline) => runs.push(timeline),
                    Err(found) => {
                        runs.clear();
                        scene.add(Step::Test, found);
                        break;
                    }
                }
            }
        }
        Err(findings) => scene.add(Step::Compile, Found { findings, ..Found::default() }),
    }
    if runs.is_empty() {
        scene.give_up(sink);
    }
    let case = scene.case();
    Ok(Recorded { judgement: scene.judgement, case, runs })
}

/// One run; `Err` in it says why there is nothing to draw.
fn run(
    scene: &Scene<'_>,
    program: &Path,
    cpus: Option<usize>,
    sink: &dyn Sink,
) -> Result<Result<Timeline, Found>, Error> {
    let limits = Limits { memory_mib: MEMORY_MIB, cpus };
    let ask = Ask { task: Task::Case { name: NAME.to_owned() }, limits, deadline: DEADLINE };
    let run = scene.run(program, NAME, ask, sink)?;
    let told = run.told(|fact| match fact {
        Fact::Recorded(timeline) => Some(Timeline::clone(timeline)),
        _ => None,
    });
    let Some(mut timeline) = told else {
        return Ok(Err(scene.without_report(Step::Test, run)));
    };
    for place in &mut timeline.places {
        scene.show(place);
    }
    Ok(Ok(timeline))
}
