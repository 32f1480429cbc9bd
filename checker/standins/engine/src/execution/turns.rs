//! Whose turn it is.

use super::{Decider, End, Execution};
use crate::clock::{Clock, Threads};
use crate::object::Place;
use crate::path::{Bounds, Diverged, Node};
use crate::record;
use crate::thread::{Pending, Thread};
use facts::{Limit, ReplayEnd};

/// Preemptions in one execution before it is given up: a thread that retries
/// whenever it is interrupted, and is interrupted whenever it retries.
const MANY_PREEMPTIONS: usize = 40;

impl Execution {
    /// Says what the current thread will do next. Returns whether the thread
    /// has to wait for its turn to come.
    pub(crate) fn announce(&mut self, pending: Pending) -> bool {
        let slot = self.current;
        // Two threads cannot be inside of the panic hook: std would abort.
        let undisturbed = self.threads[slot].in_hook;
        let waits = undisturbed && !self.is_ready(&pending, slot);
        self.threads[slot].pending = Some(pending);
        if waits {
            self.finish(End::Cut(Limit::Unsupported("a panic hook that waits".to_owned())));
        } else if undisturbed {
            self.state = None;
            return false;
        }
        if let Some(parent) = self.threads[slot].starting_for.take() {
            self.current = parent;
            return true;
        }
        self.hand_on();
        self.end.is_some() || self.current != slot
    }

    /// The threads that can go on. One that goes round and round while nobody
    /// else takes a step gives way to those who can.
    pub(super) fn enabled(&self) -> Threads {
        let enabled = self.able();
        let gives_way = |thread: &Thread| thread.rounds.are_enough(self.others_steps(thread));
        let unfair: Threads = (0..self.threads.len())
            .filter(|&slot| gives_way(&self.threads[slot]))
            .fold(0, |unfair, slot| unfair | 1 << slot);
        if enabled & !unfair == 0 { enabled } else { enabled & !unfair }
    }

    /// How many steps others than `thread` have taken.
    pub(super) fn others_steps(&self, thread: &Thread) -> usize {
        self.order - thread.rounds.own_steps
    }

    fn able(&self) -> Threads {
        let mut enabled = 0;
        for (slot, thread) in self.threads.iter().enumerate() {
            let Some(pending) = &thread.pending else { continue };
            if !thread.is_idle(&self.records) && self.is_ready(pending, slot) {
                enabled |= 1 << slot;
            }
        }
        enabled
    }

    /// The current thread took a step at `place`.
    pub(crate) fn visit(&mut self, place: Place) {
        let others_steps = self.others_steps(self.thread());
        self.thread_mut().rounds.visits(place, others_steps);
    }

    /// Decides who takes the next step.
    pub(crate) fn hand_on(&mut self) {
        if self.gets_nowhere() {
            let main_is_done = self.threads[0].is_finished();
            let limit = End::Cut(Limit::Steps(self.step_limit));
            return self.finish(if main_is_done { self.done() } else { limit });
        }
        self.find_races();
        let mut enabled = self.enabled();
        if enabled == 0 {
            enabled = match self.quiesce() {
                Ok(enabled) => enabled,
                Err(end) => return self.finish(end),
            };
        }
        match self.decide(enabled) {
            Ok(next) => {
                if next != self.last {
                    self.switches += 1;
                }
                self.current = next;
            }
            Err(end) => self.finish(end),
        }
    }

    /// Whether the execution has become too long to follow.
    fn gets_nowhere(&self) -> bool {
        let walked = matches!(&self.decider, Decider::Search(path) if path.sampler.is_none());
        self.steps.len() > self.step_limit || walked && self.preemptions > MANY_PREEMPTIONS
    }

    pub(super) fn is_ready(&self, pending: &Pending, slot: usize) -> bool {
        // SAFETY: the closure lives in the frame of the thread that announced
        // the step, which is suspended there.
        let ready = pending.ready.is_none_or(|ready| unsafe { (*ready)() });
        ready || self.threads[slot].timed_out
    }

    fn decide(&mut self, enabled: Threads) -> Result<usize, End> {
        if matches!(self.decider, Decider::Script(_)) {
            return self.follow_script(enabled);
        }
        let Decider::Search(path) = &mut self.decider else {
            unreachable!("a script was ruled out")
        };
        let Bounds { preemptions, reduce } = path.bounds;
        let asleep = if reduce && preemptions.is_none() { self.sleep } else { 0 };
        let awake = enabled & !asleep;
        if awake == 0 {
            return Err(End::Redundant);
        }
        if enabled.is_power_of_two() {
            self.state = None;
            return Ok(enabled.trailing_zeros() as usize);
        }
        let (threads, spent) = (&self.threads, self.preemptions);
        let goes_on = enabled & (1 << self.last) != 0 && !self.last_yielded;
        let running = goes_on.then_some(self.last);
        let first = match (&mut path.sampler, running) {
            (Some(sampler), _) => {
                sampler.pick(awake, self.last, self.last_yielded, self.steps.len())
            }
            (None, Some(running)) if awake & (1 << running) != 0 => running,
            // Who has waited longest, so that no two threads keep a third out
            // by going round in loops.
            _ => {
                let waited = (0..threads.len()).filter(|slot| awake & (1 << slot) != 0);
                waited.min_by_key(|&slot| threads[slot].last_turn).expect("somebody is awake")
            }
        };
        let at = path.schedule(enabled, |switch| Node {
            enabled,
            backtrack: 1 << first,
            done: 0,
            sleep: asleep,
            chosen: first,
            running,
            preemptions: spent,
            times: times(threads),
            switch,
        })?;
        let node = path.node(at);
        self.state = Some(at);
        self.preemptions += node.costs(node.chosen);
        self.sleep = (node.sleep | node.done) & !(1 << node.chosen);
        Ok(node.chosen)
    }

    fn follow_script(&mut self, enabled: Threads) -> Result<usize, End> {
        self.state = None;
        if enabled & 1 != 0 {
            return Ok(0);
        }
        let Decider::Script(script) = &mut self.decider else {
            unreachable!("called for a script")
        };
        let next = script.next(&self.threads, enabled, self.steps.len());
        next.map_err(|end| End::OffScript(self.with_reason(end)))
    }

    /// Adds what a thread is blocked on.
    fn with_reason(&self, end: ReplayEnd) -> ReplayEnd {
        let ReplayEnd::ThreadBlocked { entry, name, .. } = end else { return end };
        let named =
            |thread: &&Thread| thread.exit.name.as_deref() == Some(&*name) && !thread.is_finished();
        let thread = self.threads.iter().find(named);
        let on = thread.and_then(|thread| {
            let pending = thread.pending.as_ref()?;
            Some(Box::new(record::blocked(self, thread, pending)))
        });
        ReplayEnd::ThreadBlocked { entry, name, on }
    }

    /// One of `of` alternatives, each of which is tried.
    pub(crate) fn choose(&mut self, of: usize) -> Result<usize, Diverged> {
        self.choose_among(of, false)
    }

    /// The same, where all but the first seldom happen.
    pub(crate) fn choose_among(&mut self, of: usize, rarely: bool) -> Result<usize, Diverged> {
        match &mut self.decider {
            Decider::Search(path) if of > 1 => path.choose(of, rarely),
            _ => Ok(0),
        }
    }
}

fn times(threads: &[Thread]) -> Clock {
    let mut times = Clock::default();
    for thread in threads {
        times.join(&thread.depends);
    }
    times
}
