//@ verdict: solved
//! A `let` of its own ends the guard before the body runs.

use std::sync::Mutex;
use std::thread;

static JOBS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn run(job: u32) {
    if job > 1 {
        JOBS.lock().unwrap().push(job - 1);
    }
}

fn work() {
    loop {
        let job = JOBS.lock().unwrap().pop();
        let Some(job) = job else { break };
        run(job);
    }
}

fn main() {
    JOBS.lock().unwrap().push(2);
    let other = thread::spawn(work);
    work();
    other.join().unwrap();
    assert!(JOBS.lock().unwrap().is_empty());
}
