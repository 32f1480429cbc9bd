//@ verdict: solved
//! `Once::call_once`: "when this function returns, it is guaranteed that some
//! initialization has run and completed", so a `Relaxed` load sees it.

use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static START: Once = Once::new();
static TABLE: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];

fn main() {
    let workers = [0, 1].map(|i| {
        thread::spawn(move || {
            START.call_once(|| {
                for entry in &TABLE {
                    entry.store(5, Relaxed);
                }
            });
            TABLE[i].load(Relaxed)
        })
    });
    for worker in workers {
        assert_eq!(worker.join().unwrap(), 5);
    }
}
