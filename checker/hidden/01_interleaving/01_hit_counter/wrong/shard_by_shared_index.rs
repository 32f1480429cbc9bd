//@ caught-by: model
//@ because: lost update
//! "Everybody has a counter of their own", given out by a shared index.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    next: AtomicU64,
    even: AtomicU64,
    odd: AtomicU64,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        let turn = self.next.load(Ordering::SeqCst);
        self.next.store(turn + 1, Ordering::SeqCst);
        let shard = if turn % 2 == 0 { &self.even } else { &self.odd };
        shard.store(shard.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
    }

    pub fn get(&self) -> u64 {
        self.even.load(Ordering::SeqCst) + self.odd.load(Ordering::SeqCst)
    }
}
