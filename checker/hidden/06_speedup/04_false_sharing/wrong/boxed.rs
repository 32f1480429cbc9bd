//@ caught-by: test
//@ because: bytes between the counters of two threads
//! A box for each, and the boxes are side by side on the heap.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let counters: Vec<Box<C>> = (0..threads).map(|_| Box::default()).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (slot, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| slot.count(status)));
        }
    });
    let total = C::default();
    for slot in counters.iter() {
        total.add(slot);
    }
    total
}
