//@ caught-by: test
//@ because: bytes between the counters of two threads
//! Leaves sixteen counters out between two that are used: that is 128 bytes if a
//! counter has eight.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let step = 17;
    let all: Vec<C> = (0..threads * step).map(|_| C::default()).collect();
    let counters: Vec<&C> = all.iter().step_by(step).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (slot, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| slot.count(status)));
        }
    });
    let total = C::default();
    for slot in counters.iter() {
        total.add(slot);
    }
    total
}
