//@ caught-by: test
//@ because: calls of `add`
//! A counter on its own stack, handed over after each status.

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
            scope.spawn(move || {
                for &status in statuses {
                    let own = C::default();
                    own.count(status);
                    total.add(&own);
                }
            });
        }
    });
    total
}
