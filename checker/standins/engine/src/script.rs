//! Scripted schedules: a list of thread names, one for each shared operation.

use crate::clock::{MAX_THREADS, Threads};
use crate::object::Access;
use crate::thread::{Pending, Thread};
use facts::ReplayEnd;

/// A schedule and how far it has been followed. The main thread, which only
/// starts the others and waits for them, takes its steps unasked.
#[derive(Debug)]
pub struct Script {
    names: Vec<String>,
    position: usize,
}

impl Script {
    pub fn new(schedule: &str) -> Self {
        Self { names: schedule.split_whitespace().map(str::to_owned).collect(), position: 0 }
    }

    /// How many entries have been followed.
    pub fn position(&self) -> usize {
        self.position
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// The thread that an entry names.
    pub fn name(&self, entry: usize) -> String {
        self.names[entry].clone()
    }

    /// The slot that takes the next step.
    pub(crate) fn next(
        &mut self,
        threads: &[Thread],
        enabled: Threads,
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
            Some(slot) if is_enabled(&slot) => Ok(slot),
            Some(_) => Err(ReplayEnd::ThreadBlocked { entry, name }),
            None if threads.iter().any(named) => Err(ReplayEnd::ThreadFinished { entry, name }),
            None => Err(ReplayEnd::NoSuchThread { entry, name }),
        }
    }
}

/// Whether the thread's next step is one no schedule names: its end, or going
/// on after a wakeup.
fn is_unseen(thread: &Thread) -> bool {
    let touches_nothing =
        |p: &Pending| p.accesses.iter().flatten().all(|(_, access)| *access == Access::Wake);
    thread.pending.as_ref().is_some_and(|p| p.op == "exit" || p.unseen || touches_nothing(p))
}

fn unfinished(threads: &[Thread]) -> Vec<String> {
    let others = threads.iter().skip(1).filter(|thread| !thread.is_finished());
    others.map(|thread| thread.exit.name.clone().unwrap_or_default()).collect()
}
