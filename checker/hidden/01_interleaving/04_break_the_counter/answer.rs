//! Two threads with ten plain increments each, stepped by a schedule.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

fn ten_increments(counter: &AtomicU64) {
    for _ in 0..10 {
        let seen = counter.load(SeqCst);
        counter.store(seen + 1, SeqCst);
    }
}

/// The counter after both threads did ten increments.
fn ten_each() -> u64 {
    let counter = AtomicU64::new(0);
    harness::roles! {
        "A" => ten_increments(&counter),
        "B" => ten_increments(&counter)
    }
    counter.into_inner()
}

harness::answers! {
    schedule(ten_each, ends: 2) => learner::SCHEDULE;
}
