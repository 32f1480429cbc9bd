//@ caught-by: test
//@ because: bytes between the counters of two threads
//! The list begins at a multiple of 128; its counters are as close as before.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

#[repr(align(128))]
struct Counters<C>([C; 64]);

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let counters = Counters(std::array::from_fn::<C, 64, _>(|_| C::default()));
    let counters = &counters.0[..threads];
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
