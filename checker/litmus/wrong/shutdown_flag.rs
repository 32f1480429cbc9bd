//@ verdict: lost wakeup
//! The flag is set without the lock: between the look at it and the wait.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

fn main() {
    let state = Arc::new((Mutex::new(Vec::<u32>::new()), Condvar::new(), AtomicBool::new(false)));
    let s = state.clone();
    let worker = thread::spawn(move || {
        let (jobs, cv, stop) = &*s;
        let mut q = jobs.lock().unwrap();
        loop {
            while let Some(_job) = q.pop() {}
            if stop.load(Ordering::SeqCst) {
                return;
            }
            q = cv.wait(q).unwrap();
        }
    });
    state.0.lock().unwrap().push(1);
    state.1.notify_one();
    state.2.store(true, Ordering::SeqCst);
    state.1.notify_one();
    worker.join().unwrap();
}
