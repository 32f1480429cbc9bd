//@ verdict: solved
//! Work can make more work: the queue is done when it is empty *and* nobody is
//! at work, and whoever finds that out tells all.

use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    jobs: Vec<u32>,
    busy: usize,
    done: u32,
}

#[test]
fn all_work_is_done() {
    let state = Mutex::new(State { jobs: vec![2], busy: 0, done: 0 });
    let changed = Condvar::new();
    let work = || {
        let mut guard = state.lock().unwrap();
        loop {
            if let Some(job) = guard.jobs.pop() {
                guard.busy += 1;
                drop(guard);
                let more = (0..job / 2).map(|_| 1);
                guard = state.lock().unwrap();
                guard.jobs.extend(more);
                guard.busy -= 1;
                guard.done += 1;
                changed.notify_all();
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
    assert_eq!(state.lock().unwrap().done, 2);
}
