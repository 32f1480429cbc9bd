//! The counter is made by the caller and moves to the thread.

use std::thread;

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let share = statuses.len().div_ceil(threads).max(1);
    let parts: Vec<C> = thread::scope(|scope| {
        let mut running = Vec::new();
        for statuses in statuses.chunks(share) {
            let own = C::default();
            running.push(scope.spawn(move || {
                for &status in statuses {
                    own.count(status);
                }
                own
            }));
        }
        running.into_iter().map(|part| part.join().unwrap()).collect()
    });
    let total = C::default();
    parts.iter().for_each(|part| total.add(part));
    total
}
