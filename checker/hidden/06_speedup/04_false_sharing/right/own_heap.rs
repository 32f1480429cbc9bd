//! Each thread makes its counter on the heap.

use std::sync::mpsc;
use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let share = statuses.len().div_ceil(threads).max(1);
    let total = C::default();
    let (sender, counters) = mpsc::channel();
    thread::scope(|scope| {
        for statuses in statuses.chunks(share) {
            let sender = sender.clone();
            scope.spawn(move || {
                let own = Box::<crossbeam_utils::CachePadded<C>>::default();
                statuses.iter().for_each(|&status| own.count(status));
                sender.send(own).unwrap();
            });
        }
        drop(sender);
        counters.iter().for_each(|counter| total.add(&counter));
    });
    total
}
