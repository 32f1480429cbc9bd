//! The sharded counter keeps a register of who came; no statics.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread::{self, ThreadId};

#[derive(Default)]
pub struct AtomicCounter(AtomicU64);

impl AtomicCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn enter(&self) {
        self.0.fetch_add(1, Relaxed);
    }

    pub fn total(&self) -> u64 {
        self.0.load(Relaxed)
    }
}

#[derive(Default)]
pub struct LockedCounter(Mutex<u64>);

impl LockedCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn enter(&self) {
        let mut visitors = self.0.lock().unwrap();
        *visitors += 1;
    }

    pub fn total(&self) -> u64 {
        *self.0.lock().unwrap()
    }
}

pub struct ShardedCounter {
    known: Mutex<Vec<ThreadId>>,
    shards: Box<[AtomicU64]>,
}

impl ShardedCounter {
    pub fn new(shards: usize) -> Self {
        Self { known: Mutex::default(), shards: (0..shards).map(|_| AtomicU64::new(0)).collect() }
    }

    fn own(&self) -> &AtomicU64 {
        let me = thread::current().id();
        let mut known = self.known.lock().unwrap();
        let number = known.iter().position(|id| *id == me).unwrap_or_else(|| {
            known.push(me);
            known.len() - 1
        });
        &self.shards[number % self.shards.len()]
    }

    pub fn enter(&self) {
        self.own().fetch_add(1, Relaxed);
    }

    pub fn total(&self) -> u64 {
        self.shards.iter().map(|shard| shard.load(Relaxed)).sum()
    }

    pub fn shards(&self) -> Vec<u64> {
        self.shards.iter().map(|shard| shard.load(Relaxed)).collect()
    }
}
