//@ verdict: solved
//! `fetch_add` gives each job to one thread.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn main() {
    let jobs = [10, 20, 30];
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Relaxed)) {
            done.lock().unwrap().push(*job);
        }
    };
    thread::scope(|s| {
        s.spawn(work);
        s.spawn(work);
    });
    let mut done = done.into_inner().unwrap();
    done.sort();
    assert_eq!(done, jobs);
}
