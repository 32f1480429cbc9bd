//@ verdict: panic
//! A flag says that somebody has begun, not that it is done.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;

static STARTED: AtomicBool = AtomicBool::new(false);
static TABLE: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];

fn main() {
    let workers = [0, 1].map(|i| {
        thread::spawn(move || {
            if !STARTED.swap(true, SeqCst) {
                for entry in &TABLE {
                    entry.store(5, SeqCst);
                }
            }
            TABLE[i].load(SeqCst)
        })
    });
    for worker in workers {
        assert_eq!(worker.join().unwrap(), 5);
    }
}
