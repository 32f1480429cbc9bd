//! A counter on the stack of each thread, handed over by `join`.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = statuses
            .chunks(share)
            .map(|statuses| {
                scope.spawn(move || {
                    let own = C::default();
                    statuses.iter().for_each(|&status| own.count(status));
                    own
                })
            })
            .collect();
        let total = C::default();
        for part in parts {
            total.add(&part.join().unwrap());
        }
        total
    })
}
