//! Running the built programs of many files: cases side by side on every CPU,
//! speed measurements alone.

use super::jobs::{self, Job};
use super::judging::Judging;
use super::{measuring, side_by_side, witnessing};
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::finding::Step;
use crate::process::Run;
use crate::scratch::Scratch;
use crate::step::{self, Ran};
use crate::verdict::Judgement;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Runs everything of every file. Each is finished when its last case is done,
/// so that a kill loses no judgement that was made.
pub fn run(
    scratch: &Scratch,
    mut judgings: Vec<Judging<'_>>,
    sink: &dyn Sink,
) -> Result<Vec<Judgement>, Error> {
    let jobs = jobs::of(&mut judgings)?;
    let mut board = Board::new(judgings, &jobs, sink);
    board.finish_the_idle();
    let hung = Hung::default();
    let run = |job: &Job| hung.run(job, sink);
    let waits = |job: &Job| job.step == Step::Test;
    side_by_side::each_beside_waiting(&jobs, waits, run, |index, run| {
        board.take(&jobs, index, run);
    })?;
    board.on_demand(scratch)
}

/// Steps of files with a case that hung. The other cases of that step would hang
/// as well, and the learner waits: they are left out. A model does not hang, and
/// tells more.
#[derive(Default)]
struct Hung(Mutex<BTreeSet<(usize, Step)>>);

impl Hung {
    /// `None`: left out.
    fn run(&self, job: &Job, sink: &dyn Sink) -> Result<Option<Run>, Error> {
        let hung = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if hung().contains(&(job.judging, job.step)) {
            return Ok(None);
        }
        sink.event(Event::Running { key: &job.key, step: job.step, case: &job.case.name });
        let run = job.run()?;
        if run.hang.is_some() {
            hung().insert((job.judging, job.step));
        }
        Ok(Some(run))
    }
}

/// Where results come together.
struct Board<'a> {
    slots: Vec<Slot<'a>>,
    sink: &'a dyn Sink,
}

/// One file: being judged, or done.
struct Slot<'a> {
    judging: Option<Judging<'a>>,
    judgement: Option<Judgement>,
    /// Cases not done yet.
    open: usize,
    /// Cases done, by the number of their job: in the order of the hidden files.
    ran: BTreeMap<usize, Run>,
}

impl<'a> Board<'a> {
    fn new(judgings: Vec<Judging<'a>>, jobs: &[Job], sink: &'a dyn Sink) -> Self {
        let slots = judgings.into_iter().enumerate().map(|(index, judging)| Slot {
            judging: Some(judging),
            judgement: None,
            open: jobs.iter().filter(|job| job.judging == index).count(),
            ran: BTreeMap::new(),
        });
        Self { slots: slots.collect(), sink }
    }

    /// Files of which no case is run.
    fn finish_the_idle(&mut self) {
        for index in 0..self.slots.len() {
            if self.slots[index].open == 0 {
                self.finish(index);
            }
        }
    }

    fn take(&mut self, jobs: &[Job], index: usize, run: Option<Run>) {
        let judging = jobs[index].judging;
        let slot = &mut self.slots[judging];
        slot.ran.extend(run.map(|run| (index, run)));
        slot.open -= 1;
        if slot.open == 0 {
            slot.read(jobs);
            self.finish(judging);
        }
    }

    /// Unless there is more to do for it on demand.
    fn finish(&mut self, index: usize) {
        let slot = &mut self.slots[index];
        let done =
            |judging: &mut Judging<'_>| !judging.wants_speed() && judging.unwitnessed().is_empty();
        if let Some(judging) = slot.judging.take_if(done) {
            let exercise = judging.entry.exercise;
            let judgement = slot.judgement.insert(judging.finish());
            self.sink.event(Event::Judged { exercise, judgement, cached: false });
        }
    }

    /// What is built and run for some files only, because of what was found.
    fn on_demand(mut self, scratch: &Scratch) -> Result<Vec<Judgement>, Error> {
        let waiting = self.slots.iter_mut().filter_map(|slot| slot.judging.as_mut());
        let (fast, other): (Vec<_>, Vec<_>) = waiting.partition(|judging| judging.wants_speed());
        witnessing::witness(scratch, other, self.sink)?;
        measuring::measure(scratch, fast, self.sink)?;
        for index in 0..self.slots.len() {
            self.finish(index);
        }
        Ok(self.slots.into_iter().filter_map(|slot| slot.judgement).collect())
    }
}

impl Slot<'_> {
    /// Reads what the cases of each step came to.
    fn read(&mut self, jobs: &[Job]) {
        let Some(judging) = &mut self.judging else { return };
        let mut steps: BTreeMap<_, Vec<Ran>> = BTreeMap::new();
        for (index, run) in std::mem::take(&mut self.ran) {
            let Job { step, case, .. } = &jobs[index];
            let run = judging.paths.in_run(run);
            steps.entry(*step).or_default().push(Ran { case: case.clone(), run });
        }
        for (step, ran) in steps {
            let seconds = ran.iter().map(|ran| ran.run.seconds).sum();
            judging.add(
                step,
                step::read(step, judging.entry.exercise, &judging.entry.source, &ran),
                seconds,
            );
        }
    }
}
