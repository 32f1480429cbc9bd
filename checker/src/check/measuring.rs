//! Speed measurements: built in release, run one at a time, nothing beside them.

use super::building;
use super::jobs::Job;
use super::judging::{Judging, Program, mapped, read_hidden};
use super::side_by_side::usable_cpus;
use crate::cargo::Built;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::finding::Step;
use crate::scratch::{Packages, Scratch, ours_name};
use crate::step::{Found, Ran, compile, speed};

/// Name of the only case of a speed file.
const NAME: &str = "speed";

/// Measures those of these files that passed every cheaper step.
pub fn measure(
    scratch: &Scratch,
    mut waiting: Vec<&mut Judging<'_>>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    if let Some(reason) = speed::not_measured(usable_cpus()) {
        for judging in waiting {
            let proofs = vec![reason.clone()];
            judging.measured(Found { proofs, ..Found::default() }, 0.0);
        }
        return Ok(());
    }
    if waiting.is_empty() {
        return Ok(());
    }
    let entries: Vec<_> = waiting.iter().map(|judging| judging.entry).collect();
    let built = building::build_speed(scratch, &entries, sink)?;
    for judging in &mut waiting {
        let package = mapped(&judging.paths, built.package(&Packages::of(judging.entry).speed));
        let files = &judging.entry.exercise.files;
        let path = files.speed.as_ref().expect("it waits because it has a speed file");
        let hidden = read_hidden(judging.entry, NAME, path)?;
        match package.executables.get(&hidden.program) {
            Some(path) => {
                let program = Program { step: Step::Speed, path: path.clone(), hidden };
                measure_one(judging, &program, sink)?;
            }
            None => {
                let findings = compile::hidden_errors(&package, &[hidden]);
                if findings.is_empty() {
                    return Err(not_built(judging, &built));
                }
                judging.measured(Found { findings, ..Found::default() }, 0.0);
            }
        }
    }
    Ok(())
}

/// The learner's file compiled before, so this is ours.
fn not_built(judging: &Judging<'_>, built: &Built) -> Error {
    let slug = judging.entry.exercise.key.slug();
    let errors = built.package(&ours_name(judging.entry)).errors;
    let rendered: Vec<_> = errors.iter().map(|error| error.rendered.as_str()).collect();
    Error::fault(format!("the speed measurement of {slug} does not build\n{}", rendered.join("\n")))
}

fn measure_one(judging: &mut Judging<'_>, program: &Program, sink: &dyn Sink) -> Result<(), Error> {
    let limits = &judging.entry.exercise.meta.speed;
    let job = Job::new(0, judging, program, NAME);
    let mut ran = Vec::new();
    while ran.is_empty() || ran.len() < speed::REPEATS && speed::undecided(limits, &ran) {
        sink.event(Event::Running { key: &job.key, step: job.step, case: NAME });
        let run = judging.paths.in_run(job.run()?);
        ran.push(Ran { case: job.case.clone(), run });
    }
    let seconds = ran.iter().map(|ran| ran.run.seconds).sum();
    let found = speed::read(limits, &ran);
    judging.measured(found, seconds);
    Ok(())
}
