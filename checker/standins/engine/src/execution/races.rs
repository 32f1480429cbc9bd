//! Which steps conflict: what the reduction of the search rests on.

use super::{Decider, Execution};
use crate::object::{Access, Accesses, Touch};

impl Execution {
    /// Asks that every race between a step already taken and one that waits be
    /// tried the other way round.
    pub(super) fn find_races(&mut self) {
        let Decider::Search(path) = &mut self.decider else { return };
        if !path.bounds.reduce {
            return;
        }
        for (slot, thread) in self.threads.iter().enumerate() {
            let Some(pending) = &thread.pending else { continue };
            let mut latest: Option<&Touch> = None;
            for &(object, access) in pending.touched() {
                let record = &self.records[object];
                let access = record.effective(access);
                for touch in &record.touches {
                    if touch.thread != slot
                        && Access::races(access, record.effective(touch.access))
                        && touch.time > thread.depends.get(touch.thread)
                        && latest.is_none_or(|latest| latest.order < touch.order)
                    {
                        latest = Some(touch);
                    }
                }
            }
            if let Some(state) = latest.and_then(|touch| touch.state) {
                path.backtrack(state, slot, &thread.depends);
            }
        }
    }

    /// Enters the step just taken into the books of the search.
    pub(crate) fn commit(&mut self, accesses: Accesses) {
        let slot = self.current;
        let (order, state) = (self.order, self.state);
        self.order += 1;
        self.last = slot;
        self.last_yielded = false;
        let thread = &mut self.threads[slot];
        thread.last_turn = self.order;
        let more = thread.pending.take().map(|pending| pending.more).unwrap_or_default();
        thread.timed_out = false;
        thread.rounds.own_steps += 1;
        for &(object, access) in accesses.iter().flatten().chain(&more) {
            let record = &self.records[object];
            let reads = record.effective(access).commutes();
            thread.depends.join(if reads { &record.after_writes } else { &record.after_all });
        }
        let time = thread.depends.tick(slot);
        let depends = thread.depends;
        for &(object, access) in accesses.iter().flatten().chain(&more) {
            let record = &mut self.records[object];
            record.after_all.join(&depends);
            if !record.effective(access).commutes() {
                record.after_writes = depends;
            }
            record.touch(Touch { thread: slot, access, time, order, state });
        }
        self.wake_sleepers(&accesses, &more);
    }

    fn wake_sleepers(&mut self, accesses: &Accesses, more: &[(usize, Access)]) {
        let mut sleep = self.sleep;
        while sleep != 0 {
            let slot = sleep.trailing_zeros() as usize;
            sleep &= sleep - 1;
            let Some(pending) = self.threads.get(slot).and_then(|t| t.pending.as_ref()) else {
                continue;
            };
            let conflict = pending.touched().any(|&(object, next)| {
                let record = &self.records[object];
                let next_reads = record.effective(next).commutes();
                accesses.iter().flatten().chain(more).any(|&(other, done)| {
                    let done = record.effective(done);
                    object == other && !(next_reads && done.commutes())
                })
            });
            if conflict {
                self.sleep &= !(1 << slot);
            }
        }
    }
}
