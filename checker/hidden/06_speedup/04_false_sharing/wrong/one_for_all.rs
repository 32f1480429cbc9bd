//@ caught-by: test
//@ because: bytes between the counters of two threads
//! "It is atomic, so they can share it."

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let total = C::default();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for statuses in statuses.chunks(share) {
            let total = &total;
            scope.spawn(move || statuses.iter().for_each(|&status| total.count(status)));
        }
    });
    total
}
