//! How an execution ends.

use super::Execution;
use crate::clock::{MAX_THREADS, Threads};
use crate::memory::Fault;
use crate::path::Diverged;
use crate::record::Step;
use crate::thread::Thread;
use facts::{FailureKind, Limit, Panicked};

/// Rounds in which threads do nothing but spin before that is a livelock.
const IDLE_ROUNDS: u32 = 300;

/// How an execution came to its end.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    Done,
    Failed(FailureKind),
    /// Memory was used as it must not be.
    Fault(Fault),
    /// All went well, but for memory that was never freed.
    Leaked(Fault),
    /// An equivalent execution has been walked already.
    Redundant,
    Cut(Limit),
    /// A replayed schedule could not be followed or was too short.
    OffScript(facts::ReplayEnd),
}

impl Execution {
    pub(crate) fn finish(&mut self, end: End) {
        self.end.get_or_insert(end);
    }

    /// Nobody can go on: lets time pass, lets spinning threads look again, or
    /// finds that this is the end.
    pub(super) fn quiesce(&mut self) -> Result<Threads, End> {
        if self.threads.iter().all(Thread::is_finished) {
            return Err(self.done());
        }
        let is_timed = |thread: &Thread| thread.pending.as_ref().is_some_and(|p| p.timed);
        let timed: Vec<usize> =
            (0..self.threads.len()).filter(|&slot| is_timed(&self.threads[slot])).collect();
        if !timed.is_empty() {
            let fired = timed[self.choose(timed.len())?];
            self.threads[fired].timed_out = true;
            return Ok(1 << fired);
        }
        let mut released = 0;
        for (slot, thread) in self.threads.iter_mut().enumerate() {
            if thread.pending.is_some() && thread.is_idle(&self.records) {
                thread.spin.release();
                thread.known.time += crate::time::idle(self.idle_rounds);
                released |= 1 << slot;
            }
        }
        let released = released & self.enabled();
        if self.threads[0].is_finished() {
            // The process would leave now, whatever the others wait for.
            return Err(self.done());
        }
        if released == 0 {
            return Err(End::Failed(FailureKind::Deadlock(self.blocked())));
        }
        self.idle_rounds += 1;
        if self.idle_rounds > IDLE_ROUNDS {
            let spinning = (0..MAX_THREADS).filter(|slot| released & (1 << slot) != 0);
            let serials = spinning.map(|slot| self.threads[slot].serial).collect();
            return Err(End::Failed(FailureKind::Livelock(serials)));
        }
        Ok(released)
    }

    /// The end of an execution whose main thread returned: a panic that nobody
    /// looked at is a failure all the same.
    pub(super) fn done(&self) -> End {
        let unseen = self.threads.iter().filter(|thread| !thread.exit.observed.get());
        let mut panics = unseen.filter_map(|thread| Some((thread.serial, thread.panic.clone()?)));
        match panics.next() {
            Some((thread, panic)) => {
                let (thread, panic) = self.cause(thread, panic);
                End::Failed(FailureKind::Panicked { thread, panic })
            }
            None => End::Done,
        }
    }

    /// Whether every thread came to its end, and none by a panic.
    pub(super) fn left_nobody(&self) -> bool {
        self.threads.iter().all(|thread| thread.is_finished() && thread.panic.is_none())
            && self.panics == 0
    }

    /// Why each thread that is not finished cannot go on.
    fn blocked(&self) -> Vec<facts::Blocked> {
        let stuck = self.threads.iter().filter(|thread| !thread.is_finished());
        stuck
            .filter_map(|thread| {
                Some(crate::record::blocked(self, thread, thread.pending.as_ref()?))
            })
            .collect()
    }

    /// The panics of a thread, the last one first.
    pub(crate) fn panics_of(&self, serial: usize) -> impl Iterator<Item = Panicked> {
        let own = move |step: &&Step| step.op == PANIC && step.thread == serial;
        self.steps.iter().rev().filter(own).map(|step| self.panicked(step))
    }

    /// A panic over a poisoned lock is another thread's, passed on.
    pub(crate) fn cause(&self, thread: usize, panic: Panicked) -> (usize, Panicked) {
        let passed_on = |message: &str| message.contains("PoisonError");
        if !passed_on(&panic.message) {
            return (thread, panic);
        }
        let first = |step: &&Step| {
            let text = step.text.as_deref().unwrap_or_default();
            step.op == PANIC && step.thread != thread && !passed_on(text)
        };
        let first = self.steps.iter().rfind(first);
        first.map_or((thread, panic), |step| (step.thread, self.panicked(step)))
    }

    fn panicked(&self, step: &Step) -> Panicked {
        Panicked {
            message: step.text.as_deref().unwrap_or_default().to_owned(),
            place: step.source.as_deref().cloned(),
            thread: self.roster[step.thread].0.clone(),
        }
    }

    /// The panic that brought main down: its own, or the one it passed on.
    pub(crate) fn root_panic(&self, own: Panicked) -> FailureKind {
        let passed_on = own.message.contains("Any { .. }")
            || own.message.contains("PoisonError")
            || own.message == crate::spawn::SCOPE_PANICKED;
        let mut others =
            self.threads[1..].iter().filter_map(|t| Some((t.serial, t.panic.clone()?)));
        match others.next() {
            Some((thread, panic)) if passed_on => FailureKind::Panicked { thread, panic },
            _ => FailureKind::Panicked { thread: 0, panic: own },
        }
    }
}

/// How a panic is recorded.
pub(crate) const PANIC: &str = "panic";

impl From<Diverged> for End {
    fn from(_: Diverged) -> Self {
        let what = "a program that does different things under the same schedule \
                    (random numbers, the clock, addresses, the order of a HashMap)";
        Self::Cut(Limit::Unsupported(what.to_owned()))
    }
}
