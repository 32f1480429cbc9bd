//@ caught-by: model
//@ because: check then act
//! A home-made lock: looks whether it is free, then takes it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

#[derive(Default)]
pub struct HitCounter {
    hits: AtomicU64,
    busy: AtomicBool,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        while self.busy.load(Ordering::SeqCst) {
            thread::yield_now();
        }
        self.busy.store(true, Ordering::SeqCst);
        let seen = self.hits.load(Ordering::SeqCst);
        self.hits.store(seen + 1, Ordering::SeqCst);
        self.busy.store(false, Ordering::SeqCst);
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
