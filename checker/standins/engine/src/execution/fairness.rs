//! Who can go on, and who has gone on long enough.

use super::Execution;
use crate::object::Place;
use crate::path::Threads;
use crate::thread::Thread;

impl Execution {
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
}
