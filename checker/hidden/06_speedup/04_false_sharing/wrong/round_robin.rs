//@ caught-by: test
//@ because: bytes between the counters of two threads
//! Padded, but each thread counts with all of them in turn.

use crossbeam_utils::CachePadded;
use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let counters: Vec<CachePadded<C>> = (0..threads).map(|_| CachePadded::default()).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for statuses in statuses.chunks(share) {
            let counters = &counters;
            scope.spawn(move || {
                for (index, &status) in statuses.iter().enumerate() {
                    counters[index % threads].count(status);
                }
            });
        }
    });
    let total = C::default();
    counters.iter().for_each(|counter| total.add(counter));
    total
}
