//@ caught-by: test
//@ because: threads that count at the same time
//! Nothing is shared, and nothing is parallel.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let total = C::default();
    let share = statuses.len().div_ceil(threads).max(1);
    for statuses in statuses.chunks(share) {
        let own = thread::scope(|scope| {
            let thread = scope.spawn(|| {
                let own = C::default();
                statuses.iter().for_each(|&status| own.count(status));
                own
            });
            thread.join().unwrap()
        });
        total.add(&own);
    }
    total
}
