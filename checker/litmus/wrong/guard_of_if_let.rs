//@ verdict: deadlock
//! The guard that a `while let` or `match` looks through lives to the end of its
//! body (`if let` too, before edition 2024, and still in its own block): locking
//! again inside is locking twice.

use std::sync::Mutex;

static JOBS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn run(job: u32) {
    if job > 1 {
        JOBS.lock().unwrap().push(job - 1);
    }
}

fn main() {
    JOBS.lock().unwrap().push(2);
    while let Some(job) = JOBS.lock().unwrap().pop() {
        run(job);
    }
}
