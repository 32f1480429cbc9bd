//! `speedup`: the graph of a program from one run of it, then the program
//! itself, on one core, two, and so on, with nothing beside it.

mod source;

pub use source::parts;

use super::explore::file::read_program;
use super::scene::Scene;
use super::side_by_side::usable_cpus;
use super::{Subject, entries};
use crate::cargo;
use crate::error::Error;
use crate::event::Sink;
use crate::finding::Step;
use crate::scaling::{Baseline, Diagnosis, Scaling};
use crate::scratch::{Build, Scratch};
use crate::step::{Ask, Found, scaling};
use crate::verdict::Judgement;
use facts::speedup::{Copies, Graph, Pair};
use facts::{Fact, Limits, Task};
use std::path::Path;
use std::time::Duration;

/// Wall time for all pairs of one number of cores.
const DEADLINE: Duration = Duration::from_secs(60);
const MEMORY_MIB: u64 = 4096;

/// Times that all pairs are measured at most, while they differ too much.
const REPEATS: usize = 3;

/// Runs of which the graph is put together.
const GRAPHS: usize = 5;

/// Rounds over the numbers of cores, where each run is a process.
const ROUNDS: usize = 7;

/// What came of it. Without outcomes the judgement says that all went well.
pub struct Measured {
    pub judgement: Judgement,
    /// None where the program did not get so far.
    pub scaling: Option<Scaling>,
}

/// Pairs by number of cores.
type Points = Vec<(usize, Vec<Pair>)>;

/// What is measured, apart from what it is.
struct Work<'a> {
    scene: Scene<'a>,
    has_serial: bool,
}

/// Measures a file that is no exercise's.
pub fn measure_file(root: &Path, path: &Path, sink: &dyn Sink) -> Result<Measured, Error> {
    let mut has_serial = false;
    let file = read_program(path, |text| {
        let parts = source::parts(text)?;
        has_serial = parts.has_serial;
        Ok(parts.added)
    })?;
    let exercise = file.exercise("speedup");
    let scene = Scene::of_file(root, &file, &exercise);
    let scratch = Scratch::open(root, cargo::source)?;
    let main = source::main(has_serial);
    Work { scene, has_serial }
        .measure(&scratch, sink, |build| scratch.lay_out_program(build, &file.explored, &main))
}

/// Measures a learner's file on the input of the exercise's speed measurement.
pub fn measure(root: &Path, subject: Subject<'_>, sink: &dyn Sink) -> Result<Measured, Error> {
    let speed = subject.exercise.files.speed.as_ref();
    let speed = speed.ok_or_else(|| Error::usage("there is no input to measure it on"))?;
    let entries = entries(&[subject])?;
    let entry = entries.first().expect("one subject is one entry");
    let scene = Scene::of_entry(root, entry, "speed", speed)?;
    let scratch = Scratch::open(root, cargo::source)?;
    Work { scene, has_serial: true }
        .measure(&scratch, sink, |build| scratch.lay_out_scene(build, entry, ("speed", speed)))
}

/// The numbers of cores to measure with: all up to eight, then powers of two,
/// and as many as there are.
fn numbers_of_cores(usable: usize) -> Vec<usize> {
    (1..=usable).filter(|&cores| cores <= 8 || cores.is_power_of_two() || cores == usable).collect()
}

