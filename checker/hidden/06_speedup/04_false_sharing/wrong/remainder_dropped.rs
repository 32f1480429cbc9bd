//@ caught-by: test
//@ because: count and sum
//! Equal shares, and what is left over is not counted.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let total = C::default();
    let share = (statuses.len() / threads).max(1);
    thread::scope(|scope| {
        let count = |statuses: &[u16]| {
            let own = C::default();
            statuses.iter().for_each(|&status| own.count(status));
            own
        };
        let parts = statuses.chunks_exact(share).take(threads);
        let parts: Vec<_> = parts.map(|part| scope.spawn(move || count(part))).collect();
        parts.into_iter().for_each(|part| total.add(&part.join().unwrap()));
    });
    total
}
