//@ caught-by: test
//@ because: bytes between the counters of two threads
//! 32 bytes between two counters.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

struct Padded<C> {
    counter: C,
    _padding: [u64; 4],
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let padded = |_| Padded { counter: C::default(), _padding: [0; 4] };
    let counters: Vec<Padded<C>> = (0..threads).map(padded).collect();
    let share = statuses.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for (slot, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| slot.counter.count(status)));
        }
    });
    let total = C::default();
    for slot in counters.iter() {
        total.add(&slot.counter);
    }
    total
}
