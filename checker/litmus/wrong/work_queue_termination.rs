//@ verdict: missing notify
//! The last worker at work goes home without telling those who sleep.

use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    jobs: Vec<u32>,
    busy: usize,
}

#[test]
fn all_work_is_done() {
    let state = Mutex::new(State { jobs: vec![1], busy: 0 });
    let changed = Condvar::new();
    let work = || {
        let mut guard = state.lock().unwrap();
        loop {
            if let Some(job) = guard.jobs.pop() {
                guard.busy += 1;
                drop(guard);
                assert_eq!(job, 1);
                guard = state.lock().unwrap();
                guard.busy -= 1;
            } else if guard.busy == 0 {
                return;
            } else {
                guard = changed.wait(guard).unwrap();
            }
        }
    };
    thread::scope(|s| {
        s.spawn(work);
        s.spawn(work);
    });
}