impl Work<'_> {
    fn measure(
        mut self,
        scratch: &Scratch,
        sink: &dyn Sink,
        lay_out: impl Fn(Build) -> Result<(), Error>,
    ) -> Result<Measured, Error> {
        self.scene.begin(sink);
        lay_out(Build::Native)?;
        let program = match self.scene.build(scratch, Build::Native, sink)? {
            Ok(program) => program,
            Err(findings) => {
                self.scene.add(Step::Compile, Found { findings, ..Found::default() });
                return Ok(self.nothing(sink));
            }
        };
        lay_out(Build::Span)?;
        let graph = match self.scene.build(scratch, Build::Span, sink)? {
            Ok(program) => self.graph(&program, sink)?,
            // The stand-ins lack something; speed can be measured all the same.
            Err(_) => None,
        };
        let numbers = numbers_of_cores(usable_cpus());
        let copies = match numbers.last() {
            Some(&cores) if cores > 1 && self.has_serial => self.copies(&program, sink)?,
            _ => Vec::new(),
        };
        let baseline = if self.has_serial { Baseline::Serial } else { Baseline::OneCore };
        let mut points: Points = numbers.iter().map(|&cores| (cores, Vec::new())).collect();
        let mut scaling = None;
        for _ in 0..REPEATS {
            if let Some(found) = self.measure_again(&mut points, &program, sink)? {
                self.scene.add(Step::Speed, found);
                return Ok(self.nothing(sink));
            }
            let latest = scaling.insert(scaling::read(graph.clone(), baseline, &points, &copies));
            if !matches!(latest.diagnosis, Diagnosis::Noisy { .. }) {
                break;
            }
        }
        let judgement = self.scene.judgement;
        Ok(Measured { judgement, scaling })
    }

    fn nothing(self, sink: &dyn Sink) -> Measured {
        self.scene.give_up(sink);
        Measured { judgement: self.scene.judgement, scaling: None }
    }

    fn graph(&self, program: &Path, sink: &dyn Sink) -> Result<Option<Graph>, Error> {
        let mut graphs = Vec::new();
        for _ in 0..GRAPHS {
            let run = self.scene.run(program, "work and span", ask("graph", Some(1)), sink)?;
            let run = self.scene.shown(run);
            let told = run.told(|fact| match fact {
                Fact::Graph(graph) => Some(graph),
                _ => None,
            });
            let Some(graph) = told else { break };
            graphs.push(Graph::clone(graph));
        }
        Ok(scaling::undisturbed(graphs))
    }

    /// Adds pairs to those of each number of cores; or says why there are none.
    fn measure_again(
        &self,
        points: &mut Points,
        program: &Path,
        sink: &dyn Sink,
    ) -> Result<Option<Found>, Error> {
        // With a serial program each process has its own pairs. Without one a
        // run on one core is the other half of the pair, so they take turns.
        let (rounds, task) = if self.has_serial { (1, "pairs") } else { (ROUNDS, "single") };
        for _ in 0..rounds {
            for (cores, pairs) in &mut *points {
                let name = format!("speed on {cores}");
                let run = self.scene.run(program, &name, ask(task, Some(*cores)), sink)?;
                let told = run.told(|fact| match fact {
                    Fact::Pairs(pairs) => Some(pairs),
                    _ => None,
                });
                let Some(more) = told else {
                    return Ok(Some(self.scene.without_report(Step::Speed, run)));
                };
                pairs.extend(more);
            }
        }
        Ok(None)
    }

    fn copies(&self, program: &Path, sink: &dyn Sink) -> Result<Vec<Copies>, Error> {
        let run = self.scene.run(program, "copies side by side", ask("copies", None), sink)?;
        let told = run.told(|fact| match fact {
            Fact::Copies(copies) => Some(copies.clone()),
            _ => None,
        });
        Ok(told.unwrap_or_default())
    }
}

fn ask(name: &str, cpus: Option<usize>) -> Ask {
    let limits = Limits { memory_mib: MEMORY_MIB, cpus };
    Ask { task: Task::Case { name: name.to_owned() }, limits, deadline: DEADLINE }
}

#[cfg(test)]
mod tests {
    use super::numbers_of_cores;

    #[test]
    fn large_machines_are_not_measured_core_by_core() {
        assert_eq!(numbers_of_cores(1), [1]);
        assert_eq!(numbers_of_cores(3), [1, 2, 3]);
        assert_eq!(numbers_of_cores(20), [1, 2, 3, 4, 5, 6, 7, 8, 16, 20]);
    }
}
