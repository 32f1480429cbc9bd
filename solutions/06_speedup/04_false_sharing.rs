//! Counts the statuses in a log.

use crossbeam_utils::CachePadded;
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
    // Each counter is aligned to 128 bytes, and so as large as that: two cache
    // lines, since many processors fetch lines in pairs. Not `#[repr(align)]` on
    // a type around the whole list: the list then begins at such an address, and
    // its counters follow one another as before.
    //
    // A counter on each thread's own stack, handed over by `join`, does as well.
    // Padding is what is left when others want to read the counters meanwhile.
    let counters: Vec<CachePadded<C>> = (0..threads).map(|_| CachePadded::default()).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (counter, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| counter.count(status)));
        }
    });
    // The threads are done: that the total is written by this one costs nothing.
    let total = C::default();
    for counter in &counters {
        total.add(counter);
    }
    total
}
