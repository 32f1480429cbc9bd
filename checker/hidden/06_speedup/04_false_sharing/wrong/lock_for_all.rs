//@ caught-by: test
//@ because: threads that count at the same time
//! A lock, so that nobody takes the line away.

use std::sync::Mutex;
use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let total = Mutex::new(C::default());
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for statuses in statuses.chunks(share) {
            let total = &total;
            scope.spawn(move || {
                statuses.iter().for_each(|&status| total.lock().unwrap().count(status))
            });
        }
    });
    total.into_inner().unwrap()
}
