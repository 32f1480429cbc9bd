//@ verdict: solved
//! `WaitGroup::wait` returns when every clone is dropped.

use crossbeam::sync::WaitGroup;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let group = WaitGroup::new();
    let done = Arc::new(AtomicU32::new(0));
    for _ in 0..2 {
        let (group, done) = (group.clone(), done.clone());
        thread::spawn(move || {
            done.fetch_add(1, Relaxed);
            drop(group);
        });
    }
    group.wait();
    assert_eq!(done.load(Relaxed), 2);
}
