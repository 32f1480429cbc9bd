//@ verdict: use after free
//! The producer sets the flag and then looks at its own flag once more through
//! the node, which the consumer may have freed.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

struct Job {
    done: AtomicBool,
    polls: AtomicU32,
}

struct Ptr(*const Job);
unsafe impl Send for Ptr {}

#[test]
fn the_waiter_frees_the_job() {
    let job = Box::into_raw(Box::new(Job { done: false.into(), polls: 0.into() }));
    let theirs = Ptr(job);
    let worker = thread::spawn(move || {
        let theirs = theirs;
        let job = theirs.0;
        unsafe {
            (*job).done.store(true, Release);
            (*job).polls.fetch_add(1, Relaxed);
        }
    });
    while !unsafe { (*job).done.load(Acquire) } {
        thread::yield_now();
    }
    drop(unsafe { Box::from_raw(job) });
    worker.join().unwrap();
}
