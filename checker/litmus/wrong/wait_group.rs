//@ verdict: panic
//! The clone is dropped before the work is done.

use crossbeam::sync::WaitGroup;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

fn main() {
    let group = WaitGroup::new();
    let done = Arc::new(AtomicU32::new(0));
    for _ in 0..2 {
        let (group, done) = (group.clone(), done.clone());
        thread::spawn(move || {
            drop(group);
            done.fetch_add(1, SeqCst);
        });
    }
    group.wait();
    assert_eq!(done.load(SeqCst), 2);
}
