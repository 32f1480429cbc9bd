//@ verdict: solved
//! Setting the flag is the last thing the worker does with the job.
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
            (*job).polls.fetch_add(1, Relaxed);
            (*job).done.store(true, Release);
        }
    });
    while !unsafe { (*job).done.load(Acquire) } {
        thread::yield_now();
    }
    assert_eq!(unsafe { Box::from_raw(job) }.polls.into_inner(), 1);
    worker.join().unwrap();
}
