//! Three counters of visitors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// One number, changed without a lock.
pub struct AtomicCounter {
    visitors: AtomicU64,
}

impl AtomicCounter {
    /// A counter of nobody yet.
    pub fn new() -> Self {
        Self { visitors: AtomicU64::new(0) }
    }

    /// Counts one visitor.
    pub fn enter(&self) {
        // TODO: lose no visitor.
        let seen = self.visitors.load(Ordering::SeqCst);
        self.visitors.store(seen + 1, Ordering::SeqCst);
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        self.visitors.load(Ordering::SeqCst)
    }
}

/// One number behind a lock.
pub struct LockedCounter {
    visitors: Mutex<u64>,
}

impl LockedCounter {
    /// A counter of nobody yet.
    pub fn new() -> Self {
        Self { visitors: Mutex::new(0) }
    }

    /// Counts one visitor.
    pub fn enter(&self) {
        // TODO: lose no visitor.
        let seen = *self.visitors.lock().unwrap();
        *self.visitors.lock().unwrap() = seen + 1;
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        *self.visitors.lock().unwrap()
    }
}

/// The number of the next thread.
static NEXT: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// The number of this thread, given to it when it first enters.
    static NUMBER: usize = next_number();
}

fn next_number() -> usize {
    // TODO: give no number twice.
    let number = NEXT.load(Ordering::SeqCst);
    NEXT.store(number + 1, Ordering::SeqCst);
    number
}

/// Several numbers; a thread counts in one of them.
pub struct ShardedCounter {
    shards: Vec<AtomicU64>,
}

impl ShardedCounter {
    /// A counter of nobody yet, with that many shards.
    pub fn new(shards: usize) -> Self {
        Self { shards: (0..shards).map(|_| AtomicU64::new(0)).collect() }
    }

    /// Counts one visitor in the shard of this thread.
    pub fn enter(&self) {
        // TODO: lose no visitor, also where more threads come than shards.
        let number = NUMBER.with(|number| *number);
        let own = &self.shards[number % self.shards.len()];
        own.store(own.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
    }

    /// The visitors counted so far.
    pub fn total(&self) -> u64 {
        self.shards().iter().sum()
    }

    /// What each shard has counted.
    pub fn shards(&self) -> Vec<u64> {
        self.shards.iter().map(|shard| shard.load(Ordering::SeqCst)).collect()
    }
}
