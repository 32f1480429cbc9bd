//@ caught-by: test
//@ because: bytes between the counters of two threads
//! Pads the list, and has two threads share each slot.

use crossbeam_utils::CachePadded;
use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let slots: Vec<CachePadded<[C; 2]>> =
        (0..threads.div_ceil(2)).map(|_| CachePadded::new([C::default(), C::default()])).collect();
    let counters: Vec<&C> = slots.iter().flat_map(|slot| slot.iter()).collect();
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
