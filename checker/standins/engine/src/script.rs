//! Scripted schedules: a list of thread names, one for each shared operation.

use crate::clock::{MAX_THREADS, Threads};
use crate::object::Access;
use crate::thread::{Pending, Thread};
use facts::{FailureKind, ReplayEnd, Trace};

/// A schedule and how far it has been followed. The main thread, which only
/// starts the others and waits for them, takes its steps unasked.
#[derive(Debug)]
pub struct Script {
    names: Vec<String>,
    position: usize,
    /// The step of the trace that each entry became.
    steps: Vec<usize>,
}

impl Script {
    pub fn new(schedule: &str) -> Self {
        Self {
            names: schedule.split_whitespace().map(str::to_owned).collect(),
            position: 0,
            steps: Vec::new(),
        }
    }

    /// How many entries have been followed.
    pub fn position(&self) -> usize {
        self.position
    }

    pub fn steps(&self) -> &[usize] {
        &self.steps
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The thread that an entry names.
    pub fn name(&self, entry: usize) -> String {
        self.names[entry].clone()
    }

    /// The slot that takes the next step, which is number `step` of the trace.
    pub(crate) fn next(
        &mut self,
        threads: &[Thread],
        enabled: Threads,
        step: usize,
    ) -> Result<usize, ReplayEnd> {
        let is_enabled = |slot: &usize| enabled & (1 << *slot) != 0;
        let mut unseen =
            (0..MAX_THREADS).filter(is_enabled).filter(|&slot| is_unseen(&threads[slot]));
        if let Some(slot) = unseen.next() {
            return Ok(slot);
        }
        let entry = self.position;
        let Some(name) = self.names.get(entry).cloned() else {
            return Err(ReplayEnd::Unfinished { threads: unfinished(threads) });
        };
        self.position += 1;
        let named = |thread: &Thread| thread.exit.name.as_deref() == Some(&*name);
        match threads.iter().position(|thread| named(thread) && !thread.is_finished()) {
            Some(slot) if is_enabled(&slot) => {
                self.steps.push(step);
                Ok(slot)
            }
            Some(_) => Err(ReplayEnd::ThreadBlocked { entry, name, on: None }),
            None if threads.iter().any(named) => Err(ReplayEnd::ThreadFinished { entry, name }),
            None => Err(ReplayEnd::NoSuchThread { entry, name }),
        }
    }

    /// What is wrong with the first entry behind a failure, if anything is: a
    /// deadlock leaves nobody a step, while a panic may leave others alive.
    pub(crate) fn left_over(&self, trace: &Trace, failure: &FailureKind) -> Option<ReplayEnd> {
        let entry = self.position;
        let name = self.names.get(entry)?.clone();
        let own: Vec<usize> = (0..trace.threads.len())
            .filter(|&index| trace.threads[index].name.as_deref() == Some(&*name))
            .collect();
        let is_live = |thread: &usize| {
            !trace.steps.iter().any(|step| step.thread == *thread && step.op == EXIT)
        };
        match (own.is_empty(), own.iter().any(is_live)) {
            (true, _) => Some(ReplayEnd::NoSuchThread { entry, name }),
            (_, false) => Some(ReplayEnd::ThreadFinished { entry, name }),
            _ if matches!(failure, FailureKind::Deadlock(_)) => {
                Some(ReplayEnd::AfterDeadlock { entry })
            }
            _ => None,
        }
    }
}

/// How the end of a thread is recorded.
const EXIT: &str = "exit";

/// Whether the thread's next step is one no schedule names: its end, or going
/// on after a wakeup.
fn is_unseen(thread: &Thread) -> bool {
    let touches_nothing =
        |p: &Pending| p.accesses.iter().flatten().all(|(_, access)| *access == Access::Wake);
    thread.pending.as_ref().is_some_and(|p| p.op == EXIT || p.unseen || touches_nothing(p))
}

fn unfinished(threads: &[Thread]) -> Vec<String> {
    let others = threads.iter().skip(1).filter(|thread| !thread.is_finished());
    others.map(|thread| thread.exit.name.clone().unwrap_or_default()).collect()
}
