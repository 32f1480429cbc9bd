//! The three programs, run in every interleaving.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

fn plain(counter: &AtomicU64) {
    let seen = counter.load(SeqCst);
    counter.store(seen + 1, SeqCst);
}

fn atomic(counter: &AtomicU64) {
    counter.fetch_add(1, SeqCst);
}

/// Two threads, each with two plain increments.
fn two_threads_twice() -> u64 {
    let counter = AtomicU64::new(0);
    harness::roles! {
        "A" => { plain(&counter); plain(&counter) },
        "B" => { plain(&counter); plain(&counter) }
    }
    counter.into_inner()
}

/// Two threads, each with two atomic increments.
fn two_threads_twice_atomic() -> u64 {
    let counter = AtomicU64::new(0);
    harness::roles! {
        "A" => { atomic(&counter); atomic(&counter) },
        "B" => { atomic(&counter); atomic(&counter) }
    }
    counter.into_inner()
}

/// Three threads, each with one plain increment.
fn three_threads_once() -> u64 {
    let counter = AtomicU64::new(0);
    harness::roles! {
        "A" => plain(&counter),
        "B" => plain(&counter),
        "C" => plain(&counter)
    }
    counter.into_inner()
}

harness::answers! {
    outcomes(two_threads_twice) => learner::TWO_THREADS_TWICE;
    outcomes(two_threads_twice_atomic) => learner::TWO_THREADS_TWICE_ATOMIC;
    outcomes(three_threads_once) => learner::THREE_THREADS_ONCE;
}
