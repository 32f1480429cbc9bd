//! Executions that show what a learner's test got wrong: built and searched on
//! demand, when it let a bug through or turned a right implementation away.

use super::building;
use super::jobs::Job;
use super::judging::{Judging, Program, read_hidden};
use super::side_by_side;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::finding::Step;
use crate::process::Run;
use crate::scratch::{Packages, Scratch};
use crate::step::compile::Hidden;
use crate::step::mutation;

/// Name of the hidden file, without its ending.
const NAME: &str = "mutants";

/// Looks for an execution for each finding of these files that has none. What
/// the stand-in of loom lacks for a file, that file goes without.
pub fn witness(
    scratch: &Scratch,
    mut waiting: Vec<&mut Judging<'_>>,
    sink: &dyn Sink,
) -> Result<(), Error> {
    if waiting.is_empty() {
        return Ok(());
    }
    let entries: Vec<_> = waiting.iter().map(|judging| judging.entry).collect();
    let built = building::build_witnesses(scratch, &entries, sink)?;
    let mut jobs = Vec::new();
    let mut files = Vec::new();
    for (index, judging) in waiting.iter_mut().enumerate() {
        let path = judging.entry.exercise.files.mutants.as_ref();
        let path = path.expect("it waits because mutants were tried");
        let hidden = read_hidden(judging.entry, NAME, path)?;
        let package = built.package(&Packages::of(judging.entry).witness);
        if let Some(path) = package.executables.get(&hidden.program) {
            let hidden = hidden.clone();
            let program = Program { step: Step::Model, path: path.clone(), hidden };
            let names = names(judging);
            jobs.extend(names.iter().map(|name| Job::new(index, judging, &program, name)));
        }
        files.push(hidden);
    }
    let run = |job: &Job| {
        sink.event(Event::Running { key: &job.key, step: job.step, case: &job.case.name });
        job.run()
    };
    side_by_side::each(&jobs, run, |index, run| {
        let job = &jobs[index];
        take(waiting[job.judging], &job.case.name, &files[job.judging], run);
    })?;
    waiting.into_iter().for_each(Judging::witnessed);
    Ok(())
}

/// The implementations that something was found about.
fn names(judging: &mut Judging<'_>) -> Vec<String> {
    let findings = judging.unwitnessed().into_iter();
    findings.filter_map(|finding| Some(finding.case.as_ref()?.name.clone())).collect()
}

fn take(judging: &mut Judging<'_>, name: &str, mutants: &Hidden, run: Run) {
    let run = judging.paths.in_run(run);
    let mut findings = judging.unwitnessed().into_iter();
    let of_case = |case: &crate::finding::Case| case.name == name;
    if let Some(finding) = findings.find(|finding| finding.case.as_ref().is_some_and(of_case)) {
        mutation::witness(finding, mutants, &run);
    }
}
