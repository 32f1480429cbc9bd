//! SeqCst for everything: more than is needed, and right.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

pub struct AtomicCounter {
    visitors: AtomicU64,
}

impl AtomicCounter {
    pub fn new() -> Self {
        Self { visitors: AtomicU64::new(0) }
    }

    pub fn enter(&self) {
        self.visitors.fetch_add(1, Ordering::SeqCst);
    }

    pub fn total(&self) -> u64 {
        self.visitors.load(Ordering::SeqCst)
    }
}

pub struct LockedCounter {
    visitors: Mutex<u64>,
}

impl LockedCounter {
    pub fn new() -> Self {
        Self { visitors: Mutex::new(0) }
    }

    pub fn enter(&self) {
        *self.visitors.lock().unwrap() += 1;
    }

    pub fn total(&self) -> u64 {
        *self.visitors.lock().unwrap()
    }
}

static NEXT: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static NUMBER: usize = next_number();
}

fn next_number() -> usize {
    NEXT.fetch_add(1, Ordering::SeqCst)
}

pub struct ShardedCounter {
    shards: Vec<AtomicU64>,
}

impl ShardedCounter {
    pub fn new(shards: usize) -> Self {
        Self { shards: (0..shards).map(|_| AtomicU64::new(0)).collect() }
    }

    pub fn enter(&self) {
        let number = NUMBER.with(|number| *number);
        let own = &self.shards[number % self.shards.len()];
        own.fetch_add(1, Ordering::SeqCst);
    }

    pub fn total(&self) -> u64 {
        self.shards().iter().sum()
    }

    pub fn shards(&self) -> Vec<u64> {
        self.shards.iter().map(|shard| shard.load(Ordering::SeqCst)).collect()
    }
}
