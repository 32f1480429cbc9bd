//! Threads fetch blocks, and hand over once for each block.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

pub trait Counter: Default + Send + Sync {
    fn count(&self, status: u16);
    fn add(&self, other: &Self);
}

pub fn count_all<C: Counter>(statuses: &[u16], threads: usize) -> C {
    let total = Mutex::new(C::default());
    let next = AtomicUsize::new(0);
    let size = statuses.len().div_ceil(4 * threads).max(1);
    let work = || {
        loop {
            let from = next.fetch_add(size, Relaxed);
            if from >= statuses.len() {
                return;
            }
            let own = C::default();
            for &status in &statuses[from..statuses.len().min(from + size)] {
                own.count(status);
            }
            total.lock().unwrap().add(&own);
        }
    };
    crossbeam_utils::thread::scope(|scope| {
        (1..threads).for_each(|_| drop(scope.spawn(|_| work())));
        work();
    })
    .unwrap();
    total.into_inner().unwrap()
}
