//@ verdict: panic
//! The halves overlap in no element, but the index they share does: both threads
//! draw their next job from one counter with a load and a store.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn main() {
    let jobs = [10, 20, 30];
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let work = || {
        loop {
            let job = next.load(Relaxed);
            if job >= jobs.len() {
                break;
            }
            next.store(job + 1, Relaxed);
            done.lock().unwrap().push(jobs[job]);
        }
    };
    thread::scope(|s| {
        s.spawn(work);
        s.spawn(work);
    });
    assert_eq!(done.lock().unwrap().len(), 3);
}
