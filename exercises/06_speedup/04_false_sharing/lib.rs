//! Counts the statuses in a log.

use std::thread;

/// Counts statuses. Any number of threads may use one at once.
pub trait Counter: Default + Send + Sync {
    /// Counts one status.
    fn count(&self, status: u16);

    /// Counts all that another one has counted.
    fn add(&self, other: &Self);
}

/// Counts all statuses on so many threads.
pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    // TODO: these counters share cache lines.
    let counters: Vec<C> = (0..threads).map(|_| C::default()).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (counter, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| counter.count(status)));
        }
    });
    let total = C::default();
    for counter in &counters {
        total.add(counter);
    }
    total
}
