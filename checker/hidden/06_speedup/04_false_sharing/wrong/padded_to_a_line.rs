//@ caught-by: test
//@ because: bytes between the counters of two threads
//! A line of 64 bytes for each, but lines are fetched in pairs.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

#[derive(Default)]
#[repr(align(64))]
struct Padded<C>(C);

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let counters: Vec<Padded<C>> = (0..threads).map(|_| Padded::default()).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (slot, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| slot.0.count(status)));
        }
    });
    let total = C::default();
    for slot in counters.iter() {
        total.add(&slot.0);
    }
    total
}
